// SPDX-License-Identifier: Apache-2.0
// What else Windows has not, or names otherwise.
#include <sys/resource.h>

#include <windows.h>

void windows_sigmask(const sigset_t *set, sigset_t *before)
{
    (void)set;
    if (before)
        *before = 0;
}

static void (*alarm_listener)(int);

void (*windows_signal(int number, void (*listener)(int)))(int)
{
    if (number != SIGALRM)
        return (signal)(number, listener);
    alarm_listener = listener;
    return SIG_DFL;
}

static void CALLBACK ring(void *context, BOOLEAN has_fired)
{
    (void)context, (void)has_fired;
    if (alarm_listener)
        alarm_listener(SIGALRM);
}

unsigned alarm(unsigned seconds)
{
    HANDLE timer;
    CreateTimerQueueTimer(&timer, NULL, ring, NULL, seconds * 1000, 0, WT_EXECUTEONLYONCE);
    return 0;
}

struct tm *windows_gmtime_r(const time_t *moment, struct tm *day)
{
    return gmtime_s(day, moment) == 0 ? day : NULL;
}

void *memmem(const void *bytes, size_t count, const void *sought, size_t length)
{
    const char *at = bytes;
    const char *first = sought;
    const char *end = count < length ? at : at + (count - length) + 1;
    if (length == 0)
        return (void *)(uintptr_t)bytes;
    while (at < end && (at = memchr(at, first[0], (size_t)(end - at)))) {
        if (memcmp(at, sought, length) == 0)
            return (void *)(uintptr_t)at;
        at++;
    }
    return NULL;
}

int windows_setrlimit(int resource, const struct rlimit *limit)
{
    if (resource == RLIMIT_CORE && limit->rlim_cur == 0)
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    return 0;
}
