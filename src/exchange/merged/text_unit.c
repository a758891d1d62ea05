// SPDX-License-Identifier: Apache-2.0
//
// A bracket goes around all cells of a wording:  | [row A: Storage | day | 30] |
// What stands in the last cell of one wording goes on with the next: | [cell base: Fee] [cell A: (nothing)] |
#include "exchange/merged/text_unit.h"

void grid_begin_row(struct grid_writer *grid)
{
    grid->cells = 0;
    if (grid->depth > 0) {
        builder_add_c(grid->writer->out, "<tr>");
        return;
    }
    grid->line = builder_make(grid->writer->arena);
    grid->writer->out = &grid->line;
}

void grid_end_row(struct grid_writer *grid)
{
    if (grid->depth > 0)
        builder_add_c(grid->writer->out, "</tr>");
    else
        *LIST_ADD(grid->lines, struct row_line) =
            (struct row_line){builder_str(&grid->line), grid->cells};
}

void grid_begin_cell(struct grid_writer *grid)
{
    struct text_writer *writer = grid->writer;
    builder_add_c(writer->out, grid->depth > 0 ? "<td>" : grid->cells == 0 ? "| " : " ");
    grid->cells++;
    writer->at_line_start = false;
    writer->after_bracket = false;
}

void grid_end_cell(struct grid_writer *grid)
{
    builder_add_c(grid->writer->out, grid->depth > 0 ? "</td>" : " |");
}

static void write_part(struct text_writer *writer, const struct wording *wording, uint32_t part)
{
    static const char *const begins[] = {
        [BLOCK_TABLE] = "<table>", [BLOCK_ROW] = "<tr>", [BLOCK_CELL] = "<td>"};
    static const char *const ends[] = {
        [BLOCK_TABLE] = "</table>", [BLOCK_ROW] = "</tr>", [BLOCK_CELL] = "</td>"};
    const struct wording_part *own = &wording->parts[part];
    builder_add_c(writer->out, begins[own->kind]);
    writer->after_bracket = false;
    if (own->kind == BLOCK_CELL)
        text_write_blocks(writer, part_walk_of(wording, part));
    else
        for (uint32_t i = part + 1; i < own->end; i = wording->parts[i].end)
            write_part(writer, wording, i);
    builder_add_c(writer->out, ends[own->kind]);
}

void text_write_blocks(struct text_writer *writer, struct part_walk walk)
{
    bool was_in_cell = writer->in_cell;
    bool is_after_words = false;
    bool is_whole = walk.next == 0; // the wording, not one of its cells
    struct range bytes;
    uint32_t part;
    writer->in_cell = true;
    for (bool is_first = true; part_walk_next(&walk, &bytes, &part); is_first = false) {
        builder_add_c(writer->out, is_after_words ? "<br>" : "");
        is_after_words = part == NO_INDEX;
        if (part != NO_INDEX)
            write_part(writer, walk.wording, part);
        else
            text_add(writer, str_slice(walk.wording->text, bytes.from, bytes.to), false);
        // An empty paragraph behind a table ends the wording: a cell's end says it, a bracket does not.
        bool is_end = is_after_words && walk.at > walk.to && walk.next == walk.end;
        if (is_whole && is_end && !is_first && bytes.from == bytes.to)
            builder_add_c(writer->out, "<br>");
    }
    writer->in_cell = was_in_cell;
}

static void add_holders(struct text_writer *writer, const struct wording *wording,
                        const char *between)
{
    for (uint32_t i = 0; i < wording->party_count; i++) {
        builder_add_c(writer->out, i == 0 ? "" : between);
        text_add_name(writer, wording->parties[i].number);
    }
}

static bool is_redline(const struct text_writer *writer)
{
    return writer->style.form == MERGED_REDLINE;
}

// What stands before the first cell of a wording.
static void write_lead(struct text_writer *writer, const struct sheet_slot *slot,
                       const struct wording *wording)
{
    bool names = !writer->style.hide_names;
    bool proposes = writer->style.form == MERGED_PROPOSALS;
    bool reads_back = writer->style.form == MERGED_BRACKETS;
    const char *unit = slot->unit == UNIT_ROWS ? "row" : "cell";
    if (is_redline(writer))
        return;
    if (writer->style.form == MERGED_OPTIONS)
        builder_print(writer->out, "**Option %u** ", ++writer->option);
    text_add_mark(writer, "[");
    if (reads_back && names)
        builder_print(writer->out, "%s ", unit);
    if (wording->is_base)
        builder_add_c(writer->out, wording->party_count > 0 && names ? "base, " : "base");
    if (names)
        add_holders(writer, wording, proposes ? "/" : ", ");
    if (names && proposes && !wording->is_base)
        builder_add_c(writer->out, " propose");
    if (!names && !wording->is_base)
        builder_add_c(writer->out, "proposed");
    text_add_mark(writer, ": ");
}

// What stands behind its last cell.
static void write_tail(struct text_writer *writer, const struct wording *wording)
{
    if (!is_redline(writer)) {
        text_add_mark(writer, "]");
        return;
    }
    bool names = !writer->style.hide_names;
    bool is_deletion = wording->part_count == 0;
    if (wording->is_base || (!names && !is_deletion))
        return;
    text_add_mark(writer, is_deletion ? names ? "(delete: " : "(delete" : " (");
    if (names)
        add_holders(writer, wording, ", ");
    text_add_mark(writer, ")");
}

static void write_cell(struct text_writer *writer, const struct wording *wording, uint32_t part)
{
    const char *mark = !is_redline(writer) ? "" : wording->is_base ? "~~" : "**";
    const struct wording_part *own = &wording->parts[part];
    bool has_words = own->from < own->to && own->end == part + 1;
    struct str text = str_slice(wording->text, own->from, own->to);
    builder_add_c(writer->out, has_words ? mark : "");
    if (str_equal(text, STR("(nothing)")))
        builder_add_byte(writer->out, '\\');
    text_write_blocks(writer, part_walk_of(wording, part));
    builder_add_c(writer->out, has_words ? mark : "");
}

// The wordings of a unit, one behind another.
struct unit_state {
    struct grid_writer *grid;
    const struct sheet_slot *slot;
    bool is_open;  // a cell is begun
    bool has_rows; // so is the row, by whole rows of a wording
};

static void open_cell(struct unit_state *state, bool is_new_row)
{
    struct grid_writer *grid = state->grid;
    if (state->is_open && is_new_row) {
        grid_end_cell(grid);
        grid_end_row(grid);
        state->is_open = false;
    }
    if (state->is_open) {
        builder_add_byte(grid->writer->out, ' ');
        return;
    }
    if (state->slot->unit == UNIT_ROWS)
        grid_begin_row(grid);
    grid_begin_cell(grid);
    state->is_open = true;
}

static void write_wording(struct unit_state *state, const struct wording *wording)
{
    struct grid_writer *grid = state->grid;
    struct text_writer *writer = grid->writer;
    bool are_rows = state->slot->unit == UNIT_ROWS;
    open_cell(state, are_rows && state->has_rows && wording->part_count > 0);
    state->has_rows = state->has_rows || wording->part_count > 0;
    write_lead(writer, state->slot, wording);
    if (wording->part_count == 0 && !is_redline(writer))
        text_add_mark(writer, "(nothing)");
    bool is_first = true;
    for (uint32_t i = 0; i < wording->part_count;) {
        const struct wording_part *part = &wording->parts[i];
        if (part->kind == BLOCK_ROW) {
            if (!is_first) {
                grid_end_cell(grid);
                grid_end_row(grid);
                grid_begin_row(grid);
                grid_begin_cell(grid);
                is_first = true;
            }
            i++;
            continue;
        }
        if (!is_first) {
            grid_end_cell(grid);
            grid_begin_cell(grid);
        }
        is_first = false;
        write_cell(writer, wording, i);
        i = part->end;
    }
    write_tail(writer, wording);
}

void text_write_unit(struct grid_writer *grid, const struct sheet_slot *slot)
{
    struct unit_state state = {.grid = grid, .slot = slot};
    grid->writer->option = 0;
    // A base of no rows or cells is not said.
    uint32_t first = slot->wordings[0].part_count == 0 && slot->wording_count > 1;
    for (uint32_t i = first; i < slot->wording_count; i++)
        write_wording(&state, &slot->wordings[i]);
    if (!state.is_open)
        return;
    grid_end_cell(grid);
    if (slot->unit == UNIT_ROWS)
        grid_end_row(grid);
}
