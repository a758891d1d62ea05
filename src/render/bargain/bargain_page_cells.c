// SPDX-License-Identifier: Apache-2.0
#include "codec/html.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_page_parts.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/value_text.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/page/page_table.h"

void packages_page_begin(struct builder *out, struct str name, const char *question,
                         uint32_t parties)
{
    bool is_named = name.length > 0;
    struct page_head head = {.title = is_named ? name : str_of(question),
                             .kind = STR("Packages"),
                             .of = is_named ? str_of(question) : (struct str){0},
                             .style = bargain_page_css,
                             .hue_count = parties};
    page_begin(out, &head);
}

static void add_notes(struct builder *out, const struct str *notes, size_t note_count)
{
    if (note_count == 0)
        return;
    builder_print(out, "<div class=\"notes\"><b>Note%s</b><ul>\n", note_count == 1 ? "" : "s");
    for (size_t i = 0; i < note_count; i++) {
        builder_add_c(out, "<li>");
        html_text(out, notes[i]);
        builder_add_c(out, ".</li>\n");
    }
    builder_add_c(out, "</ul></div>\n");
}

void packages_page_notes(struct builder *out, const struct str *notes, size_t note_count,
                         const char *how_to_read)
{
    add_notes(out, notes, note_count);
    builder_print(out, "<p class=\"quiet\">%s</p>\n", how_to_read);
}

void packages_page_end(struct builder *out, const struct str *notes, size_t note_count,
                       const char *how_to_read)
{
    add_notes(out, notes, note_count);
    builder_print(out, "</main>\n<footer class=\"wrap\"><p>%s</p></footer>\n", how_to_read);
    page_end(out, (struct str){0});
}

void add_party_head(struct builder *out, const struct scenario *scenario, uint32_t party)
{
    page_cell_begin(out, CELL_ROW);
    page_party(out, scenario->parties[party].name, party);
    page_cell_end(out, CELL_ROW);
}

void add_party_columns(struct builder *out, const struct scenario *scenario)
{
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        page_cell_begin(out, CELL_NUMBER_COLUMN);
        page_party(out, scenario->parties[p].name, p);
        page_cell_end(out, CELL_NUMBER_COLUMN);
    }
}

static struct str grouped_value(const struct scenario *scenario, int64_t value, struct arena *arena)
{
    return page_grouped(value_text(scenario, value, arena), arena);
}

void add_value_cell(struct builder *out, const struct scenario *scenario, int64_t value)
{
    page_cell(out, CELL_NUMBER, grouped_value(scenario, value, out->arena));
}

void add_gain_cell(struct builder *out, const struct scenario *scenario, uint32_t party,
                   int64_t value)
{
    int64_t gain = value - scenario->parties[party].reservation;
    page_cell_begin(out, CELL_NUMBER);
    html_text(out, grouped_value(scenario, value, out->arena));
    builder_add_c(out, gain < 0 ? "<small class=\"bad\">" : "<small>");
    html_text(out, gain < 0 ? STR("") : STR("+"));
    html_text(out, grouped_value(scenario, gain, out->arena));
    builder_add_c(out, "</small>");
    page_cell_end(out, CELL_NUMBER);
}

struct str grouped_tally(const struct tally *tally, struct arena *arena)
{
    struct tally grouped = {page_grouped(tally->at_least, arena),
                            page_grouped(tally->at_most, arena), tally->is_exact};
    return tally_text(&grouped, arena);
}

void add_count_cell(struct builder *out, const struct tally *tally)
{
    page_cell(out, CELL_NUMBER, grouped_tally(tally, out->arena));
}

void add_blank_cell(struct builder *out)
{
    page_cell(out, CELL_NUMBER, STR("–"));
}
