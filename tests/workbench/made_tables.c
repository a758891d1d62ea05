// SPDX-License-Identifier: Apache-2.0
#include "made_tables.h"

const char *const made_parties[MOST_PARTIES] = {"Morre", "Ozara", "Quill"};

static uint32_t below(struct maker *maker, uint32_t bound)
{
    return tap_random_below(&maker->random, bound);
}

static struct made_words new_words(struct maker *maker)
{
    struct made_words made = {.count = 1 + below(maker, 3)};
    for (uint32_t i = 0; i < made.count; i++)
        made.words[i] = maker->next_word++;
    return made;
}

static struct made_cell new_cell(struct maker *maker)
{
    struct made_cell cell = {.inner_rows = 0};
    if (below(maker, 12) > 0)
        cell.first = new_words(maker);
    if (maker->form != AS_WORD)
        return cell;
    cell.has_last = below(maker, 6) == 0;
    if (cell.has_last)
        cell.last = new_words(maker);
    if (cell.has_last && below(maker, 2) == 0)
        for (; cell.inner_rows < 1 + cell.first.count % 2; cell.inner_rows++)
            for (uint32_t c = 0; c < 2; c++)
                cell.inner[cell.inner_rows][c] = new_words(maker);
    return cell;
}

static struct made_row new_row(struct maker *maker, uint32_t count)
{
    struct made_row row = {.count = count};
    for (uint32_t c = 0; c < count; c++)
        row.cells[c] = new_cell(maker);
    if (row.cells[0].first.count == 0)
        row.cells[0].first = new_words(maker);
    return row;
}

static struct made_block new_table(struct maker *maker)
{
    struct made_block table = {.is_table = true, .row_count = 1 + below(maker, 5)};
    uint32_t columns = 1 + below(maker, 4);
    for (uint32_t r = 0; r < table.row_count; r++) {
        // A cell that spans columns: the row has fewer of them.
        bool spans = maker->form == AS_WORD && columns > 1 && below(maker, 10) == 0;
        table.rows[r] = new_row(maker, columns - spans);
    }
    return table;
}

static struct made_block new_paragraph(struct maker *maker)
{
    return (struct made_block){.words = new_words(maker)};
}

static void put_block(struct made_text *text, uint32_t at, struct made_block block)
{
    if (text->count == MOST_BLOCKS)
        return;
    for (uint32_t i = text->count; i > at; i--)
        text->blocks[i] = text->blocks[i - 1];
    text->blocks[at] = block;
    text->count++;
}

static void take_block(struct made_text *text, uint32_t at)
{
    text->count--;
    for (uint32_t i = at; i < text->count; i++)
        text->blocks[i] = text->blocks[i + 1];
}

static void put_row(struct maker *maker, struct made_block *table)
{
    if (table->row_count == MOST_ROWS)
        return;
    uint32_t at = below(maker, table->row_count + 1);
    for (uint32_t r = table->row_count; r > at; r--)
        table->rows[r] = table->rows[r - 1];
    table->rows[at] = new_row(maker, table->rows[at == 0 ? 1 : 0].count);
    table->row_count++;
}

static void take_row(struct maker *maker, struct made_block *table)
{
    if (table->row_count < 2)
        return;
    uint32_t at = below(maker, table->row_count);
    table->row_count--;
    for (uint32_t r = at; r < table->row_count; r++)
        table->rows[r] = table->rows[r + 1];
}

static void put_column(struct maker *maker, struct made_block *table)
{
    uint32_t at = below(maker, table->rows[0].count + 1);
    for (uint32_t r = 0; r < table->row_count; r++) {
        struct made_row *row = &table->rows[r];
        uint32_t here = at < row->count ? at : row->count;
        if (row->count == MOST_COLUMNS)
            continue;
        for (uint32_t c = row->count; c > here; c--)
            row->cells[c] = row->cells[c - 1];
        row->cells[here] = new_cell(maker);
        row->count++;
    }
}

static void take_column(struct maker *maker, struct made_block *table)
{
    uint32_t at = below(maker, table->rows[0].count);
    for (uint32_t r = 0; r < table->row_count; r++) {
        struct made_row *row = &table->rows[r];
        if (row->count < 2 || at >= row->count)
            continue;
        row->count--;
        for (uint32_t c = at; c < row->count; c++)
            row->cells[c] = row->cells[c + 1];
    }
}

static void change_cell(struct maker *maker, struct made_block *table)
{
    struct made_row *row = &table->rows[below(maker, table->row_count)];
    struct made_cell *cell = &row->cells[below(maker, row->count)];
    if (cell->inner_rows > 0 && below(maker, 2) == 0)
        cell->inner[below(maker, cell->inner_rows)][below(maker, 2)] = new_words(maker);
    else if (cell->inner_rows == 1 && below(maker, 2) == 0) {
        cell->inner[1][0] = new_words(maker);
        cell->inner[1][1] = new_words(maker);
        cell->inner_rows = 2;
    } else if (below(maker, 4) == 0)
        *cell = new_cell(maker);
    else
        cell->first = new_words(maker);
}

static void change_table(struct maker *maker, struct made_block *table)
{
    switch (below(maker, 6)) {
    case 0:
        put_row(maker, table);
        return;
    case 1:
        take_row(maker, table);
        return;
    case 2:
        put_column(maker, table);
        return;
    case 3:
        take_column(maker, table);
        return;
    default:
        change_cell(maker, table);
    }
}

static void change_text(struct maker *maker, struct made_text *text)
{
    uint32_t at = below(maker, text->count);
    uint32_t what = below(maker, 12);
    if (what == 0)
        put_block(text, 1 + at, new_paragraph(maker));
    else if (what == 1 && text->count + 2 <= MOST_BLOCKS) {
        put_block(text, 1 + at, new_table(maker));
        put_block(text, 2 + at, new_paragraph(maker));
    } else if (what == 2 && text->count > 2)
        take_block(text, text->count - 2);
    else if (text->blocks[at].is_table)
        change_table(maker, &text->blocks[at]);
    else
        text->blocks[at].words.words[0] = maker->next_word++;
}

// --- As it should be read: a line a paragraph, with its cell before it

static void add_line(struct builder *out, struct str cell, const struct made_words *words)
{
    builder_print(out, "%.*s|", STR_ARGS(cell));
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
    builder_add_byte(out, '\n');
}

static void add_cell_lines(struct builder *out, struct str name, const struct made_cell *cell)
{
    add_line(out, name, &cell->first);
    for (uint32_t r = 0; r < cell->inner_rows; r++)
        for (uint32_t c = 0; c < 2; c++)
            add_line(out,
                     arena_print(tap_arena(), "%.*s, table 1, row %u, column %u", STR_ARGS(name),
                                 r + 1, c + 1),
                     &cell->inner[r][c]);
    if (cell->has_last)
        add_line(out, name, &cell->last);
}

struct str made_text_lines(const struct made_text *text)
{
    struct builder out = builder_make(tap_arena());
    uint32_t tables = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        const struct made_block *block = &text->blocks[i];
        if (!block->is_table) {
            add_line(&out, STR(""), &block->words);
            continue;
        }
        tables++;
        for (uint32_t r = 0; r < block->row_count; r++)
            for (uint32_t c = 0; c < block->rows[r].count; c++)
                add_cell_lines(
                    &out,
                    arena_print(tap_arena(), "table %u, row %u, column %u", tables, r + 1, c + 1),
                    &block->rows[r].cells[c]);
    }
    return builder_str(&out);
}

// --- As a file

static void add_word_paragraph(struct builder *out, const struct made_words *words)
{
    builder_add_c(out, "<w:p><w:r><w:t>");
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
    builder_add_c(out, "</w:t></w:r></w:p>");
}

static void add_word_cell(struct builder *out, const struct made_cell *cell, uint32_t span)
{
    builder_add_c(out, "<w:tc><w:tcPr>");
    if (span > 1)
        builder_print(out, "<w:gridSpan w:val=\"%u\"/>", span);
    builder_add_c(out, "</w:tcPr>");
    add_word_paragraph(out, &cell->first);
    if (cell->inner_rows > 0)
        builder_add_c(out, "<w:tbl><w:tblPr/><w:tblGrid/>");
    for (uint32_t r = 0; r < cell->inner_rows; r++) {
        builder_add_c(out, "<w:tr>");
        for (uint32_t c = 0; c < 2; c++) {
            builder_add_c(out, "<w:tc>");
            add_word_paragraph(out, &cell->inner[r][c]);
            builder_add_c(out, "</w:tc>");
        }
        builder_add_c(out, "</w:tr>");
    }
    builder_add_c(out, cell->inner_rows > 0 ? "</w:tbl>" : "");
    if (cell->has_last)
        add_word_paragraph(out, &cell->last);
    builder_add_c(out, "</w:tc>");
}

uint32_t made_table_width(const struct made_block *table)
{
    uint32_t most = 0;
    for (uint32_t r = 0; r < table->row_count; r++)
        most = table->rows[r].count > most ? table->rows[r].count : most;
    return most;
}

static void add_word_table(struct builder *out, const struct made_block *table)
{
    builder_add_c(out, "<w:tbl><w:tblPr/><w:tblGrid/>");
    for (uint32_t r = 0; r < table->row_count; r++) {
        const struct made_row *row = &table->rows[r];
        builder_add_c(out, "<w:tr>");
        for (uint32_t c = 0; c < row->count; c++)
            add_word_cell(out, &row->cells[c],
                          c == 0 ? 1 + made_table_width(table) - row->count : 1);
        builder_add_c(out, "</w:tr>");
    }
    builder_add_c(out, "</w:tbl>");
}

static void add_markdown_words(struct builder *out, const struct made_words *words)
{
    for (uint32_t i = 0; i < words->count; i++)
        builder_print(out, "%sw%ux", i > 0 ? " " : "", words->words[i]);
}

static void add_markdown_table(struct builder *out, const struct made_block *table)
{
    for (uint32_t r = 0; r < table->row_count; r++) {
        for (uint32_t c = 0; c < table->rows[r].count; c++) {
            builder_add_c(out, "| ");
            add_markdown_words(out, &table->rows[r].cells[c].first);
            builder_add_byte(out, ' ');
        }
        builder_add_c(out, "|\n");
        for (uint32_t c = 0; r == 0 && c < table->rows[0].count; c++)
            builder_add_c(out, c + 1 < table->rows[0].count ? "| --- " : "| --- |\n");
    }
    builder_add_byte(out, '\n');
}

struct entente_file made_text_file(const struct made_text *text, enum made_form form,
                                   const char *name)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < text->count; i++) {
        const struct made_block *block = &text->blocks[i];
        if (form == AS_WORD && block->is_table)
            add_word_table(&out, block);
        else if (form == AS_WORD)
            add_word_paragraph(&out, &block->words);
        else if (block->is_table)
            add_markdown_table(&out, block);
        else {
            add_markdown_words(&out, &block->words);
            builder_add_c(&out, "\n\n");
        }
    }
    struct str bytes = builder_str(&out);
    if (form == AS_WORD)
        bytes = docx_made(tap_arena(), bytes);
    const char *whole = arena_c_string(
        tap_arena(), arena_print(tap_arena(), "%s.%s", name, form == AS_WORD ? "docx" : "md"));
    return verbs_file(whole, bytes);
}

void made_case_make(struct maker *maker, struct made_case *made)
{
    memset(made, 0, sizeof *made);
    maker->next_word = 1;
    maker->form = made->form = below(maker, MADE_FORMS);
    put_block(&made->base, 0, new_paragraph(maker));
    put_block(&made->base, 1, new_table(maker));
    put_block(&made->base, 2, new_paragraph(maker));
    if (below(maker, 3) == 0) {
        put_block(&made->base, 3, new_table(maker));
        put_block(&made->base, 4, new_paragraph(maker));
    }
    made->file = made_text_file(&made->base, made->form, "base");
    made->party_count = 1 + below(maker, MOST_PARTIES);
    for (uint32_t p = 0; p < made->party_count; p++) {
        made->texts[p] = made->base;
        for (uint32_t i = below(maker, 4) + 1; i > 0; i--)
            change_text(maker, &made->texts[p]);
        made->drafts[p] = (struct entente_draft){
            made_parties[p], made_text_file(&made->texts[p], made->form, made_parties[p])};
    }
}
