// SPDX-License-Identifier: Apache-2.0
#include "serve/act_scores.h"

#include "serve/act_frame.h"

bool act_scores_file(struct case_job *job, const char *party, struct entente_file *file,
                     struct entente_error *error)
{
    const struct posted *posted = &job->visit->posted;
    struct list fields = LIST_MAKE(job->visit->arena, struct entente_field);
    struct entente_answer *answer;
    *file = (struct entente_file){.name = NULL};
    if (!act_field(job, "document"))
        return true;
    for (size_t i = 0; i < posted->fields.count; i++) {
        const char *name = LIST_AT(&posted->fields, struct posted_field, i)->name;
        *LIST_ADD(&fields, struct entente_field) =
            (struct entente_field){name, posted_joined(posted, name)};
    }
    struct entente_scores_options options = {.size = sizeof options,
                                             .document = act_field(job, "document"),
                                             .party = party,
                                             .fields = LIST_ITEMS(&fields, struct entente_field),
                                             .count = fields.count};
    if (!entente_case_scores(&options, job->seat->handle, NULL, &answer, error))
        return false;
    struct str text = case_job_output(job, answer);
    entente_answer_free(answer);
    *file = (struct entente_file){"worth.json", text.bytes, text.length};
    return true;
}
