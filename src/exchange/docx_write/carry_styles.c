// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carry_styles.h"

#include "base/checked.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/carry.h"
#include "exchange/docx_write/homes.h"

uint32_t element_with(const struct docx_part *tree, enum word element, enum word attribute,
                      struct str value)
{
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end)
        if (docx_word(tree, node) == element &&
            str_equal(docx_attribute(tree, node, attribute), value))
            return node;
    return NO_NODE;
}

// The style of the base with this name and kind; NO_NODE when none.
static uint32_t style_named(const struct docx_part *styles, struct str name, struct str type)
{
    const struct xml_node *nodes = styles->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end)
        if (docx_word(styles, node) == W_STYLE &&
            str_equal_ignoring_case(docx_child_value(styles, node, W_NAME), name) &&
            str_equal(docx_attribute(styles, node, W_TYPE), type))
            return node;
    return NO_NODE;
}

struct str base_style_named(struct docx_writer *writer, struct str name)
{
    const struct docx_part *styles = package_home(writer->package, HOME_STYLES);
    uint32_t node = styles ? style_named(styles, name, STR("paragraph")) : NO_NODE;
    return node == NO_NODE ? STR("") : docx_attribute(styles, node, W_STYLE_ID);
}

// Brings a style over, under an id that the base does not use.
static struct str import_style(struct carrier *carrier, const struct docx_part *from, uint32_t node,
                               struct out_part *part, struct str id)
{
    struct docx_writer *writer = carrier->writer;
    struct str own = id;
    for (uint32_t n = 1; element_with(part->tree, W_STYLE, W_STYLE_ID, own) != NO_NODE; n++)
        own = arena_print(writer->arena, "%.*s_%u", STR_ARGS(id), n);
    carried_set(&carrier->styles, id, own);
    const struct carriage carriage = {writer, part, carrier->document, from};
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out, "<w:style");
    xml_add_attribute(&out, "w:type", docx_attribute(from, node, W_TYPE));
    xml_add_attribute(&out, "w:customStyle", STR("1"));
    xml_add_attribute(&out, "w:styleId", own);
    builder_add_byte(&out, '>');
    const struct xml_node *nodes = from->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        if (nodes[child].name == XML_TEXT)
            continue;
        struct str local = xml_local(&from->xml, nodes[child].name);
        bool refers = docx_word(from, child) == W_BASED_ON || str_equal(local, STR("next")) ||
                      str_equal(local, STR("link"));
        if (refers) {
            builder_print(&out, "<w:%.*s", STR_ARGS(local));
            xml_add_attribute(&out, "w:val",
                              carry_style(carrier, docx_attribute(from, child, W_VAL)));
            builder_add_c(&out, "/>");
        } else if (!str_equal(local, STR("rsid"))) {
            carry_node(&carriage, child, &out);
        }
    }
    builder_add_c(&out, "</w:style>");
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
    return own;
}

struct str carry_style(struct carrier *carrier, struct str id)
{
    struct str known;
    if (id.length == 0 || carried_find(&carrier->styles, id, &known))
        return id.length == 0 ? id : known;
    struct docx_writer *writer = carrier->writer;
    const struct document *draft = writer->documents[carrier->document];
    const struct docx_part *from = package_home(docx_source(draft)->package, HOME_STYLES);
    uint32_t node = from ? element_with(from, W_STYLE, W_STYLE_ID, id) : NO_NODE;
    if (node == NO_NODE || carrier->document == 0)
        return id; // the draft itself does not know it
    struct str name = docx_child_value(from, node, W_NAME);
    struct out_part *part = writer_home(writer, HOME_STYLES);
    if (!part) {
        writer_note(writer, carrier->document,
                    "the style \"%.*s\" of %.*s is not carried: the base has no styles",
                    STR_ARGS(name), STR_ARGS(draft->name));
        return id;
    }
    uint32_t same = style_named(part->tree, name, docx_attribute(from, node, W_TYPE));
    struct str own = same != NO_NODE ? docx_attribute(part->tree, same, W_STYLE_ID)
                                     : import_style(carrier, from, node, part, id);
    if (str_equal(own, id))
        own = id; // the caller keeps the bytes as they are
    carried_set(&carrier->styles, id, own);
    return own;
}

// The w:abstractNum behind a list number.
static uint32_t abstract_of(const struct docx_part *tree, struct str number)
{
    uint32_t list = element_with(tree, W_NUM, W_NUM_ID, number);
    if (list == NO_NODE)
        return NO_NODE;
    return element_with(tree, W_ABSTRACT_NUM, W_ABSTRACT_NUM_ID,
                        docx_child_value(tree, list, W_ABSTRACT_NUM_ID));
}

// The bytes of all levels: what makes two lists the same.
static struct str levels_of(const struct docx_part *tree, uint32_t abstract, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t child = abstract + 1; child < nodes[abstract].end; child = nodes[child].end)
        if (docx_word(tree, child) == W_LVL)
            builder_add(&out, xml_bytes(&tree->xml, child));
    return builder_str(&out);
}

static bool same_list(const struct docx_part *a, struct str a_number, const struct docx_part *b,
                      struct str b_number)
{
    uint32_t one = abstract_of(a, a_number);
    uint32_t other = abstract_of(b, b_number);
    if (one == NO_NODE || other == NO_NODE)
        return one == other;
    struct arena *work = arena_open();
    bool same = str_equal(levels_of(a, one, work), levels_of(b, other, work));
    arena_close(work);
    return same;
}

int64_t free_number(const struct docx_part *tree, enum word element, enum word attribute)
{
    int64_t most = 0;
    const struct xml_node *nodes = tree->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        int64_t number;
        if (docx_word(tree, node) == element &&
            checked_parse(docx_attribute(tree, node, attribute), &number) && number > most &&
            number < INT32_MAX - 1000)
            most = number;
    }
    return most + 1;
}

// Brings a list over: its levels before the first w:num, its number behind the last.
static struct str import_list(struct carrier *carrier, const struct docx_part *from, uint32_t node,
                              struct out_part *part)
{
    struct docx_writer *writer = carrier->writer;
    const struct docx_part *to = part->tree;
    // Lists brought over before are not in the tree; added_count counts them.
    int64_t more = part->added_count++;
    int64_t abstract = free_number(to, W_ABSTRACT_NUM, W_ABSTRACT_NUM_ID) + more;
    int64_t number = free_number(to, W_NUM, W_NUM_ID) + more;
    const struct carriage carriage = {writer, part, carrier->document, from};
    struct builder levels = builder_make(writer->arena);
    builder_print(&levels, "<w:abstractNum w:abstractNumId=\"%lld\">", (long long)abstract);
    const struct xml_node *nodes = from->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        if (nodes[child].name == XML_TEXT)
            continue;
        struct str local = xml_local(&from->xml, nodes[child].name);
        if (docx_word(from, child) == W_LVL || str_equal(local, STR("multiLevelType")))
            carry_node(&carriage, child, &levels);
    }
    builder_add_c(&levels, "</w:abstractNum>");
    uint32_t first = docx_child(to, 0, W_NUM);
    size_t end = to->xml.nodes[0].close_from;
    size_t before = first == NO_NODE ? end : to->xml.nodes[first].from;
    size_t behind = end;
    for (uint32_t child = 1; child < to->xml.nodes[0].end; child = to->xml.nodes[child].end)
        if (docx_word(to, child) == W_NUM)
            behind = to->xml.nodes[child].to;
    patches_add(&part->patches, before, before, builder_str(&levels));
    patches_add(&part->patches, behind, behind,
                arena_print(writer->arena,
                            "<w:num w:numId=\"%lld\"><w:abstractNumId w:val=\"%lld\"/></w:num>",
                            (long long)number, (long long)abstract));
    return arena_print(writer->arena, "%lld", (long long)number);
}

// A list of the base that is the same, by its number or any other.
static struct str list_like(const struct docx_part *from, struct str number,
                            const struct docx_part *to)
{
    if (element_with(to, W_NUM, W_NUM_ID, number) != NO_NODE && same_list(from, number, to, number))
        return number;
    const struct xml_node *nodes = to->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        if (docx_word(to, node) != W_NUM)
            continue;
        struct str other = docx_attribute(to, node, W_NUM_ID);
        if (same_list(from, number, to, other))
            return other;
    }
    return STR("");
}

struct str carry_numbering(struct carrier *carrier, struct str number)
{
    struct str known;
    if (carried_find(&carrier->numbers, number, &known))
        return known;
    struct docx_writer *writer = carrier->writer;
    const struct document *draft = writer->documents[carrier->document];
    const struct docx_part *from = package_home(docx_source(draft)->package, HOME_NUMBERING);
    uint32_t abstract = from ? abstract_of(from, number) : NO_NODE;
    if (abstract == NO_NODE || carrier->document == 0)
        return number;
    struct out_part *part = writer_home(writer, HOME_NUMBERING);
    if (!part) {
        writer_note(writer, carrier->document,
                    "the numbering of a list of %.*s is not carried: the base has no lists",
                    STR_ARGS(draft->name));
        carried_set(&carrier->numbers, number, STR("0"));
        return STR("0");
    }
    struct str own = list_like(from, number, part->tree);
    if (own.length == 0)
        own = import_list(carrier, from, abstract, part);
    if (str_equal(own, number))
        return number;
    carried_set(&carrier->numbers, number, own);
    return own;
}
