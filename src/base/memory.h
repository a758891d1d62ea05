// SPDX-License-Identifier: Apache-2.0
// What happens when the machine has no memory left, and how much the arenas of a thread hold.

#ifndef ENTENTE_BASE_MEMORY_H
#define ENTENTE_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Sets what memory_exhausted calls; NULL: it writes a line to standard error. Before other threads
// are started: it is the one thing that is kept between calls.
void memory_on_exhausted(void (*hook)(void *context, size_t bytes), void *context);
// Calls the hook with the bytes that were asked for, and ends the process if it comes back.
void memory_exhausted(size_t bytes) __attribute__((noreturn));

// Bytes that the arenas of this thread hold from the system; below 0 where it closed those of others.
int64_t memory_held(void);
// Arenas say here what they take and give back; an arena that changes threads counts on both.
void memory_count(size_t taken, size_t given_back);
// Does a sanitiser watch this build? It takes more address space for itself than any limit would leave.
bool memory_is_sanitised(void);

#endif
