// SPDX-License-Identifier: Apache-2.0
#include "base/dumps.h"

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void dumps_off(void)
{
    const struct rlimit none = {0, 0};
    // Where the system refuses, the secrets lie in memory that it leaves out of dumps all the same.
    (void)setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
