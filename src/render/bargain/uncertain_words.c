// SPDX-License-Identifier: Apache-2.0
#include "render/bargain/uncertain_parts.h"

struct str standing_code(enum standing standing)
{
    switch (standing) {
    case STANDING_SURELY:
        return STR("surely");
    case STANDING_POSSIBLY:
        return STR("possibly");
    case STANDING_NEVER:
        return STR("never");
    case STANDING_OPEN:
        break;
    }
    return STR("open");
}

struct str standing_words(enum standing standing)
{
    return standing == STANDING_SURELY ? STR("for sure") : standing_code(standing);
}
