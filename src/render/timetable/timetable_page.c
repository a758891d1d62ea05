// SPDX-License-Identifier: Apache-2.0
// A timetable as a page: whether it can be met and, if not, why; the picture; every step.
#include "codec/html.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/timetable/timetable_parts.h"

struct time_page {
    const struct timetable_answer *timetable;
    const struct plan *plan;
    struct builder *out;
    struct arena *scratch;
};

static void add_element(struct time_page *p, const char *opened, struct str text,
                        const char *closed)
{
    builder_add_c(p->out, opened);
    html_text(p->out, text);
    builder_add_c(p->out, closed);
}

static void add_limit(struct time_page *p, const struct plan_limit *limit, bool is_most,
                      struct str by)
{
    builder_add_c(p->out, "<li>");
    if (by.length > 0)
        add_element(p, "<b>", by, "</b>: ");
    html_text(p->out, timeline_says(p->plan, limit, is_most, p->scratch));
    add_element(p, " <small>", timeline_place(limit, p->scratch), "</small>");
    if (limit->phrase.length > 0)
        add_element(p, "<blockquote>", limit->phrase, "</blockquote>");
    builder_add_c(p->out, "</li>\n");
}

static void add_contradiction(struct time_page *p)
{
    const struct plan_answer *answer = &p->timetable->answer;
    builder_add_c(p->out, "<h2>What contradicts</h2>\n<ol>\n");
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        struct plan_link source = answer->links[answer->cycle.links[i]];
        if (source.limit != LINK_NONE)
            add_limit(p, LIST_AT(&p->plan->limits, struct plan_limit, source.limit), source.is_most,
                      STR(""));
    }
    add_element(p, "</ol>\n<p>It would do to give <b>",
                timeline_span(answer->relaxation.total, p->scratch),
                "</b> in all, here; the times below are those after that.</p>\n<ul>\n");
    for (uint32_t i = 0; i < answer->relaxation.count; i++) {
        struct plan_link source = answer->links[answer->relaxation.links[i]];
        if (source.limit != LINK_NONE)
            add_limit(p, LIST_AT(&p->plan->limits, struct plan_limit, source.limit), source.is_most,
                      timeline_span(answer->relaxation.amounts[i], p->scratch));
    }
    builder_add_c(p->out, "</ul>\n");
}

static void add_lede(struct time_page *p)
{
    const struct plan_answer *answer = &p->timetable->answer;
    size_t count = p->plan->limits.count;
    if (count == 0)
        builder_add_c(p->out, "<p class=\"lede\">There is no limit in it.</p>\n");
    else if (answer->is_possible)
        builder_print(p->out,
                      "<p class=\"lede\"><span class=\"good\">✓ %.*s</span>; the last "
                      "event comes on <b>%.*s</b> at the earliest.</p>\n",
                      STR_ARGS(timetable_met(p->timetable, p->scratch)),
                      STR_ARGS(timeline_date(p->plan, answer->schedule.makespan, p->scratch)));
    else
        builder_print(p->out,
                      "<p class=\"lede\"><span class=\"bad\">✗ %u of %zu limits contradict one "
                      "another</span>, short by <b>%.*s</b>.</p>\n",
                      negative_cycle_clause_links(&answer->network, &answer->cycle), count,
                      STR_ARGS(timeline_span(answer->cycle.sum, p->scratch)));
}

static void add_day(struct time_page *p, const char *head, int64_t minutes)
{
    builder_print(p->out, "<td class=\"d\" data-h=\"%s\">", head);
    add_element(p, "", timeline_date(p->plan, minutes, p->scratch), "</td>");
}

static void add_row(struct time_page *p, const struct timeline_row *row)
{
    const struct schedule *s = &p->timetable->answer.schedule;
    uint32_t number = row->late != LINK_NONE ? row->late : row->early;
    struct str clause = number == LINK_NONE
                            ? STR("")
                            : LIST_AT(&p->plan->limits, struct plan_limit, number)->clause;
    add_element(p, "<tr><th scope=\"row\">", timetable_row_words(row, p->scratch), "");
    if (row->is_in_dispute)
        builder_add_c(p->out, " <span class=\"bad\">! in dispute</span>");
    else if (row->is_critical)
        builder_add_c(p->out, " <span class=\"warn\">* cannot move</span>");
    add_element(p, "</th><td data-h=\"By\">", row->party, "</td>");
    add_day(p, "Earliest start", s->earliest[row->start]);
    add_day(p, "Earliest end", s->earliest[row->end]);
    add_day(p, "Latest end", s->latest[row->end]);
    add_element(p, "<td data-h=\"Clause\">", clause, "</td>");
    add_element(p, "<td class=\"quiet\" data-h=\"Counted\">",
                timeline_rule(p->plan, &p->timetable->answer, row, p->scratch), "</td></tr>\n");
}

static void add_table(struct time_page *p)
{
    builder_add_c(
        p->out, "<h2>All steps</h2>\n<div class=\"scroll\"><table class=\"data steps\"><caption>By "
                "their earliest day</caption><thead><tr><th scope=\"col\">Step</th>"
                "<th scope=\"col\">By</th><th scope=\"col\">Earliest start</th>"
                "<th scope=\"col\">Earliest end</th><th scope=\"col\">Latest end</th>"
                "<th scope=\"col\">Clause</th><th scope=\"col\">How it is counted</th></tr>"
                "</thead>\n<tbody>\n");
    for (size_t i = 0; i < p->timetable->timeline.count; i++)
        add_row(p, &p->timetable->timeline.rows[i]);
    builder_add_c(p->out, "</tbody></table></div>\n");
}

static void add_notes(struct time_page *p)
{
    const struct list *notes = &p->plan->notes;
    if (notes->count == 0)
        return;
    builder_print(p->out, "<details class=\"notes\" open><summary>%zu note%s</summary><ul>\n",
                  notes->count, notes->count == 1 ? "" : "s");
    for (size_t i = 0; i < notes->count; i++)
        add_element(p, "<li>", *LIST_AT(notes, struct str, i), "</li>\n");
    builder_add_c(p->out, "</ul></details>\n");
}

static void add_unread(struct time_page *p)
{
    const struct list *unread = &p->plan->unread;
    if (unread->count == 0)
        return;
    builder_print(p->out, "<details class=\"notes\" open><summary>Not read: %.*s</summary><ul>\n",
                  STR_ARGS(timetable_unread(p->plan, p->scratch)));
    for (size_t i = 0; i < unread->count; i++) {
        const struct plan_unread *one = LIST_AT(unread, struct plan_unread, i);
        add_element(p, "<li>", one->phrase, "");
        builder_print(p->out, " <span class=\"quiet\">line %zu</span></li>\n", one->line);
    }
    builder_add_c(p->out, "</ul></details>\n");
}

static const char how_to_read[] =
    "<footer>Solid: a step at its earliest. Hatched: it may still be later, up to the "
    "bar. Dashed: nothing bounds it. * cannot move, ! is part of a contradiction.</footer>\n";

static void add_sections(struct time_page *p,
                         void (*picture)(const struct timetable_answer *, struct builder *))
{
    if (!p->timetable->answer.is_possible)
        add_contradiction(p);
    builder_add_c(p->out, "<h2>The picture</h2>\n<figure>");
    picture(p->timetable, p->out);
    builder_add_c(p->out, "</figure>\n");
    add_table(p);
    add_unread(p);
    add_notes(p);
    builder_add_c(p->out, how_to_read);
}

void timetable_page_lede(const struct timetable_answer *timetable, struct builder *out)
{
    struct time_page p = {timetable, &timetable->plan, out, arena_open()};
    add_lede(&p);
    arena_close(p.scratch);
}

void timetable_page_sections(const struct timetable_answer *timetable, struct builder *out)
{
    struct time_page p = {timetable, &timetable->plan, out, arena_open()};
    add_sections(&p, timetable_bare_picture);
    arena_close(p.scratch);
}

void timetable_page(const struct timetable_answer *timetable, struct builder *out)
{
    struct time_page p = {timetable, &timetable->plan, out, arena_open()};
    struct page_head head = {.title = STR("Timetable"),
                             .kind = STR("Steps and time limits"),
                             .style = timetable_page_css};
    page_begin(out, &head);
    add_lede(&p);
    builder_add_c(out, "</header>\n<main class=\"wrap report\">\n");
    add_sections(&p, timetable_picture);
    builder_add_c(out, "</main>\n");
    page_end(out, STR(""));
    arena_close(p.scratch);
}
