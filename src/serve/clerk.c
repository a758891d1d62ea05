// SPDX-License-Identifier: Apache-2.0
#include "serve/clerk.h"

#include "base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

// Jobs in the order in which they came.
struct clerk_row {
    struct clerk_job *first, *last;
};

// One thread, and the strand of which it has a job in hand.
struct clerk_hand {
    struct clerk *clerk;
    pthread_t thread;
    struct str strand; // length 0: none
};

struct clerk {
    struct watch bell; // first; rings on the network's thread
    struct loop *loop;
    struct clerk_options options;
    struct clerk_hand hands[CLERK_THREADS_MAX];
    size_t hand_count;
    pthread_mutex_t lock; // over the rows, the hands' strands and is_closing
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

static bool is_in_hand(const struct clerk *clerk, struct str strand)
{
    for (size_t i = 0; strand.length > 0 && i < clerk->hand_count; i++)
        if (str_equal(clerk->hands[i].strand, strand))
            return true;
    return false;
}

// Takes the oldest job of which the strand is free. NULL: there is none
static struct clerk_job *take_free(struct clerk *clerk)
{
    struct clerk_row *row = &clerk->wanted;
    struct clerk_job *before = NULL;
    struct clerk_job *job = row->first;
    while (job && is_in_hand(clerk, job->strand)) {
        before = job;
        job = job->next;
    }
    if (!job)
        return NULL;
    if (before)
        before->next = job->next;
    else
        row->first = job->next;
    if (row->last == job)
        row->last = before;
    return job;
}

static struct clerk_job *next_job(struct clerk_hand *hand)
{
    struct clerk *clerk = hand->clerk;
    struct clerk_job *job;
    pthread_mutex_lock(&clerk->lock);
    while (!(job = take_free(clerk)) && !(clerk->is_closing && !clerk->wanted.first))
        pthread_cond_wait(&clerk->came, &clerk->lock);
    hand->strand = job ? job->strand : (struct str){NULL, 0};
    pthread_mutex_unlock(&clerk->lock);
    return job;
}

// Another job that may be settled together with one that was run; one thread alone needs no strands.
static struct clerk_job *next_of_batch(struct clerk *clerk, size_t count)
{
    struct clerk_job *job = NULL;
    pthread_mutex_lock(&clerk->lock);
    if (count < clerk->options.batch && clerk->wanted.first && clerk->wanted.first->settle) {
        job = clerk->wanted.first;
        clerk->wanted.first = job->next;
        if (!job->next)
            clerk->wanted.last = NULL;
    }
    pthread_mutex_unlock(&clerk->lock);
    return job;
}

static void hand_over(struct clerk_hand *hand, struct clerk_row *batch)
{
    struct clerk *clerk = hand->clerk;
    for (struct clerk_job *job = batch->first; job && job->next; job = job->next)
        if (job->release)
            job->release(job);
    for (struct clerk_job *job = batch->first; job; job = job->next)
        if (job->settle)
            job->settle(job);
    pthread_mutex_lock(&clerk->lock);
    hand->strand = (struct str){NULL, 0};
    for (struct clerk_job *job = batch->first; job;) {
        struct clerk_job *next = job->next;
        row_add(&clerk->finished, job);
        job = next;
    }
    pthread_cond_broadcast(&clerk->came); // a strand is free now
    pthread_mutex_unlock(&clerk->lock);
    eventfd_write(clerk->bell.descriptor, 1);
}

static void *work(void *self)
{
    enum { BATCH_MS = 10 };
    struct clerk_hand *hand = self;
    struct clerk *clerk = hand->clerk;
    struct clerk_job *job;
    // On Linux this is the thread's own; that it may fail changes nothing but the order.
    if (clerk->options.nice > 0)
        (void)setpriority(PRIO_PROCESS, 0, clerk->options.nice);
    while ((job = next_job(hand))) {
        struct clerk_row batch = {NULL, NULL};
        int64_t begun = loop_now();
        size_t count = 0;
        do {
            job->run(job);
            row_add(&batch, job);
            count++;
        } while (job->settle && loop_now() - begun < BATCH_MS &&
                 (job = next_of_batch(clerk, count)));
        hand_over(hand, &batch);
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

static int start_hands(struct clerk *clerk)
{
    int failed = clerk->bell.descriptor < 0 ? errno : 0;
    while (failed == 0 && clerk->hand_count < clerk->options.threads) {
        struct clerk_hand *hand = &clerk->hands[clerk->hand_count];
        hand->clerk = clerk;
        failed = pthread_create(&hand->thread, NULL, work, hand);
        pthread_mutex_lock(&clerk->lock);
        clerk->hand_count += failed == 0;
        pthread_mutex_unlock(&clerk->lock);
    }
    return failed;
}

bool clerk_open(struct loop *loop, struct clerk_options options, struct clerk **clerk,
                struct error *error)
{
    struct clerk *made = calloc(1, sizeof *made);
    sigset_t all;
    sigset_t before;
    if (!made)
        memory_exhausted(sizeof *made);
    made->bell =
        (struct watch){.descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), .ready = bell_ready};
    made->loop = loop;
    made->options = options;
    pthread_mutex_init(&made->lock, NULL);
    pthread_cond_init(&made->came, NULL);
    // Signals are for the network's thread.
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = start_hands(made);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    loop_watch(loop, &made->bell, EPOLLIN);
    *clerk = made;
    if (failed == 0)
        return true;
    clerk_close(made);
    *clerk = NULL;
    return error_set(error, IO_FAILED, "the system gives no more threads: %s", strerror(failed));
}

void clerk_close(struct clerk *clerk)
{
    if (!clerk)
        return;
    pthread_mutex_lock(&clerk->lock);
    clerk->is_closing = true;
    pthread_cond_broadcast(&clerk->came);
    pthread_mutex_unlock(&clerk->lock);
    for (size_t i = 0; i < clerk->hand_count; i++)
        pthread_join(clerk->hands[i].thread, NULL);
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
