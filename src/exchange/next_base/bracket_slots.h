// SPDX-License-Identifier: Apache-2.0
// Which groups of brackets are which slots of the file as it was written.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_SLOTS_H
#define ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_SLOTS_H

#include "exchange/next_base/bracket_groups.h"

// Fills `slot` of each group: in their order those that have most in common. Brackets that stand joined
// become two groups where they have more in common with two slots.
// Owner: arena
// Cost:  O(brackets × slots), beyond some thousands O(groups)
void bracket_slots_find(const struct bracket_text *text, struct arena *arena,
                        struct bracket_groups *groups);

// The words of a bracket have stayed as they were written, or it is not known.
bool bracket_is_kept(const struct bracket_text *text, const struct sign_bracket *bracket,
                     const struct record_slot *slot, struct arena *arena);

#endif
