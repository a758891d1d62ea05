// SPDX-License-Identifier: Apache-2.0
#include "serve/loop.h"

#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS_MAX = 256 };

bool loop_open(struct loop *loop, struct error *error)
{
    *loop = (struct loop){.epoll = epoll_create1(EPOLL_CLOEXEC)};
    return loop->epoll >= 0 ||
           error_set(error, IO_FAILED, "the system watches no descriptors: %s", strerror(errno));
}

static void bury_all(struct loop *loop)
{
    for (size_t i = 0; i < loop->grave_count; i++)
        free(loop->graves[i]);
    loop->grave_count = 0;
}

void loop_close(struct loop *loop)
{
    bury_all(loop);
    free(loop->graves);
    if (loop->epoll >= 0)
        close(loop->epoll);
}

void loop_watch(struct loop *loop, struct watch *watch, uint32_t events)
{
    struct epoll_event event = {.events = events, .data = {.ptr = watch}};
    if (watch->is_watched && events == watch->events)
        return;
    if (events == 0 && watch->is_watched)
        epoll_ctl(loop->epoll, EPOLL_CTL_DEL, watch->descriptor, NULL);
    else if (events != 0)
        epoll_ctl(loop->epoll, watch->is_watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, watch->descriptor,
                  &event);
    watch->events = events;
    watch->is_watched = events != 0;
}

void loop_round(struct loop *loop, int milliseconds)
{
    struct epoll_event events[EVENTS_MAX];
    int count = epoll_wait(loop->epoll, events, EVENTS_MAX, milliseconds);
    for (int i = 0; i < count; i++) {
        struct watch *watch = events[i].data.ptr;
        // Whoever was called before in this round may have ended it.
        if (watch->is_watched)
            watch->ready(watch, events[i].events);
    }
    bury_all(loop);
}

void loop_bury(struct loop *loop, void *memory)
{
    if (loop->grave_count == loop->grave_room) {
        size_t room = loop->grave_room * 2 + 64;
        void *graves = realloc(loop->graves, room * sizeof *loop->graves);
        if (!graves)
            memory_exhausted(room * sizeof *loop->graves);
        loop->graves = graves;
        loop->grave_room = room;
    }
    loop->graves[loop->grave_count++] = memory;
}

int64_t loop_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
