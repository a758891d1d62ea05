// SPDX-License-Identifier: Apache-2.0
// The table of acts.

#ifndef ENTENTE_SERVE_ACT_KINDS_H
#define ENTENTE_SERVE_ACT_KINDS_H

#include "serve/case_job.h"

// One act. `run` is called by the clerk; it fills the job's answer or its refusal.
struct act_kind {
    const char *name;
    const char *rests_on; // the field whose open place must not have changed meanwhile; NULL: none
    bool (*run)(struct case_job *job, struct entente_answer **answer, struct entente_error *error);
    unsigned roles;
    enum case_room room;
};
extern const struct act_kind act_kinds[]; // ends with name == NULL

#endif
