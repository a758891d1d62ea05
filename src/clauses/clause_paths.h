// SPDX-License-Identifier: Apache-2.0
// Where a clause stands: its label path, its cell, its story.

#ifndef ENTENTE_CLAUSES_CLAUSE_PATHS_H
#define ENTENTE_CLAUSES_CLAUSE_PATHS_H

#include "text/document.h"

// One paragraph as a clause of its document.
struct placed_clause {
    // What is known of it:
    struct str label; // "7.", "(a)", "Article 4"; may be empty
    enum paragraph_kind kind;
    uint32_t level;
    bool is_new; // not of the base: it has no number yet
    // Where it stands:
    struct str path;  // "plan/7(a)"; unique, made from the labels and headings above it
    struct str cell;  // "table 2, row 3, column 1" inside tables, else empty; the outer table first
    struct str story; // "footnote 2", "header" …, empty for the body
};

struct clause_paths;

// base: the document whose name, without the ending, is the first part of every path.
// Owner: arena; borrows the document
struct clause_paths *clause_paths_make(struct arena *arena, const struct document *base);

// Fills in path, cell and story from where the paragraph stands in its document. Clauses must come
// in the order of the text: those before say under what this one hangs. A new one is called "new",
// and is a heading as deep as the headings around it: label and level may change.
// Cost: O(path); once a document O(blocks)
void clause_paths_place(struct clause_paths *paths, const struct document *document,
                        uint32_t paragraph, struct placed_clause *clause);

// Where a table, row, cell or what stands in one stands: "table 2, row 3"; empty outside of tables.
struct str clause_paths_cell(struct clause_paths *paths, const struct document *document,
                             uint32_t block);
// The number of a table, row or cell among those beside it, from 1.
uint32_t clause_paths_number(struct clause_paths *paths, const struct document *document,
                             uint32_t block);

#endif
