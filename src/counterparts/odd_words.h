// SPDX-License-Identifier: Apache-2.0
// English words whose endings tell nothing of their kin: "coalition" is not of "coal", and "paid"
// is of "pay".

#ifndef ENTENTE_COUNTERPARTS_ODD_WORDS_H
#define ENTENTE_COUNTERPARTS_ODD_WORDS_H

#include "base/str.h"

// word      in lower case
// is_whole  told: no ending may be taken off what is given back
// Result: what the word is a form of; itself where nothing is known. Cost: O(1)
struct str odd_word_base(struct str word, bool *is_whole);

#endif
