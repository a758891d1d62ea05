// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/rows_read.h"

#include "base/builder.h"

#define BLANKS_MOST 40u // around the words of a head

struct rows_read rows_read_make(const struct document *document, struct arena *arena)
{
    return (struct rows_read){.document = document,
                              .arena = arena,
                              .rows = LIST_MAKE(arena, struct prescribed_row),
                              .notes = LIST_MAKE(arena, struct str)};
}

void rows_note(struct rows_read *read, struct str note)
{
    *LIST_ADD(&read->notes, struct str) = note;
}

struct str text_in_one_line(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    bool is_first = true;
    while (text.length > 0) {
        size_t from = 0;
        while (from < text.length && (unsigned char)text.bytes[from] <= ' ')
            from++;
        size_t to = from;
        while (to < text.length && (unsigned char)text.bytes[to] > ' ')
            to++;
        if (to > from && !is_first)
            builder_add_byte(&out, ' ');
        is_first = is_first && to == from;
        builder_add(&out, str_slice(text, from, to));
        text = str_skip(text, to);
    }
    return builder_str(&out);
}

// "fill=C6EFCE" of the cell's properties.
static struct str shade_of(struct str properties)
{
    static const struct str name = STR_INIT("fill=");
    size_t at = str_find(properties, name);
    if (at == properties.length)
        return STR("");
    struct str shade = str_slice(properties, at + name.length, at + name.length + 6);
    return str_starts_with(shade, STR("auto")) ? STR("") : shade;
}

static uint32_t column_with(const struct rows_read *read, enum column_role role)
{
    uint32_t column = 0;
    while (column < read->column_count && read->columns[column].role != role)
        column++;
    return column;
}

static bool is_empty(const struct cell_words *cell)
{
    return str_trim(cell->words).length == 0 && str_trim(cell->kept).length == 0;
}

// One base for several rows is that of each; of all else a joined cell belongs to its first row.
static struct cell_words joined_cell(const struct rows_read *read, uint32_t column)
{
    bool is_shared =
        read->columns[column].role == COLUMN_BASE || read->columns[column].role == COLUMN_POINT;
    struct cell_words covered = {.is_there = false};
    if (!is_shared || !read->is_comments || read->rows.count == 0)
        return covered;
    return LIST_AT(&read->rows, struct prescribed_row, read->rows.count - 1)->cells[column];
}

// The suggestion beside several base cells is a text for all of them.
static void widen_base(struct rows_read *read, const struct cell_words *cells, uint32_t base)
{
    struct prescribed_row *above =
        LIST_AT(&read->rows, struct prescribed_row, read->rows.count - 1);
    struct cell_words *widened =
        ARENA_ARRAY(read->arena, struct cell_words, read->column_count + 1);
    memcpy(widened, above->cells, read->column_count * sizeof *widened);
    struct cell_words *cell = &widened[base];
    cell->words =
        arena_print(read->arena, "%.*s\n%.*s", STR_ARGS(cell->words), STR_ARGS(cells[base].words));
    cell->kept = cell->words;
    above->cells = widened;
    rows_note(read, arena_print(read->arena,
                                "row %u: its suggestion is joined with that of row %u; the base "
                                "of both is taken as one",
                                read->place, above->place));
}

static void add_row(struct rows_read *read, const struct table_row_cells *row)
{
    struct cell_words *cells = ARENA_ARRAY(read->arena, struct cell_words, read->column_count + 1);
    uint32_t base = column_with(read, COLUMN_BASE);
    uint32_t suggestion = column_with(read, COLUMN_SUGGESTION);
    uint32_t number = column_with(read, COLUMN_NUMBER);
    struct prescribed_row made = {.place = read->place, .cells = cells};
    struct str beside = STR("");
    bool is_joined = false;
    for (uint32_t pass = 0; pass < 2; pass++) // the base first, for what is made from it
        for (uint32_t i = 0; i < row->count; i++) {
            const struct table_cell *cell = &row->cells[i];
            if ((pass == 0) != (cell->column == base))
                continue;
            cells[cell->column] =
                cell->goes_on
                    ? joined_cell(read, cell->column)
                    : cell_words_of(read->document, cell->block,
                                    cell->column == suggestion ? beside : STR(""), read->arena);
            is_joined = is_joined || (cell->goes_on && cell->column == suggestion);
            if (cell->column == base)
                beside = cells[base].words;
            if (cell->column == number)
                made.shade = shade_of(read->document->blocks[cell->block].properties);
        }
    if (is_joined && read->is_comments && read->rows.count > 0)
        widen_base(read, cells, base);
    for (uint32_t i = 0; i < read->column_count; i++)
        if (cells[i].units > 0)
            rows_note(read,
                      arena_print(read->arena, "row %u: %u picture%s, note%s or the like left out",
                                  read->place, cells[i].units, cells[i].units == 1 ? "" : "s",
                                  cells[i].units == 1 ? "" : "s"));
    *LIST_ADD(&read->rows, struct prescribed_row) = made;
}

// One cell across the table is a heading between rows.
static void add_heading(struct rows_read *read, const struct table_cell *cell)
{
    struct cell_words *cells = ARENA_ARRAY(read->arena, struct cell_words, read->column_count + 1);
    cells[0] = cell_words_of(read->document, cell->block, STR(""), read->arena);
    if (is_empty(&cells[0]))
        return;
    *LIST_ADD(&read->rows, struct prescribed_row) =
        (struct prescribed_row){.place = read->place, .cells = cells, .is_heading = true};
}

// One cell in all, or one beside the row's number.
static bool is_heading(const struct rows_read *read, const struct table_row_cells *row)
{
    return row->count == 1 ||
           (row->count == 2 && read->column_count > 2 && row->cells[1].span > 1 &&
            row->width == read->column_count && read->columns[0].role == COLUMN_NUMBER);
}

static bool is_joined_across(const struct table_row_cells *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (row->cells[i].span > 1)
            return true;
    return false;
}

// The heads repeated by hand on a new page.
static bool is_head_again(const struct rows_read *read, const struct table_row_cells *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        struct str cell = table_cell_text(read->document, row->cells[i].block);
        if (cell.length > read->columns[i].head.length * 2 + BLANKS_MOST)
            return false;
        struct str text = text_in_one_line(cell, read->arena);
        if (!str_equal_ignoring_case(text, read->columns[i].head))
            return false;
    }
    return true;
}

static bool has_words(const struct rows_read *read, const struct table_row_cells *row)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (str_trim(table_cell_text(read->document, row->cells[i].block)).length > 0)
            return true;
    return false;
}

void rows_read_table(struct rows_read *read, const struct table_cells *table, uint32_t heads)
{
    read->place += heads;
    for (uint32_t r = heads; r < table->row_count; r++) {
        const struct table_row_cells *row = &table->rows[r];
        read->place++;
        if (!has_words(read, row))
            continue;
        if (is_heading(read, row))
            add_heading(read, &row->cells[row->count - 1]);
        else if (row->width != read->column_count || is_joined_across(row))
            rows_note(
                read,
                arena_print(
                    read->arena,
                    "row %u: its cells are joined across columns or do not fit under the heads; "
                    "it is not read",
                    read->place));
        else if (!is_head_again(read, row))
            add_row(read, row);
    }
}
