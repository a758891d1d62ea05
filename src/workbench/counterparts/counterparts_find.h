// SPDX-License-Identifier: Apache-2.0
// Rival texts opened, cut, matched and compared.

#ifndef ENTENTE_WORKBENCH_COUNTERPARTS_COUNTERPARTS_FIND_H
#define ENTENTE_WORKBENCH_COUNTERPARTS_COUNTERPARTS_FIND_H

#include "answers/counterparts_answer.h"

#include <entente/counterparts.h>

struct counterparts_wish {
    const struct entente_file *matches; // what a person said, or NULL
    bool are_of_some; // what it says of parties whose texts are not here is passed over
    bool are_rounds;  // each text answers the one before it, not the base
};

// Owner:  arena; files are borrowed
// Errors: those of the readers; BAD_INPUT for a text without a word and for matches that do not fit; STOPPED
bool counterparts_answer_find(const struct entente_file *base, const struct entente_draft *drafts,
                              size_t draft_count, const struct counterparts_wish *wish,
                              struct budget *budget, struct arena *arena,
                              struct counterparts_answer *answer, struct error *error) MUST_CHECK;

#endif
