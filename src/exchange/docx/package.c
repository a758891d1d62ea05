// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/package.h"

#include "base/list.h"
#include "exchange/odt/odt_to_docx.h"

#include <string.h>

static struct place place_of_part(const struct docx_package *package, uint32_t part)
{
    struct place place = place_of(package->zip.source);
    return part == NO_PART ? place : place_with_part(place, package->parts[part].name);
}

// Part names do not tell capitals from small letters (ECMA-376 part 2, 9.1.1).
static struct str small_letters(struct arena *arena, struct str name)
{
    char *small = arena_take(arena, name.length + 1, 1);
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct str){small, name.length};
}

uint32_t docx_part_named(const struct docx_package *package, struct str name)
{
    return names_find(package->part_names, small_letters(package->arena, name));
}

bool docx_part_content(struct docx_package *package, uint32_t number, struct error *error)
{
    struct docx_part *part = &package->parts[number];
    if (!part->is_unpacked &&
        !zip_unpack(&package->zip, part->entry, package->arena, &part->content, error))
        return false;
    part->is_unpacked = true;
    return true;
}

struct str docx_relationships_name(struct arena *arena, struct str part)
{
    size_t slash = str_behind_last(part, '/');
    return arena_print(arena, "%.*s_rels/%.*s.rels", STR_ARGS(str_slice(part, 0, slash)),
                       STR_ARGS(str_skip(part, slash)));
}

// The part's name that a target means, seen from the folder of `part`: "../a/b.xml".
static struct str resolved(struct arena *arena, struct str part, struct str target)
{
    target = str_slice(target, 0, str_find_byte(target, '#'));
    if (str_starts_with(target, STR("/")))
        return str_skip(target, 1);
    size_t folder = str_behind_last(part, '/');
    struct str segment;
    while (str_starts_with(target, STR("../")) || str_starts_with(target, STR("./"))) {
        str_cut(&target, '/', &segment);
        if (segment.length == 1 || folder == 0)
            continue;
        folder = str_behind_last(str_slice(part, 0, folder - 1), '/');
    }
    return arena_print(arena, "%.*s%.*s", STR_ARGS(str_slice(part, 0, folder)), STR_ARGS(target));
}

static struct str last_segment(struct str address)
{
    return str_skip(address, str_behind_last(address, '/'));
}

static struct str plain_value(const struct xml *xml, uint32_t node, struct str name)
{
    struct str value = {NULL, 0};
    uint32_t number = xml_name(xml, STR(""), name);
    if (number == NAMES_NONE || !xml_value(xml, node, number, &value))
        return (struct str){NULL, 0};
    return value;
}

// The relationships of one part, found by id.
struct relationships {
    const struct docx_relationship *items;
    struct names *ids;
};

// Reads the relationships of a part ("" for the package); none when the file is absent.
static bool read_relationships(struct docx_package *package, struct str part,
                               struct relationships *relationships, struct error *error)
{
    *relationships = (struct relationships){NULL, names_make(package->arena)};
    uint32_t number = docx_part_named(package, docx_relationships_name(package->arena, part));
    if (number == NO_PART)
        return true;
    struct xml xml;
    if (!docx_part_content(package, number, error) ||
        !xml_read(place_of_part(package, number), package->parts[number].content, package->limits,
                  package->arena, &xml, error))
        return false;
    struct docx_relationship *found =
        ARENA_ARRAY(package->arena, struct docx_relationship, xml.node_count);
    for (uint32_t node = 1; node < xml.node_count; node = xml.nodes[node].end) {
        struct str id = plain_value(&xml, node, STR("Id"));
        uint32_t count = names_count(relationships->ids);
        if (names_add(relationships->ids, id) != count)
            continue; // the first of two with one id counts
        struct str target = plain_value(&xml, node, STR("Target"));
        bool is_external = str_equal(plain_value(&xml, node, STR("TargetMode")), STR("External"));
        found[count] = (struct docx_relationship){
            .id = id,
            .type = last_segment(plain_value(&xml, node, STR("Type"))),
            .address = plain_value(&xml, node, STR("Type")),
            .target = is_external ? target : resolved(package->arena, part, target),
            .is_external = is_external};
    }
    relationships->items = found;
    return true;
}

bool docx_part_tree(struct docx_package *package, uint32_t number, struct error *error)
{
    struct docx_part *part = &package->parts[number];
    if (part->is_tree)
        return true;
    if (!docx_part_content(package, number, error) ||
        !xml_read(place_of_part(package, number), part->content, package->limits, package->arena,
                  &part->xml, error))
        return false;
    struct relationships relationships;
    if (!read_relationships(package, part->name, &relationships, error))
        return false;
    part->relationships = relationships.items;
    part->relationship_ids = relationships.ids;
    part->words = words_of(&part->xml, package->arena);
    part->is_tree = true;
    return true;
}

static struct str ending_of(struct str name)
{
    size_t from = name.length;
    while (from > 0 && name.bytes[from - 1] != '.' && name.bytes[from - 1] != '/')
        from--;
    return from > 0 && name.bytes[from - 1] == '.' ? str_skip(name, from) : (struct str){NULL, 0};
}

// [Content_Types].xml: an Override names a part, a Default an ending.
static void set_content_types(struct docx_package *package, const struct xml *xml)
{
    struct names *endings = names_make(package->arena);
    struct str *types = ARENA_ARRAY(package->arena, struct str, xml->node_count);
    for (uint32_t node = 1; node < xml->node_count; node = xml->nodes[node].end) {
        struct str type = plain_value(xml, node, STR("ContentType"));
        struct str name = plain_value(xml, node, STR("PartName"));
        struct str ending = plain_value(xml, node, STR("Extension"));
        uint32_t part = NO_PART;
        if (name.length > 0)
            part = docx_part_named(package, str_skip(name, name.bytes[0] == '/'));
        else if (ending.length > 0)
            types[names_add(endings, small_letters(package->arena, ending))] = type;
        if (part != NO_PART)
            package->parts[part].content_type = type;
    }
    for (uint32_t i = 0; i < package->part_count; i++) {
        struct str ending = ending_of(package->parts[i].name);
        uint32_t number = names_find(endings, small_letters(package->arena, ending));
        if (package->parts[i].content_type.length == 0 && number != NAMES_NONE)
            package->parts[i].content_type = types[number];
    }
}

static bool read_content_types(struct docx_package *package, struct error *error)
{
    uint32_t number = docx_part_named(package, STR("[Content_Types].xml"));
    if (number == NO_PART)
        return error_at(error, BAD_INPUT, place_of(package->zip.source),
                        "this zip archive is no .docx file: it has no [Content_Types].xml");
    struct xml xml;
    if (!docx_part_content(package, number, error) ||
        !xml_read(place_of_part(package, number), package->parts[number].content, package->limits,
                  package->arena, &xml, error))
        return false;
    set_content_types(package, &xml);
    return true;
}

static uint32_t first_target(const struct docx_package *package,
                             const struct relationships *relationships, struct str type)
{
    for (uint32_t i = 0; i < names_count(relationships->ids); i++) {
        const struct docx_relationship *item = &relationships->items[i];
        if (!item->is_external && str_equal(item->type, type))
            return docx_part_named(package, item->target);
    }
    return NO_PART;
}

static bool find_main(struct docx_package *package, struct error *error)
{
    struct relationships relationships;
    if (!read_relationships(package, STR(""), &relationships, error))
        return false;
    package->main = first_target(package, &relationships, STR("officeDocument"));
    if (package->main == NO_PART)
        return error_at(error, BAD_INPUT, place_of(package->zip.source),
                        "this package has no main document");
    if (!docx_part_tree(package, package->main, error))
        return false;
    const struct docx_part *part = &package->parts[package->main];
    if (docx_word(part, 0) != W_DOCUMENT)
        return error_at(error, UNSUPPORTED, place_of_part(package, package->main),
                        "this is an Office file, but no Word document (its main part is a %.*s)",
                        STR_ARGS(xml_local(&part->xml, part->xml.nodes[0].name)));
    return true;
}

static bool same_packed(const struct docx_package *one, uint32_t a,
                        const struct docx_package *other, uint32_t b)
{
    const struct zip_entry *x = a == NO_PART ? NULL : one->parts[a].entry;
    const struct zip_entry *y = b == NO_PART ? NULL : other->parts[b].entry;
    if (!x || !y)
        return a == b; // neither has the part
    return x->method == y->method && x->bytes == y->bytes && str_equal(x->packed, y->packed);
}

// Takes over what is unpacked and read already. A tree comes with its relationships.
static void adopt_parts(struct docx_package *package, const struct docx_package *known)
{
    for (uint32_t i = 0; i < package->part_count; i++) {
        struct docx_part *part = &package->parts[i];
        uint32_t k = docx_part_named(known, part->name);
        if (k == NO_PART || !same_packed(package, i, known, k))
            continue;
        const struct docx_part *old = &known->parts[k];
        part->is_unchanged = true;
        part->content = old->content;
        part->is_unpacked = old->is_unpacked;
        struct str rels = docx_relationships_name(package->arena, part->name);
        if (!old->is_tree || !same_packed(package, docx_part_named(package, rels), known,
                                          docx_part_named(known, rels)))
            continue;
        const struct docx_part own = *part;
        *part = *old;
        part->name = own.name;
        part->entry = own.entry;
        part->content_type = own.content_type;
        part->is_unchanged = true;
    }
}

// An OpenDocument text stands here as the Word file that says the same.
static bool read_archive(struct str name, struct str bytes, const struct input_limits *limits,
                         struct arena *arena, struct zip *zip, struct error *error)
{
    if (!zip_read(name, bytes, limits, arena, zip, error))
        return false;
    if (!zip_is_odt(zip))
        return true;
    return odt_to_docx(zip, limits, arena, &bytes, error) &&
           zip_read(name, bytes, limits, arena, zip, error);
}

static bool open_package(struct str name, struct str bytes, const struct docx_package *known,
                         const struct input_limits *limits, struct arena *arena,
                         struct docx_package **package, struct error *error)
{
    struct docx_package *opened = ARENA_NEW(arena, struct docx_package);
    opened->arena = arena;
    opened->limits = limits;
    if (!read_archive(name, bytes, limits, arena, &opened->zip, error))
        return false;
    opened->parts = ARENA_ARRAY(arena, struct docx_part, opened->zip.count);
    opened->part_names = names_make(arena);
    for (size_t i = 0; i < opened->zip.count; i++) {
        const struct zip_entry *entry = &opened->zip.entries[i];
        uint32_t number = names_add(opened->part_names, small_letters(arena, entry->name));
        if (number != opened->part_count)
            return error_at(error, BAD_INPUT, place_with_part(place_of(name), entry->name),
                            "two parts of the package have this name");
        opened->parts[number] = (struct docx_part){.name = entry->name, .entry = entry};
        opened->part_count++;
    }
    if (known)
        adopt_parts(opened, known);
    if (!read_content_types(opened, error) || !find_main(opened, error))
        return false;
    *package = opened;
    return true;
}

bool docx_package_open(struct str name, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct docx_package **package, struct error *error)
{
    return open_package(name, bytes, NULL, limits, arena, package, error);
}

bool docx_package_open_beside(struct str name, struct str bytes, const struct docx_package *known,
                              const struct input_limits *limits, struct arena *arena,
                              struct docx_package **package, struct error *error)
{
    return open_package(name, bytes, known, limits, arena, package, error);
}

uint32_t docx_relationship_count(const struct docx_part *part)
{
    return names_count(part->relationship_ids);
}

const struct docx_relationship *docx_relationship(const struct docx_part *part, struct str id)
{
    uint32_t number = names_find(part->relationship_ids, id);
    return number == NAMES_NONE ? NULL : &part->relationships[number];
}

uint32_t docx_related_part(const struct docx_package *package, uint32_t number, struct str type)
{
    const struct docx_part *part = &package->parts[number];
    struct relationships relationships = {part->relationships, part->relationship_ids};
    return first_target(package, &relationships, type);
}

uint32_t docx_child(const struct docx_part *part, uint32_t node, enum word word)
{
    const struct xml_node *nodes = part->xml.nodes;
    for (uint32_t child = node + 1; child < nodes[node].end; child = nodes[child].end)
        if (docx_word(part, child) == word)
            return child;
    return NO_NODE;
}

static bool find_attribute(const struct docx_part *part, uint32_t node, enum word word,
                           struct str *value)
{
    const struct xml *xml = &part->xml;
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++)
        if (part->words[xml->attributes[i].name] == word) {
            *value = xml_attribute_value(xml, i);
            return true;
        }
    return false;
}

struct str docx_attribute(const struct docx_part *part, uint32_t node, enum word word)
{
    struct str value = {NULL, 0};
    find_attribute(part, node, word, &value);
    return value;
}

bool docx_has_attribute(const struct docx_part *part, uint32_t node, enum word word)
{
    struct str value;
    return find_attribute(part, node, word, &value);
}

struct str docx_child_value(const struct docx_part *part, uint32_t node, enum word word)
{
    uint32_t child = docx_child(part, node, word);
    return child == NO_NODE ? (struct str){NULL, 0} : docx_attribute(part, child, W_VAL);
}

int docx_toggle(const struct docx_part *part, uint32_t node, enum word word)
{
    uint32_t child = docx_child(part, node, word);
    if (child == NO_NODE)
        return -1;
    struct str value = docx_attribute(part, child, W_VAL);
    return !(str_equal(value, STR("0")) || str_equal(value, STR("false")) ||
             str_equal(value, STR("off")) || str_equal(value, STR("none")));
}
