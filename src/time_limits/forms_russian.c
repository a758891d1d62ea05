// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Russian.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"later",
     "(после|со дня|с даты|с момента|от|от даты|со времени|с|считая со дня|начиная со дня)"},
    {"latest", "(не позднее|не позже) [чем]"},
    {"earliest", "(не ранее|не раньше) [чем]"},
    {"within", "(в течение|в течении|на протяжении)"},
    {"in", "(в|во)"},
    {"term", "[(срок*|период*)]"},
    {"atleast", "(не менее чем|не менее|по меньшей мере|минимум)"},
    {"notice", "(уведомив|предупредив|известив|уведомлением|предупреждением)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"($latest|до|к|ежегодно до) DATE (каждого года|ежегодно)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1,
     UNIT_YEAR, NULL},
    {"[(до|к|$latest)] (ORD|NUM) (числа|число|числу) (каждого|следующего|текущего) UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, NO_UNIT},
    {"[(до|к|$latest)] ORDUNIT (каждого|следующего|текущего) UNIT", LIMIT_EVERY, BOUNDS_EXACT,
     LIMIT_IS_COUNT, NO_UNIT},
    {"$latest DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(до|к|в срок до|сроком до) DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(ежегодно|каждый год|ежегодный|ежегодного|ежегодные)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1,
     UNIT_YEAR, NULL},
    {"(ежемесячно|каждый месяц|ежемесячные|ежемесячный)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1,
     UNIT_MONTH, NULL},
    {"(ежедневно|каждый день|ежедневные|ежедневный)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY,
     NULL},
    {"(еженедельно|каждую неделю)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(ежеквартально|каждый квартал|ежеквартальные)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH,
     NULL},
    {"(после) DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"[(в период|в срок)] (с|со|начиная с) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"по DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"($in|к|(в течение|в течении|на протяжении)) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME,
     NO_UNIT},
    {"$in YEAR", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"$latest ORDUNIT $later REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     NO_UNIT},
    {"(на|с|со) ORDUNIT $later REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"на ORDUNIT [<и] REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"(на|с|со) ORDUNIT", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     NO_UNIT},
    {"($in|на) день NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1,
     UNIT_DAY, NULL},
    // Recurrences
    {"(не реже|не менее) (NUM (раза|раз)) ($in|на) UNIT", LIMIT_EVERY, BOUNDS_WITHIN,
     LIMIT_PER_UNIT, NO_UNIT},
    {"(NUM (раза|раз)) ($in|на) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"(каждые|каждый|каждую|каждое|раз в|один раз в) N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(каждые|каждый|каждую|каждое|раз в|один раз в) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    // Extension and notice
    {"(продлён|продлен|продлена|продлено|продлевается|продлить|продлены|продлеваются|продление) "
     "[(каждый раз)] [(ещё|еще|ще|не более чем|не більш як)] (на|до) [(срок|строк)] [(не более|не "
     "більше)] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$notice [WORD] [WORD] [WORD] [($atleast|$latest)] за (N|UNIT) до REF", LIMIT_AT_LEAST_BEFORE,
     BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$notice [WORD] [WORD] [WORD] [($atleast|$latest)] за (N|UNIT)", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    // Bounds
    {"$latest за (N|UNIT) до REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$earliest за (N|UNIT) до REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"$latest [(через|за)] (N|UNIT) после того , как CLAUSE", LIMIT_NO_LATER_THAN_AFTER,
     BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest [(через|за)] (N|UNIT) $later REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [через] (N|UNIT)", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"$earliest [через] (N|UNIT) $later REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"$earliest [через] (N|UNIT)", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$atleast за (N|UNIT) до REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$atleast за (N|UNIT)", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"за (N|UNIT) до REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"(хранятся|хранится|действует|действуют|действительно|действителен|действительна|сохраняется|"
     "сохраняются|остаётся|остается|применяется) [в силе] $within [(не менее|не менше|щонайменше)] "
     "N [$later REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"$within N $term после того , как CLAUSE", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$within N $term $later REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$within N $term", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$in N (срок) $later REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$in N (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(в срок|сроком|в срок не более|в срок не позднее) [(до|в|у)] N $later REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(в срок|сроком|в срок не более|в срок не позднее) [(до|в|у)] N", LIMIT_WITHIN_AFTER,
     BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(не (может|могут|должен|должна|должно|должны) превышать|не превышает|не превышают|не "
     "превышающий|не более|не более чем|не свыше|до не более|на срок не более|на срок до) N "
     "[$later REF]",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(более|больше|более чем) N $later REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(менее|меньше|менее чем) N $later REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_STRICT,
     NO_UNIT},
    {"$atleast N [$later REF]", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(менее|меньше|короче|менее чем) N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"(более|свыше|больше|дольше|более чем) N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(проработавший|проработавшая|проработал|прослуживший|отработавший) N", LIMIT_DURATION,
     BOUNDS_FROM, 0, NO_UNIT},
    {"(сроком на|на срок|на период в|сроком) N [$later REF]", LIMIT_DURATION, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"(составляет|составляют|длится|длятся|продолжается) N [$later REF]", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(сокращается|сокращён|сокращен|уменьшается|продлевается|увеличивается|ограничивается) до N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(по истечении|после истечения|по прошествии|спустя) N $later REF", LIMIT_EXACTLY_AFTER,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(по истечении|после истечения|по прошествии|спустя) N", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"через (N|UNIT) после того , как CLAUSE", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"через (N|UNIT) $later REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"через (N|UNIT)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"N $later REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    // Vague terms
    {"(сразу|немедленно|незамедлительно|непосредственно) (после) REF", LIMIT_IMMEDIATELY_AFTER,
     BOUNDS_FROM_ZERO, LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"(незамедлительно|немедленно|безотлагательно|без промедления|без неоправданной задержки|без "
     "задержки|в разумный срок|в разумные сроки|как можно скорее|в кратчайшие сроки|в кратчайший "
     "срок|своевременно|в первоочередном порядке)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"$latest EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(вплоть до|до момента|до дня|до даты) EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(в момент|в день|при|с момента|со дня|в дату|на дату) EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"после того , как CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(по истечении|после истечения|по прошествии|спустя) (EVENT|PERIOD)", LIMIT_AFTER,
     BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(после) EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"до EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_IS_BARE, NO_UNIT},
};

const struct limit_language limits_in_russian = {
    .lexicon = &lexicon_russian,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
