// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in Arabic.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Only lengths and dates are read; what they are counted from is left to a person.
    {"(خلال|في غضون|في خلال|في مدة|في أجل) [(أقصاه|أقصاها|مدة|لا يتجاوز|لا تتجاوز)] N",
     LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"[(لمدة|لفترة|مدة)] (لا تقل عن|لا يقل عن) N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(لمدة|لفترة|مدة|طوال) [(أقصاها|لا تتجاوز)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(لا تتجاوز|لا يتجاوز|لا تزيد على|لا تزيد عن) N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(لمدة|لفترة|مدة|طوال) UNIT (واحدة|واحد)", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"مدة (العقد|الاتفاق|الولاية|الإيجار|الضمان) N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(خلال|في غضون|في خلال) UNIT [(واحدة|واحد)]", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"قبل N (من|على) REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"قبل N", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"بعد N", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"كل UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"كل N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(سنوياً|سنويا|سنويًا)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(شهرياً|شهريا)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"(في موعد أقصاه|في موعد لا يتجاوز|في أجل أقصاه|حتى|قبل نهاية) DATE", LIMIT_BY_DATE,
     BOUNDS_NONE, 0, NO_UNIT},
    {"قبل DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(اعتباراً من|اعتبارا من|ابتداء من|ابتداءً من|من) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0,
     NO_UNIT},
    {"(في|بتاريخ|يوم) DATE", LIMIT_ON_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(فوراً|فورا|دون تأخير|بدون تأخير|على الفور)", LIMIT_OPEN, BOUNDS_NONE,
     LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
};

const struct limit_language limits_in_arabic = {
    .lexicon = &lexicon_arabic,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
