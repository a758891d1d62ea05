// SPDX-License-Identifier: Apache-2.0
// A scenario as a whole-number program: one option of each issue, rules as sums that may not be too large.
//
// Nothing is laid out level by level, so the memory stays small however the rules entangle the
// issues. Pair values are not known here.

#ifndef ENTENTE_FRONTIER_CHOICE_PROGRAM_H
#define ENTENTE_FRONTIER_CHOICE_PROGRAM_H

#include "bargain/clauses.h"
#include "base/list.h"

// Of these options, by flat number and of different issues or of one, at most `most` are taken.
struct packing_rule {
    const uint32_t *options; // rising
    uint32_t count;
    uint32_t most;
};

// The numbers of the options taken add up within these ends.
struct program_sum {
    const uint32_t *issues; // that have numbers
    uint32_t issue_count;
    const int64_t *numbers; // by option of the program
    int64_t least;          // INT64_MIN: no such end
    int64_t most;           // INT64_MAX
};

// One issue after another has its options in a row.
struct choice_program {
    const struct scenario *scenario;
    struct arena *arena;
    uint32_t issue_count;
    uint32_t option_count;
    const uint32_t *first;    // by issue, and one more: the number of its first option
    const uint32_t *issue_of; // by option
    struct list rules;        // struct packing_rule: those of the scenario, then those that follow
    size_t own_rule_count;    // of the scenario
    struct list sums;         // struct program_sum
    const uint32_t *rules_first; // by option, and one more: where its own rules stand in rules_of
    const uint32_t *rules_of;    // rule numbers
    const uint32_t *foes_first;  // by option, and one more: where the options stand that are never
    const uint32_t *foes;        // taken with it; none when they are too many
    bool *is_removed;            // by option: never taken
};

// What is left of the options somewhere down a search.
struct choices_left {
    const struct choice_program *program;
    bool *is_out;    // by option
    uint32_t *left;  // by issue: its options that are not out
    uint32_t *taken; // by own rule: its options that are the last of their issue
    uint32_t *queue; // issues that have one option left
    size_t queue_count;
    size_t followed; // of the queue: what follows from them is ruled out
    bool is_empty;   // an issue has no option left, or a rule is broken
};

// Owner:   arena; borrows the scenario and the clauses
// Result:  false when a clause is a bonus, which programs do not know
bool choice_program_make(const struct scenario *scenario, struct clauses clauses,
                         const bool *removed, struct arena *arena, struct choice_program *program);

// All options but the removed ones, and what follows from the rules. Owner: arena
struct choices_left choices_left_make(const struct choice_program *program, struct arena *arena);
// Room for what choices_left_copy writes. Owner: arena
struct choices_left choices_left_room(const struct choice_program *program, struct arena *arena);
void choices_left_copy(struct choices_left *to, const struct choices_left *from);
// Rules an option out; nothing follows before choices_left_follow.
void choices_left_drop(struct choices_left *left, uint32_t option);
// Rules out what the rules forbid now; false when nothing can be left.
bool choices_left_follow(struct choices_left *left);
// Whether each issue has one option left.
bool choices_left_is_single(const struct choices_left *left);

#endif
