// SPDX-License-Identifier: Apache-2.0
// What the rows of a table of comments suggest, put into the base.

#ifndef ENTENTE_MERGE_SUGGESTIONS_H
#define ENTENTE_MERGE_SUGGESTIONS_H

#include "base/error.h"
#include "merge/suggested_row.h"
#include "text/document.h"

struct row_placed {
    enum row_fate fate;
    uint32_t doubts; // of enum row_doubt
    uint32_t
        paragraph; // of the base: its first, or the one that new ones come behind; NO_INDEX: none
};

// A base that tables of comments are read over.
struct suggestion_base;

// Owner: arena. Errors: TOO_LARGE above max_tokens. Cost: O(words)
bool suggestion_base_make(const struct document *base, size_t max_tokens, struct arena *arena,
                          struct suggestion_base **made, struct error *error) MUST_CHECK;

// The base with what the rows of one table suggest. Each row is found by its base words, a paragraph
// that is the
// same or else the most alike; what is a part of a paragraph replaces that part. A row without base
// words comes
// behind the one above it.
//
// Result:  *draft as document_edited has it; placed[i] for rows[i]
// Owner:   arena; the base must live as long
// Errors:  TOO_LARGE above max_tokens
// Cost:    O(words of base and rows), and O(n m) for rows whose base words are not found as they stand
bool suggestions_apply(struct suggestion_base *base, const struct suggested_row *rows,
                       uint32_t count, size_t max_tokens, struct arena *arena,
                       const struct document **draft, struct row_placed *placed,
                       struct error *error) MUST_CHECK;

#endif
