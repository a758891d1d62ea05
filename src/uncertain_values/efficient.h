// SPDX-License-Identifier: Apache-2.0
// Which packages no other beats: for sure, possibly, never.
//
// A package beats another when it is worth as much to every party and more to one. The parties'
// completions are independent, so b beats a
//   for sure   when each party's least b - a is 0 or more, and one party's is above 0
//   possibly   when each party's largest b - a is 0 or more, and one party's is above 0.
// So a is undominated for sure exactly when nothing possibly beats it. Where no link binds several
// issues, the completion in which a leads every other option by as much as can be is the most
// favourable against all packages at once, so a is undominated possibly exactly when nothing
// beats it for sure. Where links bind, a search over completions decides.
//
// Source: Weber 1987 and Hazen 1986 (potential optimality, of one person) carried over to dominance
//         between packages for several parties

#ifndef ENTENTE_UNCERTAIN_VALUES_EFFICIENT_H
#define ENTENTE_UNCERTAIN_VALUES_EFFICIENT_H

#include "uncertain_values/standing.h"

struct efficiency {
    enum standing undominated;
    const uint32_t *beaten_by; // a feasible package that beats it for sure; NULL: none or not known
};

// How one feasible package fares among all.
//
// steps    a search that takes more is given up, and the result is STANDING_OPEN
// Owner:   arena
// Cost:    two walks of the diagram with bounds; programs for parties with links
struct efficiency efficiency_of(const struct views *views, const uint32_t *package, uint64_t steps,
                                struct budget *budget, struct arena *arena);

// Whether package b beats package a: in every completion (surely), or in at least one.
enum truth efficiency_beats(const struct views *views, const uint32_t *b, const uint32_t *a,
                            bool surely, struct budget *budget);

#endif
