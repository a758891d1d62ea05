// SPDX-License-Identifier: Apache-2.0
// A document with some words of it replaced, and paragraphs put in.

#ifndef ENTENTE_MERGE_EDITED_DOCUMENT_H
#define ENTENTE_MERGE_EDITED_DOCUMENT_H

#include "text/document.h"

// Bytes [from, to) of the text, within one paragraph and without its mark, read as `words`. Where
// nothing is left
// of a paragraph, it goes.
struct text_edit {
    uint32_t from;
    uint32_t to;
    struct str words; // one line
    bool takes_units; // pictures, notes and the like between the old words go with them
};

// A paragraph that is put in before or behind one of the document's.
struct text_arrival {
    uint32_t paragraph;
    bool is_before;
    struct str words;             // one line; a number at its start is its typed label
    const struct paragraph *like; // it is of this one's kind and level; NULL: of its own words'
};

struct document_editing {
    const struct text_edit *edits; // in order, none begins before the last one's end
    size_t edit_count;
    const struct text_arrival
        *arrivals; // in the order of their paragraphs; those of one place in theirs
    size_t arrival_count;
    const bool *left_out; // by block: tables that go; NULL: none
};

// Notes, pictures and the like between replaced words stay unless an edit takes them, behind the word that
// they follow as far as that is still there.
//
// Result:   a document of the same form, or a plain one of a .docx: words, labels, tables, notes and
// units
// Owner:    arena; the document must live as long
// Cost:     O(size of the document), and O(n m) for replaced words with units among them
const struct document *document_edited(const struct document *document,
                                       const struct document_editing *editing, struct arena *arena);

#endif
