// SPDX-License-Identifier: Apache-2.0
// Under which name the slots of a case go on, and what is said of them under that name.

#ifndef ENTENTE_CASEFILE_SLOT_RENAMES_H
#define ENTENTE_CASEFILE_SLOT_RENAMES_H

#include "casefile/slot_match.h"

// Where slots go on under another name.
struct slot_renames {
    struct names *places; // a slot, and after it the wording
    struct list targets;  // struct slot_target, by number of the place
    struct names *taken;  // places that are a target
    struct arena *arena;
};
struct slot_target {
    struct str slot;
    struct str variant;
    bool keeps_wordings; // of a slot as a whole: all its wordings go with it as they are
};

// Of the slots that go on under another id and of those that go on wider or narrower. Of what would come
// to be said in one place only the first has a target.
// Owner:  arena
struct slot_renames slot_renames_make(const struct slot_match *match, struct arena *arena);

// `variant` empty: the slot as a whole. False: it has no other name.
bool slot_renames_find(const struct slot_renames *renames, struct str slot, struct str variant,
                       struct slot_target *target);

// The value with every slot in it under its new name. NULL: it names none that has one.
// Owner:  arena of the renames; borrows the value
const struct json *slot_said_again(const struct slot_renames *renames, const struct json *value);

// The wording of the old slot in the words of the new one. False: it cannot be said in them.
bool slot_reframed(const struct slot_frame *frame, struct str old, struct arena *arena,
                   struct str *text);

#endif
