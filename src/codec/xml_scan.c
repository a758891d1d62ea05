// SPDX-License-Identifier: Apache-2.0
//
// One pass over the bytes, for the XML that word processors write. Whatever is unusual makes it give
// up: comments, CDATA, processing instructions, document types, other encodings, names beyond ASCII,
// and everything that breaks a rule. So it need not say what is wrong, and what it reads is right.
#include "codec/xml_scan.h"

#include "base/eights.h"
#include "base/utf8.h"

#include <string.h>

enum { ATTRIBUTES_MAX = 64 }; // of one element; those with more go the long way

struct raw_attribute {
    struct str name;
    struct str value; // as it stands between the quotes
};

struct xml_scanning {
    struct xml_reader *reader;
    struct str source;
    size_t at;
    struct raw_attribute attributes[ATTRIBUTES_MAX];
    size_t attribute_count;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool goes_on_name(char c)
{
    return begins_name(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '.';
}

static char now(const struct xml_scanning *scan)
{
    return scan->at < scan->source.length ? scan->source.bytes[scan->at] : '\0';
}

static bool skip(struct xml_scanning *scan, char c)
{
    if (now(scan) != c)
        return false;
    scan->at++;
    return true;
}

static void skip_blanks(struct xml_scanning *scan)
{
    while (is_blank(now(scan)))
        scan->at++;
}

static bool scan_name(struct xml_scanning *scan, struct str *name)
{
    size_t from = scan->at;
    if (!begins_name(now(scan)))
        return false;
    while (goes_on_name(now(scan)))
        scan->at++;
    *name = str_slice(scan->source, from, scan->at);
    return true;
}

// May one of eight bytes be a control character, or begin U+FFFE or U+FFFF?
static bool is_suspect(const char *bytes)
{
    uint64_t eight = eight_at(bytes);
    return (eight_controls(eight) | eight_that_are(eight, 0xef)) != 0;
}

// Control characters and the two code points that are none; valid UTF-8 otherwise.
static bool is_plain(struct str source)
{
    for (size_t i = 0; i < source.length; i++) {
        while (i + 8 <= source.length && !is_suspect(source.bytes + i))
            i += 8;
        if (i == source.length)
            break;
        unsigned char c = (unsigned char)source.bytes[i];
        if (c < ' ' && c != '\t' && c != '\n')
            return false;
        if (c == 0xef && i + 2 < source.length && (unsigned char)source.bytes[i + 1] == 0xbf &&
            (unsigned char)source.bytes[i + 2] >= 0xbe)
            return false;
    }
    return utf8_is_valid(source);
}

// The character that "#233" or "#xe9" means; 0 when it means none that may stand in XML.
static uint32_t referred_character(struct str digits)
{
    bool is_hexadecimal = digits.length > 1 && digits.bytes[1] == 'x';
    uint32_t base = is_hexadecimal ? 16 : 10;
    size_t i = is_hexadecimal ? 2 : 1;
    uint32_t c = 0;
    if (i == digits.length || digits.length > 9)
        return 0;
    for (; i < digits.length; i++) {
        char d = digits.bytes[i];
        uint32_t value = 99;
        if (d >= '0' && d <= '9')
            value = (uint32_t)(d - '0');
        else if ((d | 32) >= 'a' && (d | 32) <= 'f')
            value = (uint32_t)((d | 32) - 'a') + 10;
        if (value >= base)
            return 0;
        c = c * base + value;
    }
    bool is_bad = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0xd800 && c < 0xe000) ||
                  c == 0xfffe || c == 0xffff || c > 0x10ffff;
    return is_bad ? 0 : c;
}

static bool add_reference(struct xml_reader *reader, struct str name)
{
    static const struct {
        struct str name;
        char c;
    } entities[] = {{STR_INIT("amp"), '&'},
                    {STR_INIT("lt"), '<'},
                    {STR_INIT("gt"), '>'},
                    {STR_INIT("quot"), '"'},
                    {STR_INIT("apos"), '\''}};
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (str_equal(entities[i].name, name)) {
            xml_reader_add(reader, &entities[i].c, 1);
            return true;
        }
    uint32_t c = name.length > 0 && name.bytes[0] == '#' ? referred_character(name) : 0;
    char bytes[UTF8_MAX];
    if (c != 0)
        xml_reader_add(reader, bytes, utf8_encode(c, bytes));
    return c != 0;
}

// Adds text with its references resolved; in attributes each white space becomes a blank.
static bool add_decoded(struct xml_reader *reader, struct str raw, bool is_attribute)
{
    while (raw.length > 0) {
        size_t plain = str_find_byte(raw, '&');
        uint32_t start = reader->text_length;
        xml_reader_add(reader, raw.bytes, plain);
        for (uint32_t i = start; is_attribute && i < reader->text_length; i++)
            if (is_blank(reader->text[i]))
                reader->text[i] = ' ';
        if (plain == raw.length)
            return true;
        raw = str_skip(raw, plain + 1);
        size_t end = str_find_byte(raw, ';');
        if (end == raw.length || !add_reference(reader, str_slice(raw, 0, end)))
            return false;
        raw = str_skip(raw, end + 1);
    }
    return true;
}

static bool scan_attribute(struct xml_scanning *scan)
{
    struct str name;
    if (scan->attribute_count == ATTRIBUTES_MAX || !scan_name(scan, &name))
        return false;
    skip_blanks(scan);
    if (!skip(scan, '='))
        return false;
    skip_blanks(scan);
    char quote = now(scan);
    if (quote != '"' && quote != '\'')
        return false;
    size_t from = ++scan->at;
    while (scan->at < scan->source.length && now(scan) != quote && now(scan) != '<')
        scan->at++;
    struct str value = str_slice(scan->source, from, scan->at);
    for (size_t i = 0; i < scan->attribute_count; i++)
        if (str_equal(scan->attributes[i].name, name))
            return false;
    scan->attributes[scan->attribute_count++] = (struct raw_attribute){name, value};
    return skip(scan, quote);
}

static bool declare_all(const struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    struct error error;
    for (size_t i = 0; i < scan->attribute_count; i++) {
        const struct raw_attribute *one = &scan->attributes[i];
        if (!xml_is_declaration(one->name))
            continue;
        // An address with references or white space in it is left to expat.
        bool is_simple = true;
        for (size_t k = 0; k < one->value.length; k++)
            is_simple = is_simple && one->value.bytes[k] != '&' && !is_blank(one->value.bytes[k]);
        if (!is_simple ||
            !xml_scope_declare(&reader->scope, reader->node_count, one->name, one->value, &error))
            return false;
    }
    return true;
}

static bool add_attributes(const struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    struct error error;
    for (size_t i = 0; i < scan->attribute_count; i++) {
        const struct raw_attribute *one = &scan->attributes[i];
        if (xml_is_declaration(one->name))
            continue;
        struct xml_attribute *attribute = &reader->attributes[reader->attribute_count++];
        attribute->from = reader->text_length;
        if (!xml_scope_name(&reader->scope, one->name, true, &attribute->name, &error) ||
            !add_decoded(reader, one->value, true))
            return false;
        attribute->to = reader->text_length;
    }
    return true;
}

// Behind "<".
static bool scan_start(struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    size_t from = scan->at - 1;
    struct str name;
    struct error error;
    if (!scan_name(scan, &name))
        return false;
    scan->attribute_count = 0;
    bool is_parted = is_blank(now(scan));
    skip_blanks(scan);
    while (is_parted && begins_name(now(scan))) {
        if (!scan_attribute(scan))
            return false;
        is_parted = is_blank(now(scan));
        skip_blanks(scan);
    }
    bool closes_itself = skip(scan, '/');
    if (!skip(scan, '>') || scan->attribute_count > reader->limits->xml_attributes ||
        ++reader->depth > reader->limits->xml_depth)
        return false;
    xml_reader_drop_white(reader);
    if (!declare_all(scan))
        return false;
    struct xml_node *node = xml_reader_open(reader, (uint32_t)from, (uint32_t)scan->at);
    if (!xml_scope_name(&reader->scope, name, false, &node->name, &error) || !add_attributes(scan))
        return false;
    if (closes_itself)
        xml_reader_close(reader, (uint32_t)scan->at, (uint32_t)scan->at);
    return true;
}

// Behind "</": the name must be that of the open element.
static bool scan_end(struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    size_t from = scan->at - 2;
    struct str name;
    if (!scan_name(scan, &name))
        return false;
    skip_blanks(scan);
    struct str open = str_skip(scan->source, reader->nodes[reader->open].from + 1);
    if (!skip(scan, '>') || !str_starts_with(open, name) || goes_on_name(open.bytes[name.length]))
        return false;
    xml_reader_close(reader, (uint32_t)from, (uint32_t)scan->at);
    return true;
}

static bool scan_text(struct xml_scanning *scan)
{
    size_t from = scan->at;
    const char *found = memchr(scan->source.bytes + from, '<', scan->source.length - from);
    if (!found)
        return false;
    struct str raw = str_slice(scan->source, from, (size_t)(found - scan->source.bytes));
    if (memchr(raw.bytes, ']', raw.length) && str_find(raw, STR("]]>")) < raw.length)
        return false;
    scan->at = from + raw.length;
    struct xml_node *node = xml_reader_text(scan->reader, (uint32_t)from);
    if (!add_decoded(scan->reader, raw, false))
        return false;
    node->close_from = scan->reader->text_length;
    node->to = (uint32_t)scan->at;
    return true;
}

// What stands before the root: nothing, or the declaration in its usual forms.
static bool skip_declaration(struct xml_scanning *scan)
{
    static const struct str forms[] = {
        STR_INIT("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"),
        STR_INIT("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"),
        STR_INIT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
        STR_INIT("<?xml version=\"1.0\" encoding=\"utf-8\"?>"),
        STR_INIT("<?xml version=\"1.0\"?>"),
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (str_starts_with(scan->source, forms[i])) {
            scan->at = forms[i].length;
            break;
        }
    skip_blanks(scan);
    return skip(scan, '<') && begins_name(now(scan));
}

static bool scan_all(struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    if (!skip_declaration(scan) || !scan_start(scan))
        return false;
    while (reader->depth > 0) {
        bool done;
        if (now(scan) != '<') {
            done = scan_text(scan);
        } else {
            scan->at++;
            done = skip(scan, '/') ? scan_end(scan) : scan_start(scan);
        }
        if (!done)
            return false;
    }
    skip_blanks(scan);
    return scan->at == scan->source.length;
}

bool xml_scan(struct xml_reader *reader, struct str source)
{
    struct xml_scanning scan;
    scan.reader = reader;
    scan.source = source;
    scan.at = 0;
    scan.attribute_count = 0;
    if (is_plain(source) && scan_all(&scan))
        return true;
    reader->node_count = 0;
    reader->attribute_count = 0;
    reader->text_length = 0;
    reader->open = 0;
    reader->depth = 0;
    reader->is_in_text = false;
    reader->scope = xml_scope_make(reader->arena);
    return false;
}
