// SPDX-License-Identifier: Apache-2.0
// What the writer is told beyond the merged text itself when the next base is made of it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_SCHEME_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_SCHEME_H

#include "merge/merged.h"

// A run of words that is put in where a slot stands: of any document, in a style of its own.
struct bracket_piece {
    uint32_t document; // as in struct variant
    struct range range;
    uint32_t style; // of docx_scheme.styles, from 1; 0: none
};

// All that stands in the place of one slot's base wording. No pieces: the slot is written as ever.
struct bracketed_slot {
    const struct bracket_piece *pieces;
    uint32_t count;
};

// A character style that wordings, or the brackets around them, are set in.
struct bracket_style {
    struct str id;
    struct str name;
    struct str look;             // what stands in its w:rPr
    bool is_mark;                // of brackets and what stands in them beside the words
    bool is_base;                // of base wordings
    const struct party *parties; // who holds the wordings set in it
    uint32_t party_count;
};

struct docx_scheme {
    struct party settler; // the last party of the merged text, which stands for all that is settled
    bool leaves_open;     // what is not settled stays as tracked changes
    const struct bracketed_slot *slots; // by slot; NULL: none is in brackets
    const struct bracket_style *styles;
    uint32_t style_count;
};

// What all others do alike, two of them at least, is the settler's; else it stays theirs.
static inline const struct party *scheme_settles(const struct docx_scheme *scheme, uint32_t count)
{
    bool is_of_all = scheme && count > 1 && count == scheme->settler.number;
    return is_of_all ? &scheme->settler : NULL;
}

#endif
