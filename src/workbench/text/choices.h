// SPDX-License-Identifier: Apache-2.0
// Which wording of a merged text's slots is taken: what all hold, and what somebody has chosen.

#ifndef ENTENTE_WORKBENCH_TEXT_CHOICES_H
#define ENTENTE_WORKBENCH_TEXT_CHOICES_H

#include "base/error.h"
#include "merge/sheet.h"

#include <entente/merge.h>

struct choices {
    uint32_t *wordings; // by slot: the wording that is taken, NO_INDEX: open
    uint32_t agreed;    // how many: held by all
    uint32_t chosen;
    uint32_t open;
    const struct str *notes; // what is odd about them, a sentence each
    size_t note_count;
};

// Reads "SLOT=WORDING" and a package over what all hold already.
//
// Owner:  arena
// Errors: MISUSE quoting a choice that cannot be; those of the scenario's reader
bool choices_read(const struct entente_next_options *options, const struct sheet *sheet,
                  struct arena *arena, struct choices *choices, struct error *error) MUST_CHECK;

// The sheet with the wordings that are taken in the place of the base's; `gap`, when there is one, stands
// where a slot is open. To be read as READ_BASE.
// Owner: arena
void choices_settle(const struct sheet *sheet, const struct choices *choices, struct str gap,
                    struct arena *arena, struct sheet *settled);

#endif
