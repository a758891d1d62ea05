// SPDX-License-Identifier: Apache-2.0
#include "render/text/page_parts.h"

enum { ROWS_IN_ONE_TABLE = 400, ROWS_IN_A_PIECE = 50 };

static const char *no_wording = "<span class=\"same\" title=\"as the base\">=</span>";

static void add_name(struct merged_page *page, uint32_t party)
{
    if (page->style.hide_names)
        builder_print(page->out, "Party %u", party + 1);
    else
        html_text(page->out, page->sheet->party_names[party]);
}

static void add_head(struct merged_page *page)
{
    const struct sheet *sheet = page->sheet;
    // A column is never narrower than a few words; the page scrolls sideways instead.
    builder_print(page->out,
                  "<div class=\"chunk\"><table class=\"cols\" "
                  "style=\"min-width:%urem\">\n<thead><tr><th class=\"n\">Row</th>"
                  "<th class=\"l\">Point</th><th>Base</th>",
                  11 + 11 * (sheet->party_count + 2));
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        builder_print(page->out, "<th class=\"c h%u k%u\">", i, i);
        add_name(page, i);
        builder_add_c(page->out, "</th>");
    }
    builder_add_c(page->out, "<th>Agreed text</th></tr></thead>\n<tbody>\n");
}

static bool departs(const struct merged_page *page, const struct point *point, struct party party)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct sheet_slot *slot =
            segment_slot(page->sheet, point_segment(page->sheet, point, i));
        if (slot != NULL && sheet_slot_is_open(slot) && !wording_of(slot, party)->is_base)
            return true;
    }
    return false;
}

// The party's text against the base's: what it drops struck out, what it adds underlined.
static void add_party_slot(struct merged_page *page, const struct sheet_slot *slot,
                           struct party party)
{
    const struct wording *base = &slot->wordings[0];
    const struct wording *own = wording_of(slot, party);
    if (own->is_base || !sheet_slot_is_open(slot)) {
        merged_page_words(page, base, merged_page_exact(base));
        return;
    }
    if (base->text.length > 0) {
        builder_add_c(page->out, "<del>");
        merged_page_words(page, base, merged_page_exact(base));
        builder_add_c(page->out, "</del> ");
    }
    if (own->text.length > 0) {
        builder_print(page->out, "<span class=\"v c h%u\"><ins>", own->parties[0].number);
        merged_page_words(page, own, merged_page_exact(own));
        builder_add_c(page->out, "</ins></span>");
    }
}

static void add_party_cell(struct merged_page *page, const struct point *point, uint32_t party)
{
    builder_print(page->out, "<td dir=\"auto\" class=\"k%u\" data-h=\"", party);
    add_name(page, party);
    builder_add_c(page->out, "\">");
    if (!departs(page, point, (struct party){party})) {
        builder_add_c(page->out, no_wording);
    } else {
        for (uint32_t i = 0; i < point->segment_count; i++) {
            const struct segment *segment = point_segment(page->sheet, point, i);
            const struct sheet_slot *slot = segment_slot(page->sheet, segment);
            if (slot != NULL)
                add_party_slot(page, slot, (struct party){party});
            else
                merged_page_agreed(page, segment);
        }
    }
    builder_add_c(page->out, "</td>");
}

static void add_reading_cell(struct merged_page *page, const struct point *point, bool agreed)
{
    builder_add_c(page->out, agreed ? "<td dir=\"auto\" class=\"g\" data-h=\"Agreed text\">"
                                    : "<td dir=\"auto\" data-h=\"Base\">");
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(page->sheet, point, i);
        const struct sheet_slot *slot = segment_slot(page->sheet, segment);
        const struct wording *wording = slot == NULL ? NULL
                                        : agreed     ? sheet_slot_agreed(page->sheet, slot)
                                                     : &slot->wordings[0];
        if (slot == NULL)
            merged_page_agreed(page, segment);
        else if (wording == NULL)
            builder_add_c(page->out, "<span class=\"gap\">[…]</span>");
        else
            merged_page_words(page, wording, merged_page_exact(wording));
    }
    builder_add_c(page->out, "</td>");
}

static void add_row(struct merged_page *page, uint32_t number)
{
    const struct point *point = &page->sheet->points[number];
    enum row_status status = point_status(page->sheet, point);
    const char *letter = row_status_letter(status);
    builder_print(page->out,
                  "<tr class=\"st-%s%s\" id=\"r%u\"><td class=\"n\"><a href=\"#r%u\">%u</a>"
                  "<span class=\"badge st-%s\" title=\"%s\">%s</span></td><td class=\"l\">",
                  letter, point->kind == PARAGRAPH_HEADING ? " hd" : "", number + 1, number + 1,
                  number + 1, letter, row_status_word(status), letter);
    html_text(page->out, point->label);
    builder_add_c(page->out, "</td>");
    add_reading_cell(page, point, false);
    for (uint32_t i = 0; i < page->sheet->party_count; i++)
        add_party_cell(page, point, i);
    add_reading_cell(page, point, true);
    builder_add_c(page->out, "</tr>\n");
}

void merged_page_columns(struct merged_page *page)
{
    uint32_t count = page->sheet->point_count;
    // A browser lays a table out whole. A long one is cut, so that only what is seen is laid out.
    uint32_t rows = count > ROWS_IN_ONE_TABLE ? ROWS_IN_A_PIECE : count;
    builder_add_c(page->out, "<main class=\"wrap\"><div class=\"scroll\">\n");
    for (uint32_t i = 0; i < count; i++) {
        if (i % rows == 0)
            add_head(page);
        add_row(page, i);
        if (i % rows == rows - 1 || i + 1 == count)
            builder_add_c(page->out, "</tbody></table></div>\n");
    }
    builder_add_c(page->out, "</div></main>\n");
}
