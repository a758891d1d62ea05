// SPDX-License-Identifier: Apache-2.0
// A visit to a case: the network's thread sends it to a clerk, and gives the answer when it comes back.
// While the clerk is at it the visit's arena and what was posted are the clerk's.

#ifndef ENTENTE_SERVE_CASE_JOB_H
#define ENTENTE_SERVE_CASE_JOB_H

#include "serve/cases.h"
#include "serve/clerk.h"
#include "serve/visit.h"

struct case_job {
    struct clerk_job job; // first
    struct site_visit *visit;
    const struct cases *cases;
    struct case_file *file;
    enum case_room room;
    struct case_seat *seat; // clerk: whose, read on
    void (*work)(struct case_job *job);
    void (*after)(
        struct case_job *job); // on the network's thread, in place of the usual answer; may be NULL
    // What came of it.
    struct visit_reply reply;
    struct str bytes;             // in the visit's arena
    const char *headline, *words; // of a refusal
    struct case_stamp stamp;      // clerk: how the file stood before the work
};

// Sends a visit to the case that its address names, to be worked on in this room, or refuses it when there is
// none.
void case_job_send(struct site_visit *visit, enum case_room room,
                   void (*work)(struct case_job *job), void (*after)(struct case_job *job));

// --- For the clerk
void case_job_refuse(struct case_job *job, unsigned status, const char *headline,
                     const char *words);
// As the door's error asks for: 404, 403, 422 or 413.
void case_job_error(struct case_job *job, const struct entente_error *error);
// Takes an answer's output over.
void case_job_answer(struct case_job *job, const char *media_type, struct entente_answer *answer);
// The output or the summary of an answer, copied into the visit's arena.
struct str case_job_output(struct case_job *job, const struct entente_answer *answer);
const char *case_job_summary(struct case_job *job, const struct entente_answer *answer);

// The usual answer of a job that has come back.
void case_job_reply(struct case_job *job);

#endif
