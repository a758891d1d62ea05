// SPDX-License-Identifier: Apache-2.0
// A document as flows of atoms: what the merge compares.
//
// A flow is what one container holds: the body, a cell, a note; and for tables their rows, for
// rows their cells. Its atoms are whole words, numbers, dates and punctuation marks, objects,
// paragraph marks, and whole blocks (a table in a body, a row in a table, a cell in a row) that
// have a flow of their own. White space is no atom: it is the gap before one.

#ifndef ENTENTE_TEXT_ATOMS_H
#define ENTENTE_TEXT_ATOMS_H

#include "base/names.h"
#include "text/document.h"

enum atom_kind {
    ATOM_WORD,
    ATOM_NUMBER,
    ATOM_DATE,
    ATOM_PUNCTUATION,
    ATOM_OBJECT,
    ATOM_MARK,  // the paragraph mark: the end of paragraph `owner`
    ATOM_BLOCK, // a table, row or cell: block `owner`, whose own flow is flow_of_block[owner]
};

// Where an atom stands and what it is; texts have millions of them.
struct atom {
    uint32_t from; // bytes in document.text: a mark is its "\n", a block all it takes in
    uint32_t to;
    uint32_t owner : 29; // paragraph index; for ATOM_BLOCK the block index
    uint32_t kind : 3;   // enum atom_kind
};

// Atoms [first, first + count) of the one array. Every flow of a story or cell ends with a mark.
struct flow {
    uint32_t first;
    uint32_t count;
    uint32_t block; // the container
};

// 1. flows[0] is the body's. 2. flow_of_block[b] is NO_INDEX for paragraphs.
// 3. atoms of one flow are consecutive and in reading order.
// 4. atoms with equal ids are equal: the same text but for its setting (fold.h), the same object,
//    the same block content.
struct atoms {
    const struct document *document;
    const struct atom *items;
    const uint32_t *ids; // one an atom
    uint32_t count;
    const struct flow *flows;
    uint32_t flow_count;
    const uint32_t *flow_of_block;
};

// Ids are shared by all documents that use the same dictionary. The first that was cut with it, and
// its atoms, must live as long.
struct dictionary;
struct dictionary *dictionary_make(struct arena *arena);

// Cuts the document. A typed label is no atom: it stands in the gap before the paragraph's first
// atom.
// Errors: TOO_LARGE above max_atoms
// Cost:   O(text)
bool atoms_cut(const struct document *document, size_t max_atoms, struct dictionary *dictionary,
               struct arena *arena, struct atoms *atoms, struct error *error) MUST_CHECK;

#endif
