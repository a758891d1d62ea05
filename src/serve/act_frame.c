// SPDX-License-Identifier: Apache-2.0
#include "serve/act_frame.h"

#include "base/file.h"

#include <sodium.h>
#include <stdio.h>

static const size_t act_file_max = (size_t)128 << 20;

bool act_misuse(struct entente_error *error, const char *words)
{
    error->code = ENTENTE_BAD_INPUT;
    snprintf(error->message, sizeof error->message, "%s", words);
    return false;
}

const char *act_field(const struct case_job *job, const char *name)
{
    const char *value = visit_field(job->visit, name);
    return value && value[0] ? value : NULL;
}

const char *act_party(const struct case_job *job)
{
    if (job->visit->seat.role == ROLE_PARTY)
        return job->visit->seat.party;
    const char *said = act_field(job, "party");
    return said ? said : job->cases->viewer;
}

static const char *act_clock(void *self)
{
    return visit_clock(self);
}

void act_frame(struct case_job *job, struct entente_act *act)
{
    unsigned char *seed = arena_take(job->visit->arena, 1, ENTENTE_SEED_BYTES);
    randombytes_buf(seed, ENTENTE_SEED_BYTES);
    ENTENTE_CLEAR(act);
    act->now = visit_clock(job->visit);
    act->clock = act_clock;
    act->clock_self = job->visit;
    act->seed = seed;
    act->by = act_party(job);
    act->readers = act_field(job, "readers");
    act->with_mediator = act_field(job, "with_mediator") != NULL;
    act->ways = job->visit->is_api ? ENTENTE_WAYS_OF_COMMANDS : ENTENTE_WAYS_OF_PAGES;
}

bool act_file(struct case_job *job, struct entente_file *file, struct entente_error *error)
{
    const struct posted_file *posted = posted_file(&job->visit->posted, "file");
    struct str content;
    struct error inner;
    *file = (struct entente_file){.name = NULL};
    if (!posted)
        return true;
    if (!file_read(posted->path, act_file_max, job->visit->arena, &content, &inner))
        return act_misuse(error, inner.message);
    *file = (struct entente_file){posted->name, content.bytes, content.length};
    return true;
}
