// SPDX-License-Identifier: Apache-2.0
// The open places of a merged text, as proofreading takes them: what can be chosen where, which places may
// bear upon one another, and the text of a choice.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_PLACES_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_PLACES_H

#include "base/input_limits.h"
#include "base/names.h"
#include "exchange/bargain/slot_issuer.h"
#include "proofreading/combinations.h"
#include "proofreading/proofread.h"

// Slots that stand or fall together, and what somebody holds there; option 0 is the base's.
struct proof_place {
    struct list slots;   // uint32_t, rising
    struct list options; // const uint32_t *: a wording for each slot
    struct list points;  // uint32_t, rising
    struct list
        varying; // uint32_t: names of keys (proof_keys.h) that not all options share, rising
};

struct proof_places {
    const struct sheet *sheet;
    struct arena *arena;
    struct issuer issuer;
    struct proof_place *places;
    uint32_t count;
    uint32_t *option_counts; // by place
    struct list *links;      // by place: struct combination_link
    uint32_t *topic_of;      // by key: of what it is a sign, the word or number itself
    struct list *at_point;   // by point: uint32_t
    struct names *paths;     // of the points, by their number
    struct str *names;       // of the points, as people cite them
    struct names *keys;
    struct proof_memory *memory; // of what was read already
    struct list varying_at;      // by key: struct list of uint32_t, places
    uint32_t *tied; // by slot of numbering: the place with which it changes; NO_INDEX: none
    bool has_few_terms;
    bool *has_numbers;        // by place: slots of numbering are tied to it
    bool starts_as_base;      // nothing that all hold differs from the base
    struct sheet_slot *start; // by slot: with the one wording that stands where nothing is taken
};

// One choice as a text, looked through.
struct proof_choice {
    struct sheet one;
    struct proofreading proof;
    const uint32_t *points; // by paragraph: the point of the sheet that it stands in; NO_INDEX
};

// Owner: arena; the sheet is borrowed
// Cost:  O(text of the open points, for each wording)
struct proof_places *proof_places_make(const struct sheet *sheet, struct arena *arena);

// The sheet with these wordings, to be read as READ_BASE. What all parties hold is taken as well. NULL: the
// base's wordings.
struct sheet proof_places_sheet(const struct proof_places *places, const uint32_t *options,
                                struct arena *arena);

// The options that a party holds. Owner: arena
const uint32_t *proof_places_held(const struct proof_places *places, uint32_t party,
                                  struct arena *arena);

// Reads one reading of a sheet that is or was made from the places' own.
// Errors: those of the reader and of proofread
bool proof_choice_read(const struct proof_places *places, const struct sheet *sheet,
                       struct sheet_reading reading, const struct input_limits *limits,
                       struct arena *arena, struct proof_choice *choice,
                       struct error *error) MUST_CHECK;

// What a finding is, whatever stands elsewhere: its kind, point, words and message.
// seen  of the choice, so that what stands there twice is two
struct str proof_choice_identity(const struct proof_places *places,
                                 const struct proof_choice *choice,
                                 const struct proof_finding *finding, struct names *seen,
                                 struct arena *arena);
// The places on which a finding may rest: uint32_t.
struct list proof_choice_touched(const struct proof_places *places,
                                 const struct proof_choice *choice,
                                 const struct proof_finding *finding, struct arena *arena);

#endif
