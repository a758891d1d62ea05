// SPDX-License-Identifier: Apache-2.0
#include "merge/row_text.h"

#include "merge/other_labels.h"
#include "merge/point_text.h"
#include "merge/table_points.h"

uint32_t wording_line(const struct wording *wording, uint32_t at)
{
    uint32_t line = 0;
    for (uint32_t i = 0; i < at && i < wording->text.length; i++)
        line += wording->text.bytes[i] == '\n';
    return line;
}

bool row_labels_differ(const struct sheet *sheet, uint32_t first, uint32_t end,
                       struct sheet_reading reading)
{
    struct str label;
    for (uint32_t i = first; i < end; i++)
        if (point_label_differs(sheet, &sheet->points[i], reading, &label))
            return true;
    return false;
}

static const char between_cells[] = " | ";

static void add_number(const struct sheet *sheet, const struct point *point,
                       struct sheet_reading reading, uint32_t line, struct builder *out)
{
    struct str label;
    if (point_label(sheet, point, reading, line, &label))
        builder_print(out, "%.*s ", STR_ARGS(label));
}

// One wording of whole rows or cells, and where it is read.
struct unit_text {
    const struct sheet *sheet;
    const struct point *point;
    struct sheet_reading reading;
    const struct wording *wording;
};

// The paragraphs of a cell, a line each.
static void add_cell_lines(const struct unit_text *unit, const struct wording_part *cell,
                           struct builder *out)
{
    struct str rest = str_slice(unit->wording->text, cell->from, cell->to);
    uint32_t line = wording_line(unit->wording, cell->from);
    struct str text;
    for (uint32_t i = 0; str_cut(&rest, '\n', &text); i++) {
        builder_add_c(out, i == 0 ? "" : "\n");
        add_number(unit->sheet, unit->point, unit->reading, line + i, out);
        builder_add(out, text);
    }
}

static void add_part_text(const struct unit_text *unit, uint32_t part, struct builder *out)
{
    const struct wording_part *own = &unit->wording->parts[part];
    if (own->kind == BLOCK_CELL) {
        if (own->from == own->to)
            add_number(unit->sheet, unit->point, unit->reading,
                       wording_line(unit->wording, own->from), out);
        add_cell_lines(unit, own, out);
        return;
    }
    for (uint32_t i = part + 1; i < own->end; i = unit->wording->parts[i].end) {
        builder_add_c(out, i == part + 1 ? "" : between_cells);
        add_part_text(unit, i, out);
    }
}

void wording_row_text(const struct sheet *sheet, const struct point *point,
                      struct sheet_reading reading, const struct wording *wording,
                      struct builder *out)
{
    const struct unit_text unit = {sheet, point, reading, wording};
    for (uint32_t i = 0; i < wording->part_count; i = wording->parts[i].end) {
        bool is_cell = wording->parts[i].kind == BLOCK_CELL;
        builder_add_c(out, i == 0 ? "" : is_cell ? between_cells : "\n");
        add_part_text(&unit, i, out);
    }
}

// Whole rows or cells of a reading; false when it has none.
static bool add_unit_text(const struct sheet *sheet, const struct point *point,
                          const struct sheet_slot *slot, struct sheet_reading reading,
                          struct builder *out)
{
    const struct wording *wording = slot_reading(sheet, slot, reading);
    if (wording == NULL)
        builder_add_c(out, "[…]");
    else
        wording_row_text(sheet, point, reading, wording, out);
    return wording == NULL || wording->part_count > 0;
}

// The paragraphs of one cell, a line each; what stands in tables within it too.
static void add_cell_text(const struct sheet *sheet, uint32_t first, uint32_t end,
                          struct sheet_reading reading, struct builder *out)
{
    for (uint32_t i = first; i < end; i++) {
        if (!point_exists(sheet, &sheet->points[i], reading))
            continue;
        builder_add_c(out, i == first ? "" : "\n");
        add_number(sheet, &sheet->points[i], reading, 0, out);
        point_text(sheet, &sheet->points[i], reading, out);
    }
}

void row_text(const struct sheet *sheet, uint32_t first, uint32_t end, struct sheet_reading reading,
              struct builder *out)
{
    if (table_points(sheet, first, end, 0) == 0) {
        point_text(sheet, &sheet->points[first], reading, out);
        return;
    }
    bool has_cells = false;
    for (uint32_t i = first; i < end;) {
        uint32_t count = cell_points(sheet, i, end, 0);
        const struct sheet_slot *unit = point_unit(sheet, &sheet->points[i], 0);
        size_t before = out->length;
        builder_add_c(out, has_cells ? between_cells : "");
        if (unit == NULL)
            add_cell_text(sheet, i, i + count, reading, out);
        if (unit != NULL && !add_unit_text(sheet, &sheet->points[i], unit, reading, out))
            out->length = before;
        else
            has_cells = true;
        i += count;
    }
}
