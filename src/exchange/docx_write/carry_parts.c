// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/carry_parts.h"

#include "base/checked.h"
#include "exchange/docx_write/homes.h"

static struct str import_part(struct carrier *carrier, uint32_t number, uint32_t depth);

enum { DEEPEST_PARTS = 8 }; // a chart has a workbook and styles; nothing real goes deeper

// The relationships of a part that is brought over, as a part of their own.
static void import_relationships(struct carrier *carrier, const struct docx_part *from,
                                 struct str name, uint32_t depth)
{
    if (docx_relationship_count(from) == 0)
        return;
    struct docx_writer *writer = carrier->writer;
    struct docx_package *package = docx_source(writer->documents[carrier->document])->package;
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                        "relationships\">");
    for (uint32_t i = 0; i < docx_relationship_count(from); i++) {
        const struct docx_relationship *one = &from->relationships[i];
        struct str target = one->target;
        if (!one->is_external) {
            uint32_t number = docx_part_named(package, one->target);
            if (number == NO_PART)
                continue;
            target = import_part(carrier, number, depth + 1);
        }
        add_relationship(&out, one->id, one->address, target, one->is_external);
    }
    builder_add_c(&out, "</Relationships>");
    writer_add_part(writer, docx_relationships_name(writer->arena, name), builder_str(&out),
                    STR(""));
}

// The name in the base's package of a part with the same content: the part of the same name, or a
// copy brought over.
static struct str import_part(struct carrier *carrier, uint32_t number, uint32_t depth)
{
    struct docx_writer *writer = carrier->writer;
    struct docx_package *package = docx_source(writer->documents[carrier->document])->package;
    struct docx_part *part = &package->parts[number];
    struct str known;
    if (depth > DEEPEST_PARTS || carried_find(&carrier->parts, part->name, &known))
        return depth > DEEPEST_PARTS ? part->name : known;
    struct error error;
    if (!docx_part_content(package, number, &error))
        return part->name;
    uint32_t same = docx_part_named(writer->package, part->name);
    if (same != NO_PART && docx_part_content(writer->package, same, &error) &&
        str_equal(writer->package->parts[same].content, part->content))
        return part->name;
    struct str name = writer_add_part(writer, part->name, part->content, part->content_type);
    carried_set(&carrier->parts, part->name, name);
    if (str_ends_with(part->name, STR(".xml")) && docx_part_tree(package, number, &error))
        import_relationships(carrier, part, name, depth);
    return name;
}

struct str carry_relationship(struct carrier *carrier, const struct carriage *carriage,
                              struct str id)
{
    const struct docx_relationship *from = docx_relationship(carriage->from, id);
    struct docx_writer *writer = carriage->writer;
    struct docx_package *package = docx_source(writer->documents[carrier->document])->package;
    struct str target = from->target;
    if (!from->is_external) {
        uint32_t number = docx_part_named(package, from->target);
        if (number == NO_PART)
            return id;
        target = import_part(carrier, number, 0);
    }
    struct str own = writer_relate(writer, carriage->to, from->address, target, from->is_external);
    return str_equal(own, id) ? id : own;
}

// The w:footnote or w:endnote with this id.
static uint32_t note_node(const struct docx_part *notes, struct str id)
{
    const struct xml_node *nodes = notes->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end)
        if (str_equal(docx_attribute(notes, node, W_ID), id))
            return node;
    return NO_NODE;
}

static int64_t free_note_id(const struct docx_part *notes)
{
    int64_t most = 0;
    const struct xml_node *nodes = notes->xml.nodes;
    for (uint32_t node = 1; node < nodes[0].end; node = nodes[node].end) {
        int64_t id;
        if (checked_parse(docx_attribute(notes, node, W_ID), &id) && id > most &&
            id < INT32_MAX / 2)
            most = id;
    }
    return most + 1;
}

struct str carry_note(struct carrier *carrier, const struct carriage *carriage, enum word reference,
                      struct str id)
{
    if (carrier->document == 0)
        return id; // the base's own words, put back
    bool foot = reference == W_FOOTNOTE_REFERENCE;
    struct docx_writer *writer = carriage->writer;
    struct docx_package *package = docx_source(writer->documents[carrier->document])->package;
    enum home home = foot ? HOME_FOOTNOTES : HOME_ENDNOTES;
    const char *element = foot ? "footnote" : "endnote";
    struct str key = arena_print(writer->arena, "%s %.*s", element, STR_ARGS(id));
    struct str known;
    if (carried_find(&carrier->notes, key, &known))
        return known;
    const struct docx_part *notes = package_home(package, home);
    struct out_part *part = writer_home(writer, home);
    uint32_t node = notes ? note_node(notes, id) : NO_NODE;
    if (!part || node == NO_NODE) {
        writer_note(writer, carrier->document,
                    "a new %s of %.*s has no place in the base and points at its first one",
                    element, STR_ARGS(writer->documents[carrier->document]->name));
        carried_set(&carrier->notes, key, STR("0"));
        return STR("0");
    }
    struct str own =
        arena_print(writer->arena, "%lld",
                    (long long)free_note_id(part->tree) + (long long)part->added_count++);
    carried_set(&carrier->notes, key, own);
    const struct carriage inner = {writer, part, carrier->document, notes};
    struct builder out = builder_make(writer->arena);
    builder_print(&out, "<w:%s w:id=\"%.*s\">", element, STR_ARGS(own));
    carry_children(&inner, node, (struct skipped){{WORD_UNKNOWN}}, &out);
    builder_print(&out, "</w:%s>", element);
    size_t end = part->tree->xml.nodes[0].close_from;
    patches_add(&part->patches, end, end, builder_str(&out));
    return own;
}
