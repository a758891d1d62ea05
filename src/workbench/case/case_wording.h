// SPDX-License-Identifier: Apache-2.0
// A party's draft once more, with a wording of its own at one open place.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_WORDING_H
#define ENTENTE_WORKBENCH_CASE_CASE_WORDING_H

#include "base/budget.h"
#include "casefile/casefile.h"

#include <entente/entente.h>

struct wording_wanted {
    struct str document;
    struct str party;
    struct str slot;
    struct str words; // a line a paragraph; empty: nothing shall stand there
};

// Made of the party's newest draft, or of the base where it has none that counts.
//
// Result: *file; everything else in it keeps its bytes. *told: a line on what was settled besides, or
//         nothing
// Owner:  arena
// Errors: NOT_FOUND: no such open place; BAD_INPUT when the place cannot be found in the draft for sure or
//         the words cannot be set there; those of the readers, the merge and the writers
bool case_wording_file(struct casefile *casefile, const struct wording_wanted *wanted,
                       struct budget *budget, struct arena *arena, struct entente_file *file,
                       struct str *told, struct error *error) MUST_CHECK;

#endif
