// SPDX-License-Identifier: Apache-2.0
// The worker itself reads nothing foreign: each job goes to an errand, which is shut in. Its job is let go by
// the database when the worker is killed, and the errand ends with the worker.
#include "serve/worker.h"

#include "base/file.h"
#include "serve/errand.h"

#include <entente/case.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TAKE_MS = 1000, JOB_MS = 120 * 1000, CODE_BROKEN = 1, AWAY_MS = 500 };
static const size_t result_bytes = (size_t)1 << 28;

static volatile sig_atomic_t is_told_to_stop;

static void stop(int number)
{
    (void)number;
    is_told_to_stop = 1;
}

static bool write_all(int file, struct str bytes)
{
    while (bytes.length > 0) {
        ssize_t count = write(file, bytes.bytes, bytes.length);
        if (count <= 0)
            return false;
        bytes = str_skip(bytes, (size_t)count);
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

static int memory_file(struct str bytes)
{
    int file = (int)syscall(SYS_memfd_create, "entente", 0U);
    if (file < 0 || write_all(file, bytes))
        return file;
    close(file);
    return -1;
}

// In the process that is to be the errand: it ends with the worker.
static void become_errand(const int files[3], pid_t worker)
{
    for (int i = 0; i < 3; i++)
        dup2(files[i], i);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() == worker)
        execl("/proc/self/exe", "entente", "serve-errand", (char *)NULL);
    _exit(CODE_BROKEN);
}

// The exit code of the process; one that takes too long is ended.
static int end_of(pid_t process)
{
    int status = 0;
    int handle = (int)syscall(SYS_pidfd_open, process, 0);
    struct pollfd end = {.fd = handle, .events = POLLIN};
    if (handle < 0 || poll(&end, 1, JOB_MS) == 0)
        kill(process, SIGKILL);
    while (waitpid(process, &status, 0) < 0 && errno == EINTR)
        ;
    if (handle >= 0)
        close(handle);
    return WIFEXITED(status) ? WEXITSTATUS(status) : CODE_BROKEN;
}

static int carry_out(struct str job, struct arena *arena, struct str *made)
{
    struct error unread;
    int files[3] = {memory_file(job), memory_file(STR("")), memory_file(STR(""))};
    pid_t worker = getpid();
    int code = CODE_BROKEN;
    *made = STR("");
    fflush(stdout);
    pid_t process = files[0] < 0 || files[1] < 0 || files[2] < 0 ? -1 : fork();
    if (process == 0)
        become_errand(files, worker);
    if (process > 0) {
        code = end_of(process);
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", files[code == 0 ? 1 : 2]);
        if (!file_read(path, result_bytes, arena, made, &unread))
            code = CODE_BROKEN;
    }
    for (int i = 0; i < 3; i++)
        if (files[i] >= 0)
            close(files[i]);
    return code;
}

static int64_t milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool work_once(struct entente_work *work, struct entente_error *error)
{
    struct str job;
    struct str made;
    if (!entente_work_take(work, TAKE_MS, &job.bytes, &job.length, error))
        return false;
    if (!job.bytes)
        return true;
    struct arena *arena = arena_open();
    int64_t began = milliseconds_now();
    int code = carry_out(job, arena, &made);
    bool done = entente_work_finish(work, code, made.bytes, made.length, error);
    if (done)
        printf("did a job of %zu bytes in %" PRId64 " ms: %zu bytes, code %d\n", job.length,
               milliseconds_now() - began, made.length, code);
    fflush(stdout);
    arena_close(arena);
    return done;
}

bool worker_run(const char *place, struct error *error)
{
    struct entente_work_options options = {.size = sizeof options, .is_worker = true};
    struct entente_work *work;
    struct entente_error outer;
    struct sigaction end = {.sa_handler = stop};
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &end, NULL);
    if (!entente_work_open(&options, place, &work, &outer))
        return error_set(error, BAD_INPUT, "%s", outer.message);
    printf("working for %s\n", place);
    fflush(stdout);
    while (!is_told_to_stop)
        // While the server is away the worker waits for it.
        if (!work_once(work, &outer)) {
            fprintf(stderr, "%s\n", outer.message);
            poll(NULL, 0, AWAY_MS);
        }
    entente_work_close(work);
    return true;
}
