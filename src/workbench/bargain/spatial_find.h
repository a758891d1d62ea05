// SPDX-License-Identifier: Apache-2.0
// A table of actors weighed, without showing the answer.

#ifndef ENTENTE_WORKBENCH_BARGAIN_SPATIAL_FIND_H
#define ENTENTE_WORKBENCH_BARGAIN_SPATIAL_FIND_H

#include "answers/spatial_answer.h"
#include "base/budget.h"

// Reads a table (exchange/bargain/actors_csv.h) and weighs each of its dimensions.
//
// source   the table's name, for errors
// Result:  *answer without challenges
// Owner:   arena; names may be borrowed from the table
// Errors:  those of the reader; TOO_LARGE when sums leave their bounds; STOPPED
// Cost:    O(actors²) a dimension
bool spatial_find(struct str source, struct str table, struct budget *budget, struct arena *arena,
                  struct spatial_answer *answer, struct error *error) MUST_CHECK;

// Plays the challenge model in every dimension of an answer.
//
// Result:  answer->challenges
// Errors:  TOO_LARGE above CHALLENGE_ACTORS_MAX; STOPPED
bool spatial_challenge_find(struct spatial_answer *answer, struct str source, struct budget *budget,
                            struct arena *arena, struct error *error) MUST_CHECK;

#endif
