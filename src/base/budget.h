// SPDX-License-Identifier: Apache-2.0
// How long a computation may go on: steps, and a flag that says stop.

#ifndef ENTENTE_BASE_BUDGET_H
#define ENTENTE_BASE_BUDGET_H

#include "base/error.h"

#include <signal.h>

// A step is about one visit of an inner loop. The library reads no clock: who wants a deadline
// sets the flag when it has come (the command line does so from an alarm or on Ctrl-C).
struct budget {
    uint64_t steps_left;
    size_t memory_bytes;               // memory that may be held, by a search or all in all
    int64_t held_before;               // by the arenas of the thread when the budget was made
    const volatile sig_atomic_t *stop; // not 0: stop now; NULL: never
    void (*progress)(void *listener, uint64_t done, uint64_t all); // NULL: nobody listens
    void *listener;
    uint64_t spent; // steps so far
};

// How many steps pass between two calls of progress, about.
#define BUDGET_TICK ((uint64_t)1 << 25)

// What may be held where nobody says how much: 4 GiB, and where addresses end before that, three quarters
// of what there are.
#define BUDGET_MEMORY_BYTES                                                                        \
    ((size_t)(SIZE_MAX < (uint64_t)1 << 32 ? SIZE_MAX / 4 * 3 : (uint64_t)1 << 32))

// No end of steps, BUDGET_MEMORY_BYTES, no flag.
struct budget budget_unlimited(void);
// Takes `steps` off; false when they are spent, the flag is set, or, looked at now and then, more memory is
// held than allowed. Now and then it tells the listener how many have been spent, of how many (0: no
// end of them).
bool budget_spend(struct budget *budget, uint64_t steps);
// A part of a budget, at most `steps` of what is left. budget_settle takes off what was used of it.
struct budget budget_share(const struct budget *whole, uint64_t steps);
void budget_settle(struct budget *whole, const struct budget *share, uint64_t steps);
// Whether nothing more can be spent: no steps are left, or the flag is set.
bool budget_is_spent(const struct budget *budget);
// Whether the arenas of this thread hold no more than memory_bytes since the budget was made.
bool budget_has_room(const struct budget *budget);
// The same, as an error where it is not so. Errors: TOO_LARGE
bool budget_check_room(const struct budget *budget, struct error *error) MUST_CHECK;
// The error that a function gives back after budget_spend gave false.
bool budget_stopped(struct error *error);

#endif
