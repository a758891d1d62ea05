// SPDX-License-Identifier: Apache-2.0
// The tables behind the vocabulary: which words of a language belong to which class.

#ifndef ENTENTE_PROSE_LEXICON_H
#define ENTENTE_PROSE_LEXICON_H

#include "prose/language.h"
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

// The words of one language.
struct lexicon {
    enum language language;
    const struct lexeme *values;     // ends with word == NULL
    const struct lexeme_list *lists; // ends with words == NULL
    const char *working;             // words that make a day a working day, or are one
    const char *number_joint;        // "et" in "vingt et un"; NULL: none
    bool elides;                     // "l'accord" is two words
    bool has_kind_behind;            // "jours ouvrables": the kind of day follows the unit
};

extern const struct lexicon lexicon_english;
extern const struct lexicon lexicon_french;
extern const struct lexicon lexicon_spanish;
extern const struct lexicon lexicon_german;
extern const struct lexicon lexicon_russian;
extern const struct lexicon lexicon_ukrainian;
extern const struct lexicon lexicon_arabic;

#endif
