// SPDX-License-Identifier: Apache-2.0
#include "render/timetable/timetable_parts.h"

#include "codec/html.h"

#define LABEL_WIDTH 330
#define CHART_WIDTH 640
#define OPEN_WIDTH 30 // right of the chart, for what nothing bounds
#define ROW_HEIGHT 26
#define HEAD_HEIGHT 46
#define LABEL_CHARACTERS 40
#define LEGEND_HEIGHT 34
#define LINE_HEIGHT 17

struct drawing {
    const struct plan *plan;
    const struct plan_answer *answer;
    const struct timeline *timeline;
    struct builder *out;
    bool in_words; // rows are called as people call them
    int64_t first; // minutes from the origin
    int64_t span;  // at least a day
};

// Where a time stands, in tenths of a pixel: whole numbers give the same bytes everywhere.
static int64_t x_of(const struct drawing *d, int64_t minutes)
{
    if (minutes == TIME_UNBOUNDED)
        return (LABEL_WIDTH + CHART_WIDTH + OPEN_WIDTH) * 10;
    if (minutes < d->first)
        minutes = d->first;
    int64_t days = (minutes - d->first) / 10; // keeps the product far from overflow
    int64_t all = d->span / 10;
    return LABEL_WIDTH * 10 + days * (CHART_WIDTH * 10) / (all > 0 ? all : 1);
}

static void add_x(struct builder *out, const char *name, int64_t tenths)
{
    builder_print(out, " %s=\"%lld.%lld\"", name, (long long)(tenths / 10),
                  (long long)(tenths % 10));
}

static void add_rectangle(struct builder *out, const char *class, int64_t from, int64_t to, int y,
                          int height)
{
    builder_print(out, "<rect class=\"%s\" y=\"%d\" height=\"%d\"", class, y, height);
    add_x(out, "x", from);
    add_x(out, "width", to > from ? to - from : 0);
    builder_add_c(out, "/>");
}

// Days between the marks of the axis: days, weeks, months, quarters, years, decades.
static int64_t tick_days(int64_t span_days)
{
    static const int64_t steps[] = {1, 7, 14, 31, 92, 183, 366, 731, 1827, 3653};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] && span_days / steps[i] > 9)
        i++;
    return span_days / steps[i] > 9 ? span_days / 8 : steps[i];
}

static void add_axis(const struct drawing *d, int bottom)
{
    struct arena *scratch = arena_open();
    int64_t step = tick_days(d->span / DAY_MINUTES) * DAY_MINUTES;
    for (int64_t t = d->first; t <= d->first + d->span; t += step) {
        int64_t x = x_of(d, t);
        builder_add_c(d->out, "<line class=\"grid\"");
        add_x(d->out, "x1", x);
        add_x(d->out, "x2", x);
        builder_print(d->out, " y1=\"%d\" y2=\"%d\"/><text class=\"date\" y=\"%d\"",
                      HEAD_HEIGHT - 8, bottom, HEAD_HEIGHT - 12);
        add_x(d->out, "x", x);
        builder_print(d->out, ">%.*s</text>\n", STR_ARGS(timeline_date(d->plan, t, scratch)));
    }
    arena_close(scratch);
}

static void add_label(const struct drawing *d, const struct timeline_row *row, int y)
{
    struct arena *scratch = arena_open();
    struct str label = d->in_words ? timetable_row_words(row, scratch) : timetable_row_title(row);
    struct builder *out = d->out;
    builder_print(out, "<text class=\"%s\" x=\"14\" y=\"%d\"><title>",
                  row->is_in_dispute ? "label dispute" : "label", y + 17);
    html_text(out, label);
    builder_add_c(out, "</title>");
    size_t at = 0;
    for (size_t count = 0; at < label.length && count < LABEL_CHARACTERS; count++) {
        at++;
        while (at < label.length && ((unsigned char)label.bytes[at] & 0xC0) == 0x80)
            at++;
    }
    html_text(out, str_slice(label, 0, at));
    builder_print(out, "%s</text>", at < label.length ? "…" : "");
    const char *mark = row->is_in_dispute ? "!" : row->is_critical ? "*" : "";
    builder_print(out, "<text class=\"mark\" x=\"2\" y=\"%d\">%s</text>", y + 17, mark);
    arena_close(scratch);
}

// A milestone at its earliest time; hollow where no limit says when.
static void add_diamond(struct builder *out, int64_t x, int y, bool is_hollow)
{
    int64_t middle = x / 10;
    builder_print(out, "<path class=\"%s\" d=\"M%lld %d l6 6 l-6 6 l-6 -6 z\"/>",
                  is_hollow ? "hollow" : "bar", (long long)middle, y + 7);
}

static void add_row(const struct drawing *d, const struct timeline_row *row, int y)
{
    const struct schedule *s = &d->answer->schedule;
    struct builder *out = d->out;
    int64_t start = x_of(d, s->earliest[row->start]);
    int64_t end = x_of(d, s->earliest[row->end]);
    int64_t latest = x_of(d, s->latest[row->end]);
    add_label(d, row, y);
    if (row->is_in_dispute)
        add_rectangle(out, "frame", start - 60, latest + 60, y + 2, ROW_HEIGHT - 4);
    bool is_open = s->latest[row->end] == TIME_UNBOUNDED;
    if (latest > end)
        add_rectangle(out, is_open ? "open" : "slack", end, latest, y + 9, 8);
    if (!is_open && latest > end) {
        builder_add_c(out, "<line class=\"deadline\"");
        add_x(out, "x1", latest);
        add_x(out, "x2", latest);
        builder_print(out, " y1=\"%d\" y2=\"%d\"/>", y + 4, y + 22);
    }
    if (end > start)
        add_rectangle(out, "bar", start, end, y + 6, 14);
    else
        add_diamond(out, start, y, row->is_loose);
    builder_add_byte(out, '\n');
}

static void add_legend(struct builder *out, int y)
{
    builder_print(out,
                  "<g class=\"legend\"><rect class=\"bar\" x=\"14\" y=\"%d\" width=\"26\" "
                  "height=\"10\"/><text x=\"46\" y=\"%d\">at its earliest</text>"
                  "<rect class=\"slack\" x=\"160\" y=\"%d\" width=\"26\" height=\"8\"/>"
                  "<text x=\"192\" y=\"%d\">may still be later</text>"
                  "<line class=\"deadline\" x1=\"320\" x2=\"320\" y1=\"%d\" y2=\"%d\"/>"
                  "<text x=\"328\" y=\"%d\">latest day</text>"
                  "<text x=\"420\" y=\"%d\">* cannot move</text>"
                  "<text x=\"510\" y=\"%d\">! in dispute</text>"
                  "<rect class=\"open\" x=\"600\" y=\"%d\" width=\"26\" height=\"8\"/>"
                  "<text x=\"632\" y=\"%d\">nothing bounds it</text>"
                  "<path class=\"hollow\" d=\"M752 %d l6 6 l-6 6 l-6 -6 z\"/>"
                  "<text x=\"764\" y=\"%d\">no limit says when</text></g>\n",
                  y, y + 10, y + 1, y + 10, y - 3, y + 13, y + 10, y + 10, y + 10, y + 1, y + 10,
                  y - 1, y + 10);
}

// What contradicts, in words below the picture.
static void add_dispute(const struct drawing *d, int y)
{
    const struct plan_answer *answer = d->answer;
    struct arena *scratch = arena_open();
    builder_print(d->out, "<g class=\"words\"><text x=\"14\" y=\"%d\">! Short by %.*s:</text>\n", y,
                  STR_ARGS(timeline_span(answer->cycle.sum, scratch)));
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        struct plan_link source = answer->links[answer->cycle.links[i]];
        if (source.limit == LINK_NONE)
            continue;
        const struct plan_limit *limit = LIST_AT(&d->plan->limits, struct plan_limit, source.limit);
        y += LINE_HEIGHT;
        builder_print(d->out, "<text x=\"28\" y=\"%d\">", y);
        html_text(d->out, timeline_says(d->plan, limit, source.is_most, scratch));
        builder_add_c(d->out, " (");
        html_text(d->out, timeline_place(limit, scratch));
        builder_add_c(d->out, ")</text>\n");
    }
    builder_add_c(d->out, "</g>\n");
    arena_close(scratch);
}

static const char style[] =
    "<style>.label{font:13px sans-serif}.mark{font:bold 15px sans-serif}"
    ".date{font:11px sans-serif;text-anchor:middle}.legend text,.words text{font:11px sans-serif}"
    ".dispute{font-weight:bold}.bar{fill:#1b3a5c;stroke:#000;stroke-width:.5}"
    ".hollow{fill:#fff;stroke:#444;stroke-width:1}"
    ".slack{fill:url(#hatch);stroke:#444;stroke-width:.7}"
    ".open{fill:none;stroke:#444;stroke-width:.7;stroke-dasharray:3 3}"
    ".deadline{stroke:#000;stroke-width:2}.grid{stroke:#ddd;stroke-width:1}"
    ".frame{fill:none;stroke:#a00000;stroke-width:2;stroke-dasharray:6 3}"
    ".stripe{fill:#f4f4f2}</style>\n";

static const char patterns[] =
    "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/>"
    "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" stroke=\"#555\" stroke-width=\"1.6\"/></pattern>"
    "</defs>\n";

// What a picture is for: to stand alone, on a page with its style in it, on one with style in a file.
enum picture_use { PICTURE_ALONE, PICTURE_IN_PAGE, PICTURE_BARE };

static void draw(const struct timetable_answer *timetable, enum picture_use use,
                 struct builder *out)
{
    bool in_words = use != PICTURE_ALONE;
    const struct plan *plan = &timetable->plan;
    const struct plan_answer *answer = &timetable->answer;
    const struct timeline *timeline = &timetable->timeline;
    struct drawing d = {.plan = plan,
                        .answer = answer,
                        .timeline = timeline,
                        .out = out,
                        .in_words = in_words,
                        .first = timeline->first,
                        .span = timeline->last - timeline->first};
    if (d.span < DAY_MINUTES)
        d.span = DAY_MINUTES;
    int rows = (int)timeline->count; // a plan has far fewer than 2^31 events
    int bottom = HEAD_HEIGHT + rows * ROW_HEIGHT;
    bool has_dispute = !answer->is_possible && !in_words; // a page says it above the picture
    int words = has_dispute ? ((int)answer->cycle.count + 2) * LINE_HEIGHT : 0;
    int height = bottom + LEGEND_HEIGHT + words;
    int width = LABEL_WIDTH + CHART_WIDTH + OPEN_WIDTH + 40;
    builder_print(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
                  "height=\"%d\" role=\"img\">\n<title>Timetable of %d steps</title>\n",
                  width, height, width, height, rows);
    builder_add_c(out, use == PICTURE_BARE ? "" : style);
    builder_add_c(out, patterns);
    for (int i = 0; i < rows; i += 2)
        builder_print(out, "<rect class=\"stripe\" x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                      HEAD_HEIGHT + i * ROW_HEIGHT, width, ROW_HEIGHT);
    add_axis(&d, bottom);
    for (int i = 0; i < rows; i++)
        add_row(&d, &timeline->rows[i], HEAD_HEIGHT + i * ROW_HEIGHT);
    add_legend(out, bottom + 14);
    if (has_dispute)
        add_dispute(&d, bottom + LEGEND_HEIGHT + LINE_HEIGHT);
    builder_add_c(out, "</svg>\n");
}

void timetable_svg(const struct timetable_answer *timetable, struct builder *out)
{
    draw(timetable, PICTURE_ALONE, out);
}

void timetable_picture(const struct timetable_answer *timetable, struct builder *out)
{
    draw(timetable, PICTURE_IN_PAGE, out);
}

void timetable_bare_picture(const struct timetable_answer *timetable, struct builder *out)
{
    draw(timetable, PICTURE_BARE, out);
}
