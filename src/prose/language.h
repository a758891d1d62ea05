// SPDX-License-Identifier: Apache-2.0
// In which language a text, or a paragraph of it, is written.

#ifndef ENTENTE_PROSE_LANGUAGE_H
#define ENTENTE_PROSE_LANGUAGE_H

#include "base/arena.h"

enum language {
    LANGUAGE_ENGLISH,
    LANGUAGE_FRENCH,
    LANGUAGE_SPANISH,
    LANGUAGE_GERMAN,
    LANGUAGE_RUSSIAN,
    LANGUAGE_UKRAINIAN,
    LANGUAGE_ARABIC,
    LANGUAGE_CHINESE,
    LANGUAGE_OTHER,
    LANGUAGE_COUNT,
};

// True when the text is long enough to tell and hardly a word of it is English. Words are told by
// the small ones that every English text is full of (the, of, and, shall …), so that tables of
// names and figures, which have none, are long enough only from some thirty words on.
//
// Cost: O(length)
bool language_is_foreign(struct str text);

// The same of a text that comes in pieces, cut between two words.
struct language_count {
    size_t words;
    size_t small; // small words of English
    size_t ascii; // letters
    size_t other; // bytes of other letters
};
void language_count_add(struct language_count *count, struct str piece);
void language_count_join(struct language_count *count, const struct language_count *more);
bool language_count_is_foreign(const struct language_count *count);

// The small words that languages are told by, ready to be looked up.
struct language_words;
struct language_words *language_words_make(struct arena *arena);

// The language of a text too short to be told by language_of: the one that has more of its small
// words than any other, else English.
enum language language_of_few(const struct language_words *small, struct str text);

// The language of one paragraph: by its letters, and among those of the Latin script by the small words
// that each is full of. A paragraph that does not tell, a heading say, is in the language of the one before.
//
// Cost: O(length)
enum language language_of(const struct language_words *words, struct str paragraph,
                          enum language before);

// "French", "Chinese".
const char *language_name(enum language language);

#endif
