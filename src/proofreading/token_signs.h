// SPDX-License-Identifier: Apache-2.0
// What a token may be the begin of: which checks have to look there at all.

#ifndef ENTENTE_PROOFREADING_TOKEN_SIGNS_H
#define ENTENTE_PROOFREADING_TOKEN_SIGNS_H

#include "prose/prose.h"

// A check asks more of a token that bears its sign, and nothing of one that does not.
enum token_sign {
    SIGN_THIS = 1 << 0,        // "this": the text may call itself
    SIGN_CLAUSE = 1 << 1,      // "Article", "points"
    SIGN_QUOTE = 1 << 2,       // a quotation mark
    SIGN_FIGURE = 1 << 3,      // a number that is said twice, or a date
    SIGN_SUM = 1 << 4,         // a number with what it counts
    SIGN_SHARE = 1 << 5,       // a number in figures
    SIGN_WHOLE = 1 << 6,       // "divided", "shares"
    SIGN_STOP = 1 << 7,        // a sentence or paragraph ends
    SIGN_BOUND = 1 << 8,       // "up", "over": a bound may follow
    SIGN_DUTY = 1 << 9,        // an article behind which a duty may stand; "may", "shall"
    SIGN_SPAN = 1 << 10,       // "begins", "until": a day may follow
    SIGN_DETERMINER = 1 << 11, // "the", "each"
};

// The signs that words have by themselves.
struct sign_words;
struct sign_words *sign_words_make(struct arena *arena);

// The signs of a token, by what stands in its paragraph.
uint16_t token_signs(const struct sign_words *words, const struct prose *prose, size_t at);

// Whether a token is a quotation mark.
bool token_is_quote(const struct prose *prose, size_t at);

#endif
