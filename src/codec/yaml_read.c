// SPDX-License-Identifier: Apache-2.0
#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"
#include "codec/yaml.h"

#include <yaml.h>

#define VALUES_MAX 1000000

// A value that an alias may name, and how many values it stands for.
struct anchor {
    struct str name;
    struct json value;
    size_t weight;
};

// The parser counts characters; characters_at of them lie before byte bytes_at of the text.
struct yaml_reader {
    yaml_parser_t parser;
    struct str source;
    struct str text; // without its byte order mark, of mark_bytes
    size_t mark_bytes;
    size_t characters_at;
    size_t bytes_at;
    size_t depth_max;
    size_t values; // so far, aliases counted with all that hangs under them
    struct list anchors;
    struct arena *arena;
    struct error *error;
};

static bool refuse(struct yaml_reader *reader, enum error_code code, size_t byte, const char *what)
{
    struct str whole = {reader->text.bytes - reader->mark_bytes,
                        reader->text.length + reader->mark_bytes};
    error_at(reader->error, code, place_in(reader->source, whole, byte), "%s", what);
    return false;
}

// The byte of the file where a mark of the parser stands. Marks mostly come in rising order.
static size_t byte_of(struct yaml_reader *reader, yaml_mark_t mark)
{
    if (mark.index < reader->characters_at)
        reader->characters_at = reader->bytes_at = 0;
    while (reader->characters_at < mark.index && reader->bytes_at < reader->text.length) {
        size_t bytes;
        utf8_at(reader->text, reader->bytes_at, &bytes);
        reader->bytes_at += bytes;
        reader->characters_at++;
    }
    return reader->bytes_at + reader->mark_bytes;
}

// What the parser says is wrong, and of what that began on a line before, where it began.
static bool refuse_as_parsed(struct yaml_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return refuse(reader, TOO_LARGE, 0, "the machine has no memory left to read this");
    if (parser->error == YAML_READER_ERROR)
        return refuse(reader, BAD_INPUT, parser->problem_offset + reader->mark_bytes,
                      "this is not YAML: such a character is written as an escape in quotes");
    const char *problem = parser->problem ? parser->problem : "it cannot be parsed";
    const char *context = parser->context ? parser->context : "";
    bool began_before = parser->context && parser->context_mark.line < parser->problem_mark.line;
    struct str words =
        began_before ? arena_print(reader->arena, "this is not YAML: %s %s that begins on line %zu",
                                   problem, context, parser->context_mark.line + 1)
                     : arena_print(reader->arena, "this is not YAML: %s", problem);
    return refuse(reader, BAD_INPUT, byte_of(reader, parser->problem_mark), words.bytes);
}

static struct str copied(struct yaml_reader *reader, const yaml_char_t *bytes, size_t length)
{
    return arena_copy(reader->arena, (struct str){(const char *)bytes, length});
}

static struct str name_of(struct yaml_reader *reader, const yaml_char_t *anchor)
{
    return anchor ? copied(reader, anchor, strlen((const char *)anchor)) : STR("");
}

// Escapes can spell what no text holds: a NUL.
static bool check_text(struct yaml_reader *reader, struct str text, size_t byte)
{
    return str_find_byte(text, '\0') == text.length ||
           refuse(reader, BAD_INPUT, byte, "an escape here stands for no character");
}

static bool count_values(struct yaml_reader *reader, size_t values, size_t byte)
{
    reader->values += values;
    return reader->values <= VALUES_MAX ||
           refuse(reader, TOO_LARGE, byte, "the file makes more than a million values");
}

// What an alias stands for: the latest anchor of its name, or NULL.
static const struct anchor *find_anchor(const struct yaml_reader *reader, struct str name)
{
    for (size_t i = reader->anchors.count; i > 0; i--) {
        const struct anchor *anchor = LIST_AT(&reader->anchors, struct anchor, i - 1);
        if (str_equal(anchor->name, name))
            return anchor;
    }
    return NULL;
}

static void add_anchor(struct yaml_reader *reader, struct str name, struct json value,
                       size_t weight)
{
    if (name.length > 0)
        *LIST_ADD(&reader->anchors, struct anchor) = (struct anchor){name, value, weight};
}

static bool read_alias(struct yaml_reader *reader, const yaml_event_t *event, struct json *value)
{
    size_t byte = byte_of(reader, event->start_mark);
    struct str name = str_of((const char *)event->data.alias.anchor);
    const struct anchor *anchor = find_anchor(reader, name);
    if (!anchor)
        return refuse(reader, BAD_INPUT, byte, "this alias names no anchor before it");
    *value = anchor->value;
    value->byte = byte;
    return count_values(reader, anchor->weight, byte);
}

static bool read_value(struct yaml_reader *reader, const yaml_event_t *event, size_t depth,
                       struct json *value);

// The next event, and what it begins as one value, unless it is the end that is waited for.
static bool read_next(struct yaml_reader *reader, size_t depth, yaml_event_type_t end,
                      struct json *value, bool *is_end)
{
    yaml_event_t event;
    if (!yaml_parser_parse(&reader->parser, &event))
        return refuse_as_parsed(reader);
    *is_end = event.type == end;
    bool done = *is_end || read_value(reader, &event, depth, value);
    yaml_event_delete(&event);
    return done;
}

static bool read_sequence(struct yaml_reader *reader, size_t depth, struct json *value)
{
    struct list items = LIST_MAKE(reader->arena, struct json);
    struct json item;
    bool is_end = false;
    for (;;) {
        if (!read_next(reader, depth + 1, YAML_SEQUENCE_END_EVENT, &item, &is_end))
            return false;
        if (is_end)
            break;
        *LIST_ADD(&items, struct json) = item;
    }
    value->kind = JSON_ARRAY;
    value->items = LIST_ITEMS(&items, struct json);
    value->count = items.count;
    return true;
}

// The keys of one mapping; a table of them from the sixteenth on.
struct mapping_keys {
    struct list names; // struct str
    struct names *table;
};

static bool has_name(struct mapping_keys *keys, struct str name)
{
    size_t count = keys->names.count;
    if (count >= 16 && !keys->table) {
        keys->table = names_make(keys->names.arena);
        for (size_t i = 0; i < count; i++)
            names_add(keys->table, *LIST_AT(&keys->names, struct str, i));
    }
    if (keys->table)
        return names_add(keys->table, name) < count;
    for (size_t i = 0; i < count; i++)
        if (str_equal(*LIST_AT(&keys->names, struct str, i), name))
            return true;
    return false;
}

static bool add_name(struct yaml_reader *reader, const struct json *key, struct mapping_keys *keys)
{
    if (key->kind != JSON_STRING)
        return refuse(reader, BAD_INPUT, key->byte, "a key must be one word or text");
    if (has_name(keys, key->text)) {
        struct str words = arena_print(reader->arena, "the key \"%.*s\" stands here twice",
                                       STR_ARGS(utf8_start(key->text, 80)));
        return refuse(reader, BAD_INPUT, key->byte, words.bytes);
    }
    *LIST_ADD(&keys->names, struct str) = key->text;
    return true;
}

static bool read_mapping(struct yaml_reader *reader, size_t depth, struct json *value)
{
    struct mapping_keys keys = {LIST_MAKE(reader->arena, struct str), NULL};
    struct list items = LIST_MAKE(reader->arena, struct json);
    struct json key;
    struct json item;
    bool is_end = false;
    for (;;) {
        if (!read_next(reader, depth + 1, YAML_MAPPING_END_EVENT, &key, &is_end))
            return false;
        if (is_end)
            break;
        if (!add_name(reader, &key, &keys) ||
            !read_next(reader, depth + 1, YAML_NO_EVENT, &item, &is_end))
            return false;
        *LIST_ADD(&items, struct json) = item;
    }
    value->kind = JSON_OBJECT;
    value->names = LIST_ITEMS(&keys.names, struct str);
    value->items = LIST_ITEMS(&items, struct json);
    value->count = items.count;
    return true;
}

// What stands before a value: &anchor and !tag.
struct properties {
    const yaml_char_t *anchor;
    const yaml_char_t *tag;
};

static struct properties properties_of(const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        return (struct properties){event->data.scalar.anchor, event->data.scalar.tag};
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return (struct properties){event->data.sequence_start.anchor,
                                   event->data.sequence_start.tag};
    if (event->type == YAML_MAPPING_START_EVENT)
        return (struct properties){event->data.mapping_start.anchor, event->data.mapping_start.tag};
    return (struct properties){NULL, NULL};
}

static bool read_content(struct yaml_reader *reader, const yaml_event_t *event, size_t depth,
                         struct json *value)
{
    if (event->type == YAML_SEQUENCE_START_EVENT)
        return read_sequence(reader, depth, value);
    if (event->type == YAML_MAPPING_START_EVENT)
        return read_mapping(reader, depth, value);
    if (event->type != YAML_SCALAR_EVENT)
        return refuse(reader, BAD_INPUT, value->byte, "a value is missing here");
    value->text = copied(reader, event->data.scalar.value, event->data.scalar.length);
    return check_text(reader, value->text, value->byte);
}

static bool read_value(struct yaml_reader *reader, const yaml_event_t *event, size_t depth,
                       struct json *value)
{
    struct json read = {.kind = JSON_STRING, .byte = byte_of(reader, event->start_mark)};
    size_t before = reader->values;
    struct properties properties = properties_of(event);
    if (depth > reader->depth_max)
        return refuse(reader, TOO_LARGE, read.byte, "this is nested too deeply");
    if (event->type == YAML_ALIAS_EVENT)
        return read_alias(reader, event, value);
    if (properties.tag)
        return refuse(reader, BAD_INPUT, read.byte, "tags like !this are not read");
    struct str name = name_of(reader, properties.anchor);
    if (!count_values(reader, 1, read.byte) || !read_content(reader, event, depth, &read))
        return false;
    add_anchor(reader, name, read, reader->values - before);
    *value = read;
    return true;
}

// YAML 1.1 ends lines at three more characters; what stands beside them would be folded away.
static bool check_lines(struct yaml_reader *reader)
{
    static const char *const breaks[] = {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        size_t at = str_find(reader->text, str_of(breaks[i]));
        if (at < reader->text.length)
            return refuse(reader, BAD_INPUT, at + reader->mark_bytes,
                          "a separator of lines that is no line feed; write it as an escape in "
                          "double quotes, \\N, \\L or \\P");
    }
    return true;
}

static bool is_frame(yaml_event_type_t type)
{
    return type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT ||
           type == YAML_DOCUMENT_END_EVENT || type == YAML_STREAM_END_EVENT;
}

static bool read_stream(struct yaml_reader *reader, struct json *value)
{
    bool has_value = false;
    *value = (struct json){.kind = JSON_STRING, .text = {"", 0}};
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event))
            return refuse_as_parsed(reader);
        yaml_event_type_t type = event.type;
        bool done = true;
        if (type == YAML_DOCUMENT_START_EVENT && has_value)
            done = refuse(reader, BAD_INPUT, byte_of(reader, event.start_mark),
                          "one file holds one document");
        else if (!is_frame(type))
            done = read_value(reader, &event, 0, value), has_value = true;
        yaml_event_delete(&event);
        if (!done || type == YAML_STREAM_END_EVENT)
            return done;
    }
}

bool yaml_read(struct str source, struct str text, const struct input_limits *limits,
               struct arena *arena, const struct json **value, struct error *error)
{
    size_t valid = utf8_valid_length(text);
    size_t nul = str_find_byte(text, '\0');
    if (valid < text.length || nul < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid < nul ? valid : nul),
                        "the file is not UTF-8 text");
    if (!input_limits_spend(limits, text.length, error))
        return false;
    struct str bare = utf8_without_mark(text);
    struct yaml_reader reader = {.source = source,
                                 .text = bare,
                                 .mark_bytes = text.length - bare.length,
                                 .depth_max = limits->yaml_depth,
                                 .anchors = LIST_MAKE(arena, struct anchor),
                                 .arena = arena,
                                 .error = error};
    struct json *root = ARENA_NEW(arena, struct json);
    if (!yaml_parser_initialize(&reader.parser))
        return refuse_as_parsed(&reader);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bare.bytes, bare.length);
    bool done = check_lines(&reader) && read_stream(&reader, root);
    yaml_parser_delete(&reader.parser);
    if (done)
        *value = root;
    return done;
}
