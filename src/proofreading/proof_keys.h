// SPDX-License-Identifier: Apache-2.0
// What words bear upon elsewhere in a text: labels, names, amounts, bans, definitions.

#ifndef ENTENTE_PROOFREADING_PROOF_KEYS_H
#define ENTENTE_PROOFREADING_PROOF_KEYS_H

#include "base/list.h"
#include "base/names.h"

// "Article 9" and the clause 9 share a name, as do "the Deposit of EUR 4,000" and "a Deposit of EUR
// 5,000", which differ in value. Where two stretches change nothing of one name, no check can hold one
// against the other.
// The first letter of a name says what it is of.
#define PROOF_KEY_DEFINES 'd' // "means", quotation marks: that something is defined

struct proof_key {
    uint32_t name;
    uint64_t value;
};

// Adds the keys of a stretch of text, a line a paragraph, to a list of struct proof_key. More names
// than a check would ask for are no harm.
// Owner: the names' arena
// Cost:  O(text)
void proof_keys_add(struct str text, struct names *names, struct list *keys, struct arena *arena);
// The same for a label alone: "Article 4", "7(a)".
void proof_keys_add_label(struct str label, struct names *names, struct list *keys,
                          struct arena *arena);
// Adds to `varying`, a list of uint32_t, the names of which one stretch has other keys than the other.
// Both lists are sorted.
void proof_keys_differ(struct list *one, struct list *other, struct list *varying);

#endif
