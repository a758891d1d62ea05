// SPDX-License-Identifier: Apache-2.0
// Files of Windows under the names of POSIX.
#include "platform/windows_paths.h"

#include <stdarg.h>
#include <stdlib.h>
#include <windows.h>

#undef read
#undef write
#undef isatty
#undef access

enum { TRIES = 25, PAUSE_MILLISECONDS = 20, CHUNK = 1 << 30 };
#define SHARED (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)

// --- What is there

static unsigned mode_of(DWORD attributes, bool is_link)
{
    if (is_link)
        return S_IFLNK | 0777;
    if (attributes & FILE_ATTRIBUTE_DIRECTORY)
        return S_IFDIR | 0755;
    return S_IFREG | (attributes & FILE_ATTRIBUTE_READONLY ? 0444 : 0644);
}

static int tell_of(HANDLE file, bool may_be_link, struct windows_stat *status)
{
    BY_HANDLE_FILE_INFORMATION about;
    DWORD kind = GetFileType(file);
    *status = (struct windows_stat){0};
    if (kind == FILE_TYPE_CHAR || kind == FILE_TYPE_PIPE) {
        status->st_mode = kind == FILE_TYPE_CHAR ? S_IFCHR | 0666 : S_IFIFO | 0666;
        return 0;
    }
    if (!GetFileInformationByHandle(file, &about))
        return windows_error();
    bool is_link = may_be_link && (about.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT);
    status->st_dev = about.dwVolumeSerialNumber;
    status->st_ino = (uint64_t)about.nFileIndexHigh << 32 | about.nFileIndexLow;
    status->st_mode = mode_of(about.dwFileAttributes, is_link);
    status->st_size = (int64_t)((uint64_t)about.nFileSizeHigh << 32 | about.nFileSizeLow);
    return 0;
}

static HANDLE look_at(const char *path, DWORD flags)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    if (!path_widen(path, wide))
        return INVALID_HANDLE_VALUE;
    HANDLE file = CreateFileW(wide, FILE_READ_ATTRIBUTES, SHARED, NULL, OPEN_EXISTING,
                              FILE_FLAG_BACKUP_SEMANTICS | flags, NULL);
    if (file == INVALID_HANDLE_VALUE)
        windows_error();
    return file;
}

static int stat_by(const char *path, DWORD flags, struct windows_stat *status)
{
    HANDLE file = look_at(path, flags);
    if (file == INVALID_HANDLE_VALUE)
        return -1;
    int code = tell_of(file, flags != 0, status);
    CloseHandle(file);
    return code;
}

int windows_stat(const char *path, struct windows_stat *status)
{
    return stat_by(path, 0, status);
}

int windows_lstat(const char *path, struct windows_stat *status)
{
    return stat_by(path, FILE_FLAG_OPEN_REPARSE_POINT, status);
}

int windows_fstat(int descriptor, struct windows_stat *status)
{
    return tell_of((HANDLE)_get_osfhandle(descriptor), false, status);
}

int windows_access(const char *path, int how)
{
    struct windows_stat status;
    if (windows_stat(path, &status) != 0)
        return -1;
    if ((how & W_OK) && S_ISREG(status.st_mode) && !(status.st_mode & 0200)) {
        errno = EACCES;
        return -1;
    }
    return 0;
}

// The path that a handle stands for, without the mark of long paths.
static char *whole_of(HANDLE file, char *whole)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    DWORD length = GetFinalPathNameByHandleW(file, wide, WINDOWS_PATH_MAX, 0);
    if (length == 0 || length >= WINDOWS_PATH_MAX) {
        windows_error();
        return NULL;
    }
    return path_narrow(wcsncmp(wide, L"\\\\?\\", 4) == 0 ? wide + 4 : wide, whole, PATH_MAX) ? whole
                                                                                             : NULL;
}

char *windows_realpath(const char *path, char *whole)
{
    HANDLE file = look_at(path, 0);
    char *room = file == INVALID_HANDLE_VALUE ? NULL : whole ? whole : malloc(PATH_MAX);
    char *found = room ? whole_of(file, room) : NULL;
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    if (!found && !whole)
        free(room);
    return found;
}

// What a link leads to, whole: "//?/C:/…" begins with a slash as a whole path ought to.
ssize_t windows_readlink(const char *path, char *target, size_t room)
{
    struct windows_stat status;
    char whole[PATH_MAX];
    if (windows_lstat(path, &status) != 0 || !S_ISLNK(status.st_mode) ||
        !windows_realpath(path, whole))
        return -1;
    int length = snprintf(target, room, "//?/%s", whole);
    return length < 0 || (size_t)length >= room ? (ssize_t)room : length;
}

// --- Opening, reading, writing

int windows_open(const char *path, int flags, ...)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    bool is_written = (flags & (O_WRONLY | O_RDWR)) != 0;
    if (!path_widen(path, wide))
        return -1;
    HANDLE file =
        CreateFileW(wide, is_written ? GENERIC_READ | GENERIC_WRITE : GENERIC_READ, SHARED, NULL,
                    flags & O_EXCL    ? CREATE_NEW
                    : flags & O_CREAT ? OPEN_ALWAYS
                                      : OPEN_EXISTING,
                    FILE_FLAG_BACKUP_SEMANTICS, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return windows_error();
    int descriptor = _open_osfhandle((intptr_t)file,
                                     _O_BINARY | _O_NOINHERIT | (is_written ? _O_RDWR : _O_RDONLY));
    if (descriptor < 0)
        CloseHandle(file);
    return descriptor;
}

FILE *windows_fopen(const char *path, const char *how)
{
    int descriptor = how[0] == 'r' ? windows_open(path, O_RDONLY) : -1;
    return descriptor < 0 ? NULL : _fdopen(descriptor, "rb");
}

ssize_t windows_read(int descriptor, void *bytes, size_t count)
{
    return _read(descriptor, bytes, (unsigned)(count < CHUNK ? count : CHUNK));
}

ssize_t windows_write(int descriptor, const void *bytes, size_t count)
{
    return _write(descriptor, bytes, (unsigned)(count < CHUNK ? count : CHUNK));
}

int windows_fsync(int descriptor)
{
    return _commit(descriptor);
}

// A null device is no terminal, whatever the C library says of it.
int windows_isatty(int descriptor)
{
    DWORD mode;
    return GetConsoleMode((HANDLE)_get_osfhandle(descriptor), &mode) ? 1 : 0;
}

// --- Names

// A scanner for viruses or an index may hold a new file for a moment.
static bool may_try_again(int tried)
{
    DWORD reason = GetLastError();
    if (tried >= TRIES || (reason != ERROR_SHARING_VIOLATION && reason != ERROR_ACCESS_DENIED))
        return false;
    Sleep(PAUSE_MILLISECONDS);
    SetLastError(reason);
    return true;
}

int windows_unlink(const char *path)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    if (!path_widen(path, wide))
        return -1;
    return DeleteFileW(wide) ? 0 : windows_error();
}

int windows_rmdir(const char *path)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    if (!path_widen(path, wide))
        return -1;
    return RemoveDirectoryW(wide) ? 0 : windows_error();
}

int windows_mkdir(const char *path, unsigned rights)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    (void)rights;
    if (!path_widen(path, wide))
        return -1;
    return CreateDirectoryW(wide, NULL) ? 0 : windows_error();
}

static bool is_folder(const wchar_t *wide)
{
    DWORD attributes = GetFileAttributesW(wide);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY);
}

// A folder takes the place of an empty one, as a file that of a file.
int windows_rename(const char *from, const char *to)
{
    wchar_t old_name[WINDOWS_PATH_MAX];
    wchar_t new_name[WINDOWS_PATH_MAX];
    if (!path_widen(from, old_name) || !path_widen(to, new_name))
        return -1;
    if (is_folder(old_name) && is_folder(new_name) && !RemoveDirectoryW(new_name))
        return windows_error();
    for (int tried = 0;
         !MoveFileExW(old_name, new_name, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
         tried++)
        if (!may_try_again(tried))
            return windows_error();
    return 0;
}

// Where a disk knows no second names (FAT), the file gets the new one instead; never over one that is there.
int windows_link(const char *from, const char *to)
{
    wchar_t old_name[WINDOWS_PATH_MAX];
    wchar_t new_name[WINDOWS_PATH_MAX];
    if (!path_widen(from, old_name) || !path_widen(to, new_name))
        return -1;
    if (CreateHardLinkW(new_name, old_name, NULL) || GetLastError() == ERROR_ALREADY_EXISTS)
        return GetFileAttributesW(new_name) != INVALID_FILE_ATTRIBUTES &&
                       GetLastError() == ERROR_ALREADY_EXISTS
                   ? windows_error()
                   : 0;
    return MoveFileExW(old_name, new_name, MOVEFILE_WRITE_THROUGH) ? 0 : windows_error();
}

// --- Folders

struct windows_folder {
    HANDLE search;
    WIN32_FIND_DATAW found;
    bool has_found;
    struct windows_entry entry;
};

struct windows_folder *windows_opendir(const char *path)
{
    wchar_t wide[WINDOWS_PATH_MAX];
    struct windows_stat status;
    if (windows_stat(path, &status) != 0 || !path_widen(path, wide))
        return NULL;
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return NULL;
    }
    struct windows_folder *folder = calloc(1, sizeof *folder);
    if (!folder)
        return NULL;
    wcscat(wide, L"\\*");
    folder->search = FindFirstFileW(wide, &folder->found);
    folder->has_found = folder->search != INVALID_HANDLE_VALUE;
    return folder;
}

struct windows_entry *windows_readdir(struct windows_folder *folder)
{
    if (!folder->has_found)
        return NULL;
    if (!path_narrow(folder->found.cFileName, folder->entry.d_name, sizeof folder->entry.d_name))
        folder->entry.d_name[0] = '\0';
    folder->has_found = FindNextFileW(folder->search, &folder->found);
    return &folder->entry;
}

void windows_closedir(struct windows_folder *folder)
{
    if (folder->search != INVALID_HANDLE_VALUE)
        FindClose(folder->search);
    free(folder);
}
