// SPDX-License-Identifier: Apache-2.0
#include "workbench/door.h"

#include "base/budget.h"

#include <stdio.h>
#include <string.h>

// No struct of the door is as large: a size above it was never set.
#define DOOR_SIZE_MAX 4096u

static bool refuse(struct entente_error *error, const char *why)
{
    error->code = ENTENTE_BAD_INPUT;
    snprintf(error->message, sizeof error->message, "%s", why);
    return false;
}

bool door_take(const void *given, size_t given_size, void *own, size_t own_size,
               struct entente_error *error)
{
    const unsigned char *bytes = given;
    memset(own, 0, own_size);
    if (!given)
        return true;
    if (given_size < sizeof(size_t) || given_size > DOOR_SIZE_MAX)
        return refuse(error, "the size of a struct of options is not set; ENTENTE_CLEAR sets it");
    for (size_t i = own_size; i < given_size; i++)
        if (bytes[i] != 0)
            return refuse(
                error,
                "the program asks for something that this version of the library, " ENTENTE_VERSION
                ", does not know");
    memcpy(own, given, given_size < own_size ? given_size : own_size);
    memcpy(own, &own_size, sizeof own_size); // the size stands first
    return true;
}

bool door_bounds(const struct entente_bounds *given, struct entente_error *error)
{
    struct entente_bounds own;
    struct error inner;
    if (!DOOR_TAKE(given, &own, error))
        return false;
    if (!own.stop || !*own.stop)
        return true;
    (void)budget_stopped(&inner);
    error->code = ENTENTE_LIMIT;
    error_print(&inner, error->message, sizeof error->message);
    return false;
}
