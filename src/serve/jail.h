// SPDX-License-Identifier: Apache-2.0
// What a process that reads foreign files may still do.

#ifndef ENTENTE_SERVE_JAIL_H
#define ENTENTE_SERVE_JAIL_H

#include "base/error.h"

struct jail_bounds {
    uint64_t seconds;      // of the processor
    uint64_t memory_bytes; // of address space; not kept where a sanitiser takes it all for itself
    uint64_t file_bytes;   // of a file that it writes
};

// From here on this process reads and writes what it has open and computes: it opens no file, makes no
// socket and starts no process, and dies when it takes more than it may, or when whoever started it dies.
bool jail_enter(const struct jail_bounds *bounds, struct error *error) MUST_CHECK;

#endif
