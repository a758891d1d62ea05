// SPDX-License-Identifier: Apache-2.0
// The tables behind the vocabulary: which English words belong to which class.

#ifndef ENTENTE_PROSE_LEXICON_H
#define ENTENTE_PROSE_LEXICON_H

#include "prose/word_class.h"

#include <stddef.h>
#include <stdint.h>

// One word with its value in its class (a number, a month, a unit).
struct lexeme {
    const char *word;
    uint32_t word_class;
    uint16_t value;
    uint8_t count; // units: how many of them the word stands for
};

// Many words of one class, separated by blanks.
struct lexeme_list {
    uint32_t classes;
    const char *words;
};

extern const struct lexeme lexicon_values[];     // ends with word == NULL
extern const struct lexeme_list lexicon_lists[]; // ends with words == NULL

#endif
