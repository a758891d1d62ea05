// SPDX-License-Identifier: Apache-2.0
#include "disk.h"

#include <sqlite3.h>
#include <string.h>

// The system's file stands behind ours in the memory that SQLite gives for one.
struct file {
    sqlite3_file base;
    sqlite3_file *inner;
};

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

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    bool was_working = !has_failed;
    if (may_go_on())
        return inner(file)->pMethods->xWrite(inner(file), bytes, count, at);
    if (failure == DISK_TORN && was_working)
        inner(file)->pMethods->xWrite(inner(file), bytes, count / 2, at);
    return failure_code();
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return may_go_on() ? inner(file)->pMethods->xTruncate(inner(file), size) : failure_code();
}

static int file_sync(sqlite3_file *file, int flags)
{
    return may_go_on() ? inner(file)->pMethods->xSync(inner(file), flags) : SQLITE_IOERR_FSYNC;
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

static int vfs_open(sqlite3_vfs *ours, sqlite3_filename name, sqlite3_file *file, int flags,
                    int *out)
{
    (void)ours;
    struct file *made = (struct file *)file;
    made->inner = (sqlite3_file *)(made + 1);
    int code = system_vfs->xOpen(system_vfs, name, made->inner, flags, out);
    made->base.pMethods = code == SQLITE_OK ? &methods : NULL;
    return code;
}

static int vfs_delete(sqlite3_vfs *ours, const char *name, int sync)
{
    (void)ours;
    return may_go_on() ? system_vfs->xDelete(system_vfs, name, sync) : SQLITE_IOERR_DELETE;
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
}

size_t disk_writes(void)
{
    return done;
}

bool disk_has_failed(void)
{
    return has_failed;
}
