// SPDX-License-Identifier: Apache-2.0
// Rows stand from the particular to the general: the first that matches at a word counts. The pieces
// come first, then the forms by what they speak of.
#include "limits/limits_grammar.h"

const struct pattern_piece limit_pieces[] = {
    {"the", "[(the|a|an|any|each|such|this|that)]"},
    {"when", "((of|that) REF|(on which|when|at which|by which) (CLAUSE|REF))"},
    {"after",
     "[(immediately|directly|next)] (after|of|from|following|since|upon|as from|as of|counting "
     "from|"
     "counted from|to be counted from|calculated from|calculated as from|computed from|reckoned "
     "from|"
     "running from|starting from|starting on|starting with|beginning from|beginning on|beginning "
     "with|"
     "commencing on|commencing from|commencing with|with effect from|subsequent to|to run from|"
     "to be calculated from)"},
    {"next",
     "[(immediately|directly|next)] (after|following|from|since|subsequent to|counted from)"},
    {"before", "(before|prior to|preceding|in advance of|ahead of|previous to)"},
    {"span",
     "(period|time limit|time frame|timeframe|time period|deadline|term|interval|window|space|"
     "delay|limit)"},
    {"atmost",
     "(not exceeding|not to exceed|no more than|not more than|no longer than|not longer than|"
     "up to|at most|a maximum of|a maximum period of|the maximum period of|the maximum of)"},
    {"atleast", "(at least|no less than|not less than|no fewer than|not fewer than|a minimum of|"
                "a minimum period of|not shorter than|no shorter than|minimum|the minimum of)"},
    {"period",
     "[$the] [(further|additional|initial|total|overall|single|new|final)] "
     "[(maximum|minimum)] [$span] [(of|not exceeding|not to exceed|not longer than|which shall "
     "not exceed)] [($atmost|about|approximately|the|maximum|no longer than)]"},
    {"nlt",
     "[by] [in any (event|case)] (no later than|not later than|never later than|no later then|"
     "in no case later than|at the latest [(by|within|on)]|at the very latest [(by|within|on)])"},
    {"max",
     "(not exceeding|not to exceed|(shall|must|may|will|should|does|do) not exceed|"
     "(for|of|in) (no|not) more than|(for|of|in) (no|not) longer than|not longer than|no longer "
     "than|for up to|"
     "[for] a maximum of|[for] a maximum period of|at most)"},
    {"min", "[(for|of)] [a period of] $atleast"},
    {"start", "(starting|beginning|commencing|effective)"},
    {"on", "(on|from|as of|as from|by|at|with effect from|with effect on)"},
    {"expiry", "[the] (expiry|expiration|end|lapse|elapse|conclusion|termination|completion|close|"
               "passage|elapsing) of"},
    {"weekday", "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"},
    {"yearly", "[(calendar|contract|financial|fiscal|academic|marketing|reporting|budget)]"},
    {"every", "(every|each)"},
    {"times", "(once|twice|one time|two times|three times|thrice|four times)"},
    {"meeting",
     "(meeting|meetings|session|sessions|review|reviews|report|reports|reporting|"
     "consultation|consultations|conference|conferences|assessment|assessments|evaluation|"
     "evaluations|inspection|inspections|audit|audits|instalment|instalments|installments|"
     "payment|payments|basis|stages|steps|tranches|intervals|rotation|summit|summits|"
     "verification|update|updates|briefing|briefings|stocktake|dialogue|exchange|publication)"},
    {NULL, NULL},
};

#define NO_UNIT 0, UNIT_NONE, NULL

const struct limit_form limit_forms[] = {
    // The first of January of a year that is only numbered
    {"(beginning|starting|from|on|as of|effective|by|until) january NUM of year (NUM|ORD)",
     LIMIT_NTH_YEAR, BOUNDS_DAY_OF, 0, 1, UNIT_YEAR, NULL},
    {"(beginning|starting|from|on|as of) [the] (first of january|NUM january|january NUM) [of] "
     "(the "
     "following|the "
     "next) year",
     LIMIT_NTH_YEAR, BOUNDS_NEXT, LIMIT_IS_IMPLIED, 1, UNIT_YEAR, NULL},

    // Calendar dates
    {"[(by|at|until|before|no later than|not later than)] [the] end of [(the|this|that)] "
     "[(current|present|calendar|same)] year",
     LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_YEAR_OF_TEXT, NO_UNIT},
    {"(by|before|on|no later than|not later than) DATE [(of|in)] $every $yearly year", LIMIT_EVERY,
     BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"$nlt [(on|by|than|the)] YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(no|not) (earlier|sooner) than YEAR", LIMIT_AFTER_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"not (before|prior to) YEAR", LIMIT_AFTER_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(on or before|by or before|on or prior to) YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(on or after|from and after) YEAR", LIMIT_AFTER_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"[$start] (with effect from|with effect on|with effect as from|effective from|effective "
     "on|effective as of|"
     "effective|as from|as of|starting from|starting on|starting at|starting|beginning "
     "from|beginning on|beginning|"
     "commencing on|commencing from|commencing|from and including|from) [(midnight|noon) (of|on)] "
     "YEAR",
     LIMIT_FROM_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(until|till|through|until and including|up to|up to and including) YEAR", LIMIT_BY_DATE,
     BOUNDS_NONE, 0, NO_UNIT},
    {"(by|not beyond) YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"to YEAR", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"(before|prior to) YEAR", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(after|following) YEAR", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"$start in YEAR", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(at|from) DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(on|on or about|on or around) [(this|the)] DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME,
     NO_UNIT},
    {"(in|during|in the course of|throughout|within|over) YEAR", LIMIT_IN_DATE, BOUNDS_NONE,
     LIMIT_MAY_NAME, NO_UNIT},
    {"this DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},

    // D + 10, EIF + 11 days
    {"[(on|at|from|by)] CODEBACK NUM", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, LIMIT_IS_EVENT,
     NO_UNIT},
    {"(by|before|no later than|not later than|until) CODE (+|plus) N", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, LIMIT_IS_EVENT, NO_UNIT},
    {"(by|before|no later than|not later than|until) CODE (+|plus) NUM", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, LIMIT_IS_EVENT, NO_UNIT},
    {"(from|after|as of|starting) CODE (+|plus) N", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_EVENT, NO_UNIT},
    {"(from|after|as of|starting) CODE (+|plus) NUM", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_EVENT, NO_UNIT},
    {"[(on|at)] CODE (+|plus) N", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_EVENT, NO_UNIT},
    {"[(on|at)] CODE (+|plus) NUM", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_EVENT, NO_UNIT},

    // Ordinals: day N of a process, the Nth month, first days of months
    {"[$start] [$on] [the] first (day|date) of the month $next the month (in|during) which REF",
     LIMIT_NTH_MONTH, BOUNDS_NEXT, 0, NO_UNIT},
    {"[$start] [$on] [the] (first|last) day of the month $next [the] $expiry $period N $after REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, 0, UNIT_NONE,
     "then on to the first day of the next month"},
    {"[$start] [$on] [the] first day of the month $next [the] ORDUNIT $next REF", LIMIT_NTH_DAY,
     BOUNDS_EXACT, 0, 0, UNIT_NONE, "then on to the first day of the next month"},
    {"[$start] [$on] [the] (first day|last day|ORD day|ORD date|ORD) of the ORDUNIT of REF",
     LIMIT_NTH_MONTH, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"[$start] [$on] [the] (first day|last day|ORD day|ORD date|ORD) of the ORDUNIT $after REF",
     LIMIT_NTH_MONTH, BOUNDS_EXACT, 0, NO_UNIT},
    {"[$start] [$on] [the] ORD day of the (month|UNIT) $next REF", LIMIT_NTH_MONTH, BOUNDS_NEXT, 0,
     1, UNIT_MONTH, NULL},
    {"[$start] [$on] [the] [calendar] day (NUM|ORD) (after|following|from|since) REF",
     LIMIT_NTH_DAY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"[$start] [$on] [the] [calendar] day (NUM|ORD) of REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, 1,
     UNIT_DAY, NULL},
    {"(on|within) the same day (as|that|on which) (CLAUSE|REF)", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"[on] the (same|very) day", LIMIT_AT, BOUNDS_ZERO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[$start] [$on] the ORD anniversary of REF", LIMIT_NTH_YEAR, BOUNDS_EXACT, 0, 1, UNIT_YEAR,
     NULL},
    {"[$start] ($nlt|before|by) [the] (end|expiry|close) of the ORDUNIT $after REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$nlt [(on|by)] [the] ORDUNIT $next REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$nlt [(on|by)] [the] ORDUNIT $before REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"[$start] [$on] [the] (end|beginning|start) of the ORDUNIT $after REF", LIMIT_NTH_YEAR,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"[$start] (on|from|as of|as from|with effect from|in|during) [the] ORDUNIT $next REF",
     LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"[$start] (on|from|as of|as from|with effect from|in|during|by) [the] ORDUNIT of REF",
     LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"the ORDUNIT $next REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"the ORDUNIT $before REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"[$start] (on|from) the [next] [working] day [immediately] (preceding|before|prior to) REF",
     LIMIT_EXACTLY_BEFORE, BOUNDS_PREVIOUS, 0, 1, UNIT_DAY, NULL},
    {"[$start] (on|from|by|as from|as of) the [next] [working] day [immediately] (following|after) "
     "REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_NEXT, 0, 1, UNIT_DAY, NULL},
    {"the day [immediately] (following|after) [that of] REF", LIMIT_EXACTLY_AFTER, BOUNDS_NEXT, 0,
     1, UNIT_DAY, NULL},
    {"[$start] (from|in|during|as from|as of|by) the UNIT (after|following) [that of] REF",
     LIMIT_NTH_DAY, BOUNDS_NEXT, 0, NO_UNIT},
    {"[$start] (on|by) the (following|next) day", LIMIT_EXACTLY_AFTER, BOUNDS_NEXT,
     LIMIT_IS_IMPLIED, 1, UNIT_DAY, NULL},
    {"($nlt|by|before) day (NUM|ORD) [(of|after|following|from) REF]", LIMIT_NTH_DAY_LATEST,
     BOUNDS_UP_TO, LIMIT_IS_IMPLIED, 1, UNIT_DAY, NULL},
    {"(in|by|from|during|beginning in|starting in) (year|month|week) (NUM|ORD) "
     "[(of|after|following) REF]",
     LIMIT_NTH_YEAR, BOUNDS_DAY_OF, 0, 1, UNIT_YEAR, NULL},

    // within
    {"within $the [first] reasonable [(period of time|period|time|time period|delay|timeframe|time "
     "frame|"
     "deadline)]",
     LIMIT_WITHIN_AFTER, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(within|in) $the (shortest|earliest|minimum|short|brief|limited) [possible] "
     "(time|period|delay|period of "
     "time|notice|timeframe) [possible]",
     LIMIT_WITHIN_AFTER, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"within the (earlier|later|shorter|longer) of $period N $after REF", LIMIT_WITHIN_AFTER,
     BOUNDS_WITHIN, 0, NO_UNIT},
    {"within the ORDUNIT (after|following|of|from) REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"within [the] (first|initial) N of REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"within $period N $before REF", LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0, 0, UNIT_NONE,
     "may be meant as \"at least\" that long before"},
    {"within $period N (into|$after) REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"within $period N that REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"within $period N (thereafter|thereof)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"within $period N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"within the UNIT (following|after|of|from) REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"within the (next|coming|following|first) N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(in|during|over) the (first|initial) N (of|after|following|from) REF", LIMIT_WITHIN_AFTER,
     BOUNDS_WITHIN, 0, NO_UNIT},
    {"(in|over|during|in the course of|throughout) the (next|coming|following|first) N",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(in|during|over) the last N (of|before) REF", LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0,
     NO_UNIT},
    {"(has|have|had|allowed|given|granted|allow|gives|give) [(up to|at most|no more than|a "
     "further)] N "
     "[from REF] (to|in which|within which)",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"in N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED | LIMIT_WANTS_ACT, NO_UNIT},
    {"within NAMED", LIMIT_DURING, BOUNDS_ZERO, LIMIT_NO_POINTER, NO_UNIT},

    // no later than, no earlier than
    {"$nlt $period N (into|$after) REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$nlt $period N (thereafter|thereof|later)", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"$nlt $period N $before REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$nlt $period N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$nlt [(by|on|at|upon)] EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"(no|not) more than $period N (thereafter|later)", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(no|not) more than $period N $next REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"later than $period N $after REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"(no|not) (earlier|sooner) than $period N $after REF", LIMIT_NO_EARLIER_THAN_AFTER,
     BOUNDS_FROM, 0, NO_UNIT},
    {"(no|not) (earlier|sooner) than $period N $before REF", LIMIT_NO_EARLIER_THAN_BEFORE,
     BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"(no|not) (earlier|sooner) than $period N", LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(earlier|sooner) than $period N $after REF", LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM,
     LIMIT_WANTS_NOT, NO_UNIT},
    {"(earlier|sooner) than $period N $before REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM,
     LIMIT_WANTS_NOT, NO_UNIT},
    {"(no|not) (earlier|sooner) than EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, NO_UNIT},

    // recurrences
    {"[(for|by)] [further] successive [periods] [of] N", LIMIT_EVERY, BOUNDS_EXACT,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(for|by) (further|additional|consecutive|subsequent) (periods|terms) of [$atmost] N",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(for|by) [further] successive periods of N", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"[at] (regular|periodic) intervals [not exceeding] of N", LIMIT_EVERY, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"at intervals of [$atmost] N", LIMIT_EVERY, BOUNDS_WITHIN, 0, NO_UNIT},
    {"at [regular] NUM monthly intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"at [regular] NUM weekly intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"at [regular] NUM yearly intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"at [regular] NUM day intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"at [regular] (yearly|annual) intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"at [regular] monthly intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"at [regular] weekly intervals", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(at|by|on|before|on or before|no later than|not later than) the "
     "(end|beginning|start|first day|last day|ORD day|ORD $weekday|ORD) of (each|every) $yearly "
     "UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, NO_UNIT},
    {"[on] $every (other|second) $weekday", LIMIT_EVERY, BOUNDS_EXACT, 0, 2, UNIT_WEEK, NULL},
    {"[on] $every $weekday", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(in|during) (each|every) $yearly UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"at (regular|periodic) intervals", LIMIT_EVERY, BOUNDS_NONE, LIMIT_IS_OPEN, NO_UNIT},
    {"on a (regular|periodic) basis", LIMIT_EVERY, BOUNDS_NONE, LIMIT_IS_OPEN, NO_UNIT},
    {"$atleast $times (in|every|per|each|within|during) [(a|the|any|each|every)] [period of] N",
     LIMIT_EVERY, BOUNDS_WITHIN, LIMIT_PER_UNIT, NO_UNIT},
    {"$atleast $times ($every|a|per|in $every|in a|during $every|an) UNIT", LIMIT_EVERY,
     BOUNDS_WITHIN, LIMIT_PER_UNIT, NO_UNIT},
    {"$atleast $every N", LIMIT_EVERY, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$atleast NUM times (a|per|$every|in a|in $every|an) UNIT", LIMIT_EVERY, BOUNDS_WITHIN,
     LIMIT_PER_UNIT, NO_UNIT},
    {"NUM times (a|per|$every|in a|in $every|an) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT,
     NO_UNIT},
    {"$times (in|every|per|each|within) [(a|the|any|each|every)] [period of] N", LIMIT_EVERY,
     BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"$times ($every|a|per|in $every|in a|during $every|an) UNIT", LIMIT_EVERY, BOUNDS_EXACT,
     LIMIT_PER_UNIT, NO_UNIT},
    {"$atleast (annually|yearly|every year)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 1, UNIT_YEAR, NULL},
    {"$atleast (monthly|every month)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 1, UNIT_MONTH, NULL},
    {"$atleast (weekly|every week)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 1, UNIT_WEEK, NULL},
    {"$atleast (quarterly|every quarter)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 3, UNIT_MONTH, NULL},
    {"$atleast (biennially|every other year|every second year)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 2,
     UNIT_YEAR, NULL},
    {"$atleast daily", LIMIT_EVERY, BOUNDS_WITHIN, 0, 1, UNIT_DAY, NULL},
    {"$every [period of] N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"$every (other|second|alternate) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, 2, UNIT_NONE, NULL},
    {"$every ORDUNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"every UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"each (calendar|financial|academic) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB,
     NO_UNIT},
    {"each UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB, NO_UNIT},
    {"(bi annually|biannually|semi annually|semiannually|half yearly|twice yearly)", LIMIT_EVERY,
     BOUNDS_EXACT, 0, 6, UNIT_MONTH, NULL},
    {"(biannual|semi annual|semiannual|half yearly) $meeting", LIMIT_EVERY, BOUNDS_EXACT, 0, 6,
     UNIT_MONTH, NULL},
    {"(biennially|biennial|bi ennially|bi yearly|biyearly)", LIMIT_EVERY, BOUNDS_EXACT, 0, 2,
     UNIT_YEAR, NULL},
    {"(triennially|triennial)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_YEAR, NULL},
    {"(quinquennially|quinquennial)", LIMIT_EVERY, BOUNDS_EXACT, 0, 5, UNIT_YEAR, NULL},
    {"(bi monthly|bimonthly)", LIMIT_EVERY, BOUNDS_EXACT, 0, 2, UNIT_MONTH,
     "may mean every two months or twice a month"},
    {"(bi weekly|biweekly)", LIMIT_EVERY, BOUNDS_EXACT, 0, 2, UNIT_WEEK,
     "may mean every two weeks or twice a week"},
    {"fortnightly", LIMIT_EVERY, BOUNDS_EXACT, 0, 2, UNIT_WEEK, NULL},
    {"on (an annual|a yearly) basis", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"on a monthly basis", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"on a weekly basis", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"on a daily basis", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"on a quarterly basis", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    {"(annually|yearly)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(annual|yearly) $meeting", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(in|by) NUM [equal] (annual|yearly) "
     "(stages|steps|instalments|installments|tranches|reductions)",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, 1, UNIT_YEAR, "the phrase says how many times"},
    {"quarterly", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    {"monthly", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB, 1, UNIT_MONTH, NULL},
    {"monthly $meeting", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"weekly", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB, 1, UNIT_WEEK, NULL},
    {"weekly $meeting", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"daily $meeting", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"daily", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_ADVERB, 1, UNIT_DAY, NULL},

    // notice
    {"(with|upon|on|by|subject to|giving|given|gives) [(the|a)] [(at least|not less than|no less "
     "than|a minimum "
     "of|minimum)] N [(prior|advance|previous|written|formal)] [(prior|written)] notice",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"[(at least|not less than|no less than|minimum)] N [(prior|advance|previous)] [written] "
     "notice",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"[$atleast] N in advance [of REF]", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"[$atleast] N beforehand", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},

    // extensions, then durations
    {"(extended|prolonged|renewed|extend|prolong|renew|extendable|renewable|extension) "
     "[(once|twice|automatically|only once|it|them|the deadline|this period|the period|that "
     "period|this time limit)] "
     "[(for|by|of|up to)] "
     "[$the] [(further|additional|maximum|one)] "
     "[(period|term)] [(of|not "
     "exceeding|not to exceed)] [($atmost|another|a further|an additional|maximum)] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$min N $before REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"[for a period] $min N $after REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(for|over|during|throughout) [(the|a|an|another)] "
     "[(entire|whole|full|initial|maximum|further|additional|"
     "transitional|interim|fixed|minimum|subsequent|renewable)] (period|term|duration|phase) [of "
     "time] [(of|not exceeding|not to exceed|not "
     "longer than|which shall not exceed|that shall not exceed|lasting)] $atmost N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(for|over|during|throughout) [(the|a|an|another)] "
     "[(entire|whole|full|initial|maximum|further|additional|"
     "transitional|interim|fixed|minimum|subsequent|renewable)] (period|term|duration|phase) [of "
     "time] (not exceeding|not to exceed|not "
     "longer than|which shall not exceed|that shall not exceed) N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(for|over|during|throughout) [(the|a|an|another)] "
     "[(entire|whole|full|initial|further|additional|"
     "transitional|interim|fixed|subsequent|renewable)] (period|term|duration|phase) [of] $atleast "
     "N",
     LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(for|over|during|throughout) [(the|a|an|another)] "
     "[(entire|whole|full|initial|further|additional|"
     "transitional|interim|fixed|consecutive|subsequent|renewable)] (period|term|duration|phase) "
     "of N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"for [(a|any) period] (exceeding|longer than|of more than|more than) N", LIMIT_DURATION,
     BOUNDS_WITHIN, LIMIT_WANTS_NOT, NO_UNIT},
    {"for the (first|initial|last|next|following) N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"for [(a|any)] [(consecutive|continuous|uninterrupted)] [period] [of] (exceeding|longer "
     "than|more "
     "than) N",
     LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"(for|over) N [(period|term)]", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"[$the] (maximum|total) [$span] of N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$max $period N (into|$after) REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$max $period N $before REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"$max $period N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$min N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(period|periods|term|phase|duration|moratorium|validity) of [(up to|not more than|at most|a "
     "maximum of)] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(shall|will|to|must) (last|continue|run) [for] [(up to|approximately|about)] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(shall|will) be [(set at|fixed at)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"lasting [(up to|for)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"$the N [(transitional|transition|interim|probation|implementation|grace|cooling "
     "off|notice|standstill)] "
     "(period|term|moratorium|phase|truce|ceasefire|mandate|deadline|pause)",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},

    // points: N after, N before, expiry, elapsed
    {"(if|where|when|after|once|until|unless) [(more than|at least)] N (has|have) "
     "(elapsed|passed|expired|lapsed) [(since|$after) REF]",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(on|at|upon) $expiry $period N [$after REF]", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(after|following) $expiry $period N [$after REF]", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(before|until|by) $expiry $period N [$after REF]", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(after|following) more than $period N [$after REF]", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_STRICT | LIMIT_IS_IMPLIED, NO_UNIT},
    {"more than N $next REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"(less|fewer) than N $next REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"(less|fewer) than N $before REF", LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(after|following) $period N [$after REF]", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"until N (after|following|from) REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"(until|up to) N $before REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"N $next REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N $before REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N (thereafter|later|afterwards|hence)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"N (as from|as of|starting on|starting from|beginning on|commencing on|upon|counted "
     "from|calculated from) REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},

    // vague terms
    {"(promptly|forthwith|without delay|without undue delay|as soon as possible|as soon as "
     "practicable|"
     "as soon as reasonably practicable) (upon|after|following) REF",
     LIMIT_IMMEDIATELY_AFTER, BOUNDS_FROM_ZERO, LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"immediately (upon|after|following|on) [the] REF", LIMIT_IMMEDIATELY_AFTER, BOUNDS_FROM_ZERO,
     LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"as soon as (possible|practicable|feasible|reasonably practicable|reasonably "
     "possible|practically possible|"
     "practical|they are able)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"as (early|quickly|rapidly|speedily|promptly|expeditiously|swiftly) as "
     "(possible|practicable|feasible)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"at the earliest [(possible|practicable|available)] "
     "[(opportunity|date|time|moment|convenience|occasion)]",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"at an early (date|stage|opportunity)", LIMIT_OPEN, BOUNDS_NONE,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"without [(any|further|undue|unnecessary|unreasonable)] [(undue|further|unnecessary)] delay",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"in $the (timely|expeditious|speedy|prompt) (manner|fashion|way)", LIMIT_OPEN, BOUNDS_NONE,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"in due (course|time)", LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"in (good|reasonable) time", LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"such (other|earlier|later|longer|shorter|further) (date|time|period|time limit|deadline) as",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED | LIMIT_LOOSENS, NO_UNIT},
    {"(at short notice|in the near future|in the foreseeable future)", LIMIT_OPEN, BOUNDS_NONE,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"for (an indefinite|an unlimited|an undetermined) (period|period of time|term|duration)",
     LIMIT_DURATION, BOUNDS_NONE, LIMIT_IS_OPEN, NO_UNIT},
    {"immediately", LIMIT_IMMEDIATELY_AFTER, BOUNDS_FROM_ZERO,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED | LIMIT_IS_ADVERB, 1, UNIT_DAY, NULL},
    {"(with immediate effect|at once)", LIMIT_IMMEDIATELY_AFTER, BOUNDS_FROM_ZERO,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, 1, UNIT_DAY, NULL},
    {"(promptly|forthwith|expeditiously|speedily|swiftly|straightaway|instantly)", LIMIT_OPEN,
     BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED | LIMIT_IS_ADVERB, NO_UNIT},

    // Events: at, upon, until, before, by, after
    {"as soon as CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, NO_UNIT},
    {"(simultaneously|concurrently|contemporaneously|in parallel|coincidentally) (with|to|as|upon) "
     "REF",
     LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"at the same time (as|that|when|with) REF", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"[$start] (on|from|as from|as of|with effect from|at) the (date|day|time|moment) (of|on "
     "which|when|"
     "at which|that) REF",
     LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"[$start] (on|at|from) [close of business on] the (first|last) day of REF", LIMIT_AT,
     BOUNDS_ZERO, 0, NO_UNIT},
    {"(by|before) the (first|last) day of REF", LIMIT_BY, BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"until the (first|last) day of REF", LIMIT_UNTIL, BOUNDS_ZERO, 0, NO_UNIT},
    {"[$start] (on|from|as of|as from|with effect from) (that|such|the said) (date|day)", LIMIT_AT,
     BOUNDS_ZERO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(until|before|by) (that|such|the said) (date|day|time)", LIMIT_BY, BOUNDS_TO_ZERO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"after (that|such|the said) (date|day)", LIMIT_AFTER, BOUNDS_FROM_ZERO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(up to|until) the date of REF", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"[$start] (on|from|as from|as of|with effect from) NAMEDDAY", LIMIT_AT, BOUNDS_ZERO, 0,
     NO_UNIT},
    {"(on or before|no later than|not later than|by) NAMEDDAY", LIMIT_BY, BOUNDS_TO_ZERO, 0,
     NO_UNIT},
    {"(until|till|up to|through) NAMEDDAY", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"or [on] the (date|day) $when", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"on the (later|latest|last|earlier|earliest) of REF", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"(before|prior to|by|until|up to) the (date|day|time|moment) $when", LIMIT_BY, BOUNDS_TO_ZERO,
     0, NO_UNIT},
    {"by the time [(of|that)] REF", LIMIT_BY, BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"until $expiry EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(before|prior to) $expiry EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, NO_UNIT},
    {"by the (end|beginning|start|close|expiry|conclusion|completion) of EVENT", LIMIT_BY,
     BOUNDS_TO_ZERO, 0, NO_UNIT},
    {"[$start] (on|upon|at|from|with) (the|its|their) "
     "(end|beginning|start|close|expiry|expiration|conclusion|"
     "completion|commencement|outset) of EVENT",
     LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"[$start] [(immediately|only)] upon EVENT", LIMIT_UPON, BOUNDS_ZERO, LIMIT_NO_GERUND, 1,
     UNIT_DAY, NULL},
    {"on (entry into force|[the] signing|[the] signature|completion|[the] ratification|[the] "
     "expiry|[the] "
     "expiration|termination|accession|receipt|adoption) of REF",
     LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(on|at) (entry into force|signature|signing|ratification|accession|termination|[the] time of "
     "signing|arrival|departure|completion|delivery|receipt|demand|maturity|closing|expiry|"
     "adoption)",
     LIMIT_UPON, BOUNDS_ZERO, LIMIT_IS_IMPLIED, 1, UNIT_DAY, NULL},
    {"(until|till|until after|until such time as|pending) EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"(for as|as|so) long as CLAUSE", LIMIT_DURING, BOUNDS_NONE, 0, NO_UNIT},
    {"throughout PERIOD", LIMIT_DURING, BOUNDS_NONE, LIMIT_NO_POINTER, NO_UNIT},
    {"for the [(whole|entire|full)] (duration|remainder|term|life|length) of REF", LIMIT_DURING,
     BOUNDS_NONE, 0, NO_UNIT},
    {"(during|throughout|in the course of) NAMED", LIMIT_DURING, BOUNDS_NONE, 0, NO_UNIT},
    {"[to be] followed by NAMED of N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"[to be] followed by NAMED", LIMIT_AT, BOUNDS_ZERO, 0, NO_UNIT},
    {"[(starting|beginning|ending|commencing|only|and)] once CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO,
     0, 1, UNIT_DAY, NULL},
    {"(before|prior to|in advance of|ahead of|previous to) EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO,
     LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"[(starting|beginning|ending|commencing|only|shortly|soon)] (after|following|subsequent to) "
     "EVENT",
     LIMIT_AFTER, BOUNDS_FROM_ZERO, LIMIT_NO_GERUND | LIMIT_NO_DETERMINER, 1, UNIT_DAY, NULL},
    {"(provided|on condition|on the condition|only on condition) that DONE", LIMIT_CONDITION,
     BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"subject to [the] [prior] (completion|entry into "
     "force|ratification|fulfilment|verification|conclusion) of "
     "REF",
     LIMIT_CONDITION, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(conditional|contingent|dependent) (on|upon) EVENT", LIMIT_CONDITION, BOUNDS_FROM_ZERO, 0, 1,
     UNIT_DAY, NULL},
};

const size_t limit_form_count = sizeof limit_forms / sizeof limit_forms[0];

const struct limit_rule_form limit_rule_forms[] = {
    {"(days|day) (means|mean|shall mean|are|refers to|refer to|shall be|shall be understood as) "
     "(calendar|"
     "consecutive) (days|day)",
     "calendar days"},
    {"counted in calendar days", "calendar days"},
    {"(days|day) (means|mean|shall mean|are|refers to|refer to) (working|business) (days|day)",
     "working days"},
    {"the first day being the day (following|after)", "first day is the day after the event"},
    {"the day of the (event|act) shall not be (counted|included)", "event day not counted"},
    {"(extended|deferred|postponed|moved|run) [(until|to|up to)] the (next|first|following) "
     "(working|business) day",
     "last day rolls to the next working day"},
};

const size_t limit_rule_form_count = sizeof limit_rule_forms / sizeof limit_rule_forms[0];
