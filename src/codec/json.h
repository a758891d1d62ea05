// SPDX-License-Identifier: Apache-2.0
// JSON: a tree to read, a stream to write (RFC 8259).

#ifndef ENTENTE_CODEC_JSON_H
#define ENTENTE_CODEC_JSON_H

#include "base/builder.h"
#include "base/error.h"
#include "base/input_limits.h"

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

// One value. An object's members stand in the order of the file, no name twice.
struct json {
    enum json_kind kind;
    bool truth;               // JSON_BOOL
    struct str text;          // JSON_STRING: the text; JSON_NUMBER: the digits as written
    const struct json *items; // JSON_ARRAY and JSON_OBJECT: `count` values
    const struct str *names;  // JSON_OBJECT: `count` member names
    size_t count;
    size_t byte; // where the value begins in the source
};

// Reads one JSON value; nothing may follow but white space.
//
// source   the file's name, for errors
// Owner:   arena
// Numbers keep their digits, whatever their size; a byte order mark before the value is skipped.
// Errors:  BAD_INPUT with line and column, what was expected there and what stands there (broken
//          UTF-8, a name twice, a NaN, half a surrogate pair); TOO_LARGE when nested deeper than
//          limits->json_depth
// Cost:    O(length)
bool json_read(struct str source, struct str text, const struct input_limits *limits,
               struct arena *arena, const struct json **value, struct error *error) MUST_CHECK;

// The member of an object, or NULL: no such member, or not an object, or object == NULL.
const struct json *json_member(const struct json *object, const char *name);
// The text member of an object, or the empty text.
struct str json_text(const struct json *object, const char *name);
// The number as a whole number; false when it is not one or does not fit (2.0 and 1e3 are whole).
bool json_whole(const struct json *value, int64_t *number) MUST_CHECK;
// The same of the number times 10^places: 8.5 with one place is 85.
bool json_decimal(const struct json *value, unsigned places, int64_t *number) MUST_CHECK;

// Writing. Objects and arrays nest to 64 levels. Every call adds to `out`; commas, line breaks and
// escapes are seen to. indent 0 writes compactly on one line.
struct json_writer {
    struct builder *out;
    int indent;
    int depth;
    bool has_items[64];  // per level: something stands there already
    bool is_compact[64]; // per level: written on one line
    bool after_name;
    bool spreads; // what would stay on one line is written out: an answer inside another
};

struct json_writer json_writer_make(struct builder *out, int indent);
void json_begin_object(struct json_writer *writer);
void json_end_object(struct json_writer *writer);
void json_begin_array(struct json_writer *writer);
// An array or object that stays on one line although the writer indents.
void json_begin_array_inline(struct json_writer *writer);
void json_begin_object_inline(struct json_writer *writer);
void json_end_array(struct json_writer *writer);
void json_name(struct json_writer *writer, const char *name);
void json_name_str(struct json_writer *writer, struct str name);
void json_str(struct json_writer *writer, struct str text);
void json_int(struct json_writer *writer, int64_t number);
// Digits that are a JSON number already (wider than 64 bits, or decimal).
void json_digits(struct json_writer *writer, struct str digits);
void json_bool(struct json_writer *writer, bool truth);
void json_null(struct json_writer *writer);

// A tree that was read, members in their order and numbers in their digits.
void json_value(struct json_writer *writer, const struct json *value);

// Name and value in one call.
void json_member_str(struct json_writer *writer, const char *name, struct str text);
// The same, but null for the empty text.
void json_member_str_or_null(struct json_writer *writer, const char *name, struct str text);
void json_member_int(struct json_writer *writer, const char *name, int64_t number);
void json_member_bool(struct json_writer *writer, const char *name, bool truth);

#endif
