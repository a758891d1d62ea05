// SPDX-License-Identifier: Apache-2.0
// The record as the viewer may read it, without being shown.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_RECORD_H
#define ENTENTE_WORKBENCH_CASE_CASE_RECORD_H

#include "answers/record_answer.h"
#include "casefile/casefile.h"

// Owner: arena
// after   as in struct entente_log_options; NULL: all of it
bool case_log_find(struct casefile *casefile, const char *after, struct arena *arena,
                   struct log_answer *found, struct error *error) MUST_CHECK;

#endif
