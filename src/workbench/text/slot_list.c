// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/slot_list.h"

#include "exchange/docx_write/docx_table.h"
#include "exchange/spreadsheet/spreadsheet.h"
#include "merge/point_text.h"
#include "render/text/slot_list_forms.h"

enum { BEFORE_PARTIES = 3, BEHIND_PARTIES = 2 }; // row, point, base; status, note

static struct str place_of_point(const struct sheet *sheet, const struct point *point,
                                 struct arena *arena)
{
    size_t slash = str_find_byte(point->path, '/');
    struct str path = slash < point->path.length ? str_skip(point->path, slash + 1) : point->path;
    if (point->cell.length > 0)
        return arena_print(arena, "%.*s, %.*s", STR_ARGS(path), STR_ARGS(point->cell));
    return path.length > 0 ? path : sheet->title;
}

static struct str wording_shown(struct str text)
{
    struct str trimmed = str_trim(text);
    return trimmed.length > 0 ? trimmed : STR("(nothing)");
}

static struct str note_of(const struct sheet *sheet, const struct sheet_slot *slot,
                          struct arena *arena)
{
    struct builder note = builder_make(arena);
    if (slot->move > 0)
        builder_print(&note, "one end of move %u", slot->move);
    if (slot->touches_next)
        builder_print(&note, "%snext to the place below", note.length > 0 ? "; " : "");
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        const struct sheet_comment *comment = &sheet->comments[i];
        if (comment->point != slot->point)
            continue;
        builder_print(&note, "%s%.*s: %.*s", note.length > 0 ? "\n" : "", STR_ARGS(comment->author),
                      STR_ARGS(comment->text));
    }
    return builder_str(&note);
}

static void fill_row(const struct sheet *sheet, const struct sheet_slot *slot, uint32_t number,
                     struct arena *arena, struct str *cells)
{
    uint32_t rivals = 0;
    for (uint32_t i = 0; i < slot->wording_count; i++)
        rivals += !slot->wordings[i].is_base;
    cells[0] = arena_print(arena, "%u", number);
    cells[1] = place_of_point(sheet, &sheet->points[slot->point], arena);
    cells[2] = wording_shown(slot->wordings[0].text);
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        const struct wording *own = wording_of(slot, (struct party){p});
        cells[BEFORE_PARTIES + p] =
            !own || own->is_base ? STR("as base") : wording_shown(own->text);
    }
    struct str *behind = cells + BEFORE_PARTIES + sheet->party_count;
    behind[0] = rivals > 1 ? STR("disputed") : STR("proposed");
    behind[1] = note_of(sheet, slot, arena);
}

static const struct str *heads_of(const struct sheet *sheet, bool hide_names, struct arena *arena)
{
    struct str *heads =
        ARENA_ARRAY(arena, struct str, sheet->party_count + BEFORE_PARTIES + BEHIND_PARTIES);
    heads[0] = STR("Row");
    heads[1] = STR("Point");
    heads[2] = STR("Base");
    for (uint32_t p = 0; p < sheet->party_count; p++)
        heads[BEFORE_PARTIES + p] =
            hide_names ? arena_print(arena, "Party %u", p + 1) : sheet->party_names[p];
    heads[BEFORE_PARTIES + sheet->party_count] = STR("Status");
    heads[BEFORE_PARTIES + sheet->party_count + 1] = STR("Note");
    return heads;
}

struct slot_list slot_list_of(const struct sheet *sheet, bool hide_names, struct arena *arena)
{
    uint32_t columns = sheet->party_count + BEFORE_PARTIES + BEHIND_PARTIES;
    struct str *cells = ARENA_ARRAY(arena, struct str, (size_t)columns * sheet->slot_count + 1);
    uint32_t rows = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        if (!sheet_slot_is_open(&sheet->slots[s]) || sheet_slot_agreed(sheet, &sheet->slots[s]))
            continue;
        fill_row(sheet, &sheet->slots[s], rows + 1, arena, cells + (size_t)columns * rows);
        rows++;
    }
    return (struct slot_list){sheet->title, heads_of(sheet, hide_names, arena), columns, cells,
                              rows};
}

static bool add_cells(const struct slot_list *list, struct grid_maker *maker, struct error *error)
{
    for (uint32_t c = 0; c < list->column_count; c++) {
        struct grid_cell head = {
            .column = c, .text = list->heads[c], .row_span = 1, .column_span = 1};
        if (!grid_add(maker, head, error))
            return false;
        for (uint32_t r = 0; r < list->row_count; r++) {
            struct grid_cell cell = {.row = r + 1,
                                     .column = c,
                                     .kind = c == 0 ? GRID_NUMBER : GRID_TEXT,
                                     .text = list->cells[(size_t)r * list->column_count + c],
                                     .row_span = 1,
                                     .column_span = 1};
            if (cell.text.length > 0 && !grid_add(maker, cell, error))
                return false;
        }
    }
    return true;
}

static bool write_grid(const struct slot_list *list, bool is_csv, struct arena *arena,
                       struct str *bytes, struct error *error)
{
    static const struct spreadsheet_look look = {.head_rows = 1, .is_landscape = true};
    struct grid_maker maker = grid_maker_make(list->title, &input_limits_default, arena);
    if (!add_cells(list, &maker, error))
        return false;
    struct grid grid = grid_done(&maker, STR("Open places"));
    struct workbook workbook = {.name = list->title, .grids = &grid, .grid_count = 1};
    if (!is_csv)
        return spreadsheet_write_xlsx(&workbook, &look, arena, bytes, error);
    *bytes = spreadsheet_write_csv(&grid, arena);
    return true;
}

static bool write_docx(const struct slot_list *list, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    size_t count = (size_t)list->column_count * list->row_count;
    struct docx_line *lines = ARENA_ARRAY(arena, struct docx_line, count + 1);
    struct docx_cell *cells = ARENA_ARRAY(arena, struct docx_cell, count + 1);
    for (size_t i = 0; i < count; i++) {
        lines[i] = (struct docx_line){DOCX_PLAIN, STR(""), list->cells[i]};
        cells[i] = (struct docx_cell){&lines[i], 1};
    }
    const struct docx_table table = {.title = list->title,
                                     .summary =
                                         arena_print(arena, "%u open place%s.", list->row_count,
                                                     list->row_count == 1 ? "" : "s"),
                                     .heads = list->heads,
                                     .column_count = list->column_count,
                                     .cells = cells,
                                     .row_count = list->row_count};
    return docx_write_table(&table, arena, bytes, error);
}

bool slot_list_write(const struct slot_list *list, enum entente_format format, struct arena *arena,
                     struct str *bytes, struct error *error)
{
    switch (format) {
    case ENTENTE_CSV:
    case ENTENTE_XLSX:
        return write_grid(list, format == ENTENTE_CSV, arena, bytes, error);
    case ENTENTE_DOCX:
        return write_docx(list, arena, bytes, error);
    case ENTENTE_MARKDOWN:
    case ENTENTE_TERMINAL:
        *bytes = slot_list_markdown(list, arena);
        return true;
    case ENTENTE_TEXT:
    case ENTENTE_HTML:
        break;
    }
    return error_set(error, MISUSE, "a list is written as .csv, .xlsx, .docx or .md");
}
