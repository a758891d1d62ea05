// SPDX-License-Identifier: Apache-2.0
// Whom "he", "they", "the official" mean: those who spoke or acted before.

#ifndef ENTENTE_STATEMENTS_REFERENCES_H
#define ENTENTE_STATEMENTS_REFERENCES_H

#include "statements/attribution.h"

// Those who may be meant, the latest last.
struct references {
    const struct news *news;
    struct list known; // struct known_reference
};

struct references references_make(const struct news *news);

// Notes who speaks, or whom a sentence is about.
// Notes that somebody spoke whose name was not read: no "he" or "she" behind it is known.
void references_block(struct references *references);
void references_note(struct references *references, const struct speakers *speakers);
// Notes the persons named before token `at` in a sentence, who are nearer than those before it.
void references_note_named(struct references *references, const struct sentence *sentence,
                           size_t at);

// Who was noted last. Result: false when nobody was
bool references_latest(const struct references *references, struct speaker *speaker);

// Puts the persons and bodies meant in place of pronouns and of "the official".
// Result: false when a pronoun has nobody to mean
bool references_resolve(const struct references *references, struct speakers *speakers);

#endif
