// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_sheet.h"

#include "render/text/notes_forms.h"

struct merged_page desk_sheet_page(struct desk_page *page, const struct sheet *sheet,
                                   enum merged_form form)
{
    struct merged_page text = {.sheet = sheet,
                               .style = {.form = form, .medium = MEDIUM_HTML},
                               .counts = sheet_counts_make(sheet, page->arena),
                               .arena = page->arena,
                               .out = page->out,
                               .is_served = true};
    while (text.word_looks < sheet->format_change_count &&
           sheet->format_changes[text.word_looks].scope == FORMAT_OF_WORDS)
        text.word_looks++;
    return text;
}

static const char *plural(uint32_t count)
{
    return count == 1 ? "" : "s";
}

static void add_lede(struct desk_page *page, const struct merged_page *text)
{
    const struct sheet_counts *counts = &text->counts;
    const struct sheet *sheet = text->sheet;
    builder_print(
        page->out,
        "<p class=\"lede\"><b>%u</b> part%s, <b>%u</b> point%s: <b>%u</b> agreed, <b>%u</b> open "
        "with <b>%u</b> open place%s",
        sheet->party_count, sheet->party_count == 1 ? "y" : "ies", sheet->point_count,
        plural(sheet->point_count), counts->agreed_points, counts->open_points, counts->open_slots,
        plural(counts->open_slots));
    if (counts->rival_slots > 0)
        builder_print(page->out, ", <b>%u</b> of them with rival proposals", counts->rival_slots);
    desk_plain(page, ".</p>\n");
}

enum { METER = 1000, METER_HEIGHT = 8, LEAST = 4 };

static void add_meter(struct desk_page *page, const uint32_t *counts, uint32_t all)
{
    builder_print(page->out,
                  "<svg class=\"bar-meter\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" "
                  "aria-hidden=\"true\">",
                  METER, METER_HEIGHT);
    uint32_t x = 0;
    for (uint32_t i = 0; i < ROW_STATUSES; i++) {
        uint32_t width = all > 0 ? (uint32_t)((uint64_t)counts[i] * METER / all) : 0;
        width = counts[i] > 0 && width < LEAST ? LEAST : width;
        if (width > 0)
            builder_print(page->out, "<rect class=\"st-%s\" x=\"%u\" width=\"%u\" height=\"%d\"/>",
                          row_status_letter((enum row_status)i), x, width, METER_HEIGHT);
        x += width;
    }
    desk_plain(page, "</svg>\n");
}

void desk_sheet_counts(struct desk_page *page, const struct merged_page *text)
{
    uint32_t counts[ROW_STATUSES] = {0};
    for (uint32_t i = 0; i < text->sheet->point_count; i++)
        counts[point_status(text->sheet, &text->sheet->points[i])]++;
    add_lede(page, text);
    add_meter(page, counts, text->sheet->point_count);
    merged_page_key(page->out, counts);
}

void desk_sheet_tools_begin(struct desk_page *page, const struct merged_page *text)
{
    desk_plain(page,
               "<nav class=\"tools\" aria-label=\"Parties and readings\"><div class=\"wrap\">\n"
               "<div class=\"legend\" role=\"group\" aria-label=\"Parties\">");
    for (uint32_t i = 0; i < text->sheet->party_count; i++) {
        const struct party_counts *party = &text->counts.parties[i];
        builder_print(page->out,
                      "<label class=\"h%u\"><input class=\"need-js\" type=\"checkbox\" checked "
                      "autocomplete=\"off\" data-p=\"%u\">",
                      merged_page_hue(text, (struct party){i}), i);
        desk_text(page, text->sheet->party_names[i]);
        builder_print(page->out,
                      " <small title=\"%u proposal%s, %u shared with others\">%u</small></label>",
                      party->proposals, plural(party->proposals), party->shared, party->proposals);
    }
    desk_plain(page, "</div>\n");
}

void desk_sheet_tools_end(struct desk_page *page)
{
    desk_plain(
        page,
        "<span class=\"need-js push\"><button type=\"button\" id=\"before\" "
        "aria-keyshortcuts=\"p\" "
        "title=\"The open place before (key p)\">↑<span class=\"unseen\"> The open place before"
        "</span></button> <button type=\"button\" id=\"next\" aria-keyshortcuts=\"n\" "
        "title=\"The next open place (key n)\">Next open ↓</button></span>\n</div></nav>\n");
}

void desk_sheet_foot(struct desk_page *page, struct merged_page *text)
{
    const struct sheet *sheet = text->sheet;
    desk_plain(page, "<div class=\"wrap\">\n");
    merged_page_looks(text);
    if (sheet->note_count > 0) {
        builder_print(page->out, "<details class=\"notes\"><summary>%u note%s</summary><ul>\n",
                      sheet->note_count, plural(sheet->note_count));
        notes_add_items(page->out, sheet->notes, sheet->note_count);
        desk_plain(page, "</ul></details>\n");
    }
    desk_plain(
        page,
        "<footer>Struck out: words of the base that some party wants to change. Underlined: a "
        "proposal, with who holds it behind. What is not marked all parties share. Letters: A "
        "agreed, N renumbered, P a proposal, D disputed (rival proposals), M moved.</footer>\n"
        "</div>\n");
}
