// SPDX-License-Identifier: Apache-2.0
// A fragment made whole: the base, with the clauses that the fragment resembles as it has them.

#ifndef ENTENTE_MERGE_FRAGMENT_H
#define ENTENTE_MERGE_FRAGMENT_H

#include "base/error.h"
#include "text/document.h"

struct fragment_placed {
    uint32_t placed;            // paragraphs that stand for one of the base, or for a part of one
    uint32_t added;             // that come between two which stand for neighbours
    const struct str *unplaced; // the words of each that resembles none
    uint32_t unplaced_count;
    uint32_t units; // pictures, notes and the like, which are left out
};

// Puts each paragraph of the fragment in the place of the paragraph of the base that it resembles
// most, in the order of both as far as it goes. What resembles a part of a paragraph replaces that
// part. Everything else is as the base has it.
//
// Result:  *whole, a document of the fragment's form (plain text when that is .docx): words and
//          labels, with the base's tables, notes and units
// Owner:   arena; both documents must live as long
// Errors:  BAD_INPUT when no paragraph resembles one of the base; TOO_LARGE above max_tokens, or for
//          a text that is no fragment by its size
// Cost:    O(F N) for F paragraphs and a base of N words
bool fragment_complete(const struct document *base, const struct document *fragment,
                       size_t max_tokens, struct arena *arena, const struct document **whole,
                       struct fragment_placed *placed, struct error *error) MUST_CHECK;

#endif
