// SPDX-License-Identifier: Apache-2.0
#include "render/text/page_tables.h"

#include "merge/other_labels.h"
#include "merge/part_walk.h"
#include "merge/row_text.h"
#include "merge/table_points.h"

// Paragraphs of a cell stand one under another, tables between them.
static void add_cell(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                     const struct table_look *look)
{
    if (page->style.form == MERGED_COLUMNS) // the row bears the place; a cell stands there thrice
        builder_add_c(page->out, "<td dir=\"auto\">");
    else
        builder_print(page->out, "<td dir=\"auto\" id=\"c%u\">", first + 1);
    for (uint32_t i = first; i < end;) {
        uint32_t inner = table_points(page->sheet, i, end, depth + 1);
        if (i > first)
            builder_add_c(page->out, "<span class=\"pb\"></span>");
        if (inner > 0)
            merged_page_table(page, i, i + inner, depth + 1, look);
        else
            look->words(page, i, look->context);
        i += inner > 0 ? inner : 1;
    }
    builder_add_c(page->out, "</td>");
}

void merged_page_row(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                     const struct table_look *look)
{
    const struct sheet *sheet = page->sheet;
    const struct sheet_slot *rows = point_unit(sheet, &sheet->points[first], depth);
    if (rows != NULL && rows->unit == UNIT_ROWS) {
        look->unit(page, &(struct unit_place){rows, &sheet->points[first]}, look->context);
        builder_add_c(page->out, depth == 0 ? "\n" : "");
        return;
    }
    builder_add_c(page->out, "<tr>");
    for (uint32_t i = first; i < end;) {
        uint32_t count = cell_points(sheet, i, end, depth);
        const struct sheet_slot *cells = point_unit(sheet, &sheet->points[i], depth);
        if (cells != NULL)
            look->unit(page, &(struct unit_place){cells, &sheet->points[i]}, look->context);
        else
            add_cell(page, i, i + count, depth, look);
        i += count;
    }
    builder_add_c(page->out, depth == 0 ? "</tr>\n" : "</tr>");
}

void merged_page_table(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                       const struct table_look *look)
{
    builder_add_c(page->out, "<table class=\"grid\">");
    for (uint32_t i = first; i < end;) {
        uint32_t count = row_points(page->sheet, i, end, depth);
        merged_page_row(page, i, i + count, depth, look);
        i += count;
    }
    builder_add_c(page->out, "</table>");
}

// "xb x0": in these readings the row or cell is not there.
static void add_absences(struct merged_page *page, const struct wording *wording)
{
    builder_add_c(page->out, wording->is_base ? "" : " xb");
    for (uint32_t i = 0; i < page->sheet->party_count; i++)
        if (!wording_has(wording, (struct party){i}))
            builder_print(page->out, " x%u", i);
}

// One wording of a unit that is being written.
struct unit_writing {
    struct merged_page *page;
    const struct sheet_slot *slot;
    const struct point *point;
    const struct wording *wording;
    struct sheet_reading reading; // whose numbers, where it has no holders
    const char *element;          // NULL: none
    bool has_holders;             // marked with those who want it
    uint32_t cells_left;          // to write
    bool is_first;
};

void merged_page_number(struct merged_page *page, struct str classes, struct str number)
{
    builder_print(page->out, "<span class=\"lb%.*s\">", STR_ARGS(classes));
    html_text(page->out, number);
    builder_add_c(page->out, "</span>");
}

// The numbers of a line for those who hold the wording; the first of them stands where all readings
// are shown.
static void write_holders_numbers(struct unit_writing *writing, uint32_t line)
{
    struct builder classes = builder_make(writing->page->arena);
    const struct point *point = writing->point;
    bool is_first = true;
    for (uint32_t i = 0; i < point->label_count; i++) {
        const struct other_labels *other = &point->labels[i];
        if (line >= other->count || other->items[line].length == 0)
            continue;
        builder_cut(&classes, 0);
        for (uint32_t k = 0; k < other->party_count; k++)
            if (wording_has(writing->wording, other->parties[k]))
                builder_print(&classes, " p%u", other->parties[k].number);
        if (classes.length == 0)
            continue;
        struct str own = arena_print(writing->page->arena, " v%s%.*s", is_first ? "" : " n",
                                     STR_ARGS(builder_str(&classes)));
        merged_page_number(writing->page, own, other->items[line]);
        is_first = false;
    }
}

static void write_number(struct unit_writing *writing, uint32_t part)
{
    uint32_t line = wording_line(writing->wording, writing->wording->parts[part].from);
    struct str number;
    bool is_of_base = writing->has_holders && writing->wording->is_base;
    const struct sheet_reading base = {.kind = READ_BASE};
    if (writing->has_holders && !is_of_base)
        write_holders_numbers(writing, line);
    else if (point_label(writing->page->sheet, writing->point, is_of_base ? base : writing->reading,
                         line, &number))
        merged_page_number(writing->page, STR(""), number);
}

static void write_cell(struct unit_writing *writing, uint32_t part)
{
    struct merged_page *page = writing->page;
    writing->cells_left--;
    builder_add_c(page->out, "<td dir=\"auto\" class=\"unit");
    if (writing->has_holders)
        add_absences(page, writing->wording);
    builder_add_c(page->out, "\">");
    if (writing->has_holders)
        merged_page_wording_begin(page, writing->slot, writing->wording, writing->is_first);
    if (writing->element)
        builder_print(page->out, "<%s>", writing->element);
    write_number(writing, part);
    merged_page_blocks(page, part_walk_exact(writing->wording, part));
    if (writing->element)
        builder_print(page->out, "</%s>", writing->element);
    if (writing->has_holders)
        merged_page_wording_end(page, writing->slot, writing->wording, writing->cells_left == 0);
    writing->is_first = false;
    builder_add_c(page->out, "</td>");
}

static uint32_t cell_count(const struct wording *wording)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < wording->part_count;) {
        bool is_cell = wording->parts[i].kind == BLOCK_CELL;
        count += is_cell;
        i = is_cell ? wording->parts[i].end : i + 1;
    }
    return count;
}

static void write_unit(struct unit_writing *writing)
{
    const struct wording *wording = writing->wording;
    writing->cells_left = cell_count(wording);
    writing->is_first = true;
    for (uint32_t i = 0; i < wording->part_count;) {
        const struct wording_part *part = &wording->parts[i];
        if (part->kind == BLOCK_CELL) {
            write_cell(writing, i);
            i = part->end;
            continue;
        }
        builder_add_c(writing->page->out, "<tr class=\"unit");
        if (writing->has_holders)
            add_absences(writing->page, wording);
        builder_add_c(writing->page->out, "\">");
        for (i++; i < part->end; i = wording->parts[i].end)
            write_cell(writing, i);
        builder_add_c(writing->page->out, "</tr>");
    }
}

void merged_page_unit_of(struct merged_page *page, const struct unit_place *place,
                         const struct wording *wording, struct sheet_reading reading,
                         const char *element)
{
    struct unit_writing writing = {.page = page,
                                   .slot = place->slot,
                                   .point = place->point,
                                   .wording = wording,
                                   .reading = reading,
                                   .element = element};
    write_unit(&writing);
}

void merged_page_unit(struct merged_page *page, const struct unit_place *place)
{
    const struct sheet_slot *slot = place->slot;
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        struct unit_writing writing = {
            .page = page,
            .slot = slot,
            .point = place->point,
            .wording = wording,
            .element = wording->is_base && page->style.form != MERGED_REDLINE ? NULL
                       : wording->is_base                                     ? "del"
                                                                              : "ins",
            .has_holders = true};
        write_unit(&writing);
    }
}
