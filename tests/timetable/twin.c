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
