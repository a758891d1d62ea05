// SPDX-License-Identifier: Apache-2.0
// What a party said of the open places, and what wordings do to the packages.

#ifndef ENTENTE_WORKBENCH_DESK_DESK_SCORING_H
#define ENTENTE_WORKBENCH_DESK_DESK_SCORING_H

#include "workbench/workbench_pages/desk_worths.h"

// Fills packages->own, whose issues are there already.
//
// worth  the viewer's own; NULL: nothing was said yet
void desk_scoring_find(struct desk_gathering *g, const struct desk_worth *worth,
                       struct desk_packages *packages);

// What each wording of a slot does to the packages that the viewer may weigh, in sentences; nothing
// where nothing was scored, or where it takes too long.
void desk_slot_packages_find(struct desk_gathering *g, const struct sheet *sheet, uint32_t slot,
                             struct str document, struct desk_variant *variants, size_t count);

#endif
