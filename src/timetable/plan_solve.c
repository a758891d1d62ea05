// SPDX-License-Identifier: Apache-2.0
// From a plan to a network and back.
//
// A limit in months or working days has no fixed length: how long it is depends on when its
// reference falls. Three steps keep the answer exact:
// 1. Loosely: each such limit counts as its loosest length over the time in which its reference can
//    fall. What contradicts then contradicts always. Otherwise the windows found are used again.
// 2. At times: the earliest times are raised until they meet every limit as the calendar counts it
//    from just these times (plan_times.h). If an event would have to pass its latest time, the
//    lengths counted there show the contradiction.
// 3. The latest times are lowered in the same way.
#include "timetable/plan.h"
#include "timetable/plan_times.h"

#define WINDOW_DAYS 1500 // a little over four years holds every kind of month
#define ROUNDS 4

// How the limits are counted.
enum counting { LOOSELY, AT_TIMES };

struct solving {
    const struct plan *plan;
    const struct link *extra;
    uint32_t extra_count;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    uint32_t events;
    int64_t *low;  // by event: its earliest time as far as known
    int64_t *high; // its latest
    struct link *links;
    struct plan_link *sources;
    uint32_t count;
};

static bool is_fixed(const struct rules *rules, const struct plan_bound *bound, bool is_most)
{
    const struct period *p = &bound->period;
    bool moves = is_most && rules->rolls && p->minutes == 0 && !p->is_back;
    return p->months == 0 && p->working_days == 0 && p->last == PERIOD_DAY && !moves &&
           !(p->minutes > 0 && rules->counts_full_hours);
}

static bool length_at(const struct solving *s, const struct plan_limit *limit,
                      const struct plan_bound *bound, int64_t reference, int64_t *length)
{
    return plan_length_at(s->plan, limit, bound, reference, length, s->error);
}

// The loosest length over the window of the reference.
static bool length_over(const struct solving *s, const struct plan_limit *limit,
                        const struct plan_bound *bound, int64_t *length)
{
    int64_t low = s->low[limit->reference];
    int64_t high = s->high[limit->reference];
    bool is_most = bound == &limit->most;
    if (low == -TIME_UNBOUNDED)
        low = high == TIME_UNBOUNDED ? 0 : high - WINDOW_DAYS * DAY_MINUTES;
    if (high == TIME_UNBOUNDED || high - low > WINDOW_DAYS * DAY_MINUTES)
        high = low + WINDOW_DAYS * DAY_MINUTES;
    if (is_fixed(plan_rules(s->plan, limit), bound, is_most))
        high = low;
    for (int64_t t = low; t <= high; t += DAY_MINUTES) {
        int64_t here;
        if (!length_at(s, limit, bound, t, &here))
            return false;
        if (t == low || (is_most ? here > *length : here < *length))
            *length = here;
    }
    return budget_spend(s->budget, 1 + (uint64_t)((high - low) / DAY_MINUTES)) ||
           budget_stopped(s->error);
}

static bool add_link(struct solving *s, uint32_t number, const struct plan_bound *bound,
                     enum counting counting)
{
    const struct plan_limit *limit = LIST_AT(&s->plan->limits, struct plan_limit, number);
    bool is_most = bound == &limit->most;
    int64_t length = bound->date - s->plan->origin;
    uint32_t reference = bound->kind == BOUND_DATE ? 0 : limit->reference;
    if (bound->kind == BOUND_PERIOD) {
        // An event without an earliest time is counted from the origin.
        int64_t low = s->low[reference] == -TIME_UNBOUNDED ? 0 : s->low[reference];
        if (counting == LOOSELY ? !length_over(s, limit, bound, &length)
                                : !length_at(s, limit, bound, low, &length))
            return false;
    }
    s->sources[s->count] = (struct plan_link){number, is_most};
    s->links[s->count++] = (struct link){
        .from = is_most ? reference : limit->event,
        .to = is_most ? limit->event : reference,
        .most = is_most ? length : -length,
        .clause = limit->kind == PLAN_STRUCTURAL ? LINK_STRUCTURAL : number,
    };
    return true;
}

// Counts every limit; the links and their sources are made anew in the arena.
static bool count_limits(struct solving *s, enum counting counting, struct network *network)
{
    size_t room = 2 * s->plan->limits.count + s->extra_count;
    s->links = ARENA_ARRAY(s->arena, struct link, room);
    s->sources = ARENA_ARRAY(s->arena, struct plan_link, room);
    s->count = 0;
    for (uint32_t i = 0; i < s->plan->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&s->plan->limits, struct plan_limit, i);
        if ((limit->least.kind != BOUND_NONE && !add_link(s, i, &limit->least, counting)) ||
            (limit->most.kind != BOUND_NONE && !add_link(s, i, &limit->most, counting)))
            return false;
    }
    for (uint32_t i = 0; i < s->extra_count; i++) {
        s->sources[s->count] = (struct plan_link){LINK_NONE, false};
        s->links[s->count++] = s->extra[i];
    }
    *network = (struct network){s->events, s->links, s->count};
    if (network_check(network) != LINK_NONE)
        return error_set(s->error, TOO_LARGE, "the limits are too long to add up");
    return true;
}

// The times of a network that contradicts, as they would be once it is relaxed: to draw it.
static bool schedule_relaxed(struct solving *s, struct plan_answer *answer)
{
    struct link *links = ARENA_ARRAY(s->arena, struct link, answer->network.count);
    for (uint32_t i = 0; i < answer->network.count; i++)
        links[i] = answer->network.links[i];
    for (uint32_t i = 0; i < answer->relaxation.count; i++)
        links[answer->relaxation.links[i]].most += answer->relaxation.amounts[i];
    struct network relaxed = {s->events, links, answer->network.count};
    struct settled settled;
    if (!network_settle(&relaxed, false, s->budget, s->arena, &settled, s->error))
        return false;
    if (settled.broken_count > 0)
        return error_set(s->error, BAD_INPUT,
                         "steps that are by their nature one after another go round in a circle");
    schedule_make(&relaxed, &settled, SCHEDULE_OPEN, s->arena, &answer->schedule);
    return true;
}

static bool explain(struct solving *s, const struct settled *settled, uint32_t cycles,
                    struct plan_answer *answer)
{
    struct budget *budget = s->budget;
    if (!negative_cycle_fewest(&answer->network, settled, budget, s->arena, &answer->cycle,
                               s->error) ||
        !repair_relax(&answer->network, settled, budget, s->arena, &answer->relaxation, s->error))
        return false;
    struct budget share = *budget;
    share.steps_left = share.steps_left > 10000000 ? 10000000 : share.steps_left;
    repair_drop(&answer->network, DROP_CLAUSES, &share, s->arena, &answer->dropping);
    if (cycles > 0)
        negative_cycle_all(&answer->network, settled, UINT32_MAX, cycles, &share, s->arena,
                           &answer->cycles);
    return schedule_relaxed(s, answer);
}

// Counts the limits and settles them. When they contradict, *answer is finished.
static bool attempt(struct solving *s, enum counting counting, uint32_t cycles,
                    struct settled *settled, struct plan_answer *answer)
{
    if (!count_limits(s, counting, &answer->network) ||
        !network_settle(&answer->network, true, s->budget, s->arena, settled, s->error))
        return false;
    answer->links = s->sources;
    answer->is_possible = settled->broken_count == 0;
    answer->is_counted_at_times = counting == AT_TIMES && !answer->is_possible;
    return answer->is_possible || explain(s, settled, cycles, answer);
}

static bool keep_times(const int64_t *found, uint32_t count, int64_t *known)
{
    bool is_same = true;
    for (uint32_t e = 0; e < count; e++) {
        is_same = is_same && known[e] == found[e];
        known[e] = found[e];
    }
    return is_same;
}

static bool is_all_fixed(const struct plan *plan)
{
    for (size_t i = 0; i < plan->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
        const struct rules *rules = plan_rules(plan, limit);
        if ((limit->least.kind == BOUND_PERIOD && !is_fixed(rules, &limit->least, false)) ||
            (limit->most.kind == BOUND_PERIOD && !is_fixed(rules, &limit->most, true)))
            return false;
    }
    return true;
}

// Steps 2 and 3 for a plan whose limits depend on the calendar.
static bool solve_in_calendar(struct solving *s, uint32_t cycles, struct plan_answer *answer)
{
    struct settled settled;
    for (int round = 0; round < ROUNDS; round++) {
        if (!attempt(s, LOOSELY, cycles, &settled, answer))
            return false;
        if (!answer->is_possible)
            return true;
        schedule_make(&answer->network, &settled, SCHEDULE_OPEN, s->arena, &answer->schedule);
        bool is_same = keep_times(answer->schedule.earliest, s->events, s->low);
        is_same = keep_times(answer->schedule.latest, s->events, s->high) && is_same;
        if (is_same)
            break;
    }
    struct plan_windows windows = {s->low, s->high};
    enum plan_times times =
        plan_times_raise(s->plan, s->extra, s->extra_count, &windows, s->budget, s->error);
    if (times == TIMES_FAILED || !attempt(s, AT_TIMES, cycles, &settled, answer))
        return false;
    if (!answer->is_possible)
        return true;
    if (times == TIMES_CONTRADICT)
        return error_set(s->error, BAD_INPUT,
                         "limits in months or working days chase one another and nothing bounds "
                         "them; give one of their events a date");
    schedule_make(&answer->network, &settled, SCHEDULE_OPEN, s->arena, &answer->schedule);
    if (plan_times_lower(s->plan, s->extra, s->extra_count, &windows, s->budget, s->error) ==
        TIMES_FAILED)
        return false;
    for (uint32_t e = 0; e < s->events; e++)
        if (s->high[e] < s->low[e])
            s->high[e] = s->low[e];
    answer->schedule.earliest = s->low;
    answer->schedule.latest = s->high;
    return true;
}

bool plan_solve(const struct plan *plan, const struct link *extra, uint32_t extra_count,
                uint32_t cycles, struct budget *budget, struct arena *arena,
                struct plan_answer *answer, struct error *error)
{
    *answer = (struct plan_answer){.is_possible = false};
    uint32_t events = names_count(plan->events);
    struct solving s = {
        .plan = plan,
        .extra = extra,
        .extra_count = extra_count,
        .budget = budget,
        .arena = arena,
        .error = error,
        .events = events,
        .low = ARENA_ARRAY(arena, int64_t, events),
        .high = ARENA_ARRAY(arena, int64_t, events),
    };
    for (uint32_t e = 1; e < events; e++)
        s.high[e] = TIME_UNBOUNDED;
    if (!is_all_fixed(plan))
        return solve_in_calendar(&s, cycles, answer);
    struct settled settled;
    if (!attempt(&s, LOOSELY, cycles, &settled, answer))
        return false;
    if (answer->is_possible)
        schedule_make(&answer->network, &settled, SCHEDULE_OPEN, arena, &answer->schedule);
    return true;
}
