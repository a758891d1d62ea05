// SPDX-License-Identifier: Apache-2.0
// The tables, rows and cells that a wording takes in.

#ifndef ENTENTE_MERGE_PART_WALK_H
#define ENTENTE_MERGE_PART_WALK_H

#include "base/list.h"
#include "merge/sheet.h"

// What whole tables, rows or cells stand in a range of a document, as parts of the text that begins
// there: those of `depth` (how many blocks stand around them) and all within them.
// Owner: arena. Cost: O(log blocks + parts)
const struct wording_part *wording_parts_of(const struct document *document, struct range range,
                                            uint32_t depth, struct arena *arena, uint32_t *count);

// How many blocks stand around a block.
uint32_t block_depth(const struct document *document, uint32_t block);

// What unit the wordings of a slot of this container have.
enum slot_unit slot_unit_of(const struct document *base, uint32_t container);

// The bytes of part `part` that stand before its first part, between two and behind the last: its own
// paragraphs. Calls for each stretch, in order, with the part that follows it, or NO_INDEX.
struct part_walk {
    const struct wording *wording;
    uint32_t at;   // byte
    uint32_t to;   // byte
    uint32_t next; // part
    uint32_t end;  // part
    bool is_exact; // bytes of the document's own text, in which opaque units are not named
};

// A walk over one part's own content, or with NO_INDEX over the whole wording.
struct part_walk part_walk_of(const struct wording *wording, uint32_t part);
// The same over the text of its document, where it has one.
struct part_walk part_walk_exact(const struct wording *wording, uint32_t part);
// The next of it: paragraphs [from, to) of the text, the mark at their end left out (*part ==
// NO_INDEX), or a part. False at the end.
bool part_walk_next(struct part_walk *walk, struct range *bytes, uint32_t *part);

#endif
