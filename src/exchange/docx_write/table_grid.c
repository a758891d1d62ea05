// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/table_grid.h"

#include "base/utf8.h"

#include <inttypes.h>

enum {
    PAGE_WIDTH = 9600, // A4 between usual margins
    LETTER = 145,      // a letter of wide ordinary type
    MARGINS = 260,     // of a cell, left and right
    LINE_LETTERS = 40, // a column that says more than this breaks its lines
};

// What a column's cells ask for, in letters.
struct demand {
    uint32_t word; // the longest word
    uint32_t line; // the longest paragraph, up to LINE_LETTERS
};

static void note_paragraph(struct str text, struct demand *demand)
{
    uint32_t letters = (uint32_t)utf8_count(utf8_start(text, LINE_LETTERS));
    struct str word;
    if (letters > demand->line)
        demand->line = letters;
    while (str_cut(&text, ' ', &word)) {
        uint32_t length = (uint32_t)utf8_count(utf8_start(word, LINE_LETTERS));
        if (length > demand->word)
            demand->word = length;
    }
}

static void note_cell(const struct document *document, uint32_t cell, struct demand *demand)
{
    const struct block *blocks = document->blocks;
    for (uint32_t b = cell + 1; b < blocks[cell].end; b++)
        if (blocks[b].kind == BLOCK_PARAGRAPH)
            note_paragraph(paragraph_text(document, &document->paragraphs[blocks[b].paragraph]),
                           demand);
}

static uint32_t twips(uint32_t letters)
{
    return letters * LETTER + MARGINS;
}

static uint32_t columns_of(const struct document *document, uint32_t table)
{
    const struct block *blocks = document->blocks;
    uint32_t most = 1;
    for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
        uint32_t cells = 0;
        for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end)
            cells++;
        most = cells > most ? cells : most;
    }
    return most;
}

static void note_cells(const struct document *document, uint32_t table, struct demand *demands)
{
    const struct block *blocks = document->blocks;
    for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
        struct demand *demand = demands;
        for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end)
            note_cell(document, cell, demand++);
    }
}

void table_add_grid(const struct document *document, uint32_t table, struct builder *out)
{
    struct arena *work = arena_open();
    uint32_t count = columns_of(document, table);
    struct demand *demands = ARENA_ARRAY(work, struct demand, count);
    uint64_t words = 0;
    uint64_t wishes = 0;
    note_cells(document, table, demands);
    for (uint32_t i = 0; i < count; i++) {
        words += twips(demands[i].word);
        wishes += demands[i].line - demands[i].word;
    }
    builder_add_c(out, "<w:tblGrid>");
    for (uint32_t i = 0; i < count; i++) {
        uint64_t width = twips(demands[i].word);
        if (words > PAGE_WIDTH)
            width = width * PAGE_WIDTH / words;
        else if (wishes > 0)
            width += (PAGE_WIDTH - words) * (demands[i].line - demands[i].word) / wishes;
        builder_print(out, "<w:gridCol w:w=\"%" PRIu64 "\"/>", width);
    }
    builder_add_c(out, "</w:tblGrid>");
    arena_close(work);
}
