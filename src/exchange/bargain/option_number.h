// SPDX-License-Identifier: Apache-2.0
// The number that the words of an option name: 40 of "40 %", 2.5 of "EUR 2.5 a day".

#ifndef ENTENTE_EXCHANGE_BARGAIN_OPTION_NUMBER_H
#define ENTENTE_EXCHANGE_BARGAIN_OPTION_NUMBER_H

#include "exchange/spreadsheet/spreadsheet.h"

struct worded_number {
    struct grid_decimal decimal;
    bool is_percent; // "%" stands behind it; the number is the one before the sign
};

// Reads the one number of the words.
//
// Result:  DECIMAL_NONE without any; DECIMAL_AMBIGUOUS where there are several, where it is part of a word
//          ("A4", "3rd", "40k") or may be meant times thousands ("1,000", "2 million")
enum decimal_reading option_number_read(struct str words, struct worded_number *number);

#endif
