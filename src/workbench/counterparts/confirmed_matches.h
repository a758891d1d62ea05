// SPDX-License-Identifier: Apache-2.0
// Matches that a person confirmed or corrected, laid over those that were found.

#ifndef ENTENTE_WORKBENCH_COUNTERPARTS_CONFIRMED_MATCHES_H
#define ENTENTE_WORKBENCH_COUNTERPARTS_CONFIRMED_MATCHES_H

#include "answers/counterparts_answer.h"

#include <entente/counterparts.h>

// What a person said of one point of the base and one text: these points answer it, and no others but those
// of another entry for it.
struct confirmed_match {
    uint32_t base;
    uint32_t text;
    const uint32_t *points; // none: nothing answers it
    uint32_t count;
};

// Reads "entente-matches/1"; entries that are not confirmed are passed over.
//
// is_of_some  entries of parties whose texts are not here are passed over too, unless all are
// matches     struct confirmed_match
// Errors:     BAD_INPUT with the place: a point, a party or a certainty that there is not
bool confirmed_matches_read(const struct entente_file *file, const struct rival_text *texts,
                            uint32_t text_count, bool is_of_some, struct arena *arena,
                            struct list *matches, struct error *error) MUST_CHECK;

// Puts them over what was found for one text. A point that a person gave away answers nothing else.
void confirmed_matches_lay(const struct list *matches, uint32_t text, struct arena *arena,
                           struct counterparts *found);

#endif
