// SPDX-License-Identifier: Apache-2.0
// work: the face itself does it.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

const struct verb work_verb = {
    .name = "work",
    .usage = "postgres://HOST/DATABASE",
    .purpose = "Does the heavy work of servers over one database, as a process of its own",
    .details =
        "Start as many as there are processors, on any machine that reaches the database; each "
        "takes a job at a time until it is told to stop. A worker that is killed loses nothing: "
        "another takes up its job (docs/serving.md).",
    .inputs = {INPUT_NAME, INPUT_END},
};
