// SPDX-License-Identifier: Apache-2.0
// Work on foreign files, done by a process of its own that lives as long as the work.
//
// The process is this program again with a hidden verb. It gets the order on its standard input, opens the
// files that the order names, is shut in (jail.h), and writes what it made on its standard output.

#ifndef ENTENTE_SERVE_ERRAND_H
#define ENTENTE_SERVE_ERRAND_H

#include "serve/loop.h"

struct errands;

enum errand_end {
    ERRAND_DONE,
    ERRAND_REFUSED, // the words say what is wrong with the files
    ERRAND_LIMIT,   // over a limit, which the words name
    ERRAND_BROKEN,  // the process crashed, or took more than it may
};

// What came of it. The output is an open file, which whoever is told takes over, or -1.
struct errand_result {
    enum errand_end end;
    int output;
    char words[1024]; // one line
};

typedef void errand_told(void *self, const struct errand_result *result);

// queue    a database whose workers may do it instead, where there are such; NULL: none
// folder   where what is written lies until it is read; `most` run at a time, the others wait
bool errands_open(struct loop *loop, const char *queue, const char *folder, size_t most,
                  struct errands **errands, struct error *error) MUST_CHECK;
// Ends those that run; nobody is told. NULL is fine.
void errands_close(struct errands *errands);
// Sends a process off with an order; `told` is called once, never before this returns.
void errands_send(struct errands *errands, struct str order, errand_told *told, void *self);
// Ends those that took too long. Called now and then.
void errands_sweep(struct errands *errands);

// --- The other side

// The hidden verb. Gives the exit code. queue: as above
int errand_run(const char *queue);

#endif
