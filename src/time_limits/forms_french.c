// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in French.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"of", "(de|du|des|d)"},
    {"counted", "[(courant|calculé|calculée|décompté|à courir)]"},
    {"from",
     "$counted (à compter $of|à partir $of|à dater $of|suivant|qui (suit|suivent)|après|$of|"
     "dès|depuis|au lendemain $of)"},
    {"later", "$counted (après|suivant|à compter $of|à partir $of|à dater $of|qui (suit|suivent))"},
    {"span", "[(un|le|ce|l)] [(délai|terme)] [(maximal|maximum|raisonnable|supplémentaire)] "
             "[(de|d)] [(les|des|ces|la|l)]"},
    {"latest",
     "(au plus tard|pas plus tard que|au plus tard dans|au plus tard à l issue $of|au plus "
     "tard à l expiration $of)"},
    {"earliest", "(au plus tôt|pas avant|pas moins $of)"},
    {"least", "(au moins|au minimum)"},
    {"edge", "(celui $of|celle $of|la date $of|le jour $of|l)"},
    {"not", "(ne (peut|peuvent|doit|doivent|pourra|pourront|saurait|saurai|devra) [pas] [être] "
            "(excéder|dépasser|supérieure à|supérieur à)|n (excède|excèdent|excédera) [pas]|ne "
            "(dépasse|dépassent|dépassera) [pas]|n excédant pas|ne dépassant pas|sans "
            "(excéder|dépasser|pouvoir excéder))"},
    {"for", "(pendant|durant|pour|sur)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(avant|au plus tard|au plus tard le|avant le|d ici le|le|jusqu au) DATE (de chaque|chaque) "
     "année",
     LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"le (ORD|NUM) [jour] (de chaque|du|de) [chaque] UNIT", LIMIT_EVERY, BOUNDS_EXACT,
     LIMIT_IS_COUNT, NO_UNIT},
    {"[(avant|au plus tard)] le (premier|dernier) jour [(ouvrable|ouvré)] de chaque UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(avant|au plus tard) le (ORD|NUM) [jour] de chaque UNIT", LIMIT_EVERY, BOUNDS_EXACT,
     LIMIT_IS_COUNT, NO_UNIT},
    {"$latest [(le|à|en)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(jusqu|d ici) [(au|à|en|le)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"avant [(le|la fin de)] DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"avant [(le|l année)] YEAR", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(à partir|à compter|à dater) (du|de|d) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(dès|depuis) le DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"après le DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"du DATE (<au|<jusqu)", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"au DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"entre le DATE <et", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"et le DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"(le|à la date du) DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|courant|au cours de|dans le courant de|au cours du|dans le courant du|au|le) DATE",
     LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|au cours de l année|dans le courant de l année) YEAR", LIMIT_IN_DATE, BOUNDS_NONE,
     LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"$latest [le] ORDUNIT $later [$edge] REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest [le] ORDUNIT (de la|du|de l|de|d) REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [le] ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"(le|au|à partir du|dès le|à compter du|pour le) ORDUNIT $later [$edge] REF", LIMIT_NTH_DAY,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(le|au|à partir du|dès le|à compter du|pour le) ORDUNIT (de la|du|de l|de|d) REF",
     LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"(le|au|à partir du|dès le|à compter du|pour le) ORDUNIT", LIMIT_NTH_DAY, BOUNDS_DAY_OF,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"(le|au) [jour] NUM jour", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     1, UNIT_DAY, NULL},
    {"(le|au|avant le) jour NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED,
     1, UNIT_DAY, NULL},
    // Recurrences
    {"au moins NUM fois (par|l|tous les|chaque) UNIT", LIMIT_EVERY, BOUNDS_WITHIN, LIMIT_PER_UNIT,
     NO_UNIT},
    {"NUM fois (par|l|tous les|chaque) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"[au moins] [une fois] (tous|toutes) les N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"[au moins] (tous|toutes) les UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"chaque UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(pour des|par) (périodes|tranches) [(successives|consécutives)] (de|d) N", LIMIT_EVERY,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(annuellement|une fois l an|annuel|annuelle|annuels|annuelles)", LIMIT_EVERY, BOUNDS_EXACT, 0,
     1, UNIT_YEAR, NULL},
    {"(mensuellement|mensuel|mensuelle|mensuels|mensuelles)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1,
     UNIT_MONTH, NULL},
    {"(trimestriellement|trimestriel|trimestrielle|trimestriels|trimestrielles)", LIMIT_EVERY,
     BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    {"(quotidiennement|quotidien|quotidienne|quotidiens|quotidiennes)", LIMIT_EVERY, BOUNDS_EXACT,
     0, 1, UNIT_DAY, NULL},
    {"(hebdomadairement|hebdomadaire|hebdomadaires)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK,
     NULL},
    // Notice and extension
    {"[(avec|moyennant|sous réserve (de|d)|sous|en respectant|en observant)] (un|le|d un|du|au) "
     "préavis [(écrit|minimal|minimum)] (de|d) [(au moins|au minimum)] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(moyennant|sous|avec) préavis [écrit] (de|d) [(au moins|au minimum)] N", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(prolongé|prolongée|prolongés|prolongées|prorogé|prorogée|prorogés|prorogées|renouvelé|"
     "renouvelée|prolonger|proroger|reconduit|reconduite|prolongation|prorogation) [une fois] "
     "(de|pour|d) [(une|un)] [(nouvelle|maximale)] [(période|durée)] [(maximale|supplémentaire)] "
     "[(de|d)] [au plus] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest $span N avant [$edge] REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"$latest $span N après que CLAUSE", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest $span N $from [$edge] REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest $span N (après|plus tard)", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"$latest $span N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$earliest N avant [$edge] REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"$earliest N $later [$edge] REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"$earliest N", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    {"($least|pas moins de) N avant [$edge] REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"$least N (à l avance|auparavant|avant)", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"N (à l avance|auparavant)", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"$least N $later [$edge] REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(dans|endéans|sous|en|pendant|durant) $span N (après|à compter du moment où) que CLAUSE",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(dans|endéans|sous|en) $span N $from [$edge] REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"(dans|endéans|sous) $span N (avant|qui (précède|précèdent)|précédant) [$edge] REF",
     LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0, NO_UNIT},
    {"(pendant|durant|au cours de|au cours des|dans) [(la|les|une|l)] [(période|délai)] [de] N "
     "(suivant|qui (suit|suivent)|à compter $of|à partir $of) [$edge] REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"$latest à la fin du ORDUNIT $later [$edge] REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"dans (la|le|l) UNIT (qui (suit|suivent)|suivant) [$edge] REF", LIMIT_WITHIN_AFTER,
     BOUNDS_WITHIN, 0, NO_UNIT},
    {"(dans|endéans|sous) $span N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(dans|endéans|sous) $span moins de N [$from REF]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"$not [une] [(durée|période)] [(totale|maximale)] [(de|d)] N", LIMIT_DURATION, BOUNDS_WITHIN,
     0, NO_UNIT},
    {"(inférieur|inférieure|inférieurs) à N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(supérieur|supérieure|supérieurs) à N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"plus (de|d) N $later [$edge] REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"moins (de|d) N $later [$edge] REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_STRICT,
     NO_UNIT},
    {"[$for] plus (de|d) N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"[$for] moins (de|d) N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"[$for] $least N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(ayant|ont|a|aura) accompli [(au moins|plus de)] N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"$for [(une|la)] (période|durée) "
     "[(maximale|maximum|minimale|initiale|indivisible|déterminée)] "
     "(de|d) [(au plus|au moins)] N [$later [$edge] REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(pendant|durant) [(au moins|au plus|les)] N [$later [$edge] REF]", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"pour N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(une|la|leur|sa|d une) (durée|période|validité) [(maximale|minimale|initiale)] (de|d) N "
     "[$later "
     "[$edge] REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(est|sont|sera|seront|soit) (de|d|fixé à|fixée à|ramené à|ramenée à|porté à|portée à|réduit "
     "à|réduite à|limité à|limitée à|valable|valables|valide|valides) [(au plus|au moins)] N "
     "[$later "
     "[$edge] REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(valable|valables|valide|ramené à|réduit à|porté à|fixé à|dure|durent|durera) N [$later "
     "[$edge] REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(dispose|disposent|disposera|bénéficie|bénéficient|disposant) (d|de) [(un|une|du)] "
     "[(délai|période)] [(maximal|supplémentaire)] [(de|d)] N [$from [$edge] REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(après|passé|à l expiration $of|au terme $of|à l issue $of|à la fin $of|au bout $of) "
     "[(un|une|la|ce|le)] [(délai|période|durée)] [(de|d)] N [$from [$edge] REF]",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(entre) N avant [$edge] REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N avant [$edge] REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N après que CLAUSE", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N $later [$edge] REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N (plus tard|après)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"sans [(autre|aucun)] (retard|délai) [(indu|injustifié|excessif|indus)]", LIMIT_OPEN,
     BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(immédiatement|aussitôt|sans délai|dès) après [$edge] REF", LIMIT_IMMEDIATELY_AFTER,
     BOUNDS_FROM_ZERO, LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"(immédiatement|sans tarder|promptement|rapidement|dans les meilleurs délais|dans les plus "
     "brefs "
     "délais|dans les plus courts délais|à bref délai|dès que possible|aussitôt que possible|dans "
     "un "
     "délai raisonnable|en temps utile|à tout moment utile)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"$latest (à|au|lors (de|du|d)|dès|le) [(la|le|l)] EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"(jusqu) (à|au|aux) [(la|l)] (EVENT|PERIOD)", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(à l issue $of|au terme $of|à la fin $of) PERIOD", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"(dès|lors $of|au moment $of|à la date $of|au jour $of|à l occasion $of) EVENT", LIMIT_UPON,
     BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(à l|à la|au) "
     "(<expiration|<échéance|<entrée|<prise|<signature|<livraison|<réception|<clôture|"
     "<conclusion|<fin|<terme|<achèvement|<ouverture|<début|<commencement) EVENT",
     LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"après que CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(après|une fois|à la suite $of) EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"avant EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_french = {
    .lexicon = &lexicon_french,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
