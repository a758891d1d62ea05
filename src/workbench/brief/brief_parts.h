// SPDX-License-Identifier: Apache-2.0
// The steps of gathering a brief; for the files of this folder only.

#ifndef ENTENTE_WORKBENCH_BRIEF_PARTS_H
#define ENTENTE_WORKBENCH_BRIEF_PARTS_H

#include "workbench/brief/brief.h"

// Merges every document's drafts as they are, as they were before the latest came, and as they
// were on each of the latest days on which a draft came. brief->parties has its items.
// Errors: STOPPED; what else goes wrong with a document is told in brief->failed
bool brief_gather_texts(struct brief *brief, struct budget *budget, struct error *error) MUST_CHECK;

void brief_weigh_time(struct brief *brief, const struct entente_bounds *bounds);
// Errors: a scenario that cannot be read or weighed
bool brief_weigh_packages(struct brief *brief, const struct entente_bounds *bounds,
                          struct error *error) MUST_CHECK;

// The number of the party with this name, or NO_INDEX.
uint32_t sheet_party(const struct sheet *sheet, struct str name);

#endif
