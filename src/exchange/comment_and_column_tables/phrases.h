// SPDX-License-Identifier: Apache-2.0
// Phrases that heads and cells are known by, whatever their capitals and punctuation.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_PHRASES_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_PHRASES_H

#include "base/arena.h"

// How much of a text the phrase must be.
enum phrase_extent { PHRASE_WHOLE, PHRASE_WITHIN };

// The words of a text in lower case with one blank between two and at either end; only "#", "=", "°", "º"
// and "№" are words among the signs. Owner: arena. Cost: O(length)
struct str phrase_words(struct str text, struct arena *arena);

// Does the phrase stand among such words? One with "*" at its end goes on as the word does.
bool phrase_stands_in(struct str words, struct str phrase, enum phrase_extent extent);

// Are the words one of the phrases, which "|" parts?
bool phrase_is_one_of(struct str words, const char *phrases);

#endif
