// SPDX-License-Identifier: Apache-2.0
// A paragraph of a .docx document as runs: which bytes of the part give which bytes of the text.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_RUN_MAP_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_RUN_MAP_H

#include "exchange/docx/source.h"

// A child of a run that gives text or an object.
struct docx_unit {
    struct range text; // of document.text
    uint32_t node;
    bool is_text; // letters, which can be cut; else one piece
};

// A w:r with the units in it; or, with no units, something that only moves as a whole: an
// equation, a field without result.
struct docx_run {
    struct range text;
    struct range bytes;  // of the part; for a field all its runs
    uint32_t node;       // the w:r, or the first node
    uint32_t properties; // w:rPr or NO_NODE
    uint32_t first_unit;
    uint32_t unit_count;
    uint32_t text_run; // the first of its text runs
};

// A field with a visible result: a complex one (begin, code, separator, result, end), or a
// w:fldSimple that holds runs only.
struct docx_field {
    struct range text;  // the result; not empty
    struct range bytes; // from the run of its begin to that of its end, which are siblings
    uint32_t node;      // the run of its begin, or the w:fldSimple
};

struct docx_runs {
    const struct docx_part *tree;
    uint32_t part;
    const struct docx_run *items;
    uint32_t count;
    const struct docx_unit *units;
    const struct docx_field *fields; // in order, outer ones before those in them
    uint32_t field_count;
};

// The runs of one paragraph in the order of the text. The document was read from a .docx file
// without tracked changes in this paragraph.
//
// Owner: arena
// Cost:  O(nodes of the paragraph)
void docx_runs_of(const struct document *document, uint32_t paragraph, struct arena *arena,
                  struct docx_runs *runs);

// The nearest ancestor of a node with this word inside its paragraph, or NO_NODE.
uint32_t docx_ancestor(const struct docx_part *tree, uint32_t node, enum word word);

#endif
