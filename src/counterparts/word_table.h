// SPDX-License-Identifier: Apache-2.0
// Words by number, and which of them rival texts use for one another.

#ifndef ENTENTE_COUNTERPARTS_WORD_TABLE_H
#define ENTENTE_COUNTERPARTS_WORD_TABLE_H

#include "base/list.h"
#include "base/names.h"

// How near two words are, from far to near.
enum nearness {
    NEAR_NOT,
    NEAR_SUBJECT, // words of one subject (field_words.h)
    NEAR_RELATED, // words of which rival texts use one for the other, in a wide sense (related_words.h)
    NEAR_ALIKE, // they begin with the same letters: "governor" and "government"
    NEAR_GROUP, // words that stand for one another
    NEAR_SAME,  // forms of one word
    NEAR_COUNT,
};

// What a stem is.
struct table_stem {
    const uint16_t *rows; // rising; those that it stands in
    uint32_t row_count;
    uint64_t
        row_marks;   // a bit for each row, many rows a bit: stems with none in common share no row
    bool is_general; // says little (common_words.h)
};

struct word_table;

struct word_table *word_table_make(struct arena *arena);

// The number of the word's stem, new or known; NAMES_NONE for one too common to say anything.
// Cost: O(length) where the spelling is known
uint32_t word_table_stem(struct word_table *table, struct str word);
// The number of something that is no word, such as a number with its unit; it stands in no row.
uint32_t word_table_mark(struct word_table *table, struct str mark);

uint32_t word_table_count(const struct word_table *table);
uint32_t word_table_row_count(const struct word_table *table);
const struct table_stem *word_table_at(const struct word_table *table, uint32_t stem);
enum nearness word_table_row_nearness(const struct word_table *table, uint32_t row);
enum nearness word_table_nearness(const struct word_table *table, uint32_t one, uint32_t two);

#endif
