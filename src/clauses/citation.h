// SPDX-License-Identifier: Apache-2.0
// Words that cite a clause: "point 7", "paragraph 3(a)", "Article 12".

#ifndef ENTENTE_CLAUSES_CITATION_H
#define ENTENTE_CLAUSES_CITATION_H

#include "prose/prose.h"

// Reads a citation that begins at this word.
// Result: the words it takes, 0: none; *label is "7", "3(a)", "12"
size_t citation_read(const struct prose *prose, size_t at, struct str *label);

// Whether the label names the clause, or something that the clause stands in: "7" names "7(a)" and
// "Article 7/2", not "17" or "7.1".
bool citation_names(struct str label, struct str clause);

// The bracket of "79(5)", "13.12(a)" that belongs to the number before it.
// Result: its tokens, 0 when there is none
size_t citation_bracket(const struct prose *prose, size_t at);

#endif
