// SPDX-License-Identifier: Apache-2.0
// The words the rules know, each with a number and the classes it belongs to.

#ifndef ENTENTE_PROSE_VOCABULARY_H
#define ENTENTE_PROSE_VOCABULARY_H

#include "base/names.h"
#include "prose/lexicon.h"

struct word_facts {
    uint32_t classes;   // enum word_class, or-ed
    uint16_t number;    // CARDINAL, MULTIPLIER, ORDINAL
    uint8_t month;      // 1-12
    uint8_t weekday;    // 1 Monday - 7 Sunday
    uint8_t unit;       // enum unit
    uint8_t unit_count; // how many of the unit: 2 for a fortnight, 10 for a decade
    bool is_working;    // DAY_KIND: business, working
};

struct vocabulary;

// The lexicon of English words, or of another language; more words can be added until the first text is
// read with it.
struct vocabulary *vocabulary_make(struct arena *arena);
struct vocabulary *vocabulary_make_of(const struct lexicon *lexicon, struct arena *arena);
// The lexicon that it was made of.
const struct lexicon *vocabulary_lexicon(const struct vocabulary *vocabulary);
bool vocabulary_is_english(const struct vocabulary *vocabulary);
// The number of a lower-case word, added when new. The text is borrowed.
uint32_t vocabulary_add(struct vocabulary *vocabulary, struct str word);
// The number of a word in any case, or NAMES_NONE.
uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word);
// What is known of the word with this number; all zero for NAMES_NONE.
const struct word_facts *vocabulary_facts(const struct vocabulary *vocabulary, uint32_t number);
uint32_t vocabulary_count(const struct vocabulary *vocabulary);

#endif
