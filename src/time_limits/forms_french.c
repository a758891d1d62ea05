// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in French.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"from", "(à compter (de|du|des|d)|à partir (de|du|des|d)|suivant|qui "
             "(suit|suivent)|après|de|du|des|d|dès|depuis|courant à compter (de|du|d))"},
    {"span",
     "[(un|le|ce)] [(délai|terme)] [(maximal|maximum|raisonnable)] [(de|d)] [(les|des|ces|la|l)]"},
    {"latest", "(au plus tard|pas plus tard que|au plus tard dans)"},
    {"edge", "(celui de|celle de|la date de|le jour de|l)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(avant|au plus tard|au plus tard le|avant le|d ici le|le|jusqu au) DATE (de chaque|chaque) "
     "année",
     LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"$latest [le] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(jusqu|d ici) [(au|à|en|le)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"avant [(le|la fin de)] DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"avant [(le|l année)] YEAR", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(à partir|à compter|à dater) (du|de|d) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"dès le DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"après le DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"du DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"au DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"le DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|courant|au cours de|dans le courant de) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME,
     NO_UNIT},
    {"(en|au cours de l année|dans le courant de l année) YEAR", LIMIT_IN_DATE, BOUNDS_NONE,
     LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"(le|au|à partir du|dès le|à compter du) ORDUNIT ($from) [$edge] REF", LIMIT_NTH_DAY,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(le|au) [jour] NUM jour", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     1, UNIT_DAY, NULL},
    {"(le|au|avant le) jour NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     1, UNIT_DAY, NULL},
    // Recurrences
    {"au moins NUM fois (par|l|tous les|chaque) UNIT", LIMIT_EVERY, BOUNDS_WITHIN, LIMIT_PER_UNIT,
     NO_UNIT},
    {"NUM fois (par|l|tous les|chaque) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"[au moins] (tous|toutes) les N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"[au moins] (tous|toutes) les UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"chaque UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(annuellement|une fois l an)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"mensuellement", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"quotidiennement", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"hebdomadairement", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    // Notice and extension
    {"[(avec|moyennant|sous réserve (de|d)|sous)] (un|le|d un) préavis [(écrit|minimal|minimum)] "
     "(de|d) [(au moins|au minimum)] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(prolongé|prolongée|prolongés|prolongées|prorogé|prorogée|renouvelé|renouvelée|prolonger|"
     "proroger) [une fois] (de|pour|d) [(une|un)] [nouvelle] [(période|durée)] [(de|d)] [au plus] "
     "N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest $span N avant REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$latest $span N $from [$edge] REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest $span N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(au moins|au minimum) N avant REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"(au moins|au minimum|pas avant|au plus tôt) N (après|à compter de|à compter du|à partir de|à "
     "partir du) REF",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(dans|endéans|sous|dans les|en) $span N $from [$edge] REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     0, NO_UNIT},
    {"(dans|endéans|sous) $span N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(ne (peut|peuvent|doit|doivent|pourra|saurait) [pas] (excéder|dépasser)|n excède pas|ne "
     "dépasse pas|n excédant pas|ne dépassant pas|sans excéder) [une] [(durée|période)] [(de|d)] N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(pendant|durant|pour) [(une|la)] (période|durée) [(maximale|maximum)] (de|d) [au plus] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(pendant|durant) [(au moins|les)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"pour N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(une|la) (durée|période) [(maximale|minimale)] (de|d) N", LIMIT_DURATION, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"N avant REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N (après|suivant|à compter de|à compter du|à partir de|à partir du) [$edge] REF",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N (plus tard|après)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(à l expiration|au terme|à l issue|à la fin) (de|d) [(un|une|la|ce)] [(délai|période|durée)] "
     "[(de|d)] N [$from REF]",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"sans [(autre|aucun)] (retard|délai) [(indu|injustifié|excessif|indus)]", LIMIT_OPEN,
     BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(immédiatement|sans tarder|promptement|dans les meilleurs délais|dans les plus brefs "
     "délais|dès que possible|aussitôt que possible|dans un délai raisonnable|en temps utile)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"(dès|lors de|au moment de|à la date de|au jour de) EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"(jusqu) (à|au) EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"après EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"avant EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"le DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_french = {
    .lexicon = &lexicon_french,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
