// SPDX-License-Identifier: Apache-2.0
// When one period ends, and by which rule.

#ifndef ENTENTE_ANSWERS_DATE_ANSWER_H
#define ENTENTE_ANSWERS_DATE_ANSWER_H

#include "timetable/rules.h"

struct date_answer {
    struct str start;   // the day or moment as it was given
    struct str named;   // the rule or formula as it was asked for
    struct rules rules; // how it was counted
    struct period period;
    struct due due;
};

#endif
