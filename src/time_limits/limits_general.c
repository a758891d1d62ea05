// SPDX-License-Identifier: Apache-2.0
// Forms that say so little that they are tried last.
#include "time_limits/limits_grammar.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct limit_form forms[] = {
    // Numbered days that do not say of what
    {"[$start] [(on|from|as of|as from|with effect from|for|in)] [the] [calendar] day (NUM|ORD)",
     LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1, UNIT_DAY, NULL},
    {"[$start] [(on|from|during|over|between|for)] [the] days NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1, UNIT_DAY, NULL},
    {"[$start] (on|from|as of|as from|with effect from|for|in|during) the ORDUNIT", LIMIT_NTH_DAY,
     BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},

    {"[$start] (on|upon|at|from|with) [(the|its|their)] $happening of REF", LIMIT_UPON, BOUNDS_ZERO,
     0, 1, UNIT_DAY, NULL},

    {"(after|following) the (close|passing) of REF", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY,
     NULL},

    {"[(in|by|during|on)] $every DATE", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"[$start] $on the ORD anniversary", LIMIT_NTH_YEAR, BOUNDS_EXACT, LIMIT_IS_IMPLIED, 1,
     UNIT_YEAR, NULL},

    // Thresholds
    {"(less|fewer|shorter) than N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"(more|longer|greater) than N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"(exceeds|exceed|exceeding|exceeded|over|beyond|above|in excess of|upwards of) N",
     LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"(in|within) (under|less than) N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_STRICT | LIMIT_IS_IMPLIED, NO_UNIT},
    {"the (first|initial|opening|final|last) N of REF", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(until|till) REF", LIMIT_UNTIL, BOUNDS_ZERO, LIMIT_WANTS_ACT, NO_UNIT},
    {"under N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},

    {"[(payable|due|terms|at)] net N (from|after|of) REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"[(payable|due|terms|at)] net N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"[(payable|due|terms|at)] net NUM (from|after|of) REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     1, UNIT_DAY, "days, by the custom of trade"},
    {"[(payable|due|terms|at)] net NUM", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1,
     UNIT_DAY, "days, by the custom of trade"},

    // Recurring things that shall be done
    {"daily WORD", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, 1, UNIT_DAY,
     NULL},
    {"weekly WORD", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, 1, UNIT_WEEK,
     NULL},
    {"monthly WORD", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, 1, UNIT_MONTH,
     NULL},
    {"(annual|yearly) WORD", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, 1,
     UNIT_YEAR, NULL},
    {"in equal (monthly|weekly|daily) WORD", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_NEEDS_PLURAL, 1,
     UNIT_MONTH, NULL},
};

const struct limit_form_table limit_general_forms = {forms, sizeof forms / sizeof forms[0]};
