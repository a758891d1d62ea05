// SPDX-License-Identifier: Apache-2.0
#include "answers/rivals_answer.h"

uint32_t rivals_pair_concessions(const struct rivals_pair *pair, bool *is_found)
{
    const struct rival_meetings *meetings = &pair->meetings;
    uint32_t count = 0;
    *is_found = true;
    for (uint32_t m = 0; m < meetings->count; m++) {
        count += meetings->items[m].count;
        *is_found = *is_found && meetings->items[m].way_count > 0;
    }
    return count;
}
