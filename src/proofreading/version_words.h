// SPDX-License-Identifier: Apache-2.0
// What figures, months, sums and references are called in a language: one table a language.

#ifndef ENTENTE_PROOFREADING_VERSION_WORDS_H
#define ENTENTE_PROOFREADING_VERSION_WORDS_H

#include "prose/language.h"

#include <stdint.h>

// All words are in lower case and parted by blanks.
struct version_value {
    uint32_t value;
    const char *words;
};
struct version_name {
    const char *name;
    const char *words;
};

// 1. lists end with words == NULL; a list that is NULL is empty
struct version_words {
    const struct version_value *numbers; // as they stand in a text; 100 and more multiply
    const struct version_value *months;
    const struct version_value *ordinals;  // that number clauses: "premier"
    const struct version_name *currencies; // by their codes
    const struct version_name *heads; // that begin a line with a number: "" articles, "X" annexes
    const char *references;           // behind which labels stand, in all their forms
    const char *letter_references;    // behind which a letter stands: "buchstabe"
    const char *const *percents;      // phrases; end with NULL
    const char *joints;               // "and", as in "one hundred and ten"
    const char *prefixes;             // that are written in one with the word behind them
    const char *letters;              // of labels, in their order, beside those of Latin
    char point;                       // of decimals: "." or ","
    bool joins_numbers;               // "fünfunddreißig" is one word
    bool counts_by_twenties;          // "quatre-vingt-dix"
    bool has_units_first;             // "five and thirty"
    bool has_apostrophes;             // within words
    bool is_han;                      // no blanks between words, numerals of their own
};

// NULL for a language without a table.
const struct version_words *version_words_of(enum language language);

extern const struct version_words version_words_english;
extern const struct version_words version_words_french;
extern const struct version_words version_words_spanish;
extern const struct version_words version_words_german;
extern const struct version_words version_words_russian;
extern const struct version_words version_words_ukrainian;
extern const struct version_words version_words_arabic;
extern const struct version_words version_words_chinese;

#endif
