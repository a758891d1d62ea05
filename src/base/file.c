// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include "base/builder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool system_error(struct error *error, enum error_code code, const char *path,
                         const char *what)
{
    return error_at(error, code, place_of(str_of(path)), "%s: %s", what, strerror(errno));
}

static bool is_too_large(const char *path, size_t max_bytes, struct error *error)
{
    bool is_small = max_bytes < (size_t)1 << 20;
    return error_at(error, TOO_LARGE, place_of(str_of(path)),
                    "is larger than %zu %s, the limit for one file",
                    is_small ? max_bytes >> 10 : max_bytes >> 20, is_small ? "KiB" : "MiB");
}

// Reads to the end of the descriptor. size_hint is what the file says of itself.
static bool read_all(int descriptor, const char *path, size_t size_hint, size_t max_bytes,
                     struct arena *arena, struct str *content, struct error *error)
{
    size_t capacity = size_hint + 1;
    char *bytes = arena_take(arena, capacity, 1);
    size_t length = 0;
    for (;;) {
        if (length == capacity) {
            bytes = arena_extend_bare(arena, bytes, capacity, capacity * 2 + 65536);
            capacity = capacity * 2 + 65536;
        }
        ssize_t got = read(descriptor, bytes + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return system_error(error, IO_FAILED, path, "cannot be read");
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > max_bytes)
            return is_too_large(path, max_bytes, error);
    }
    *content = (struct str){bytes, length};
    return true;
}

static bool refuse_device(const char *path, struct error *error)
{
    return error_at(error, BAD_INPUT, place_of(str_of(path)),
                    "is a device, which has no end; name a file");
}

// A device that gives bytes and is no terminal gives them for ever, as /dev/zero does; /dev/null is an
// empty file.
static bool is_endless(int descriptor, const struct stat *status)
{
    char byte;
    return S_ISBLK(status->st_mode) ||
           (S_ISCHR(status->st_mode) && !isatty(descriptor) && read(descriptor, &byte, 1) > 0);
}

// Opens a file to be read, "-" as standard input; *size_hint is what it says of itself.
static bool open_input(const char *path, size_t max_bytes, int *descriptor, size_t *size_hint,
                       struct error *error)
{
    *size_hint = 65536;
    *descriptor = STDIN_FILENO;
    struct stat status;
    if (strcmp(path, "-") == 0)
        return fstat(STDIN_FILENO, &status) != 0 || !is_endless(STDIN_FILENO, &status) ||
               refuse_device("standard input", error);
    *descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*descriptor < 0)
        return system_error(error, NOT_FOUND, path, "cannot be opened");
    bool is_good = false;
    if (fstat(*descriptor, &status) != 0)
        system_error(error, IO_FAILED, path, "cannot be read");
    else if (S_ISDIR(status.st_mode))
        error_at(error, BAD_INPUT, place_of(str_of(path)), "is a folder; name a file");
    else if (is_endless(*descriptor, &status))
        refuse_device(path, error);
    else if (S_ISREG(status.st_mode) && (size_t)status.st_size > max_bytes)
        is_too_large(path, max_bytes, error);
    else
        is_good = true;
    if (!is_good) {
        close(*descriptor);
        return false;
    }
    if (S_ISREG(status.st_mode))
        *size_hint = (size_t)status.st_size;
    else // a pipe: wait for its writer
        (void)fcntl(*descriptor, F_SETFL, 0);
    return true;
}

static const char *name_of(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

static void close_input(int descriptor)
{
    if (descriptor != STDIN_FILENO)
        close(descriptor);
}

bool file_read(const char *path, size_t max_bytes, struct arena *arena, struct str *content,
               struct error *error)
{
    int descriptor;
    size_t hint;
    if (!open_input(path, max_bytes, &descriptor, &hint, error))
        return false;
    bool done = read_all(descriptor, name_of(path), hint, max_bytes, arena, content, error);
    close_input(descriptor);
    return done;
}

bool file_read_into(const char *path, char *bytes, size_t capacity, size_t *length,
                    struct error *error)
{
    int descriptor;
    size_t hint;
    if (!open_input(path, capacity, &descriptor, &hint, error))
        return false;
    bool done = true;
    for (*length = 0; done;) {
        char beyond;
        bool is_full = *length == capacity;
        ssize_t got = is_full ? read(descriptor, &beyond, 1)
                              : read(descriptor, bytes + *length, capacity - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            break;
        if (got < 0)
            done = system_error(error, IO_FAILED, name_of(path), "cannot be read");
        else if (is_full)
            done = is_too_large(name_of(path), capacity, error);
        else
            *length += (size_t)got;
    }
    close_input(descriptor);
    return done;
}

bool file_leads_out(const char *folder, const char *path)
{
    char *inside = realpath(folder, NULL);
    char *real = realpath(path, NULL);
    size_t length = inside ? strlen(inside) : 0;
    bool leads_out = inside && real && strcmp(inside, "/") != 0 &&
                     (strncmp(real, inside, length) != 0 || (real[length] && real[length] != '/'));
    free(inside);
    free(real);
    return leads_out;
}
