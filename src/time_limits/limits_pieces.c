// SPDX-License-Identifier: Apache-2.0
// What the forms of the grammar are made of, and the sentences that say how to count.
#include "time_limits/limits_grammar.h"

const struct pattern_piece limit_pieces[] = {
    {"the", "[(the|a|an|any|each|such|this|that)]"},
    {"when", "((of|that) REF|(on which|when|at which|by which) (CLAUSE|REF))"},
    {"after",
     "[(immediately|directly|next)] (after|of|from|following|since|upon|as from|as of|counting "
     "from|counted from|to be counted from|calculated from|calculated as from|computed "
     "from|reckoned from|running from|starting from|starting on|starting with|beginning "
     "from|beginning on|beginning with|commencing on|commencing from|commencing with|with effect "
     "from|subsequent to|to run from|to be calculated from)"},
    {"next",
     "[(immediately|directly|next)] (after|following|from|since|subsequent to|counted from)"},
    {"before", "[(immediately|directly|next|shortly)] (before|prior to|preceding|in advance "
               "of|ahead of|previous to)"},
    {"span", "(period|time limit|time frame|timeframe|time "
             "period|period of "
             "(grace|notice|reflection|validity|warning)|(grace|notice|waiting|cooling off) "
             "period|deadline|term|interval|window|space|delay|limit)"},
    {"atmost",
     "(not exceeding|not to exceed|no more than|not more than|no longer than|not longer than|up "
     "to|at most|a maximum of|a maximum period of|the maximum period of|the maximum of)"},
    {"atleast", "(at least|(no|not) less (often|frequently) than|no less than|not less than|no "
                "fewer than|not fewer than|a minimum of|a minimum period of|not shorter than|no "
                "shorter than|minimum|the minimum of)"},
    {"period", "[$the] [(further|additional|another|initial|total|overall|single|new|final)] "
               "[(maximum|minimum)] [$span] [(of|not exceeding|not to exceed|not longer than|which "
               "shall not exceed)] [($atmost|about|approximately|the|maximum|no longer than)]"},
    {"nlt", "[by] [in any (event|case)] (no later than|not later than|never later than|no later "
            "then|(in|at|under) no (case|event|time|circumstances) later than|at the latest "
            "[(by|on)]|at the very latest [(by|on)]) [(noon|midday|midnight|[the] (close|end) of "
            "business) [(on|of)]]"},
    {"net", "[in any (event|case)] (no earlier than|no sooner than|not earlier than|not sooner "
            "than|never earlier than|never sooner than|(in|at|under) no "
            "(case|event|time|circumstances) (earlier|sooner) than)"},
    {"max",
     "(not exceeding|not to exceed|(shall|must|may|will|should|does|do) "
     "[(normally|generally|ordinarily|in principle)] not [(normally|generally|ordinarily|in "
     "principle)] exceed|(for|of|in) (no|not) more than|(for|of|in) (no|not) longer than|not "
     "longer than|no longer than|(no|not) more than|[(for|of)] up to|[(for|of)] a maximum of|[for] "
     "a "
     "maximum period of|[(for|of)] at most|[(for|of)] not exceeding)"},
    {"min", "[(for|of)] [a period of] $atleast"},
    {"within", "(within|inside|inside of|(no|not) later than within)"},
    {"coming", "(next|coming|following|first|ensuing|subsequent|succeeding)"},
    {"some", "(hours|days|weeks|months|(a few|several|some) UNIT)"},
    {"start", "(starting|beginning|commencing|effective)"},
    {"on", "(on|from|as of|as from|by|at|with effect from|with effect on)"},
    {"expiry", "[the] "
               "(expiry|expiration|end|lapse|elapse|conclusion|termination|completion|close|"
               "passage|elapsing) of"},
    {"weekday", "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"},
    {"by_day", "(on or before|on|by|by no later than|not later than|no later than|before|after) "
               "(the (end|beginning|start|first [(working|business|calendar)] day|last "
               "[(working|business|calendar)] day|last [(working|business)] $weekday|ORD "
               "[(working|business|calendar)] day|ORD|first $weekday|ORD $weekday)|day NUM) "
               "[(of|in) (the|each|every) (month|quarter|year)]"},
    {"daypart", "(morning|afternoon|evening|night|eve)"},
    {"earlier", "(earlier|later|earliest|latest|sooner)"}, // "the first of May" is a date
    {"either", "(earlier|later|earliest|latest|first|last|sooner)"},
    {"yearly", "[(calendar|contract|financial|fiscal|academic|marketing|reporting|budget)]"},
    {"every", "(every|each)"},
    {"dated", "(effective|commencement|commencing|start|starting|entry)"},
    {"ended", "(expiry|expiration|end|termination|closing|completion|delivery|due|payment|handover|"
              "maturity)"},
    {"happening",
     "(expiry|expiration|commencement|termination|conclusion|completion|lapse|coming into "
     "force|entry into force|coming into effect|entry into effect|signing|signature)"},
    {"times", "(once|twice|one time|two times|three times|thrice|four times)"},
    {"meeting",
     "(meeting|meetings|session|sessions|review|reviews|report|reports|reporting|consultation|"
     "consultations|conference|conferences|assessment|assessments|evaluation|evaluations|"
     "inspection|inspections|audit|audits|instalment|instalments|installments|payment|payments|"
     "basis|stages|steps|tranches|intervals|rotation|summit|summits|verification|update|updates|"
     "briefing|briefings|stocktake|dialogue|exchange|publication)"},
    {NULL, NULL},
};

const struct limit_rule_form limit_rule_forms[] = {
    {"(days|day) (means|mean|shall mean|are|refers to|refer to|shall be|shall be understood as) "
     "(calendar|consecutive) (days|day)",
     "calendar days"},
    {"counted in calendar days", "calendar days"},
    {"(days|day) (means|mean|shall mean|are|refers to|refer to) (working|business) (days|day)",
     "working days"},
    {"(is|are|shall be) (counted|calculated|computed|reckoned) [in (calendar|working|business) "
     "days] "
     "[(from|as from|as of)] the day (following|after)",
     "first day is the day after the event"},
    {"the first day being the day (following|after)", "first day is the day after the event"},
    {"the day of the (event|act) shall not be (counted|included)", "event day not counted"},
    {"(extended|deferred|postponed|moved|run) [(until|to|up to)] the (next|first|following) "
     "(working|business) day",
     "last day rolls to the next working day"},
};

const size_t limit_rule_form_count = sizeof limit_rule_forms / sizeof limit_rule_forms[0];
