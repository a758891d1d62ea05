// SPDX-License-Identifier: Apache-2.0
// What a clause says in figures and signs, whatever its language.

#ifndef ENTENTE_PROOFREADING_VERSION_FACTS_H
#define ENTENTE_PROOFREADING_VERSION_FACTS_H

#include "base/list.h"
#include "prose/language.h"
#include "text/document.h"

enum version_fact_kind {
    VERSION_NUMBER,   // "1,000", "1 000" and "1.000" are one value
    VERSION_WORD,     // a number in words, above one
    VERSION_MONTH,    // beside a figure
    VERSION_CURRENCY, // "EUR", "€"
    VERSION_PERCENT,
    VERSION_LETTER,  // "(e)", "e)"
    VERSION_BRACKET, // "["
    VERSION_BLANK,   // "____"
    VERSION_QUOTED,  // words in quotation marks, as defined terms are
    VERSION_KIND_COUNT,
};

struct version_fact {
    enum version_fact_kind kind;
    struct str value;
    struct range place; // in the document's text
};

// A clause by the numbers above it: "4/2/a"; all paragraphs that bear the same are one.
struct version_clause {
    struct str key;
    uint32_t paragraph; // the first one
    struct list facts;  // struct version_fact
};

struct version_text {
    const struct document *document;
    enum language language; // of its most letters
    struct list clauses;    // struct version_clause, in the order of the text
};

// What months, sums and numbers in words are called is said by the language's table (version_words.h); of
// other languages figures and signs are read.
// Owner: arena; borrows the document
// Cost:  O(text)
void version_text_make(const struct document *document, struct arena *arena,
                       struct version_text *text);

#endif
