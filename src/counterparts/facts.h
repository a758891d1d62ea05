// SPDX-License-Identifier: Apache-2.0
// Finds what in a point's words can be checked against another's.

#ifndef ENTENTE_COUNTERPARTS_FACTS_H
#define ENTENTE_COUNTERPARTS_FACTS_H

#include "base/list.h"
#include "counterparts/fact.h"
#include "prose/prose.h"

// Finds the facts of one point's words, in their order.
//
// facts   struct fact, added to; borrows the text
// Cost:   O(length)
void facts_find(const struct prose *prose, struct arena *arena, struct list *facts);

#endif
