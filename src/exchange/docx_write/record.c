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

struct str record_words_mark(struct str words, struct arena *arena)
{
    struct str object = STR("\xef\xbf\xbc"); // what is no text cannot be known again by its words
    if (str_contains(words, object))
        return STR("");
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < words.length; i++) {
        unsigned char c = (unsigned char)words.bytes[i];
        if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            builder_add_byte(&out, (char)c);
    }
    return arena_print(arena, "%08x", (unsigned)(str_hash(builder_str(&out)) & 0xffffffffU));
}

static struct str piece_text(const struct docx_writer *writer, const struct bracket_piece *piece)
{
    const struct merged *merged = writer->merged;
    const struct document *document =
        piece->document == 0 ? merged->base : merged->drafts[piece->document - 1];
    return str_slice(document->text, piece->range.from, piece->range.to);
}

static void end_rival(const struct docx_writer *writer, const struct bracket_style *style,
                      struct builder *words, struct builder *out)
{
    if (!style)
        return;
    builder_add_c(out, "<in");
    xml_add_attribute(out, "style", style->id);
    xml_add_attribute(out, "words", record_words_mark(builder_str(words), writer->arena));
    builder_add_c(out, "/>");
    *words = builder_make(writer->arena);
}

// The text behind a slot may begin with a bracket, which nobody has typed there since.
static bool has_own_bracket(const struct docx_writer *writer, uint32_t slot)
{
    const struct merged *merged = writer->merged;
    struct str behind = str_skip(merged->base->text, merged->slots[slot].base.to);
    return str_starts_with(behind, STR("[")) || str_starts_with(behind, STR(" ["));
}

// A piece in the style of brackets that begins with one opens a wording, whose words follow it.
static void add_slot(const struct docx_writer *writer, uint32_t number, struct builder *out)
{
    const struct bracketed_slot *slot = &writer->scheme->slots[number];
    const struct bracket_style *open = NULL;
    struct builder words = builder_make(writer->arena);
    builder_add_c(out, has_own_bracket(writer, number) ? "<slot own=\"1\">" : "<slot>");
    for (uint32_t i = 0; i < slot->count; i++) {
        const struct bracket_piece *piece = &slot->pieces[i];
        if (piece->style == 0)
            continue;
        const struct bracket_style *style = &writer->scheme->styles[piece->style - 1];
        struct str text = piece_text(writer, piece);
        if (!style->is_mark) {
            builder_add(&words, text);
        } else if (str_starts_with(str_trim(text), STR("["))) {
            end_rival(writer, open, &words, out);
            open = style;
        }
    }
    end_rival(writer, open, &words, out);
    builder_add_c(out, "</slot>");
}

static void add_slots(const struct docx_writer *writer, struct builder *out)
{
    const struct docx_scheme *scheme = writer->scheme;
    for (uint32_t s = 0; scheme && scheme->slots && s < writer->merged->slot_count; s++)
        if (scheme->slots[s].count > 0 && scheme->slots[s].pieces[0].style > 0)
            add_slot(writer, s, out);
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
    add_slots(writer, &out);
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

// Wordings stand in front of slots.
static struct record_slot read_slot(const struct xml *xml, uint32_t node,
                                    const struct list *wordings, struct arena *arena)
{
    struct list rivals = LIST_MAKE(arena, struct record_rival);
    for (uint32_t child = node + 1; child < xml->nodes[node].end; child = xml->nodes[child].end) {
        struct str style = value_of(xml, child, STR("style"));
        for (size_t i = 0; i < wordings->count; i++) {
            const struct record_wording *by = LIST_AT(wordings, const struct record_wording, i);
            if (by->is_mark && str_equal(by->style, style))
                *LIST_ADD(&rivals, struct record_rival) =
                    (struct record_rival){by, value_of(xml, child, STR("words"))};
        }
    }
    return (struct record_slot){LIST_ITEMS(&rivals, struct record_rival), rivals.count,
                                value_of(xml, node, STR("own")).length > 0};
}

static struct list read_slots(const struct xml *xml, const struct list *wordings,
                              struct arena *arena)
{
    uint32_t slot = xml_name(xml, STR(NAMESPACE), STR("slot"));
    struct list slots = LIST_MAKE(arena, struct record_slot);
    for (uint32_t node = 1; node < xml->nodes[0].end; node = xml->nodes[node].end)
        if (xml->nodes[node].name != XML_TEXT && xml->nodes[node].name == slot)
            *LIST_ADD(&slots, struct record_slot) = read_slot(xml, node, wordings, arena);
    return slots;
}

static void read_root(const struct xml *xml, struct arena *arena, struct docx_record *record)
{
    uint32_t party = xml_name(xml, STR(NAMESPACE), STR("party"));
    struct list parties = LIST_MAKE(arena, struct str);
    uint32_t wording = xml_name(xml, STR(NAMESPACE), STR("wording"));
    uint32_t author = xml_name(xml, STR(NAMESPACE), STR("author"));
    struct list authors = LIST_MAKE(arena, struct record_author);
    struct list wordings = LIST_MAKE(arena, struct record_wording);
    for (uint32_t node = 1; node < xml->nodes[0].end; node = xml->nodes[node].end) {
        if (xml->nodes[node].name == XML_TEXT)
            continue;
        if (xml->nodes[node].name == party)
            *LIST_ADD(&parties, struct str) = value_of(xml, node, STR("name"));
        else if (xml->nodes[node].name == wording)
            read_wording(xml, node, arena, LIST_ADD(&wordings, struct record_wording));
        else if (xml->nodes[node].name == author)
            read_author(xml, node, arena, LIST_ADD(&authors, struct record_author));
    }
    struct list slots = read_slots(xml, &wordings, arena);
    *record = (struct docx_record){LIST_ITEMS(&parties, struct str),
                                   parties.count,
                                   LIST_ITEMS(&authors, struct record_author),
                                   authors.count,
                                   LIST_ITEMS(&wordings, struct record_wording),
                                   wordings.count,
                                   LIST_ITEMS(&slots, struct record_slot),
                                   slots.count};
}

bool record_read(struct docx_package *package, struct arena *arena, struct docx_record *record)
{
    uint32_t number = record_part(package);
    if (number != NO_PART)
        read_root(&package->parts[number].xml, arena, record);
    return number != NO_PART;
}
