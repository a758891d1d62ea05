// SPDX-License-Identifier: Apache-2.0
// What stands in the way of agreement, and what would clear it.

#ifndef ENTENTE_ADVICE_OBSTACLES_H
#define ENTENTE_ADVICE_OBSTACLES_H

#include "frontier/solution.h"

// What all could gain together if every party had its best option of one issue at once: an issue
// whose release raises this most is the one that blocks.
struct released {
    uint32_t issue;
    int64_t gain;
};

// A reserve that, lowered alone, makes agreement possible.
struct lowered {
    uint32_t party;
    int64_t by;
};

// A red line that is dropped alone.
struct dropped {
    uint32_t party;
    struct choice choice;
    struct tally acceptable;      // packages acceptable then
    const int64_t *best_for_each; // by party; NULL: none or not known
};

struct obstacles {
    bool is_cut; // something below could not be finished within its part of the budget
    bool has_gain;
    int64_t gain; // what all can gain together without crossing a red line; negative: nobody agrees
    const struct released *issues; // the largest gain first
    size_t issue_count;
    const uint32_t *issue_set; // a set of issues whose release makes agreement possible
    size_t issue_set_count;    // 0: none needed or none found
    bool is_smallest_set;      // no smaller set does
    const struct lowered *reserves;
    size_t reserve_count;
    const uint32_t *party_set; // a smallest set of parties whose reserves must sink
    size_t party_set_count;    // 0: none needed, or none helps
    int64_t lower_each_by;     // the least that does when all of the set sink alike
    const struct dropped *red_lines;
    size_t red_line_count;
    const struct clause *contradiction; // rules that together allow nothing; each is needed
    size_t contradiction_count;
};

// Finds all of it. Where agreement is possible already the sets are empty and the lists say what
// more each step would bring. Each part has a part of the budget; what it does not suffice for is
// left out.
//
// Owner:   arena
// Errors:  STOPPED when the whole budget is spent
bool obstacles_find(const struct solution *solution, struct budget *budget, struct arena *arena,
                    struct obstacles *obstacles, struct error *error) MUST_CHECK;

#endif
