// SPDX-License-Identifier: Apache-2.0
#include "disk.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512
#define FILES_MAX 4
#define PATH_BYTES 400

// The system's file stands behind ours in the memory that SQLite gives for one.
struct file {
    sqlite3_file base;
    sqlite3_file *inner;
    size_t number; // of its path; FILES_MAX: a file without a name
};

// Part of one sector as it was before a write that is not synced yet.
struct before {
    size_t file;
    sqlite3_int64 at;
    int count;
    bool is_kept; // a later write of this sector reached the disk
    char bytes[SECTOR];
};

static char paths[FILES_MAX][PATH_BYTES];
static sqlite3_int64 synced_sizes[FILES_MAX];
static struct before *unsynced;
static size_t unsynced_count;
static size_t unsynced_room;

static sqlite3_vfs *system_vfs;
static sqlite3_vfs vfs;
static enum disk_failure failure;
static size_t allowed;
static size_t done;
static bool has_failed;

static sqlite3_file *inner(sqlite3_file *file)
{
    return ((struct file *)file)->inner;
}

static int failure_code(void)
{
    return failure == DISK_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

// Counts a call that changes the disk; true when it may go on.
static bool may_go_on(void)
{
    done++;
    if (failure != DISK_WORKS && done > allowed)
        has_failed = true;
    return !has_failed;
}

static int file_close(sqlite3_file *file)
{
    return inner(file)->pMethods ? inner(file)->pMethods->xClose(inner(file)) : SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
    return inner(file)->pMethods->xRead(inner(file), bytes, count, at);
}

static struct before *add_unsynced(void)
{
    if (unsynced_count == unsynced_room) {
        unsynced_room = 2 * unsynced_room + 64;
        unsynced = realloc(unsynced, unsynced_room * sizeof *unsynced);
        if (!unsynced)
            abort();
    }
    return &unsynced[unsynced_count++];
}

// Keeps what stands where a write will go, a sector at a time.
static void keep_before(sqlite3_file *file, int count, sqlite3_int64 at)
{
    size_t number = ((struct file *)file)->number;
    while (number < FILES_MAX && count > 0) {
        struct before *before = add_unsynced();
        int room = (int)(SECTOR - at % SECTOR); // from 1 to SECTOR
        int part = count < room ? count : room;
        memset(before, 0, sizeof *before);
        before->file = number;
        before->at = at;
        before->count = part;
        // What lies behind the end is zeros.
        (void)inner(file)->pMethods->xRead(inner(file), before->bytes, part, at);
        at += part;
        count -= part;
    }
}

static void forget_before(size_t number)
{
    size_t kept = 0;
    for (size_t i = 0; i < unsynced_count; i++)
        if (unsynced[i].file != number)
            unsynced[kept++] = unsynced[i];
    unsynced_count = kept;
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    bool was_working = !has_failed;
    bool goes_on = may_go_on();
    if (failure == DISK_POWER && was_working)
        keep_before(file, count, at);
    if (goes_on)
        return inner(file)->pMethods->xWrite(inner(file), bytes, count, at);
    if (failure == DISK_POWER && was_working)
        inner(file)->pMethods->xWrite(inner(file), bytes, count, at);
    if ((failure == DISK_TORN || failure == DISK_KILL) && was_working)
        inner(file)->pMethods->xWrite(inner(file), bytes, count / 2, at);
    if (failure == DISK_KILL)
        raise(SIGKILL);
    return failure_code();
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (may_go_on())
        return inner(file)->pMethods->xTruncate(inner(file), size);
    if (failure == DISK_KILL)
        raise(SIGKILL);
    return failure_code();
}

static int file_sync(sqlite3_file *file, int flags)
{
    size_t number = ((struct file *)file)->number;
    if (may_go_on()) {
        if (failure == DISK_POWER && number < FILES_MAX) {
            forget_before(number);
            (void)inner(file)->pMethods->xFileSize(inner(file), &synced_sizes[number]);
        }
        return inner(file)->pMethods->xSync(inner(file), flags);
    }
    if (failure == DISK_KILL)
        raise(SIGKILL);
    return SQLITE_IOERR_FSYNC;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return inner(file)->pMethods->xFileSize(inner(file), size);
}

static int file_lock(sqlite3_file *file, int lock)
{
    return inner(file)->pMethods->xLock(inner(file), lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
    return inner(file)->pMethods->xUnlock(inner(file), lock);
}

static int file_check_lock(sqlite3_file *file, int *is_locked)
{
    return inner(file)->pMethods->xCheckReservedLock(inner(file), is_locked);
}

static int file_control(sqlite3_file *file, int operation, void *argument)
{
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    return inner(file)->pMethods->xSectorSize(inner(file));
}

static int characteristics(sqlite3_file *file)
{
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}

static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extend, memory);
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}

static void shm_barrier(sqlite3_file *file)
{
    inner(file)->pMethods->xShmBarrier(inner(file));
}

static int shm_unmap(sqlite3_file *file, int remove)
{
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = shm_map,
    .xShmLock = shm_lock,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = shm_unmap,
};

// The number of a path; the first sight of a file says how much of it is safe.
static size_t number_of(const char *name, sqlite3_file *opened)
{
    for (size_t i = 0; name && i < FILES_MAX; i++) {
        if (strcmp(paths[i], name) == 0)
            return i;
        if (!paths[i][0]) {
            snprintf(paths[i], PATH_BYTES, "%s", name);
            (void)opened->pMethods->xFileSize(opened, &synced_sizes[i]);
            return i;
        }
    }
    return FILES_MAX;
}

static int vfs_open(sqlite3_vfs *ours, sqlite3_filename name, sqlite3_file *file, int flags,
                    int *out)
{
    (void)ours;
    struct file *made = (struct file *)file;
    made->inner = (sqlite3_file *)(made + 1);
    int code = system_vfs->xOpen(system_vfs, name, made->inner, flags, out);
    made->base.pMethods = code == SQLITE_OK ? &methods : NULL;
    made->number = code == SQLITE_OK ? number_of(name, made->inner) : FILES_MAX;
    return code;
}

static int vfs_delete(sqlite3_vfs *ours, const char *name, int sync)
{
    (void)ours;
    if (may_go_on()) {
        for (size_t i = 0; i < FILES_MAX; i++)
            if (strcmp(paths[i], name) == 0) {
                forget_before(i);
                synced_sizes[i] = 0;
            }
        return system_vfs->xDelete(system_vfs, name, sync);
    }
    if (failure == DISK_KILL)
        raise(SIGKILL);
    return SQLITE_IOERR_DELETE;
}

const char *disk_register(void)
{
    if (vfs.zName)
        return vfs.zName;
    system_vfs = sqlite3_vfs_find(NULL);
    vfs = *system_vfs;
    vfs.zName = "failing-disk";
    vfs.pNext = NULL;
    vfs.szOsFile = (int)sizeof(struct file) + system_vfs->szOsFile;
    vfs.xOpen = vfs_open;
    vfs.xDelete = vfs_delete;
    sqlite3_vfs_register(&vfs, 0);
    return vfs.zName;
}

void disk_fail_after(enum disk_failure how, size_t writes)
{
    failure = how;
    allowed = writes;
    done = 0;
    has_failed = false;
    unsynced_count = 0;
    memset(paths, 0, sizeof paths);
}

// Newest first: where a later write of a sector is there, what earlier ones did does not show.
static void lose_writes(int opened, size_t number, uint64_t (*random)(void *source), void *source)
{
    for (size_t i = unsynced_count; i-- > 0;) {
        struct before *before = &unsynced[i];
        bool is_shadowed = before->file != number;
        for (size_t later = i + 1; !is_shadowed && later < unsynced_count; later++)
            is_shadowed = unsynced[later].file == number && unsynced[later].is_kept &&
                          unsynced[later].at / SECTOR == before->at / SECTOR;
        if (is_shadowed)
            continue;
        before->is_kept = random(source) % 2 == 0;
        if (!before->is_kept &&
            pwrite(opened, before->bytes, (size_t)before->count, before->at) != before->count)
            abort();
    }
}

void disk_lose_power(uint64_t (*random)(void *source), void *source)
{
    for (size_t i = 0; i < FILES_MAX && paths[i][0]; i++) {
        int opened = open(paths[i], O_RDWR | O_CLOEXEC);
        if (opened < 0)
            continue; // it was never made, or is gone
        lose_writes(opened, i, random, source);
        sqlite3_int64 size = lseek(opened, 0, SEEK_END);
        sqlite3_int64 added = size - synced_sizes[i];
        if (added > 0 && random(source) % 2 == 0 &&
            ftruncate(opened,
                      synced_sizes[i] + (sqlite3_int64)(random(source) % (uint64_t)added)) != 0)
            abort();
        close(opened);
    }
    unsynced_count = 0;
}

size_t disk_writes(void)
{
    return done;
}

bool disk_has_failed(void)
{
    return has_failed;
}
