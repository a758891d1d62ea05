// SPDX-License-Identifier: Apache-2.0
// Changes of format in words.

#ifndef ENTENTE_EXCHANGE_MERGED_LOOK_WORDS_H
#define ENTENTE_EXCHANGE_MERGED_LOOK_WORDS_H

#include "merge/sheet.h"

// Says of each change of format in a sheet that was laid from a merge what people see of it: "bold,
// another size"; empty when they see no difference. Whoever shows the sheet asks for this first.
//
// Owner: arena
// Cost:  O(changes × length of their properties)
void look_words_fill(struct sheet *sheet, struct arena *arena);

#endif
