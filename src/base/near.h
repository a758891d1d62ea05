// SPDX-License-Identifier: Apache-2.0
// Which known name a mistyped one may mean.

#ifndef ENTENTE_BASE_NEAR_H
#define ENTENTE_BASE_NEAR_H

#include "base/arena.h"

// The place of the name most like `name`: A-Z and a-z count as equal, a third of the letters may be
// changed, added, dropped or swapped with the next, or the first two thirds are the same. `count` when none
// is like it.
// Cost: O(count × length²)
size_t near_find(struct str name, const struct str *names, size_t count);

// The same as the end of an error: "; \"Borduria\" may be meant", or nothing. Owner: arena
struct str near_meant(struct str name, const struct str *names, size_t count, struct arena *arena);

#endif
