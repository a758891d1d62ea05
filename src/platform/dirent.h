// SPDX-License-Identifier: Apache-2.0
// In place of the system's: windows_posix_parts.h, which stands before every file, has what it would declare.

#ifndef ENTENTE_PLATFORM_DIRENT_H
#define ENTENTE_PLATFORM_DIRENT_H
#endif
