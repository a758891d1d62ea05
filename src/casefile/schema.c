// SPDX-License-Identifier: Apache-2.0
#include "casefile/schema.h"

#include "base/checked.h"
#include "base/plain_name.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct schema_reader {
    const struct schema_source *source;
    struct arena *arena;
    struct error *error;
};

const struct kind *schema_kind(struct str name)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        if (str_equal(name, str_of(kind->name)))
            return kind;
    return NULL;
}

const struct kind *schema_kind_of_plural(struct str plural)
{
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        if (str_equal(plural, str_of(kind->plural)))
            return kind;
    return NULL;
}

struct str schema_kind_names(struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (const struct kind *kind = schema_kinds; kind->name; kind++)
        builder_print(&out, "%s%s", kind == schema_kinds ? "" : ", ", kind->name);
    return builder_str(&out);
}

const struct field *schema_field(const struct field *fields, struct str name)
{
    for (const struct field *field = fields; field->name; field++)
        if (str_equal(name, str_of(field->name)))
            return field;
    return NULL;
}

bool schema_id_is_good(struct str id)
{
    if (id.length == 0 || id.length > 200 || !plain_name_is(id))
        return false;
    size_t bytes;
    for (size_t at = 0; at < id.length; at += bytes) {
        uint32_t c = utf8_at(id, at, &bytes);
        if (c == '+' || utf8_is_space(c))
            return false;
    }
    return true;
}

bool schema_id_fits(const struct kind *kind, struct str id)
{
    static const char *const words[] = {"public", "all", "mediator", ".", ".."};
    if (strcmp(kind->name, "party") != 0 && strcmp(kind->name, "group") != 0)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(id, str_of(words[i])))
            return false;
    return str_find_byte(id, '/') == id.length && str_find_byte(id, ':') == id.length &&
           str_find_byte(id, ',') == id.length;
}

bool schema_is_sealed(const struct kind *kind)
{
    return strcmp(kind->name, "worth") == 0 || strcmp(kind->name, "acceptance") == 0;
}

static struct place place_at(const struct schema_reader *reader, const struct json *value)
{
    if (reader->source->text.length == 0)
        return place_of(reader->source->name);
    return place_in(reader->source->name, reader->source->text, value->byte);
}

// Where the name of a member stands: where it was last written before its value.
static struct place place_of_name(const struct schema_reader *reader, struct str name,
                                  const struct json *value)
{
    struct str text = reader->source->text;
    size_t at = value->byte < text.length ? value->byte : text.length;
    while (at > 0 && !str_starts_with(str_skip(text, at), name))
        at--;
    bool is_there = name.length > 0 && str_starts_with(str_skip(text, at), name);
    return is_there ? place_in(reader->source->name, text, at) : place_at(reader, value);
}

// "US, UA, …": the ids that a reference may name.
static struct str known_ids(const struct schema_reader *reader, const char *kinds)
{
    struct builder out = builder_make(reader->arena);
    struct str rest = str_of(kinds);
    struct str kind;
    size_t count = 0;
    while (str_cut(&rest, '|', &kind)) {
        const char *name = arena_c_string(reader->arena, kind);
        struct list items = items_of(reader->source->items, name, reader->arena);
        for (size_t i = 0; i < items.count && count < 12; i++, count++) {
            builder_add_c(&out, count > 0 ? ", " : "");
            builder_add(&out, (*LIST_AT(&items, const struct item *, i))->id);
        }
    }
    for (uint32_t i = 0; reader->source->more && i < names_count(reader->source->more); i++) {
        struct str key = names_at(reader->source->more, i);
        size_t slash = str_find_byte(key, '/');
        const char *kind_name = arena_c_string(reader->arena, str_slice(key, 0, slash));
        struct str id = str_skip(key, slash + 1);
        if (count < 12 && str_contains(str_of(kinds), str_of(kind_name)) &&
            !items_find(reader->source->items, kind_name, id)) {
            builder_add_c(&out, count++ > 0 ? ", " : "");
            builder_add(&out, id);
        }
    }
    return count > 0 ? builder_str(&out) : STR("none yet");
}

static bool is_known(const struct schema_reader *reader, const char *kinds, struct str id)
{
    struct str rest = str_of(kinds);
    struct str kind;
    while (str_cut(&rest, '|', &kind)) {
        if (items_find(reader->source->items, arena_c_string(reader->arena, kind), id))
            return true;
        struct str key = arena_print(reader->arena, "%.*s/%.*s", STR_ARGS(kind), STR_ARGS(id));
        if (reader->source->more && names_find(reader->source->more, key) != NAMES_NONE)
            return true;
    }
    return false;
}

static bool wrong(const struct schema_reader *reader, const struct json *value, const char *name,
                  const char *expected)
{
    struct str shown = value->kind == JSON_STRING || value->kind == JSON_NUMBER
                           ? str_slice(value->text, 0, 60)
                       : value->kind == JSON_ARRAY ? STR("(a list)")
                                                   : STR("(an object)");
    return error_at(reader->error, BAD_INPUT, place_at(reader, value), "%s: \"%.*s\" is not %s",
                    name, STR_ARGS(shown), expected);
}

// Days of a month, by the Gregorian rule.
static int64_t days_of(int64_t year, int64_t month)
{
    static const int64_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

static bool is_date(struct str text)
{
    int64_t year;
    int64_t month;
    int64_t day;
    if (text.length != 10 || text.bytes[4] != '-' || text.bytes[7] != '-')
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (i != 4 && i != 7 && (text.bytes[i] < '0' || text.bytes[i] > '9'))
            return false;
    return checked_parse(str_slice(text, 0, 4), &year) &&
           checked_parse(str_slice(text, 5, 7), &month) &&
           checked_parse(str_slice(text, 8, 10), &day) && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_of(year, month);
}

static bool read_text(const struct schema_reader *reader, const struct field *field,
                      const struct json *value, struct json *read)
{
    if (value->kind != JSON_STRING && value->kind != JSON_NUMBER)
        return wrong(reader, value, field->name, "one text");
    if (!utf8_is_valid(value->text))
        return error_at(reader->error, BAD_INPUT, place_at(reader, value), "%s is not UTF-8",
                        field->name);
    *read = *json_of_str(reader->arena, value->text);
    return true;
}

static bool read_name(const struct schema_reader *reader, const struct field *field,
                      const struct json *value, struct json *read)
{
    struct error fault;
    if (!read_text(reader, field, value, read))
        return false;
    return plain_name_check(value->text, field->name, &fault) ||
           error_at(reader->error, BAD_INPUT, place_at(reader, value), "%s", fault.message);
}

// "a|b|c" with its words parted for a reader.
static struct str parted(const struct schema_reader *reader, const char *words, const char *mark,
                         const char *last)
{
    struct builder out = builder_make(reader->arena);
    struct str rest = str_of(words);
    struct str word;
    for (bool is_first = true; str_cut(&rest, '|', &word); is_first = false) {
        builder_add_c(&out, is_first ? "" : rest.length > 0 ? mark : last);
        builder_add(&out, word);
    }
    return builder_str(&out);
}

static bool read_choice(const struct schema_reader *reader, const struct field *field,
                        const struct json *value, struct json *read)
{
    struct str rest = str_of(field->of);
    struct str choice;
    while (value->kind == JSON_STRING && str_cut(&rest, '|', &choice))
        if (str_equal_ignoring_case(choice, value->text)) {
            *read = *json_of_str(reader->arena, choice);
            return true;
        }
    struct str expected =
        arena_print(reader->arena, "one of %.*s", STR_ARGS(parted(reader, field->of, ", ", ", ")));
    return wrong(reader, value, field->name, arena_c_string(reader->arena, expected));
}

static bool read_number(const struct schema_reader *reader, const struct field *field,
                        const struct json *value, struct json *read)
{
    int64_t number;
    bool is_number = value->kind == JSON_STRING   ? checked_parse(value->text, &number)
                     : value->kind == JSON_NUMBER ? json_whole(value, &number)
                                                  : false;
    if (!is_number)
        return wrong(reader, value, field->name, "a whole number");
    *read = *json_of_int(reader->arena, number);
    return true;
}

static bool read_flag(const struct schema_reader *reader, const struct field *field,
                      const struct json *value, struct json *read)
{
    bool truth = value->kind == JSON_BOOL ? value->truth
                                          : str_equal_ignoring_case(value->text, STR("yes")) ||
                                                str_equal_ignoring_case(value->text, STR("true"));
    if (value->kind != JSON_BOOL && !truth && !str_equal_ignoring_case(value->text, STR("no")) &&
        !str_equal_ignoring_case(value->text, STR("false")))
        return wrong(reader, value, field->name, "yes or no");
    *read = (struct json){.kind = JSON_BOOL, .truth = truth};
    return true;
}

static bool read_ref(const struct schema_reader *reader, const struct field *field,
                     const struct json *value, struct json *read)
{
    if (value->kind != JSON_STRING || !is_known(reader, field->of, value->text)) {
        struct str expected = arena_print(reader->arena, "a known %.*s: %.*s",
                                          STR_ARGS(parted(reader, field->of, ", ", " or ")),
                                          STR_ARGS(known_ids(reader, field->of)));
        return wrong(reader, value, field->name, arena_c_string(reader->arena, expected));
    }
    *read = *json_of_str(reader->arena, value->text);
    return true;
}

// A text in place of a list is a list of what its commas part; one row is a list of one.
static struct json as_list(const struct schema_reader *reader, const struct json *value)
{
    if (value->kind == JSON_OBJECT)
        return (struct json){.kind = JSON_ARRAY, .items = value, .count = 1, .byte = value->byte};
    if (value->kind != JSON_STRING)
        return *value;
    struct list pieces = LIST_MAKE(reader->arena, struct json);
    struct str rest = value->text;
    struct str piece;
    while (str_cut(&rest, ',', &piece))
        if (str_trim(piece).length > 0)
            *LIST_ADD(&pieces, struct json) =
                (struct json){.kind = JSON_STRING, .text = str_trim(piece), .byte = value->byte};
    return (struct json){.kind = JSON_ARRAY,
                         .items = LIST_ITEMS(&pieces, struct json),
                         .count = pieces.count,
                         .byte = value->byte};
}

static bool read_object(const struct schema_reader *reader, const struct field *fields,
                        const struct json *tree, struct json *read);

static bool read_list(const struct schema_reader *reader, const struct field *field,
                      const struct json *value, struct json *read)
{
    bool is_rows = field->type == FIELD_ROWS;
    // Commas part words, but no rows; one row may stand for a list of rows, but not of words.
    enum json_kind single = is_rows ? JSON_OBJECT : JSON_STRING;
    struct json list = value->kind == single ? as_list(reader, value) : *value;
    if (list.kind != JSON_ARRAY && !(list.kind == JSON_STRING && list.text.length == 0))
        return wrong(reader, value, field->name, "a list");
    struct json *items = ARENA_ARRAY(reader->arena, struct json, list.count);
    for (size_t i = 0; i < list.count; i++) {
        bool done = is_rows ? read_object(reader, field->fields, &list.items[i], &items[i])
                    : field->type == FIELD_REFS
                        ? read_ref(reader, field, &list.items[i], &items[i])
                        : read_text(reader, field, &list.items[i], &items[i]);
        if (!done)
            return false;
    }
    *read = (struct json){.kind = JSON_ARRAY, .items = items, .count = list.count};
    return true;
}

static bool read_field(const struct schema_reader *reader, const struct field *field,
                       const struct json *value, struct json *read)
{
    switch (field->type) {
    case FIELD_TEXT:
        return read_text(reader, field, value, read);
    case FIELD_NAME:
        return read_name(reader, field, value, read);
    case FIELD_DATE:
        if (value->kind != JSON_STRING || !is_date(value->text))
            return wrong(reader, value, field->name, "a date like 2025-12-20");
        return read_text(reader, field, value, read);
    case FIELD_NUMBER:
        return read_number(reader, field, value, read);
    case FIELD_FLAG:
        return read_flag(reader, field, value, read);
    case FIELD_CHOICE:
        return read_choice(reader, field, value, read);
    case FIELD_REF:
        return read_ref(reader, field, value, read);
    case FIELD_TEXTS:
    case FIELD_REFS:
    case FIELD_ROWS:
        return read_list(reader, field, value, read);
    case FIELD_FILE:
        if (value->kind != JSON_STRING && value->kind != JSON_OBJECT)
            return wrong(reader, value, field->name, "the path of a file");
        *read = *value;
        return true;
    case FIELD_ROW:
        return read_object(reader, field->fields, value, read);
    }
    return wrong(reader, value, field->name, "a field of a known kind");
}

static struct str field_names(const struct schema_reader *reader, const struct field *fields)
{
    struct builder out = builder_make(reader->arena);
    for (const struct field *field = fields; field->name; field++)
        builder_print(&out, "%s%s", field == fields ? "" : ", ", field->name);
    return builder_str(&out);
}

static bool check_required(const struct schema_reader *reader, const struct field *fields,
                           const struct json *tree)
{
    for (const struct field *field = fields; field->name; field++)
        if (field->is_required && !json_member(tree, field->name))
            return error_at(reader->error, BAD_INPUT, place_at(reader, tree),
                            "\"%s\" is missing here (%s)", field->name, field->help);
    return true;
}

// Days from and to; events of those names are no days.
static bool check_days(const struct schema_reader *reader, const struct field *fields,
                       const struct json *tree)
{
    const struct field *first = schema_field(fields, STR("from"));
    struct str from = json_text(tree, "from");
    struct str to = json_text(tree, "to");
    if (!first || first->type != FIELD_DATE || from.length == 0 || to.length == 0 ||
        str_compare(from, to) <= 0)
        return true;
    return error_at(reader->error, BAD_INPUT, place_at(reader, json_member(tree, "to")),
                    "to: \"%.*s\" lies before from: \"%.*s\"", STR_ARGS(to), STR_ARGS(from));
}

static bool read_object(const struct schema_reader *reader, const struct field *fields,
                        const struct json *tree, struct json *read)
{
    if (tree->kind != JSON_OBJECT)
        return wrong(reader, tree, fields[0].name, "one of a set of fields with their values");
    struct json_object object = json_object_make(reader->arena);
    for (size_t i = 0; i < tree->count; i++) {
        const struct field *field = schema_field(fields, tree->names[i]);
        if (!field)
            return error_at(
                reader->error, BAD_INPUT, place_of_name(reader, tree->names[i], &tree->items[i]),
                "\"%.*s\" is no field here; expected one of %.*s",
                STR_ARGS(str_slice(tree->names[i], 0, 60)), STR_ARGS(field_names(reader, fields)));
        struct json value;
        if (!read_field(reader, field, &tree->items[i], &value))
            return false;
        json_object_set(&object, str_of(field->name), &value);
    }
    *read = *json_object_done(&object, reader->arena);
    return check_required(reader, fields, tree) && check_days(reader, fields, tree);
}

// A comment stands somewhere: at a slot, in a document, or under another comment.
static bool check_stands(const struct schema_reader *reader, const struct kind *kind,
                         const struct json *tree)
{
    return strcmp(kind->name, "comment") != 0 || json_member(tree, "slot") ||
           json_member(tree, "document") || json_member(tree, "parent") ||
           error_at(reader->error, BAD_INPUT, place_at(reader, tree),
                    "a comment stands somewhere: say its slot, its document (and point), or the "
                    "comment that it answers (parent)");
}

bool schema_read(const struct kind *kind, const struct json *tree,
                 const struct schema_source *source, struct arena *arena, struct str *id,
                 const struct json **object, struct error *error)
{
    struct schema_reader reader = {source, arena, error};
    const struct json *given = json_member(tree, "id");
    struct str name = {NULL, 0};
    if (tree->kind != JSON_OBJECT)
        return wrong(&reader, tree, kind->name, "a set of fields with their values");
    if (given) {
        name = given->text;
        if (given->kind != JSON_STRING || !schema_id_is_good(name))
            return wrong(&reader, given, "id",
                         "an id: up to 200 bytes without white space and \"+\"");
    }
    struct json_object rest = json_object_from(arena, tree);
    json_object_set(&rest, STR("id"), NULL);
    struct json fields = *json_object_done(&rest, arena);
    fields.byte = tree->byte;
    struct json *read = ARENA_NEW(arena, struct json);
    if (!read_object(&reader, kind->fields, &fields, read) || !check_stands(&reader, kind, &fields))
        return false;
    *id = name;
    *object = read;
    return true;
}
