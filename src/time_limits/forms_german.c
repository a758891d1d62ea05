// SPDX-License-Identifier: Apache-2.0
// The forms of time limits in German.
#include "time_limits/languages.h"

#define NO_UNIT 0, UNIT_NONE, NULL

static const struct pattern_piece pieces[] = {
    {"the", "[(dem|der|den|des|ihrer|seiner|deren|dessen|einer|eines|jeder|jedem|diesem|dieser)]"},
    {"from", "[(gerechnet|berechnet|beginnend)] (nach|ab|seit|vom|von|mit) $the"},
    {"span", "[(einer|der|eines|des|von|einem)] [(weiteren|angemessenen)] [(frist|zeitraums|"
             "zeitspanne|dauer)] [von] [(höchstens|maximal|den|weiteren|längstens)]"},
    {"latest", "(spätestens|nicht später als|längstens|bis spätestens|jedoch spätestens)"},
    {"earliest", "(frühestens|nicht früher als|nicht vor)"},
    {"term", "[(frist|kündigungsfrist|zeitraums|zeitraum|dauer|laufzeit|pause|phase)]"},
    {"within", "(innerhalb|binnen|innert|in)"},
    {NULL, NULL},
};

static const struct limit_form forms[] = {
    // Dates
    {"(bis [spätestens] (zum|zu)|bis|am|zum|vor dem|spätestens (am|zum)|bis spätestens) DATE "
     "(jedes|eines jeden|jeden) (jahres|kalenderjahres|jahr)",
     LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"(am|zum|bis zum|spätestens am|bis spätestens zum) (ORD|ORDUNIT|letzten tag|letzten werktag) "
     "(jedes|eines jeden|des) UNIT",
     LIMIT_EVERY, BOUNDS_EXACT, LIMIT_IS_COUNT, NO_UNIT},
    {"$latest [(am|zum|bis zum|mit)] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"bis [(zum|spätestens|einschließlich)] [den] DATE", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"vor (dem|ende) DATE", LIMIT_BEFORE_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"(ab|von|seit) [(dem|anfang)] DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"mit wirkung (vom|zum) DATE", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"vom DATE <bis", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"vom DATE an", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"zwischen dem DATE <und", LIMIT_FROM_DATE, BOUNDS_NONE, 0, NO_UNIT},
    {"und dem DATE", LIMIT_BY_DATE, BOUNDS_NONE, LIMIT_AFTER_FROM, NO_UNIT},
    {"nach dem DATE", LIMIT_AFTER_DATE, BOUNDS_NONE, LIMIT_IS_STRICT, NO_UNIT},
    {"am DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"zum DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(im|im laufe des) DATE", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME, NO_UNIT},
    {"(im jahr|im jahre|im laufe des jahres) YEAR", LIMIT_IN_DATE, BOUNDS_NONE, LIMIT_MAY_NAME,
     NO_UNIT},
    {"bis ende [(des jahres)] YEAR", LIMIT_BY_DATE, BOUNDS_NONE, 0, NO_UNIT},
    // Ordinals
    {"($latest [(am|bis zum|zum)]|bis zum) ORDUNIT $from REF", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     0, NO_UNIT},
    {"($latest [(am|bis zum|zum)]|bis zum) ORDUNIT (der|des) REF", LIMIT_NTH_DAY_LATEST,
     BOUNDS_UP_TO, 0, NO_UNIT},
    {"($latest [(am|bis zum|zum)]|bis zum) ORDUNIT", LIMIT_NTH_DAY_LATEST, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    {"(am|ab dem|zum|vom|für den) ORDUNIT $from REF", LIMIT_NTH_DAY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(am|an|ab) tag NUM", LIMIT_NTH_DAY, BOUNDS_DAY_OF, LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, 1,
     UNIT_DAY, NULL},
    {"(am|ab dem|für den) ORDUNIT (der|des) REF", LIMIT_NTH_DAY, BOUNDS_DAY_OF, 0, NO_UNIT},
    {"(am|ab dem|für den) ORDUNIT", LIMIT_NTH_DAY, BOUNDS_DAY_OF,
     LIMIT_IS_IMPLIED | LIMIT_IS_PLANNED, NO_UNIT},
    // Recurrences
    {"mindestens (einmal|einmal im jahr|einmal pro jahr) [jährlich]", LIMIT_EVERY, BOUNDS_WITHIN, 0,
     1, UNIT_YEAR, NULL},
    {"mindestens zweimal (jährlich|im jahr|pro jahr)", LIMIT_EVERY, BOUNDS_WITHIN, 0, 6, UNIT_MONTH,
     NULL},
    {"einmal (jährlich|im jahr|pro jahr)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR, NULL},
    {"mindestens alle N", LIMIT_EVERY, BOUNDS_WITHIN, 0, NO_UNIT},
    {"alle N", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(jeden|jede|jedes|jeder) UNIT", LIMIT_EVERY, BOUNDS_EXACT, 0, NO_UNIT},
    {"(um|für) jeweils [(weitere|ein weiteres)] N", LIMIT_EXTENSION, BOUNDS_WITHIN,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"jeweils um [(weitere)] N", LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(jährlich|jährliche|jährlichen|alljährlich)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_YEAR,
     NULL},
    {"(halbjährlich|halbjährliche)", LIMIT_EVERY, BOUNDS_EXACT, 0, 6, UNIT_MONTH, NULL},
    {"(monatlich|monatliche|monatlichen)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_MONTH, NULL},
    {"(wöchentlich|wöchentliche|wöchentlichen)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_WEEK, NULL},
    {"(täglich|tägliche|täglichen)", LIMIT_EVERY, BOUNDS_EXACT, 0, 1, UNIT_DAY, NULL},
    {"(vierteljährlich|vierteljährliche|quartalsweise)", LIMIT_EVERY, BOUNDS_EXACT, 0, 3,
     UNIT_MONTH, NULL},
    // Notice and extension
    {"(mit|unter einhaltung) (einer|der) [(kündigungsfrist|frist)] [von] [mindestens] N "
     "[(kündigungsfrist|frist)]",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"(kündigungsfrist|kündigungsfrist von|die kündigungsfrist beträgt) [mindestens] N",
     LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, LIMIT_IS_IMPLIED, 0, UNIT_NONE, "counted from the notice"},
    {"um [(höchstens|bis zu|maximal)] N (verlängert|verlängern|verlängert werden|<bis)",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    {"(verlängert|verlängern) [sich] [(jeweils|einmalig)] um [(höchstens|bis zu)] N",
     LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED, NO_UNIT},
    // Bounds
    {"$latest N vor $the REF", LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"$latest [(innerhalb von|binnen)] N , nachdem CLAUSE", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     0, NO_UNIT},
    {"$latest [(innerhalb von|binnen)] N $from REF", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
     NO_UNIT},
    {"$latest [(innerhalb von|binnen|nach)] N", LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"$earliest N vor $the REF", LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    {"($earliest|mindestens) N $from REF", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    {"mindestens N vor $the REF", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    {"mindestens N (im voraus|vorher|zuvor)", LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO,
     LIMIT_IS_IMPLIED, NO_UNIT},
    {"N (im voraus|vorher|zuvor)", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"$within $span N $term , nachdem CLAUSE", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT},
    {"(innerhalb|binnen|innert|während|in) $span N $term $from REF", LIMIT_WITHIN_AFTER,
     BOUNDS_WITHIN, 0, NO_UNIT},
    {"(innerhalb|binnen|innert) $span N $term vor $the REF", LIMIT_WITHIN_BEFORE,
     BOUNDS_BACK_WITHIN, 0, NO_UNIT},
    {"(innerhalb|binnen|innert) $span N $term", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
     NO_UNIT},
    {"N nicht (überschreiten|übersteigen)", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"[für] (höchstens|maximal|längstens|bis zu) N", LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    {"[(für|auf)] (mindestens) N", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"(länger als|mehr als|später als) N (nach|ab|seit) $the REF", LIMIT_AT_LEAST_AFTER,
     BOUNDS_FROM, LIMIT_IS_STRICT, NO_UNIT},
    {"(weniger als|früher als) N (nach|ab|seit) $the REF", LIMIT_WITHIN_AFTER, BOUNDS_WITHIN,
     LIMIT_IS_STRICT, NO_UNIT},
    {"(länger als|mehr als|seit mehr als) N", LIMIT_DURATION, BOUNDS_FROM, LIMIT_IS_STRICT,
     NO_UNIT},
    {"(weniger als|kürzer als|unter) N", LIMIT_DURATION, BOUNDS_WITHIN, LIMIT_IS_STRICT, NO_UNIT},
    {"(für|über|auf) [(einen|die|eine)] (zeitraum|dauer|frist|laufzeit) von "
     "[(höchstens|mindestens)] "
     "N [$from REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(für|während|auf) [(höchstens|mindestens|die)] N [(ab|seit) $the REF]", LIMIT_DURATION,
     BOUNDS_EXACT, 0, NO_UNIT},
    {"(zeitraum|zeitraums|dauer|laufzeit|frist) von N", LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"(beträgt|betragen|dauert|dauern|gilt|gelten|läuft) [(für|mindestens|höchstens|eine|einen)] N "
     "[(ab|seit|nach|von) $the REF]",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"wer N im dienst", LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    {"auf N (verkürzt|verlängert|festgesetzt|begrenzt|beschränkt|geschlossen|abgeschlossen)",
     LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    {"N vor $the REF", LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    {"N , nachdem CLAUSE", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N (nach|ab) $the REF", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    {"N (später|danach)", LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, LIMIT_IS_IMPLIED, NO_UNIT},
    {"nach (ablauf von N|ablauf einer frist von N|N)", LIMIT_AT_LEAST_AFTER, BOUNDS_FROM,
     LIMIT_IS_IMPLIED, NO_UNIT},
    // Vague terms
    {"(unmittelbar|sofort|unverzüglich|direkt) nach $the REF", LIMIT_IMMEDIATELY_AFTER,
     BOUNDS_FROM_ZERO, LIMIT_IS_OPEN, 1, UNIT_DAY, NULL},
    {"(unverzüglich|umgehend|sofort|ohne [(schuldhaftes|unangemessene|unnötige|weitere)] "
     "(zögern|verzögerung|verzug)|so bald wie möglich|sobald wie möglich|baldmöglichst|"
     "schnellstmöglich|in angemessener frist|innerhalb einer angemessenen frist|binnen "
     "angemessener "
     "frist|rechtzeitig)",
     LIMIT_OPEN, BOUNDS_NONE, LIMIT_IS_OPEN | LIMIT_IS_IMPLIED, NO_UNIT},
    // Events
    {"$latest (bei|mit|zum|zur|am) [(der|dem|des)] EVENT", LIMIT_BY, BOUNDS_TO_ZERO, 0, 1, UNIT_DAY,
     NULL},
    {"(bei|mit|zum zeitpunkt|am tag|am tage) [(der|dem|des)] EVENT", LIMIT_UPON, BOUNDS_ZERO, 0, 1,
     UNIT_DAY, NULL},
    {"bis (zur|zum) [(vollständigen|endgültigen)] EVENT", LIMIT_UNTIL, BOUNDS_ZERO, 0, 1, UNIT_DAY,
     NULL},
    {"nachdem CLAUSE", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"(sobald) CLAUSE", LIMIT_UPON, BOUNDS_ZERO, 0, 1, UNIT_DAY, NULL},
    {"nach $the EVENT", LIMIT_AFTER, BOUNDS_FROM_ZERO, 0, 1, UNIT_DAY, NULL},
    {"vor $the EVENT", LIMIT_BEFORE, BOUNDS_TO_ZERO, LIMIT_IS_STRICT, 1, UNIT_DAY, NULL},
    {"DATE", LIMIT_ON_DATE, BOUNDS_NONE, LIMIT_WANTS_CLOSING, NO_UNIT},
};

const struct limit_language limits_in_german = {
    .lexicon = &lexicon_german,
    .tables = {{forms, sizeof forms / sizeof forms[0]}},
    .pieces = pieces,
};
