// SPDX-License-Identifier: Apache-2.0
// Links tried out one after another on top of a network that can be met.
//
// For searches that ask "and if this were added?" many times: adding looks only at the events
// whose times must move, taking back costs next to nothing.

#ifndef ENTENTE_TIMETABLE_TRIAL_H
#define ENTENTE_TIMETABLE_TRIAL_H

#include "timetable/network.h"

struct trial;

// Why links that were added cannot hold with the rest: one cycle, as numbers of links. Those below
// base count are the base's; the others, less the base count, count the links added and not taken
// back, in their order.
struct contradiction {
    const uint32_t *links;
    uint32_t count;
    int64_t sum; // below 0
};

// A trial on a base; the base is copied into the trial, which lives in the arena.
//
// Result:   *possible; when false *why says it and *trial is NULL
// Errors:   STOPPED; BAD_INPUT when a link breaks an invariant of the network
// Cost:     as network_settle
bool trial_make(const struct network *base, struct budget *budget, struct arena *arena,
                struct trial **trial, bool *possible, struct contradiction *why,
                struct error *error) MUST_CHECK;

// Adds links, all or none.
//
// links    events below the base's; |most| at most network_most(events). Their clause is the
//          caller's own mark, given back by trial_link
// Result:  true: all hold with what there was. False: nothing has been added; *why (may be NULL)
//          names one cycle, in which added links count on as if they had been added. It lives
//          until the next call
// Cost:    O((moved events + their links) log) for each link
// Source:  Cotton and Maler 2006, section 3
bool trial_add(struct trial *trial, const struct link *links, uint32_t count,
               struct contradiction *why) MUST_CHECK;

// Takes back the last `count` links added.
void trial_take_back(struct trial *trial, uint32_t count);

// How many links are there, those of the base included; the link with a number from *why or below
// that count. A link refused by the last trial_add can still be asked for.
uint32_t trial_count(const struct trial *trial);
struct link trial_link(const struct trial *trial, uint32_t number);

// Times that meet all links at present; one per event, until the next call.
const int64_t *trial_times(const struct trial *trial);

#endif
