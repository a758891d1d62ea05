// SPDX-License-Identifier: Apache-2.0
//
//   Terms one<br><table><tr><td>a</td><td>b</td></tr></table>behind
//
// is four paragraphs: "Terms one", whose mark the <br> is, "a", "b" and "behind".
#include "exchange/merged/marked_cells.h"

struct marking marking_make(struct marked *marked, struct arena *arena)
{
    return (struct marking){.arena = arena,
                            .marked = marked,
                            .text = builder_make(arena),
                            .literal = LIST_MAKE(arena, bool),
                            .source_at = LIST_MAKE(arena, uint32_t),
                            .paragraphs = LIST_MAKE(arena, struct marked_paragraph),
                            .blocks = LIST_MAKE(arena, struct marked_block),
                            .open = LIST_MAKE(arena, uint32_t)};
}

void marking_byte(struct marking *marking, char byte, bool is_literal, uint32_t source_at)
{
    builder_add_byte(&marking->text, byte);
    *LIST_ADD(&marking->literal, bool) = is_literal;
    *LIST_ADD(&marking->source_at, uint32_t) = source_at;
}

void marking_open_block(struct marking *marking, enum block_kind kind, struct origin origin)
{
    // Fewer blocks than bytes in a text below 4 GiB.
    uint32_t number = (uint32_t)marking->blocks.count;
    *LIST_ADD(&marking->blocks, struct marked_block) =
        (struct marked_block){.kind = kind,
                              .from = (uint32_t)marking->text.length,
                              .depth = (uint32_t)marking->open.count,
                              .origin = origin};
    *LIST_ADD(&marking->open, uint32_t) = number;
}

void marking_close_block(struct marking *marking)
{
    uint32_t number = *LIST_AT(&marking->open, uint32_t, marking->open.count - 1);
    struct marked_block *block = LIST_AT(&marking->blocks, struct marked_block, number);
    uint32_t end = (uint32_t)marking->text.length;
    block->to = end > block->from ? end - 1 : end;
    list_cut(&marking->open, marking->open.count - 1);
}

void marking_leave_gap(struct marking *marking)
{
    uint32_t outermost = *LIST_AT(&marking->open, uint32_t, 0);
    LIST_AT(&marking->blocks, struct marked_block, outermost)->has_gaps = true;
}

void marking_begin(struct marking *marking, struct origin origin, uint32_t number, struct str cell)
{
    marking->paragraph = (struct marked_paragraph){
        .from = (uint32_t)marking->text.length, .origin = origin, .number = number, .cell = cell};
    marking->inner_cell = cell;
    marking->tables_in_cell = 0;
}

// Ends a paragraph at the mark that is written already, or writes it.
static void end_paragraph(struct marking *marking, bool has_mark)
{
    struct marked_paragraph *paragraph = &marking->paragraph;
    if (!has_mark)
        marking_byte(marking, '\n', false, paragraph->origin.to);
    paragraph->to = (uint32_t)marking->text.length - 1;
    *LIST_ADD(&marking->paragraphs, struct marked_paragraph) = *paragraph;
    paragraph->from = (uint32_t)marking->text.length;
    paragraph->cell = marking->inner_cell;
    paragraph->is_in_html = false;
}

void marking_break(struct marking *marking, uint32_t source_at)
{
    marking_byte(marking, '\n', false, source_at);
    end_paragraph(marking, true);
}

static void end_table(struct marking *marking)
{
    const struct html_table *table = &marking->tables[--marking->depth];
    marking->paragraph.cell = marking->inner_cell = table->around;
    marking->tables_in_cell = table->tables;
    marking_close_block(marking);
}

void marking_end(struct marking *marking)
{
    while (marking->depth > 0) // a table that nobody closed
        while (true) {
            uint32_t open = *LIST_AT(&marking->open, uint32_t, marking->open.count - 1);
            bool is_table =
                LIST_AT(&marking->blocks, struct marked_block, open)->kind == BLOCK_TABLE;
            if (is_table) {
                end_table(marking);
                break;
            }
            marking_close_block(marking);
        }
    end_paragraph(marking, false);
}

static bool is_innermost(const struct marking *marking, enum block_kind kind)
{
    uint32_t open = marking->depth == 0
                        ? NO_INDEX
                        : *LIST_AT(&marking->open, uint32_t, marking->open.count - 1);
    return open != NO_INDEX && LIST_AT(&marking->blocks, struct marked_block, open)->kind == kind;
}

static bool begin_table(struct marking *marking)
{
    uint32_t from = marking->paragraph.from;
    size_t length = marking->text.length;
    if (marking->depth == TABLES_WITHIN_MAX ||
        (marking->depth > 0 && !is_innermost(marking, BLOCK_CELL)))
        return false;
    if (length > from && marking->text.bytes[length - 1] == '\n')
        end_paragraph(marking, true);
    marking->tables[marking->depth++] =
        (struct html_table){marking->inner_cell, marking->tables_in_cell + 1, 0, 0};
    marking_open_block(marking, BLOCK_TABLE, (struct origin){0, 0, 0});
    return true;
}

static bool begin_row(struct marking *marking)
{
    if (!is_innermost(marking, BLOCK_TABLE))
        return false;
    marking->tables[marking->depth - 1].row++;
    marking->tables[marking->depth - 1].column = 0;
    marking_open_block(marking, BLOCK_ROW, (struct origin){0, 0, 0});
    return true;
}

static bool begin_cell(struct marking *marking)
{
    if (!is_innermost(marking, BLOCK_ROW))
        return false;
    struct html_table *table = &marking->tables[marking->depth - 1];
    struct str cell = arena_print(marking->arena, "%.*s%stable %u, row %u, column %u",
                                  STR_ARGS(table->around), table->around.length > 0 ? ", " : "",
                                  table->tables, table->row, ++table->column);
    // What begins before a table stands around it: "[A: <table>…".
    bool has_text = marking->text.length > marking->paragraph.from;
    if (!has_text)
        marking->paragraph.cell = cell;
    marking->inner_cell = cell;
    marking->tables_in_cell = 0;
    marking_open_block(marking, BLOCK_CELL, (struct origin){0, 0, 0});
    return true;
}

static bool end_part(struct marking *marking, enum block_kind kind)
{
    if (!is_innermost(marking, kind))
        return false;
    if (kind == BLOCK_CELL) {
        marking->paragraph.is_in_html = true;
        end_paragraph(marking, false);
    }
    if (kind == BLOCK_TABLE)
        end_table(marking);
    else
        marking_close_block(marking);
    return true;
}

bool marking_html(struct marking *marking, struct str tag)
{
    if (str_equal(tag, STR("<table>")))
        return begin_table(marking);
    if (str_equal(tag, STR("<tr>")))
        return begin_row(marking);
    if (str_equal(tag, STR("<td>")))
        return begin_cell(marking);
    return (str_equal(tag, STR("</td>")) && end_part(marking, BLOCK_CELL)) ||
           (str_equal(tag, STR("</tr>")) && end_part(marking, BLOCK_ROW)) ||
           (str_equal(tag, STR("</table>")) && end_part(marking, BLOCK_TABLE));
}
