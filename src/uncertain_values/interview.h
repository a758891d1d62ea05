// SPDX-License-Identifier: Apache-2.0
// A party is asked which of two things it likes better, until what is wanted is sure.
//
// Any choice of scores that fits all replies is possible: replies bind differences alone, so the
// possible scores are a cone, and whether a reply is known already is one exact linear program.
// Which question is best is judged by some of these scores, made from corners of the cone by a fixed
// rule; that something is sure is always proved.
//
// Source: Hansen and Ombler 2008 (PAPRIKA) for asking pairs that differ in few issues first, and for
//         leaving out what follows from the replies.

#ifndef ENTENTE_UNCERTAIN_VALUES_INTERVIEW_H
#define ENTENTE_UNCERTAIN_VALUES_INTERVIEW_H

#include "base/budget.h"
#include "uncertain_values/weighing.h"

#define INTERVIEW_OPTIONS_MAX 400 // in all issues together
#define INTERVIEW_REPLIES_MAX 2000

enum interview_aim {
    INTERVIEW_RANKING, // how the party ranks all feasible packages
    INTERVIEW_TRADES,  // how it ranks those that differ in at most two issues
    INTERVIEW_FRONT,   // which feasible packages no other beats, the others' scores as they are
    INTERVIEW_PACKAGE, // the rank of one package
};

struct interview {
    const struct scenario *scenario;
    uint32_t party;
    enum interview_aim aim;
    const uint32_t *package; // INTERVIEW_PACKAGE
    bool asks_reserve;       // also which feasible packages it accepts
    const struct replied *replies;
    size_t reply_count;
};

struct interview_state {
    // Replies that cannot hold together, each of them needed for that; then nothing else is known.
    const size_t *contradiction;
    size_t contradiction_count;
    bool is_done;
    struct weighing next; // what to ask, when it is not done
    size_t wanted_count;  // comparisons whose outcome is wanted
    size_t wanted_open;   // of which so many are open for sure, and perhaps more
    size_t package_count; // feasible ones; 0: they were not listed
    // Whole scores, by flat option number, that fit all replies; the worst option of an issue has 0.
    const int64_t *scores;
    int64_t reserve; // when packages have been accepted or rejected
    bool has_reserve;
};

// Says what follows from the replies and what to ask next: the question whose worse answer leaves
// the fewest outcomes of what is wanted, among those that differ in one issue, else in two, else
// in more.
//
// Owner:   arena; borrows the interview
// Errors:  TOO_LARGE where more is wanted than can be looked at one by one; STOPPED
// Cost:    a linear program for each comparison that the replies decide, when nothing seems open
bool interview_ask(const struct interview *interview, struct budget *budget, struct arena *arena,
                   struct interview_state *state, struct error *error) MUST_CHECK;

#endif
