// SPDX-License-Identifier: Apache-2.0
// Paths between UTF-8 and what Windows takes.

#ifndef ENTENTE_PLATFORM_WINDOWS_PATHS_H
#define ENTENTE_PLATFORM_WINDOWS_PATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

enum { WINDOWS_PATH_MAX = 32768 };

// The path as Windows takes it, long ones in the form that has no limit of 260. False: errno says why.
bool path_widen(const char *path, wchar_t wide[WINDOWS_PATH_MAX]);
// The other way, with "/" between the parts; false where there is no room.
bool path_narrow(const wchar_t *wide, char *path, size_t room);
// Takes over what the system said last, as errno; gives -1.
int windows_error(void);

#endif
