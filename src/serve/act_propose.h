// SPDX-License-Identifier: Apache-2.0
// A wording that is proposed in the browser: the party's draft once more, with these words in their place.

#ifndef ENTENTE_SERVE_ACT_PROPOSE_H
#define ENTENTE_SERVE_ACT_PROPOSE_H

#include "serve/case_job.h"

// The party's next draft, made of the one that counts now, or of the base where it has none.
//
// Errors: the draft is no plain text (a Word file), or the place is not found in it for sure
bool act_propose_draft(struct case_job *job, const char *party, struct entente_file *draft,
                       struct entente_error *error) MUST_CHECK;

#endif
