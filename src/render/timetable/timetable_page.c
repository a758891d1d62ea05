// SPDX-License-Identifier: Apache-2.0
#include "codec/html.h"
#include "render/timetable/timetable_forms.h"

struct page {
    const struct plan *plan;
    const struct plan_answer *answer;
    const struct timeline *timeline;
    struct builder *out;
    struct arena *scratch;
};

static void add_cell(struct page *p, struct str text)
{
    builder_add_c(p->out, "<td>");
    html_text(p->out, text);
    builder_add_c(p->out, "</td>");
}

static void add_contradiction(struct page *p)
{
    const struct plan_answer *answer = p->answer;
    builder_print(p->out, "<section><h2>%u limits contradict, short by %.*s</h2>\n<ol>\n",
                  negative_cycle_clause_links(&answer->network, &answer->cycle),
                  STR_ARGS(timeline_span(answer->cycle.sum, p->scratch)));
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        struct plan_link source = answer->links[answer->cycle.links[i]];
        if (source.limit == LINK_NONE)
            continue;
        const struct plan_limit *limit = LIST_AT(&p->plan->limits, struct plan_limit, source.limit);
        builder_add_c(p->out, "<li>");
        html_text(p->out, timeline_says(p->plan, limit, source.is_most, p->scratch));
        builder_add_c(p->out, " <small>");
        html_text(p->out, timeline_place(limit, p->scratch));
        builder_add_c(p->out, "</small>");
        if (limit->phrase.length > 0) {
            builder_add_c(p->out, "<blockquote>");
            html_text(p->out, limit->phrase);
            builder_add_c(p->out, "</blockquote>");
        }
        builder_add_c(p->out, "</li>\n");
    }
    builder_print(p->out,
                  "</ol>\n<p>It would do to give %.*s in all; the times below are those "
                  "after that.</p></section>\n",
                  STR_ARGS(timeline_span(answer->relaxation.total, p->scratch)));
}

static void add_table(struct page *p)
{
    const struct schedule *s = &p->answer->schedule;
    builder_add_c(p->out,
                  "<table><caption>All steps, by their earliest day</caption><thead><tr>"
                  "<th scope=\"col\">Mark</th><th scope=\"col\">Step</th><th scope=\"col\">By</th>"
                  "<th scope=\"col\">Earliest start</th><th scope=\"col\">Earliest end</th>"
                  "<th scope=\"col\">Latest end</th><th scope=\"col\">Clause</th>"
                  "<th scope=\"col\">How it is counted</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < p->timeline->count; i++) {
        const struct timeline_row *row = &p->timeline->rows[i];
        uint32_t number = row->late != LINK_NONE ? row->late : row->early;
        builder_add_c(p->out, "<tr>");
        add_cell(p, row->is_in_dispute ? STR("! in dispute")
                    : row->is_critical ? STR("* cannot move")
                                       : STR(""));
        add_cell(p, row->title.length > 0 ? row->title : row->name);
        add_cell(p, row->party);
        add_cell(p, timeline_date(p->plan, s->earliest[row->start], p->scratch));
        add_cell(p, timeline_date(p->plan, s->earliest[row->end], p->scratch));
        add_cell(p, timeline_date(p->plan, s->latest[row->end], p->scratch));
        add_cell(p, number == LINK_NONE
                        ? STR("")
                        : LIST_AT(&p->plan->limits, struct plan_limit, number)->clause);
        add_cell(p, timeline_rule(p->plan, p->answer, row, p->scratch));
        builder_add_c(p->out, "</tr>\n");
    }
    builder_add_c(p->out, "</tbody></table>\n");
}

static void add_notes(struct page *p)
{
    if (p->plan->notes.count == 0)
        return;
    builder_add_c(p->out, "<section><h2>Notes</h2><ul>\n");
    for (size_t i = 0; i < p->plan->notes.count; i++) {
        builder_add_c(p->out, "<li>");
        html_text(p->out, *LIST_AT(&p->plan->notes, struct str, i));
        builder_add_c(p->out, "</li>\n");
    }
    builder_add_c(p->out, "</ul></section>\n");
}

void timetable_page(const struct timetable_answer *timetable, struct builder *out)
{
    const struct plan *plan = &timetable->plan;
    const struct plan_answer *answer = &timetable->answer;
    const struct timeline *timeline = &timetable->timeline;
    struct page p = {plan, answer, timeline, out, arena_open()};
    builder_add_c(out,
                  "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width\">"
                  "<title>Timetable</title><style>body{font:15px/1.4 sans-serif;margin:2em auto;"
                  "max-width:70em;padding:0 1em}table{border-collapse:collapse;width:100%;"
                  "font-size:13px}td,th{border:1px solid #999;padding:.3em .5em;text-align:left;"
                  "vertical-align:top}svg{max-width:100%;height:auto}blockquote{margin:.2em 0 .4em "
                  "1em;font-style:italic}caption{text-align:left;font-weight:bold;padding:.4em 0}"
                  "td:nth-child(4),td:nth-child(5),td:nth-child(6){white-space:nowrap}"
                  "figure{background:#fff;margin:1em 0;padding:.5em}"
                  "@media(prefers-color-scheme:dark){body{background:#17191d;color:#e6e6e6}"
                  "td,th{border-color:#666}}"
                  "@media "
                  "print{body{margin:0;max-width:none;background:#fff;color:#000}tr{break-inside:"
                  "avoid}}</style>"
                  "</head>\n<body><h1>Timetable</h1>\n");
    if (answer->is_possible)
        builder_print(out,
                      "<p>All %zu limits can be met; the last event comes on %.*s at the "
                      "earliest.</p>\n",
                      plan->limits.count,
                      STR_ARGS(timeline_date(plan, answer->schedule.makespan, p.scratch)));
    else
        add_contradiction(&p);
    builder_add_c(out, "<figure>");
    timetable_svg(timetable, out);
    builder_add_c(out, "</figure>\n");
    add_table(&p);
    add_notes(&p);
    builder_add_c(out, "</body></html>\n");
    arena_close(p.scratch);
}
