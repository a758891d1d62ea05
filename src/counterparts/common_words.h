// SPDX-License-Identifier: Apache-2.0
// Words that say little of what a point is about.

#ifndef ENTENTE_COUNTERPARTS_COMMON_WORDS_H
#define ENTENTE_COUNTERPARTS_COMMON_WORDS_H

#include "base/arena.h"

// Each a row of English words in lower case, parted by blanks; both end with NULL.
extern const char *const small_words[]; // "the", "shall", "agreement": they say nothing
extern const char
    *const general_words[]; // "reach", "hold", "new": in any of their forms they say little

#endif
