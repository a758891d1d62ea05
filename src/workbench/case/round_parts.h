// SPDX-License-Identifier: Apache-2.0
// From one base of a document to the next, step by step; for the files of case_next alone.

#ifndef ENTENTE_WORKBENCH_CASE_ROUND_PARTS_H
#define ENTENTE_WORKBENCH_CASE_ROUND_PARTS_H

#include "casefile/slot_match.h"
#include "casefile/slots.h"
#include "workbench/case/case.h"
#include "workbench/case/case_slots.h"
#include "workbench/text/choices.h"
#include "workbench/text/counter_draft.h"

#include <entente/merge.h>

struct case_round {
    struct acting *acting;
    const struct entente_next_options *text;
    struct budget *budget;
    struct arena *arena;
    struct str document;
    const struct item *base; // as it was
    struct list current;     // struct current_draft
    struct merged *merged;   // of these
    struct sheet *sheet;
    struct sheet settled;    // with what is decided in the place of the base's wordings
    struct list found;       // struct found_slot in the sheet
    struct slot_match match; // with the slots of the case
    struct choices choices;
    const char **how; // by slot of the sheet: why it is decided; NULL: it is not
    // The texts that go on: the next base, and by party its draft set into it.
    struct entente_file next_base;
    struct entente_draft *drafts;
    struct draft_manner *manners; // by party: how its draft is read on the next base
    struct list *kept;            // by party: struct kept_match, of a counter-draft
    struct str next_id;           // the name of the next base
    struct sheet *next_sheet;     // of these merged
    const uint32_t
        *points;       // by point of `sheet`: the point of next_sheet it goes on as, or NO_INDEX
    struct list named; // struct str: what could not be carried, or should be looked at
};

// A match of a counter-draft that goes on: as it was, and by the point of the next base.
struct kept_match {
    const struct json *value;
    struct counter_match match;
};

// What is decided: what all drafts hold, what the case says is agreed, what a package takes and what is
// chosen, the later over the earlier.
//
// Errors: NOT_FOUND and MISUSE for choices that cannot be; those of a scenario's reader
bool round_decide(struct case_round *round, struct error *error) MUST_CHECK;

// Makes the texts that go on and merges them.
// Errors: those of writing, reading and merging
bool round_texts(struct case_round *round, struct error *error) MUST_CHECK;

// The round that would be made now, its texts with it. It reads what all parties see; nothing is entered.
// Errors: NOT_FOUND without such a document, a base or a draft; those of round_texts
bool round_standing(struct entente_case *handle, const char *document, struct budget *budget,
                    struct arena *arena, struct case_round *round, struct error *error) MUST_CHECK;

// Takes counter-drafts over as they are, with the matches of what stays open, once there is the next base.
// Errors: those of the readers
bool round_matches(struct case_round *round, struct error *error) MUST_CHECK;
// Adds them to the act, of the draft with this id.
void round_add_matches(struct case_round *round, uint32_t party, struct str draft);

// Finds for each point of the old base where it stands in the next.
void round_points(struct case_round *round);

// The slots that go into the text, as they are from now on: struct settled_slot.
struct list round_settled(struct case_round *round);

// Lets limits, steps, guarantees, comments and findings follow the points they name.
void round_follow(struct case_round *round);

// Keeps a sentence for whoever enters the next base.
void round_name(struct case_round *round, struct str sentence);

// The item of the case that a found slot is; NULL: the case has none.
const struct item *round_item(const struct case_round *round, size_t found);

#endif
