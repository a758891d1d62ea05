// SPDX-License-Identifier: Apache-2.0
//
// One pass over the bytes, for the XML that word processors write. Whatever is unusual makes it give
// up: comments, CDATA, processing instructions, document types, other encodings, names beyond ASCII,
// and everything that breaks a rule. So it need not say what is wrong, and what it reads is right.
#include "codec/xml_scan.h"

#include "base/eights.h"
#include "base/utf8.h"
#include "codec/xml_characters.h"

#include <string.h>

enum { ATTRIBUTES_MAX = 64 }; // of one element; those with more go the long way

struct raw_attribute {
    struct str name;
    struct str value; // as it stands between the quotes
    bool is_plain;    // and as it is meant: no reference, no white space but blanks
};

// A start tag that was read, "<w:t xml:space=\"preserve\">": the same bytes mean the same again.
struct known_tag {
    struct str bytes;
    uint32_t epoch; // of the names; 0: none is known here
    uint32_t name;
    uint32_t first_attribute;
    uint32_t attribute_count;
};

enum { KNOWN_BITS = 7 };

struct xml_scanning {
    struct xml_reader *reader;
    struct known_tag known[1 << KNOWN_BITS];
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
    return (unsigned char)((c | 0x20) - 'a') < 26 || c == '_';
}

// ":" stands behind "9".
static bool goes_on_name(char c)
{
    return begins_name(c) || (c >= '0' && c <= ':') || c == '-' || c == '.';
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
    const char *from = scan->source.bytes + scan->at;
    const char *end = scan->source.bytes + scan->source.length;
    const char *at = from;
    if (!begins_name(now(scan)))
        return false;
    while (at < end && goes_on_name(*at))
        at++;
    *name = (struct str){from, (size_t)(at - from)};
    scan->at += name->length;
    return true;
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
    uint32_t c = name.length > 0 && name.bytes[0] == '#' ? xml_referred_character(name) : 0;
    char bytes[UTF8_MAX] = {0};
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
    size_t to = from;
    bool is_plain = true;
    for (char c; to < scan->source.length; to++) {
        c = scan->source.bytes[to];
        if (c == quote || c == '<')
            break;
        is_plain = is_plain && c != '&' && c != '\t' && c != '\n';
    }
    scan->at = to;
    struct str value = str_slice(scan->source, from, to);
    for (size_t i = 0; i < scan->attribute_count; i++)
        if (str_equal(scan->attributes[i].name, name))
            return false;
    scan->attributes[scan->attribute_count++] = (struct raw_attribute){name, value, is_plain};
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
        if (!xml_scope_name(&reader->scope, one->name, true, &attribute->name, &error))
            return false;
        if (one->is_plain)
            xml_reader_add(reader, one->value.bytes, one->value.length);
        else if (!add_decoded(reader, one->value, true))
            return false;
        attribute->to = reader->text_length;
    }
    return true;
}

// The bytes of the tag whose "<" was read, up to the first ">"; none of a tag that is not ended.
static struct str tag_bytes(const struct xml_scanning *scan)
{
    struct str rest = str_skip(scan->source, scan->at - 1);
    size_t end = str_find_byte(rest, '>');
    return str_slice(rest, 0, end < rest.length ? end + 1 : 0);
}

static struct known_tag *known_of(struct xml_scanning *scan, struct str tag)
{
    size_t start = tag.length < 8 ? 0 : tag.length - 8;
    uint64_t key = eight_of(tag.bytes + start, tag.length - start) ^ tag.length;
    return &scan->known[key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - KNOWN_BITS)];
}

// Its attributes have the values that stand in the text already.
static bool repeat_start(struct xml_scanning *scan, const struct known_tag *known)
{
    struct xml_reader *reader = scan->reader;
    size_t from = scan->at - 1;
    if (++reader->depth > reader->limits->xml_depth)
        return false;
    scan->at = from + known->bytes.length;
    xml_reader_drop_white(reader);
    xml_reader_open(reader, (uint32_t)from, (uint32_t)scan->at)->name = known->name;
    for (uint32_t i = 0; i < known->attribute_count; i++)
        reader->attributes[reader->attribute_count++] =
            reader->attributes[known->first_attribute + i];
    if (known->bytes.bytes[known->bytes.length - 2] == '/')
        xml_reader_close(reader, (uint32_t)scan->at, (uint32_t)scan->at);
    return true;
}

static void keep_start(struct xml_scanning *scan, struct str tag, const struct xml_node *node)
{
    const struct xml_reader *reader = scan->reader;
    *known_of(scan, tag) =
        (struct known_tag){tag, reader->scope.epoch, node->name, node->first_attribute,
                           reader->attribute_count - node->first_attribute};
}

// Behind "<".
static bool scan_new_start(struct xml_scanning *scan, struct str tag)
{
    struct xml_reader *reader = scan->reader;
    size_t from = scan->at - 1;
    uint32_t epoch = reader->scope.epoch;
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
    // A ">" may stand in a value, and a declaration holds for what is inside.
    if (scan->at - from == tag.length && reader->scope.epoch == epoch)
        keep_start(scan, tag, node);
    if (closes_itself)
        xml_reader_close(reader, (uint32_t)scan->at, (uint32_t)scan->at);
    return true;
}

// Most tags of a part stand in it many times.
static bool scan_start(struct xml_scanning *scan)
{
    struct str tag = tag_bytes(scan);
    const struct known_tag *known = known_of(scan, tag);
    if (known->epoch == scan->reader->scope.epoch && str_equal(known->bytes, tag))
        return repeat_start(scan, known);
    return scan_new_start(scan, tag);
}

// Behind "</": the name must be that of the open element.
static bool scan_end(struct xml_scanning *scan)
{
    struct xml_reader *reader = scan->reader;
    size_t from = scan->at - 2;
    const char *open = scan->source.bytes + reader->nodes[reader->open].from + 1;
    for (; goes_on_name(*open); open++) // it ends before its own tag does
        if (!skip(scan, *open))
            return false;
    if (goes_on_name(now(scan)))
        return false;
    skip_blanks(scan);
    if (!skip(scan, '>'))
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
    memset(scan.known, 0, sizeof scan.known);
    scan.reader = reader;
    scan.source = source;
    scan.at = 0;
    scan.attribute_count = 0;
    if (xml_is_plain(source) && scan_all(&scan))
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
