// SPDX-License-Identifier: Apache-2.0
#include "render/text/merged_forms.h"

#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/text/notes_forms.h"
#include "render/text/page_body.h"

static struct str name_of(const struct merged_page *page, uint32_t party)
{
    return page->style.hide_names ? arena_print(page->arena, "Party %u", party + 1)
                                  : page->sheet->party_names[party];
}

static const char *plural(uint32_t count)
{
    return count == 1 ? "" : "s";
}

static void add_lede(struct merged_page *page)
{
    const struct sheet_counts *counts = &page->counts;
    const struct sheet *sheet = page->sheet;
    builder_print(page->out,
                  "<p class=\"lede\"><b>%u</b> part%s, <b>%u</b> point%s: <b>%u</b> agreed, "
                  "<b>%u</b> open with <b>%u</b> open place%s",
                  sheet->party_count, sheet->party_count == 1 ? "y" : "ies", sheet->point_count,
                  plural(sheet->point_count), counts->agreed_points, counts->open_points,
                  counts->open_slots, plural(counts->open_slots));
    if (counts->rival_slots > 0)
        builder_print(page->out, ", <b>%u</b> of them with rival proposals", counts->rival_slots);
    if (sheet->move_count > 0)
        builder_print(page->out, "; <b>%u</b> passage%s moved", sheet->move_count,
                      plural(sheet->move_count));
    builder_add_c(page->out, ".</p>\n");
}

void merged_page_key(struct builder *out, const uint32_t counts[ROW_STATUSES])
{
    builder_add_c(out, "<ul class=\"key\">");
    for (int i = 0; i < ROW_STATUSES; i++)
        if (counts[i] > 0)
            builder_print(out, "<li><span class=\"badge st-%s\">%s</span> %s: %u</li>",
                          row_status_letter((enum row_status)i),
                          row_status_letter((enum row_status)i),
                          row_status_word((enum row_status)i), counts[i]);
    builder_add_c(out, "</ul>\n");
}

// How many points stand how: a bar, and the same in words.
static void add_meter(struct merged_page *page)
{
    uint32_t counts[ROW_STATUSES] = {0};
    for (uint32_t i = 0; i < page->sheet->point_count; i++)
        counts[point_status(page->sheet, &page->sheet->points[i])]++;
    builder_add_c(page->out, "<div class=\"meter\" aria-hidden=\"true\">");
    for (int i = 0; i < ROW_STATUSES; i++)
        if (counts[i] > 0)
            builder_print(page->out, "<i class=\"st-%s\" style=\"flex:%u\"></i>",
                          row_status_letter((enum row_status)i), counts[i]);
    builder_add_c(page->out, "</div>\n");
    merged_page_key(page->out, counts);
}

static void add_legend(struct merged_page *page)
{
    builder_add_c(page->out, "<div class=\"legend\" role=\"group\" aria-label=\"Parties\">");
    for (uint32_t i = 0; i < page->sheet->party_count; i++) {
        const struct party_counts *party = &page->counts.parties[i];
        builder_print(page->out,
                      "<label class=\"h%u\"><input class=\"need-js\" type=\"checkbox\" checked "
                      "data-p=\"%u\">",
                      i, i);
        html_text(page->out, name_of(page, i));
        builder_print(page->out,
                      " <small title=\"%u proposal%s, %u shared with others\">%u</small></label>",
                      party->proposals, plural(party->proposals), party->shared, party->proposals);
    }
    builder_add_c(page->out, "</div>\n");
}

static void add_reading_choice(struct merged_page *page)
{
    builder_add_c(page->out,
                  "<label class=\"need-js push\">Read <select id=\"reading\">"
                  "<option value=\"all\">all proposals</option><option value=\"base\">the base"
                  "</option><option value=\"agreed\">what is agreed</option>");
    for (uint32_t i = 0; i < page->sheet->party_count; i++) {
        builder_print(page->out, "<option value=\"%u\">", i);
        html_text(page->out, name_of(page, i));
        builder_add_c(page->out, "’s text</option>");
    }
    builder_add_c(page->out, "</select></label>\n");
}

static void add_tools(struct merged_page *page)
{
    builder_add_c(page->out, "<nav aria-label=\"Parties and readings\"><div class=\"wrap\">\n");
    add_legend(page);
    if (page->style.form == MERGED_COLUMNS)
        builder_add_c(page->out, "<label class=\"need-js push\"><input type=\"checkbox\" "
                                 "id=\"only-open\"> Only open rows</label>\n");
    else
        add_reading_choice(page);
    builder_add_c(page->out,
                  "<span class=\"need-js\"><button type=\"button\" id=\"before\" "
                  "title=\"The open point before\">↑</button> <button type=\"button\" id=\"next\">"
                  "Next open ↓</button></span>\n</div></nav>\n");
}

struct str merged_page_title(const struct merged_page *page)
{
    const struct sheet *sheet = page->sheet;
    for (uint32_t i = 0; i < sheet->point_count && i < 3; i++) {
        struct builder text = builder_make(page->arena);
        if (sheet->points[i].kind != PARAGRAPH_HEADING)
            continue;
        point_text(sheet, &sheet->points[i], (struct sheet_reading){.kind = READ_BASE}, &text);
        if (text.length > 0)
            return builder_str(&text);
    }
    return sheet->title;
}

static void add_top(struct merged_page *page)
{
    bool is_columns = page->style.form == MERGED_COLUMNS;
    struct page_head head = {
        .title = merged_page_title(page),
        .kind = is_columns ? STR("Consolidated text in columns") : STR("Consolidated text"),
        .of = page->sheet->title,
        .style = merged_page_css,
        .hue_count = page->sheet->party_count,
        .is_wide = is_columns,
    };
    page_begin(page->out, &head);
    add_lede(page);
    add_meter(page);
    builder_add_c(page->out, "</header>\n");
    add_tools(page);
}

static const char *how_to_read(enum merged_form form)
{
    switch (form) {
    case MERGED_REDLINE:
        return "Struck out: words of the base that some party wants to change. Underlined: a "
               "proposal, with who holds it behind. What is not marked all parties share.";
    case MERGED_COLUMNS:
        return "Each party’s text beside the base: = means as the base; struck out is dropped, "
               "underlined is added. […] in the last column is open.";
    case MERGED_PROPOSALS:
        return "In brackets: who proposes which words, and who keeps the base instead.";
    case MERGED_OPTIONS:
        return "Short rival wordings stand in brackets, long ones as numbered options.";
    case MERGED_BRACKETS:
    case MERGED_JSON:
        break;
    }
    return "In brackets: rival wordings with those who hold them; “base” is the text that all "
           "started from. What stands outside of brackets all parties share.";
}

static void add_end(struct merged_page *page)
{
    const struct sheet *sheet = page->sheet;
    builder_add_c(page->out, "<div class=\"wrap\">\n");
    merged_page_looks(page);
    if (sheet->note_count > 0) {
        builder_print(page->out, "<details class=\"notes\"><summary>%u note%s</summary><ul>\n",
                      sheet->note_count, plural(sheet->note_count));
        notes_add_items(page->out, sheet->notes, sheet->note_count);
        builder_add_c(page->out, "</ul></details>\n");
    }
    builder_print(page->out,
                  "<footer>%s Letters: A agreed, N renumbered, P a proposal, D disputed (rival "
                  "proposals), M moved.</footer>\n</div>\n",
                  how_to_read(page->style.form));
    page_end(page->out, merged_page_js);
}

struct str merged_page(const struct sheet *sheet, const struct merged_style *style,
                       struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct merged_page page = {.sheet = sheet,
                               .style = *style,
                               .counts = sheet_counts_make(sheet, arena),
                               .arena = arena,
                               .out = &out};
    while (page.word_looks < sheet->format_change_count &&
           sheet->format_changes[page.word_looks].scope == FORMAT_OF_WORDS)
        page.word_looks++;
    add_top(&page);
    if (style->form == MERGED_COLUMNS)
        merged_page_columns(&page);
    else
        merged_page_points(&page);
    add_end(&page);
    return builder_str(&out);
}
