// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"

#include <assert.h>

struct json_writer json_writer_make(struct builder *out, int indent)
{
    struct json_writer writer = {.out = out, .indent = indent};
    writer.is_compact[0] = indent == 0;
    return writer;
}

static void line_break(struct json_writer *writer)
{
    builder_add_byte(writer->out, '\n');
    builder_add_spaces(writer->out, (size_t)writer->indent * (size_t)writer->depth);
}

// What has to stand before a value or name: a comma, a line break, or nothing.
static void lead_in(struct json_writer *writer)
{
    if (writer->after_name) {
        writer->after_name = false;
        return;
    }
    int depth = writer->depth;
    if (writer->has_items[depth])
        builder_add_c(writer->out, writer->is_compact[depth] && writer->indent > 0 ? ", " : ",");
    if (depth > 0 && !writer->is_compact[depth])
        line_break(writer);
    writer->has_items[depth] = true;
}

static void begin(struct json_writer *writer, char bracket, bool compact)
{
    lead_in(writer);
    builder_add_byte(writer->out, bracket);
    bool outer_is_compact = writer->is_compact[writer->depth];
    writer->depth++;
    assert(writer->depth < 64);
    writer->has_items[writer->depth] = false;
    writer->is_compact[writer->depth] = compact || outer_is_compact;
}

static void end(struct json_writer *writer, char bracket)
{
    assert(writer->depth > 0 && !writer->after_name);
    bool break_before = writer->has_items[writer->depth] && !writer->is_compact[writer->depth];
    writer->depth--;
    if (break_before)
        line_break(writer);
    builder_add_byte(writer->out, bracket);
    if (writer->depth == 0 && writer->indent > 0)
        builder_add_byte(writer->out, '\n');
}

void json_begin_object(struct json_writer *writer)
{
    begin(writer, '{', false);
}

void json_begin_object_inline(struct json_writer *writer)
{
    begin(writer, '{', !writer->spreads);
}

void json_end_object(struct json_writer *writer)
{
    end(writer, '}');
}

void json_begin_array(struct json_writer *writer)
{
    begin(writer, '[', false);
}

void json_begin_array_inline(struct json_writer *writer)
{
    begin(writer, '[', !writer->spreads);
}

void json_end_array(struct json_writer *writer)
{
    end(writer, ']');
}

static void add_text(struct builder *out, struct str text)
{
    builder_add_byte(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        builder_add(out, str_slice(text, from, i));
        from = i + 1;
        if (c == '"')
            builder_add_c(out, "\\\"");
        else if (c == '\\')
            builder_add_c(out, "\\\\");
        else if (c == '\n')
            builder_add_c(out, "\\n");
        else if (c == '\t')
            builder_add_c(out, "\\t");
        else if (c == '\r')
            builder_add_c(out, "\\r");
        else
            builder_print(out, "\\u%04x", c);
    }
    builder_add(out, str_slice(text, from, text.length));
    builder_add_byte(out, '"');
}

void json_name_str(struct json_writer *writer, struct str name)
{
    lead_in(writer);
    add_text(writer->out, name);
    builder_add_c(writer->out, writer->indent > 0 ? ": " : ":");
    writer->after_name = true;
}

void json_name(struct json_writer *writer, const char *name)
{
    json_name_str(writer, str_of(name));
}

void json_str(struct json_writer *writer, struct str text)
{
    lead_in(writer);
    add_text(writer->out, text);
}

void json_int(struct json_writer *writer, int64_t number)
{
    lead_in(writer);
    builder_add_int(writer->out, number);
}

void json_digits(struct json_writer *writer, struct str digits)
{
    lead_in(writer);
    builder_add(writer->out, digits);
}

void json_bool(struct json_writer *writer, bool truth)
{
    lead_in(writer);
    builder_add_c(writer->out, truth ? "true" : "false");
}

void json_null(struct json_writer *writer)
{
    lead_in(writer);
    builder_add_c(writer->out, "null");
}

void json_member_str(struct json_writer *writer, const char *name, struct str text)
{
    json_name(writer, name);
    json_str(writer, text);
}

void json_member_str_or_null(struct json_writer *writer, const char *name, struct str text)
{
    json_name(writer, name);
    if (text.length > 0)
        json_str(writer, text);
    else
        json_null(writer);
}

void json_member_int(struct json_writer *writer, const char *name, int64_t number)
{
    json_name(writer, name);
    json_int(writer, number);
}

void json_member_bool(struct json_writer *writer, const char *name, bool truth)
{
    json_name(writer, name);
    json_bool(writer, truth);
}

void json_value(struct json_writer *writer, const struct json *value)
{
    switch (value->kind) {
    case JSON_NULL:
        json_null(writer);
        break;
    case JSON_BOOL:
        json_bool(writer, value->truth);
        break;
    case JSON_NUMBER:
        json_digits(writer, value->text);
        break;
    case JSON_STRING:
        json_str(writer, value->text);
        break;
    case JSON_ARRAY:
        json_begin_array(writer);
        for (size_t i = 0; i < value->count; i++)
            json_value(writer, &value->items[i]);
        json_end_array(writer);
        break;
    case JSON_OBJECT:
        json_begin_object(writer);
        for (size_t i = 0; i < value->count; i++) {
            json_name_str(writer, value->names[i]);
            json_value(writer, &value->items[i]);
        }
        json_end_object(writer);
        break;
    }
}
