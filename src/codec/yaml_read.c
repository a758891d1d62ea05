// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"
#include "codec/yaml.h"

#include <libfyaml.h>
#include <stdlib.h>

#define VALUES_MAX 1000000

// A value that an alias may name, and how many values it stands for.
struct anchor {
    struct str name;
    struct json value;
    size_t weight;
};

struct reader {
    struct fy_parser *parser;
    struct fy_diag *diag;
    struct str source;
    struct str text;
    size_t depth_max;
    size_t values; // so far, aliases counted with all that hangs under them
    struct list anchors;
    struct arena *arena;
    struct error *error;
};

static bool refuse(struct reader *reader, enum error_code code, size_t byte, const char *what)
{
    struct place place = place_in(reader->source, reader->text,
                                  byte < reader->text.length ? byte : reader->text.length);
    return error_at(reader->error, code, place, "%s", what);
}

// What the parser collected; its lines and columns count from 1.
static bool refuse_as_parsed(struct reader *reader)
{
    void *walk = NULL;
    const struct fy_diag_error *found = fy_diag_errors_iterate(reader->diag, &walk);
    struct place place = place_of(reader->source);
    if (found && found->line > 0) {
        place.line = (size_t)found->line;
        place.column = found->column > 0 ? (size_t)found->column : 0;
    }
    return error_at(reader->error, BAD_INPUT, place, "this is not YAML: %s",
                    found && found->msg ? found->msg : "it cannot be parsed");
}

static size_t start_of(struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark(event);
    return mark ? mark->input_pos : 0;
}

static struct fy_event *next(struct reader *reader)
{
    return fy_parser_parse(reader->parser);
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// White space inside quotes: one line break is a blank, of more the first is dropped.
static void add_white(struct builder *text, struct str white)
{
    size_t breaks = 0;
    for (size_t i = 0; i < white.length; i++) {
        bool is_pair = i + 1 < white.length && white.bytes[i + 1] == '\n';
        breaks += white.bytes[i] == '\n' || (white.bytes[i] == '\r' && !is_pair);
    }
    if (breaks == 0)
        builder_add(text, white);
    else if (breaks == 1)
        builder_add_byte(text, ' ');
    for (; breaks > 1; breaks--)
        builder_add_byte(text, '\n');
}

// What stands between single quotes: '' is a quote, lines are folded (YAML 1.2.2, section 7.3.2).
static struct str unquote(struct reader *reader, struct str raw)
{
    struct builder text = builder_make(reader->arena);
    for (size_t at = 0; at < raw.length;) {
        size_t end = at;
        while (end < raw.length && is_white(raw.bytes[end]))
            end++;
        add_white(&text, str_slice(raw, at, end));
        for (at = end; at < raw.length && !is_white(raw.bytes[at]); at++) {
            builder_add_byte(&text, raw.bytes[at]);
            at += raw.bytes[at] == '\'';
        }
    }
    return builder_str(&text);
}

// The library (0.7.12) is never asked for the text of a scalar whole. Of several '' in a row it makes
// too many quotes and cuts off the end, so single quotes are read here; and it forgets to free its
// list of pieces when there are many, which asking for them one by one avoids.
static struct str token_text(struct reader *reader, struct fy_token *token)
{
    if (!token)
        return (struct str){"", 0};
    if (fy_token_scalar_style(token) == FYSS_SINGLE_QUOTED)
        return unquote(reader, str_slice(reader->text, fy_token_start_mark(token)->input_pos,
                                         fy_token_end_mark(token)->input_pos));
    struct builder text = builder_make(reader->arena);
    struct fy_token_iter *pieces = fy_token_iter_create(token);
    if (!pieces)
        abort(); // no memory
    const struct fy_iter_chunk *piece = NULL;
    while ((piece = fy_token_iter_chunk_next(pieces, piece, NULL)) != NULL)
        builder_add(&text, (struct str){piece->str, piece->len});
    fy_token_iter_destroy(pieces);
    return builder_str(&text);
}

// Escapes can spell what no text holds: a NUL, half a surrogate pair.
static bool check_text(struct reader *reader, struct str text, size_t byte)
{
    return (utf8_is_valid(text) && str_find_byte(text, '\0') == text.length) ||
           refuse(reader, BAD_INPUT, byte, "an escape here stands for no character");
}

static bool count_values(struct reader *reader, size_t values, size_t byte)
{
    reader->values += values;
    return reader->values <= VALUES_MAX ||
           refuse(reader, TOO_LARGE, byte, "the file makes more than a million values");
}

static bool read_value(struct reader *reader, struct fy_event *event, size_t depth,
                       struct json *value);

static bool read_alias(struct reader *reader, struct fy_event *event, struct json *value)
{
    struct str name = token_text(reader, event->alias.anchor);
    size_t byte = start_of(event);
    for (size_t i = reader->anchors.count; i > 0; i--) {
        const struct anchor *anchor = LIST_AT(&reader->anchors, struct anchor, i - 1);
        if (str_equal(anchor->name, name)) {
            *value = anchor->value;
            return count_values(reader, anchor->weight, byte);
        }
    }
    return refuse(reader, BAD_INPUT, byte, "this alias names no anchor before it");
}

static bool read_sequence(struct reader *reader, size_t depth, struct json *value)
{
    struct list items = LIST_MAKE(reader->arena, struct json);
    for (;;) {
        struct fy_event *event = next(reader);
        if (!event)
            return refuse_as_parsed(reader);
        bool is_end = event->type == FYET_SEQUENCE_END;
        struct json item;
        bool done = is_end || read_value(reader, event, depth + 1, &item);
        fy_parser_event_free(reader->parser, event);
        if (!done)
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

static bool has_name(const struct list *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_equal(*LIST_AT(names, struct str, i), name))
            return true;
    return false;
}

static bool read_key(struct reader *reader, struct fy_event *event, struct list *names)
{
    if (event->type != FYET_SCALAR)
        return refuse(reader, BAD_INPUT, start_of(event), "a key must be one word or text");
    struct str name = token_text(reader, event->scalar.value);
    if (!check_text(reader, name, start_of(event)))
        return false;
    if (has_name(names, name)) {
        struct place place = place_in(reader->source, reader->text, start_of(event));
        return error_at(reader->error, BAD_INPUT, place, "the key \"%.*s\" stands here twice",
                        STR_ARGS(str_slice(name, 0, 80)));
    }
    *LIST_ADD(names, struct str) = name;
    return true;
}

static bool read_mapping(struct reader *reader, size_t depth, struct json *value)
{
    struct list names = LIST_MAKE(reader->arena, struct str);
    struct list items = LIST_MAKE(reader->arena, struct json);
    for (;;) {
        struct fy_event *event = next(reader);
        if (!event)
            return refuse_as_parsed(reader);
        bool is_end = event->type == FYET_MAPPING_END;
        bool done = is_end || read_key(reader, event, &names);
        fy_parser_event_free(reader->parser, event);
        if (!done)
            return false;
        if (is_end)
            break;
        event = next(reader);
        if (!event)
            return refuse_as_parsed(reader);
        struct json item;
        done = read_value(reader, event, depth + 1, &item);
        fy_parser_event_free(reader->parser, event);
        if (!done)
            return false;
        *LIST_ADD(&items, struct json) = item;
    }
    value->kind = JSON_OBJECT;
    value->names = LIST_ITEMS(&names, struct str);
    value->items = LIST_ITEMS(&items, struct json);
    value->count = items.count;
    return true;
}

static bool read_value(struct reader *reader, struct fy_event *event, size_t depth,
                       struct json *value)
{
    struct json read = {.kind = JSON_STRING, .byte = start_of(event)};
    size_t before = reader->values;
    struct str name = token_text(reader, fy_event_get_anchor_token(event));
    if (depth > reader->depth_max)
        return refuse(reader, TOO_LARGE, read.byte, "this is nested too deeply");
    if (event->type != FYET_ALIAS && fy_event_get_tag_token(event))
        return refuse(reader, BAD_INPUT, read.byte, "tags like !this are not read");
    if (!count_values(reader, 1, read.byte))
        return false;
    bool done;
    switch ((int)event->type) {
    case FYET_ALIAS:
        return read_alias(reader, event, value);
    case FYET_SCALAR:
        read.text = token_text(reader, event->scalar.value);
        done = check_text(reader, read.text, read.byte);
        break;
    case FYET_SEQUENCE_START:
        done = read_sequence(reader, depth, &read);
        break;
    case FYET_MAPPING_START:
        done = read_mapping(reader, depth, &read);
        break;
    default:
        done = refuse(reader, BAD_INPUT, read.byte, "a value is missing here");
        break;
    }
    if (!done)
        return false;
    if (name.length > 0)
        *LIST_ADD(&reader->anchors, struct anchor) =
            (struct anchor){name, read, reader->values - before};
    *value = read;
    return true;
}

static bool is_frame(const struct fy_event *event)
{
    return event->type == FYET_STREAM_START || event->type == FYET_DOCUMENT_START ||
           event->type == FYET_DOCUMENT_END || event->type == FYET_STREAM_END;
}

static bool read_stream(struct reader *reader, struct json *value)
{
    bool has_value = false;
    struct fy_event *event;
    while ((event = next(reader)) != NULL) {
        bool is_end = event->type == FYET_STREAM_END;
        bool done = true;
        if (event->type == FYET_DOCUMENT_START && has_value)
            done = refuse(reader, BAD_INPUT, start_of(event), "one file holds one document");
        else if (!is_frame(event))
            done = read_value(reader, event, 0, value), has_value = true;
        fy_parser_event_free(reader->parser, event);
        if (!done)
            return false;
        if (is_end)
            break;
    }
    if (fy_parser_get_stream_error(reader->parser))
        return refuse_as_parsed(reader);
    if (!has_value)
        *value = (struct json){.kind = JSON_STRING, .text = {"", 0}};
    return true;
}

bool yaml_read(struct str source, struct str text, const struct limits *limits, struct arena *arena,
               const struct json **value, struct error *error)
{
    size_t valid = utf8_valid_length(text);
    size_t nul = str_find_byte(text, '\0');
    if (valid < text.length || nul < text.length)
        return error_at(error, BAD_INPUT, place_in(source, text, valid < nul ? valid : nul),
                        "the file is not UTF-8 text");
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    struct reader reader = {.source = source,
                            .text = text,
                            .depth_max = limits->yaml_depth,
                            .anchors = LIST_MAKE(arena, struct anchor),
                            .arena = arena,
                            .error = error};
    reader.diag = fy_diag_create(&quiet);
    if (!reader.diag)
        abort(); // no memory
    fy_diag_set_collect_errors(reader.diag, true);
    struct fy_parse_cfg configuration = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG |
                                                  FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE,
                                         .diag = reader.diag};
    reader.parser = fy_parser_create(&configuration);
    if (!reader.parser)
        abort();
    struct json *root = ARENA_NEW(arena, struct json);
    // An empty string means "up to the NUL" to the parser, so the text gets one.
    bool done =
        fy_parser_set_string(reader.parser, arena_c_string(arena, text), text.length) == 0 ||
        refuse_as_parsed(&reader);
    done = done && read_stream(&reader, root);
    fy_parser_destroy(reader.parser);
    fy_diag_destroy(reader.diag);
    if (done)
        *value = root;
    return done;
}
