// SPDX-License-Identifier: Apache-2.0
// What is left of a word without its endings: "elections" and "elected" are one.

#ifndef ENTENTE_COUNTERPARTS_WORD_STEM_H
#define ENTENTE_COUNTERPARTS_WORD_STEM_H

#include "base/arena.h"

// The stem, in lower case. English endings are taken off; a word with other letters keeps its first
// six.
// It need not be a word: what counts is that the forms of one word have the same. Owner: arena
struct str word_stem(struct str word, struct arena *arena);

#endif
