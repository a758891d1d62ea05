// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/record.h"

#include "codec/xml_write.h"

#define NAMESPACE "urn:entente:merge:1"

static void add_named(struct builder *out, const char *element, const char *attribute,
                      struct str name)
{
    builder_print(out, "<%s", element);
    xml_add_attribute(out, attribute, name);
    builder_add_c(out, "/>");
}

// The settler of a scheme is nobody.
static uint32_t party_count(const struct docx_writer *writer)
{
    return writer->scheme ? writer->scheme->settler.number : writer->merged->party_count;
}

static void add_holders(const struct docx_writer *writer, const struct party *parties,
                        uint32_t count, struct builder *out)
{
    for (uint32_t i = 0; i < count; i++)
        add_named(out, "held", "party", writer->merged->party_names[parties[i].number]);
}

static void add_wordings(const struct docx_writer *writer, struct builder *out)
{
    for (uint32_t i = 0; writer->scheme && i < writer->scheme->style_count; i++) {
        const struct bracket_style *style = &writer->scheme->styles[i];
        builder_add_c(out, "<wording");
        xml_add_attribute(out, "style", style->id);
        if (style->is_mark)
            xml_add_attribute(out, "mark", STR("1"));
        if (style->is_base)
            xml_add_attribute(out, "base", STR("1"));
        builder_add_byte(out, '>');
        add_holders(writer, style->parties, style->party_count, out);
        builder_add_c(out, "</wording>");
    }
}

void record_add(struct docx_writer *writer)
{
    const struct merged *merged = writer->merged;
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<merge xmlns=\"" NAMESPACE "\">");
    for (uint32_t i = 0; i < party_count(writer); i++)
        add_named(&out, "party", "name", merged->party_names[i]);
    for (uint32_t i = 0; i < writer->author_holders.count; i++) {
        const struct holders *by = LIST_AT(&writer->author_holders, struct holders, i);
        if (writer->scheme && holders_have(*by, writer->scheme->settler))
            continue;
        builder_add_c(&out, "<author");
        xml_add_attribute(&out, "name", names_at(writer->authors, i));
        builder_add_byte(&out, '>');
        add_holders(writer, by->items, by->count, &out);
        builder_add_c(&out, "</author>");
    }
    add_wordings(writer, &out);
    builder_add_c(&out, "</merge>");
    struct str name = writer_add_part(writer, STR("customXml/entente.xml"), builder_str(&out),
                                      STR("application/xml"));
    writer_relate(writer, writer_part(writer, writer->package->main),
                  STR("http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                      "customXml"),
                  name, false);
}

static struct str value_of(const struct xml *xml, uint32_t node, struct str name)
{
    struct str value = STR("");
    uint32_t number = xml_name(xml, STR(""), name);
    if (number != NAMES_NONE)
        xml_value(xml, node, number, &value);
    return value;
}

static struct list held_in(const struct xml *xml, uint32_t node, struct arena *arena)
{
    struct list held = LIST_MAKE(arena, struct str);
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
        *LIST_ADD(&held, struct str) = value_of(xml, child, STR("party"));
    return held;
}

static void read_wording(const struct xml *xml, uint32_t node, struct arena *arena,
                         struct record_wording *wording)
{
    struct list held = held_in(xml, node, arena);
    *wording = (struct record_wording){.style = value_of(xml, node, STR("style")),
                                       .is_mark = value_of(xml, node, STR("mark")).length > 0,
                                       .is_base = value_of(xml, node, STR("base")).length > 0,
                                       .parties = LIST_ITEMS(&held, struct str),
                                       .party_count = held.count};
}

static void read_author(const struct xml *xml, uint32_t node, struct arena *arena,
                        struct record_author *author)
{
    struct list held = held_in(xml, node, arena);
    *author = (struct record_author){value_of(xml, node, STR("name")),
                                     LIST_ITEMS(&held, struct str), held.count};
}

// The part of a package that is a record; NO_PART: none. Of several the last one was written last.
static uint32_t record_part(struct docx_package *package)
{
    const struct docx_part *main = &package->parts[package->main];
    uint32_t found = NO_PART;
    for (uint32_t i = 0; i < docx_relationship_count(main); i++) {
        if (!str_equal(main->relationships[i].type, STR("customXml")))
            continue;
        uint32_t number = docx_part_named(package, main->relationships[i].target);
        struct error error;
        if (number == NO_PART || !docx_part_tree(package, number, &error))
            continue;
        const struct xml *xml = &package->parts[number].xml;
        if (xml->nodes[0].name == xml_name(xml, STR(NAMESPACE), STR("merge")))
            found = number;
    }
    return found;
}

bool record_cleared(struct docx_package *package, struct zip_change *cleared)
{
    uint32_t number = record_part(package);
    if (number != NO_PART)
        *cleared = (struct zip_change){
            .name = package->parts[number].name,
            .content = STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<merge xmlns=\"" NAMESPACE
                           "\"/>")};
    return number != NO_PART;
}

void record_clear(struct docx_writer *writer)
{
    struct zip_change cleared;
    if (record_cleared(writer->package, &cleared))
        *LIST_ADD(&writer->changes, struct zip_change) = cleared;
}

static void read_root(const struct xml *xml, struct arena *arena, struct docx_record *record)
{
    uint32_t party = xml_name(xml, STR(NAMESPACE), STR("party"));
    struct list parties = LIST_MAKE(arena, struct str);
    uint32_t wording = xml_name(xml, STR(NAMESPACE), STR("wording"));
    struct list authors = LIST_MAKE(arena, struct record_author);
    struct list wordings = LIST_MAKE(arena, struct record_wording);
    for (uint32_t node = 1; node < xml->nodes[0].end; node = xml->nodes[node].end) {
        if (xml->nodes[node].name == XML_TEXT)
            continue;
        if (xml->nodes[node].name == party)
            *LIST_ADD(&parties, struct str) = value_of(xml, node, STR("name"));
        else if (xml->nodes[node].name == wording)
            read_wording(xml, node, arena, LIST_ADD(&wordings, struct record_wording));
        else
            read_author(xml, node, arena, LIST_ADD(&authors, struct record_author));
    }
    *record = (struct docx_record){LIST_ITEMS(&parties, struct str),
                                   parties.count,
                                   LIST_ITEMS(&authors, struct record_author),
                                   authors.count,
                                   LIST_ITEMS(&wordings, struct record_wording),
                                   wordings.count};
}

bool record_read(struct docx_package *package, struct arena *arena, struct docx_record *record)
{
    uint32_t number = record_part(package);
    if (number != NO_PART)
        read_root(&package->parts[number].xml, arena, record);
    return number != NO_PART;
}
