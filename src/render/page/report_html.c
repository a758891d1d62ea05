// SPDX-License-Identifier: Apache-2.0
#include "render/page/report.h"

#include "codec/html.h"

#include <assert.h>
#include <inttypes.h>

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1c1e;--soft:#5c5c61;--paper:#fbfaf7;--card:#fff;"
    "--line:#d9d4c8;--good:#1b6b3a;--warn:#8a5300;--bad:#b3261e;"
    "--a:#1f5fa8;--b:#a8431f;--c:#1b7a4a;--d:#6a3fa0;--e:#8a6d00;--f:#00707a}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ececee;--soft:#a9a9b0;--paper:#161618;"
    "--card:#1f1f22;--line:#3a3a40;--good:#6fcf97;--warn:#f0b35a;--bad:#ff8a80;--a:#7db2f0;"
    "--b:#f0a080;--c:#6fcf97;--d:#c0a0f0;--e:#e0c860;--f:#60d0d8}}"
    "*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);"
    "font:16px/1.5 Georgia,'Times New Roman',serif}"
    "main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0}h1+p{color:var(--soft);margin:.3rem 0 1.5rem}"
    "h2{font:600 1.05rem/1.3 system-ui,sans-serif;margin:1.8rem 0 .5rem;padding-top:.7rem;"
    "border-top:1px solid var(--line);break-after:avoid}"
    "p{margin:.35rem 0}ul{margin:.35rem 0;padding-left:1.2rem}li{margin:.25rem 0}"
    ".good,.warn,.bad{font-weight:600}.good{color:var(--good)}.warn{color:var(--warn)}"
    ".bad{color:var(--bad)}.quiet{color:var(--soft)}"
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.5rem 0;"
    "font:.9rem/1.4 system-ui,sans-serif;background:var(--card)}"
    "th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:left;vertical-align:top}"
    "th{font-weight:600}td.d{white-space:nowrap}td.n{text-align:right;font-variant-numeric:tabular-"
    "nums}"
    "tr{break-inside:avoid}figure{margin:.8rem 0}figcaption{color:var(--soft);"
    "font:.9rem system-ui,sans-serif}svg{width:100%;height:auto;max-width:44rem}"
    "svg text{fill:var(--ink);font:12px system-ui,sans-serif}"
    "@media print{body{background:#fff;color:#000;font-size:10.5pt}main{padding:0;max-width:none}}";

static void add_toned(struct builder *out, const char *element, const struct report_block *block)
{
    static const struct {
        const char *class;
        const char *sign;
    } tones[] = {[TONE_PLAIN] = {"", ""},
                 [TONE_GOOD] = {" class=good", "✓ "},
                 [TONE_WARN] = {" class=warn", "! "},
                 [TONE_BAD] = {" class=bad", "✗ "},
                 [TONE_QUIET] = {" class=quiet", ""}};
    builder_print(out, "<%s%s>%s", element, tones[block->tone].class, tones[block->tone].sign);
    html_text(out, block->text);
    builder_print(out, "</%s>\n", element);
}

// A day is not broken at its hyphens.
static bool is_day(struct str cell)
{
    return cell.length == 10 && cell.bytes[4] == '-' && cell.bytes[7] == '-' &&
           report_is_number(str_slice(cell, 0, 4));
}

static void add_table(struct builder *out, const struct report_block *block)
{
    assert(block->column_count > 0);
    builder_add_c(out, "<div class=scroll><table>\n");
    for (size_t i = 0; i < block->cells.count; i++) {
        struct str cell = *LIST_AT(&block->cells, struct str, i);
        bool is_head = i < block->column_count;
        if (i % block->column_count == 0)
            builder_add_c(out, "<tr>");
        builder_add_c(out, is_head                  ? "<th scope=col>"
                           : report_is_number(cell) ? "<td class=n>"
                           : is_day(cell)           ? "<td class=d>"
                                                    : "<td>");
        html_text(out, cell);
        builder_add_c(out, is_head ? "</th>" : "</td>");
        if ((i + 1) % block->column_count == 0)
            builder_add_c(out, "</tr>\n");
    }
    builder_add_c(out, "</table></div>\n");
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
    builder_print(out,
                  "<polyline fill=none stroke='var(--%c)' stroke-width=2 stroke-dasharray='%s' "
                  "points='",
                  (char)('a' + s % 6), dashes[s % 6]);
    int64_t y = 0;
    for (size_t i = 0; i < block->label_count; i++) {
        y = CHART_TOP + CHART_HEIGHT - series->values[i] * CHART_HEIGHT / most;
        builder_print(out, "%" PRId64 ",%" PRId64 " ", chart_x(block, i), y);
    }
    builder_print(out, "'/><text x=%d y=%" PRId64 ">", CHART_LEFT + CHART_WIDTH + 8,
                  CHART_TOP + 10 + (int64_t)s * 16);
    html_text(out, series->name);
    builder_print(out,
                  " %" PRId64 "</text><line x1=%d x2=%d y1=%" PRId64 " y2=%" PRId64
                  " stroke='var(--%c)' stroke-width=2 stroke-dasharray='%s'/>",
                  series->values[block->label_count - 1], CHART_LEFT + CHART_WIDTH + 92,
                  CHART_LEFT + CHART_WIDTH + CHART_RIGHT - 8, CHART_TOP + 6 + (int64_t)s * 16,
                  CHART_TOP + 6 + (int64_t)s * 16, (char)('a' + s % 6), dashes[s % 6]);
}

static void add_chart(struct builder *out, const struct report_block *block)
{
    int64_t most = chart_most(block);
    builder_print(out, "<figure><figcaption>");
    html_text(out, block->text);
    builder_print(out, "</figcaption><svg viewBox='0 0 %d %d' role=img>",
                  CHART_LEFT + CHART_WIDTH + CHART_RIGHT, CHART_TOP + CHART_HEIGHT + 28);
    builder_print(out, "<line x1=%d x2=%d y1=%d y2=%d stroke='var(--line)'/>", CHART_LEFT,
                  CHART_LEFT + CHART_WIDTH, CHART_TOP + CHART_HEIGHT, CHART_TOP + CHART_HEIGHT);
    builder_print(out,
                  "<text x=%d y=%d text-anchor=end>%" PRId64 "</text>"
                  "<text x=%d y=%d text-anchor=end>0</text>",
                  CHART_LEFT - 6, CHART_TOP + 8, most, CHART_LEFT - 6, CHART_TOP + CHART_HEIGHT);
    for (size_t i = 0; i < block->label_count; i++) {
        builder_print(out, "<text x=%" PRId64 " y=%d text-anchor=middle>", chart_x(block, i),
                      CHART_TOP + CHART_HEIGHT + 18);
        html_text(out, block->labels[i]);
        builder_add_c(out, "</text>");
    }
    for (size_t s = 0; s < block->series_count; s++)
        add_series(out, block, s, most);
    builder_add_c(out, "</svg></figure>\n");
}

struct str report_html(const struct report *report)
{
    struct builder out = builder_make(report->arena);
    builder_add_c(&out,
                  "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<meta name=viewport "
                  "content='width=device-width,initial-scale=1'>\n<title>");
    html_text(&out, report->title);
    builder_print(&out, "</title>\n<style>%s</style>\n<main>\n<h1>", style);
    html_text(&out, report->title);
    builder_add_c(&out, "</h1>\n<p>");
    html_text(&out, report->subtitle);
    builder_add_c(&out, "</p>\n");
    bool in_list = false;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct report_block *block = LIST_AT(&report->blocks, struct report_block, i);
        bool is_item = block->kind == REPORT_ITEM;
        if (is_item != in_list)
            builder_add_c(&out, is_item ? "<ul>\n" : "</ul>\n");
        in_list = is_item;
        switch (block->kind) {
        case REPORT_HEADING:
            add_toned(&out, "h2", block);
            break;
        case REPORT_PARAGRAPH:
            add_toned(&out, "p", block);
            break;
        case REPORT_ITEM:
            add_toned(&out, "li", block);
            break;
        case REPORT_TABLE:
            add_table(&out, block);
            break;
        case REPORT_CHART:
            add_chart(&out, block);
            break;
        }
    }
    if (in_list)
        builder_add_c(&out, "</ul>\n");
    builder_add_c(&out, "</main>\n</html>\n");
    return builder_str(&out);
}
