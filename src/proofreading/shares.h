// SPDX-License-Identifier: Apache-2.0
// Parts of a whole that do not make it: shares short of a hundred, totals of tables.

#ifndef ENTENTE_PROOFREADING_SHARES_H
#define ENTENTE_PROOFREADING_SHARES_H

#include "proofreading/proof_text.h"

// Numbers of which the text says that they make a whole, right or wrong. All in millionths.
struct share_sum {
    bool is_total; // a column of a table and its total; else a sentence's shares of 100
    uint32_t
        number;  // of the sentence, or of the total's cell: the same in every reading that keeps
                 // their count
    size_t from; // tokens: the sentence's shares, or the total
    size_t to;
    uint32_t count; // of the parts
    int64_t parts;  // what they make
    int64_t whole;
};

// Adds every struct share_sum, sentences first. Cost: O(text)
void shares_find(const struct proof_text *text, struct list *sums);
// Whether the parts do not make the whole that they seem to be meant to make: shares far from 100 are of
// different things.
bool share_sum_is_wrong(const struct share_sum *sum);

// Shares in one sentence ("40, 35 and 20 per cent") and the total rows and columns of tables.
// Cost: O(text)
void shares_check(const struct proof_text *text, struct list *findings);

#endif
