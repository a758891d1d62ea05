// SPDX-License-Identifier: Apache-2.0
// Every rule in one form: what must not come together. Pair values take the same form.

#ifndef ENTENTE_BARGAIN_CLAUSES_H
#define ENTENTE_BARGAIN_CLAUSES_H

#include "bargain/scenario.h"
#include "base/budget.h"

// An issue and those of its options that threaten.
struct literal {
    uint32_t issue;
    const bool *threatens;  // by option; of a sum: whether it has a number
    const int64_t *numbers; // by option, of a sum; else NULL
};

// Comes true when the choice of every literal's issue threatens. A true rule forbids the outcome;
// a true bonus adds to the values. A sum comes true when the numbers that are taken add up to what
// does not lie within its ends.
struct clause {
    struct literal *literals; // of different issues; none: always true
    uint32_t count;
    const int64_t *bonus;       // one for each party; NULL: a rule
    const struct rule_sum *sum; // NULL: no sum. Its numbers stand at the literals
};

struct clauses {
    const struct clause *items;
    size_t count;
};

// A set of choices that cannot be taken together, as few as can be.
struct clash {
    const struct choice *choices; // by issue; none: nothing is possible
    size_t count;
};

struct clashes {
    const struct clash *items;
    size_t count;
};

// All smallest sets of options whose time links cannot be met together: every outcome that the time
// network forbids contains one of them, and none of them can be met.
//
// Owner:   arena
// Errors:  STOPPED when the links entangle too many options for the budget
// Cost:    grows with the number of clashes; points are eliminated one by one, each pair of links
//          through a point becoming one link that carries the options of both
bool clashes_find(const struct scenario *scenario, struct budget *budget, struct arena *arena,
                  struct clashes *clashes, struct error *error) MUST_CHECK;

// The rules and pair values of the scenario, and these clashes, as clauses.
// Owner:   arena
struct clauses clauses_make(const struct scenario *scenario, struct clashes clashes,
                            struct arena *arena);

#endif
