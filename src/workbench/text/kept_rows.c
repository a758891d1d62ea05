// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/kept_rows.h"

#include "base/builder.h"
#include "exchange/comment_and_column_tables/column_document.h"

struct kept_rows_maker {
    const struct prescribed_table *table;
    const struct column_draft **drafts; // by party; NULL: no column of this table
    uint32_t party_count;
    struct names *numbers;
    struct arena *arena;
};

static struct str head_of(const struct prescribed_table *table, enum column_role role)
{
    uint32_t column = prescribed_column_of(table, role);
    return column < table->column_count ? table->columns[column].head : STR("");
}

static struct str cell_of(const struct prescribed_table *table, const struct prescribed_row *row,
                          enum column_role role)
{
    uint32_t column = prescribed_column_of(table, role);
    struct str words = STR("");
    if (column < table->column_count)
        words = str_trim(row->cells[column].words);
    return words.length > 0 ? words : STR("");
}

// The lines of a cell, without those that are empty.
static struct str lines_of(struct str words, struct arena *arena)
{
    struct builder text = builder_make(arena);
    struct str line;
    while (str_cut(&words, '\n', &line)) {
        if (str_trim(line).length == 0)
            continue;
        if (text.length > 0)
            builder_add_byte(&text, '\n');
        builder_add(&text, str_trim(line));
    }
    return text.length > 0 ? builder_str(&text) : STR("");
}

static struct str column_lines(const struct kept_rows_maker *keeping,
                               const struct prescribed_row *row, uint32_t column)
{
    bool is_assumed;
    struct str words = column_words(keeping->table, row, column, &is_assumed, keeping->arena);
    return lines_of(words, keeping->arena);
}

// What is agreed may be said as "=", or that nothing stays.
static struct str agreed_of(const struct kept_rows_maker *keeping, const struct prescribed_row *row,
                            struct str base)
{
    struct str words = cell_of(keeping->table, row, COLUMN_AGREED);
    return cell_word_of(words, keeping->arena) == CELL_SAME ? base
                                                            : lines_of(words, keeping->arena);
}

static struct numbered_row keep_row(struct kept_rows_maker *keeping,
                                    const struct prescribed_row *row)
{
    const struct prescribed_table *table = keeping->table;
    uint32_t base = prescribed_column_of(table, COLUMN_BASE);
    struct numbered_row kept = {.is_heading = row->is_heading, .number = STR_INIT("")};
    kept.base = column_lines(keeping, row, base);
    kept.status = kept.point = kept.agreed = STR("");
    struct str *texts = ARENA_ARRAY(keeping->arena, struct str, keeping->party_count + 1);
    kept.texts = texts;
    if (row->is_heading)
        return kept;
    row_number_parted(text_in_one_line(cell_of(table, row, COLUMN_NUMBER), keeping->arena),
                      &kept.number, &kept.status);
    if (kept.status.length == 0)
        kept.status = cell_of(table, row, COLUMN_STATUS);
    if (!str_equal(row->shade, row_shade_of(kept.status)))
        kept.shade = row->shade;
    kept.point = cell_of(table, row, COLUMN_POINT);
    kept.has_agreed = prescribed_column_of(table, COLUMN_AGREED) < table->column_count;
    kept.agreed = agreed_of(keeping, row, kept.base);
    for (uint32_t p = 0; p < keeping->party_count; p++)
        if (keeping->drafts[p])
            texts[p] = column_lines(keeping, row, keeping->drafts[p]->column);
    return kept;
}

// Who has no number, or one that stands already, gets that of the row above with a letter.
static void give_numbers(struct kept_rows_maker *keeping, struct numbered_row *rows, uint32_t count)
{
    bool *is_new = ARENA_ARRAY(keeping->arena, bool, count + 1);
    for (uint32_t r = 0; r < count; r++) {
        struct str number = rows[r].number;
        is_new[r] = number.length == 0 || names_find(keeping->numbers, number) != NAMES_NONE;
        if (!is_new[r])
            names_add(keeping->numbers, number);
    }
    struct str above = STR("");
    for (uint32_t r = 0; r < count; r++) {
        if (rows[r].is_heading)
            continue;
        if (is_new[r]) {
            rows[r].number = row_number_made(above, keeping->numbers, keeping->arena);
            names_add(keeping->numbers, rows[r].number);
        }
        above = rows[r].number;
    }
}

static const struct column_draft **drafts_of(const struct prescribed_table *table,
                                             const struct prescribed_reading *reading,
                                             const struct merged *merged, struct arena *arena)
{
    const struct column_draft **drafts =
        ARENA_ARRAY(arena, const struct column_draft *, merged->party_count + 1);
    for (uint32_t p = 0; p < merged->party_count; p++)
        for (size_t i = 0; i < reading->columns.count; i++) {
            const struct column_draft *draft = LIST_AT(&reading->columns, struct column_draft, i);
            if (draft->table == table && draft->document == merged->drafts[p])
                drafts[p] = draft;
        }
    return drafts;
}

static const uint32_t *order_of(const struct kept_rows_maker *keeping)
{
    uint32_t *order = ARENA_ARRAY(keeping->arena, uint32_t, keeping->party_count + 1);
    uint32_t count = 0;
    for (uint32_t c = 0; c <= keeping->table->column_count; c++)
        for (uint32_t p = 0; p < keeping->party_count; p++) {
            const struct column_draft *draft = keeping->drafts[p];
            if ((draft ? draft->column : keeping->table->column_count) == c)
                order[count++] = p;
        }
    return order;
}

const struct numbered_rows *kept_rows_of(const struct prescribed_table *table,
                                         const uint32_t *base_rows,
                                         const struct prescribed_reading *reading,
                                         const struct merged *merged, struct arena *arena)
{
    struct kept_rows_maker keeping = {table, drafts_of(table, reading, merged, arena),
                                      merged->party_count, names_make(arena), arena};
    struct numbered_row *rows = ARENA_ARRAY(arena, struct numbered_row, table->row_count + 1);
    const uint32_t **of_drafts = ARENA_ARRAY(arena, const uint32_t *, merged->party_count + 1);
    for (uint32_t r = 0; r < table->row_count; r++)
        rows[r] = keep_row(&keeping, &table->rows[r]);
    give_numbers(&keeping, rows, table->row_count);
    for (uint32_t p = 0; p < merged->party_count; p++)
        of_drafts[p] = keeping.drafts[p] ? keeping.drafts[p]->rows : NULL;
    struct numbered_rows *kept = ARENA_NEW(arena, struct numbered_rows);
    *kept = (struct numbered_rows){.number_head = head_of(table, COLUMN_NUMBER),
                                   .point_head = head_of(table, COLUMN_POINT),
                                   .base_head = head_of(table, COLUMN_BASE),
                                   .agreed_head = head_of(table, COLUMN_AGREED),
                                   .order = order_of(&keeping),
                                   .items = rows,
                                   .count = table->row_count,
                                   .row_of_paragraph = base_rows,
                                   .row_of_draft_paragraph = of_drafts};
    return kept;
}
