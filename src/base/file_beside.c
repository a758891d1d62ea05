// SPDX-License-Identifier: Apache-2.0
#include "base/file_beside.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS_MAX = 40, NAMES_TRIED = 1000 };

static bool cannot_write(const char *path, struct error *error)
{
    return error_at(error, IO_FAILED, place_of(str_of(path)), "cannot be written: %s",
                    strerror(errno));
}

// The part of a path up to its last slash.
static struct str folder_of(const char *path)
{
    return str_slice(str_of(path), 0, str_behind_last(str_of(path), '/'));
}

const char *file_followed(const char *path, struct arena *arena)
{
    for (int i = 0; i < LINKS_MAX; i++) {
        char target[4096];
        ssize_t length = readlink(path, target, sizeof target);
        if (length <= 0 || (size_t)length == sizeof target)
            break;
        struct str whole = {target, (size_t)length};
        struct str folder = target[0] == '/' ? STR("") : folder_of(path);
        path = arena_print(arena, "%.*s%.*s", STR_ARGS(folder), STR_ARGS(whole)).bytes;
    }
    return path;
}

// The rights that a new file usually gets. The mask can only be asked for by changing it, for all
// threads, so it is read from what the system tells of the process.
static mode_t usual_rights(void)
{
    unsigned mask = 077;
    char line[128];
    FILE *status = fopen("/proc/self/status", "re");
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "Umask: %o", &mask) == 1)
            break;
    if (status)
        (void)fclose(status);
    return 0666 & ~(mode_t)mask;
}

static mode_t rights_for(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode & 07777 : usual_rights();
}

void signals_hold(sigset_t *before)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&set, ending[i]);
    pthread_sigmask(SIG_BLOCK, &set, before);
}

void signals_release(const sigset_t *before)
{
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

bool file_beside_open(const char *path, struct arena *arena, struct file_beside *beside,
                      struct error *error)
{
    struct file_beside made = {.path = file_followed(path, arena), .descriptor = -1};
    made.rights = rights_for(made.path);
    struct str folder = folder_of(made.path);
    signals_hold(&made.signals);
    // A short name: that of the path may be as long as a name can be.
    for (unsigned i = 0; made.descriptor < 0 && i < NAMES_TRIED; i++) {
        made.name =
            arena_print(arena, "%.*s.entente-%ld-%u.part", STR_ARGS(folder), (long)getpid(), i)
                .bytes;
        made.descriptor = open(made.name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (made.descriptor < 0 && errno != EEXIST)
            break;
    }
    made.has_name = made.descriptor >= 0;
    *beside = made;
    if (made.has_name)
        return true;
    cannot_write(path, error);
    file_beside_close(beside);
    return false;
}

// A new name in a folder lasts through a power cut only once the folder itself is on the disk; a
// system that cannot sync a folder is none the worse for having been asked.
static void sync_folder(const char *path)
{
    struct arena *arena = arena_open_small();
    struct str folder = folder_of(path);
    int file = open(folder.length > 0 ? arena_c_string(arena, folder) : ".",
                    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        (void)fsync(file);
        close(file);
    }
    arena_close(arena);
}

// All of it is on the disk, and may be read by whoever may.
static bool settle(struct file_beside *beside)
{
    return fchmod(beside->descriptor, beside->rights) == 0 && fsync(beside->descriptor) == 0;
}

bool file_beside_replace(struct file_beside *beside, struct error *error)
{
    if (!settle(beside) || rename(beside->name, beside->path) != 0)
        return cannot_write(beside->path, error);
    beside->has_name = false;
    sync_folder(beside->path);
    return true;
}

bool file_beside_link(struct file_beside *beside, struct error *error)
{
    if (settle(beside) && link(beside->name, beside->path) == 0) {
        sync_folder(beside->path);
        return true;
    }
    if (errno == EEXIST)
        return error_at(error, MISUSE, place_of(str_of(beside->path)),
                        "there is such a file already; it is not overwritten");
    return cannot_write(beside->path, error);
}

void file_beside_close(struct file_beside *beside)
{
    if (beside->descriptor >= 0)
        close(beside->descriptor);
    if (beside->has_name)
        unlink(beside->name);
    beside->descriptor = -1;
    beside->has_name = false;
    signals_release(&beside->signals);
}
