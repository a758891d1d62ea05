// SPDX-License-Identifier: Apache-2.0
// The grammars of time limits by language: the words stand in prose, the forms here. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_LANGUAGES_H
#define ENTENTE_TIME_LIMITS_LANGUAGES_H

#include "time_limits/limits_grammar.h"

// The forms of one language, from the particular to the general, and the pieces that they share.
struct limit_language {
    const struct lexicon *lexicon;
    struct limit_form_table tables[3]; // count 0: no more
    const struct pattern_piece *pieces;
    const struct limit_form_table *unread; // what speaks of time in any sentence; NULL: none
};

extern const struct limit_language limits_in_french;
extern const struct limit_language limits_in_spanish;
extern const struct limit_language limits_in_german;
extern const struct limit_language limits_in_russian;
extern const struct limit_language limits_in_ukrainian;
extern const struct limit_language limits_in_arabic;

#endif
