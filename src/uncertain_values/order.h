// SPDX-License-Identifier: Apache-2.0
// The scores of one issue, bound by intervals and by comparisons of two options.

#ifndef ENTENTE_UNCERTAIN_VALUES_ORDER_H
#define ENTENTE_UNCERTAIN_VALUES_ORDER_H

#include "base/list.h"

// score(above) - score(below) <= most; an option number, or the option count for a fixed 0.
struct order_edge {
    uint32_t above;
    uint32_t below;
    int64_t most;
    struct str words; // what was stated, for people
};

// All that the edges imply: gaps[a × (option_count + 1) + b] is the largest score(a) - score(b)
// that any completion has, reached in one.
//
// Every difference from one option can be largest in one completion at the same time (shortest
// paths from one place are potentials), and so can all scores be least, or all be largest.
//
// Result:  NULL when the edges contradict one another; *contradiction then says which, in words
// Owner:   arena
// Cost:    O(option_count³)
// Source:  Floyd 1962; Bellman 1958 for the cycle
const int64_t *order_close(uint32_t option_count, const struct list *edges, struct arena *arena,
                           struct str *contradiction);

#endif
