// SPDX-License-Identifier: Apache-2.0
// One cell of a table of scores: a number, what is known of one, or a place in an order.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORES_CELL_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORES_CELL_H

#include "exchange/spreadsheet/spreadsheet.h"

enum score_kind {
    SCORE_NUMBER,   // "8", "8.5", "8,5", "50%"
    SCORE_INTERVAL, // "5..7", "5 to 7", "5–7"
    SCORE_UNKNOWN,  // "?"
    SCORE_RANK,     // "#1": the best of its issue, "#2" the next; equal ones are equal
};

struct score {
    enum score_kind kind;
    struct grid_decimal least; // of a number this one
    struct grid_decimal most;
    uint32_t rank; // from 1
    bool is_red_line;
};

// Reads a cell. "red line" behind it, or alone (with the score 0), marks what is never accepted.
//
// Result:  *score when DECIMAL_READ; DECIMAL_NONE also for an empty cell, and an interval whose ends are
//          the wrong way round
enum decimal_reading score_of_text(struct str cell, bool may_be_red, struct score *score);

#endif
