// SPDX-License-Identifier: Apache-2.0
#include "platform/windows_paths.h"

#include <windows.h>

enum { SHORT_ENOUGH = 240 };

int windows_error(void)
{
    switch (GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
        errno = ENOENT;
        break;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_WRITE_PROTECT:
        errno = EACCES;
        break;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        errno = EEXIST;
        break;
    case ERROR_DIR_NOT_EMPTY:
        errno = ENOTEMPTY;
        break;
    case ERROR_DISK_FULL:
        errno = ENOSPC;
        break;
    case ERROR_FILENAME_EXCED_RANGE:
        errno = ENAMETOOLONG;
        break;
    default:
        errno = EIO;
    }
    return -1;
}

// "C:" alone would be wherever that drive stands at present.
static void end_drive(wchar_t *wide)
{
    if (wcslen(wide) == 2 && wide[1] == L':')
        wcscat(wide, L"\\");
}

bool path_widen(const char *path, wchar_t wide[WINDOWS_PATH_MAX])
{
    wchar_t given[WINDOWS_PATH_MAX];
    if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, given, WINDOWS_PATH_MAX - 8) ==
        0) {
        errno = GetLastError() == ERROR_INSUFFICIENT_BUFFER ? ENAMETOOLONG : ENOENT;
        return false;
    }
    for (wchar_t *at = given; *at; at++)
        if (*at == L'/')
            *at = L'\\';
    end_drive(given);
    DWORD length = wcslen(given) < SHORT_ENOUGH || wcsncmp(given, L"\\\\", 2) == 0
                       ? 0
                       : GetFullPathNameW(given, WINDOWS_PATH_MAX - 8, wide + 4, NULL);
    if (length == 0 || length >= WINDOWS_PATH_MAX - 8)
        wcscpy(wide, given);
    else
        wmemcpy(wide, L"\\\\?\\", 4);
    return true;
}

bool path_narrow(const wchar_t *wide, char *path, size_t room)
{
    if (WideCharToMultiByte(CP_UTF8, 0, wide, -1, path, (int)room, NULL, NULL) == 0)
        return false;
    for (char *at = path; *at; at++)
        if (*at == '\\')
            *at = '/';
    return true;
}
