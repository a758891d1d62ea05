// SPDX-License-Identifier: Apache-2.0
// The words that clauses are called by: "Article", "Annexes", "point".

#ifndef ENTENTE_PROOFREADING_CLAUSE_WORD_H
#define ENTENTE_PROOFREADING_CLAUSE_WORD_H

#include "base/str.h"

// What a clause is called where its number stands. Only the first five number the whole text.
enum clause_word {
    WORD_NONE, // a number alone
    WORD_ARTICLE,
    WORD_SECTION,
    WORD_CHAPTER, // chapters, parts and titles
    WORD_ANNEX,   // annexes, schedules, appendices, exhibits, attachments
    WORD_TABLE,
    WORD_CLAUSE,    // clauses, points, items, rules: as a number alone is cited
    WORD_PARAGRAPH, // paragraphs and subparagraphs: within the clause that cites them
    WORD_COUNT,
};

// The word of "articles", "Section" …; WORD_NONE: none of them.
enum clause_word clause_word_of(struct str word);
// Whether a word is made of the letters of Roman numbers, as short as those of clauses are.
bool is_roman_like(struct str word);
// Whether clause words of this sort count through the whole text.
bool clause_word_is_global(enum clause_word word);

#endif
