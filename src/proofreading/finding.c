// SPDX-License-Identifier: Apache-2.0
#include "proofreading/finding.h"

#include <stdarg.h>

const char *finding_kind_name(enum finding_kind kind)
{
    static const char *const names[FINDING_KIND_COUNT] = {
        [FINDING_REFERENCE] = "reference",     [FINDING_TERM] = "term",
        [FINDING_FIGURE] = "figure",           [FINDING_SHARES] = "shares",
        [FINDING_ENUMERATION] = "enumeration", [FINDING_BLANK] = "blank",
        [FINDING_THRESHOLD] = "threshold",     [FINDING_AMOUNT] = "amount",
        [FINDING_OBLIGATION] = "obligation",   [FINDING_CONTENTS] = "contents",
        [FINDING_SIGNATURE] = "signature",     [FINDING_TIMETABLE] = "timetable",
    };
    return names[kind];
}

const char *proof_certainty_name(enum proof_certainty certainty)
{
    static const char *const names[PROOF_COUNT] = {
        [PROOF_LOOK] = "look", [PROOF_LIKELY] = "likely", [PROOF_SURE] = "sure"};
    return names[certainty];
}

struct proof_finding *finding_add(struct list *findings, enum finding_kind kind,
                                  enum proof_certainty certainty, struct range place,
                                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct str message = arena_print_list(findings->arena, format, arguments);
    va_end(arguments);
    struct proof_finding *added = LIST_ADD(findings, struct proof_finding);
    *added = (struct proof_finding){
        .kind = kind, .certainty = certainty, .place = place, .message = message};
    return added;
}
