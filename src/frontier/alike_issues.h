// SPDX-License-Identifier: Apache-2.0
// Issues that are alike, as one issue with a number: which of them takes which option does not matter,
// only how many do.

#ifndef ENTENTE_FRONTIER_ALIKE_ISSUES_H
#define ENTENTE_FRONTIER_ALIKE_ISSUES_H

#include "bargain/diagram.h"

// Issues are alike when all options give every party the same in each of them, and the same are left out.
//
// 1. The choices of group g are first_choice[g] up to first_choice[g + 1]; no two of a group give
// every party the same, and none gives every party as much as another and one party more.
struct alike_issues {
    uint32_t group_count;
    uint32_t choice_count;        // of all groups
    uint32_t party_count;         //
    const uint32_t *group_of;     // by issue
    const uint32_t *issue_counts; // by group
    const uint32_t *first_choice; // by group, and one more
    const uint32_t *options;      // by choice: its number within each issue of the group
    const int64_t *values;        // by choice, a row: what it gives each party in one issue
};

// Owner:   arena
// Result:  false when rules or pair values tie issues to one another, so that none is like another
// Cost:    O(issues log issues × options × parties)
bool alike_issues_make(const struct diagram *diagram, struct arena *arena,
                       struct alike_issues *alike);

// Of the outcomes in which so many issues take each choice, the lexicographically first, as
// front_of_outcomes takes it: the option taken at each level of the diagram.
// Owner: arena
uint32_t *alike_issues_outcome(const struct alike_issues *alike, const struct diagram *diagram,
                               const uint32_t *counts, struct arena *arena);

#endif
