// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/parts_json.h"

#include "base/list.h"

struct parts_reader {
    struct str text;
    uint32_t at;       // byte that comes next
    struct list parts; // struct wording_part
};

static bool read_part(struct parts_reader *reader, const struct json *json, enum block_kind kind);

// One or more paragraphs, and the mark behind them.
static bool read_paragraphs(struct parts_reader *reader, const struct json *json)
{
    if (json->kind != JSON_STRING ||
        !str_starts_with(str_skip(reader->text, reader->at), json->text))
        return false;
    // The text is shorter than 4 GiB.
    reader->at += (uint32_t)json->text.length;
    if (reader->at < reader->text.length && reader->text.bytes[reader->at] != '\n')
        return false;
    reader->at++;
    return true;
}

static bool read_blocks(struct parts_reader *reader, const struct json *json)
{
    if (json->kind == JSON_STRING)
        return read_paragraphs(reader, json);
    bool is_right = json->kind == JSON_ARRAY;
    for (size_t i = 0; is_right && i < json->count; i++) {
        const struct json *item = &json->items[i];
        const struct json *table = json_member(item, "table");
        is_right =
            table != NULL ? read_part(reader, table, BLOCK_TABLE) : read_paragraphs(reader, item);
    }
    return is_right;
}

static bool read_part(struct parts_reader *reader, const struct json *json, enum block_kind kind)
{
    size_t number = reader->parts.count;
    uint32_t from = reader->at;
    *LIST_ADD(&reader->parts, struct wording_part) = (struct wording_part){.kind = kind};
    bool is_right = kind == BLOCK_CELL || json->kind == JSON_ARRAY;
    if (kind == BLOCK_CELL)
        is_right = read_blocks(reader, json);
    for (size_t i = 0; is_right && kind != BLOCK_CELL && i < json->count; i++)
        is_right = read_part(reader, &json->items[i], kind == BLOCK_TABLE ? BLOCK_ROW : BLOCK_CELL);
    *LIST_AT(&reader->parts, struct wording_part, number) =
        (struct wording_part){.kind = kind,
                              .from = from,
                              .to = reader->at > from ? reader->at - 1 : from,
                              .end = (uint32_t)reader->parts.count};
    return is_right && reader->at > from;
}

bool parts_json_read(const struct json *variant, enum slot_unit unit, struct arena *arena,
                     struct wording *wording)
{
    static const char *const names[] = {
        [UNIT_WORDS] = "blocks", [UNIT_ROWS] = "rows", [UNIT_CELLS] = "cells"};
    const struct json *json = json_member(variant, names[unit]);
    struct parts_reader reader = {.text = wording->text,
                                  .parts = LIST_MAKE(arena, struct wording_part)};
    if (json == NULL)
        return unit == UNIT_WORDS || wording->text.length == 0;
    bool is_right = json->kind == JSON_ARRAY;
    if (unit == UNIT_WORDS)
        is_right = is_right && read_blocks(&reader, json);
    for (size_t i = 0; is_right && unit != UNIT_WORDS && i < json->count; i++)
        is_right = read_part(&reader, &json->items[i], unit == UNIT_ROWS ? BLOCK_ROW : BLOCK_CELL);
    wording->parts = LIST_ITEMS(&reader.parts, struct wording_part);
    wording->part_count = (uint32_t)reader.parts.count;
    // Behind the last paragraph a mark may be written, when there is nothing else.
    return is_right &&
           (reader.at >= wording->text.length || (json->count == 0 && wording->text.length == 0));
}
