// SPDX-License-Identifier: Apache-2.0
// Forms that must be tried before those of limits_grammar.c, whose words they begin with.
#include "time_limits/limits_grammar.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct limit_form forms[] = {
    // Dates that are said of the text itself
    {"(is|are|was) [hereby] (made|entered into|executed|concluded|dated|signed|given) [and "
     "(entered into|executed|concluded|delivered)] [(on|as of|as from|effective as of|effective)] "
     "[this] DATE",
     LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_DATES_TEXT, NO_UNIT},
    {"(made|entered into|executed|concluded|signed) [(on|as of)] this DATE", LIMIT_ON_DATE,
     BOUNDS_NONE, LIMIT_DATES_TEXT, NO_UNIT},
    {"dated [(as of|the|this)] DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
    {"[(the|its)] $dated date [(of REF)] (:|is|means|shall be) DATE", LIMIT_FROM_DATE, BOUNDS_NONE,
     0, NO_UNIT},
    {"[(the|its)] $ended date [(of REF)] (:|is|means|shall be) DATE", LIMIT_ON_DATE, BOUNDS_NONE, 0,
     NO_UNIT},
    {"(by|before|no later than|not later than|on or before) DATE and [(by|on)] DATE [(of|in)] "
     "$every "
     "$yearly year",
     LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"for (a|an|the) [(final|further|additional|new|last|initial|first|interim)] (period|term) "
     "(ending|expiring|terminating|which ends|that ends) [(on|at)] DATE",
     LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(on|at|from) DATE and [on] DATE [(of|in)] $every $yearly year", LIMIT_EVERY, BOUNDS_EXACT, 0,
     1, UNIT_YEAR, NULL},
    {"(on|at|in) DATE [(of|in)] $every $yearly year", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR,
     NULL},
    {"(in|during|by|within|from) the week (of|beginning|commencing|starting) [on] DATE",
     LIMIT_IN_DATE, BOUNDS_NONE, 0, 0, UNIT_NONE, "the week that holds this day"},

    {"(by|before|until|not later than|no later than) the (following|next|ensuing) DATE",
     LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_IS_HALF_SAID, NO_UNIT},
    {"on the (following|next|ensuing) DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_IS_HALF_SAID,
     NO_UNIT},

    // Recurrences that look like numbered days
    {"monthly [[,] [and]] $by_day", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, 1, UNIT_MONTH, NULL},
    {"quarterly [[,] [and]] $by_day", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, 3, UNIT_MONTH,
     NULL},
    {"(annually|yearly) [[,] [and]] $by_day", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, 1,
     UNIT_YEAR, NULL},
    {"at [regular] N intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"[(renew|renews|renewed|renewable|extended|extends)] [automatically] for "
     "[(further|additional|successive|subsequent|consecutive)] N (terms|periods)",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[(at|by|on|before|after|following|on or before|no later than|not later than)] the "
     "(end|beginning|start|first "
     "[(working|business|calendar)] day|last [(working|business|calendar)] day|ORD "
     "[(working|business|calendar)] day|ORD $weekday|first $weekday|last $weekday|ORD) of "
     "(each|every) "
     "$yearly UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, NO_UNIT},

    {"[(at|by|on|before|after|following|on or before|no later than|not later than)] [the] "
     "(end|beginning|start|first [(working|business|calendar)] day|last "
     "[(working|business|calendar)] day|ORD [(working|business|calendar)] day|ORD) of $every DATE "
     "[[,] [and] DATE] [[,] [and] DATE] [[,] [and] DATE]",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, 1, UNIT_YEAR, NULL},

    // Numbered days of a plan
    {"[$start] [(on|from|by|until|before|in|during)] the (morning|afternoon|evening|night|noon) of "
     "the ORDUNIT",
     LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"($nlt|by|before) [the] (end|close) of day (NUM|ORD)", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1, UNIT_DAY, NULL},
    {"($nlt|by|before) the (end|close|morning|evening) of the ORD day", LIMIT_NTH_DAY_LATEST,
     BOUNDS_UP_TO, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1, UNIT_DAY, NULL},
    {"(beyond|past) the ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED | LIMIT_WANTS_NOT, NO_UNIT},
    {"[$start] (on|from|by) (its|their) ORDUNIT", LIMIT_NTH_DAY, BOUNDS_DAY_OF,
     LIMIT_IS_IMPLIED | LIMIT_IS_HALF_SAID, NO_UNIT},
    {"($nlt|by|before) [(on|by)] the ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"[$start] [(on|from|as of|as from|by|with effect from|for)] [the] ORDUNIT of [the] "
     "(following|next|succeeding|subsequent) [calendar] (month|quarter|week|year)",
     LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_HALF_SAID, NO_UNIT},
    {"for [the] ORDUNIT of REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"for [the] ORDUNIT $next REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},

    {"($nlt|by|before|until) [(on|by)] [the] ORDUNIT (after|following|of|from) [the date of] REF",
     LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0, NO_UNIT},

    {"(in|within) (under|less than|fewer than) N [$after REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_STRICT | LIMIT_IS_IMPLIED, NO_UNIT},
    {"in (no|not) (more|longer) than N [$after REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"in (at most|up to|a maximum of) N [$after REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"in N at (most|the most) [$after REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(be|last|remain|take) (no|not) longer than N (after|from|following) REF", LIMIT_DURATION,
     BOUNDS_WITHIN, 0, NO_UNIT},

    {"(in|within|during|over) the N (that|which) (follow|follows|followed) [REF]",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"within $the reasonable (period|time|term|delay) (not exceeding|of not more than|of no more "
     "than|of at most|of up to|not longer than|which shall not exceed) N [$after REF]",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[not] (before|until) [at least] N (has|have) (elapsed|passed|expired|lapsed) [(since|$after) "
     "REF]",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    {"N into REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},

    // Two sides of which one counts
    {"$within the (earlier|later|shorter|longer|lesser|greater|lower|higher|first|last) of $period "
     "N "
     "[$after REF]",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_OF_TWO | LIMIT_IS_IMPLIED, NO_UNIT},
    {"$nlt the (earlier|later|shorter|longer) of $period N [$after REF]", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, LIMIT_OF_TWO | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(on|upon|from|at) the (earlier|later|earliest|latest) of [the] (date|day) $period N $after "
     "REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_OF_TWO, NO_UNIT},
    {"(for|during) the (shorter|longer|lesser|greater) of $period N [$after REF]", LIMIT_DURATION,
     BOUNDS_EXACT, LIMIT_OF_TWO, NO_UNIT},
    {"($nlt|by|until|till|up to|through|on or before) the $earlier of [(on|the)] DATE",
     LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_OF_TWO, NO_UNIT},
    {"(on|upon|at|from|as of|as from|with effect from) the $earlier of DATE", LIMIT_ON_DATE,
     BOUNDS_NONE, LIMIT_OF_TWO, NO_UNIT},
    {"(before|prior to) the $earlier of DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, LIMIT_OF_TWO,
     NO_UNIT},
    {"(after|following) the $earlier of DATE", LIMIT_AFTER_DATE, BOUNDS_NONE,
     LIMIT_OF_TWO | LIMIT_IS_STRICT, NO_UNIT},
    {"($nlt|by|until|till|up to|through|on or before) the $either of [the] ORDUNIT $next REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_OF_TWO, NO_UNIT},
    {"($nlt|by|until|till|up to|through|on or before) the $either of [(the date|the day)] N $next "
     "REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_OF_TWO, NO_UNIT},
    {"(until|till|up to) the $either of EVENT", LIMIT_UNTIL, BOUNDS_ZERO, LIMIT_OF_TWO, NO_UNIT},
    {"($nlt|by|on or before) the $either of EVENT", LIMIT_BY, BOUNDS_TO_ZERO, LIMIT_OF_TWO,
     NO_UNIT},
    {"$net [(on|the)] ORDUNIT $next REF", LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"$net [(on|the)] ORDUNIT", LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED,
     NO_UNIT},

    // Periods whose reference is a clause
    {"$within $period N (when|once|where|of when) CLAUSE", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"(in|during|over|throughout|within) the N (period|term|window) [(immediately|directly|next)] "
     "(after|following|from|beginning on|starting on|beginning with|starting with|starting "
     "from|commencing on) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(in|during|over|throughout|within) the N (period|term|window) [(immediately|directly)] "
     "(before|preceding|prior to|ending on|ending with) REF",
     LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0, NO_UNIT},
    {"as soon as (possible|practicable|feasible) (after|following) $period N [$after REF]",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE,
     "as soon as possible after that"},
    {"for (no|not) (more|longer) than N (after|following|from) REF", LIMIT_DURATION, BOUNDS_WITHIN,
     0, NO_UNIT},
    {"for (up to|a maximum of|at most) N (after|following|from) REF", LIMIT_DURATION, BOUNDS_WITHIN,
     0, NO_UNIT},
    {"N or (more|longer|over|less|fewer|shorter) $next REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"N or (more|longer|over|less|fewer|shorter) $before REF", LIMIT_EXACTLY_BEFORE,
     BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N to the day $next REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},

    // What is due, and for how long
    {"[(is|are|be|remains|remain)] more than N (past|after) [(the|its|their)] (due [date]|payment "
     "date|maturity)",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_STRICT | LIMIT_IS_IMPLIED, 0, UNIT_NONE,
     "counted from the due date"},
    {"N or (more|longer) (overdue|late|in arrears|past due|in delay)", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the due date"},
    {"more than N (overdue|late|in arrears|in delay)", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_STRICT | LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the due date"},
    {"[(at least|not less than)] N (overdue|late|in arrears|past due)", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the due date"},
    {"[(within|payable within|due within)] net N [$after REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(has|have|having|who has|who have) (completed|served|worked) [$atleast] N [of REF]",
     LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(completing|completion of) [$atleast] N of REF", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},

    {"(term|period|duration|validity|deadline|time limit|mandate) [of REF] (is|are|being) [(fixed "
     "at|set at|limited to)] [$atmost] N [(from|after|following|commencing on|starting "
     "on|beginning "
     "on|beginning with) REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"[for] successive (periods|terms) of $atmost N", LIMIT_EVERY, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"[for] successive (periods|terms) of N", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(in|during|over|throughout) (the|its|their) (final|closing) N (of|before) REF",
     LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0, NO_UNIT},
    {"as far in advance [of REF] as (practicable|possible)", LIMIT_OPEN, BOUNDS_NONE,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},

    {"(lasts|lasting|last) [for] (another|a further|an additional) N", LIMIT_DURATION, BOUNDS_EXACT,
     0, NO_UNIT},
    {"(lasts|runs|continues) [for] [(up to|at most|about)] N", LIMIT_DURATION, BOUNDS_EXACT, 0,
     NO_UNIT},

    // Notice
    {"[(after|by|upon|on)] (giving|serving|receiving) [(the|a)] [(at least|not less than|no less "
     "than|a minimum of)] N [(prior|advance|previous|written|formal)] [(prior|written)] notice",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(with|upon|on|by|subject to|giving|given|gives|give|serving) [(the|a)] "
     "[(minimum|prior|advance)] "
     "(period|term) of [(at least|not less than|no less than|a minimum of)] N "
     "[(prior|advance|previous|written|formal)] [(prior|written)] (notice|warning)",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(reduced|shortened|limited|cut|increased|raised|lengthened|set|fixed) (to|at) [a "
     "(period|term) "
     "of] [(at most|not more than)] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"for (another|one further|one more) N [$after REF]", LIMIT_EXTENSION, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},

    // Points in time
    {"at NAMEDDAY", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"(by|before|no later than|not later than) (noon|midnight|[the] close of business) on the "
     "(first|last) day of REF",
     LIMIT_BY, BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"(with effect from|as of|at|on|from) the (end|beginning|start|last day|first day) of (any|a) "
     "[(calendar|financial)] UNIT",
     LIMIT_AT, BOUNDS_ZERO, LIMIT_IS_IMPLIED | LIMIT_IS_HALF_SAID, NO_UNIT},
    {"(upon|on) [(the|a|an|any)] [(written|reasoned|prior|joint|first|duly substantiated|duly "
     "justified)] (request|demand|application|notification|notice|invitation|proposal) "
     "(of|by|from) REF",
     LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"[(at the|at)] latest (on|by|in|before) YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(on or after|from and after|on and after|on and from) [(on|the)] ORDUNIT $next REF",
     LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(on or after|from and after|on and after|on and from) the ORD [such] UNIT",
     LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[(at the|at)] latest (at|on|by|upon) EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"[(at the|at)] latest (within|in) $period N [$after REF]", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[(at the|at)] latest N (after|following|from|of) REF", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, 0, NO_UNIT},
    {"[(at the|at)] latest N (before|prior to) REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO,
     0, NO_UNIT},
    {"(not|never) (before|until) CLAUSE [in (force|effect|place|operation)] for [$period] "
     "[($atleast|a full|full)] N",
     LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"not (before|prior to|until) EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, NO_UNIT},
    {"at the (end|start|beginning) of [(the|each|a)] (lease|tenancy|employment|contract|UNIT)",
     LIMIT_AT, BOUNDS_ZERO, LIMIT_IS_IMPLIED, NO_UNIT},

    // What a word for the length does not part
    {"for the (first|initial|opening|last) N (of|after|following) REF", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"up to N $before REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, 0, UNIT_NONE,
     "may be meant as not earlier than that"},
    {"until N $next REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_WANTS_NOT, NO_UNIT},
    {"(extended|prolonged|renewed|extend|prolong) [(by|for)] (more|longer) than N", LIMIT_EXTENSION,
     BOUNDS_WITHIN, LIMIT_WANTS_NOT | LIMIT_IS_IMPLIED, NO_UNIT},
    {"[$atleast] N (must|shall|should|has to|have to) [first] (pass|elapse|lapse|expire|have "
     "passed|have elapsed|have expired)",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[$atleast] N (past|after|beyond) [(the|its|their|his)] (due date|due|payment date|maturity)",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE,
     "counted from the due date"},
    {"(within|in|during|throughout) the [same] UNIT (in|during|on) which (CLAUSE|REF)",
     LIMIT_DURING, BOUNDS_NONE, 0, NO_UNIT},
    {"[$start] (at|on|by|from|with effect from) the (end|beginning|start|first day|last day) of "
     "the UNIT "
     "(in|during|on) which (CLAUSE|REF)",
     LIMIT_AT, BOUNDS_ZERO, LIMIT_IS_HALF_SAID, 0, UNIT_NONE,
     "at the end or beginning of that period"},
    {"($nlt|by|until|within) the ORD anniversary of REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     0, 1, UNIT_YEAR, NULL},
    {"[$start] (on|by|from|as from|as of) the [(next|first|very)] "
     "(working|business|banking|trading|court) "
     "day [immediately] (following|after) [that of] REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_NEXT, 0, 1, UNIT_DAY, "a working day"},
    {"for [(periods|terms) of] [$atmost] N at a time", LIMIT_EVERY, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(by|before|until|on|from|no later than|not later than) DATE [(of|in)] (the (following|next|"
     "subsequent|same|second|third)|that) year",
     LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_IS_HALF_SAID, NO_UNIT},
    {"(at|from) the (moment|time|point|instant) (CLAUSE|DONE)", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"as soon as REF (can|may|could) WORD", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, NO_UNIT},

    // A part of the day beside an event
    {"($nlt|by|before) [(on|in)] the $daypart (after|following) REF", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, 0, 1, UNIT_DAY, "at that part of the day"},
    {"[$start] [(on|in)] the $daypart (before|preceding) REF", LIMIT_EXACTLY_BEFORE,
     BOUNDS_PREVIOUS, 0, 1, UNIT_DAY, "at that part of the day"},
    {"[$start] [(on|in)] the $daypart (after|following) REF", LIMIT_EXACTLY_AFTER, BOUNDS_NEXT, 0,
     1, UNIT_DAY, "at that part of the day"},

    // What may not be before something has lasted, or after so long
    {"(before|until) REF (has|have) (been in force|been in effect|been in operation|run|lasted|"
     "existed|been open|been running) [for] N",
     LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, LIMIT_WANTS_NOT, NO_UNIT},
    {"not (before|until) REF (has|have) (been in force|been in effect|been in operation|run|lasted|"
     "existed|been open|been running) [for] N",
     LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(never|(in|under|at) no (case|event|circumstances|time)) (more|longer|later) than $period N "
     "$next REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$within $period N if CLAUSE", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"for the N (before|preceding|prior to) REF", LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0,
     NO_UNIT},

    // What comes again
    {"[(on|in)] $every (morning|afternoon|evening|night)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1,
     UNIT_DAY, NULL},
    {"(not|no) more [(often|frequently)] than $times (in|within|during|per|a) [(any|each|one|a)] "
     "$yearly UNIT",
     LIMIT_EVERY, BOUNDS_FROM, LIMIT_PER_UNIT, NO_UNIT},
    {"from year to year", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"from month to month", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"from week to week", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(on|at|by|before) $every anniversary of REF", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR,
     NULL},
    {"each time (by|for) [(up to|a period of|another|a further)] N", LIMIT_EXTENSION, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(go|goes|going|continue|continues|continued|run|runs) on for [(a|another)] [further] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(continue|continues|continued|remain in force|remains in force) for (a|another) (further|"
     "additional) N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},

    // What is to come
    {"at (the|its|their|his|her) (<next|<first|<following|<inaugural|<subsequent|<constituent) "
     "EVENT",
     LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"at (the|its|their) (annual|yearly) (<meeting|<session|<conference|<assembly) REF", LIMIT_AT,
     BOUNDS_ZERO, 0, NO_UNIT},
    {"when DONE", LIMIT_UPON, BOUNDS_ZERO, LIMIT_IS_COMPLETED, 1, UNIT_DAY, NULL},
    {"hourly", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB, 1, UNIT_HOUR, NULL},
};

const struct limit_form_table limit_particular_forms = {forms, sizeof forms / sizeof forms[0]};
