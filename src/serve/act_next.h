// SPDX-License-Identifier: Apache-2.0
// The next base of a document, and the package that it may take.

#ifndef ENTENTE_SERVE_ACT_NEXT_H
#define ENTENTE_SERVE_ACT_NEXT_H

#include "serve/case_job.h"

// Fields: document; choice (repeated "SLOT=WORDING", both as the other acts name them).
bool act_next(struct case_job *job, struct entente_answer **answer,
              struct entente_error *error) MUST_CHECK;

#endif
