// SPDX-License-Identifier: Apache-2.0
#include "serve/act_next.h"

#include "serve/act_frame.h"

#include <entente/merge.h>

bool act_next(struct case_job *job, struct entente_answer **answer, struct entente_error *error)
{
    struct entente_act act;
    struct entente_bounds bounds = {.size = sizeof bounds, .steps = (uint64_t)1 << 36};
    struct list choices = LIST_MAKE(job->visit->arena, const char *);
    struct str said = str_of(posted_joined(&job->visit->posted, "choice"));
    struct str each;
    while (str_cut(&said, ',', &each))
        if (each.length > 0)
            *LIST_ADD(&choices, const char *) = arena_c_string(job->visit->arena, each);
    struct entente_next_options text = {.size = sizeof text,
                                        .date = act_field(job, "date"),
                                        .package = act_field(job, "package"),
                                        .choices = LIST_ITEMS(&choices, const char *),
                                        .choice_count = choices.count};
    struct entente_case_next_options options = {.size = sizeof options,
                                                .document = act_field(job, "document"),
                                                .note = act_field(job, "note"),
                                                .text = &text};
    act_frame(job, &act);
    act.by = NULL;
    if (!options.document)
        return act_misuse(error, "of which document? Say its name");
    return entente_case_next(&options, job->seat->handle, &act, &bounds, answer, error);
}
