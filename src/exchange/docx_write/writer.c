// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/writer.h"

#include "base/checked.h"
#include "codec/xml_write.h"
#include "exchange/docx_write/prefixes.h"

#include <stdlib.h>

struct out_part *writer_part(struct docx_writer *writer, uint32_t number)
{
    if (writer->parts[number])
        return writer->parts[number];
    struct out_part *part = ARENA_NEW(writer->arena, struct out_part);
    part->tree = &writer->package->parts[number];
    part->number = number;
    part->patches = patches_make(writer->arena);
    part->prefixes = names_make(writer->arena);
    part->namespaces = LIST_MAKE(writer->arena, struct str);
    part->relationships = builder_make(writer->arena);
    writer->parts[number] = part;
    return part;
}

uint32_t writer_id(struct docx_writer *writer)
{
    do {
        writer->last_id++;
        while (writer->used_next < writer->used_count &&
               writer->used_ids[writer->used_next] < writer->last_id)
            writer->used_next++;
    } while (writer->used_next < writer->used_count &&
             writer->used_ids[writer->used_next] == writer->last_id);
    return writer->last_id;
}

// "A; B", and the list behind it kept for the record of who holds what.
static struct str author_of(struct docx_writer *writer, struct holders by)
{
    const struct str *names = writer->merged->party_names;
    struct str author = names[by.items[0].number];
    if (by.count > 1) {
        struct builder joined = builder_make(writer->arena);
        for (uint32_t i = 0; i < by.count; i++) {
            if (i > 0)
                builder_add_c(&joined, "; ");
            builder_add(&joined, names[by.items[i].number]);
        }
        author = builder_str(&joined);
    }
    if (names_add(writer->authors, author) == writer->author_holders.count)
        *LIST_ADD(&writer->author_holders, struct holders) = by;
    return author;
}

static void add_tag(struct docx_writer *writer, struct builder *out, const char *element,
                    struct holders by, const char *end)
{
    // Thousands are written: a format to read would cost more than what it says.
    builder_add_c(out, "<w:");
    builder_add_c(out, element);
    builder_add_c(out, " w:id=\"");
    builder_add_int(out, writer_id(writer));
    builder_add_byte(out, '"');
    xml_add_attribute(out, "w:author", author_of(writer, by));
    xml_add_attribute(out, "w:date", writer->dates[by.items[0].number]);
    builder_add_c(out, end);
}

void writer_add_tag(struct docx_writer *writer, struct builder *out, const char *element,
                    struct holders by)
{
    add_tag(writer, out, element, by, ">");
}

void writer_add_empty(struct docx_writer *writer, struct builder *out, const char *element,
                      struct holders by)
{
    add_tag(writer, out, element, by, "/>");
}

bool writer_moves(const struct docx_writer *writer, uint32_t move)
{
    return move > 0 && writer->options->moves == DOCX_MOVES_REAL;
}

void writer_add_move_start(struct docx_writer *writer, struct builder *out, const char *end,
                           struct holders by, uint32_t move)
{
    writer->move_ids[move] = writer_id(writer);
    builder_print(out, "<w:%sRangeStart w:id=\"%u\"", end, writer->move_ids[move]);
    xml_add_attribute(out, "w:author", author_of(writer, by));
    xml_add_attribute(out, "w:date", writer->dates[by.items[0].number]);
    builder_print(out, " w:name=\"entente%u\"/>", move);
}

void writer_add_move_end(struct docx_writer *writer, struct builder *out, const char *end,
                         uint32_t move)
{
    builder_print(out, "<w:%sRangeEnd w:id=\"%u\"/>", end, writer->move_ids[move]);
}

struct holders writer_deleters(const struct docx_writer *writer, struct range range)
{
    return deleters_of(writer->edits.deletions, writer->edits.deletion_count, range, writer->arena);
}

void writer_note(struct docx_writer *writer, uint32_t document, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct str note = arena_print_list(writer->arena, format, arguments);
    va_end(arguments);
    if (names_add(writer->note_texts, note) == writer->notes.count)
        *LIST_ADD(&writer->notes, struct merge_note) = (struct merge_note){
            NOTE_NOT_CARRIED, document > 0 ? writer->merged->party_names[document - 1] : STR(""),
            note};
}

// The address that a prefix stands for at the root of a tree; empty when none.
static struct str root_namespace(const struct docx_part *tree, struct str prefix,
                                 struct arena *arena)
{
    struct str open =
        str_slice(tree->xml.source, tree->xml.nodes[0].from, tree->xml.nodes[0].open_to);
    struct str wanted = arena_print(arena, "xmlns:%.*s=", STR_ARGS(prefix));
    size_t at = str_find(open, wanted);
    if (at + wanted.length >= open.length)
        return STR("");
    char quote = open.bytes[at + wanted.length];
    struct str value = str_skip(open, at + wanted.length + 1);
    return str_slice(value, 0, str_find_byte(value, quote));
}

bool writer_declare(struct docx_writer *writer, struct out_part *part, struct str prefix,
                    struct str address)
{
    if (str_equal(prefix, STR("xml")))
        return true;
    uint32_t known = names_find(part->prefixes, prefix);
    if (known != NAMES_NONE)
        return str_equal(*LIST_AT(&part->namespaces, struct str, known), address);
    struct str there = root_namespace(part->tree, prefix, writer->arena);
    if (there.length > 0)
        return str_equal(there, address);
    names_add(part->prefixes, prefix);
    *LIST_ADD(&part->namespaces, struct str) = address;
    return true;
}

void add_relationship(struct builder *out, struct str id, struct str type, struct str target,
                      bool is_external)
{
    builder_add_c(out, "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                       "relationships\"");
    xml_add_attribute(out, "Id", id);
    xml_add_attribute(out, "Type", type);
    builder_add_c(out, " Target=\"");
    if (!is_external)
        builder_add_byte(out, '/');
    xml_add_value(out, target);
    builder_add_c(out, is_external ? "\" TargetMode=\"External\"/>" : "\"/>");
}

struct str writer_relate(struct docx_writer *writer, struct out_part *part, struct str type,
                         struct str target, bool is_external)
{
    const struct docx_part *tree = part->tree;
    for (uint32_t i = 0; i < docx_relationship_count(tree); i++) {
        const struct docx_relationship *known = &tree->relationships[i];
        if (known->is_external == is_external && str_equal(known->address, type) &&
            str_equal(known->target, target))
            return known->id;
    }
    struct str id;
    do
        id = arena_print(writer->arena, "rIdE%u", ++part->added_count);
    while (docx_relationship(tree, id));
    add_relationship(&part->relationships, id, type, target, is_external);
    return id;
}

struct str writer_add_part(struct docx_writer *writer, struct str name, struct str content,
                           struct str content_type)
{
    size_t dot = name.length;
    while (dot > 0 && name.bytes[dot - 1] != '.' && name.bytes[dot - 1] != '/')
        dot--;
    size_t stem = dot > 0 && name.bytes[dot - 1] == '.' ? dot - 1 : name.length;
    struct str own = name;
    for (uint32_t n = 1; docx_part_named(writer->package, own) != NO_PART ||
                         names_find(writer->part_names, own) != NAMES_NONE;
         n++)
        own = arena_print(writer->arena, "%.*s-e%u%.*s", STR_ARGS(str_slice(name, 0, stem)), n,
                          STR_ARGS(str_skip(name, stem)));
    names_add(writer->part_names, own);
    *LIST_ADD(&writer->changes, struct zip_change) =
        (struct zip_change){.name = own, .content = content};
    if (content_type.length > 0) {
        builder_add_c(&writer->types, "<Override xmlns=\"http://schemas.openxmlformats.org/package/"
                                      "2006/content-types\" PartName=\"/");
        xml_add_value(&writer->types, own);
        builder_add_byte(&writer->types, '"');
        xml_add_attribute(&writer->types, "ContentType", content_type);
        builder_add_c(&writer->types, "/>");
    }
    return own;
}

// The XML with new children at the end of its root.
static struct str with_children(struct str xml, struct str children, struct arena *arena)
{
    size_t at = xml.length;
    while (at > 0 && xml.bytes[at - 1] != '>')
        at--;
    struct builder out = builder_make(arena);
    if (at > 1 && xml.bytes[at - 2] == '/') { // <Relationships …/>
        size_t open = at;
        while (open > 0 && xml.bytes[open - 1] != '<')
            open--;
        size_t name = open;
        while (name < at && xml.bytes[name] != ' ' && xml.bytes[name] != '/')
            name++;
        builder_add(&out, str_slice(xml, 0, at - 2));
        builder_add_byte(&out, '>');
        builder_add(&out, children);
        builder_print(&out, "</%.*s>", STR_ARGS(str_slice(xml, open, name)));
        return builder_str(&out);
    }
    while (at > 0 && xml.bytes[at - 1] != '<')
        at--;
    builder_add(&out, str_slice(xml, 0, at - (at > 0)));
    builder_add(&out, children);
    builder_add(&out, str_skip(xml, at - (at > 0)));
    return builder_str(&out);
}

static bool finish_relationships(struct docx_writer *writer, const struct out_part *part,
                                 struct error *error)
{
    struct str added = builder_str(&part->relationships);
    if (added.length == 0)
        return true;
    struct str name = docx_relationships_name(writer->arena, part->tree->name);
    struct str content = STR("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                             "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
                             "2006/relationships\"></Relationships>");
    uint32_t number = docx_part_named(writer->package, name);
    if (number != NO_PART) {
        if (!docx_part_content(writer->package, number, error))
            return false;
        name = writer->package->parts[number].name;
        content = writer->package->parts[number].content;
    }
    *LIST_ADD(&writer->changes, struct zip_change) =
        (struct zip_change){.name = name, .content = with_children(content, added, writer->arena)};
    return true;
}

// What was put in bears the prefix "w": where the base has another for Word's elements it gets that one,
// and where it has none for them "w" is declared.
static void give_prefix(struct docx_writer *writer, struct out_part *part)
{
    struct str word = prefixes_word_address(part->tree);
    if (word.length == 0 || root_namespace(part->tree, STR("w"), writer->arena).length > 0)
        return;
    struct str prefix = prefixes_root(part->tree);
    if (prefix.length > 0)
        patches_set_prefix(&part->patches, prefix);
    else
        (void)writer_declare(writer, part, STR("w"), word);
}

static void finish_part(struct docx_writer *writer, struct out_part *part)
{
    const struct xml_node *root = &part->tree->xml.nodes[0];
    give_prefix(writer, part);
    struct builder declared = builder_make(writer->arena);
    for (uint32_t i = 0; i < part->namespaces.count; i++) {
        builder_print(&declared, " xmlns:%.*s=\"", STR_ARGS(names_at(part->prefixes, i)));
        xml_add_value(&declared, *LIST_AT(&part->namespaces, struct str, i));
        builder_add_byte(&declared, '"');
    }
    size_t end = root->open_to - (root->open_to == root->to ? 2 : 1);
    if (declared.length > 0)
        patches_add(&part->patches, end, end, builder_str(&declared));
    *LIST_ADD(&writer->changes, struct zip_change) = (struct zip_change){
        .name = part->tree->name,
        .content = patches_apply(&part->patches, part->tree->xml.source, writer->arena)};
}

static bool finish_types(struct docx_writer *writer, struct error *error)
{
    if (writer->types.length == 0)
        return true;
    uint32_t number = docx_part_named(writer->package, STR("[Content_Types].xml"));
    if (!docx_part_content(writer->package, number, error))
        return false;
    const struct docx_part *part = &writer->package->parts[number];
    *LIST_ADD(&writer->changes, struct zip_change) = (struct zip_change){
        .name = part->name,
        .content = with_children(part->content, builder_str(&writer->types), writer->arena)};
    return true;
}

bool writer_finish(struct docx_writer *writer, struct str *bytes, struct error *error)
{
    for (uint32_t i = 0; i < writer->package->part_count; i++) {
        struct out_part *part = writer->parts[i];
        if (!part)
            continue;
        if (part->patches.items.count > 0 || part->namespaces.count > 0)
            finish_part(writer, part);
        if (!finish_relationships(writer, part, error))
            return false;
    }
    if (!finish_types(writer, error))
        return false;
    const struct zip_change *changes = LIST_ITEMS(&writer->changes, struct zip_change);
    const struct zip *base = &writer->package->zip;
    size_t count = writer->changes.count;
    // What is written for a scheme is settled before anybody gets it.
    return writer->scheme ? zip_write_passing(base, changes, count, writer->arena, bytes, error)
                          : zip_write(base, changes, count, writer->arena, bytes, error);
}
