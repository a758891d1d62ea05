// SPDX-License-Identifier: Apache-2.0
#include "render/page/report.h"

#include "codec/html.h"
#include "render/page/page.h"

#include <assert.h>
#include <inttypes.h>

// Words with the report's names marked.
static void add_named(struct builder *out, const struct report *report, struct str text)
{
    struct report_name name;
    size_t from = 0;
    while (report_next_name(report, text, from, &name)) {
        html_text(out, str_slice(text, from, name.at));
        from = name.at + report->names[name.number].length;
        builder_print(out, "<span class=\"party h%zu\">", name.number);
        html_text(out, report->names[name.number]);
        builder_add_c(out, "</span>");
    }
    html_text(out, str_skip(text, from));
}

// The text of a block, or of one of its cells.
static void add_words(struct builder *out, const struct report *report,
                      const struct report_block *block, size_t cell, struct str text)
{
    for (size_t i = 0; i < block->links.count; i++) {
        const struct report_link *link = LIST_AT(&block->links, struct report_link, i);
        if (link->cell != cell)
            continue;
        builder_add_c(out, "<a href=\"#");
        html_text(out, link->target);
        builder_add_c(out, "\">");
        html_text(out, str_slice(text, 0, link->bytes));
        builder_add_c(out, "</a>");
        text = str_skip(text, link->bytes);
    }
    add_named(out, report, text);
}

static void add_toned(struct builder *out, const struct report *report, const char *element,
                      const struct report_block *block)
{
    static const struct {
        const char *attribute;
        const char *sign;
    } tones[] = {[TONE_PLAIN] = {"", ""},
                 [TONE_GOOD] = {" class=\"good\"", "✓ "},
                 [TONE_WARN] = {" class=\"warn\"", "! "},
                 [TONE_BAD] = {" class=\"bad\"", "✗ "},
                 [TONE_QUIET] = {" class=\"quiet\"", ""}};
    builder_print(out, "<%s%s", element, tones[block->tone].attribute);
    if (block->anchor.length > 0)
        builder_print(out, " id=\"%.*s\"", STR_ARGS(block->anchor));
    builder_print(out, ">%s", tones[block->tone].sign);
    add_words(out, report, block, 0, block->text);
    builder_print(out, "</%s>\n", element);
}

// A day is not broken at its hyphens.
static bool is_day(struct str cell)
{
    return cell.length == 10 && cell.bytes[4] == '-' && cell.bytes[7] == '-' &&
           report_is_number(str_slice(cell, 0, 4));
}

static void add_cell(struct builder *out, const struct report *report,
                     const struct report_block *block, size_t number)
{
    struct str cell = *LIST_AT(&block->cells, struct str, number);
    builder_add_c(out, report_is_number(cell) ? "<td class=\"n\">"
                       : is_day(cell)         ? "<td class=\"d\">"
                                              : "<td>");
    add_words(out, report, block, number, cell);
    builder_add_c(out, "</td>");
}

static void add_table(struct builder *out, const struct report *report,
                      const struct report_block *block)
{
    size_t columns = block->column_count;
    assert(columns > 0);
    builder_add_c(out, "<div class=\"scroll\"><table class=\"data\">\n<thead><tr>");
    for (size_t i = 0; i < columns; i++) {
        builder_add_c(out, "<th scope=\"col\">");
        html_text(out, *LIST_AT(&block->cells, struct str, i));
        builder_add_c(out, "</th>");
    }
    builder_add_c(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = columns; i < block->cells.count; i++) {
        builder_add_c(out, i % columns == 0 ? "<tr>" : "");
        add_cell(out, report, block, i);
        builder_add_c(out, (i + 1) % columns == 0 ? "</tr>\n" : "");
    }
    builder_add_c(out, "</tbody></table></div>\n");
}

enum { CHART_LEFT = 40, CHART_TOP = 12, CHART_WIDTH = 480, CHART_HEIGHT = 150, CHART_RIGHT = 140 };

static int64_t chart_most(const struct report_block *block)
{
    int64_t most = 1;
    for (size_t s = 0; s < block->series_count; s++)
        for (size_t i = 0; i < block->label_count; i++)
            most = block->series[s].values[i] > most ? block->series[s].values[i] : most;
    return most;
}

static int64_t chart_x(const struct report_block *block, size_t i)
{
    int64_t steps = block->label_count > 1 ? (int64_t)block->label_count - 1 : 1;
    return CHART_LEFT + (int64_t)i * CHART_WIDTH / steps;
}

// Lines differ by dashes and by the name at their end, not only by colour.
static void add_series(struct builder *out, const struct report_block *block, size_t s,
                       int64_t most)
{
    static const char *const dashes[] = {"", "6 3", "2 3", "8 3 2 3", "1 2", "10 4"};
    const struct report_series *series = &block->series[s];
    const char *dash = dashes[s % (sizeof dashes / sizeof *dashes)];
    int64_t y = CHART_TOP + 6 + (int64_t)s * 16;
    builder_print(out, "<polyline class=\"line h%zu\" stroke-dasharray=\"%s\" points=\"", s, dash);
    for (size_t i = 0; i < block->label_count; i++)
        builder_print(out, "%" PRId64 ",%" PRId64 " ", chart_x(block, i),
                      CHART_TOP + CHART_HEIGHT - series->values[i] * CHART_HEIGHT / most);
    builder_print(out, "\"/><text x=\"%d\" y=\"%" PRId64 "\">", CHART_LEFT + CHART_WIDTH + 8,
                  y + 4);
    html_text(out, series->name);
    builder_print(out,
                  " %" PRId64 "</text><line class=\"line h%zu\" x1=\"%d\" x2=\"%d\" y1=\"%" PRId64
                  "\" y2=\"%" PRId64 "\" stroke-dasharray=\"%s\"/>",
                  series->values[block->label_count - 1], s, CHART_LEFT + CHART_WIDTH + 92,
                  CHART_LEFT + CHART_WIDTH + CHART_RIGHT - 8, y, y, dash);
}

static void add_chart(struct builder *out, const struct report_block *block)
{
    int64_t most = chart_most(block);
    int ground = CHART_TOP + CHART_HEIGHT;
    builder_add_c(out, "<figure class=\"chart\"><figcaption>");
    html_text(out, block->text);
    builder_print(out,
                  "</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\">"
                  "<line class=\"ground\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                  CHART_LEFT + CHART_WIDTH + CHART_RIGHT, ground + 28, CHART_LEFT,
                  CHART_LEFT + CHART_WIDTH, ground, ground);
    builder_print(out,
                  "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%" PRId64 "</text>"
                  "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>",
                  CHART_LEFT - 6, CHART_TOP + 8, most, CHART_LEFT - 6, ground);
    for (size_t i = 0; i < block->label_count; i++) {
        builder_print(out, "<text x=\"%" PRId64 "\" y=\"%d\" text-anchor=\"middle\">",
                      chart_x(block, i), ground + 18);
        html_text(out, block->labels[i]);
        builder_add_c(out, "</text>");
    }
    for (size_t s = 0; s < block->series_count; s++)
        add_series(out, block, s, most);
    builder_add_c(out, "</svg></figure>\n");
}

static void add_block(struct builder *out, const struct report *report,
                      const struct report_block *block)
{
    switch (block->kind) {
    case REPORT_HEADING:
        add_toned(out, report, "h2", block);
        break;
    case REPORT_SUBHEADING:
        add_toned(out, report, "h3", block);
        break;
    case REPORT_PARAGRAPH:
        add_toned(out, report, "p", block);
        break;
    case REPORT_ITEM:
        add_toned(out, report, "li", block);
        break;
    case REPORT_TABLE:
        add_table(out, report, block);
        break;
    case REPORT_CHART:
        add_chart(out, block);
        break;
    }
}

// Each name has a colour, and each line of a chart.
static uint32_t hues_of(const struct report *report)
{
    size_t most = report->name_count;
    for (size_t i = 0; i < report->blocks.count; i++) {
        size_t count = LIST_AT(&report->blocks, struct report_block, i)->series_count;
        most = count > most ? count : most;
    }
    return (uint32_t)most;
}

void report_blocks(const struct report *report, struct builder *out)
{
    bool in_list = false;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct report_block *block = LIST_AT(&report->blocks, struct report_block, i);
        bool is_item = block->kind == REPORT_ITEM;
        if (is_item != in_list)
            builder_add_c(out, is_item ? "<ul>\n" : "</ul>\n");
        in_list = is_item;
        add_block(out, report, block);
    }
    builder_add_c(out, in_list ? "</ul>\n" : "");
}

struct str report_html(const struct report *report, const char *kind)
{
    struct builder out = builder_make(report->arena);
    struct page_head head = {
        .title = report->title, .kind = str_of(kind), .hue_count = hues_of(report)};
    page_begin(&out, &head);
    builder_add_c(&out, "<p class=\"lede\">");
    html_text(&out, report->subtitle);
    builder_add_c(&out, "</p>\n</header>\n<main class=\"wrap report\">\n");
    report_blocks(report, &out);
    builder_add_c(&out, "</main>\n");
    page_end(&out, STR(""));
    return builder_str(&out);
}
