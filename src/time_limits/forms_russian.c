// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Russian.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(не позднее|не позже) [чем] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"до [(конца|кінця|конец)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(в срок|сроком) до DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(ежегодно|каждый год)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(ежемесячно|каждый месяц)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"(ежедневно|каждый день)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"(еженедельно|каждую неделю)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(ежеквартально|каждый квартал)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    {"после DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"с DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(в|во) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(в|во) YEAR (году|года|г)", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"(на|с) ORDUNIT (после|со дня|с даты|с момента|от|от даты|со времени|с) REF", LIMIT_NTH_DAY,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"на ORDUNIT REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    // Compounds
    {"(в|во) месячный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_MONTH, NULL},
    {"(в|во) месячный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1, UNIT_MONTH,
     NULL},
    {"(в|во) двухмесячный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 2, UNIT_MONTH, NULL},
    {"(в|во) двухмесячный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 2,
     UNIT_MONTH, NULL},
    {"(в|во) (трёхмесячный|трехмесячный) (срок) (со дня|с даты|с момента|от|от даты|со "
     "времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 3, UNIT_MONTH, NULL},
    {"(в|во) (трёхмесячный|трехмесячный) (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, 3, UNIT_MONTH, NULL},
    {"(в|во) шестимесячный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 6, UNIT_MONTH, NULL},
    {"(в|во) шестимесячный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 6,
     UNIT_MONTH, NULL},
    {"(в|во) недельный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_WEEK, NULL},
    {"(в|во) недельный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1, UNIT_WEEK,
     NULL},
    {"(в|во) двухнедельный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 2, UNIT_WEEK, NULL},
    {"(в|во) двухнедельный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 2,
     UNIT_WEEK, NULL},
    {"(в|во) десятидневный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 10, UNIT_DAY, NULL},
    {"(в|во) десятидневный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 10,
     UNIT_DAY, NULL},
    {"(в|во) тридцатидневный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 30, UNIT_DAY, NULL},
    {"(в|во) тридцатидневный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 30,
     UNIT_DAY, NULL},
    {"(в|во) годичный (срок) (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_YEAR, NULL},
    {"(в|во) годичный (срок)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1, UNIT_YEAR,
     NULL},
    // Recurrences
    {"(не реже|не менее) (NUM (раза|раз)) (в|во|на) UNIT", LIMIT_EVERY, BOUNDS_WITHIN,
     LIMIT_PER_UNIT, NO_UNIT},
    {"(каждые|каждый|каждую|каждое|раз в) N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(каждые|каждый|каждую|каждое|раз в) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(NUM (раза|раз)) (в|во|на) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    // Extension and notice
    {"(продлён|продлен|продлена|продлено|продлевается|продлить|продлены) (на|до) N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(уведомив|предупредив|известив) [(об этом|про це)] [(не менее чем|не менее|не позднее чем|по "
     "меньшей мере)] за N [(до REF)]",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"(не позднее|не позже) [(чем)] за N до REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"(не позднее|не позже) [(чем)] [(через|за)] N (после|со дня|с даты|с момента|от|от даты|со "
     "времени|с) REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"(не позднее|не позже) [(чем)] [(через)] N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(не менее чем|не менее|не позднее чем|по меньшей мере) за N до REF", LIMIT_AT_LEAST_BEFORE,
     BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"за N до REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"(хранятся|хранится|действует|действуют|сохраняется|сохраняются|остаётся в силе|остается в "
     "силе) (в течение|в течении|на протяжении) N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(в течение|в течении|на протяжении) N (со дня|с даты|с момента|от|от даты|со "
     "времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(в течение|в течении|на протяжении) N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(в срок|сроком) [(до|в)] N (со дня|с даты|с момента|от|от даты|со времени|с|после) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(в срок|сроком) [(до|в)] N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(не (может|могут|должен|должна|должно|должны) превышать|не превышает|не превышающий|не "
     "более|не свыше) N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(сроком|строком|терміном) на N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"через N (после|со дня|с даты|с момента|от|от даты|со времени|с) REF", LIMIT_EXACTLY_AFTER,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"через N", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"N (после|со дня|с даты|с момента|от|от даты|со времени|с) REF", LIMIT_EXACTLY_AFTER,
     BOUNDS_EXACT, 0, NO_UNIT},
    // Vague terms
    {"(незамедлительно|немедленно|безотлагательно|в разумный срок|как можно скорее|в кратчайшие "
     "сроки|своевременно)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"(в момент|в день|при|с момента) EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"после EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"до EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_IS_BARE, NO_UNIT},
};

const struct limit_language limits_in_russian = {
    .lexicon = &lexicon_russian,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
