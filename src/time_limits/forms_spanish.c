// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Spanish.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"of", "(de|del)"},
    {"counted", "[(contado|contados|computado|computados)]"},
    {"from",
     "$counted (a partir $of|a contar (de|desde|del)|desde|siguientes (a|al)|siguiente (a|al)|"
     "después $of|posteriores (a|al)|posterior (a|al)|de|del|tras|que (sigue|siguen) (a|al))"},
    {"later",
     "$counted (a partir $of|a contar (de|desde|del)|desde|siguientes (a|al)|siguiente (a|al)|"
     "después $of|posteriores (a|al)|posterior (a|al)|tras)"},
    {"span", "[(un|el|los|las|este|dicho)] [(plazo|término)] [(máximo|razonable|improrrogable)] "
             "[(de|no superior a)] [(los|las|hasta)]"},
    {"latest", "(a más tardar|a mas tardar|como máximo|no más tarde $of|no después $of)"},
    {"earliest", "(no antes $of|como mínimo|como pronto|no antes transcurridos)"},
    {"least", "(al menos|por lo menos|como mínimo|no menos de)"},
    {"edge", "[(la fecha $of|el día $of|el|la|los)]"},
    {"notice", "(preaviso|aviso previo|antelación|anticipación)"},
    {"for", "(durante|por)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(antes (de|del)|a más tardar [el]|hasta [el]|el) DATE (de|en) cada año", LIMIT_EVERY,
     BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"[(antes del|a más tardar)] (el|los) [(día|primer|último)] [(NUM|día|ORD)] [(primeros)] "
     "[hábil] "
     "(de cada|del|de todos los) UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, NO_UNIT},
    {"$latest [(el|en|al)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"hasta [el] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"antes (de|del) DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"antes de YEAR", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(a partir|a contar) (de|del) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"desde el DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"del DATE (<al|<hasta)", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"al DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"entre el DATE <y", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"y el DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"después del DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"(el [día]|con fecha|a) DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"a las DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|durante|durante el|en el) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(en|durante) [el año] YEAR", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    // Ordinals
    {"$latest [el] ORDUNIT $later $edge REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest [el] ORDUNIT (de la|del|de) REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest [el] ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"(el|al|a partir del|para el|desde el) ORDUNIT $later $edge REF", LIMIT_NTH_DAY, BOUNDS_EXACT,
     0, NO_UNIT},
    {"(el|al|a partir del|para el|desde el) ORDUNIT (de la|del|de) REF", LIMIT_NTH_DAY,
     BOUNDS_DAY_OF, 0, NO_UNIT},
    {"(el|al|a partir del|para el|desde el) ORDUNIT", LIMIT_NTH_DAY, BOUNDS_DAY_OF,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"(el|al) día NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1,
     UNIT_DAY, NULL},
    // Recurrences
    {"(al menos|por lo menos|como mínimo) NUM (vez|veces) (al|por|cada|a la) UNIT", LIMIT_EVERY,
     BOUNDS_WITHIN, LIMIT_PER_UNIT, NO_UNIT},
    {"NUM (vez|veces) (al|por|cada|a la) UNIT", LIMIT_EVERY, BOUNDS_EXACT, LIMIT_PER_UNIT, NO_UNIT},
    {"[(al menos|por lo menos)] cada N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"cada UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(todos|todas) (los|las) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"por (períodos|periodos) [(sucesivos|consecutivos)] de N", LIMIT_EVERY, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"(anualmente|anual|anuales)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(semestralmente|semestral|semestrales)", LIMIT_EVERY, BOUNDS_EXACT, 0, 6, UNIT_MONTH, NULL},
    {"(trimestralmente|trimestral|trimestrales)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH,
     NULL},
    {"(mensualmente|mensual|mensuales)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"(diariamente|diario|diaria|diarios|diarias)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY,
     NULL},
    {"(semanalmente|semanal|semanales)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    // Notice and extension
    {"[(con|mediante|previo)] (un|el|previo) (preaviso|aviso previo) [escrito] [mínimo] de "
     "[$least] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(con|mediante|previo) (preaviso|aviso) [previo] [escrito] de [$least] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"con [(una $notice [mínima] de)] [$least] N de $notice (a|al|respecto $of) [(la|el)] REF",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"con una $notice [mínima] de [$least] N (a|al|respecto $of) [(la|el)] REF",
     LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"con [$least] N de $notice", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"con una $notice [mínima] de [$least] N", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(prorrogado|prorrogada|prorrogarse|prorroga|prorrogan|prorrogará|prorrogarán|ampliado|"
     "ampliada|"
     "renovado|renovada|prorrogar|ampliar|ampliarse|prorrogable|prórroga) [una vez] "
     "(por|en|durante|de) [(un|una|otro|otros)] [(período|periodo|plazo|máximo)] [adicional] [de] "
     "[(hasta|máximo de)] N [más]",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest [en] $span N antes $of $edge REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"$latest [en] $span N después de que CLAUSE", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [en] $span N $from $edge REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    {"$latest [en] $span N (después|más tarde)", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"$latest [en] $span N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$earliest N antes $of $edge REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"$earliest N $later $edge REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"$least N antes $of $edge REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$least N antes", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, LIMIT_IS_IMPLIED, NO_UNIT},
    {"$least N $later $edge REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"(en|dentro de|dentro del|durante|en el) $span N (a partir de|después de|desde|siguientes a) "
     "que "
     "CLAUSE",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(en|dentro de|dentro del) $span N $from $edge REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"durante [(el|los|las|un)] [(período|periodo|plazo)] [de] N "
     "(siguiente|siguientes|posteriores) "
     "(a|al) $edge REF",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(en|dentro de|dentro del) $span N (anteriores|previos) (a|al) $edge REF", LIMIT_WITHIN_BEFORE,
     BOUNDS_BACK_WITHIN, 0, NO_UNIT},
    {"(en|dentro de|dentro del) $span [menos de] N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"(no (podrá|podrán|deberá|deberán|puede|pueden|debe|deben) (exceder|superar|ser superior)|no "
     "(excederá|excederán|excede|excedan|exceda|superará|supera|supere)|sin exceder|no superior|no "
     "superiores) [(de|a)] [(los|las)] N",
     LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(inferior|inferiores|menor|menores) a N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(superior|superiores|mayor|mayores) a N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"más de N $later $edge REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"menos de N $later $edge REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"[$for] más de N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"[$for] menos de N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"(dura|duran|durará|durarán|$for) $latest N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(dura|duran|durará|durarán|$for) $least N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(haya|hayan|ha|han) cumplido [(al menos|más de)] N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"$for (un|el) (período|periodo|plazo) [(máximo|mínimo|inicial)] de [(hasta|al menos)] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"$for [(los|las|al menos|hasta)] N [$later $edge REF]", LIMIT_DURATION, BOUNDS_EXACT, 0,
     NO_UNIT},
    {"(un|una|el|la|con una|su) (período|periodo|duración|vigencia|validez) [(máximo|máxima|mínima|"
     "inicial)] de N [$later $edge REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(es|son|será|serán) de [(hasta|al menos|como máximo)] N [$later $edge REF]", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(reducirá|reducirán|reducido|reducida|limitado|limitada|ampliará|fijado|fija|limitará) "
     "(a|en) N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(dispondrá|dispondrán|dispone|disponen|tendrá|tendrán|dispongan) de [un] [plazo] [(máximo|"
     "adicional)] [de] N [$from $edge REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(dura|duran|durará|durarán) N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(transcurrido|transcurridos|transcurrida|transcurridas|al cabo de|al término "
     "de|pasados|tras) "
     "[(un|el|los|las)] [(plazo|período|periodo)] [(de)] N [$from $edge REF]",
     LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(a (los|las)|al cabo de) N $from $edge REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N antes $of $edge REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N después de que CLAUSE", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N $later $edge REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N (después|más tarde)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"(inmediatamente|justo) (después $of|tras) $edge REF", LIMIT_IMMEDIATELY_AFTER,
     BOUNDS_FROM_ZERO, LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"sin (más|mayor) (dilación|demora)", LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"sin (demora|dilación|dilaciones|demoras) [(indebida|indebidas|injustificada|alguna)]",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    {"(inmediatamente|de inmediato|de forma inmediata|lo antes posible|a la mayor brevedad|a la "
     "mayor "
     "brevedad posible|cuanto antes|en breve|tan pronto como sea posible|en un plazo "
     "razonable|oportunamente|a su debido tiempo)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"$latest (a|al|en|con) [(la|el)] EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, 1, UNIT_DAY, NULL},
    {"hasta [(el|la)] (EVENT|PERIOD)", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(transcurrido|transcurridos|finalizado|vencido|concluido|tras) PERIOD", LIMIT_AFTER,
     BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(en el momento $of|en la fecha $of|con ocasión $of|el día $of) EVENT", LIMIT_UPON,
     BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(a la|al) (<entrada|<firma|<término|<inicio|<vencimiento|<expiración|<entrega|<recepción|"
     "<cierre|<fin|<final|<conclusión|<comienzo|<finalización) EVENT",
     LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"al (<recibir|<firmar|<entrar|<concluir|<vencer|<finalizar|<expirar|<entregar) CLAUSE",
     LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"después de que CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(después $of|tras|previa|una vez) $edge EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY,
     NULL},
    {"antes $of $edge EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_spanish = {
    .lexicon = &lexicon_spanish,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
