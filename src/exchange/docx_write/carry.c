// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carry.h"

#include "codec/xml_write.h"
#include "exchange/docx_write/carry_parts.h"
#include "exchange/docx_write/carry_styles.h"
#include "exchange/docx_write/tags.h"

struct carriers {
    struct carrier *items; // by number of the document
};

struct carriers *carriers_make(struct docx_writer *writer)
{
    struct carriers *carriers = ARENA_NEW(writer->arena, struct carriers);
    carriers->items = ARENA_ARRAY(writer->arena, struct carrier, writer->document_count);
    for (uint32_t i = 0; i < writer->document_count; i++)
        carriers->items[i] = (struct carrier){
            .writer = writer,
            .document = i,
            .styles = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .numbers = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .parts = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)},
            .notes = {names_make(writer->arena), LIST_MAKE(writer->arena, struct str)}};
    return carriers;
}

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
        return true;
    }
    return false;
}

// What stands instead of an attribute's value; the value itself when nothing needs to change.
static struct str carried_value(const struct carriage *carriage, uint32_t node,
                                const struct tag_attribute *attribute)
{
    struct carrier *carrier = &carriage->writer->carriers->items[carriage->document];
    struct str value = attribute->value;
    switch ((int)docx_word(carriage->from, node)) {
    case W_R_STYLE:
    case W_P_STYLE:
    case W_TBL_STYLE:
        return str_equal(attribute->local, STR("val")) ? carry_style(carrier, value) : value;
    case W_NUM_ID:
        return str_equal(attribute->local, STR("val")) ? carry_numbering(carrier, value) : value;
    case W_FOOTNOTE_REFERENCE:
    case W_ENDNOTE_REFERENCE:
        return str_equal(attribute->local, STR("id"))
                   ? carry_note(carrier, carriage, docx_word(carriage->from, node), value)
                   : value;
    }
    if (str_equal(attribute->prefix, STR("r")) && value.length > 0 &&
        docx_relationship(carriage->from, value))
        return carry_relationship(carrier, carriage, value);
    return value;
}

static bool declares(struct str fragment, struct str prefix, struct arena *arena)
{
    return str_contains(fragment, arena_print(arena, "xmlns:%.*s=", STR_ARGS(prefix)));
}

// Sees to it that the base's part knows the prefix of a name. False when it cannot.
static bool is_known(const struct carriage *carriage, struct str prefix, struct str fragment)
{
    if (prefix.length == 0 || str_equal(prefix, STR("xml")) || str_equal(prefix, STR("xmlns")) ||
        str_equal(prefix, STR("w")))
        return true;
    struct docx_writer *writer = carriage->writer;
    struct arena_mark mark = arena_mark(writer->arena);
    if (declares(fragment, prefix, writer->arena)) {
        arena_rewind(writer->arena, mark);
        return true;
    }
    struct str address = root_namespace(carriage->from, prefix, writer->arena);
    return address.length > 0 && writer_declare(writer, carriage->to, prefix, address);
}

// A start tag with its values carried over.
static void add_start_tag(const struct carriage *carriage, uint32_t node, struct str fragment,
                          struct builder *out)
{
    const struct xml_node *at = &carriage->from->xml.nodes[node];
    struct str tag = str_slice(carriage->from->xml.source, at->from, at->open_to);
    struct str rest = tag;
    struct tag_attribute attribute;
    size_t copied = 0;
    struct str name = tag_name(tag);
    size_t colon = str_find_byte(name, ':');
    if (colon < name.length)
        is_known(carriage, str_slice(name, 0, colon), fragment);
    while (tag_attribute_next(&rest, &attribute)) {
        size_t from = (size_t)(attribute.value.bytes - tag.bytes);
        if (!is_known(carriage, attribute.prefix, fragment)) {
            // An attribute of a name space that is something else here: left out, with its name.
            size_t start = from - attribute.prefix.length - attribute.local.length - 3;
            builder_add(out, str_slice(tag, copied, start));
            copied = from + attribute.value.length + 1;
            continue;
        }
        struct str value = carried_value(carriage, node, &attribute);
        if (value.bytes == attribute.value.bytes)
            continue;
        builder_add(out, str_slice(tag, copied, from));
        xml_add_value(out, value);
        copied = from + attribute.value.length;
    }
    builder_add(out, str_skip(tag, copied));
}

static void add_node(const struct carriage *carriage, uint32_t node, struct str fragment,
                     struct builder *out)
{
    const struct xml *xml = &carriage->from->xml;
    const struct xml_node *at = &xml->nodes[node];
    if (at->name == XML_TEXT) {
        builder_add(out, str_slice(xml->source, at->from, at->to));
        return;
    }
    if (is_left_out(docx_word(carriage->from, node)))
        return;
    add_start_tag(carriage, node, fragment, out);
    for (uint32_t child = node + 1; child < at->end; child = xml->nodes[child].end)
        add_node(carriage, child, fragment, out); // depth is bounded by limits.xml_depth
    if (at->open_to < at->to)
        builder_add(out, str_slice(xml->source, at->close_from, at->to));
}

void carry_node(const struct carriage *carriage, uint32_t node, struct builder *out)
{
    const struct xml_node *at = &carriage->from->xml.nodes[node];
    add_node(carriage, node, str_slice(carriage->from->xml.source, at->from, at->to), out);
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
