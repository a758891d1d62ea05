// SPDX-License-Identifier: Apache-2.0
// Lays all parties' edits over the base: which overlap and so dispute one slot, which only touch.

#ifndef ENTENTE_MERGE_LAY_H
#define ENTENTE_MERGE_LAY_H

#include "merge/compare.h"
#include "merge/layout.h"

// comparisons[i] is party i's draft against the base. Lists are made in the arena, in the order
// that merged.h asks for.
// Cost: O(P N + E log E) for P parties, N tokens of the base, E edits
void lay_comparisons(const struct tokens *base, const struct comparison *comparisons,
                     uint32_t party_count, struct arena *arena, struct layout *layout);

#endif
