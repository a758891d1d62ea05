// SPDX-License-Identifier: Apache-2.0
// Memory that is taken piece by piece and given back all at once.

#ifndef ENTENTE_BASE_ARENA_H
#define ENTENTE_BASE_ARENA_H

#include "base/str.h"

#include <stdarg.h>

// Owner of every piece taken from it. Not for two threads at a time.
struct arena;

// A new, empty arena. Never NULL: when the machine has no memory left, memory_exhausted is called.
struct arena *arena_open(void);
// The same for one small thing among very many: its first piece of memory is no larger than needed.
struct arena *arena_open_small(void);
// Gives all its pieces back. NULL is fine.
void arena_close(struct arena *arena);

// Room for `count` objects of `size` bytes, all bytes zero, aligned for any type.
// count * size must not overflow (it counts as no memory left): sizes that input controls are checked before.
void *arena_take(struct arena *arena, size_t count, size_t size);
#define ARENA_ARRAY(arena, type, count) ((type *)arena_take((arena), (count), sizeof(type)))
#define ARENA_NEW(arena, type) ARENA_ARRAY(arena, type, 1)

// Room for bytes that are all written before they are read: what stands there is left as it is.
void *arena_take_bare(struct arena *arena, size_t bytes);

// Like realloc within the arena: the first old_bytes are kept, the rest is zero. In place where
// the piece was the last one taken, else a copy. piece may be NULL when old_bytes is 0.
void *arena_extend(struct arena *arena, void *piece, size_t old_bytes, size_t new_bytes);
// The same; the rest is left as it is.
void *arena_extend_bare(struct arena *arena, void *piece, size_t old_bytes, size_t new_bytes);

// Bytes held from the system, for budgets and benches.
size_t arena_bytes(const struct arena *arena);

// A moment in the arena's life; rewinding gives back all that was taken since.
struct arena_mark {
    void *chunk;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

// Copies into the arena. The copy is followed by a NUL that its length does not count.
struct str arena_copy(struct arena *arena, struct str s);
// The same as a C string; a NUL inside s cuts it short for C's eyes.
const char *arena_c_string(struct arena *arena, struct str s);
// A copy with A-Z as a-z; other bytes stay.
struct str arena_lower(struct arena *arena, struct str s);
// As printf, into the arena.
struct str arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str arena_print_list(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
