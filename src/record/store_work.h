// SPDX-License-Identifier: Apache-2.0
// Heavy work in a row in a database: whoever asks puts it there, workers take it, and what came of it is kept
// by the hash of what was asked.
//
// A worker holds the row of its job locked until the result is there, in one transaction: who is killed lets
// go of it, and another takes it up. A result comes into being with the end of its job, so nothing is done
// twice.

#ifndef ENTENTE_RECORD_STORE_WORK_H
#define ENTENTE_RECORD_STORE_WORK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

struct store_work;

// place      of the database, or of any case in it
// program    whose results these are; another program does not take or find them
// is_worker  makes the tables where there are none, and is counted among the workers until it is closed
// Errors:    as store_open for an address; NOT_FOUND without tables, FORBIDDEN where they are somebody else's
bool store_work_open(const char *place, struct str program, bool is_worker,
                     struct store_work **work, struct error *error) MUST_CHECK;
// NULL is fine.
void store_work_close(struct store_work *work);

struct store_work_result {
    bool is_there; // false: nobody works here, and whoever asks does it alone
    int64_t code;
    struct str bytes;
};
// Asks for a job and waits for what comes of it, as long as somebody works.
bool store_work_ask(struct store_work *work, struct str job, struct arena *arena,
                    struct store_work_result *result, struct error *error) MUST_CHECK;

// The oldest job that nobody has; job->bytes is NULL when none came in so many milliseconds. To be finished
// before the next is taken.
bool store_work_take(struct store_work *work, int milliseconds, struct arena *arena,
                     struct str *job, struct error *error) MUST_CHECK;
// Errors:  IO_FAILED when the server is away: then the job is another's
bool store_work_finish(struct store_work *work, int64_t code, struct str bytes,
                       struct error *error) MUST_CHECK;

#endif
