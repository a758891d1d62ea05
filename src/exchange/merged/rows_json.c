// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/rows_json.h"

#include "base/names.h"

// Texts that several have stand once; who has the base's is not named.
static void write_texts(struct json_writer *out, const struct sheet *sheet,
                        const struct numbered_row *row)
{
    json_name(out, "texts");
    json_begin_array_inline(out);
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        bool is_told = str_equal(row->texts[p], row->base);
        for (uint32_t q = 0; q < p && !is_told; q++)
            is_told = str_equal(row->texts[p], row->texts[q]);
        if (is_told)
            continue;
        json_begin_object_inline(out);
        json_member_str(out, "text", row->texts[p]);
        json_name(out, "parties");
        json_begin_array_inline(out);
        for (uint32_t q = p; q < sheet->party_count; q++)
            if (str_equal(row->texts[p], row->texts[q]))
                json_str(out, sheet->party_names[q]);
        json_end_array(out);
        json_end_object(out);
    }
    json_end_array(out);
}

static void write_row(struct json_writer *out, const struct sheet *sheet,
                      const struct numbered_row *row)
{
    json_begin_object(out);
    if (row->is_heading) {
        json_member_str(out, "heading", row->base);
        json_end_object(out);
        return;
    }
    json_member_str(out, "number", row->number);
    json_member_str(out, "status", row->status);
    if (row->shade.length > 0)
        json_member_str(out, "shade", row->shade);
    if (row->point.length > 0)
        json_member_str(out, "point", row->point);
    json_member_str(out, "base", row->base);
    write_texts(out, sheet, row);
    json_member_str(out, "agreed", row->agreed);
    json_end_object(out);
}

void rows_json_write(struct json_writer *out, const struct sheet *sheet)
{
    const struct numbered_rows *rows = sheet->rows;
    if (!rows)
        return;
    json_name(out, "row_heads");
    json_begin_object_inline(out);
    json_member_str(out, "number", rows->number_head);
    if (rows->point_head.length > 0)
        json_member_str(out, "point", rows->point_head);
    json_member_str(out, "base", rows->base_head);
    if (rows->agreed_head.length > 0)
        json_member_str(out, "agreed", rows->agreed_head);
    json_name(out, "parties");
    json_begin_array_inline(out);
    for (uint32_t i = 0; i < sheet->party_count; i++)
        json_str(out, sheet->party_names[rows->order[i]]);
    json_end_array(out);
    json_end_object(out);
    json_name(out, "rows");
    json_begin_array(out);
    for (uint32_t r = 0; r < rows->count; r++)
        write_row(out, sheet, &rows->items[r]);
    json_end_array(out);
}

static struct str member_text(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value && value->kind == JSON_STRING ? value->text : STR("");
}

static void read_texts(const struct json *texts, const struct names *parties, struct str *list)
{
    for (size_t i = 0; texts && texts->kind == JSON_ARRAY && i < texts->count; i++) {
        const struct json *holders = json_member(&texts->items[i], "parties");
        for (size_t k = 0; holders && holders->kind == JSON_ARRAY && k < holders->count; k++) {
            uint32_t party = holders->items[k].kind == JSON_STRING
                                 ? names_find(parties, holders->items[k].text)
                                 : NAMES_NONE;
            if (party != NAMES_NONE)
                list[party] = member_text(&texts->items[i], "text");
        }
    }
}

static struct numbered_row read_row(const struct json *object, const struct sheet *sheet,
                                    const struct names *parties, bool has_agreed,
                                    struct arena *arena)
{
    const struct json *heading = json_member(object, "heading");
    struct str *texts = ARENA_ARRAY(arena, struct str, sheet->party_count + 1);
    struct numbered_row row = {.number = member_text(object, "number"),
                               .status = member_text(object, "status"),
                               .shade = member_text(object, "shade"),
                               .point = member_text(object, "point"),
                               .base = member_text(object, "base"),
                               .agreed = member_text(object, "agreed"),
                               .texts = texts,
                               .has_agreed = has_agreed};
    if (heading && heading->kind == JSON_STRING) {
        row.is_heading = true;
        row.base = heading->text;
    }
    for (uint32_t p = 0; p < sheet->party_count; p++)
        texts[p] = row.base;
    read_texts(json_member(object, "texts"), parties, texts);
    return row;
}

static void read_point_rows(const struct str *point_rows, const struct numbered_rows *rows,
                            struct arena *arena, struct sheet *sheet)
{
    struct point *points = ARENA_ARRAY(arena, struct point, sheet->point_count + 1);
    struct names *numbers = names_make(arena);
    uint32_t *row_of = ARENA_ARRAY(arena, uint32_t, rows->count + 1);
    for (uint32_t r = 0; r < rows->count; r++)
        row_of[names_add(numbers, rows->items[r].number)] = r + 1;
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        points[i] = sheet->points[i];
        uint32_t number = names_find(numbers, point_rows[i]);
        if (point_rows[i].length > 0 && number != NAMES_NONE)
            points[i].row = row_of[number];
    }
    sheet->points = points;
}

// The parties in the order of their columns; who is not named comes last.
static const uint32_t *read_order(const struct json *names, const struct names *parties,
                                  uint32_t party_count, struct arena *arena)
{
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, party_count + 1);
    bool *is_named = ARENA_ARRAY(arena, bool, party_count + 1);
    uint32_t count = 0;
    for (size_t i = 0; names && names->kind == JSON_ARRAY && i < names->count; i++) {
        bool is_text = names->items[i].kind == JSON_STRING;
        uint32_t party = is_text ? names_find(parties, names->items[i].text) : NAMES_NONE;
        if (party == NAMES_NONE || is_named[party])
            continue;
        is_named[party] = true;
        order[count++] = party;
    }
    for (uint32_t p = 0; p < party_count; p++)
        if (!is_named[p])
            order[count++] = p;
    return order;
}

void rows_json_read(const struct json *root, const struct str *point_rows, struct arena *arena,
                    struct sheet *sheet)
{
    const struct json *list = json_member(root, "rows");
    const struct json *heads = json_member(root, "row_heads");
    if (!list || list->kind != JSON_ARRAY || list->count == 0 || !heads)
        return;
    struct names *parties = names_make(arena);
    for (uint32_t p = 0; p < sheet->party_count; p++)
        names_add(parties, sheet->party_names[p]);
    struct numbered_rows *rows = ARENA_NEW(arena, struct numbered_rows);
    struct numbered_row *items = ARENA_ARRAY(arena, struct numbered_row, list->count + 1);
    *rows = (struct numbered_rows){
        .number_head = member_text(heads, "number"),
        .point_head = member_text(heads, "point"),
        .base_head = member_text(heads, "base"),
        .agreed_head = member_text(heads, "agreed"),
        .order = read_order(json_member(heads, "parties"), parties, sheet->party_count, arena),
        .items = items,
        .count = (uint32_t)list->count};
    for (size_t i = 0; i < list->count; i++)
        items[i] = read_row(&list->items[i], sheet, parties, rows->agreed_head.length > 0, arena);
    read_point_rows(point_rows, rows, arena, sheet);
    sheet->rows = rows;
}
