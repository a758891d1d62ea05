// SPDX-License-Identifier: Apache-2.0
// Fair points without the front.
//
// A fair point is sought in a small region near the best bound: outcomes whose weighted gains come
// up to a threshold. When the region is empty the threshold sinks; when it holds a outcome, the
// outcome's own measure tells how far the threshold must sink until nothing better can lie outside.
// So the answer is proved, all ties included.

#ifndef ENTENTE_FRONTIER_DIRECT_H
#define ENTENTE_FRONTIER_DIRECT_H

#include "bargain/wide.h"
#include "frontier/points.h"

struct direct {
    struct fair_point point; // rows of `front`
    struct front front;      // the part of the acceptable front in the region
    bool has_more_ties;      // other outcomes may be as good: looking for all of them was cut short
    bool has_bound;          // the next two are known
    int64_t weights[SCENARIO_PARTIES_MAX]; // the certificate: no outcome outside the region can
    int64_t bound; // do better, as weights · values is at most this anywhere
    bool has_most; // where the search was stopped: no outcome has a share above this
    struct ratio most;
    bool has_known;                      // where the search was stopped: a outcome was met,
    int64_t known[SCENARIO_PARTIES_MAX]; // the best of them has these values
    const uint32_t *package; // and these options by issue; NULL: only the values are known
    // What the point's rule compares (of leximin the smallest gain), as digits: of the outcome that
    // was met, and what no outcome is above; empty: not known.
    struct str known_value;
    struct str most_value;
};

// Finds a point of any kind but POINT_KS_MINSPREAD. For POINT_KS frame->ideal must be known.
//
// Result:  point.is_defined is false when no outcome reaches the reserve
// Owner:   arena; borrows the diagram
// Errors:  STOPPED when the search does not fit the budget; then the bound and what was met so far
//          stand in *found
bool direct_find(enum point_kind kind, const struct diagram *diagram,
                 const struct point_frame *frame, struct budget *budget, struct arena *arena,
                 struct direct *found, struct error *error) MUST_CHECK;

// The most that every party can gain over the reserve at the same time; negative when the reserves
// are out of reach, and then the amount by which all must sink. The diagram must not be empty.
// Errors:  as direct_find
bool direct_common_gain(const struct diagram *diagram, const int64_t *reserve,
                        struct budget *budget, int64_t *gain, struct error *error) MUST_CHECK;

// The most one party can get where every party gets its floor; *exists is false when no outcome
// reaches the floor.
bool direct_most(const struct diagram *diagram, const int64_t *floor, uint32_t party,
                 struct budget *budget, int64_t *most, bool *exists,
                 struct error *error) MUST_CHECK;

// The most each party can get where every party gets its floor; *exists is false when no outcome
// reaches the floor.
bool direct_ideal(const struct diagram *diagram, const int64_t *floor, struct budget *budget,
                  int64_t *ideal, bool *exists, struct error *error) MUST_CHECK;

#endif
