// SPDX-License-Identifier: Apache-2.0
#include "serve/clerk.h"

#include "base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

// Jobs in the order in which they came.
struct clerk_row {
    struct clerk_job *first, *last;
};

struct clerk {
    struct watch bell; // first; rings on the network's thread
    struct loop *loop;
    pthread_t thread;
    pthread_mutex_t lock; // over the rows and is_closing
    pthread_cond_t came;
    struct clerk_row wanted, finished;
    bool is_closing;
    size_t waiting; // only the network's thread looks at it
};

static void row_add(struct clerk_row *row, struct clerk_job *job)
{
    job->next = NULL;
    if (row->last)
        row->last->next = job;
    else
        row->first = job;
    row->last = job;
}

static struct clerk_job *row_take(struct clerk_row *row)
{
    struct clerk_job *job = row->first;
    if (job)
        row->first = job->next;
    if (!row->first)
        row->last = NULL;
    return job;
}

static struct clerk_job *next_job(struct clerk *clerk)
{
    pthread_mutex_lock(&clerk->lock);
    while (!clerk->wanted.first && !clerk->is_closing)
        pthread_cond_wait(&clerk->came, &clerk->lock);
    struct clerk_job *job = row_take(&clerk->wanted);
    pthread_mutex_unlock(&clerk->lock);
    return job;
}

static void *work(void *self)
{
    struct clerk *clerk = self;
    struct clerk_job *job;
    while ((job = next_job(clerk))) {
        job->run(job);
        pthread_mutex_lock(&clerk->lock);
        row_add(&clerk->finished, job);
        pthread_mutex_unlock(&clerk->lock);
        eventfd_write(clerk->bell.descriptor, 1);
    }
    return NULL;
}

static void finish_jobs(struct clerk *clerk)
{
    pthread_mutex_lock(&clerk->lock);
    struct clerk_job *job = clerk->finished.first;
    clerk->finished = (struct clerk_row){NULL, NULL};
    pthread_mutex_unlock(&clerk->lock);
    while (job) {
        struct clerk_job *next = job->next; // done() may free it
        clerk->waiting--;
        job->done(job);
        job = next;
    }
}

static void bell_ready(struct watch *watch, uint32_t events)
{
    eventfd_t count;
    (void)events;
    eventfd_read(watch->descriptor, &count);
    finish_jobs((struct clerk *)(void *)watch);
}

bool clerk_open(struct loop *loop, struct clerk **clerk, struct error *error)
{
    struct clerk *made = calloc(1, sizeof *made);
    sigset_t all;
    sigset_t before;
    if (!made)
        memory_exhausted(sizeof *made);
    made->bell =
        (struct watch){.descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), .ready = bell_ready};
    made->loop = loop;
    pthread_mutex_init(&made->lock, NULL);
    pthread_cond_init(&made->came, NULL);
    // Signals are for the network's thread.
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed =
        made->bell.descriptor < 0 ? errno : pthread_create(&made->thread, NULL, work, made);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failed != 0) {
        free(made);
        return error_set(error, IO_FAILED, "the system gives no second thread: %s",
                         strerror(failed));
    }
    loop_watch(loop, &made->bell, EPOLLIN);
    *clerk = made;
    return true;
}

void clerk_close(struct clerk *clerk)
{
    if (!clerk)
        return;
    pthread_mutex_lock(&clerk->lock);
    clerk->is_closing = true;
    pthread_cond_signal(&clerk->came);
    pthread_mutex_unlock(&clerk->lock);
    pthread_join(clerk->thread, NULL);
    finish_jobs(clerk);
    loop_watch(clerk->loop, &clerk->bell, 0);
    close(clerk->bell.descriptor);
    pthread_cond_destroy(&clerk->came);
    pthread_mutex_destroy(&clerk->lock);
    free(clerk);
}

void clerk_give(struct clerk *clerk, struct clerk_job *job)
{
    clerk->waiting++;
    pthread_mutex_lock(&clerk->lock);
    row_add(&clerk->wanted, job);
    pthread_cond_signal(&clerk->came);
    pthread_mutex_unlock(&clerk->lock);
}

size_t clerk_waiting(const struct clerk *clerk)
{
    return clerk->waiting;
}
