// SPDX-License-Identifier: Apache-2.0
// A good package for the smallest share, found by small changes: a place to start a proof from.

#ifndef ENTENTE_FRONTIER_CLIMB_H
#define ENTENTE_FRONTIER_CLIMB_H

#include "bargain/diagram.h"

// Changes one or two issues of a package at a time as long as that raises the smallest share of the
// parties (gain over the reserve by range), or with it unchanged the sum of all.
//
// start   worths-maximal options are taken by these weights first
// Result: the worths of the package reached; not proved to be the best
// Cost:   O(sweeps × issues² × options² × parties)
void climb_shares(const struct diagram *diagram, const int64_t *weights, const int64_t *reserve,
                  const int64_t *range, int64_t *worths);

#endif
