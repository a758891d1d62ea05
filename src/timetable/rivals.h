// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one plan: which variants of their limits go together.

#ifndef ENTENTE_TIMETABLE_RIVALS_H
#define ENTENTE_TIMETABLE_RIVALS_H

#include "timetable/plan.h"

// One party's version of the plan, finished; the first of several is the base.
struct rival_draft {
    struct str party;
    const struct plan *plan;
};

// One set of limits that a clause may have; may be empty ("nothing").
struct rival_variant {
    const uint32_t *limits; // in rivals.plan.limits
    uint32_t limit_count;
    const uint32_t *holders; // drafts that have it, ascending
    uint32_t holder_count;
};

// A clause whose limits differ between drafts. Every draft holds exactly one variant.
struct rival_slot {
    struct str clause;
    const struct rival_variant *variants; // at least two, the base's first
    uint32_t count;
};

struct rivals {
    struct plan plan; // all limits of all drafts, equal ones once
    const struct rival_draft *drafts;
    uint32_t draft_count;
    const struct rival_slot *slots;
    uint32_t slot_count;
    const uint32_t *slot_of; // by limit of the plan; LINK_NONE: common to all drafts
};

// Whether two limits ask the same: clause, events, kind, rules and bounds.
bool rivals_limits_equal(const struct plan_limit *a, const struct plan_limit *b);

// Lays the drafts over one another: limits are equal when their clause, events and bounds are.
void rivals_make(const struct rival_draft *drafts, uint32_t draft_count, struct arena *arena,
                 struct rivals *rivals);

// Puts the slots into groups such that no contradiction passes slots of two groups: group_of[slot]
// counts from 0.
// Result: how many groups. Cost: O(limits)
uint32_t rivals_groups(const struct rivals *rivals, uint32_t *group_of);

// A plan with the common limits and those for which is_chosen says so, worked out.
// Result: *answer; its limit numbers are those of rivals->plan
// Errors: those of plan_solve
bool rivals_solve(const struct rivals *rivals,
                  bool (*is_chosen)(const void *choice, uint32_t slot, uint32_t variant),
                  const void *choice, struct budget *budget, struct arena *arena,
                  struct plan_answer *answer, struct error *error) MUST_CHECK;

// Variants of which at most all but one can be had: one contradiction names them.
struct rival_exclusion {
    const uint32_t *slots; // ascending; at least one
    const uint32_t *variants;
    uint32_t count;
    struct plan_answer answer; // the contradiction
};

struct rival_findings {
    bool is_possible;         // some choice can be met
    uint64_t choice_count;    // of all choices; UINT64_MAX when there are more
    uint64_t possible_count;  // of those looked at; UINT64_MAX when there are more
    bool is_complete;         // all choices have been looked at
    const uint32_t *possible; // the first possible choices, slot_count variants each
    uint32_t possible_listed;
    struct list exclusions;    // struct rival_exclusion: all single variants and pairs, and larger
                               // sets as choices showed them
    bool is_common_impossible; // the common limits alone contradict
    struct plan_answer common;
};

// Questions enough for any text that people negotiate.
#define RIVAL_QUESTIONS_MAX 4096

// Looks at every variant, every pair, and then all choices as far as `most` questions go: one answers
// for all choices that differ only where no contradiction passes.
bool rivals_find(const struct rivals *rivals, uint64_t most, struct budget *budget,
                 struct arena *arena, struct rival_findings *findings,
                 struct error *error) MUST_CHECK;

// The limits of two drafts together: the contradiction, and the least change that reconciles them.
bool rivals_reconcile(const struct rivals *rivals, uint32_t draft_a, uint32_t draft_b,
                      struct budget *budget, struct arena *arena, struct plan_answer *answer,
                      struct error *error) MUST_CHECK;

// The wordings that a slot is made of, each of which can be given up by itself: several where a
// clause has several rival wordings that only together say which limits hold.
struct rival_parts {
    uint32_t part_count;
    const uint32_t *held;     // by draft: part_count wordings
    const uint32_t *wordings; // by combination that was read: part_count wordings
    const uint32_t *variants; // by combination: the variant that it gives
    uint32_t combination_count;
};

// The parts of slots whose variants are one wording each. Result: *parts, by slot
void rivals_parts(const struct rivals *rivals, struct arena *arena,
                  const struct rival_parts **parts);

// A draft takes the other's wording of one part of a slot.
struct rival_concession {
    uint32_t slot;
    uint32_t part;
    uint32_t draft; // who gives way
};

// The fewest concessions after which two drafts go together in one group of slots, in all the ways
// that so few will do.
struct rival_meeting {
    const struct rival_concession *items; // way after way, `count` concessions each
    uint32_t count;                       // at least one where a way was found
    uint32_t way_count;                   // 0: none was found
    bool is_complete;                     // false: the questions ran out; there may be other ways
};

// Groups are settled apart from each other: any way of each, taken together, will do.
struct rival_meetings {
    const struct rival_meeting *items; // of the groups in which something must be given up
    uint32_t count;
};

// parts   by slot
// Errors: those of plan_solve
// Cost:   at most 400 questions to plan_solve for a group
bool rivals_concede(const struct rivals *rivals, const struct rival_parts *parts, uint32_t draft_a,
                    uint32_t draft_b, struct budget *budget, struct arena *arena,
                    struct rival_meetings *meetings, struct error *error) MUST_CHECK;

#endif
