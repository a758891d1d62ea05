// SPDX-License-Identifier: Apache-2.0
// Threads beside the network's: everything that reads or writes a case is done there, so that a case's handle
// belongs to one thread at a time and the network never waits.

#ifndef ENTENTE_SERVE_CLERK_H
#define ENTENTE_SERVE_CLERK_H

#include "base/str.h"
#include "serve/loop.h"

struct clerk;

// Stands first in what a job is about, which lives until `done` was called.
struct clerk_job {
    void (*run)(struct clerk_job *job); // by the clerk
    // By the clerk, after `run` and before `done`; a number of jobs that have it and wait in a row are run
    // first and then settled one after the other, so that they can share what takes long. NULL: nothing
    void (*settle)(struct clerk_job *job);
    // By the clerk, for each of these jobs but the last, before the first of them is settled. NULL: nothing
    void (*release)(struct clerk_job *job);
    void (*done)(struct clerk_job *job); // afterwards, on the network's thread
    struct str strand;                   // jobs of one strand are run one after the other
    struct clerk_job *next;
};

struct clerk_options {
    size_t threads; // at most CLERK_THREADS_MAX
    size_t batch;   // at most so many jobs are settled together
    int nice;       // how far it stands back behind the others
};
enum { CLERK_THREADS_MAX = 8 };

bool clerk_open(struct loop *loop, struct clerk_options options, struct clerk **clerk,
                struct error *error) MUST_CHECK;
// Waits for the jobs that were given; `done` is called for each. NULL is fine.
void clerk_close(struct clerk *clerk);
// On the network's thread.
void clerk_give(struct clerk *clerk, struct clerk_job *job);
// Jobs given and not done.
size_t clerk_waiting(const struct clerk *clerk);

#endif
