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

void record_add(struct docx_writer *writer)
{
    const struct merged *merged = writer->merged;
    struct builder out = builder_make(writer->arena);
    builder_add_c(&out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<merge xmlns=\"" NAMESPACE "\">");
    for (uint32_t i = 0; i < merged->party_count; i++)
        add_named(&out, "party", "name", merged->party_names[i]);
    for (uint32_t i = 0; i < writer->author_holders.count; i++) {
        builder_add_c(&out, "<author");
        xml_add_attribute(&out, "name", names_at(writer->authors, i));
        builder_add_byte(&out, '>');
        const struct holders *by = LIST_AT(&writer->author_holders, struct holders, i);
        for (uint32_t k = 0; k < by->count; k++)
            add_named(&out, "held", "party", merged->party_names[by->items[k].number]);
        builder_add_c(&out, "</author>");
    }
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

static void read_author(const struct xml *xml, uint32_t node, struct arena *arena,
                        struct record_author *author)
{
    struct list held = LIST_MAKE(arena, struct str);
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end)
        *LIST_ADD(&held, struct str) = value_of(xml, child, STR("party"));
    *author = (struct record_author){value_of(xml, node, STR("name")),
                                     LIST_ITEMS(&held, struct str), held.count};
}

static void read_root(const struct xml *xml, struct arena *arena, struct docx_record *record)
{
    uint32_t party = xml_name(xml, STR(NAMESPACE), STR("party"));
    struct list parties = LIST_MAKE(arena, struct str);
    struct list authors = LIST_MAKE(arena, struct record_author);
    for (uint32_t node = 1; node < xml->nodes[0].end; node = xml->nodes[node].end) {
        if (xml->nodes[node].name == XML_TEXT)
            continue;
        if (xml->nodes[node].name == party)
            *LIST_ADD(&parties, struct str) = value_of(xml, node, STR("name"));
        else
            read_author(xml, node, arena, LIST_ADD(&authors, struct record_author));
    }
    *record = (struct docx_record){LIST_ITEMS(&parties, struct str), parties.count,
                                   LIST_ITEMS(&authors, struct record_author), authors.count};
}

bool record_read(struct docx_package *package, struct arena *arena, struct docx_record *record)
{
    const struct docx_part *main = &package->parts[package->main];
    bool found = false;
    for (uint32_t i = 0; i < docx_relationship_count(main); i++) {
        if (!str_equal(main->relationships[i].type, STR("customXml")))
            continue;
        uint32_t number = docx_part_named(package, main->relationships[i].target);
        struct error error;
        if (number == NO_PART || !docx_part_tree(package, number, &error))
            continue;
        const struct xml *xml = &package->parts[number].xml;
        if (xml->nodes[0].name == xml_name(xml, STR(NAMESPACE), STR("merge"))) {
            read_root(xml, arena, record); // of several the last one was written last
            found = true;
        }
    }
    return found;
}
