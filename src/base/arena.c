// SPDX-License-Identifier: Apache-2.0
//
// An arena is a chain of chunks, newest first:
//
//   arena -> [ header | used ........ | free ... ] -> [ header | used ....... ] -> NULL
//
// A piece is cleared when it is taken, as far as its bytes may have been used before, so that what its
// taker fills at once need not be. Rewinding keeps the largest chunk it empties for the next need. Under
// AddressSanitizer each piece is a chunk of its own, so that an overrun is seen at once.
#include "base/arena.h"

#include "base/memory.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ONE_PIECE_A_CHUNK 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_PIECE_A_CHUNK 1
#endif
#endif
#ifndef ONE_PIECE_A_CHUNK
#define ONE_PIECE_A_CHUNK 0
#endif

#define ALIGNMENT 16u
#define FIRST_CHUNK ((size_t)4096)
#define FIRST_SMALL_CHUNK ((size_t)256)
#define LARGEST_CHUNK ((size_t)1 << 20)
// From here on the system's own empty pages are cheaper than clearing.
#define LARGE_PIECE ((size_t)1 << 17)

struct chunk {
    struct chunk *older;
    size_t used;
    size_t capacity;
    size_t clean_from; // bytes from here on are zero
};

struct arena {
    struct chunk *newest;
    struct chunk *spare; // empty, or NULL
    size_t held;
    size_t next_capacity;
};

static char *chunk_start(struct chunk *chunk)
{
    return (char *)(chunk + 1);
}

static struct arena *open_with(size_t first_capacity)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        memory_exhausted(sizeof *arena);
    arena->next_capacity = first_capacity;
    return arena;
}

struct arena *arena_open(void)
{
    return open_with(FIRST_CHUNK);
}

struct arena *arena_open_small(void)
{
    return open_with(FIRST_SMALL_CHUNK);
}

static void chunk_free(struct arena *arena, struct chunk *chunk)
{
    if (!chunk)
        return;
    arena->held -= chunk->capacity + sizeof *chunk;
    memory_count(0, chunk->capacity + sizeof *chunk);
    free(chunk);
}

void arena_close(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->newest) { // nothing is cleared that nobody will see again
        struct chunk *older = arena->newest->older;
        chunk_free(arena, arena->newest);
        arena->newest = older;
    }
    chunk_free(arena, arena->spare);
    free(arena);
}

static struct chunk *chunk_push(struct arena *arena, struct chunk *chunk)
{
    chunk->older = arena->newest;
    arena->newest = chunk;
    return chunk;
}

// A large piece has its chunk for itself.
static struct chunk *chunk_make(struct arena *arena, size_t bytes, bool wants_clean)
{
    size_t capacity = bytes;
    if (!ONE_PIECE_A_CHUNK && capacity < arena->next_capacity) {
        capacity = arena->next_capacity;
        if (arena->next_capacity < LARGEST_CHUNK)
            arena->next_capacity *= 2;
    }
    bool is_clean = wants_clean && capacity == bytes && bytes >= LARGE_PIECE;
    struct chunk *chunk =
        is_clean ? calloc(1, sizeof *chunk + capacity) : malloc(sizeof *chunk + capacity);
    if (!chunk)
        memory_exhausted(capacity);
    *chunk = (struct chunk){.capacity = capacity, .clean_from = is_clean ? 0 : capacity};
    arena->held += capacity + sizeof *chunk;
    memory_count(capacity + sizeof *chunk, 0);
    return chunk;
}

static struct chunk *chunk_add(struct arena *arena, size_t bytes, bool wants_clean)
{
    struct chunk *chunk = arena->spare;
    if (chunk && chunk->capacity >= bytes)
        arena->spare = NULL;
    else
        chunk = chunk_make(arena, bytes, wants_clean);
    return chunk_push(arena, chunk);
}

// Cuts a chunk back to its first `used` bytes.
static void chunk_cut(struct chunk *chunk, size_t used)
{
    if (chunk->clean_from < chunk->used)
        chunk->clean_from = chunk->used;
    chunk->used = used;
}

// Of the spare chunk and this one the larger is kept, unless it is too large to lie about.
static void chunk_retire(struct arena *arena, struct chunk *chunk)
{
    bool is_kept = !ONE_PIECE_A_CHUNK && chunk->capacity <= LARGEST_CHUNK &&
                   (!arena->spare || arena->spare->capacity < chunk->capacity);
    if (!is_kept) {
        chunk_free(arena, chunk);
        return;
    }
    chunk_free(arena, arena->spare);
    chunk_cut(chunk, 0);
    arena->spare = chunk;
}

static size_t rounded_up(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

// Some bytes of the newest chunk, as they lie; they begin at its byte *at. wants_clean: they will be cleared.
static void *piece_of(struct arena *arena, size_t bytes, bool wants_clean, size_t *at)
{
    size_t room = ONE_PIECE_A_CHUNK ? bytes : rounded_up(bytes);
    struct chunk *chunk = arena->newest;
    if (ONE_PIECE_A_CHUNK || !chunk || chunk->capacity - chunk->used < room)
        chunk = chunk_add(arena, room, wants_clean);
    *at = chunk->used;
    chunk->used += room;
    return chunk_start(chunk) + *at;
}

// Clears the newest chunk from byte `at` on up to what is used of it.
static void clear_from(struct arena *arena, size_t at)
{
    struct chunk *chunk = arena->newest;
    size_t to = chunk->used < chunk->clean_from ? chunk->used : chunk->clean_from;
    if (at < to)
        memset(chunk_start(chunk) + at, 0, to - at);
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    size_t at;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        memory_exhausted(SIZE_MAX);
    void *piece = piece_of(arena, bytes, true, &at);
    clear_from(arena, at);
    return piece;
}

void *arena_take_bare(struct arena *arena, size_t bytes)
{
    size_t at;
    if (bytes > SIZE_MAX / 2)
        memory_exhausted(SIZE_MAX);
    return piece_of(arena, bytes, false, &at);
}

void *arena_extend_bare(struct arena *arena, void *piece, size_t old_bytes, size_t new_bytes)
{
    assert(new_bytes >= old_bytes);
    struct chunk *chunk = arena->newest;
    if (!ONE_PIECE_A_CHUNK && piece && chunk) {
        size_t old_room = rounded_up(old_bytes);
        size_t new_room = rounded_up(new_bytes);
        bool is_last = (char *)piece + old_room == chunk_start(chunk) + chunk->used;
        if (is_last && chunk->capacity - chunk->used >= new_room - old_room) {
            chunk->used += new_room - old_room;
            return piece;
        }
    }
    void *copy = arena_take_bare(arena, new_bytes);
    if (piece && old_bytes > 0)
        memcpy(copy, piece, old_bytes);
    return copy;
}

void *arena_extend(struct arena *arena, void *piece, size_t old_bytes, size_t new_bytes)
{
    char *extended = arena_extend_bare(arena, piece, old_bytes, new_bytes);
    // It is the last piece of the newest chunk now.
    clear_from(arena, (size_t)(extended - chunk_start(arena->newest)) + old_bytes);
    return extended;
}

size_t arena_bytes(const struct arena *arena)
{
    return arena->held;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->newest, arena->newest ? arena->newest->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->newest && arena->newest != mark.chunk) {
        struct chunk *older = arena->newest->older;
        chunk_retire(arena, arena->newest);
        arena->newest = older;
    }
    if (arena->newest && arena->newest->used > mark.used)
        chunk_cut(arena->newest, mark.used);
}

struct str arena_copy(struct arena *arena, struct str s)
{
    char *copy = arena_take_bare(arena, s.length + 1);
    if (s.length > 0)
        memcpy(copy, s.bytes, s.length);
    copy[s.length] = '\0';
    return (struct str){copy, s.length};
}

struct str arena_lower(struct arena *arena, struct str s)
{
    char *bytes = ARENA_ARRAY(arena, char, s.length + 1);
    for (size_t i = 0; i < s.length; i++)
        bytes[i] = s.bytes[i] >= 'A' && s.bytes[i] <= 'Z' ? (char)(s.bytes[i] | 0x20) : s.bytes[i];
    return (struct str){bytes, s.length};
}

const char *arena_c_string(struct arena *arena, struct str s)
{
    return arena_copy(arena, s).bytes;
}

struct str arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct str text = arena_print_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

#define NOT_SIMPLE SIZE_MAX

struct simple_print {
    char *bytes;
    size_t room;
    size_t length;
};

static void put_bytes(struct simple_print *out, const char *bytes, size_t count)
{
    if (count > 0 && out->length + count <= out->room)
        memcpy(out->bytes + out->length, bytes, count);
    out->length += count;
}

// A number's digits, last first.
static void put_unsigned(struct simple_print *out, unsigned long long number)
{
    char digits[3 * sizeof number];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put_bytes(out, digits + at, sizeof digits - at);
}

// Prints what most formats are made of: words, "%.*s", "%s", "%u", "%lld" and "%c". Gives the length, all of
// it written where there is room; NOT_SIMPLE: the format has something else.
static size_t simple_print(char *bytes, size_t room, const char *format, va_list arguments)
{
    struct simple_print out = {bytes, room, 0};
    while (*format) {
        size_t plain = strcspn(format, "%");
        put_bytes(&out, format, plain);
        format += plain;
        if (strncmp(format, "%.*s", 4) == 0) {
            int most = va_arg(arguments, int);
            const char *text = va_arg(arguments, const char *);
            if (most < 0 || (most > 0 && text == NULL))
                return NOT_SIMPLE;
            put_bytes(&out, text, most > 0 ? strnlen(text, (size_t)most) : 0);
            format += 4;
        } else if (format[0] == '%' && format[1] == 'u') {
            put_unsigned(&out, va_arg(arguments, unsigned));
            format += 2;
        } else if (strncmp(format, "%lld", 4) == 0) {
            long long number = va_arg(arguments, long long);
            put_bytes(&out, "-", number < 0);
            put_unsigned(&out,
                         number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number);
            format += 4;
        } else if (format[0] == '%' && format[1] == 's') {
            const char *text = va_arg(arguments, const char *);
            if (text == NULL)
                return NOT_SIMPLE;
            put_bytes(&out, text, strlen(text));
            format += 2;
        } else if (format[0] == '%' && format[1] == 'c') {
            char byte = (char)va_arg(arguments, int);
            put_bytes(&out, &byte, 1);
            format += 2;
        } else if (*format) {
            return NOT_SIMPLE;
        }
    }
    return out.length;
}

struct str arena_print_list(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    char start[256]; // mostly enough
    size_t simple = simple_print(start, sizeof start - 1, format, again);
    va_end(again);
    if (simple < sizeof start) {
        start[simple] = 0;
        return arena_copy(arena, (struct str){start, simple});
    }
    va_copy(again, arguments);
    int length = vsnprintf(start, sizeof start, format, again);
    va_end(again);
    if (length < 0)
        return (struct str){NULL, 0};
    char *text = arena_take_bare(arena, (size_t)length + 1);
    if ((size_t)length < sizeof start)
        memcpy(text, start, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, arguments);
    return (struct str){text, (size_t)length};
}
