// SPDX-License-Identifier: Apache-2.0
// The second thread: everything that reads or writes a case is done there, one job after another, so that a
// case's handle belongs to one thread and the network never waits.

#ifndef ENTENTE_SERVE_CLERK_H
#define ENTENTE_SERVE_CLERK_H

#include "serve/loop.h"

struct clerk;

// Stands first in what a job is about, which lives until `done` was called.
struct clerk_job {
    void (*run)(struct clerk_job *job);  // by the clerk
    void (*done)(struct clerk_job *job); // afterwards, on the network's thread
    struct clerk_job *next;
};

bool clerk_open(struct loop *loop, struct clerk **clerk, struct error *error) MUST_CHECK;
// Waits for the jobs that were given; `done` is called for each. NULL is fine.
void clerk_close(struct clerk *clerk);
// On the network's thread.
void clerk_give(struct clerk *clerk, struct clerk_job *job);
// Jobs given and not done.
size_t clerk_waiting(const struct clerk *clerk);

#endif
