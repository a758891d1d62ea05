// SPDX-License-Identifier: Apache-2.0
// What all acts have in common: their fields, who acts, when.

#ifndef ENTENTE_SERVE_ACT_FRAME_H
#define ENTENTE_SERVE_ACT_FRAME_H

#include "serve/case_job.h"

// A field as it was posted; NULL when it was not, or is empty.
const char *act_field(const struct case_job *job, const char *name);
// Whose act it is: the party's own, or the one that the secretariat says; NULL: nobody's.
const char *act_party(const struct case_job *job);
// When, by whom, for whom.
void act_frame(struct case_job *job, struct entente_act *act);
// A file that was posted under "file"; *file is empty when there is none.
bool act_file(struct case_job *job, struct entente_file *file, struct entente_error *error);
bool act_misuse(struct entente_error *error, const char *words);

#endif
