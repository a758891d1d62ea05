// SPDX-License-Identifier: Apache-2.0
#include "render/text/page_tables.h"

#include "merge/other_labels.h"
#include "merge/row_text.h"
#include "merge/table_points.h"

#include <string.h>

enum { ROWS_IN_ONE_TABLE = 400, ROWS_IN_A_PIECE = 50 };

static const char *no_wording = "<span class=\"same\" title=\"as the base\">=</span>";

static void add_name(struct merged_page *page, uint32_t party)
{
    if (page->style.hide_names)
        builder_print(page->out, "Party %u", party + 1);
    else
        html_text(page->out, page->sheet->party_names[party]);
}

// A column is never narrower than a few words; the page scrolls sideways instead. In rem.
static uint32_t least_width(const struct sheet *sheet)
{
    return 11 + 9 * (sheet->party_count + 2);
}

// Where the columns are wider than the window that is said above them: the bar to scroll with stands at the
// end of the text.
static void add_hint(struct merged_page *page)
{
    enum { MARGINS = 5, NARROW = 46 };
    uint32_t least = least_width(page->sheet);
    if (least + MARGINS > NARROW && !page->is_served)
        builder_print(page->out,
                      "<style>@media screen and (min-width: %u.01rem) and (max-width: %urem) "
                      "{ .more { display: block } }</style>\n",
                      NARROW, least + MARGINS);
    builder_add_c(page->out,
                  "<p class=\"more\">There are more columns to the right: scroll sideways, or "
                  "widen the window. →</p>\n");
}

static void add_head(struct merged_page *page)
{
    const struct sheet *sheet = page->sheet;
    builder_add_c(page->out, "<div class=\"chunk\"><table class=\"cols");
    if (page->is_served)
        builder_print(page->out, " w%u\">", sheet->party_count);
    else
        builder_print(page->out, "\" style=\"min-width:%urem\">", least_width(sheet));
    builder_add_c(page->out, "\n<thead><tr><th class=\"n\">Row</th>"
                             "<th class=\"l\">Point</th><th>Base</th>");
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        builder_print(page->out, "<th class=\"c h%u k%u\">",
                      merged_page_hue(page, (struct party){i}), i);
        add_name(page, i);
        builder_add_c(page->out, "</th>");
    }
    builder_add_c(page->out, "<th>Agreed text</th></tr></thead>\n<tbody>\n");
}

// The party's text against the base's: what it drops struck out, what it adds underlined.
static void add_party_slot(struct merged_page *page, const struct sheet_slot *slot,
                           struct party party)
{
    const struct wording *base = &slot->wordings[0];
    const struct wording *own = wording_of(slot, party);
    if (own->is_base || !sheet_slot_is_open(slot)) {
        merged_page_all_words(page, base);
        return;
    }
    if (base->text.length > 0) {
        builder_add_c(page->out, "<del>");
        merged_page_all_words(page, base);
        builder_add_c(page->out, "</del> ");
    }
    if (own->text.length > 0) {
        builder_print(page->out, "<span class=\"v c h%u\"><ins>",
                      merged_page_hue(page, own->parties[0]));
        merged_page_all_words(page, own);
        builder_add_c(page->out, "</ins></span>");
    }
}

// Of a paragraph; the cells of a row bear their own.
static void add_other_label(struct merged_page *page, uint32_t first, uint32_t end,
                            struct sheet_reading reading)
{
    struct str label;
    if (table_points(page->sheet, first, end, 0) > 0 ||
        !point_label_differs(page->sheet, &page->sheet->points[first], reading, &label) ||
        label.length == 0)
        return;
    builder_add_c(page->out, "<span class=\"lb\">");
    html_text(page->out, label);
    builder_add_c(page->out, "</span>");
}

// The points of one row of the columns in a cell of theirs: a paragraph, or a row of a table.
static void add_points(struct merged_page *page, uint32_t first, uint32_t end,
                       const struct table_look *look)
{
    if (table_points(page->sheet, first, end, 0) == 0) {
        look->words(page, first, look->context);
        return;
    }
    builder_add_c(page->out, "<table class=\"grid\">");
    merged_page_row(page, first, end, 0, look);
    builder_add_c(page->out, "</table>");
}

// In the cell of a table every reading shows its own number.
static void add_cell_number(struct merged_page *page, const struct point *point,
                            struct sheet_reading reading)
{
    struct str number;
    if (point->cell.length > 0 && point_label(page->sheet, point, reading, 0, &number))
        merged_page_number(page, STR(""), number);
}

static void add_party_words(struct merged_page *page, uint32_t number, const void *context)
{
    const struct party *party = context;
    const struct point *point = &page->sheet->points[number];
    add_cell_number(page, point, (struct sheet_reading){READ_PARTY, *party});
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(page->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(page->sheet, segment);
        if (slot != NULL)
            add_party_slot(page, slot, *party);
        else
            merged_page_agreed(page, segment);
    }
}

static void add_party_unit(struct merged_page *page, const struct unit_place *place,
                           const void *context)
{
    const struct party party = *(const struct party *)context;
    const struct wording *own = wording_of(place->slot, party);
    const struct sheet_reading reading = {READ_PARTY, party};
    const struct sheet_reading base = {.kind = READ_BASE};
    merged_page_unit_of(page, place, &place->slot->wordings[0], own->is_base ? reading : base,
                        own->is_base ? NULL : "del");
    if (!own->is_base)
        merged_page_unit_of(page, place, own, reading, "ins");
}

static void add_party_cell(struct merged_page *page, uint32_t first, uint32_t end, uint32_t party)
{
    const struct party context = {party};
    const struct table_look look = {add_party_words, add_party_unit, &context};
    builder_print(page->out, "<td dir=\"auto\" class=\"k%u\" data-h=\"", party);
    add_name(page, party);
    builder_add_c(page->out, "\">");
    const struct sheet_reading reading = {READ_PARTY, context};
    bool is_row = table_points(page->sheet, first, end, 0) > 0;
    add_other_label(page, first, end, reading);
    if (row_departs(page->sheet, first, end, context) ||
        (is_row && row_labels_differ(page->sheet, first, end, reading)))
        add_points(page, first, end, &look);
    else
        builder_add_c(page->out, no_wording);
    builder_add_c(page->out, "</td>");
}

static const char open_place[] = "<span class=\"gap\">[…]</span>";

static void add_reading_words(struct merged_page *page, uint32_t number, const void *context)
{
    const struct sheet_reading *reading = context;
    const struct point *point = &page->sheet->points[number];
    add_cell_number(page, point, *reading);
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(page->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(page->sheet, segment);
        const struct wording *wording =
            slot == NULL ? NULL : slot_reading(page->sheet, slot, *reading);
        if (slot == NULL)
            merged_page_agreed(page, segment);
        else if (wording == NULL)
            builder_add_c(page->out, open_place);
        else
            merged_page_all_words(page, wording);
    }
}

static void add_reading_unit(struct merged_page *page, const struct unit_place *place,
                             const void *context)
{
    const struct sheet_reading reading = *(const struct sheet_reading *)context;
    const struct wording *wording = slot_reading(page->sheet, place->slot, reading);
    if (wording != NULL) {
        merged_page_unit_of(page, place, wording, reading, NULL);
        return;
    }
    bool is_row = place->slot->unit == UNIT_ROWS;
    builder_print(page->out, "%s<td>%s</td>%s", is_row ? "<tr>" : "", open_place,
                  is_row ? "</tr>" : "");
}

static void add_reading_cell(struct merged_page *page, uint32_t first, uint32_t end, bool agreed)
{
    const struct sheet_reading reading = {.kind = agreed ? READ_AGREED : READ_BASE};
    const struct table_look look = {add_reading_words, add_reading_unit, &reading};
    builder_add_c(page->out, agreed ? "<td dir=\"auto\" class=\"g\" data-h=\"Agreed text\">"
                                    : "<td dir=\"auto\" data-h=\"Base\">");
    if (agreed)
        add_other_label(page, first, end, reading);
    add_points(page, first, end, &look);
    builder_add_c(page->out, "</td>");
}

// The number and status of the table that the text was read from, once where a row has several points.
static void add_row_number(struct merged_page *page, uint32_t first)
{
    const struct point *points = page->sheet->points;
    uint32_t row = points[first].row;
    if (row == 0 || page->sheet->rows->items[row - 1].is_heading ||
        (first > 0 && points[first - 1].row == row))
        return;
    const struct numbered_row *own = &page->sheet->rows->items[row - 1];
    builder_print(page->out, "<a href=\"#r%u\">", first + 1);
    html_text(page->out, own->number);
    builder_add_c(page->out, "</a><span class=\"badge");
    if (own->status.length == 1 && strchr("APDMN", own->status.bytes[0]))
        builder_print(page->out, " st-%c", own->status.bytes[0]);
    builder_add_c(page->out, "\">");
    html_text(page->out, own->status);
    builder_add_c(page->out, "</span>");
}

// What the table that the text was read from says is agreed, at the first point of its row.
static bool add_row_agreed(struct merged_page *page, uint32_t first)
{
    const struct point *points = page->sheet->points;
    uint32_t row = page->sheet->rows ? points[first].row : 0;
    if (row == 0 || page->sheet->rows->agreed_head.length == 0 ||
        page->sheet->rows->items[row - 1].is_heading)
        return false;
    builder_add_c(page->out, "<td dir=\"auto\" class=\"g\" data-h=\"Agreed text\">");
    struct str rest = page->sheet->rows->items[row - 1].agreed;
    struct str line;
    bool is_first = true;
    while ((first == 0 || points[first - 1].row != row) && str_cut(&rest, '\n', &line)) {
        builder_add_c(page->out, is_first ? "" : "<br>");
        html_text(page->out, line);
        is_first = false;
    }
    builder_add_c(page->out, "</td>");
    return true;
}

// A paragraph, or a row of a table.
static void add_row(struct merged_page *page, uint32_t first, uint32_t end)
{
    const struct point *point = &page->sheet->points[first];
    enum row_status status = row_status(page->sheet, first, end);
    const char *letter = row_status_letter(status);
    builder_print(page->out, "<tr class=\"st-%s%s\" id=\"r%u\"><td class=\"n\">", letter,
                  point->kind == PARAGRAPH_HEADING ? " hd" : "", first + 1);
    if (page->sheet->rows)
        add_row_number(page, first);
    else
        builder_print(page->out,
                      "<a href=\"#r%u\">%u</a>"
                      "<span class=\"badge st-%s\" title=\"%s\">%s</span>",
                      first + 1, first + 1, letter, row_status_word(status), letter);
    builder_add_c(page->out, "</td><td class=\"l\">");
    html_text(page->out, point->label);
    builder_add_c(page->out, "</td>");
    add_reading_cell(page, first, end, false);
    for (uint32_t i = 0; i < page->sheet->party_count; i++)
        add_party_cell(page, first, end, i);
    if (!add_row_agreed(page, first))
        add_reading_cell(page, first, end, true);
    builder_add_c(page->out, "</tr>\n");
}

void merged_page_table_of_columns(struct merged_page *page)
{
    uint32_t count = page->sheet->point_count;
    // A browser lays a table out whole. A long one is cut, so that only what is seen is laid out.
    uint32_t rows = count > ROWS_IN_ONE_TABLE ? ROWS_IN_A_PIECE : count;
    add_hint(page);
    builder_add_c(page->out, "<div class=\"scroll\" tabindex=\"0\">\n");
    uint32_t row = 0;
    for (uint32_t i = 0; i < count; row++) {
        uint32_t end = i + row_length(page->sheet, i);
        if (row % rows == 0)
            add_head(page);
        add_row(page, i, end);
        if (row % rows == rows - 1 || end == count)
            builder_add_c(page->out, "</tbody></table></div>\n");
        i = end;
    }
    builder_add_c(page->out, "</div>");
}

void merged_page_columns(struct merged_page *page)
{
    builder_add_c(page->out, "<main class=\"wrap\">");
    merged_page_table_of_columns(page);
    builder_add_c(page->out, "</main>\n");
}
