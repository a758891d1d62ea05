// SPDX-License-Identifier: Apache-2.0
// Cuts running text into what a reader would not cut further: words, numbers, dates, marks.

#ifndef ENTENTE_TEXT_SCAN_H
#define ENTENTE_TEXT_SCAN_H

#include "base/str.h"
#include "text/token_kind.h"

// Finds the token that starts at byte `at` of text (not white space there).
//
// Words keep their apostrophes, hyphens and slashes (non-state, party's, and/or), references their
// brackets (4(2)(b), and (b) alone), numbers their separators, signs and units that touch them
// (1,000.50, 25%, €30, 2343/2002, 12:30); abbreviations their points (U.S.). Equal punctuation
// marks that touch are one token. Where a script has no blanks between words, see scan.c.
// Result: the byte after it; *kind is TOKEN_WORD, TOKEN_NUMBER or TOKEN_PUNCTUATION
size_t scan_token(struct str text, size_t at, enum token_kind *kind);

// Nearly every token is a word of plain letters, A to Z, with a blank, a comma or a full stop behind it.
// Its end; `at` when the token there needs scan_token.
size_t scan_plain_word(struct str text, size_t at);

// How many of the scanned pieces, from the first on, make one date: "15 February 2015",
// "15th of February, 2015", "February 15, 2015", "15 February"; 0 when they make none.
// pieces[i] is the text of the i-th token; gap_follows[i] whether white space follows it.
size_t scan_date(const struct str *pieces, const bool *gap_follows, size_t count);

// The same for a number written with spaces: "500 000", "€1 000 000.50".
size_t scan_number(const struct str *pieces, const bool *gap_follows, size_t count);

// Whether the piece may stand in a date or number behind the first of its pieces.
bool scan_may_go_on(struct str piece);

// The most pieces that a date or number can have.
#define SCAN_PIECES 5

#endif
