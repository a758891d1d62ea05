// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/canonical.h"

#include "base/list.h"

#include <inttypes.h>

struct writer {
    struct docx_package *package;
    const struct docx_part *part;
    const struct reading *reading;
    struct builder *out;
    bool is_target; // it writes a part that another one refers to
};

bool canonical_is_silent(enum word word)
{
    switch ((int)word) {
    case W_LANG:
    case W_NO_PROOF:
    case W_WEB_HIDDEN:
    case W_CNF_STYLE:
    case W_NUM_PR: // the number of a list is its file's own affair; the label is what people see
    case W_WIDOW_CONTROL: // which words end a line or a page
    case W_SUPPRESS_AUTO_HYPHENS:
    case W_SECT_PR:
    case W_TXBX_CONTENT:
    case WP_DOC_PR:
        return true;
    default: // bookmarks and the anchors of comments stand beside the text
        return (word >= W_CELL_INS && word <= W_NUMBERING_CHANGE) ||
               (word >= W_COMMENT_RANGE_START && word <= W_BOOKMARK_END);
    }
}

static bool is_ignored_attribute(struct str local)
{
    static const char *const ignored[] = {"paraId",   "textId",   "anchorId", "editId",
                                          "spid",     "ObjectID", "ShapeID",  "Unid",
                                          "PrevUnid", "SHA1Hash"};
    if (str_starts_with(local, STR("rsid")))
        return true;
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        if (str_equal(local, str_of(ignored[i])))
            return true;
    return false;
}

static void add_children(struct writer *writer, uint32_t node);

// A chart or diagram that another program has written again has other bytes and the same tree.
static struct str tree_key(struct writer *writer, uint32_t number)
{
    struct docx_package *package = writer->package;
    struct error error;
    if (!docx_part_tree(package, number, &error))
        return (struct str){NULL, 0};
    struct arena *arena = arena_open();
    struct builder tree = builder_make(arena);
    struct writer inside = {package, &package->parts[number], writer->reading, &tree, true};
    add_children(&inside, 0);
    struct str content = builder_str(&tree);
    struct str key =
        arena_print(package->arena, "%016" PRIx64 "/%zu", str_hash(content), content.length);
    arena_close(arena);
    return key;
}

// Other content, and what hangs under a tree, is told by its size and check sum, which the archive
// has at hand.
static struct str content_key(struct writer *writer, uint32_t number)
{
    struct docx_part *part = &writer->package->parts[number];
    if (part->content_key.length > 0)
        return part->content_key;
    struct str key = {NULL, 0};
    if (str_ends_with(part->name, STR(".xml")) && !writer->is_target)
        key = tree_key(writer, number);
    if (key.length == 0)
        key = arena_print(writer->package->arena, "%08x/%zu", (unsigned)part->entry->crc,
                          part->entry->bytes);
    if (!writer->is_target)
        part->content_key = key;
    return key;
}

static void add_target(struct writer *writer, struct str id)
{
    const struct docx_relationship *to = docx_relationship(writer->part, id);
    if (!to)
        return;
    uint32_t number = to->is_external ? NO_PART : docx_part_named(writer->package, to->target);
    if (number == NO_PART) {
        builder_add(writer->out, to->target);
        return;
    }
    builder_add(writer->out, content_key(writer, number));
}

static void add_attributes(struct writer *writer, uint32_t node)
{
    const struct xml *xml = &writer->part->xml;
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++) {
        uint32_t name = xml->attributes[i].name;
        struct str local = xml_local(xml, name);
        struct str value = xml_attribute_value(xml, i);
        enum word word = (enum word)writer->part->words[name];
        bool is_plain_yes =
            word == W_VAL && (str_equal(value, STR("1")) || str_equal(value, STR("true")) ||
                              str_equal(value, STR("on")));
        if (is_plain_yes || is_ignored_attribute(local))
            continue;
        builder_add_byte(writer->out, ' ');
        builder_add(writer->out, local);
        builder_add_byte(writer->out, '=');
        if (word >= R_ID && word <= R_CS)
            add_target(writer, value);
        else
            builder_add(writer->out, value);
    }
}

// A fraction, root and so on whose own mark is deleted lets go of what it holds.
static bool is_structure_shown(const struct writer *writer, uint32_t node)
{
    const struct xml_node *nodes = writer->part->xml.nodes;
    uint32_t first = node + 1;
    if (first >= nodes[node].end || nodes[first].name == XML_TEXT)
        return true;
    uint32_t control = docx_child(writer->part, first, M_CTRL_PR);
    return control == NO_NODE || is_mark_shown(writer->part, control, writer->reading);
}

static void add_element(struct writer *writer, uint32_t node)
{
    const struct xml_node *nodes = writer->part->xml.nodes;
    builder_add(writer->out, xml_local(&writer->part->xml, nodes[node].name));
    add_attributes(writer, node);
    bool is_leaf = node + 1 == nodes[node].end;
    if (!is_leaf) {
        builder_add_byte(writer->out, '{');
        add_children(writer, node);
        builder_add_byte(writer->out, '}');
    }
    builder_add_byte(writer->out, ';');
}

static void add_children(struct writer *writer, uint32_t node)
{
    const struct xml_node *nodes = writer->part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end) {
        enum word word = docx_word(writer->part, child);
        if (word == WORD_TEXT_NODE) {
            builder_add(writer->out, xml_text(&writer->part->xml, child));
            continue;
        }
        // What w:pPr says about its mark is no paragraph format.
        bool is_mark_look = word == W_RPR && docx_word(writer->part, node) == W_PPR;
        if (is_mark_look || canonical_is_silent(word) ||
            !is_shown(writer->part, child, writer->reading))
            continue;
        bool is_wrapper =
            (word >= W_INS && word <= W_MOVE_TO) || !is_structure_shown(writer, child);
        if (is_wrapper)
            add_children(writer, child);
        else
            add_element(writer, child);
    }
}

void canonical_add(struct docx_package *package, uint32_t part, uint32_t node,
                   const struct reading *reading, struct builder *out)
{
    struct writer writer = {package, &package->parts[part], reading, out, false};
    if (node != NO_NODE)
        add_children(&writer, node);
}

void canonical_add_element(struct docx_package *package, uint32_t part, uint32_t node,
                           const struct reading *reading, struct builder *out)
{
    struct writer writer = {package, &package->parts[part], reading, out, false};
    add_element(&writer, node);
}

enum { LONGEST_COMPARED = 8192 }; // the cost is quadratic; nothing real comes near

// Takes the next element, with all in it, off the front.
static bool next_element(struct str *rest, struct str *element)
{
    size_t depth = 0;
    for (size_t i = 0; i < rest->length && rest->bytes[0] != '>'; i++) {
        depth += rest->bytes[i] == '{';
        depth -= rest->bytes[i] == '}' && depth > 0;
        if (rest->bytes[i] != ';' || depth > 0)
            continue;
        *element = str_slice(*rest, 0, i + 1);
        *rest = str_skip(*rest, i + 1);
        return true;
    }
    return false;
}

static bool holds(struct str all, struct str element)
{
    struct str other;
    while (next_element(&all, &other))
        if (str_equal(other, element))
            return true;
    return false;
}

static void add_missing(struct str from, struct str in, struct names *known, struct list *names)
{
    struct str element;
    while (next_element(&from, &element)) {
        size_t end = 0;
        while (end < element.length && element.bytes[end] != ' ' && element.bytes[end] != '{' &&
               element.bytes[end] != ';')
            end++;
        struct str name = str_slice(element, 0, end);
        if (!holds(in, element) && names_add(known, name) == names->count)
            *LIST_ADD(names, struct str) = name;
    }
}

size_t canonical_differences(struct str a, struct str b, struct arena *arena,
                             const struct str **names)
{
    struct list found = LIST_MAKE(arena, struct str);
    struct names *known = names_make(arena);
    if (a.length <= LONGEST_COMPARED && b.length <= LONGEST_COMPARED) {
        add_missing(b, a, known, &found);
        add_missing(a, b, known, &found);
    }
    *names = LIST_ITEMS(&found, struct str);
    return found.count;
}
