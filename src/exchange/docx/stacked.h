// SPDX-License-Identifier: Apache-2.0
// Tracked changes on top of another author's: who strikes some of the words that another put in has read
// them, and wants what is left.
//
//   <w:ins A>two <w:del B>three</w:del> four</w:ins>      A: "two three four"   B: "two four"
//
// So in B's reading a stretch of A's insertions and deletions that touch counts as accepted when B changes
// something inside one of the insertions; what merely stands between two of them is no change of them.
// When B strikes all that A put in there, B wants what A deleted, if anything: the base.

#ifndef ENTENTE_EXCHANGE_DOCX_STACKED_H
#define ENTENTE_EXCHANGE_DOCX_STACKED_H

#include "exchange/docx/package.h"
#include "exchange/docx/reading.h"

// Whether a w:ins or w:del, whose author the reading does not accept, counts as accepted all the same
// because an author that it does accept has worked on the stretch. For a paragraph's mark it is the stretch
// that ends the paragraph.
// Cost: O(elements of the paragraph); of paragraphs too long for that only the element itself is looked at
bool stacked_accepts(const struct docx_part *part, uint32_t node, const struct reading *reading);

#endif
