// SPDX-License-Identifier: Apache-2.0
// Numbers of several open places that have to make a whole: shares of 100, the total of a table.

#ifndef ENTENTE_WORKBENCH_BARGAIN_LINKED_NUMBERS_H
#define ENTENTE_WORKBENCH_BARGAIN_LINKED_NUMBERS_H

#include "exchange/bargain/slot_issues.h"

struct linked_numbers {
    const struct slot_sum *sums;
    size_t sum_count;
    const struct slot_conflict *conflicts; // where a wording does more than bring another number
    size_t conflict_count;
    struct str common; // what no choice of wordings makes right; empty: nothing is
    bool is_complete;  // all that may be linked was tried
};

// Reads each point and each table that has open places with their wordings, and sees which of the sums that
// proofreading checks they decide. What every draft leaves far from whole is not taken for a sum.
//
// Owner:  arena; the sheet is borrowed
// Errors: those of the prose reader; STOPPED, TOO_LARGE by the budget of the limits
// Cost:   O(text of the point or table) for each choice that is read, at most LINKED_TEXTS of one
bool linked_numbers_find(const struct sheet *sheet, const struct input_limits *limits,
                         struct arena *arena, struct linked_numbers *found,
                         struct error *error) MUST_CHECK;

#define LINKED_TEXTS 4096

#endif
