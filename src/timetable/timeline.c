// SPDX-License-Identifier: Apache-2.0
#include "timetable/timeline.h"

#include <stdlib.h>

struct str timeline_date(const struct plan *plan, int64_t minutes, struct arena *arena)
{
    if (minutes == TIME_UNBOUNDED || minutes == -TIME_UNBOUNDED)
        return STR("open");
    bool has_time = minutes % DAY_MINUTES != 0;
    if (plan->has_origin)
        return moment_print(arena, plan->origin + minutes, has_time);
    if (!has_time)
        return arena_print(arena, "day %lld", (long long)(minutes / DAY_MINUTES));
    return arena_print(arena, "day %lld + %.*s", (long long)(minutes / DAY_MINUTES),
                       STR_ARGS(timeline_span(minutes % DAY_MINUTES, arena)));
}

static void add_amount(struct builder *out, int64_t amount, const char *unit)
{
    if (amount == 0)
        return;
    if (builder_str(out).length > 0)
        builder_add_byte(out, ' ');
    builder_print(out, "%lld %s%s", (long long)amount, unit, amount == 1 ? "" : "s");
}

struct str timeline_span(int64_t minutes, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (minutes < 0)
        minutes = -minutes;
    add_amount(&out, minutes / DAY_MINUTES, "day");
    add_amount(&out, minutes % DAY_MINUTES / 60, "hour");
    add_amount(&out, minutes % 60, "minute");
    return out.length > 0 ? builder_str(&out) : STR("0 days");
}

static struct str period_words(const struct period *period, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_amount(&out, period->months / 12, "year");
    add_amount(&out, period->months % 12, "month");
    add_amount(&out, period->days, "day");
    add_amount(&out, period->working_days, "working day");
    add_amount(&out, period->clear_days, "clear day");
    add_amount(&out, period->minutes / 60, "hour");
    add_amount(&out, period->minutes % 60, "minute");
    if (period->last == PERIOD_FIRST_OF_MONTH)
        builder_print(&out, "%sthe first day of month %lld", out.length > 0 ? " to " : "",
                      (long long)period->firsts);
    return builder_str(&out);
}

#define TITLE_BYTES 44 // a title longer than this is cut where a sentence names it

// The last place up to `most` where a word ends.
static size_t word_end(struct str text, size_t most)
{
    size_t end = most;
    while (end > 0 && text.bytes[end] != ' ')
        end--;
    while (end > 0 && (text.bytes[end - 1] == ',' || text.bytes[end - 1] == ' '))
        end--;
    for (; end == 0 && most > 0 && ((unsigned char)text.bytes[most] & 0xC0) == 0x80; most--)
        ; // one long word: not in the middle of a character
    return end > 0 ? end : most;
}

struct str timeline_event(const struct plan *plan, uint32_t event, struct arena *arena)
{
    const struct plan_step *step = plan_step_of(plan, event);
    struct str name = names_at(plan->events, event);
    if (!step || step->title.length == 0 || str_equal(step->title, step->name))
        return name;
    const char *side = str_equal(step->name, name)          ? ""
                       : str_ends_with(name, STR(".start")) ? "start of "
                       : str_ends_with(name, STR(".end"))   ? "end of "
                                                            : "";
    struct str title = step->title;
    bool is_long = title.length > TITLE_BYTES;
    if (is_long)
        title = str_slice(title, 0, word_end(title, TITLE_BYTES));
    return arena_print(arena, "%s\"%.*s%s\"", side, STR_ARGS(title), is_long ? "…" : "");
}

struct str timeline_says(const struct plan *plan, const struct plan_limit *limit, bool is_most,
                         struct arena *arena)
{
    const struct plan_bound *bound = is_most ? &limit->most : &limit->least;
    struct str event = timeline_event(plan, limit->event, arena);
    if (bound->kind == BOUND_DATE)
        return arena_print(
            arena, "%.*s %s %.*s", STR_ARGS(event),
            limit->least.kind == BOUND_DATE && limit->most.kind == BOUND_DATE &&
                    limit->least.date == limit->most.date
                ? "on"
            : is_most ? "by"
                      : "not before",
            STR_ARGS(moment_print(arena, bound->date, bound->date % DAY_MINUTES != 0)));
    struct str reference = timeline_event(plan, limit->reference, arena);
    struct str words = period_words(&bound->period, arena);
    if (words.length == 0)
        return arena_print(arena, "%.*s %s %.*s", STR_ARGS(event),
                           is_most ? "no later than" : "not before", STR_ARGS(reference));
    bool is_back = bound->period.is_back;
    return arena_print(arena, "%.*s %s %.*s %s %.*s", STR_ARGS(event),
                       is_most != is_back ? "at most" : "at least", STR_ARGS(words),
                       is_back ? "before" : "after", STR_ARGS(reference));
}

static bool is_same_period(const struct plan_limit *limit)
{
    return limit->least.kind == BOUND_PERIOD && limit->most.kind == BOUND_PERIOD &&
           period_equal(&limit->least.period, &limit->most.period);
}

static bool is_nothing(const struct period *period)
{
    static const struct period nothing = {0};
    return period_equal(period, &nothing);
}

// The two sides in one phrase; empty when it takes two.
static struct str both_sides(const struct plan *plan, const struct plan_limit *limit,
                             struct arena *arena)
{
    bool is_within = limit->least.kind == BOUND_PERIOD && limit->most.kind == BOUND_PERIOD &&
                     is_nothing(&limit->least.period) && !limit->most.period.is_back;
    if (!is_within && !is_same_period(limit))
        return (struct str){0};
    struct str event = timeline_event(plan, limit->event, arena);
    struct str reference = timeline_event(plan, limit->reference, arena);
    struct str words = period_words(&limit->most.period, arena);
    if (words.length == 0)
        return arena_print(arena, "%.*s together with %.*s", STR_ARGS(event), STR_ARGS(reference));
    return arena_print(arena, "%.*s %s%.*s %s %.*s", STR_ARGS(event), is_within ? "within " : "",
                       STR_ARGS(words), limit->most.period.is_back ? "before" : "after",
                       STR_ARGS(reference));
}

struct str timeline_limit(const struct plan *plan, const struct plan_limit *limit,
                          struct arena *arena)
{
    struct str both = both_sides(plan, limit, arena);
    bool is_date_on = limit->least.kind == BOUND_DATE && limit->most.kind == BOUND_DATE &&
                      limit->least.date == limit->most.date;
    if (both.length > 0)
        return both;
    if (limit->most.kind == BOUND_NONE)
        return timeline_says(plan, limit, false, arena);
    if (limit->least.kind == BOUND_NONE || is_date_on)
        return timeline_says(plan, limit, true, arena);
    return arena_print(arena, "%.*s; %.*s", STR_ARGS(timeline_says(plan, limit, false, arena)),
                       STR_ARGS(timeline_says(plan, limit, true, arena)));
}

struct str timeline_place(const struct plan_limit *limit, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (limit->kind == PLAN_STRUCTURAL)
        return STR("a step does not end before it starts");
    if (limit->clause.length > 0)
        builder_print(&out, "clause %.*s", STR_ARGS(limit->clause));
    if (limit->party.length > 0)
        builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "", STR_ARGS(limit->party));
    if (limit->file.length > 0)
        builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "", STR_ARGS(limit->file));
    if (limit->line > 0)
        builder_print(&out, " line %zu", limit->line);
    return builder_str(&out);
}

struct str timeline_rule(const struct plan *plan, const struct plan_answer *answer,
                         const struct timeline_row *row, struct arena *arena)
{
    uint32_t number = row->late != LINK_NONE ? row->late : row->early;
    if (number == LINK_NONE)
        return STR("");
    const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, number);
    bool is_late = row->late != LINK_NONE;
    const struct plan_bound *bound = is_late ? &limit->most : &limit->least;
    const int64_t *times = is_late ? answer->schedule.latest : answer->schedule.earliest;
    struct due due;
    struct error error;
    if (bound->kind != BOUND_PERIOD || limit->event != row->end ||
        times[limit->reference] == TIME_UNBOUNDED || times[limit->reference] == -TIME_UNBOUNDED ||
        !plan_due(plan, limit, bound, times[limit->reference], &due, &error))
        return STR("");
    const struct rules *rules = plan_rules(plan, limit);
    return arena_print(arena, "%s: %.*s", rules->name,
                       STR_ARGS(rules_why(rules, &bound->period, &due, arena)));
}

// What links say about each event: which limit holds it back, which it must not overrun.
struct reasons {
    uint32_t *early;
    uint32_t *late;
    bool *is_in_dispute;
};

static struct reasons reasons_find(const struct plan_answer *answer, struct arena *arena)
{
    const struct network *network = &answer->network;
    const int64_t *earliest = answer->schedule.earliest;
    const int64_t *latest = answer->schedule.latest;
    struct reasons r = {
        ARENA_ARRAY(arena, uint32_t, network->events),
        ARENA_ARRAY(arena, uint32_t, network->events),
        ARENA_ARRAY(arena, bool, network->events),
    };
    for (uint32_t e = 0; e < network->events; e++)
        r.early[e] = r.late[e] = LINK_NONE;
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        uint32_t limit = answer->links[i].limit;
        if (limit == LINK_NONE)
            continue;
        if (r.early[link->from] == LINK_NONE && earliest[link->to] != -TIME_UNBOUNDED &&
            // At the origin an event stands by itself, unless a date puts it there.
            (earliest[link->from] != 0 || link->to == 0) &&
            earliest[link->from] == earliest[link->to] - link->most)
            r.early[link->from] = limit;
        if (r.late[link->to] == LINK_NONE && latest[link->from] != TIME_UNBOUNDED &&
            latest[link->to] == latest[link->from] + link->most)
            r.late[link->to] = limit;
    }
    for (uint32_t i = 0; i < answer->cycle.count; i++)
        r.is_in_dispute[network->links[answer->cycle.links[i]].from] = true;
    return r;
}

static struct timeline_row row_of(const struct plan *plan, const struct plan_answer *answer,
                                  const struct reasons *reasons, uint32_t start, uint32_t end)
{
    const int64_t *earliest = answer->schedule.earliest;
    const int64_t *latest = answer->schedule.latest;
    struct str name = names_at(plan->events, start);
    if (start != end && str_ends_with(name, STR(".start")))
        name = str_slice(name, 0, name.length - 6);
    const struct plan_step *whole = plan_step_called(plan, name);
    const struct plan_step *step = whole ? whole : plan_step_of(plan, start);
    bool is_in_dispute = reasons->is_in_dispute[start] || reasons->is_in_dispute[end];
    return (struct timeline_row){
        .name = name,
        .title = step ? step->title : (struct str){0},
        .party = step ? step->party : (struct str){0},
        .start = start,
        .end = end,
        .is_critical = earliest[start] == latest[start] && earliest[end] == latest[end],
        .is_in_dispute = is_in_dispute,
        .is_loose = !is_in_dispute && reasons->early[end] == LINK_NONE &&
                    reasons->early[start] == LINK_NONE && latest[end] == TIME_UNBOUNDED,
        .early = reasons->early[end],
        .late = reasons->late[end],
    };
}

struct sorted_row {
    int64_t time;
    struct timeline_row row;
};

static int compare_rows(const void *a, const void *b)
{
    const struct sorted_row *x = a;
    const struct sorted_row *y = b;
    if (x->row.is_loose != y->row.is_loose)
        return x->row.is_loose ? 1 : -1;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return str_compare(x->row.name, y->row.name);
}

static void widen_span(struct timeline *timeline, int64_t time)
{
    if (time == TIME_UNBOUNDED || time == -TIME_UNBOUNDED)
        return;
    timeline->first = time < timeline->first ? time : timeline->first;
    timeline->last = time > timeline->last ? time : timeline->last;
}

void timeline_make(const struct plan *plan, const struct plan_answer *answer, struct arena *arena,
                   struct timeline *timeline)
{
    uint32_t events = names_count(plan->events);
    const int64_t *earliest = answer->schedule.earliest;
    struct arena *scratch = arena_open();
    struct reasons reasons = reasons_find(answer, scratch);
    struct sorted_row *sorted = ARENA_ARRAY(scratch, struct sorted_row, events);
    *timeline = (struct timeline){0};
    for (uint32_t e = 1; e < events; e++) {
        if (plan_start_of(plan, e) != e)
            continue;
        uint32_t end = plan_end_of(plan, e);
        sorted[timeline->count++] =
            (struct sorted_row){earliest[e], row_of(plan, answer, &reasons, e, end)};
        widen_span(timeline, earliest[e]);
        widen_span(timeline, earliest[end]);
        widen_span(timeline, answer->schedule.latest[end]);
    }
    qsort(sorted, timeline->count, sizeof *sorted, compare_rows);
    struct timeline_row *rows = ARENA_ARRAY(arena, struct timeline_row, timeline->count);
    for (size_t i = 0; i < timeline->count; i++)
        rows[i] = sorted[i].row;
    timeline->rows = rows;
    arena_close(scratch);
}
