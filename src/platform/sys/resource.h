// SPDX-License-Identifier: Apache-2.0
// Limits of a process, as far as they are asked for: no dump of its memory.

#ifndef ENTENTE_PLATFORM_SYS_RESOURCE_H
#define ENTENTE_PLATFORM_SYS_RESOURCE_H

#define RLIMIT_CORE 4

struct rlimit {
    unsigned long long rlim_cur;
    unsigned long long rlim_max;
};

#define setrlimit windows_setrlimit

#endif
