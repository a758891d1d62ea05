// SPDX-License-Identifier: Apache-2.0
#include "merge/laid_rows.h"

#include "base/builder.h"
#include "merge/row_text.h"

// The row of the draft from which a new point comes; NO_INDEX where no table tells it.
static uint32_t row_of_arrival(const struct numbered_rows *rows, const struct sheet *sheet,
                               const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        uint32_t slot = sheet->segments[point->first_segment + i].slot;
        if (slot == NO_INDEX)
            continue;
        const struct sheet_slot *own = &sheet->slots[slot];
        for (uint32_t w = 0; w < own->wording_count; w++) {
            const struct wording *wording = &own->wordings[w];
            if (wording->is_base || wording->party_count == 0 || wording->text.length == 0 ||
                !wording->document)
                continue;
            const uint32_t *of_draft = rows->row_of_draft_paragraph[wording->parties[0].number];
            if (of_draft)
                return of_draft[paragraph_at(wording->document, wording->range.from)];
        }
    }
    return NO_INDEX;
}

// Rows come in the order of the points; what would go back stays in the row above it.
static struct point *lay_points(const struct numbered_rows *rows, const struct sheet *sheet,
                                struct arena *arena)
{
    struct point *points = ARENA_ARRAY(arena, struct point, sheet->point_count + 1);
    uint32_t row = 0;
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        points[i] = sheet->points[i];
        uint32_t own = points[i].paragraph != NO_INDEX ? rows->row_of_paragraph[points[i].paragraph]
                                                       : row_of_arrival(rows, sheet, &points[i]);
        if (own < rows->count && own > row)
            row = own;
        points[i].row = rows->count > 0 ? row + 1 : 0;
    }
    return points;
}

static struct str points_text(const struct sheet *sheet, uint32_t first, uint32_t end,
                              struct sheet_reading reading, struct arena *arena)
{
    struct builder text = builder_make(arena);
    for (uint32_t i = first; i < end; i++) {
        struct builder line = builder_make(arena);
        row_text(sheet, i, i + 1, reading, &line);
        if (line.length > 0 && text.length > 0)
            builder_add_byte(&text, '\n');
        builder_add(&text, builder_str(&line));
    }
    return text.length > 0 ? builder_str(&text) : STR("");
}

static void fill_row(struct numbered_row *row, const struct sheet *sheet, uint32_t first,
                     uint32_t end, struct arena *arena)
{
    struct str *texts = ARENA_ARRAY(arena, struct str, sheet->party_count + 1);
    for (uint32_t p = 0; p < sheet->party_count; p++)
        texts[p] =
            row->is_heading ? row->base
            : row->texts[p].bytes
                ? row->texts[p]
                : points_text(sheet, first, end, (struct sheet_reading){READ_PARTY, {p}}, arena);
    row->texts = texts;
    if (!row->has_agreed && !row->is_heading)
        row->agreed =
            points_text(sheet, first, end, (struct sheet_reading){.kind = READ_AGREED}, arena);
    if (row->status.length == 0 && !row->is_heading)
        row->status = row_letter_of(row, sheet->party_count);
}

void numbered_rows_lay(const struct numbered_rows *rows, struct sheet *sheet, struct arena *arena)
{
    struct numbered_rows *laid = ARENA_NEW(arena, struct numbered_rows);
    struct numbered_row *items = ARENA_ARRAY(arena, struct numbered_row, rows->count + 1);
    sheet->points = lay_points(rows, sheet, arena);
    uint32_t point = 0;
    for (uint32_t r = 0; r < rows->count; r++) {
        uint32_t first = point;
        while (point < sheet->point_count && sheet->points[point].row == r + 1)
            point++;
        items[r] = rows->items[r];
        fill_row(&items[r], sheet, first, point, arena);
    }
    *laid = *rows;
    laid->items = items;
    sheet->rows = laid;
}
