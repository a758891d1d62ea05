// SPDX-License-Identifier: Apache-2.0
// Rival texts as one merged text: each point of the base is an open place as a whole, its variants the points
// that answer it.

#ifndef ENTENTE_WORKBENCH_COUNTERPARTS_RIVAL_SLOTS_H
#define ENTENTE_WORKBENCH_COUNTERPARTS_RIVAL_SLOTS_H

#include "answers/counterparts_answer.h"

// In brackets, as Markdown (docs/merge.md). Points that are merely possible counterparts are their party's
// own. A point that answers several of the base stands with the one it is most like; the points that only a
// party has stand at the end. A party that says nothing to a point has no words there.
//
// Result: read as the base it has the base's points; read as a party, that party's, in the base's order
// Owner:  arena
struct str rival_slots_markdown(const struct counterparts_answer *answer, struct arena *arena);

// The same as JSON, "entente-merge/1".
// Errors: those of reading brackets; a party's name that brackets cannot bear
bool rival_slots_json(const struct counterparts_answer *answer, struct arena *arena,
                      struct str *json, struct error *error) MUST_CHECK;

#endif
