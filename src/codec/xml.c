// SPDX-License-Identifier: Apache-2.0
#include "codec/xml.h"

#include "base/builder.h"
#include "codec/xml_reader.h"
#include "codec/xml_scan.h"

#include <assert.h>
#include <string.h>

// Newer versions of expat have wider forms of these functions; sources are below 4 GiB, and every
// version has these.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static struct place here(const struct xml_reader *reader)
{
    struct place place = reader->place;
    place.line = (size_t)XML_GetCurrentLineNumber(reader->parser);
    place.column = (size_t)XML_GetCurrentColumnNumber(reader->parser) + 1;
    return place;
}

static void fail(struct xml_reader *reader)
{
    reader->has_failed = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

// The error is set already but for its place.
static void fail_here(struct xml_reader *reader)
{
    reader->error->place = here(reader);
    fail(reader);
}

static uint32_t byte_now(const struct xml_reader *reader)
{
    // Sources are below 4 GiB: xml_read checks it.
    return (uint32_t)XML_GetCurrentByteIndex(reader->parser);
}

// Declarations hold for the element's own name too, so they come first.
static bool declare(struct xml_reader *reader, const char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        struct str name = str_of(attributes[i]);
        if (xml_is_declaration(name) &&
            !xml_scope_declare(&reader->scope, reader->node_count, name, str_of(attributes[i + 1]),
                               reader->error))
            return false;
    }
    return true;
}

static bool add_attributes(struct xml_reader *reader, const char **attributes)
{
    for (size_t i = 0; attributes[i]; i += 2) {
        struct str name = str_of(attributes[i]);
        if (xml_is_declaration(name))
            continue;
        struct xml_attribute *attribute = &reader->attributes[reader->attribute_count++];
        if (!xml_scope_name(&reader->scope, name, true, &attribute->name, reader->error))
            return false;
        attribute->from = reader->text_length;
        xml_reader_add(reader, attributes[i + 1], strlen(attributes[i + 1]));
        attribute->to = reader->text_length;
    }
    return true;
}

static void XMLCALL on_start(void *user, const char *name, const char **attributes)
{
    struct xml_reader *reader = user;
    if (reader->has_failed)
        return;
    xml_reader_drop_white(reader);
    size_t count = (size_t)XML_GetSpecifiedAttributeCount(reader->parser) / 2;
    if (count > reader->limits->xml_attributes) {
        error_at(reader->error, TOO_LARGE, here(reader),
                 "an element has %zu attributes; at most %zu are read", count,
                 reader->limits->xml_attributes);
        fail(reader);
        return;
    }
    if (++reader->depth > reader->limits->xml_depth) {
        error_at(reader->error, TOO_LARGE, here(reader),
                 "elements are nested deeper than %zu levels", reader->limits->xml_depth);
        fail(reader);
        return;
    }
    if (!declare(reader, attributes)) {
        fail_here(reader);
        return;
    }
    uint32_t from = byte_now(reader);
    struct xml_node *node =
        xml_reader_open(reader, from, from + (uint32_t)XML_GetCurrentByteCount(reader->parser));
    if (!xml_scope_name(&reader->scope, str_of(name), false, &node->name, reader->error) ||
        !add_attributes(reader, attributes))
        fail_here(reader);
}

static void XMLCALL on_end(void *user, const char *name)
{
    (void)name;
    struct xml_reader *reader = user;
    if (reader->has_failed)
        return;
    uint32_t from = byte_now(reader);
    xml_reader_close(reader, from, from + (uint32_t)XML_GetCurrentByteCount(reader->parser));
}

static void XMLCALL on_text(void *user, const char *bytes, int length)
{
    struct xml_reader *reader = user;
    if (reader->has_failed)
        return;
    uint32_t from = byte_now(reader);
    struct xml_node *node = xml_reader_text(reader, from);
    xml_reader_add(reader, bytes, (size_t)length);
    node->close_from = reader->text_length;
    node->to = from + (uint32_t)XML_GetCurrentByteCount(reader->parser);
}

static void XMLCALL on_document_type(void *user, const char *name, const char *system,
                                     const char *public, int has_internal)
{
    (void)name, (void)system, (void)public, (void)has_internal;
    struct xml_reader *reader = user;
    error_at(reader->error, UNSUPPORTED, here(reader),
             "a document type (<!DOCTYPE) stands here; such files are not read");
    fail(reader);
}

static void XMLCALL on_declaration(void *user, const char *version, const char *encoding,
                                   int standalone)
{
    (void)version, (void)standalone;
    static const char *const known[] = {"UTF-8", "UTF-16", "US-ASCII"};
    struct xml_reader *reader = user;
    if (!encoding)
        return;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (str_equal_ignoring_case(str_of(encoding), str_of(known[i])))
            return;
    error_at(reader->error, UNSUPPORTED, here(reader),
             "the encoding is %s; only UTF-8 and UTF-16 are read", encoding);
    fail(reader);
}

static bool refuse_syntax(struct xml_reader *reader)
{
    if (reader->has_failed)
        return false;
    return error_at(reader->error, BAD_INPUT, here(reader), "this is not well-formed XML: %s",
                    XML_ErrorString(XML_GetErrorCode(reader->parser)));
}

// Hands the bytes over in pieces, so that expat holds no second copy of them. A token that fills
// a whole piece makes the next one twice as long: scanning it again and again stays linear.
static bool parse(struct xml_reader *reader, struct str source)
{
    if (source.length == 0)
        source = STR(""); // expat wants an address, even of nothing
    size_t piece = (size_t)1 << 16;
    size_t at = 0;
    long token_at = -1;
    do {
        size_t length = source.length - at < piece ? source.length - at : piece;
        bool is_last = at + length == source.length;
        if (XML_Parse(reader->parser, source.bytes + at, (int)length, is_last) != XML_STATUS_OK)
            return refuse_syntax(reader);
        at += length;
        long token_now = (long)XML_GetCurrentByteIndex(reader->parser);
        if (token_now == token_at)
            piece *= 2;
        token_at = token_now;
    } while (at < source.length);
    return true;
}

// What the tree can hold at most: every element begins with a "<", every text behind a ">" or with
// a CDATA section, every attribute has a "=".
struct counts {
    size_t nodes;
    size_t attributes;
};

// Sixteen lanes, each with the counts of every sixteenth byte and the one that follows it: the compiler
// makes one step of the machine of each line.
enum { LANES = 16, ROWS = 32 }; // a lane counts one a row at most, and holds 255

static size_t count_rows(struct str source, struct counts *counts)
{
    const char *bytes = source.bytes;
    size_t at = 0;
    while (at + LANES * ROWS < source.length) {
        uint8_t nodes[LANES] = {0};
        uint8_t attributes[LANES] = {0};
        for (size_t row = 0; row < ROWS; row++, at += LANES)
            for (size_t k = 0; k < LANES; k++) {
                char c = bytes[at + k];
                char next = bytes[at + k + 1];
                int is_element = (c == '<') & (next != '/') & (next != '?');
                int is_text = (c == '>') & (next != '<');
                nodes[k] = (uint8_t)(nodes[k] + is_element + is_text);
                attributes[k] = (uint8_t)(attributes[k] + (c == '='));
            }
        for (size_t k = 0; k < LANES; k++) {
            counts->nodes += nodes[k];
            counts->attributes += attributes[k];
        }
    }
    return at;
}

static struct counts count(struct str source)
{
    struct counts counts = {2, 1};
    for (size_t i = count_rows(source, &counts); i + 1 < source.length; i++) {
        char c = source.bytes[i];
        char next = source.bytes[i + 1];
        if (c == '=')
            counts.attributes++;
        else if (c == '<')
            counts.nodes += next != '/' && next != '?';
        else if (c == '>')
            counts.nodes += next != '<';
    }
    return counts;
}

static bool reserve(struct xml_reader *reader, struct str source)
{
    struct counts counts = count(source);
    size_t most = reader->limits->xml_nodes;
    if (counts.nodes > most || counts.attributes > 2 * most)
        return error_at(reader->error, TOO_LARGE, reader->place,
                        "the part has more than %zu elements and texts", most);
    // Below 4 GiB there are too few of both to overflow.
    reader->nodes = arena_take_bare(reader->arena, (counts.nodes + 1) * sizeof *reader->nodes);
    reader->attributes =
        arena_take_bare(reader->arena, counts.attributes * sizeof *reader->attributes);
    reader->text = arena_take_bare(reader->arena, source.length + 1); // decoding never lengthens
    reader->scope = xml_scope_make(reader->arena);
    return true;
}

static uint32_t unit_at(struct str bytes, size_t at, bool big_end_first)
{
    uint32_t first = (unsigned char)bytes.bytes[at];
    uint32_t second = (unsigned char)bytes.bytes[at + 1];
    return big_end_first ? first << 8 | second : second << 8 | first;
}

static bool is_high_half(uint32_t unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

static bool is_low_half(uint32_t unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

enum unit_order { ORDER_NONE, ORDER_LITTLE, ORDER_BIG };

// UTF-16 shows by its byte order mark, or by the zero beside the first "<".
static enum unit_order utf16_order(struct str bytes, size_t *mark_bytes)
{
    static const struct {
        char start[2];
        size_t mark_bytes;
        enum unit_order order;
    } starts[] = {
        {"\xff\xfe", 2, ORDER_LITTLE},
        {"\xfe\xff", 2, ORDER_BIG},
        {"<\0", 0, ORDER_LITTLE},
        {"\0<", 0, ORDER_BIG},
    };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (bytes.length >= 2 && memcmp(bytes.bytes, starts[i].start, 2) == 0) {
            *mark_bytes = starts[i].mark_bytes;
            return starts[i].order;
        }
    return ORDER_NONE;
}

// Makes *source UTF-8 when it is UTF-16; the XML declaration, which names the other encoding, is
// left out then.
static bool from_utf16(struct place place, struct arena *arena, struct str *source,
                       struct error *error)
{
    struct str bytes = *source;
    size_t at = 0;
    enum unit_order order = utf16_order(bytes, &at);
    if (order == ORDER_NONE)
        return true;
    struct builder out = builder_make(arena);
    for (; at + 1 < bytes.length; at += 2) {
        uint32_t unit = unit_at(bytes, at, order == ORDER_BIG);
        if (is_high_half(unit) && at + 3 < bytes.length) {
            uint32_t low = unit_at(bytes, at + 2, order == ORDER_BIG);
            if (is_low_half(low)) {
                unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        if (is_high_half(unit) || is_low_half(unit))
            return error_at(error, BAD_INPUT, place, "the UTF-16 text is broken at byte %zu", at);
        builder_add_code_point(&out, unit);
    }
    *source = builder_str(&out);
    if (str_starts_with(*source, STR("<?xml ")))
        *source = str_skip(*source, str_find(*source, STR("?>")) + 2);
    return true;
}

// What the quick reader does not take, expat reads, or says what is wrong with it.
static bool read_by_expat(struct xml_reader *reader, struct str source)
{
    reader->parser = XML_ParserCreate("UTF-8");
    if (!reader->parser)
        return error_at(reader->error, TOO_LARGE, reader->place,
                        "there is no memory left to read XML");
    XML_SetUserData(reader->parser, reader);
    XML_SetElementHandler(reader->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader->parser, on_text);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_document_type);
    XML_SetXmlDeclHandler(reader->parser, on_declaration);
    bool done = parse(reader, source);
    XML_ParserFree(reader->parser);
    return done;
}

bool xml_read(struct place place, struct str bytes, const struct input_limits *limits,
              struct arena *arena, struct xml *xml, struct error *error)
{
    if (bytes.length >= UINT32_MAX / 2)
        return error_at(error, TOO_LARGE, place, "the part has %zu bytes", bytes.length);
    struct str source = bytes;
    if (!input_limits_spend(limits, bytes.length, error) ||
        !from_utf16(place, arena, &source, error))
        return false;
    struct xml_reader reader = {.limits = limits, .place = place, .error = error, .arena = arena};
    if (!reserve(&reader, source))
        return false;
    if (!xml_scan(&reader, source) && !read_by_expat(&reader, source))
        return false;
    reader.nodes[reader.node_count].first_attribute = reader.attribute_count;
    *xml = (struct xml){.source = source,
                        .text = {reader.text, reader.text_length},
                        .nodes = reader.nodes,
                        .node_count = reader.node_count,
                        .attributes = reader.attributes,
                        .names = reader.scope.names};
    return true;
}

uint32_t xml_name(const struct xml *xml, struct str space, struct str local)
{
    if (space.length == 0)
        return names_find(xml->names, local);
    char name[256];
    size_t length = space.length + 1 + local.length;
    if (length > sizeof name)
        return NAMES_NONE;
    memcpy(name, space.bytes, space.length);
    name[space.length] = ' ';
    memcpy(name + space.length + 1, local.bytes, local.length);
    return names_find(xml->names, (struct str){name, length});
}

struct str xml_local(const struct xml *xml, uint32_t name)
{
    struct str whole = names_at(xml->names, name);
    size_t from = whole.length;
    while (from > 0 && whole.bytes[from - 1] != ' ')
        from--;
    return str_skip(whole, from);
}

struct str xml_text(const struct xml *xml, uint32_t node)
{
    return str_slice(xml->text, xml->nodes[node].open_to, xml->nodes[node].close_from);
}

struct str xml_bytes(const struct xml *xml, uint32_t node)
{
    return str_slice(xml->source, xml->nodes[node].from, xml->nodes[node].to);
}

struct str xml_attribute_value(const struct xml *xml, uint32_t attribute)
{
    const struct xml_attribute *found = &xml->attributes[attribute];
    return str_slice(xml->text, found->from, found->to);
}

bool xml_value(const struct xml *xml, uint32_t node, uint32_t name, struct str *value)
{
    for (uint32_t i = xml_first_attribute(xml, node); i < xml_last_attribute(xml, node); i++)
        if (xml->attributes[i].name == name) {
            *value = xml_attribute_value(xml, i);
            return true;
        }
    return false;
}
