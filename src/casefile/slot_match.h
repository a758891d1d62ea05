// SPDX-License-Identifier: Apache-2.0
// Which slots of a document go on under a new draft, and by what name each is known.

#ifndef ENTENTE_CASEFILE_SLOT_MATCH_H
#define ENTENTE_CASEFILE_SLOT_MATCH_H

#include "casefile/casefile.h"
#include "casefile/found_slot.h"

// A slot of the document as the case had it.
struct known_slot {
    const struct item *item;
    int64_t place;             // where it stood in the base; -1: nowhere
    struct carried_slot *next; // the new slot that it goes on as; NULL: none
    bool is_framed;            // it goes on wider or narrower, see struct slot_frame
};

// A slot as the merge found it.
struct carried_slot {
    const struct found_slot *found;
    struct str id;
    struct str base;              // variant id of the base wording
    const struct known_slot *old; // the slot that it continues; NULL: none
    bool is_framed;               // it is the wider or narrower form of an old one
    bool was_agreed;              // and that one was agreed
    const struct item *reopens;   // the settled slot whose words it opens again; NULL: none
};

// An old slot that goes on inside a wider new one, or whose inside goes on as a narrower one: another
// party's draft now touches the words beside it, or no longer does.
struct slot_frame {
    struct known_slot *old;
    struct carried_slot *slot;
    struct str before; // what the wider base wording has before and after the narrower
    struct str after;
    bool is_wider; // the new one is
};

struct slot_match {
    struct known_slot *olds; // in their order
    size_t old_count;
    struct carried_slot *slots; // slots[i] is found[i]
    size_t count;
    struct list frames; // struct slot_frame
};

// What a next base changes about matching.
struct slot_round {
    const struct names *settled; // ids of slots that go into the text, and on nowhere
};

// Matches what a merge found with the slots that the document has (see slots_carry for the rules)
// and names each: a slot that goes on in its place keeps its id, a new one gets
// DOCUMENT/POINT/BASE, with "~2" for a second one of the same.
//
// round   NULL: the base is the one it was. Over a next base slots go on by their wordings, wherever
//         they stand now, and keep their names
// Owner:  arena
// Cost:   O(n log n), and for slots of one point with one base wording the product of old and new
void slot_match_make(const struct items *items, struct str document, const struct slot_round *round,
                     const struct found_slot *found, size_t count, struct arena *arena,
                     struct slot_match *match);

// Its status; of one that is unplaced the status before that.
struct str slot_standing(const struct json *slot);

// The text of a wording of an item of kind slot.
bool slot_text(const struct item *slot, struct str variant, struct str *text);

#endif
