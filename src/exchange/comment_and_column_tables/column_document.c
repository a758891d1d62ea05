// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/column_document.h"

#include "base/builder.h"
#include "exchange/plain/plain.h"

struct str column_words(const struct prescribed_table *table, const struct prescribed_row *row,
                        uint32_t column, bool *is_assumed, struct arena *arena)
{
    *is_assumed = false;
    if (row->is_heading)
        return str_trim(row->cells[0].words);
    struct str base = str_trim(row->cells[prescribed_column_of(table, COLUMN_BASE)].words);
    struct str words = str_trim(row->cells[column].words);
    bool is_base = table->columns[column].role == COLUMN_BASE;
    bool is_struck = words.length == 0 && str_trim(row->cells[column].kept).length > 0;
    if (is_base || is_struck)
        return words;
    *is_assumed = words.length == 0 && base.length > 0;
    switch (cell_word_of(words, arena)) {
    case CELL_SAME:
        return base;
    case CELL_DELETED:
        return STR("");
    case CELL_WORDING:
        break;
    }
    return *is_assumed ? base : words;
}

// Every line of a column as a paragraph of a plain text, with its row.
struct column_lines {
    struct builder text;
    struct list rows; // uint32_t
};

static void add_lines(struct column_lines *lines, struct str words, uint32_t row)
{
    struct str line;
    while (str_cut(&words, '\n', &line)) {
        if (str_trim(line).length == 0)
            continue;
        builder_add(&lines->text, str_trim(line));
        builder_add_c(&lines->text, "\n\n");
        *LIST_ADD(&lines->rows, uint32_t) = row;
    }
}

bool column_document(const struct prescribed_table *table, uint32_t column, struct str name,
                     struct arena *arena, struct column_read *read, struct error *error)
{
    struct column_lines lines = {builder_make(arena), LIST_MAKE(arena, uint32_t)};
    struct column_read made = {.assumed = 0};
    for (uint32_t r = 0; r < table->row_count; r++) {
        bool is_assumed;
        add_lines(&lines, column_words(table, &table->rows[r], column, &is_assumed, arena), r);
        if (is_assumed && made.assumed++ == 0)
            made.first_assumed = r;
    }
    *LIST_ADD(&lines.rows, uint32_t) = table->row_count; // a text without words has a paragraph too
    made.rows = LIST_ITEMS(&lines.rows, uint32_t);
    *read = made;
    return plain_read(name, builder_str(&lines.text), &input_limits_default, arena, &read->document,
                      error);
}
