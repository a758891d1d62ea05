// SPDX-License-Identifier: Apache-2.0
// How a package stands while not all values are known, in words.

#ifndef ENTENTE_RENDER_BARGAIN_STANDING_WORDS_H
#define ENTENTE_RENDER_BARGAIN_STANDING_WORDS_H

#include "uncertain_values/standing.h"

// "for sure" and the rest.
struct str standing_words(enum standing standing);
// "good", "warn", "bad" or "quiet": how a page shows it.
const char *standing_tone(enum standing standing);
// "12" or "12 to 20": the whole values at and around the bounds, which are in steps.
struct str steps_range_text(int64_t least, int64_t most, struct arena *arena);

#endif
