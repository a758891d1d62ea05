// SPDX-License-Identifier: Apache-2.0
// Slots from one draft to the next: which stayed, and what was said about them.

#ifndef ENTENTE_CASEFILE_SLOTS_H
#define ENTENTE_CASEFILE_SLOTS_H

#include "casefile/casefile.h"
#include "casefile/found_slot.h"

// A stance is known by what it is about and whose it is, so that a later one takes its place.
// variant   empty: any
struct str stance_id(struct str slot, struct str variant, struct str party, struct arena *arena);

// What the changes amount to.
struct slots_carried {
    size_t stayed; // known before by place and base wording
    size_t arrived;
    size_t left;
    size_t stances_kept;   // about wordings that a draft has
    size_t stances_unheld; // about wordings that none has any more
    size_t reopened;       // were agreed, and have a rival wording now; or the text was
    size_t settled;        // went into the next base
    struct list unplaced;  // struct str: slots that no draft has any more, and that stay
    struct list changed;   // struct str: slots that go on with other wordings or holders
    struct list unheld; // struct str: of these, those that one had until now; over a next base all
};

// A slot that goes into the next base, as it is from now on.
struct settled_slot {
    struct str id;
    const struct json *value;
};

// Adds to the act the changes that make `found` the slots of the document.
//
// A slot is the same if it lies under the same point and its base wording is the same, of several
// such the one with the same words around it or the same wordings; failing that, if exactly one old
// and one new slot of the document have the same base wording; failing that, if under the same point
// the base wording of one is part of the other's (a draft now touches the words beside it). What is said
// of a slot or its wordings follows it, in the wider or narrower words where the slot grew or shrank.
// Status and notes of a slot stay; one that was agreed is reopened when a wording comes that it did not
// have. A wording that no draft has any more stays among the earlier ones if something is said of it; a
// slot that none has, as unplaced.
struct slots_carried slots_carry(const struct items *items, struct str document,
                                 const struct found_slot *found, size_t count, struct act *act,
                                 struct arena *arena);

// The same over a next base: `found` is what stays open on it. What is settled leaves the others alone, with
// its stances; a slot that is not found stays, as unplaced; no stance goes.
struct slots_carried slots_carry_on(const struct items *items, struct str document,
                                    const struct settled_slot *settled, size_t settled_count,
                                    const struct found_slot *found, size_t count, struct act *act,
                                    struct arena *arena);

#endif
