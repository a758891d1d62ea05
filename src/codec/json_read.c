// SPDX-License-Identifier: Apache-2.0
//
// JSON after RFC 8259, read without recursion: what is open lies on a stack of levels, what is read
// of it on two stacks of values and names, which a level's end moves into the arena.
// docs/decisions/kept-json-and-yaml-libraries.md says why there is no library here.
#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"
#include "codec/json.h"

#include <string.h>

// An array or object that is still open.
struct json_level {
    bool is_object;
    size_t byte;
    size_t first_value; // index into json_reader.values of its first finished item
    size_t first_name;  // likewise into json_reader.names
};

struct json_key {
    struct str text;
    size_t byte;
};

struct json_reader {
    struct str source;
    struct str text;
    size_t at;
    const struct input_limits *limits;
    struct arena *arena;
    struct error *error;
    struct list levels; // struct json_level
    struct list values; // struct json: finished items of the open levels
    struct list names;  // struct json_key
};

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Says what was expected where the reader stands, and quotes what stands there instead.
static bool unexpected(struct json_reader *reader, const char *wanted)
{
    struct place place = place_in(reader->source, reader->text, reader->at);
    struct str rest = str_skip(reader->text, reader->at);
    if (rest.length == 0)
        return error_at(reader->error, BAD_INPUT, place,
                        "is not valid JSON: it ends where %s was expected", wanted);
    unsigned char first = (unsigned char)rest.bytes[0];
    if (first < ' ' || first == 0x7F)
        return error_at(reader->error, BAD_INPUT, place,
                        "is not valid JSON: %s was expected, not byte 0x%02x", wanted, first);
    size_t end;
    utf8_at(rest, 0, &end);
    while (is_letter(rest.bytes[0]) && end < rest.length && end < 20 && is_letter(rest.bytes[end]))
        end++;
    return error_at(reader->error, BAD_INPUT, place, "is not valid JSON: %s was expected, not %.*s",
                    wanted, (int)end, rest.bytes);
}

// The byte where the reader stands; 0, which no JSON text holds, at the end.
static char here(const struct json_reader *reader)
{
    return reader->at < reader->text.length ? reader->text.bytes[reader->at] : '\0';
}

static void skip_white(struct json_reader *reader)
{
    for (char c; (c = here(reader)) == ' ' || c == '\n' || c == '\r' || c == '\t';)
        reader->at++;
}

static bool take(struct json_reader *reader, char byte)
{
    if (here(reader) != byte)
        return false;
    reader->at++;
    return true;
}

static struct json *add_value(struct json_reader *reader, enum json_kind kind, size_t byte)
{
    struct json *value = LIST_ADD(&reader->values, struct json);
    value->kind = kind;
    value->byte = byte;
    return value;
}

// The four digits behind \u.
static bool read_hex(struct json_reader *reader, uint32_t *number)
{
    uint32_t sum = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        char c = here(reader);
        char lower = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            sum = sum * 16 + (uint32_t)(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            sum = sum * 16 + (uint32_t)(lower - 'a') + 10;
        else
            return unexpected(reader, "a hexadecimal digit of \\u");
    }
    *number = sum;
    return true;
}

// A character written \uXXXX, or as two of them (RFC 8259, section 7). The reader stands behind \u.
static bool read_code_point(struct json_reader *reader, struct builder *text)
{
    size_t start = reader->at - 2;
    uint32_t first = 0;
    uint32_t second = 0;
    if (!read_hex(reader, &first))
        return false;
    bool is_high = first >= 0xD800 && first < 0xDC00;
    if (is_high && take(reader, '\\') && take(reader, 'u') && !read_hex(reader, &second))
        return false;
    bool is_pair = is_high && second >= 0xDC00 && second < 0xE000;
    if (first >= 0xD800 && first < 0xE000 && !is_pair)
        return error_at(reader->error, BAD_INPUT, place_in(reader->source, reader->text, start),
                        "is not valid JSON: half a pair of \\u stands for no character");
    if (is_pair)
        first = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    builder_add_code_point(text, first);
    return true;
}

static bool read_escape(struct json_reader *reader, struct builder *text)
{
    static const char written[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    char c = here(reader);
    const char *found = c != '\0' ? strchr(written, c) : NULL;
    if (!found && c != 'u')
        return unexpected(reader, "one of \" \\ / b f n r t u behind \\");
    reader->at++;
    if (!found)
        return read_code_point(reader, text);
    builder_add_byte(text, meant[found - written]);
    return true;
}

// Up to the next byte that ends a string or cannot stand in it as it is.
static struct str read_run(struct json_reader *reader)
{
    size_t start = reader->at;
    const char *bytes = reader->text.bytes;
    while (reader->at < reader->text.length && bytes[reader->at] != '"' &&
           bytes[reader->at] != '\\' && (unsigned char)bytes[reader->at] >= ' ')
        reader->at++;
    return str_slice(reader->text, start, reader->at);
}

// The reader stands on the opening quotation mark.
static bool read_string(struct json_reader *reader, struct str *text)
{
    reader->at++;
    struct str run = read_run(reader);
    if (take(reader, '"')) {
        *text = arena_copy(reader->arena, run);
        return true;
    }
    struct builder built = builder_make(reader->arena);
    builder_add(&built, run);
    while (take(reader, '\\')) {
        if (!read_escape(reader, &built))
            return false;
        builder_add(&built, read_run(reader));
    }
    if (!take(reader, '"'))
        return unexpected(reader,
                          here(reader) ? "an escape like \\n" : "the end of a text in quotes");
    *text = arena_copy(reader->arena, builder_str(&built));
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool skip_digits(struct json_reader *reader)
{
    if (!is_digit(here(reader)))
        return unexpected(reader, "a digit");
    while (is_digit(here(reader)))
        reader->at++;
    return true;
}

static bool read_number(struct json_reader *reader)
{
    size_t start = reader->at;
    take(reader, '-');
    bool done = take(reader, '0') || skip_digits(reader);
    if (done && take(reader, '.'))
        done = skip_digits(reader);
    if (done && (take(reader, 'e') || take(reader, 'E'))) {
        if (!take(reader, '-'))
            take(reader, '+');
        done = skip_digits(reader);
    }
    if (done)
        add_value(reader, JSON_NUMBER, start)->text =
            arena_copy(reader->arena, str_slice(reader->text, start, reader->at));
    return done;
}

static bool read_word(struct json_reader *reader)
{
    static const struct {
        struct str word;
        enum json_kind kind;
        bool truth;
    } words[] = {{STR_INIT("null"), JSON_NULL, false},
                 {STR_INIT("true"), JSON_BOOL, true},
                 {STR_INIT("false"), JSON_BOOL, false}};
    struct str rest = str_skip(reader->text, reader->at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_starts_with(rest, words[i].word))
            continue;
        add_value(reader, words[i].kind, reader->at)->truth = words[i].truth;
        reader->at += words[i].word.length;
        return true;
    }
    return unexpected(reader, "a value");
}

static bool open_level(struct json_reader *reader)
{
    if (reader->levels.count >= reader->limits->json_depth)
        return error_at(reader->error, TOO_LARGE,
                        place_in(reader->source, reader->text, reader->at),
                        "arrays and objects are nested too deeply here");
    *LIST_ADD(&reader->levels, struct json_level) = (struct json_level){
        here(reader) == '{', reader->at, reader->values.count, reader->names.count};
    reader->at++;
    return true;
}

// The index of the first name that stood before, or `count`.
static size_t repeated_name(const struct json_key *names, size_t count)
{
    if (count <= 8) {
        for (size_t i = 1; i < count; i++)
            for (size_t j = 0; j < i; j++)
                if (str_equal(names[i].text, names[j].text))
                    return i;
        return count;
    }
    struct arena *arena = arena_open();
    struct names *seen = names_make(arena);
    size_t i = 0;
    while (i < count && names_add(seen, names[i].text) == i)
        i++;
    arena_close(arena);
    return i;
}

static bool move_names(struct json_reader *reader, size_t first, struct json *object)
{
    const struct json_key *names = LIST_AT(&reader->names, struct json_key, first);
    size_t repeated = repeated_name(names, object->count);
    if (repeated < object->count)
        return error_at(reader->error, BAD_INPUT,
                        place_in(reader->source, reader->text, names[repeated].byte),
                        "an object has the name \"%.*s\" twice",
                        STR_ARGS(utf8_start(names[repeated].text, 80)));
    struct str *texts = ARENA_ARRAY(reader->arena, struct str, object->count);
    for (size_t i = 0; i < object->count; i++)
        texts[i] = names[i].text;
    object->names = texts;
    list_cut(&reader->names, first);
    return true;
}

// Moves the finished items of the innermost level off the stack and into a value.
static bool close_level(struct json_reader *reader)
{
    reader->at++;
    struct json_level level =
        *LIST_AT(&reader->levels, struct json_level, reader->levels.count - 1);
    list_cut(&reader->levels, reader->levels.count - 1);
    struct json made = {.kind = level.is_object ? JSON_OBJECT : JSON_ARRAY,
                        .count = reader->values.count - level.first_value,
                        .byte = level.byte};
    if (made.count > 0) {
        struct json *items = ARENA_ARRAY(reader->arena, struct json, made.count);
        memcpy(items, LIST_AT(&reader->values, struct json, level.first_value),
               made.count * sizeof *items);
        made.items = items;
        if (level.is_object && !move_names(reader, level.first_name, &made))
            return false;
    }
    list_cut(&reader->values, level.first_value);
    *LIST_ADD(&reader->values, struct json) = made;
    return true;
}

static bool read_name(struct json_reader *reader)
{
    skip_white(reader);
    if (here(reader) != '"')
        return unexpected(reader, "a name in double quotes");
    struct json_key name = {.byte = reader->at};
    if (!read_string(reader, &name.text))
        return false;
    *LIST_ADD(&reader->names, struct json_key) = name;
    skip_white(reader);
    return take(reader, ':') || unexpected(reader, "a colon");
}

static const struct json_level *innermost(const struct json_reader *reader)
{
    size_t depth = reader->levels.count;
    return depth > 0 ? LIST_AT(&reader->levels, struct json_level, depth - 1) : NULL;
}

// One scalar, one empty array or object, or the way down to the first value in one.
static bool read_value(struct json_reader *reader, bool *is_whole)
{
    *is_whole = true;
    skip_white(reader);
    char c = here(reader);
    if (c == '{' || c == '[') {
        if (!open_level(reader))
            return false;
        skip_white(reader);
        if (here(reader) == (c == '{' ? '}' : ']'))
            return close_level(reader);
        *is_whole = false;
        return c == '[' || read_name(reader);
    }
    if (c == '"') {
        struct json *value = add_value(reader, JSON_STRING, reader->at);
        return read_string(reader, &value->text);
    }
    return c == '-' || is_digit(c) ? read_number(reader) : read_word(reader);
}

// After a whole value: closes what ends here, up to a comma, behind which the next value comes.
static bool read_ends(struct json_reader *reader, bool *has_next)
{
    const struct json_level *level;
    while ((level = innermost(reader)) != NULL) {
        skip_white(reader);
        if (take(reader, ',')) {
            *has_next = true;
            return !level->is_object || read_name(reader);
        }
        if (here(reader) != (level->is_object ? '}' : ']'))
            return unexpected(reader, level->is_object ? "a comma or }" : "a comma or ]");
        if (!close_level(reader))
            return false;
    }
    *has_next = false;
    skip_white(reader);
    return reader->at == reader->text.length || unexpected(reader, "the end of the file");
}

static bool read_tree(struct json_reader *reader)
{
    bool has_next = true;
    while (has_next) {
        bool is_whole;
        if (!read_value(reader, &is_whole) || (is_whole && !read_ends(reader, &has_next)))
            return false;
    }
    return true;
}

bool json_read(struct str source, struct str text, const struct input_limits *limits,
               struct arena *arena, const struct json **value, struct error *error)
{
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid),
                        "is not UTF-8 text: byte 0x%02x cannot stand here",
                        (unsigned char)text.bytes[valid]);
    if (!input_limits_spend(limits, text.length, error))
        return false;
    struct arena *stacks = arena_open();
    struct json_reader reader = {.source = source,
                                 .text = text,
                                 .at = text.length - utf8_without_mark(text).length,
                                 .limits = limits,
                                 .arena = arena,
                                 .error = error,
                                 .levels = LIST_MAKE(stacks, struct json_level),
                                 .values = LIST_MAKE(stacks, struct json),
                                 .names = LIST_MAKE(stacks, struct json_key)};
    skip_white(&reader);
    bool done = reader.at < text.length ? read_tree(&reader)
                                        : error_at(error, BAD_INPUT, place_of(source),
                                                   "is empty; a JSON value was expected");
    if (done) {
        struct json *root = ARENA_NEW(arena, struct json);
        *root = *LIST_AT(&reader.values, struct json, 0);
        *value = root;
    }
    arena_close(stacks);
    return done;
}
