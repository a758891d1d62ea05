// SPDX-License-Identifier: Apache-2.0
// The challenge model of political forecasting: who gains by challenging whom, what each gives way
// to, round after round until nobody moves.
//
// Bueno de Mesquita 1985, 1994, 1997, as Scholz, Calbert and Smith 2011 make it explicit; which of
// its readings is taken stands in docs/decisions/the-challenge-model-in-doubles.md. The model takes
// powers of real numbers: it is worked in doubles, here and nowhere else, and its figures are shown
// to fixed places.

#ifndef ENTENTE_SPATIAL_CHALLENGE_H
#define ENTENTE_SPATIAL_CHALLENGE_H

#include "base/arena.h"
#include "base/budget.h"

#define CHALLENGE_ACTORS_MAX 500
#define CHALLENGE_ROUNDS_MAX 100
#define CHALLENGE_SENSITIVITY_MAX 60 // actors

// 1. Capabilities are 0 or more; saliences from 0 to 1; somebody has both above 0.
struct challenge_line {
    uint32_t count;
    const double *position;
    const double *capability;
    const double *salience;
};

enum challenge_kind {
    CHALLENGE_STAY,
    CHALLENGE_CONFRONTATION, // both would gain by challenging, the other more: it gives way wholly
    CHALLENGE_COMPROMISE,    // it would lose less than the other gains: it goes part of the way
    CHALLENGE_CAPITULATION,  // it would lose more than the other gains: it gives way wholly
};

struct challenge_move {
    enum challenge_kind kind;
    uint32_t toward; // the actor; its own number when it stays
    double position; // afterwards
};

// What the weights say of positions at one moment. Between lower and upper all are as good.
struct challenge_middle {
    double lower, upper; // weighted median
    double mean;
};

struct challenge_round {
    const double *risk;                 // exponent by actor, 1/2 (takes risks) to 2 (avoids them)
    const struct challenge_move *moves; // by actor
    struct challenge_middle middle;     // afterwards
};

// Actor i and actor j in the first round, as i sees them.
struct challenge_pair {
    double chance;   // that i prevails over j
    double gain;     // expected utility for i of challenging j, above doing nothing
    double exposure; // what j would expect of challenging i, in i's eyes
    enum challenge_kind kind;
};

enum challenge_end {
    CHALLENGE_STABLE, // nobody moves any more
    CHALLENGE_CYCLE,  // positions of an earlier round came back
    CHALLENGE_OPEN,   // still moving after CHALLENGE_ROUNDS_MAX
};

struct challenge {
    struct challenge_middle start;
    const struct challenge_pair *pairs; // count × count, row i; NULL: not asked for
    const struct challenge_round *rounds;
    uint32_t round_count; // at least one; the last is the one in which nobody moved any more
    enum challenge_end end;
    uint32_t back_to; // CHALLENGE_CYCLE: the round whose positions came back, 0 the start
};

// Plays the rounds.
//
// with_pairs  also the table of the first round
// Owner:      arena
// Errors:     STOPPED when the budget is spent
// Cost:       O(rounds × count³)
bool challenge_play(const struct challenge_line *line, bool with_pairs, struct budget *budget,
                    struct arena *arena, struct challenge *challenge,
                    struct error *error) MUST_CHECK;

// What one actor's change does to where the rounds end.
struct challenge_change {
    double capability_down, capability_up; // the median afterwards, with nine tenths and eleven
    double salience_down, salience_up;     // tenths of it, salience at most 1
    double position_down, position_up;     // a tenth of the range lower and higher, inside it
};

// Plays the rounds again for each actor and each change. Of two medians the lower one counts.
//
// line     at most CHALLENGE_SENSITIVITY_MAX actors
// changes  one for each actor
// Errors:  STOPPED when the budget is spent
bool challenge_sensitivity(const struct challenge_line *line, struct budget *budget,
                           struct challenge_change *changes, struct error *error) MUST_CHECK;

#endif
