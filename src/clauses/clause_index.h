// SPDX-License-Identifier: Apache-2.0
// All clauses of one document by their paragraphs: the one index of labels that every room asks.

#ifndef ENTENTE_CLAUSES_CLAUSE_INDEX_H
#define ENTENTE_CLAUSES_CLAUSE_INDEX_H

#include "clauses/clause_paths.h"

// One of each for every paragraph of the document, in its order.
struct clause_index {
    const struct placed_clause *clauses;
    const struct str *names; // short, as people cite them; empty for what is only the title
    uint32_t count;
};

// Owner: arena; borrows the document
// Cost:  O(paragraphs + blocks)
void clause_index_make(const struct document *document, struct arena *arena,
                       struct clause_index *index);

#endif
