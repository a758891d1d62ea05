// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carry.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/prefixes.h"
#include "exchange/docx_write/tags.h"

// Tracked changes of properties, and what belongs to one place of one document only.
static bool is_left_out(enum word word)
{
    switch ((int)word) {
    case W_RPR_CHANGE:
    case W_PPR_CHANGE:
    case W_TBL_PR_CHANGE:
    case W_TBL_PR_EX_CHANGE:
    case W_TBL_GRID_CHANGE:
    case W_TR_PR_CHANGE:
    case W_TC_PR_CHANGE:
    case W_SECT_PR_CHANGE:
    case W_NUMBERING_CHANGE:
    case W_CELL_INS:
    case W_CELL_DEL:
    case W_CELL_MERGE:
    case W_SECT_PR:
    case W_INS:
    case W_DEL:
    case W_MOVE_FROM:
    case W_MOVE_TO:
    case W_COMMENT_RANGE_START: // comments are carried apart
    case W_COMMENT_RANGE_END:
    case W_COMMENT_REFERENCE:
        return true;
    }
    return false;
}

// Does the base's part know a prefix as the draft does? `top` is the element that is carried: what
// stands in it may declare prefixes itself. The address is that of a prefix that it cannot know.
static bool is_known(const struct carriage *carriage, uint32_t top, uint32_t node,
                     struct str prefix, struct str *address)
{
    if (str_equal(prefix, STR("xml")) || str_equal(prefix, STR("xmlns")) ||
        str_equal(prefix, STR("w")))
        return true;
    uint32_t declared = prefix_declared(carriage->from, node, prefix, address);
    if (prefix.length == 0)
        return declared == NO_NODE || declared >= top || address->length == 0;
    return declared != NO_NODE &&
           (declared >= top || writer_declare(carriage->writer, carriage->to, prefix, *address));
}

static void add_name(const struct carriage *carriage, uint32_t top, uint32_t node, struct str tag,
                     struct builder *out)
{
    struct str name = tag_name(tag);
    size_t colon = str_find_byte(name, ':');
    struct str prefix = colon < name.length ? str_slice(name, 0, colon) : STR("");
    struct str address;
    builder_add(out, str_slice(tag, 0, 1 + name.length));
    if (is_known(carriage, top, node, prefix, &address))
        return;
    builder_print(out, prefix.length > 0 ? " xmlns:%.*s=\"" : " xmlns%.*s=\"", STR_ARGS(prefix));
    builder_add(out, address);
    builder_add_byte(out, '"');
}

// Numbers of paragraphs, which no two of a file may share.
static bool is_own_number(const struct tag_attribute *attribute)
{
    return attribute->prefix.length > 0 && (str_equal(attribute->local, STR("paraId")) ||
                                            str_equal(attribute->local, STR("textId")));
}

// A start tag with its values carried over.
static void add_start_tag(const struct carriage *carriage, uint32_t top, uint32_t node,
                          struct builder *out)
{
    const struct xml_node *at = &carriage->from->xml.nodes[node];
    struct str tag = str_slice(carriage->from->xml.source, at->from, at->open_to);
    struct str rest = tag;
    struct tag_attribute attribute;
    size_t copied = 1 + tag_name(tag).length;
    add_name(carriage, top, node, tag, out);
    while (tag_attribute_next(&rest, &attribute)) {
        size_t from = (size_t)(attribute.value.bytes - tag.bytes);
        struct str address;
        if (is_own_number(&attribute) ||
            (attribute.prefix.length > 0 &&
             !is_known(carriage, top, node, attribute.prefix, &address))) {
            // Left out with its name, as one of a name space that is something else here.
            size_t start = (size_t)(attribute.prefix.bytes - tag.bytes);
            builder_add(out, str_slice(tag, copied, start));
            copied = from + attribute.value.length + 1;
            continue;
        }
        struct str value = carriage->writer->carriers->value(carriage, node, &attribute);
        if (value.bytes == attribute.value.bytes)
            continue;
        builder_add(out, str_slice(tag, copied, from));
        xml_add_value(out, value);
        copied = from + attribute.value.length;
    }
    builder_add(out, str_skip(tag, copied));
}

// The id in the base of a bookmark's start or end that stands in carried content; empty when it is
// left out: the base has a bookmark of that name, or the other end is not carried.
static struct str carry_bookmark(struct carrier *carrier, const struct carriage *carriage,
                                 uint32_t node)
{
    struct docx_writer *writer = carriage->writer;
    struct str id = docx_attribute(carriage->from, node, W_ID);
    struct str key =
        arena_print(writer->arena, "%.*s %.*s", STR_ARGS(carriage->from->name), STR_ARGS(id));
    if (docx_word(carriage->from, node) == W_BOOKMARK_END) {
        uint32_t known = names_find(carrier->bookmarks.names, key);
        return known == NAMES_NONE ? STR("")
                                   : *LIST_AT(&carrier->bookmarks.values, struct str, known);
    }
    struct str name = docx_attribute(carriage->from, node, W_NAME);
    bool is_new = names_find(writer->bookmark_names, name) == NAMES_NONE;
    struct str own = is_new ? arena_print(writer->arena, "%u", writer_id(writer)) : STR("");
    if (is_new)
        names_add(writer->bookmark_names, name);
    struct str known;
    carried_find(&carrier->bookmarks, key, &known);
    carried_set(&carrier->bookmarks, key, own);
    return own;
}

static void add_bookmark(const struct carriage *carriage, uint32_t node, struct builder *out)
{
    struct carrier *carrier = &carriage->writer->carriers->items[carriage->document];
    bool is_start = docx_word(carriage->from, node) == W_BOOKMARK_START;
    struct str id = carry_bookmark(carrier, carriage, node);
    if (id.length == 0)
        return;
    builder_print(out, "<w:bookmark%s w:id=\"%.*s\"", is_start ? "Start" : "End", STR_ARGS(id));
    if (is_start)
        xml_add_attribute(out, "w:name", docx_attribute(carriage->from, node, W_NAME));
    builder_add_c(out, "/>");
}

static void add_node(const struct carriage *carriage, uint32_t top, uint32_t node,
                     struct builder *out)
{
    const struct xml *xml = &carriage->from->xml;
    const struct xml_node *at = &xml->nodes[node];
    if (at->name == XML_TEXT) {
        builder_add(out, str_slice(xml->source, at->from, at->to));
        return;
    }
    enum word word = docx_word(carriage->from, node);
    if (is_left_out(word))
        return;
    if (word == W_BOOKMARK_START || word == W_BOOKMARK_END) {
        add_bookmark(carriage, node, out);
        return;
    }
    add_start_tag(carriage, top, node, out);
    for (uint32_t child = node + 1; child < at->end; child = xml->nodes[child].end)
        add_node(carriage, top, child, out); // depth is bounded by limits.xml_depth
    if (at->open_to < at->to)
        builder_add(out, str_slice(xml->source, at->close_from, at->to));
}

void carry_node(const struct carriage *carriage, uint32_t node, struct builder *out)
{
    add_node(carriage, node, node, out);
}

void carry_children(const struct carriage *carriage, uint32_t node, struct skipped skipped,
                    struct builder *out)
{
    if (node == NO_NODE)
        return;
    const struct xml_node *nodes = carriage->from->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        enum word word = docx_word(carriage->from, child);
        if (word == WORD_TEXT_NODE ||
            (word != WORD_UNKNOWN &&
             (word == skipped.words[0] || word == skipped.words[1] || word == skipped.words[2])))
            continue;
        carry_node(carriage, child, out);
    }
}
