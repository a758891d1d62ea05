// SPDX-License-Identifier: Apache-2.0
// The words of one language, ready to be looked up, and words as they stand in a text.

#ifndef ENTENTE_PROOFREADING_VERSION_LEXICON_H
#define ENTENTE_PROOFREADING_VERSION_LEXICON_H

#include "base/arena.h"
#include "proofreading/version_words.h"

enum version_word_class {
    VERSION_WORD_NUMBER,
    VERSION_WORD_MONTH,
    VERSION_WORD_ORDINAL,
    VERSION_WORD_CURRENCY,
    VERSION_WORD_HEAD,
    VERSION_WORD_REFERENCE,
    VERSION_WORD_LETTER_REFERENCE,
    VERSION_WORD_JOINT,
};

struct version_entry {
    uint32_t value;
    struct str name;
};

struct version_lexicon;

// words  NULL: a language without a table
// Owner: arena
struct version_lexicon *version_lexicon_make(const struct version_words *words,
                                             struct arena *arena);

// Never NULL: of a language without a table nothing but how figures are written.
const struct version_words *version_lexicon_words(const struct version_lexicon *lexicon);

// The word as one of the class; NULL: it is none.
const struct version_entry *version_lexicon_find(const struct version_lexicon *lexicon,
                                                 enum version_word_class word_class,
                                                 struct str word);
// The same, where another word may be written in one before it: "and-thirty".
const struct version_entry *version_lexicon_find_behind(const struct version_lexicon *lexicon,
                                                        enum version_word_class word_class,
                                                        struct str word, bool *has_prefix);

// 1. lower is without the vowel signs of Arabic, and its apostrophes are one
struct version_word {
    struct str lower;
    size_t from; // bytes
    size_t to;
};

// The word that begins at a byte; false: none does. Every sign of Chinese is a word.
// Owner: the lexicon's arena
bool version_word_read(const struct version_lexicon *lexicon, struct str text, size_t at,
                       struct version_word *word);

#endif
