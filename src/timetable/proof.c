// SPDX-License-Identifier: Apache-2.0
#include "timetable/proof.h"

const char *proof_of_negative_cycle(const struct network *network,
                                    const struct negative_cycle *cycle)
{
    if (cycle->count == 0)
        return "the circle is empty";
    struct arena *scratch = arena_open();
    bool *is_passed = ARENA_ARRAY(scratch, bool, network->events);
    const char *wrong = NULL;
    int64_t sum = 0;
    uint32_t at = network->links[cycle->links[0]].from;
    uint32_t start = at;
    for (uint32_t i = 0; i < cycle->count && !wrong; i++) {
        const struct link *link = &network->links[cycle->links[i]];
        if (link->from != at)
            wrong = "a link does not begin where the one before it ends";
        else if (is_passed[at])
            wrong = "an event is passed twice";
        is_passed[at] = true;
        at = link->to;
        sum += link->most;
    }
    if (!wrong && at != start)
        wrong = "the circle does not close";
    if (!wrong && (sum != cycle->sum || sum >= 0))
        wrong = "the limits do not add up to the sum below 0";
    arena_close(scratch);
    return wrong;
}

const char *proof_of_times(const struct network *network, const int64_t *times)
{
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        if (times[link->to] - times[link->from] > link->most)
            return "the times break a link";
    }
    return NULL;
}

// Spreads "held in place" over tight links until nothing changes. A link holds its end (for latest
// times) when the start is held; its start (for earliest times) when the end is held. Every pass
// is plain; chains against the order of the links need several.
static bool is_all_held(const struct network *network, const int64_t *times, bool is_latest,
                        bool *is_held)
{
    struct arena *scratch = arena_open();
    uint32_t *first = ARENA_ARRAY(scratch, uint32_t, network->events + 1);
    uint32_t *next = ARENA_ARRAY(scratch, uint32_t, network->count);
    uint32_t *waiting = ARENA_ARRAY(scratch, uint32_t, network->events);
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        uint32_t holder = is_latest ? link->from : link->to;
        next[i] = first[holder];
        first[holder] = i + 1;
    }
    for (uint32_t e = 0; e < network->events; e++)
        if (is_held[e])
            waiting[count++] = e;
    while (count > 0) {
        uint32_t holder = waiting[--count];
        for (uint32_t i = first[holder]; i > 0; i = next[i - 1]) {
            const struct link *link = &network->links[i - 1];
            uint32_t other = is_latest ? link->to : link->from;
            if (is_held[other] || times[link->to] - times[link->from] != link->most)
                continue;
            is_held[other] = true;
            waiting[count++] = other;
        }
    }
    arena_close(scratch);
    for (uint32_t e = 0; e < network->events; e++)
        if (!is_held[e])
            return false;
    return true;
}

// Unbounded times are -TIME_UNBOUNDED or TIME_UNBOUNDED: a link from or to one of them holds as
// long as it does not bound the unbounded.
static const char *proof_of_bounds(const struct network *network, const int64_t *times,
                                   bool is_latest, bool *is_held)
{
    int64_t nowhere = is_latest ? TIME_UNBOUNDED : -TIME_UNBOUNDED;
    struct arena *scratch = arena_open();
    int64_t *finite = ARENA_ARRAY(scratch, int64_t, network->events);
    struct link *links = ARENA_ARRAY(scratch, struct link, network->count);
    struct network bounded = {network->events, links, 0};
    const char *wrong = NULL;
    for (uint32_t e = 0; e < network->events; e++) {
        finite[e] = times[e] == nowhere ? 0 : times[e];
        is_held[e] = is_held[e] || times[e] == nowhere;
    }
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        uint32_t holder = is_latest ? link->from : link->to;
        uint32_t other = is_latest ? link->to : link->from;
        if (times[holder] != nowhere && times[other] == nowhere)
            wrong = "an event that a link bounds is called unbounded";
        if (times[holder] != nowhere && times[other] != nowhere)
            links[bounded.count++] = *link;
    }
    if (!wrong)
        wrong = proof_of_times(&bounded, finite);
    if (!wrong && !is_all_held(&bounded, finite, is_latest, is_held))
        wrong = is_latest ? "an event could be later" : "an event could be earlier";
    arena_close(scratch);
    return wrong;
}

const char *proof_of_schedule(const struct network *network, enum schedule_end end,
                              const struct schedule *schedule)
{
    struct arena *scratch = arena_open();
    bool *is_held = ARENA_ARRAY(scratch, bool, network->events);
    const char *wrong = NULL;
    if (schedule->earliest[0] != 0 || schedule->latest[0] != 0)
        wrong = "the origin is not at 0";
    for (uint32_t e = 0; e < network->events; e++) {
        is_held[e] = e == 0 || (schedule->starts_at_origin && schedule->earliest[e] == 0);
        if (schedule->starts_at_origin && schedule->earliest[e] < 0)
            wrong = "an event lies before the origin";
        if (schedule->latest[e] < schedule->earliest[e])
            wrong = "an event's latest time is before its earliest";
    }
    if (!wrong)
        wrong = proof_of_bounds(network, schedule->earliest, false, is_held);
    uint32_t last = network->events - 1;
    for (uint32_t e = 0; e < network->events; e++)
        is_held[e] = e == 0 || (end == SCHEDULE_LAST_EVENT && e == last &&
                                schedule->latest[e] == schedule->makespan);
    if (!wrong)
        wrong = proof_of_bounds(network, schedule->latest, true, is_held);
    arena_close(scratch);
    return wrong;
}

const char *proof_of_relaxation(const struct network *network, const struct relaxation *relaxation)
{
    struct arena *scratch = arena_open();
    struct link *links = ARENA_ARRAY(scratch, struct link, network->count);
    int64_t *balance = ARENA_ARRAY(scratch, int64_t, network->events);
    int64_t given = 0;
    int64_t cost = 0;
    const char *wrong = NULL;
    for (uint32_t i = 0; i < network->count; i++) {
        int64_t flow = relaxation->flow[i];
        links[i] = network->links[i];
        if (flow < 0 || (flow > 1 && links[i].clause != LINK_STRUCTURAL))
            wrong = "the flow through a link is out of bounds";
        cost += flow * links[i].most;
        balance[links[i].from] -= flow;
        balance[links[i].to] += flow;
    }
    for (uint32_t i = 0; i < relaxation->count; i++) {
        struct link *link = &links[relaxation->links[i]];
        if (relaxation->amounts[i] <= 0 || link->clause == LINK_STRUCTURAL)
            wrong = "a link gives way that cannot";
        link->most += relaxation->amounts[i];
        given += relaxation->amounts[i];
    }
    for (uint32_t e = 0; e < network->events; e++)
        if (balance[e] != 0)
            wrong = "the flow is not a circulation";
    if (!wrong && (given != relaxation->total || cost != -given))
        wrong = "the flow does not prove the total";
    struct network relaxed = {network->events, links, network->count};
    if (!wrong)
        wrong = proof_of_times(&relaxed, relaxation->times);
    arena_close(scratch);
    return wrong;
}
