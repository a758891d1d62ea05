// SPDX-License-Identifier: Apache-2.0
// Moves that another author worked on: who changes words that another moved has seen them in their new
// place, and wants them there.
//
// A move is two stretches of one name, whose marks stand around and between paragraphs:
//
//   <w:moveFromRangeStart w:name="m"/>  w:moveFrom …  <w:moveFromRangeEnd/>   where the words were
//   <w:moveToRangeStart w:name="m"/>    w:moveTo …    <w:moveToRangeEnd/>     where they are now
//
// So in B's reading A's move counts as accepted, at both ends, when B puts in, strikes, sets or moves
// something within the stretch where the words are now.

#ifndef ENTENTE_EXCHANGE_DOCX_MOVES_H
#define ENTENTE_EXCHANGE_DOCX_MOVES_H

#include "exchange/docx/package.h"
#include "exchange/docx/reading.h"

// Finds the moves of a part that is a tree; NULL when it has none that somebody worked on.
// Owner: arena. Cost: O(nodes)
const struct worked_moves *moves_find(const struct docx_part *part, struct arena *arena);

// Whether a w:moveFrom or w:moveTo, whose author the reading does not accept, counts as accepted all the
// same because an author that it does accept worked on the words in their new place.
// Cost: O(log moves + authors of the move)
bool moves_accept(const struct worked_moves *moves, uint32_t node, const struct reading *reading);

#endif
