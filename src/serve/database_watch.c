// SPDX-License-Identifier: Apache-2.0
// A thread waits for the database; the cases are the network's thread's, which takes from it what was heard.
#include "serve/database_watch.h"

#include "base/database_address.h"
#include "base/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_MS = 200, HEARD_MAX = 32, HEARD_NAME = 64 };

struct database_watch {
    struct watch bell; // first; rings on the network's thread
    struct loop *loop;
    struct cases *cases;
    struct entente_case_watch *database;
    pthread_t thread;
    bool has_thread;
    atomic_bool is_closing;
    pthread_mutex_t lock; // over what was heard
    char heard[HEARD_MAX][HEARD_NAME];
    size_t heard_count;
    bool is_all_heard; // any case may have changed
};

static bool is_noted(const struct database_watch *watch, const char *name)
{
    for (size_t i = 0; i < watch->heard_count; i++)
        if (strcmp(watch->heard[i], name) == 0)
            return true;
    return false;
}

static void note(struct database_watch *watch, const char *name)
{
    pthread_mutex_lock(&watch->lock);
    if (name[0] == '\0' || strlen(name) >= HEARD_NAME || watch->heard_count == HEARD_MAX)
        watch->is_all_heard = true;
    else if (!is_noted(watch, name))
        memcpy(watch->heard[watch->heard_count++], name, strlen(name) + 1);
    pthread_mutex_unlock(&watch->lock);
    eventfd_write(watch->bell.descriptor, 1);
}

static void *listen_on(void *self)
{
    struct database_watch *watch = self;
    struct entente_error error;
    const char *name;
    while (!atomic_load(&watch->is_closing))
        if (!entente_case_watch_wait(watch->database, WAIT_MS, &name, &error))
            nanosleep(&(struct timespec){.tv_nsec = WAIT_MS * 1000 * 1000}, NULL);
        else if (name)
            note(watch, name);
    return NULL;
}

static bool is_heard_of(const struct database_watch *watch, const struct case_file *file)
{
    struct database_address address;
    if (!file->is_database || !database_address_read(file->path, &address))
        return false;
    for (size_t i = 0; i < watch->heard_count; i++)
        if (str_equal(address.name, str_of(watch->heard[i])))
            return true;
    return watch->is_all_heard;
}

static void bell_ready(struct watch *bell, uint32_t events)
{
    struct database_watch *watch = (struct database_watch *)(void *)bell;
    eventfd_t count;
    (void)events;
    eventfd_read(bell->descriptor, &count);
    pthread_mutex_lock(&watch->lock);
    for (size_t i = 0; i < watch->cases->count; i++)
        if (is_heard_of(watch, watch->cases->all[i]))
            atomic_fetch_add(&watch->cases->all[i]->changes, 1);
    watch->heard_count = 0;
    watch->is_all_heard = false;
    pthread_mutex_unlock(&watch->lock);
}

static const char *first_address(const struct cases *cases)
{
    for (size_t i = 0; i < cases->count; i++)
        if (cases->all[i]->is_database)
            return cases->all[i]->path;
    return NULL;
}

static bool start(struct database_watch *watch, struct error *error)
{
    sigset_t all;
    sigset_t before;
    // Signals are for the network's thread.
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed =
        watch->bell.descriptor < 0 ? errno : pthread_create(&watch->thread, NULL, listen_on, watch);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    watch->has_thread = failed == 0;
    return watch->has_thread ||
           error_set(error, IO_FAILED, "the system gives no more threads: %s", strerror(failed));
}

bool database_watch_open(struct loop *loop, struct cases *cases, struct database_watch **watch,
                         struct error *error)
{
    const char *address = first_address(cases);
    struct entente_error outer;
    *watch = NULL;
    if (!address)
        return true;
    struct database_watch *made = calloc(1, sizeof *made);
    if (!made)
        memory_exhausted(sizeof *made);
    if (!entente_case_watch_open(address, &made->database, &outer)) {
        free(made);
        return error_set(error, IO_FAILED, "%s", outer.message);
    }
    made->bell =
        (struct watch){.descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), .ready = bell_ready};
    made->loop = loop;
    made->cases = cases;
    pthread_mutex_init(&made->lock, NULL);
    atomic_init(&made->is_closing, false);
    loop_watch(loop, &made->bell, EPOLLIN);
    *watch = made;
    return start(made, error);
}

void database_watch_close(struct database_watch *watch)
{
    if (!watch)
        return;
    atomic_store(&watch->is_closing, true);
    if (watch->has_thread)
        pthread_join(watch->thread, NULL);
    loop_watch(watch->loop, &watch->bell, 0);
    close(watch->bell.descriptor);
    entente_case_watch_close(watch->database);
    pthread_mutex_destroy(&watch->lock);
    free(watch);
}
