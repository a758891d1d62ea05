// SPDX-License-Identifier: Apache-2.0
#include "serve/errand.h"

#include "base/arena.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ERRAND_MS = 120 * 1000, ERRANDS_WAITING_MAX = 64 };

extern char **environ;

struct errand {
    struct watch end; // first: its process, as a descriptor
    struct errands *errands;
    struct errand *next;
    pid_t process; // 0: waits for its turn
    int order, output, words;
    int64_t deadline;
    bool is_late;
    errand_told *told;
    void *self;
};

struct errands {
    struct loop *loop;
    const char *queue; // may be NULL
    const char *folder;
    size_t most, running;
    struct errand *first; // all of them, the oldest first
};

bool errands_open(struct loop *loop, const char *queue, const char *folder, size_t most,
                  struct errands **errands, struct error *error)
{
    if (access("/proc/self/exe", X_OK) != 0)
        return error_set(error, IO_FAILED, "the program does not find itself under /proc/self/exe");
    struct errands *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    *made = (struct errands){.loop = loop, .queue = queue, .folder = folder, .most = most};
    *errands = made;
    return true;
}

// --- One process

// A file without a name, for its owner alone.
static int nameless(const char *folder)
{
    return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

static void close_open(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void errand_free(struct errand *errand)
{
    struct errands *errands = errand->errands;
    struct errand **link = &errands->first;
    while (*link != errand)
        link = &(*link)->next;
    *link = errand->next;
    if (errand->process > 0)
        errands->running--;
    loop_watch(errands->loop, &errand->end, 0);
    close_open(&errand->end.descriptor);
    close_open(&errand->order);
    close_open(&errand->output);
    close_open(&errand->words);
    loop_bury(errands->loop, errand);
}

static void read_words(const struct errand *errand, struct errand_result *result)
{
    ssize_t length = pread(errand->words, result->words, sizeof result->words - 1, 0);
    result->words[length > 0 ? length : 0] = '\0';
    result->words[strcspn(result->words, "\n")] = '\0';
}

static void tell(struct errand *errand, int status)
{
    struct errand_result result = {.end = ERRAND_BROKEN, .output = -1};
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == 0) {
        result.end = ERRAND_DONE;
        result.output = errand->output;
        errand->output = -1;
    } else if (code == 2 || code == 3) {
        result.end = code == 2 ? ERRAND_REFUSED : ERRAND_LIMIT;
        read_words(errand, &result);
    } else {
        snprintf(result.words, sizeof result.words, "%s",
                 errand->is_late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) ||
                         (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
                     ? "reading these files takes longer or more memory than is allowed here"
                     : "these files could not be read: the reader gave up on them");
    }
    errand_told *told = errand->told;
    void *self = errand->self;
    errand_free(errand);
    told(self, &result);
}

static void start_next(struct errands *errands);

static void end_ready(struct watch *watch, uint32_t events)
{
    struct errand *errand = (struct errand *)(void *)watch;
    struct errands *errands = errand->errands;
    int status = 0;
    (void)events;
    if (waitpid(errand->process, &status, WNOHANG) != errand->process)
        return;
    tell(errand, status);
    start_next(errands);
}

static int start(struct errand *errand)
{
    char program[] = "/proc/self/exe";
    char name[] = "entente";
    char verb[] = "serve-errand";
    char *queue = (char *)(uintptr_t)errand->errands->queue; // which the process only reads
    char *const words[] = {name, verb, queue, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_adddup2(&files, errand->order, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, errand->output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, errand->words, STDERR_FILENO);
    int failed = posix_spawn(&errand->process, program, &files, &how, words, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    if (failed != 0) {
        errand->process = 0;
        return failed;
    }
    errand->errands->running++;
    errand->deadline = loop_now() + ERRAND_MS;
    errand->end.descriptor = (int)syscall(SYS_pidfd_open, errand->process, 0);
    errand->end.ready = end_ready;
    loop_watch(errand->errands->loop, &errand->end, EPOLLIN);
    return 0;
}

static void start_next(struct errands *errands)
{
    struct errand *next;
    for (struct errand *each = errands->first; each; each = next) {
        next = each->next;
        // What could not be started is told by the sweep, when whoever sent it is back in the loop.
        if (each->process == 0 && errands->running < errands->most && !each->is_late &&
            start(each) != 0)
            each->is_late = true;
    }
}

void errands_send(struct errands *errands, struct str order, errand_told *told, void *self)
{
    struct errand *errand = calloc(1, sizeof *errand);
    if (!errand)
        memory_exhausted(sizeof *errand);
    *errand = (struct errand){.end = {.descriptor = -1},
                              .errands = errands,
                              .order = nameless(errands->folder),
                              .output = nameless(errands->folder),
                              .words = nameless(errands->folder),
                              .told = told,
                              .self = self};
    size_t waiting = 0;
    struct errand **link = &errands->first;
    for (; *link; link = &(*link)->next)
        waiting += (*link)->process == 0;
    *link = errand;
    bool is_ready = errand->order >= 0 && errand->output >= 0 && errand->words >= 0 &&
                    write(errand->order, order.bytes, order.length) == (ssize_t)order.length &&
                    lseek(errand->order, 0, SEEK_SET) == 0;
    errand->is_late = !is_ready || waiting >= ERRANDS_WAITING_MAX;
    start_next(errands);
}

void errands_sweep(struct errands *errands)
{
    int64_t now = loop_now();
    struct errand *next;
    for (struct errand *each = errands->first; each; each = next) {
        next = each->next;
        if (each->process > 0 && each->deadline < now) {
            each->is_late = true;
            kill(each->process, SIGKILL);
        }
        if (each->process == 0 && each->is_late)
            tell(each, 0x0100);
    }
}

void errands_close(struct errands *errands)
{
    if (!errands)
        return;
    while (errands->first) {
        struct errand *errand = errands->first;
        if (errand->process > 0) {
            kill(errand->process, SIGKILL);
            waitpid(errand->process, NULL, 0);
        }
        errand_free(errand);
    }
    free(errands);
}
