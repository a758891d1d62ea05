// SPDX-License-Identifier: Apache-2.0
#include "time_limits/limit.h"

const char *limit_relation_name(enum limit_relation relation)
{
    static const char *const names[LIMIT_RELATION_COUNT] = {
        [LIMIT_WITHIN_AFTER] = "within_after",
        [LIMIT_WITHIN_BEFORE] = "within_before",
        [LIMIT_NO_LATER_THAN_AFTER] = "no_later_than_after",
        [LIMIT_NO_LATER_THAN_BEFORE] = "no_later_than_before",
        [LIMIT_EXACTLY_AFTER] = "exactly_after",
        [LIMIT_EXACTLY_BEFORE] = "exactly_before",
        [LIMIT_BETWEEN_AFTER] = "between_after",
        [LIMIT_BETWEEN_BEFORE] = "between_before",
        [LIMIT_AT_LEAST_AFTER] = "at_least_after",
        [LIMIT_AT_LEAST_BEFORE] = "at_least_before",
        [LIMIT_NO_EARLIER_THAN_AFTER] = "no_earlier_than_after",
        [LIMIT_NO_EARLIER_THAN_BEFORE] = "no_earlier_than_before",
        [LIMIT_NTH_DAY] = "nth_day",
        [LIMIT_NTH_DAY_LATEST] = "nth_day_latest",
        [LIMIT_NTH_MONTH] = "nth_month",
        [LIMIT_NTH_YEAR] = "nth_year",
        [LIMIT_IMMEDIATELY_AFTER] = "immediately_after",
        [LIMIT_UPON] = "upon",
        [LIMIT_AT] = "at",
        [LIMIT_AFTER] = "after",
        [LIMIT_BEFORE] = "before",
        [LIMIT_BY] = "by",
        [LIMIT_UNTIL] = "until",
        [LIMIT_DURING] = "during",
        [LIMIT_DURATION] = "duration",
        [LIMIT_EXTENSION] = "extension",
        [LIMIT_EVERY] = "every",
        [LIMIT_CONDITION] = "condition",
        [LIMIT_OPEN] = "open",
        [LIMIT_FROM_DATE] = "from_date",
        [LIMIT_ON_DATE] = "on_date",
        [LIMIT_BY_DATE] = "by_date",
        [LIMIT_IN_DATE] = "in_date",
        [LIMIT_BEFORE_DATE] = "before_date",
        [LIMIT_AFTER_DATE] = "after_date",
    };
    return names[relation];
}

const char *limit_binding_name(enum limit_binding binding)
{
    static const char *const names[] = {
        [BINDING_NONE] = "none",     [BINDING_DATE] = "date", [BINDING_SIGNING] = "signing",
        [BINDING_STATED] = "stated", [BINDING_STEP] = "step", [BINDING_IMPLIED] = "implied",
    };
    return names[binding];
}
