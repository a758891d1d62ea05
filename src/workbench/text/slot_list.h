// SPDX-License-Identifier: Apache-2.0
// The list of the open places of a sheet: number, point, what the base and each party says there,
// status, stances, note.

#ifndef ENTENTE_WORKBENCH_TEXT_SLOT_LIST_H
#define ENTENTE_WORKBENCH_TEXT_SLOT_LIST_H

#include "answers/slot_list_answer.h"
#include "base/builder.h"
#include "merge/sheet.h"

// A party that keeps the base's words has "as base". The status is "disputed" where two or more wordings
// rival the base's, else "proposed". A stance is known of who has said of the point that it is reserved
// and nothing else. A note tells moves, neighbours and comments at the point.
//
// Owner: arena. Cost: O(slots × (parties + comments))
struct slot_list slot_list_of(const struct sheet *sheet, bool hide_names, struct arena *arena);

// --- Parts, for whoever lists slots of another source

// Columns behind those of the parties: status, stances, note.
enum { SLOT_LIST_END = 3 };
void slot_list_end_heads(struct str *heads);

// A wording in its cell: "(nothing)" where there are no words.
struct str slot_list_wording(struct str text);

struct slot_list_stance {
    struct str party;
    struct str stance;
    struct str holders;   // of the wording that it is about; empty: the place as a whole
    struct str condition; // may be empty
};
// Adds a line to the cell: "Tarsen: oppose (Velmark), if goods are marked".
void slot_list_add_stance(struct builder *cell, const struct slot_list_stance *stance);

#endif
