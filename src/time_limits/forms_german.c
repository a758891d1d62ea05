// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in German.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"from", "(nach|ab|seit|vom|von|ab dem|nach dem) [(dem|der|den|des|ihrer|seiner)]"},
    {"span",
     "[(einer|der|eines|des)] [(frist|zeitraums|zeitspanne)] [von] [(höchstens|maximal|den)]"},
    {"latest", "(spätestens|nicht später als|längstens|bis spätestens)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(bis [spätestens] (zum|zu)|bis|am|zum|vor dem|spätestens (am|zum)) DATE (jedes|eines jeden) "
     "jahres",
     LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"$latest [(am|zum|bis zum)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"bis [(zum|spätestens|ende|einschließlich)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"vor dem DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(ab|von|seit) [(dem|ende|anfang)] DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"vom DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"nach dem DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"mit wirkung vom DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"am DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(im|im laufe des) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(im jahr|im jahre) YEAR", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"bis ende [(des jahres)] YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    // Ordinals
    {"(am|ab dem|zum) ORDUNIT $from REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(am|an) tag NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1,
     UNIT_DAY, NULL},
    {"am ORDUNIT (der|des) REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    // Recurrences
    {"mindestens (einmal|einmal im jahr|einmal pro jahr) [jährlich]", LIMIT_EVERY, BOUNDS_WITHIN, 0,
     1, UNIT_YEAR, NULL},
    {"mindestens zweimal (jährlich|im jahr|pro jahr)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 6, UNIT_MONTH,
     NULL},
    {"alle N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(jeden|jede|jedes|jeder) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"jährlich", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"monatlich", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"wöchentlich", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"täglich", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"vierteljährlich", LIMIT_EVERY, BOUNDS_EXACT, 0, 3, UNIT_MONTH, NULL},
    // Notice and extension
    {"(mit|unter einhaltung) einer [(kündigungsfrist|frist)] von [mindestens] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"um [(höchstens|weitere|bis zu)] N (verlängert|verlängern|verlängert werden)", LIMIT_EXTENSION,
     BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest N vor [(dem|der|den|ihrer)] REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"$latest [(innerhalb von|binnen)] N $from REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [(innerhalb von|binnen|nach)] N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"mindestens N vor [(dem|der|den|ihrer)] REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0,
     NO_UNIT},
    {"(mindestens|frühestens) N nach [(dem|der|den|ihrer)] REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     0, NO_UNIT},
    {"(innerhalb|binnen|innert) [von] $span N $from REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0,
     NO_UNIT},
    {"(innerhalb|binnen|innert) [von] $span N", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"N nicht (überschreiten|übersteigen)", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(höchstens|maximal|längstens) N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(für|über) [(einen|die|eine)] (zeitraum|dauer|frist) von [(höchstens|mindestens)] N",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(für|während) [(höchstens|mindestens)] N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(zeitraum|zeitraums|dauer|laufzeit) von N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"N vor [(dem|der|den|ihrer)] REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N (nach|ab) [(dem|der|den|ihrer|deren)] REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N später", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"nach (ablauf von N|N)", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"(unverzüglich|umgehend|sofort|ohne [(schuldhaftes|unangemessene)] (zögern|verzögerung)|so "
     "bald wie möglich|sobald wie möglich|in angemessener frist|innerhalb einer angemessenen "
     "frist|rechtzeitig)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"(bei|mit|zum zeitpunkt) [(der|dem|des)] EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY,
     NULL},
    {"bis (zur|zum) EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"nach [(der|dem|den|ihrer)] EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"vor [(der|dem|den|ihrer)] EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY,
     NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_german = {
    .lexicon = &lexicon_german,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
