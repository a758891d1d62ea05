// SPDX-License-Identifier: Apache-2.0
// The one loop of the network's thread: who is to be called when a descriptor is ready.

#ifndef ENTENTE_SERVE_LOOP_H
#define ENTENTE_SERVE_LOOP_H

#include "base/error.h"

#include <sys/epoll.h>

// A descriptor that is watched. Stands first in what owns it, which must live until the watch is removed and
// the round is over (loop_bury).
struct watch {
    int descriptor;
    void (*ready)(struct watch *watch, uint32_t events);
    uint32_t events; // EPOLLIN, EPOLLOUT, …; level-triggered
    bool is_watched;
};

struct loop {
    int epoll;
    void **graves; // freed when the round is over
    size_t grave_count, grave_room;
};

bool loop_open(struct loop *loop, struct error *error) MUST_CHECK;
void loop_close(struct loop *loop);

// Watches for these events from now on; none: no more.
void loop_watch(struct loop *loop, struct watch *watch, uint32_t events);
// Waits at most so long and calls whoever is ready.
void loop_round(struct loop *loop, int milliseconds);
// Frees memory of malloc when the round is over: events for it may be waiting.
void loop_bury(struct loop *loop, void *memory);

// Milliseconds of a clock that only goes forward.
int64_t loop_now(void);

#endif
