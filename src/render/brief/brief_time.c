// SPDX-License-Identifier: Apache-2.0
// The part of the page that is about time: next steps, or the limits that contradict.
#include "render/brief/brief_parts.h"

#include <inttypes.h>

// Minutes as days and hours.
static struct str slack_of(const struct timetable_answer *t, const struct timeline_row *row,
                           struct arena *arena)
{
    const struct schedule *s = &t->answer.schedule;
    if (row->is_critical)
        return STR("none");
    if (s->latest[row->end] == TIME_UNBOUNDED || s->earliest[row->end] == -TIME_UNBOUNDED)
        return STR("open");
    int64_t minutes = s->latest[row->end] - s->earliest[row->end];
    int64_t days = minutes / DAY_MINUTES;
    int64_t hours = minutes % DAY_MINUTES / 60;
    if (hours == 0)
        return arena_print(arena, "%" PRId64 " day%s", days, days == 1 ? "" : "s");
    return arena_print(arena, "%" PRId64 " days %" PRId64 " hours", days, hours);
}

static struct str time_of(const struct timetable_answer *t, int64_t minutes, const char *unbounded,
                          struct arena *arena)
{
    if (minutes == TIME_UNBOUNDED || minutes == -TIME_UNBOUNDED)
        return str_of(unbounded);
    return timeline_date(&t->plan, minutes, arena);
}

static void add_step(struct report *report, const struct timetable_answer *t,
                     const struct timeline_row *row)
{
    const struct schedule *s = &t->answer.schedule;
    struct arena *arena = report->arena;
    report_cell(report, "%.*s", STR_ARGS(row->title.length > 0 ? row->title : row->name));
    report_cell(report, "%.*s", STR_ARGS(time_of(t, s->earliest[row->end], "", arena)));
    report_cell(report, "%.*s", STR_ARGS(time_of(t, s->latest[row->end], "open", arena)));
    report_cell(report, "%.*s", STR_ARGS(slack_of(t, row, arena)));
}

void brief_add_steps(const struct timetable_answer *t, struct report *report)
{
    size_t shown = 0;
    for (size_t i = 0; i < t->timeline.count && shown < BRIEF_STEPS; i++) {
        const struct timeline_row *row = &t->timeline.rows[i];
        if (t->has_from && !timetable_is_next(t, row))
            continue;
        if (shown == 0)
            report_table(report, t->answer.is_possible ? "Next steps|Earliest|Latest|Slack"
                                                       : "Next steps, once that is given|Earliest|"
                                                         "Latest|Slack");
        add_step(report, t, row);
        shown++;
    }
}

// A verdict, then the limits, each with its words behind it.
void brief_add_contradiction(const struct timetable_answer *t, struct report *report)
{
    const struct plan_answer *answer = &t->answer;
    struct arena *arena = report->arena;
    report_paragraph(report, TONE_BAD, "%u limits contradict, short by %.*s:",
                     negative_cycle_clause_links(&answer->network, &answer->cycle),
                     STR_ARGS(timeline_span(answer->cycle.sum, arena)));
    for (uint32_t i = 0; i < answer->cycle.count; i++) {
        struct plan_link source = answer->links[answer->cycle.links[i]];
        const struct plan_limit *limit = LIST_AT(&t->plan.limits, struct plan_limit, source.limit);
        struct str words = limit->phrase.length > 0
                               ? arena_print(arena, ": \"%.*s\"", STR_ARGS(limit->phrase))
                               : STR("");
        report_item(report, TONE_PLAIN, "%.*s  (%.*s)%.*s",
                    STR_ARGS(timeline_says(&t->plan, limit, source.is_most, arena)),
                    STR_ARGS(timeline_place(limit, arena)), STR_ARGS(words));
    }
}
