// SPDX-License-Identifier: Apache-2.0
// What speaks of time in English, in no matter what sentence: wider than the forms of limits, since a row
// here gives no bounds. Where no limit covers such words, they are listed as not read.
#include "time_limits/limits_grammar.h"

#define OF_TIME LIMIT_OPEN, BOUNDS_NONE
#define OFTEN LIMIT_EVERY, BOUNDS_NONE
#define AT LIMIT_UPON, BOUNDS_NONE
#define NO_UNIT 0, UNIT_NONE, NULL

static const struct limit_form forms[] = {
    // How soon
    {"(promptly|forthwith|immediately|expeditiously|speedily|swiftly|straightaway|instantly|"
     "shortly|"
     "urgently|indefinitely)",
     OF_TIME, LIMIT_IS_ADVERB, NO_UNIT},
    {"(at once|straight away|right away|with immediate effect|in due course|in due time|in good "
     "time|"
     "in reasonable time|at short notice|in the [(very)] (near|foreseeable) future|at an "
     "early (date|stage|opportunity)|for the time being|until further notice)",
     OF_TIME, 0, NO_UNIT},
    {"without [(any|further|undue|unnecessary|unreasonable|avoidable|more)] (delay|ado)", OF_TIME,
     0, NO_UNIT},
    {"[at] [the] earliest [(possible|practicable|available|convenient)] "
     "(opportunity|date|time|moment|convenience|occasion|stage)",
     OF_TIME, 0, NO_UNIT},
    {"as (soon|early|quickly|rapidly|speedily|promptly|expeditiously|swiftly|fast|late|long|far in "
     "advance|often|frequently) as",
     OF_TIME, 0, NO_UNIT},
    {"(so|for so|for as|as) long as", OF_TIME, 0, NO_UNIT},
    {"in $the (timely|expeditious|speedy|prompt) (manner|fashion|way)", OF_TIME, 0, NO_UNIT},
    {"($within|in) $the (reasonable|shortest|shortest possible|short|brief|limited|appropriate|"
     "agreed|adequate|sufficient|specified|prescribed|stipulated|allotted|relevant|applicable) "
     "(period of time|time period|time frame|time "
     "limit|time|period|delay|interval|deadline|term|timeframe|"
     "limit|notice)",
     OF_TIME, 0, NO_UNIT},
    {"$within [(a|the)] (few|couple of|matter of|several|some) UNIT", OF_TIME, 0, NO_UNIT},
    {"$within (minutes|hours|days|weeks|months|years)", OF_TIME, 0, NO_UNIT},
    {"for [(a|an)] [(an)] "
     "(unlimited|indefinite|undetermined|indeterminate|limited|reasonable|renewable|fixed|further|"
     "additional|final|transitional|short|long|brief) [(and final)] [further] "
     "(period|term|duration|time)",
     OF_TIME, 0, NO_UNIT},

    // How often
    {"(daily|weekly|monthly|quarterly|annually|yearly|nightly|hourly|fortnightly|biannually|"
     "biennially|triennially|biweekly|bimonthly|semiannually|periodically)",
     OFTEN, LIMIT_IS_ADVERB, NO_UNIT},
    {"(daily|weekly|monthly|quarterly|annual|yearly|nightly|hourly|fortnightly|biannual|biennial|"
     "triennial) $meeting",
     OFTEN, 0, NO_UNIT},
    {"(daily|weekly|monthly|quarterly|annual|yearly|hourly|fortnightly) WORD", OFTEN,
     LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, NO_UNIT},
    {"(daily|weekly|monthly|quarterly|annually|yearly|annual) in (arrears|advance)", OFTEN, 0,
     NO_UNIT},
    {"[in] [NUM] [equal] [successive] "
     "(daily|weekly|monthly|quarterly|annual|yearly|half yearly|semi annual) "
     "(instalment|instalments|installments|intervals|stages|steps|tranches|parts|rates|payments|"
     "reductions|portions|cuts)",
     OFTEN, 0, NO_UNIT},
    {"at (regular|periodic|frequent|stated|NUM monthly|NUM weekly|NUM yearly|NUM "
     "day|monthly|weekly|"
     "yearly) intervals",
     OFTEN, 0, NO_UNIT},
    {"at intervals", OFTEN, 0, NO_UNIT},
    {"on [(a|an)] "
     "(daily|weekly|monthly|quarterly|annual|yearly|regular|periodic|rolling|ongoing|continuous|"
     "permanent|temporary|interim) basis",
     OFTEN, 0, NO_UNIT},
    {"every [(other|second|alternate|NUM|ORD)] [(calendar|working|business|financial|contract)] "
     "UNIT",
     OFTEN, 0, NO_UNIT},
    {"every (other|second|alternate|first|last|ORD)", OFTEN, 0, NO_UNIT},
    {"every $weekday", OFTEN, 0, NO_UNIT},
    {"(in|on|during|by|at|throughout) [the] [(course of)] each [(calendar|working|business|"
     "financial|contract|subsequent|following|such)] UNIT",
     OFTEN, 0, NO_UNIT},
    {"in the course of (each|any|every|a|the|that|this) [(calendar|financial)] UNIT", OFTEN, 0,
     NO_UNIT},
    {"each [(calendar|working|business|financial|contract|subsequent)] UNIT", OFTEN, LIMIT_IS_BARE,
     NO_UNIT},
    {"(once|twice|thrice) [(in)] (a|an|per|every|each|any|daily|weekly|monthly|yearly|annually)",
     OFTEN, 0, NO_UNIT},
    {"NUM times (a|an|per|every|each|in|within)", OFTEN, 0, NO_UNIT},
    {"(a|one|NUM) (day|week|month|year) (in|of) (every|each) UNIT", OFTEN, 0, NO_UNIT},
    {"(hour|day|week|month|year) (by|on|after) UNIT", OFTEN, 0, NO_UNIT},
    {"(UNIT|day) in UNIT out", OFTEN, 0, NO_UNIT},

    // Parts of a day
    {"[(on|in|by|from|until|before|after)] the [very] [(same|next|following|previous|preceding)] "
     "(morning|afternoon|evening|night) [(before|after|following|preceding|of)]",
     AT, 0, NO_UNIT},
    {"(on|by|from|until|before|after|up to) $weekday", AT, 0, NO_UNIT},
    {"(in|during|for|over) the remaining (UNIT|period|time|term)", AT, 0, NO_UNIT},

    // Until, before, after, upon what
    {"[not] (until|till|until after|until such time as|pending) (EVENT|REF)", AT,
     LIMIT_NO_DETERMINER, NO_UNIT},
    {"[not] (before|prior to|in advance of|ahead of|previous to) (EVENT|DONE|NAMED|NAMEDDAY)", AT,
     0, NO_UNIT},
    {"(before|until|after|by|from) (that|such|the same|the said|the agreed|the appointed) "
     "(date|day|time|moment|deadline|period|term|hour)",
     AT, 0, NO_UNIT},
    {"[(immediately|shortly|soon|directly|not|only|just)] (after|following|subsequent to) "
     "(EVENT|DONE|NAMED|NAMEDDAY)",
     AT, LIMIT_NO_GERUND | LIMIT_NO_DETERMINER, NO_UNIT},
    {"[(immediately|only|promptly)] upon (EVENT|NAMED|NAMEDDAY)", AT, LIMIT_NO_GERUND, NO_UNIT},
    {"(upon|on) [(the|a|an|any|its|their)] [(written|reasoned|prior|joint|first)] "
     "(request|demand|notification|notice|invitation|receipt|signature|signing)",
     AT, 0, NO_UNIT},
    {"(no later than|not later than|at the latest|beyond|past) [(at|on|by)] (EVENT|NAMEDDAY)", AT,
     0, NO_UNIT},
    {"(by|through) NAMEDDAY", AT, 0, NO_UNIT},
    {"by (the|its|their) $ended", AT, 0, NO_UNIT},
    {"[(no|not|never)] (later|earlier|sooner) than", AT, 0, NO_UNIT},
    {"at the [very] (latest|earliest|soonest)", AT, 0, NO_UNIT},
    {"(once|as soon as|the moment|the day|the instant|by the time|every time|each time|whenever) "
     "(CLAUSE|DONE)",
     AT, 0, NO_UNIT},
    {"whenever", AT, 0, NO_UNIT},
    {"when DONE", AT, 0, NO_UNIT},
    {"when WORD (enters|expires|ends|begins|starts|commences|falls|comes|takes|closes|opens|lapses|"
     "matures)",
     AT, 0, NO_UNIT},
    {"(on|upon|at|from|by|with|to|until|till|before|after|since|through|within|beyond|past|up "
     "to|as "
     "of|as from|with effect from) [(the|its|their|his|her|a|any|each|every|that|such|this|these)] "
     "[(calendar|very|same|actual|intended|planned)] [(first|last|next|final|opening|closing|ORD)] "
     "[(calendar|working|business|banking|clear)] "
     "(date|dates|day|days|moment|end|close|start|beginning|outset|expiry|expiration|"
     "commencement|conclusion|completion|anniversary|eve|month|week|year|deadline|lapse|the time) "
     "(of|on|when|at|in|after|following|before|that|for|fixed|set|agreed|specified|stated|named|"
     "appointed|preceding|falling)",
     AT, 0, NO_UNIT},
    {"the (day|date|week|month|year|hour) (after|following|before|preceding) REF", AT,
     LIMIT_IS_BARE, NO_UNIT},
    {"(at|on|by|with|from|before|after|until|following|during) (the|its|their|his|her) "
     "(first|second|third|fourth|fifth|last|next|final|opening|closing|inaugural|regular|annual) "
     "[(regular|annual|ordinary|plenary|formal|subsequent|following)] "
     "(meeting|meetings|session|sitting|sittings|round|hearing|review|budget|election|elections|"
     "season|summit|conference|appointment|visit|day|instalment|payment|delivery|shift|exchange|"
     "release|report|accounts)",
     AT, 0, NO_UNIT},
    {"(in|by|before|after|until|during|at) (the|its|their) ORD [(and last|or subsequent)] "
     "(phase|stage|half|part|round|term)",
     AT, 0, NO_UNIT},
    {"(together|along) with (each|every)", AT, 0, NO_UNIT},
    {"(simultaneously|concurrently|contemporaneously|at the same time) "
     "(with|as|to) (each|every|the|its|their)",
     AT, 0, NO_UNIT},
    {"(on|at|upon) "
     "(signing|signature|ratification|accession|termination|arrival|departure|completion|delivery|"
     "receipt|demand|maturity|closing|expiry|expiration|adoption|entry into "
     "force|commencement|handover|payment|publication|notification|request|conclusion|opening|"
     "dissolution|discharge|death|retirement|dismissal|resignation|appointment|approval|acceptance|"
     "release|redemption|exit|renewal)",
     AT, 0, NO_UNIT},
    {"(at [any] time|at any stage|at any moment|any time)", AT, LIMIT_WANTS_ACT, NO_UNIT},

    // How long
    {"(during|throughout|for|over|within) [(the)] (whole|entire|full|remainder|rest|duration|life|"
     "length|entirety|balance) [of]",
     AT, 0, NO_UNIT},
    {"(during|throughout|in the course of|within|over) (NAMED|PERIOD)", AT, LIMIT_NO_POINTER,
     NO_UNIT},
    {"(by|before|after|at|until|within|during|in) [the] "
     "(end|expiry|lapse|close|half|middle|start|beginning|"
     "course) of",
     AT, 0, NO_UNIT},
    {"once (that|this|such|the|these|those) [(same|said|whole)] "
     "(period|term|time|date|day|deadline|phase|"
     "stage)",
     AT, 0, NO_UNIT},

    // Dates that are less than a day, and what stands for one
    {"(by|from|in|until|till|through|after|before|since|during|throughout|beyond|past|to|up to|as "
     "of|as from|no later than|not later than|over) [(the|early|late|mid)] [(end of|beginning "
     "of|start of|middle of|course of|year)] YEAR",
     OF_TIME, LIMIT_MAY_NAME, NO_UNIT},
    {"YEAR (to|until|through|and|or) YEAR", OF_TIME, LIMIT_MAY_NAME | LIMIT_IS_BARE, NO_UNIT},
    {"(by|at|on|before|after|until|from|not later than|no later than) CODE (+|plus) NUM", OF_TIME,
     0, NO_UNIT},
    {"CODE (+|plus) NUM [UNIT]", OF_TIME, 0, NO_UNIT},
    {"[(by|at|on|before|from)] CODEBACK NUM", OF_TIME, 0, NO_UNIT},
    {"(by|at|on|before|from|after|until) (h hour|d day)", OF_TIME, 0, NO_UNIT},
    {"[(on|from|between|during|for)] [the] (days|weeks|months|years) NUM", OF_TIME, 0, NO_UNIT},
    {"(by|until|before|after|in|during|from|over) (end|mid|early|late) DATE", OF_TIME, 0, NO_UNIT},

    // What points to a time told before
    {"(by|before|until|since) then", OF_TIME, 0, NO_UNIT},
    {"(there and then|then and there|here and now|on the spot|as and when|now and then)", OF_TIME,
     0, NO_UNIT},
    {"[(payable|due|within|at|on|terms)] net NUM", OF_TIME, 0, NO_UNIT},
    {"[(no|not|any)] (longer|more|later|earlier|shorter|less) than (the|that|this|such|any) "
     "[(said|same|agreed|relevant|stated)] (time "
     "limit|time|period|term|deadline|date|day|duration)",
     OF_TIME, 0, NO_UNIT},
    {"(on|in|at|by|before|after|during|until|from|between|of|over|through|throughout) "
     "[(the|that|each|every|this)] [(next|following|same|very|previous|last|first|ORD|early|late)] "
     "(morning|mornings|afternoon|evening|evenings|night|nights|noon|midday|midnight|weekend|"
     "weekends|dawn|"
     "dusk|sunrise|sunset|daybreak|nightfall|daylight|lunchtime)",
     OF_TIME, 0, NO_UNIT},
    {"[once] overnight", OF_TIME, LIMIT_IS_ADVERB, NO_UNIT},
    {"(within|during|outside) [(normal|ordinary|usual|office|business|working)] "
     "(office|business|working) "
     "hours",
     OF_TIME, 0, NO_UNIT},

    // How soon, in other words
    {"(timely|concurrently|simultaneously|successively|progressively|gradually|regularly|asap)",
     OFTEN, LIMIT_IS_ADVERB, NO_UNIT},
    {"(on time|in the meantime|in the interim|in perpetuity|for ever|for life|for "
     "[(some|a)] "
     "[(short|long|limited)] (time|while)|at first opportunity|at [the] first opportunity|on "
     "sight|at "
     "sight|from the outset|at the outset|from the [very] (start|beginning)|around the clock|day "
     "and "
     "night|all (day|year|night|week|month) [(round|long)]|as the need arises|as (needed|required) "
     "from "
     "time to time|in parallel|in tandem|at the same time)",
     OF_TIME, 0, NO_UNIT},
    {"with [(all|the)] [(due|deliberate|reasonable|utmost|possible)] "
     "(speed|dispatch|despatch|haste|"
     "expedition|promptness|urgency)",
     OF_TIME, 0, NO_UNIT},
    {"(on|with|upon|after|without|at|by|given|giving) [(a|the)] "
     "(due|reasonable|little|short|adequate|sufficient|timely|advance|moment|fair) [written] "
     "(notice|warning)",
     OF_TIME, 0, NO_UNIT},
    {"(a|an|some|any|such|the|at|on) "
     "(later|earlier|specified|future|fixed|certain|agreed|appointed) "
     "(date|day|time|stage|moment|hour)",
     OF_TIME, 0, NO_UNIT},
    {"a (date|time|day|period|term|deadline) (to be WORD|agreed|fixed|set|specified|determined)",
     OF_TIME, 0, NO_UNIT},

    // How long and how often, in other words
    {"for [(several|many|some|a few|a couple of|a number of)] "
     "(minutes|hours|days|weeks|months|years|decades)",
     OF_TIME, 0, NO_UNIT},
    {"(within|in|after|for|every|under) [(a|the|few|NUM)] [few] (second|seconds|milliseconds)",
     OF_TIME, 0, NO_UNIT},
    {"(within|in|during|for|over|after) (a|one|the|each|any|a single|NUM) "
     "(session|sessions|sitting|sittings|season|seasons|cycle|cycles|generation|generations|"
     "lifetime|shift|"
     "shifts|round|rounds|semester|tour)",
     OF_TIME, 0, NO_UNIT},
    {"(a|one|NUM) UNIT and a half", OF_TIME, 0, NO_UNIT},
    {"half (days|day|hours|hour|years|year|months|month)", OF_TIME, 0, NO_UNIT},
    {"every (few|couple of|so|several|so many|leap|so often)", OFTEN, 0, NO_UNIT},
    {"(on|in|during|at) alternate WORD", OFTEN, 0, NO_UNIT},
    {"(quarter|step|phase|stage) by (quarter|step|phase|stage)", OFTEN, 0, NO_UNIT},
    {"(in|by) [(NUM|several|equal|successive|two|three)] [(equal|annual|successive)] "
     "(stages|phases|steps|instalments|installments|tranches)",
     OFTEN, 0, NO_UNIT},
    {"(on|during) [(all|any|ordinary|the)] (weekdays|workdays|market days|working days|business "
     "days|school "
     "days|weekends)",
     OFTEN, 0, NO_UNIT},

    // Days and parts of the year that have names
    {"(at|by|before|until|till|from|after|towards) [(the|each|every)] "
     "(year|month|week|quarter|season|term|day) "
     "end",
     OF_TIME, 0, NO_UNIT},
    {"(at|by|before|until|from|after) the turn of the (year|month|century|decade)", OF_TIME, 0,
     NO_UNIT},
    {"(on|by|before|after|during|over|until|till|in|at|from|between|through) "
     "[(the|all|any|each|every)] [(public|national|bank|legal|religious|official|new)] "
     "(holiday|holidays|christmas|easter|ramadan|eid|diwali|passover|pentecost|lent|advent|nowruz|"
     "new year|"
     "feast|sabbath)",
     OF_TIME, 0, NO_UNIT},
    {"(in|during|before|after|until|at|for|outside|throughout) [(the|each|every|any)] "
     "(dry|rainy|wet|high|low|growing|fishing|hunting|breeding|closed|open|harvest|planting|"
     "heating|monsoon|"
     "sailing|school|tourist) (season|seasons|time|term)",
     OF_TIME, 0, NO_UNIT},
    {"(on|by|before|after|from|until|till|through|than) the ORD", OFTEN, LIMIT_IS_ADVERB, NO_UNIT},
    {"[(in|by|during|from|until|for|before|after|of)] (q|fy|cy) NUM", OF_TIME, 0, NO_UNIT},
    {"[(on|by|from|at|of|until|before|after)] (day|week|month|year) (NUM|zero)", OF_TIME, 0,
     NO_UNIT},
    {"(by|until|before|after|in|during|from|over|at) (end|mid|early|late) [(of|in)] YEAR", OF_TIME,
     0, NO_UNIT},
    {"(circa|around|about|approximately|roughly) YEAR", OF_TIME, LIMIT_MAY_NAME, NO_UNIT},
    {"(by|in|until|till|from|before|after|during|through|mid|early|late|end|each|every|next|this|"
     "last|"
     "over|since) [(mid|early|late|end|the end of)] "
     "(january|february|march|april|june|july|august|september|october|november|december)",
     OF_TIME, LIMIT_MAY_NAME, NO_UNIT},
    {"(by|until|before|after|during|mid|early|late|each|every|next|this|last) "
     "[(mid|early|late|end)] may",
     OF_TIME, LIMIT_MAY_NAME, NO_UNIT},
    {"(on|by|before|after|from|until|till|at|past|beyond|than) "
     "[(the|its|their|any|each|every|that|such)] "
     "(due|expiry|closing|cut "
     "off|target|start|end|effective|renewal|payment|delivery|maturity|review|"
     "completion|sell "
     "by|signing|settlement|value|record|redemption|interest|commencement|termination) "
     "(date|dates|day)",
     AT, 0, NO_UNIT},
    {"(in|during|for|over|of|by) (this|next|last) (year|month|week|quarter|season|term|session)",
     OF_TIME, 0, NO_UNIT},
    {"(in|during|for|over|throughout) the "
     "(previous|preceding|current|coming|ensuing|following|same|past|"
     "present|running) [(calendar|financial)] UNIT",
     OF_TIME, 0, NO_UNIT},

    // What happens meanwhile, or each time
    {"(during|throughout) REF", AT, LIMIT_WANTS_ACT | LIMIT_NO_POINTER, NO_UNIT},
    {"in the (run up|wake|aftermath|lead up|midst|middle) (of|to)", AT, 0, NO_UNIT},
    {"(at|with|by|on) (each|every) EVENT", AT, LIMIT_WANTS_ACT, NO_UNIT},
    {"(after|before|at|during|following|between) (NUM|both|all|the two) WORD", AT,
     LIMIT_WANTS_ACT | LIMIT_NEEDS_PLURAL, NO_UNIT},
    {"(up to|since) EVENT", AT, LIMIT_WANTS_ACT, NO_UNIT},
    {"while CLAUSE", AT, LIMIT_WANTS_ACT | LIMIT_NO_GERUND, NO_UNIT},
    {"when CLAUSE", AT, LIMIT_WANTS_ACT, NO_UNIT},
    {"if and when", AT, 0, NO_UNIT},
    {"(when|once|until|till|whenever|as soon as) "
     "(asked|required|due|ready|needed|necessary|possible|requested|called|ratified|signed|"
     "approved|"
     "completed|issued|received|paid|delivered|notified|adopted|published|satisfied|fulfilled|"
     "convened|"
     "recalled|replaced|revoked|terminated|agreed|available|practicable|feasible|sent|granted|made|"
     "appointed|"
     "elected|formed|settled|discharged|exhausted|installed|verified|released|resolved)",
     AT, 0, NO_UNIT},
};

const struct limit_form_table limit_unread_forms = {forms, sizeof forms / sizeof forms[0]};
