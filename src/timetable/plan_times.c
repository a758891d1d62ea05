// SPDX-License-Identifier: Apache-2.0
#include "timetable/plan_times.h"

// Sweeps beyond one for each event, before times that keep moving are taken to move for ever.
#define SWEEPS 2000
// The length of a period changes by less than this from one day to another: months by three days,
// and ends that move by a stretch of holidays.
#define LENGTH_VARIES (40 * DAY_MINUTES)

struct moving {
    const struct plan *plan;
    const struct plan_windows *windows;
    struct budget *budget;
    struct error *error;
    bool has_moved;
};

bool plan_length_at(const struct plan *plan, const struct plan_limit *limit,
                    const struct plan_bound *bound, int64_t reference, int64_t *length,
                    struct error *error)
{
    struct due due;
    if (!plan_due(plan, limit, bound, reference, &due, error))
        return false;
    int64_t from = plan->origin + reference;
    if (!due.has_time)
        from -= (from % DAY_MINUTES + DAY_MINUTES) % DAY_MINUTES;
    *length = due.minutes - from;
    return true;
}

static bool end_of(const struct moving *m, const struct plan_limit *limit,
                   const struct plan_bound *bound, int64_t reference, int64_t *end)
{
    int64_t length = 0;
    *end = reference;
    if (!budget_spend(m->budget, 1))
        return budget_stopped(m->error);
    if (!plan_length_at(m->plan, limit, bound, reference, &length, m->error))
        return false;
    *end = reference + length;
    return true;
}

// How far to go when an end misses its mark: nearly all the way, the last days one by one.
static int64_t stride(int64_t missing)
{
    return missing > LENGTH_VARIES + DAY_MINUTES ? missing - LENGTH_VARIES : DAY_MINUTES;
}

static void raise_low(struct moving *m, uint32_t event, int64_t time)
{
    if (time <= m->windows->low[event])
        return;
    m->windows->low[event] = time;
    m->has_moved = true;
}

static void lower_high(struct moving *m, uint32_t event, int64_t time)
{
    if (time >= m->windows->high[event])
        return;
    m->windows->high[event] = time;
    m->has_moved = true;
}

// event >= least after reference; event <= most after reference, so reference must be late enough.
static bool raise_by(struct moving *m, const struct plan_limit *limit)
{
    const int64_t *low = m->windows->low;
    int64_t end;
    if (limit->least.kind == BOUND_DATE)
        raise_low(m, limit->event, limit->least.date - m->plan->origin);
    if (limit->least.kind == BOUND_PERIOD && low[limit->reference] > -TIME_UNBOUNDED) {
        if (!end_of(m, limit, &limit->least, low[limit->reference], &end))
            return false;
        raise_low(m, limit->event, end);
    }
    if (limit->most.kind != BOUND_PERIOD || low[limit->event] == -TIME_UNBOUNDED)
        return true;
    int64_t reference = low[limit->reference];
    if (reference == -TIME_UNBOUNDED)
        reference = low[limit->event] - LENGTH_VARIES;
    for (;;) {
        if (!end_of(m, limit, &limit->most, reference, &end))
            return false;
        if (end >= low[limit->event])
            break;
        reference += stride(low[limit->event] - end);
    }
    raise_low(m, limit->reference, reference);
    return true;
}

static bool lower_by(struct moving *m, const struct plan_limit *limit)
{
    const int64_t *high = m->windows->high;
    int64_t end;
    if (limit->most.kind == BOUND_DATE)
        lower_high(m, limit->event, limit->most.date - m->plan->origin);
    if (limit->most.kind == BOUND_PERIOD && high[limit->reference] < TIME_UNBOUNDED) {
        if (!end_of(m, limit, &limit->most, high[limit->reference], &end))
            return false;
        lower_high(m, limit->event, end);
    }
    if (limit->least.kind != BOUND_PERIOD || high[limit->event] == TIME_UNBOUNDED)
        return true;
    int64_t reference = high[limit->reference];
    if (reference == TIME_UNBOUNDED) {
        if (!end_of(m, limit, &limit->least, high[limit->event], &end))
            return false;
        reference = 2 * high[limit->event] - end + LENGTH_VARIES;
    }
    for (;;) {
        if (!end_of(m, limit, &limit->least, reference, &end))
            return false;
        if (end <= high[limit->event])
            break;
        reference -= stride(end - high[limit->event]);
    }
    lower_high(m, limit->reference, reference);
    return true;
}

static bool is_crossed(const struct moving *m, uint32_t events)
{
    if (m->windows->low[0] > 0 || m->windows->high[0] < 0)
        return true;
    for (uint32_t e = 0; e < events; e++)
        if (m->windows->low[e] > m->windows->high[e])
            return true;
    return false;
}

static enum plan_times move_all(struct moving *m, const struct link *extra, uint32_t extra_count,
                                bool (*move)(struct moving *m, const struct plan_limit *limit),
                                bool is_raising)
{
    uint32_t events = names_count(m->plan->events);
    for (uint32_t sweep = 0; sweep < events + SWEEPS; sweep++) {
        m->has_moved = false;
        for (size_t i = 0; i < m->plan->limits.count; i++)
            if (!move(m, LIST_AT(&m->plan->limits, struct plan_limit, i)))
                return TIMES_FAILED;
        for (uint32_t i = 0; i < extra_count; i++)
            if (is_raising && m->windows->low[extra[i].to] > -TIME_UNBOUNDED)
                raise_low(m, extra[i].from, m->windows->low[extra[i].to] - extra[i].most);
            else if (!is_raising && m->windows->high[extra[i].from] < TIME_UNBOUNDED)
                lower_high(m, extra[i].to, m->windows->high[extra[i].from] + extra[i].most);
        if (is_crossed(m, events))
            return TIMES_CONTRADICT;
        if (!m->has_moved)
            return TIMES_MET;
    }
    return TIMES_CONTRADICT;
}

enum plan_times plan_times_raise(const struct plan *plan, const struct link *extra,
                                 uint32_t extra_count, const struct plan_windows *windows,
                                 struct budget *budget, struct error *error)
{
    struct moving m = {plan, windows, budget, error, false};
    return move_all(&m, extra, extra_count, raise_by, true);
}

enum plan_times plan_times_lower(const struct plan *plan, const struct link *extra,
                                 uint32_t extra_count, const struct plan_windows *windows,
                                 struct budget *budget, struct error *error)
{
    struct moving m = {plan, windows, budget, error, false};
    return move_all(&m, extra, extra_count, lower_by, false);
}
