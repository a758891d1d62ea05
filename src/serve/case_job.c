// SPDX-License-Identifier: Apache-2.0
#include "serve/case_job.h"

#include "serve/events.h"
#include "serve/site.h"

#include <stdio.h>

void case_job_refuse(struct case_job *job, unsigned status, const char *headline, const char *words)
{
    job->reply = (struct visit_reply){.status = status};
    job->headline = headline;
    job->words = words ? arena_c_string(job->visit->arena, str_of(words)) : NULL;
}

void case_job_error(struct case_job *job, const struct entente_error *error)
{
    struct str words = str_of(error->message);
    // The door has no codes for these two; what it does not find and does not allow it says so.
    bool is_missing = str_contains(words, STR("has no ")) && str_contains(words, STR("may see"));
    if (error->code == ENTENTE_LIMIT)
        case_job_refuse(job, 413, "This is over a limit", error->message);
    else if (is_missing)
        case_job_refuse(job, 404, "There is no such thing in this case", error->message);
    else
        case_job_refuse(job, 422, "This cannot be done", error->message);
}

struct str case_job_output(struct case_job *job, const struct entente_answer *answer)
{
    struct str output;
    output.bytes = entente_answer_output(answer, &output.length);
    return arena_copy(job->visit->arena, output);
}

const char *case_job_summary(struct case_job *job, const struct entente_answer *answer)
{
    return arena_c_string(job->visit->arena, str_trim(str_of(entente_answer_summary(answer))));
}

void case_job_answer(struct case_job *job, const char *media_type, struct entente_answer *answer)
{
    job->bytes = case_job_output(job, answer);
    job->reply = (struct visit_reply){.status = 200, .media_type = media_type};
    entente_answer_free(answer);
}

static void run(struct clerk_job *clerk_job)
{
    struct case_job *job = (struct case_job *)(void *)clerk_job;
    struct entente_error error;
    job->stamp = case_stamp_of(job->file);
    // Before anything is entered, so that whoever sees it sees this.
    if (job->room == ROOM_ACTS)
        atomic_store(&job->file->is_owed, true);
    if (seat_of(job->cases, job->file, job->room, &job->visit->seat, &job->seat, &error))
        job->work(job);
    else
        case_job_refuse(job, 500, "The case cannot be opened", error.message);
    if (job->visit->method == HEAD_POST)
        atomic_fetch_add(&job->file->changes, 1); // of one's own act one need not hear first
}

// Acts in several cases are all let go before one of them is waited for.
static void release(struct clerk_job *clerk_job)
{
    const struct case_job *job = (struct case_job *)(void *)clerk_job;
    const struct case_job *next = (const struct case_job *)(const void *)clerk_job->next;
    if (job->seat && job->file->is_database && next->file != job->file)
        case_release(job->file, job->room);
}

// Nothing is answered that rests on an act which the disk may not have. Into a database others enter acts
// too.
static void settle(struct clerk_job *clerk_job)
{
    struct case_job *job = (struct case_job *)(void *)clerk_job;
    struct entente_error error;
    if (!job->seat || !(job->file->is_database || atomic_load(&job->file->is_owed)))
        return;
    if (!case_flush(job->file, job->room, job->seat, &error))
        case_job_refuse(job, 500, "The disk does not say that it has this", error.message);
    if (job->visit->method == HEAD_POST)
        atomic_fetch_add(&job->file->changes, 1); // other rooms may not have seen it before
}

void case_job_reply(struct case_job *job)
{
    if (job->headline)
        visit_refuse(job->visit, job->reply.status, job->headline, job->words);
    else
        visit_reply(job->visit, &job->reply, job->bytes);
}

static void done(struct clerk_job *clerk_job)
{
    struct case_job *job = (struct case_job *)(void *)clerk_job;
    struct site *site = job->visit->site;
    if (job->after && !job->headline)
        job->after(job);
    else
        case_job_reply(job);
    events_look(site);
}

void case_job_send(struct site_visit *visit, enum case_room room,
                   void (*work)(struct case_job *job), void (*after)(struct case_job *job))
{
    struct site *site = visit->site;
    struct case_file *file = cases_find(&site->cases, visit->case_id);
    if (!file) {
        visit_refuse(visit, 404, "There is no such case", NULL);
        return;
    }
    struct case_job *job = ARENA_NEW(visit->arena, struct case_job);
    struct str strand =
        arena_print(visit->arena, "%s\n%s%s", file->id, visit->seat.is_sealed ? " " : "",
                    case_viewer(&site->cases, &visit->seat));
    *job = (struct case_job){.job = {run, settle, release, done, strand, NULL},
                             .visit = visit,
                             .cases = &site->cases,
                             .file = file,
                             .room = room,
                             .work = work,
                             .after = after};
    visit_wait(visit);
    clerk_give(site->clerks[room], &job->job);
}
