// SPDX-License-Identifier: Apache-2.0
// Which words of a paragraph of the base a suggested line stands for.

#ifndef ENTENTE_MERGE_SUGGESTED_LINE_H
#define ENTENTE_MERGE_SUGGESTED_LINE_H

#include "merge/rows.h"

#include <stdbool.h>

// Words as ids. `base` is what the row quotes of a paragraph, `kept` what the line takes over from it,
// `words` what
// it is to read.
struct suggested_line {
    struct ids base;
    struct ids kept;
    struct ids words;
    uint32_t kept_end;  // without the full stop that ends it
    uint32_t words_end; // the same; equal to the count where it ends otherwise
    bool is_marked;
    bool begins_inside; // "…" stands before it
    bool ends_inside;
};

// base[base_from, base_to) reads as words[0, words_to).
struct line_fit {
    uint32_t base_from;
    uint32_t base_to;
    uint32_t words_to;
    uint32_t doubts; // of enum row_doubt
    bool is_behind;  // nothing is replaced: the words come behind the paragraph
};

// Cost: O(n) where marks tell; else O(n m)
struct line_fit suggested_line_fit(const struct suggested_line *line);

// How many ids of one row stand in the other, in order. Cost: O(n m)
uint32_t ids_shared(struct ids a, struct ids b);
// Where `part` stands in `whole` as it is; *is_again: and once more. whole.count when it does not.
uint32_t ids_find(struct ids whole, struct ids part, bool *is_again);

#endif
