// SPDX-License-Identifier: Apache-2.0
// A timetable for the terminal.
#include "render/timetable/timetable_parts.h"

#include "base/direction.h"
#include "base/utf8.h"

#define NAME_COLUMNS 34

// The text, cut or filled up to a number of characters.
static void add_cell(struct builder *out, struct str text, size_t columns)
{
    size_t count = 0;
    size_t at = 0;
    size_t last = 0; // where the last character begins
    while (at < text.length && count < columns) {
        size_t bytes;
        utf8_at(text, at, &bytes);
        last = at;
        at += bytes;
        count++;
    }
    bool is_cut = at < text.length;
    builder_add(out, str_slice(text, 0, is_cut ? last : at));
    if (is_cut)
        builder_add_c(out, "~");
    builder_add_spaces(out, columns - count + 2);
}

static void add_row(struct builder *out, const struct timetable_answer *t,
                    const struct timeline_row *row, struct arena *arena)
{
    const struct schedule *s = &t->answer.schedule;
    builder_add_c(out, row->is_in_dispute ? "! " : row->is_critical ? "* " : "  ");
    add_cell(out, timetable_row_title(row), NAME_COLUMNS);
    int64_t start = s->earliest[row->start];
    int64_t latest = s->latest[row->end];
    add_cell(out, timeline_date(&t->plan, start, arena), 10);
    add_cell(out,
             row->start == row->end ? STR("")
                                    : timeline_date(&t->plan, s->earliest[row->end], arena),
             10);
    add_cell(out, timeline_date(&t->plan, latest, arena), 10);
    struct str slack = STR("open");
    if (latest != TIME_UNBOUNDED && s->earliest[row->end] != -TIME_UNBOUNDED)
        slack = timeline_span(latest - s->earliest[row->end], arena);
    add_cell(out, slack, 9);
    builder_add(out, row->party);
    struct str rule = timeline_rule(&t->plan, &t->answer, row, arena);
    if (rule.length > 0)
        builder_print(out, "%s[%.*s]", row->party.length > 0 ? "  " : "", STR_ARGS(rule));
    builder_add_byte(out, '\n');
}

static void add_link(struct builder *out, const struct plan *plan, const struct plan_answer *answer,
                     uint32_t number, struct arena *arena)
{
    struct plan_link source = answer->links[number];
    if (source.limit == LINK_NONE) {
        builder_add_c(out, "    the slip that was asked about\n");
        return;
    }
    const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, source.limit);
    builder_print(out, "    %.*s  (%.*s)\n",
                  STR_ARGS(timeline_says(plan, limit, source.is_most, arena)),
                  STR_ARGS(timeline_place(limit, arena)));
    if (limit->phrase.length > 0)
        builder_print(out, "        \"%.*s\"\n", STR_ARGS(limit->phrase));
}

static void add_cycle(struct builder *out, const struct plan *plan,
                      const struct plan_answer *answer, const struct negative_cycle *cycle,
                      struct arena *arena)
{
    builder_print(out, "%u limits contradict, short by %.*s:\n",
                  negative_cycle_clause_links(&answer->network, cycle),
                  STR_ARGS(timeline_span(cycle->sum, arena)));
    for (uint32_t i = 0; i < cycle->count; i++)
        add_link(out, plan, answer, cycle->links[i], arena);
}

void timetable_print_contradiction(struct builder *out, const struct plan *plan,
                                   const struct plan_answer *answer, struct arena *arena)
{
    add_cycle(out, plan, answer, &answer->cycle, arena);
    if (answer->is_counted_at_times)
        builder_add_c(out, "(months and working days as counted at the times above)\n");
    builder_print(out, "It would do to give %.*s in all:\n",
                  STR_ARGS(timeline_span(answer->relaxation.total, arena)));
    for (uint32_t i = 0; i < answer->relaxation.count; i++) {
        builder_print(out, "  %.*s by\n",
                      STR_ARGS(timeline_span(answer->relaxation.amounts[i], arena)));
        add_link(out, plan, answer, answer->relaxation.links[i], arena);
    }
    for (uint32_t i = 0; i < answer->cycles.count; i++) {
        builder_print(out, "Contradiction %u: ", i + 1);
        add_cycle(out, plan, answer, &answer->cycles.items[i], arena);
    }
}

static void add_delay(struct builder *out, const struct timetable_answer *t, struct arena *arena)
{
    const struct timetable_delay *delay = &t->delay;
    builder_print(out, "\nIf %.*s slips by %.*s, ", STR_ARGS(delay->step),
                  STR_ARGS(timeline_span(delay->by, arena)));
    if (!delay->is_possible) {
        builder_add_c(out, "the limits can no longer be met.\n");
        timetable_print_contradiction(out, &t->plan, &delay->answer, arena);
        return;
    }
    builder_print(out, "%zu events move:\n", delay->move_count);
    for (size_t i = 0; i < delay->move_count; i++) {
        uint32_t event = delay->moves[i].event;
        builder_print(
            out, "    %.*s to %.*s (%.*s later)\n", STR_ARGS(names_at(t->plan.events, event)),
            STR_ARGS(timeline_date(&t->plan, delay->answer.schedule.earliest[event], arena)),
            STR_ARGS(timeline_span(delay->moves[i].by, arena)));
    }
}

static void add_controllability(struct builder *out, const struct timetable_answer *t)
{
    const struct controllability *controllability = &t->controllability;
    if (controllability->is_controllable) {
        builder_add_c(out, "It holds whatever the uncertain durations take.\n");
        return;
    }
    builder_add_c(out, "It can be met, but not whatever the uncertain durations take: one cannot "
                       "wait and be in time at");
    for (uint32_t i = 0; i < controllability->loop_count; i++)
        builder_print(out, "%s %.*s", i > 0 ? "," : "",
                      STR_ARGS(names_at(t->plan.events, controllability->loop[i])));
    builder_add_byte(out, '\n');
}

static void add_head(struct builder *out)
{
    builder_add_c(out, "  ");
    add_cell(out, STR("step"), NAME_COLUMNS);
    add_cell(out, STR("earliest"), 10);
    add_cell(out, STR("to"), 10);
    add_cell(out, STR("latest"), 10);
    add_cell(out, STR("slack"), 9);
    builder_add_c(out, "by  [how the last day is counted]\n");
}

static void add_unread(struct builder *out, const struct plan *plan)
{
    if (plan->unread.count > 0)
        builder_add_c(out, "\nNot read:\n");
    for (size_t i = 0; i < plan->unread.count; i++) {
        const struct plan_unread *unread = LIST_AT(&plan->unread, struct plan_unread, i);
        builder_print(out, "    %.*s:%zu: \"%.*s\"\n", STR_ARGS(unread->file), unread->line,
                      STR_ARGS(unread->phrase));
    }
}

struct str timetable_text(const struct timetable_answer *t, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (t->plan.limits.count == 0)
        builder_print(
            &out, "There is no limit in it%s%.*s%s.\n", t->plan.has_text ? " that was read; " : "",
            STR_ARGS(timetable_unread(&t->plan, arena)), t->plan.has_text ? " besides" : "");
    else if (t->answer.is_possible)
        builder_print(&out, "%.*s; the last event comes on %.*s at the earliest.\n",
                      STR_ARGS(timetable_met(t, arena)),
                      STR_ARGS(timeline_date(&t->plan, t->answer.schedule.makespan, arena)));
    else
        timetable_print_contradiction(&out, &t->plan, &t->answer, arena);
    if (!t->answer.is_possible)
        builder_add_c(&out, "\nThe times once that is given:\n");
    if (t->has_controllability)
        add_controllability(&out, t);
    builder_add_byte(&out, '\n');
    if (t->has_from)
        builder_print(&out, "Next, from %.*s on:\n",
                      STR_ARGS(timeline_date(&t->plan, t->from, arena)));
    add_head(&out);
    for (size_t i = 0; i < t->timeline.count; i++)
        if (!t->has_from || timetable_is_next(t, &t->timeline.rows[i]))
            add_row(&out, t, &t->timeline.rows[i], arena);
    builder_add_c(&out, t->answer.is_possible ? "* nothing can move\n"
                                              : "! in dispute  * nothing can move\n");
    if (t->has_delay)
        add_delay(&out, t, arena);
    add_unread(&out, &t->plan);
    return direction_plain(builder_str(&out), arena);
}

struct str timetable_notes(const struct list *notes, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < notes->count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(*LIST_AT(notes, struct str, i)));
    return direction_plain(builder_str(&out), arena);
}
