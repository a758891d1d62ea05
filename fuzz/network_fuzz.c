// SPDX-License-Identifier: Apache-2.0
// Property: whatever network is read, the verdict is that of a plain twin (Floyd and Warshall), and
// every answer has a proof.
#include "exchange/time_network/network_read.h"
#include "timetable/negative_cycle.h"
#include "timetable/proof.h"
#include "timetable/repair.h"
#include "timetable/schedule.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define EVENTS 16
#define NEVER (INT64_MAX / 4)

static bool twin_is_possible(const struct network *network)
{
    int64_t d[EVENTS][EVENTS];
    for (uint32_t i = 0; i < EVENTS; i++)
        for (uint32_t j = 0; j < EVENTS; j++)
            d[i][j] = i == j ? 0 : NEVER;
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        if (link->most < d[link->from][link->to])
            d[link->from][link->to] = link->most;
    }
    for (uint32_t k = 0; k < network->events; k++)
        for (uint32_t i = 0; i < network->events; i++)
            for (uint32_t j = 0; j < network->events; j++) {
                if (d[i][k] < NEVER && d[k][j] < NEVER && d[i][k] + d[k][j] < d[i][j])
                    d[i][j] = d[i][k] + d[k][j];
                if (i == j && d[i][i] < 0)
                    return false;
            }
    return true;
}

static void demand(bool truth)
{
    if (!truth)
        abort();
}

static void check_instance(const struct network_instance *instance, struct arena *arena)
{
    const struct network *network = &instance->network;
    struct budget budget = budget_unlimited();
    struct error error;
    struct settled settled;
    demand(network_settle(network, true, &budget, arena, &settled, &error));
    if (network->events <= EVENTS)
        demand((settled.broken_count == 0) == twin_is_possible(network));
    if (settled.broken_count == 0) {
        for (int end = SCHEDULE_OPEN; end <= SCHEDULE_LAST_EVENT; end++) {
            struct schedule schedule;
            schedule_make(network, &settled, (enum schedule_end)end, arena, &schedule);
            demand(!proof_of_schedule(network, (enum schedule_end)end, &schedule));
        }
        return;
    }
    struct negative_cycle cycle;
    demand(negative_cycle_fewest(network, &settled, &budget, arena, &cycle, &error));
    demand(!proof_of_negative_cycle(network, &cycle));
    struct relaxation relaxation;
    demand(repair_relax(network, &settled, &budget, arena, &relaxation, &error));
    demand(relaxation.is_possible && !proof_of_relaxation(network, &relaxation));
    budget.steps_left = 20000;
    struct dropping dropping;
    repair_drop(network, DROP_CLAUSES, &budget, arena, &dropping);
    demand(dropping.at_least <= dropping.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct input_limits limits = input_limits_default;
    limits.network_events = 2000;
    struct network_instances instances;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (network_read(STR("fuzz.tsv"), text, &limits, arena, &instances, &error))
        for (size_t i = 0; i < instances.count; i++)
            check_instance(&instances.items[i], arena);
    arena_close(arena);
    return 0;
}
