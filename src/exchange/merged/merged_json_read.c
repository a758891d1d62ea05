// SPDX-License-Identifier: Apache-2.0
#include "base/list.h"
#include "base/names.h"
#include "codec/json.h"
#include "exchange/merged/merged_json.h"
#include "exchange/merged/parts_json.h"
#include "exchange/merged/rows_json.h"
#include "text/kind_words.h"

#include "answers/notes_json.h"
#include <stdlib.h>

struct merged_reader {
    struct arena *arena;
    struct str source;
    struct error *error;
    struct names *parties;
    struct list points;   // struct point
    struct list segments; // struct segment
    struct list slots;    // struct sheet_slot
    struct list rows;     // struct str: the number of the row of each point
};

static bool wrong(const struct merged_reader *reader, size_t point, const char *what)
{
    struct place place = place_of(reader->source);
    if (point != SIZE_MAX)
        place = place_with_part(place, arena_print(reader->arena, "points[%zu]", point));
    return error_at(reader->error, BAD_INPUT, place, "%s", what);
}

static struct str text_member(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value != NULL && value->kind == JSON_STRING ? value->text : STR("");
}

static bool truth_member(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value != NULL && value->kind == JSON_BOOL && value->truth;
}

// A whole number from 0 to `most`; 0 when the member is not there or another thing.
static uint32_t number_member(const struct json *object, const char *name, uint32_t most)
{
    const struct json *value = json_member(object, name);
    int64_t number;
    if (value == NULL || !json_whole(value, &number) || number < 0 || number > most)
        return 0;
    return (uint32_t)number;
}

static const struct json *array_member(const struct json *object, const char *name)
{
    static const struct json none = {.kind = JSON_ARRAY};
    const struct json *value = json_member(object, name);
    return value != NULL && value->kind == JSON_ARRAY ? value : &none;
}

static int compare_parties(const void *a, const void *b)
{
    uint32_t left = ((const struct party *)a)->number;
    uint32_t right = ((const struct party *)b)->number;
    return (left > right) - (left < right);
}

// The parties of a wording, ascending; each is marked in `held` and must not be there yet.
static bool read_parties(const struct merged_reader *reader, size_t point, const struct json *names,
                         bool *held, const struct party **parties)
{
    struct party *list = ARENA_ARRAY(reader->arena, struct party, names->count + 1);
    for (size_t i = 0; i < names->count; i++) {
        uint32_t number = names_find(reader->parties, names->items[i].text);
        if (names->items[i].kind != JSON_STRING || number == NAMES_NONE)
            return wrong(reader, point, "a wording names a party that \"parties\" does not list");
        if (held[number])
            return wrong(reader, point, "a party holds two wordings of one slot");
        held[number] = true;
        list[i].number = number;
    }
    qsort(list, names->count, sizeof *list, compare_parties);
    *parties = list;
    return true;
}

static enum slot_kind slot_kind_of(struct str word)
{
    if (str_equal(word, STR("numbering")))
        return SLOT_NUMBERING;
    return str_equal(word, STR("computed")) ? SLOT_COMPUTED : SLOT_WORDING;
}

static bool read_slot(struct merged_reader *reader, size_t point, const struct json *object,
                      const struct json *variants)
{
    if (variants->kind != JSON_ARRAY || variants->count == 0)
        return wrong(reader, point, "a slot needs at least one variant");
    bool *held = ARENA_ARRAY(reader->arena, bool, names_count(reader->parties) + 1);
    struct wording *wordings = ARENA_ARRAY(reader->arena, struct wording, variants->count + 1);
    struct str unit_word = text_member(object, "unit");
    enum slot_unit unit = str_equal(unit_word, STR("rows"))    ? UNIT_ROWS
                          : str_equal(unit_word, STR("cells")) ? UNIT_CELLS
                                                               : UNIT_WORDS;
    uint32_t count = 1; // the base's comes first, wherever the file has it
    bool has_base = false;
    for (size_t i = 0; i < variants->count; i++) {
        const struct json *variant = &variants->items[i];
        bool is_base = truth_member(variant, "base");
        if (is_base && has_base)
            return wrong(reader, point, "a slot has two base wordings");
        has_base = has_base || is_base;
        struct wording *wording = is_base ? &wordings[0] : &wordings[count++];
        wording->text = text_member(variant, "text");
        wording->is_base = is_base;
        wording->names_objects = array_member(variant, "objects")->count > 0;
        if (!parts_json_read(variant, unit, reader->arena, wording))
            return wrong(reader, point, "a variant's rows, cells or blocks do not say its text");
        const struct json *names = array_member(variant, "parties");
        // No more names than JSON values in a file below 4 GiB.
        wording->party_count = (uint32_t)names->count;
        if (!read_parties(reader, point, names, held, &wording->parties))
            return false;
    }
    if (!has_base)
        return wrong(reader, point, "a slot needs one variant with \"base\": true");
    struct sheet_slot *slot = LIST_ADD(&reader->slots, struct sheet_slot);
    *slot = (struct sheet_slot){.kind = slot_kind_of(text_member(object, "kind")),
                                .unit = unit,
                                .column = number_member(object, "column", UINT32_MAX - 1),
                                .whole = truth_member(object, "whole"),
                                .touches_next = truth_member(object, "touches_next"),
                                .move = number_member(object, "move", UINT32_MAX - 1),
                                .point = (uint32_t)point,
                                .wordings = wordings,
                                .wording_count = count};
    return true;
}

static bool read_spacings(const struct merged_reader *reader, size_t point,
                          const struct json *object, struct segment *segment)
{
    const struct json *spacings = array_member(object, "spacing");
    struct respacing *list = ARENA_ARRAY(reader->arena, struct respacing, spacings->count + 1);
    bool *held = ARENA_ARRAY(reader->arena, bool, names_count(reader->parties) + 1);
    for (size_t i = 0; i < spacings->count; i++) {
        const struct json *names = array_member(&spacings->items[i], "parties");
        list[i].text = text_member(&spacings->items[i], "text");
        list[i].party_count = (uint32_t)names->count;
        if (!read_parties(reader, point, names, held, &list[i].parties))
            return false;
    }
    segment->respacings = list;
    segment->respacing_count = (uint32_t)spacings->count;
    return true;
}

static bool read_segment(struct merged_reader *reader, size_t point, const struct json *object)
{
    struct segment segment = {.slot = NO_INDEX};
    const struct json *variants = json_member(object, "variants");
    const struct json *text = json_member(object, "text");
    if (variants != NULL) {
        if (!read_slot(reader, point, object, variants))
            return false;
        segment.slot = (uint32_t)reader->slots.count - 1;
    } else if (text != NULL && text->kind == JSON_STRING) {
        segment.text = text->text;
        if (!read_spacings(reader, point, object, &segment))
            return false;
    } else {
        return wrong(reader, point, "a segment has \"text\" or \"variants\"");
    }
    *LIST_ADD(&reader->segments, struct segment) = segment;
    return true;
}

// Labels of known parties; the others say nothing and are left out.
static void read_labels(const struct merged_reader *reader, const struct json *labels,
                        struct point *point)
{
    if (!labels || labels->kind != JSON_ARRAY)
        return;
    struct other_labels *list = ARENA_ARRAY(reader->arena, struct other_labels, labels->count + 1);
    for (size_t i = 0; i < labels->count; i++) {
        const struct json *items = array_member(&labels->items[i], "labels");
        const struct json *names = array_member(&labels->items[i], "parties");
        struct str *texts = ARENA_ARRAY(reader->arena, struct str, items->count + 1);
        struct party *parties = ARENA_ARRAY(reader->arena, struct party, names->count + 1);
        struct other_labels own = {texts, (uint32_t)items->count, parties, 0};
        for (size_t k = 0; k < items->count; k++)
            texts[k] = items->items[k].kind == JSON_STRING ? items->items[k].text : STR("");
        for (size_t k = 0; k < names->count; k++) {
            uint32_t party = names->items[k].kind == JSON_STRING
                                 ? names_find(reader->parties, names->items[k].text)
                                 : NAMES_NONE;
            if (party != NAMES_NONE)
                parties[own.party_count++].number = party;
        }
        if (own.count > 0 && (own.party_count > 0 || names->count == 0))
            list[point->label_count++] = own;
    }
    point->labels = list;
}

static bool read_point(struct merged_reader *reader, size_t number, const struct json *object)
{
    struct point point = {.label = text_member(object, "label"),
                          .path = text_member(object, "path"),
                          .level = number_member(object, "level", 64),
                          .label_is_computed = truth_member(object, "label_is_computed"),
                          .cell = text_member(object, "cell"),
                          .story = text_member(object, "story"),
                          .first_segment = (uint32_t)reader->segments.count,
                          .paragraph =
                              truth_member(object, "inserted") ? NO_INDEX : (uint32_t)number};
    if (!paragraph_kind_of_word(text_member(object, "kind"), &point.kind))
        point.kind = PARAGRAPH_TEXT;
    const struct json *segments = array_member(object, "segments");
    for (size_t i = 0; i < segments->count; i++)
        if (!read_segment(reader, number, &segments->items[i]))
            return false;
    point.segment_count = (uint32_t)segments->count;
    read_labels(reader, json_member(object, "labels"), &point);
    *LIST_ADD(&reader->points, struct point) = point;
    *LIST_ADD(&reader->rows, struct str) = text_member(object, "row");
    return true;
}

static bool read_names(struct merged_reader *reader, const struct json *names,
                       const struct str **list)
{
    struct str *texts = ARENA_ARRAY(reader->arena, struct str, names->count + 1);
    for (size_t i = 0; i < names->count; i++) {
        if (names->items[i].kind != JSON_STRING || names->items[i].text.length == 0)
            return wrong(reader, SIZE_MAX, "\"parties\" is a list of names");
        texts[i] = names->items[i].text;
        if (names_add(reader->parties, texts[i]) != i)
            return wrong(reader, SIZE_MAX, "\"parties\" names a party twice");
    }
    *list = texts;
    return true;
}

// Moves whose slots exist; the others say nothing and are left out.
static const struct move *read_moves(const struct merged_reader *reader, const struct json *moves,
                                     uint32_t *count)
{
    struct move *list = ARENA_ARRAY(reader->arena, struct move, moves->count + 1);
    uint32_t slots = (uint32_t)reader->slots.count;
    *count = 0;
    for (size_t i = 0; i < moves->count; i++) {
        const struct json *object = &moves->items[i];
        uint32_t party = names_find(reader->parties, text_member(object, "party"));
        uint32_t from = number_member(object, "from_slot", slots);
        uint32_t to = number_member(object, "to_slot", slots);
        if (party == NAMES_NONE || from == 0 || to == 0)
            continue;
        list[(*count)++] = (struct move){
            {party}, from - 1, to - 1, number_member(object, "words", UINT32_MAX - 1)};
    }
    return list;
}

// Comments at known points; others say nothing and are left out, and so are parents that stand behind.
static const struct sheet_comment *read_comments(const struct merged_reader *reader,
                                                 const struct json *comments, uint32_t *count)
{
    struct sheet_comment *list =
        ARENA_ARRAY(reader->arena, struct sheet_comment, comments->count + 1);
    struct names *paths = names_make(reader->arena);
    for (size_t i = 0; i < reader->points.count; i++)
        names_add(paths, LIST_AT(&reader->points, struct point, i)->path);
    *count = 0;
    for (size_t i = 0; i < comments->count; i++) {
        const struct json *object = &comments->items[i];
        uint32_t party = names_find(reader->parties, text_member(object, "party"));
        uint32_t point = names_find(paths, text_member(object, "place"));
        uint32_t parent = number_member(object, "parent", *count);
        if (point == NAMES_NONE)
            continue;
        list[(*count)++] = (struct sheet_comment){.parent = parent > 0 ? parent - 1 : NO_INDEX,
                                                  .is_of_base = party == NAMES_NONE,
                                                  .party = {party == NAMES_NONE ? 0 : party},
                                                  .author = text_member(object, "author"),
                                                  .date = text_member(object, "date"),
                                                  .is_resolved = truth_member(object, "resolved"),
                                                  .text = text_member(object, "text"),
                                                  .about = text_member(object, "about"),
                                                  .point = point};
    }
    return list;
}

static enum format_scope format_scope_of_word(struct str word)
{
    if (str_equal(word, STR("number")))
        return FORMAT_OF_NUMBER;
    if (str_equal(word, STR("layout")))
        return FORMAT_OF_LAYOUT;
    return str_equal(word, STR("paragraph")) ? FORMAT_OF_PARAGRAPH : FORMAT_OF_WORDS;
}

// Changes of look of known points and parties; the others say nothing and are left out.
static const struct format_change *read_format_changes(const struct merged_reader *reader,
                                                       const struct json *looks, uint32_t *count)
{
    struct format_change *list = ARENA_ARRAY(reader->arena, struct format_change, looks->count + 1);
    struct names *paths = names_make(reader->arena);
    for (size_t i = 0; i < reader->points.count; i++)
        names_add(paths, LIST_AT(&reader->points, struct point, i)->path);
    *count = 0;
    for (size_t i = 0; i < looks->count; i++) {
        const struct json *object = &looks->items[i];
        const struct json *names = array_member(object, "parties");
        uint32_t point = names_find(paths, text_member(object, "point"));
        struct party *parties = ARENA_ARRAY(reader->arena, struct party, names->count + 1);
        uint32_t held = 0;
        for (size_t k = 0; k < names->count; k++) {
            parties[held].number = names_find(reader->parties, names->items[k].text);
            held += parties[held].number != NAMES_NONE;
        }
        if (held == 0 || point >= reader->points.count)
            continue;
        enum format_scope scope = format_scope_of_word(text_member(object, "of"));
        if (scope == FORMAT_OF_NUMBER)
            LIST_AT(&reader->points, struct point, point)->counts_otherwise = true;
        list[(*count)++] = (struct format_change){.point = point,
                                                  .scope = scope,
                                                  .parties = parties,
                                                  .party_count = held,
                                                  .text = text_member(object, "text"),
                                                  .change = text_member(object, "change")};
    }
    return list;
}

bool merged_json_read(struct str source, struct str text, const struct input_limits *limits,
                      struct arena *arena, struct sheet *sheet, struct error *error)
{
    const struct json *root;
    if (!json_read(source, text, limits, arena, &root, error))
        return false;
    struct merged_reader reader = {.arena = arena,
                                   .source = source,
                                   .error = error,
                                   .parties = names_make(arena),
                                   .points = LIST_MAKE(arena, struct point),
                                   .segments = LIST_MAKE(arena, struct segment),
                                   .slots = LIST_MAKE(arena, struct sheet_slot),
                                   .rows = LIST_MAKE(arena, struct str)};
    if (!str_equal(text_member(root, "format"), STR("entente-merge/1")))
        return wrong(&reader, SIZE_MAX,
                     "this is no merged text: \"format\" is not \"entente-merge/1\"");
    struct sheet read = {.title = text_member(root, "title")};
    if (!document_form_of_word(text_member(root, "form"), &read.form))
        read.form = FORM_PLAIN;
    const struct json *parties = array_member(root, "parties");
    if (parties->count > limits->parties)
        return error_at(error, TOO_LARGE, place_of(source), "%zu parties; the limit is %zu",
                        parties->count, limits->parties);
    if (!read_names(&reader, parties, &read.party_names))
        return false;
    read.party_count = (uint32_t)parties->count;
    const struct json *points = array_member(root, "points");
    for (size_t i = 0; i < points->count; i++)
        if (!read_point(&reader, i, &points->items[i]))
            return false;
    read.points = LIST_ITEMS(&reader.points, struct point);
    read.point_count = (uint32_t)reader.points.count;
    rows_json_read(root, LIST_ITEMS(&reader.rows, struct str), arena, &read);
    read.segments = LIST_ITEMS(&reader.segments, struct segment);
    read.segment_count = (uint32_t)reader.segments.count;
    read.slots = LIST_ITEMS(&reader.slots, struct sheet_slot);
    read.slot_count = (uint32_t)reader.slots.count;
    read.moves = read_moves(&reader, array_member(root, "moves"), &read.move_count);
    read.format_changes =
        read_format_changes(&reader, array_member(root, "formatting"), &read.format_change_count);
    read.comments = read_comments(&reader, array_member(root, "comments"), &read.comment_count);
    notes_json_read(root, arena, &read.notes, &read.note_count);
    *sheet = read;
    return true;
}
