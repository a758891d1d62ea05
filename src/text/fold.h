// SPDX-License-Identifier: Apache-2.0
// Text as comparisons see it: the same words set with other quotation marks are the same words.

#ifndef ENTENTE_TEXT_FOLD_H
#define ENTENTE_TEXT_FOLD_H

#include "base/arena.h"

// One form for what word processors write in several: normal form C; curly and straight quotation
// marks; hyphens that break and that do not; dashes of any length; "…" and "..."; ligatures (ﬁ);
// white space of any kind and amount is one blank; soft hyphens and word joiners are left out.
// Owner: `text` itself when nothing is to fold, else the arena. Cost: O(length)
struct str text_fold(struct str text, struct arena *arena);

// Whether text_fold gives back the text itself. Such a text has no white space.
bool text_is_settled(struct str text);

// Whether two texts have the same characters (in whatever normal form). Cost: O(length)
bool text_is_same(struct str a, struct str b);

#endif
