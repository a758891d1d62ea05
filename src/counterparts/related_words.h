// SPDX-License-Identifier: Apache-2.0
// Words that rival texts use for the same thing: "truce" and "ceasefire", "rent" and "lease".

#ifndef ENTENTE_COUNTERPARTS_RELATED_WORDS_H
#define ENTENTE_COUNTERPARTS_RELATED_WORDS_H

// Each holds rows of English words, parted by ";", the words of a row by blanks; ends with NULL. A
// word may
// stand in several rows. They say what two points may both be about, never that two words mean the
// same.
extern const char *const related_words[];

#endif
