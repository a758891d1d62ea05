// SPDX-License-Identifier: Apache-2.0
#include "time_limits/limits_parts.h"

static void set_bounds(struct limit *limit, bool has_min, int64_t min, bool has_max, int64_t max)
{
    limit->has_min = has_min;
    limit->min = has_min ? min : 0;
    limit->has_max = has_max;
    limit->max = has_max ? max : 0;
}

// least and most are the ends of the quantity; equal unless the text gives a range.
void limits_apply_bounds(struct limit *limit, enum limit_bounds bounds, int64_t least, int64_t most)
{
    switch (bounds) {
    case BOUNDS_NONE:
        set_bounds(limit, false, 0, false, 0);
        break;
    case BOUNDS_ZERO:
        set_bounds(limit, true, 0, true, 0);
        break;
    case BOUNDS_FROM_ZERO:
        set_bounds(limit, true, 0, false, 0);
        break;
    case BOUNDS_TO_ZERO:
        set_bounds(limit, false, 0, true, 0);
        break;
    case BOUNDS_WITHIN:
        set_bounds(limit, true, 0, true, most);
        break;
    case BOUNDS_UP_TO:
        set_bounds(limit, false, 0, true, most);
        break;
    case BOUNDS_EXACT:
        set_bounds(limit, true, least, true, most);
        break;
    case BOUNDS_FROM:
        set_bounds(limit, true, least, false, 0);
        break;
    case BOUNDS_BACK_WITHIN:
        set_bounds(limit, true, -most, true, 0);
        break;
    case BOUNDS_BACK_UP_TO:
        set_bounds(limit, false, 0, true, -least);
        break;
    case BOUNDS_BACK_EXACT:
        set_bounds(limit, true, -most, true, -least);
        break;
    case BOUNDS_BACK_FROM:
        set_bounds(limit, true, -most, false, 0);
        break;
    case BOUNDS_DAY_OF:
        set_bounds(limit, true, least - 1, true, least - 1);
        break;
    case BOUNDS_NEXT:
        set_bounds(limit, true, 1, true, 1);
        break;
    case BOUNDS_PREVIOUS:
        set_bounds(limit, true, -1, true, -1);
        break;
    }
}

bool limits_is_ordinal(enum limit_relation relation)
{
    return relation == LIMIT_NTH_DAY || relation == LIMIT_NTH_MONTH || relation == LIMIT_NTH_YEAR ||
           relation == LIMIT_NTH_DAY_LATEST;
}
