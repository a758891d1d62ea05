// SPDX-License-Identifier: Apache-2.0
#include "twin.h"

struct twin_distances twin_distances(const struct network *network)
{
    struct twin_distances d;
    for (uint32_t i = 0; i < TWIN_EVENTS; i++)
        for (uint32_t j = 0; j < TWIN_EVENTS; j++)
            d.between[i][j] = i == j ? 0 : TWIN_NEVER;
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        if (link->most < d.between[link->from][link->to])
            d.between[link->from][link->to] = link->most;
    }
    for (uint32_t k = 0; k < network->events; k++)
        for (uint32_t i = 0; i < network->events; i++)
            for (uint32_t j = 0; j < network->events; j++) {
                int64_t a = d.between[i][k];
                int64_t b = d.between[k][j];
                if (a < TWIN_NEVER && b < TWIN_NEVER && a + b < d.between[i][j])
                    d.between[i][j] = a + b;
            }
    return d;
}

bool twin_is_possible(const struct network *network)
{
    struct twin_distances d = twin_distances(network);
    for (uint32_t i = 0; i < network->events; i++)
        if (d.between[i][i] < 0)
            return false;
    return true;
}

struct tour {
    const struct network *network;
    struct twin_cycles found;
    uint32_t start;
    bool is_passed[TWIN_EVENTS];
};

// Cycles are counted from their lowest event.
static void tour_on(struct tour *tour, uint32_t event, int64_t sum, uint32_t clauses)
{
    for (uint32_t i = 0; i < tour->network->count; i++) {
        const struct link *link = &tour->network->links[i];
        if (link->from != event || link->to < tour->start)
            continue;
        uint32_t with = clauses + (link->clause != LINK_STRUCTURAL);
        if (link->to == tour->start && sum + link->most < 0) {
            tour->found.count++;
            if (with < tour->found.fewest)
                tour->found.fewest = with;
        }
        if (link->to == tour->start || tour->is_passed[link->to])
            continue;
        tour->is_passed[link->to] = true;
        tour_on(tour, link->to, sum + link->most, with);
        tour->is_passed[link->to] = false;
    }
}

struct twin_cycles twin_cycles(const struct network *network)
{
    struct tour tour = {.network = network, .found = {0, UINT32_MAX}};
    for (tour.start = 0; tour.start < network->events; tour.start++)
        tour_on(&tour, tour.start, 0, 0);
    return tour.found;
}

uint32_t twin_fewest_drops(const struct network *network)
{
    uint32_t fewest = network->count;
    for (uint32_t set = 0; set < 1u << network->count; set++) {
        struct link links[16];
        struct network left = {network->events, links, 0};
        bool is_allowed = true;
        for (uint32_t i = 0; i < network->count; i++)
            if ((set >> i & 1) == 0)
                links[left.count++] = network->links[i];
            else
                is_allowed = is_allowed && network->links[i].clause != LINK_STRUCTURAL;
        uint32_t dropped = network->count - left.count;
        if (is_allowed && dropped < fewest && twin_is_possible(&left))
            fewest = dropped;
    }
    return fewest;
}

struct network twin_network(struct tap_random *random)
{
    uint32_t events = 2 + tap_random_below(random, TWIN_EVENTS - 2);
    uint32_t count = tap_random_below(random, events * 2) + 1;
    struct link *links = ARENA_ARRAY(tap_arena(), struct link, count);
    for (uint32_t i = 0; i < count; i++)
        links[i] = (struct link){
            .from = tap_random_below(random, events),
            .to = tap_random_below(random, events),
            .most = (int64_t)tap_random_below(random, 30) - 8,
            .clause = tap_random_below(random, 8) == 0 ? LINK_STRUCTURAL : i,
        };
    return (struct network){events, links, count};
}
