// SPDX-License-Identifier: Apache-2.0
// Whether a text is in the language that is read.

#ifndef ENTENTE_PROSE_LANGUAGE_H
#define ENTENTE_PROSE_LANGUAGE_H

#include "base/str.h"

// True when the text is long enough to tell and hardly a word of it is English. Words are told by
// the small ones that every English text is full of (the, of, and, shall …), so that tables of
// names and figures, which have none, are long enough only from some thirty words on.
//
// Cost: O(length)
bool language_is_foreign(struct str text);

#endif
