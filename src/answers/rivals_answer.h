// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable with all that has been found out about them.

#ifndef ENTENTE_ANSWERS_RIVALS_ANSWER_H
#define ENTENTE_ANSWERS_RIVALS_ANSWER_H

#include "timetable/rivals.h"

// A slot of a merged text and one of its wordings; both count from 0 as in the merged text.
struct slot_choice {
    uint32_t slot;
    uint32_t wording;
};

// A set of choices; as an exclusion each alone can be had, all of them together cannot.
struct slot_choices {
    const struct slot_choice *items; // ascending by slot
    uint32_t count;
};

// Slots of the merged text that only together say which limits hold: mostly one. Each slot of the
// rivals is such a group, its variants are the distinct sets of limits that wordings give.
struct slot_group {
    const uint32_t *slots; // of the merged text, ascending
    uint32_t slot_count;
    // The combinations of wordings of these slots: slot_count numbers each.
    const uint32_t *wordings;
    const uint32_t *variants; // by combination: the variant it gives
    uint32_t combination_count;
};

// The choices of wordings that one exclusion of the rivals stands for.
struct slot_choice_sets {
    const struct slot_choices *items;
    size_t count;
};

// What two drafts together give.
struct rivals_pair {
    uint32_t a;
    uint32_t b;
    struct plan_answer answer;
    struct rival_meetings meetings; // what one takes from the other so that they go together
};

struct rivals_answer {
    struct rivals rivals;
    // Of rivals that are slots of a merged text, NULL of others: the slots behind each slot of the
    // rivals, and the wordings behind each exclusion among the findings.
    const struct slot_group *groups;
    const struct slot_choice_sets *excluded;
    struct rival_findings findings;
    const struct plan_answer *own; // by draft: what it gives alone
    struct list pairs;             // struct rivals_pair, the parties' drafts only
    struct list notes;             // struct str: what a person should know
};

// How many wordings must be given up in all; false in *is_found where no way was found.
uint32_t rivals_pair_concessions(const struct rivals_pair *pair, bool *is_found);

#endif
