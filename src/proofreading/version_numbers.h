// SPDX-License-Identifier: Apache-2.0
// Figures and numbers in words, as languages write them.

#ifndef ENTENTE_PROOFREADING_VERSION_NUMBERS_H
#define ENTENTE_PROOFREADING_VERSION_NUMBERS_H

#include "proofreading/version_lexicon.h"

// The value of one digit, of Arabic and full-width ones too; false: the text has none there.
bool version_digit_at(struct str text, size_t at, uint32_t *value, size_t *bytes);

// The figure that begins at a byte: its digits, a point before the decimals, nothing between groups; "2.4
// million" is 2400000.
// Result: the byte behind it; `at`: there is none
size_t version_figure_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                           struct arena *arena, struct str *value);

// The number in words that begins at a byte: "one hundred and eighty", "quatre-vingt-dix".
// Result: as above
size_t version_words_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                          uint64_t *value);

// The number in Chinese numerals that begins at a byte.
// Result: as above
size_t version_han_read(struct str text, size_t at, uint64_t *value);

#endif
