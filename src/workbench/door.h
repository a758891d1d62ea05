// SPDX-License-Identifier: Apache-2.0
// What the public verbs do first: take over structs that a program compiled against another version
// may have filled, and look at the bounds.

#ifndef ENTENTE_WORKBENCH_DOOR_H
#define ENTENTE_WORKBENCH_DOOR_H

#include "base/error.h"

#include <entente/entente.h>

// Copies *given, a struct that begins with its size, into *own, a struct of this library's: what an
// older program did not know is nothing, what is NULL is nothing throughout. False: a newer program
// asks for something that this library does not know, or the size is none.
#define DOOR_TAKE(given, own, error)                                                               \
    door_take((given), (given) ? (given)->size : 0, (own), sizeof *(own), (error))
bool door_take(const void *given, size_t given_size, void *own, size_t own_size,
               struct entente_error *error) MUST_CHECK;

// The bounds as a struct of this library's. False also when they say stop already: every verb,
// however short, is bound by them.
bool door_bounds(const struct entente_bounds *given, struct entente_error *error) MUST_CHECK;

#endif
