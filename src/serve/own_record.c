// SPDX-License-Identifier: Apache-2.0
#include "serve/own_record.h"

#include "serve/act_frame.h"
#include "serve/act_json.h"
#include "serve/case_job.h"

#include <entente/sealing.h>

static void make_record(struct case_job *job)
{
    struct entente_export_options options = {.size = sizeof options, .with_own_sealed = true};
    struct entente_answer *answer;
    struct entente_error error;
    if (entente_case_export(&options, job->seat->handle, NULL, &answer, &error))
        case_job_answer(job, "application/jsonl; charset=utf-8", answer);
    else
        case_job_error(job, &error);
}

void own_record_answer(struct site_visit *visit)
{
    case_job_send(visit, ROOM_LONG, make_record, NULL);
}

static void take(struct case_job *job)
{
    struct entente_answer *answer;
    struct entente_error error;
    const char *lines = act_field(job, "lines");
    struct entente_file handed = {"lines", lines ? lines : "", lines ? strlen(lines) : 0};
    if (!entente_case_take(&handed, job->seat->handle, NULL, &answer, &error)) {
        case_job_error(job, &error);
        return;
    }
    bool is_in_place = entente_answer_is_yes(answer);
    case_job_answer(job, "application/json", answer);
    job->reply.status = 201;
    if (!is_in_place)
        case_job_refuse(
            job, 409, "Somebody was here before you",
            "Your party has entered something since this was made. Nothing was entered. "
            "Fetch the record anew, and make it again.");
}

void own_entries_answer(struct site_visit *visit)
{
    if (act_json_take(visit))
        case_job_send(visit, ROOM_ACTS, take, NULL);
}
