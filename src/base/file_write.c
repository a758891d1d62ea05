// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "base/file_beside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_write(const char *path, struct error *error)
{
    return error_at(error, IO_FAILED, place_of(str_of(path)), "cannot be written: %s",
                    strerror(errno));
}

static bool write_all(int descriptor, struct str content)
{
    size_t at = 0;
    while (at < content.length) {
        ssize_t put = write(descriptor, content.bytes + at, content.length - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        at += (size_t)put;
    }
    return true;
}

// /dev/stdout and its like are written in place: there is nothing to rename over.
static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

static bool write_special(const char *path, struct str content, struct error *error)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_write(path, error);
    bool done = write_all(descriptor, content);
    if (close(descriptor) != 0)
        done = false;
    return done || cannot_write(path, error);
}

static bool write_whole(const char *path, struct str content, bool is_private, struct error *error)
{
    if (is_special(path))
        return write_special(path, content, error);
    struct arena *arena = arena_open();
    struct file_beside beside;
    bool done = file_beside_open(path, arena, &beside, error);
    if (done) {
        if (is_private)
            beside.rights = 0600;
        done = (write_all(beside.descriptor, content) || cannot_write(path, error)) &&
               file_beside_replace(&beside, error);
        file_beside_close(&beside);
    }
    arena_close(arena);
    return done;
}

bool file_write(const char *path, struct str content, struct error *error)
{
    return write_whole(path, content, false, error);
}

bool file_write_private(const char *path, struct str content, struct error *error)
{
    return write_whole(path, content, true, error);
}
