// SPDX-License-Identifier: Apache-2.0
// The record as the viewer may read it, without being shown.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_RECORD_H
#define ENTENTE_WORKBENCH_CASE_CASE_RECORD_H

#include "answers/record_answer.h"
#include "casefile/casefile.h"

// Owner: arena
bool case_log_find(struct casefile *casefile, struct arena *arena, struct log_answer *found,
                   struct error *error) MUST_CHECK;

#endif
