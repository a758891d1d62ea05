// SPDX-License-Identifier: Apache-2.0
// A change of look in words.

#ifndef ENTENTE_EXCHANGE_MERGED_LOOK_WORDS_H
#define ENTENTE_EXCHANGE_MERGED_LOOK_WORDS_H

#include "merge/sheet.h"

// "bold, another size"; empty when people see no difference.
// Owner: arena
struct str look_words(const struct sheet *sheet, const struct format_change *format_change,
                      struct arena *arena);
// The base's words that it is about.
struct str look_text(const struct sheet *sheet, const struct format_change *format_change);

#endif
