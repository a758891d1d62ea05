// SPDX-License-Identifier: Apache-2.0
#include "timetable/network.h"

int64_t network_most(uint32_t events)
{
    return ((int64_t)1 << 60) / ((int64_t)events + 2);
}

uint32_t network_check(const struct network *network)
{
    int64_t most = network_most(network->events);
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = &network->links[i];
        if (link->from >= network->events || link->to >= network->events || link->most > most ||
            link->most < -most)
            return i;
    }
    return LINK_NONE;
}
