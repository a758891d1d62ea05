// SPDX-License-Identifier: Apache-2.0
// The words that negotiators use, by field: what one text calls a truce another calls a ceasefire.

#ifndef ENTENTE_COUNTERPARTS_FIELD_WORDS_H
#define ENTENTE_COUNTERPARTS_FIELD_WORDS_H

// Each string is a subject that one provision may have, in English: words that stand for one
// another, parted
// by blanks, and groups of such words, parted by ";". Words of one group are near, those of one
// subject a
// little. A word may stand in several. Each list ends with NULL.
extern const char *const peace_words[];
extern const char *const trade_words[];
extern const char *const property_words[];
extern const char *const labour_words[];
extern const char *const money_words[];
extern const char *const commons_words[];
extern const char *const government_words[];
extern const char *const everyday_words[]; // groups alone: their strings are no subjects

#endif
