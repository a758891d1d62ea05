// SPDX-License-Identifier: Apache-2.0
// The open state of a case as it was read once, shared by handles that each add what came since.

#ifndef ENTENTE_CASEFILE_GROUND_H
#define ENTENTE_CASEFILE_GROUND_H

#include "record/items.h"
#include "record/state_digest.h"

// Nothing of it changes from when it is shared until the last who holds it has given it back.
struct ground {
    struct arena *arena;
    struct items items;
    struct state_digest digest;
    bool has_digest;
    struct list heads; // struct head_row: how far it goes in the open logs
    struct str newest; // time of the newest entry in it
    size_t holders;
    bool is_worn; // much came since: the next handle reads anew
    bool is_left; // another has taken its place
};

// Where the handles of one case find it. All zero: there is none yet, and one thread.
struct grounds {
    struct ground *ground;
    void (*lock)(void *self); // NULL: all handles are one thread's
    void (*unlock)(void *self);
    void *self;
};

void grounds_enter(const struct grounds *grounds);
void grounds_leave(const struct grounds *grounds);
// Between the two: the ground that is there, if nothing of the open logs that it has was changed since.
// NULL: one has to be read
struct ground *grounds_take(const struct grounds *grounds, const struct list *heads);
// Between the two: an empty one, which takes the place of what was there once it is set.
struct ground *ground_make(void);
void grounds_set(struct grounds *grounds, struct ground *ground);

// Gives it back. NULL is fine.
void grounds_give(const struct grounds *grounds, struct ground *ground);
// After the last handle is closed.
void grounds_close(struct grounds *grounds);

#endif
