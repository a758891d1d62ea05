// SPDX-License-Identifier: Apache-2.0
// A citation as a text writes it: "Articles 4 to 6 and 9(2)", "paragraph 3 of Annex II", "point (b)".

#ifndef ENTENTE_PROOFREADING_CITED_H
#define ENTENTE_PROOFREADING_CITED_H

#include "base/names.h"
#include "proofreading/addresses.h"

#define CITED_LABELS 24

struct cited_label {
    struct address address;
    size_t from; // tokens
    size_t to;
    bool ends_range; // "6" in "4 to 6"
};

enum cited_text {
    CITED_HERE,      // of this text, as far as can be told
    CITED_ELSEWHERE, // "Article 5 of the Charter"
    CITED_WITHIN,    // "paragraph 3 of Article 4": within the citation that follows
    CITED_ABOVE,     // "Article 4, paragraph 3": the citation that follows is within this one
};

struct cited {
    size_t from; // tokens, all that was read
    size_t to;
    struct cited_label labels[CITED_LABELS];
    uint32_t count;
    enum cited_text where;
    bool is_near; // "paragraph 15 above": counted through the text
};

// Reads the citation that begins at token `at`.
// own   the words by which the text calls itself, "agreement", in lower case
// Owner:  arena
// Result: false when there is none
bool cited_read(const struct proof_text *text, size_t at, const struct names *own,
                struct arena *arena, struct cited *cited);

#endif
