// SPDX-License-Identifier: Apache-2.0
// Every party's values as bounds on packages, and the packages that rules and time allow.

#ifndef ENTENTE_UNCERTAIN_VALUES_VIEWS_H
#define ENTENTE_UNCERTAIN_VALUES_VIEWS_H

#include "bargain/counts.h"
#include "uncertain_values/links.h"

#define VIEWS_COMBINATIONS_MAX 4096 // of the options of linked issues, tabled

// What the options of all linked issues together are worth, for every combination of them.
struct combinations {
    const uint32_t *issues; // rising
    uint32_t issue_count;
    size_t count;
    const int64_t *least; // the first issue's option changes slowest; in steps
    const int64_t *most;
};

struct view {
    struct bounds bounds;
    // Links that do not touch the reserve, tabled; NULL: no links, or they are too many or touch it.
    const struct combinations *combinations;
    bool is_exact; // the range of each package by itself is tight: no links, or tabled ones
};

struct views {
    const struct uncertain *uncertain;
    const struct scenario *scenario;
    const struct view *views;      // by party
    struct clashes clashes;        // of the time network
    const struct diagram *allowed; // all feasible packages; its values are the pairs', in steps
};

// Draws the conclusions for every party and lays out the packages.
//
// source   for errors
// Owner:   arena; borrows uncertain
// Errors:  BAD_INPUT naming party, issue and statements that contradict one another; TOO_LARGE;
//          STOPPED
bool views_make(const struct uncertain *uncertain, struct str source, struct budget *budget,
                struct arena *arena, struct views *views, struct error *error) MUST_CHECK;

// The view of one party with one statement more (NULL: none), or another range of its reserve.
// Result:  false in *is_possible when that contradicts what is known
// Errors:  as views_make
bool view_make(const struct uncertain *uncertain, uint32_t party, struct budget *budget,
               struct arena *arena, struct view *view, bool *is_possible, struct str *contradiction,
               struct error *error) MUST_CHECK;

// Bounds on the value of a package, in steps; the pairs counted in. Tight when the view is exact.
void view_range(const struct view *view, const uint32_t *package, int64_t *least, int64_t *most);

// What the party's pairs add to a package, in steps.
int64_t view_pairs(const struct view *view, const uint32_t *package);

// The demand that the package is worth the reserve or more; `sign` -1: that it is worth less.
struct score_link view_demand(const struct view *view, const uint32_t *package, int sign,
                              struct arena *arena);

#endif
