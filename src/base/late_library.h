// SPDX-License-Identifier: Apache-2.0
// A shared library that few runs need, opened when it is first called for: a command that opens no database
// does not load what speaks with one.

#ifndef ENTENTE_BASE_LATE_LIBRARY_H
#define ENTENTE_BASE_LATE_LIBRARY_H

#include "base/error.h"

#include <pthread.h>

struct late_function {
    const char *name;
    void *place; // a pointer to a function of that type, filled in when the library is opened
};

struct late_library {
    const char *file;    // "libpq.so.5"
    const char *package; // of Debian, for whoever lacks it
    const struct late_function *functions;
    size_t count;
    pthread_mutex_t lock; // of the two lines about what was done
    bool is_open;
};

// Opens it for good and fills in every place; any number of threads may ask, again and again. Cost: some
// milliseconds, once.
// Errors: UNSUPPORTED with the file and the package to install, where it or one of its functions is missing
bool late_library_open(struct late_library *library, struct error *error) MUST_CHECK;

#endif
