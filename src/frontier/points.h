// SPDX-License-Identifier: Apache-2.0
// The fair points: which rows of a front of acceptable outcomes each rule of fairness picks.

#ifndef ENTENTE_FRONTIER_POINTS_H
#define ENTENTE_FRONTIER_POINTS_H

#include "frontier/front.h"

enum point_kind {
    POINT_NASH,         // largest product of gains over the reserve
    POINT_UTILITARIAN,  // largest sum of values
    POINT_MAXMIN,       // largest smallest gain
    POINT_EGALITARIAN,  // leximin of gains: the smallest first, then the next
    POINT_KS,           // leximin of gains divided by the largest acceptable gain
    POINT_KS_MINSPREAD, // gains divided by the largest feasible gain as equal as can be
};
#define POINT_KINDS 6

struct fair_point {
    bool is_defined;
    const struct str *values; // the number or numbers that the rule compares, as exact digits
    size_t value_count;
    const struct front *front;
    const uint32_t *rows; // all rows of the front that tie, in its order
    size_t row_count;
};

struct point_frame {
    const int64_t *reserve;        // by party
    const int64_t *ideal;          // by party: the most in an acceptable outcome
    const int64_t *ideal_feasible; // by party: the most in any outcome
};

// "nash", "ks" and so on; NULL when the name is unknown is POINT_KINDS.
const char *point_name(enum point_kind kind);
enum point_kind point_named(struct str name);

// Picks the rows of a front whose rows all reach the reserve.
//
// Result:  is_defined is false when the front is empty, and for the least spread when no party can
//          gain anything
// Owner:   arena
// Cost:    one pass over the front
struct fair_point point_find(enum point_kind kind, const struct front *front,
                             const struct point_frame *frame, struct arena *arena);

#endif
