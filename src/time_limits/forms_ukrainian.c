// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Ukrainian.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(не пізніше|не пізніш) [(ніж|як)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"до [(конца|кінця|конец)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(у строк|в строк|у термін|строком) до DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(щороку|щорічно|кожного року)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(щомісяця|щомісячно)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"(щодня|щоденно)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"(щотижня|щотижнево)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(щоквартально|щокварталу)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    {"після DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"(з|зі|із) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(в|у) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(в|у) YEAR (році|року|р)", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"(на|(з|зі|із)) ORDUNIT (після|з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з) REF",
     LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"на ORDUNIT REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    // Compounds
    {"(в|у) місячний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_MONTH, NULL},
    {"(в|у) місячний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1,
     UNIT_MONTH, NULL},
    {"(в|у) двомісячний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 2, UNIT_MONTH, NULL},
    {"(в|у) двомісячний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 2,
     UNIT_MONTH, NULL},
    {"(в|у) тримісячний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 3, UNIT_MONTH, NULL},
    {"(в|у) тримісячний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 3,
     UNIT_MONTH, NULL},
    {"(в|у) шестимісячний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 6, UNIT_MONTH, NULL},
    {"(в|у) шестимісячний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 6,
     UNIT_MONTH, NULL},
    {"(в|у) тижневий (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_WEEK, NULL},
    {"(в|у) тижневий (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1,
     UNIT_WEEK, NULL},
    {"(в|у) двотижневий (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 2, UNIT_WEEK, NULL},
    {"(в|у) двотижневий (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 2,
     UNIT_WEEK, NULL},
    {"(в|у) десятиденний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 10, UNIT_DAY, NULL},
    {"(в|у) десятиденний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 10,
     UNIT_DAY, NULL},
    {"(в|у) тридцятиденний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 30, UNIT_DAY, NULL},
    {"(в|у) тридцятиденний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 30,
     UNIT_DAY, NULL},
    {"(в|у) річний (строк|термін) (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, 1, UNIT_YEAR, NULL},
    {"(в|у) річний (строк|термін)", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, 1,
     UNIT_YEAR, NULL},
    // Recurrences
    {"(не рідше|не менше|щонайменше) (NUM (разу|рази|раз|разів)) (в|у|на) UNIT", LIMIT_EVERY,
     BOUNDS_WITHIN, LIMIT_PER_UNIT, NO_UNIT},
    {"(кожні|кожний|кожен|кожну|кожне|раз на) N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(кожні|кожний|кожен|кожну|кожне|раз на) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(NUM (разу|рази|раз|разів)) (в|у|на) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT,
     NO_UNIT},
    // Extension and notice
    {"(продовжено|продовжений|продовжується|продовжити|продовжена) (на|до) N", LIMIT_EXTENSION,
     BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(повідомивши|попередивши) [(об этом|про це)] [(не менш як|не менше ніж|не менше як|не "
     "менше|щонайменше|не пізніше ніж)] за N [(до REF)]",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"(не пізніше|не пізніш) [(ніж|як)] за N до REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO,
     0, NO_UNIT},
    {"(не пізніше|не пізніш) [(ніж|як)] [(через|за)] N (після|з дня|зі дня|від дня|з дати|від "
     "дати|з моменту|від моменту|від|з) REF",
     LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"(не пізніше|не пізніш) [(ніж|як)] [(через)] N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(не менш як|не менше ніж|не менше як|не менше|щонайменше|не пізніше ніж) за N до REF",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"за N до REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"(зберігаються|зберігається|діє|діють|залишається чинною|залишається чинним) "
     "(протягом|упродовж|впродовж) N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(протягом|упродовж|впродовж) N (з дня|зі дня|від дня|з дати|від дати|з моменту|від "
     "моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(протягом|упродовж|впродовж) N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(у строк|в строк|у термін|строком) [(до|у|в)] N (з дня|зі дня|від дня|з дати|від дати|з "
     "моменту|від моменту|від|з|після) REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(у строк|в строк|у термін|строком) [(до|у|в)] N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(не (може|можуть|повинен|повинна|повинно|повинні) перевищувати|не перевищує|не більше|не "
     "більш як|не понад) N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(сроком|строком|терміном) на N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"через N (після|з дня|зі дня|від дня|з дати|від дати|з моменту|від моменту|від|з) REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"через N", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"N (після|з дня|зі дня|від дня|з дати|від дати|з моменту|від моменту|від|з) REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    // Vague terms
    {"(негайно|невідкладно|у розумний строк|якнайшвидше|у найкоротший строк|своєчасно|без "
     "зволікань)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"(у момент|в момент|у день|в день|при|під час|з моменту) EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"після EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"до EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_IS_BARE, NO_UNIT},
};

const struct limit_language limits_in_ukrainian = {
    .lexicon = &lexicon_ukrainian,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
