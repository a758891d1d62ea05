// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Spanish.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"from", "(a partir (de|del)|a contar (de|desde|del)|contados (desde|a partir de|a partir "
             "del)|contado (desde|a partir de)|desde|siguientes (a|al)|siguiente (a|al)|después "
             "(de|del)|posteriores (a|al)|de|del|tras)"},
    {"span",
     "[(un|el|los|las|este)] [plazo] [(máximo|razonable)] [(de|no superior a)] [(los|las)]"},
    {"latest", "(a más tardar|a mas tardar|no más tarde (de|del)|no después (de|del))"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(antes (de|del)|a más tardar [el]|hasta [el]|el) DATE (de|en) cada año", LIMIT_EVERY,
     BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"$latest [(el|en|al)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"hasta [(el|finales de)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"antes (de|del) DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"antes de YEAR", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(a partir|a contar) (de|del) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"desde el DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"del DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"al DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"después del DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"el [día] DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|durante) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|durante) YEAR", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"(el|al|a partir del) ORDUNIT $from [(la fecha de)] REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"(el|al) día NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1,
     UNIT_DAY, NULL},
    // Recurrences
    {"(al menos|por lo menos|como mínimo) NUM (vez|veces) (al|por|cada|a la) UNIT", LIMIT_EVERY,
     BOUNDS_WITHIN, LIMIT_PER_UNIT, NO_UNIT},
    {"NUM (vez|veces) (al|por|cada|a la) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"[(al menos|por lo menos)] cada N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"cada UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(todos|todas) (los|las) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"anualmente", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"mensualmente", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"diariamente", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"semanalmente", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    // Notice and extension
    {"[(con|mediante|previo)] (un|el) (preaviso|aviso previo) [escrito] [mínimo] de [(al menos|por "
     "lo menos)] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"con N de (antelación|anticipación|preaviso)", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(prorrogado|prorrogada|prorrogarse|ampliado|ampliada|renovado|renovada|prorrogar|ampliar) "
     "[una vez] (por|en|durante) [(un|otro|otros)] [(período|periodo|plazo)] [adicional] [de] "
     "[hasta] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest [en] $span N antes (de|del) REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"$latest [(en|dentro de)] $span N $from REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [(en|dentro de)] $span N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(al menos|por lo menos|como mínimo|con al menos) N (antes (de|del)|de antelación a) REF",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"(al menos|por lo menos|como mínimo) N después (de|del) REF", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, 0, NO_UNIT},
    {"(en|dentro de|dentro del) $span N $from REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(en|dentro de|dentro del) $span N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"(no (podrá|podrán|puede|pueden|deberá|deberán) (exceder|superar)|no excederá|no excederán|no "
     "superará|que no exceda|sin exceder|no superior a) [(de|los|las)] N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(durante|por) [(un|el)] (período|periodo|plazo|término) [máximo] de N", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"durante [(al menos|los|las)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"por N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(período|periodo|duración) de N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"a los N (de|del|desde|siguientes a) REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N antes (de|del) REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N (después (de|del)|a partir (de|del)|desde) REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"N (después|más tarde)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"sin [(más|ninguna)] (demora|dilación|retraso) [(indebida|injustificada)]", LIMIT_OPEN,
     BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(inmediatamente|de inmediato|a la mayor brevedad|tan pronto como sea posible|lo antes "
     "posible|en un plazo razonable|oportunamente)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"(en el momento de|en la fecha de|al momento de|desde) EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"hasta EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(después (de|del)|tras) EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"antes (de|del) EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_spanish = {
    .lexicon = &lexicon_spanish,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
