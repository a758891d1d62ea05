// SPDX-License-Identifier: Apache-2.0
// How much of a sheet is open, and to whom.

#ifndef ENTENTE_MERGE_SHEET_COUNTS_H
#define ENTENTE_MERGE_SHEET_COUNTS_H

#include "merge/sheet.h"

struct party_counts {
    uint32_t proposals; // open slots in which the party departs from the base
    uint32_t shared;    // of these, the ones where another party holds the same wording
};

struct sheet_counts {
    uint32_t open_points;
    uint32_t agreed_points;
    uint32_t open_slots;
    uint32_t settled_slots;     // all parties hold one new wording
    uint32_t numbering_slots;   // only labels differ
    uint32_t rival_slots;       // open, with two or more wordings beside the base's
    uint32_t format_changes;    // changes of look alone that people see
    uint32_t number_changes;    // paragraphs that count otherwise
    uint32_t layout_changes;    // sections, headers, footers
    uint32_t contested_changes; // of these two, the ones that not all parties make
    const struct party_counts *parties;
    const bool *point_is_open;
};

// Cost: O(segments + wordings)
struct sheet_counts sheet_counts_make(const struct sheet *sheet, struct arena *arena);

// The segments of a point, and the slot of one, NULL for agreed text.
const struct segment *point_segment(const struct sheet *sheet, const struct point *point,
                                    uint32_t i);
const struct sheet_slot *segment_slot(const struct sheet *sheet, const struct segment *segment);
// A slot of wording, not of numbering. It stands in every rendering with its holders.
bool sheet_slot_is_open(const struct sheet_slot *slot);
// All parties, two at least, hold one wording in place of the base's: agreed, though changed.
bool sheet_slot_is_settled(const struct sheet_slot *slot, uint32_t party_count);
// The wording that a party holds: the base's when no wording names it.
const struct wording *wording_of(const struct sheet_slot *slot, struct party party);
bool wording_has(const struct wording *wording, struct party party);

#endif
