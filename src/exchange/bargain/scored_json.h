// SPDX-License-Identifier: Apache-2.0
// A scenario in JSON, with what an interview found of one party put in.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORED_JSON_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORED_JSON_H

#include "answers/interview_answer.h"
#include "codec/json.h"

// Writes the scenario again, its members in their order. Of the interview's party the scores, the reserve and
// all that was said of them are replaced: by whole scores once the interview is done, by its replies
// as "prefers", "indifferent", "accepts" and "rejects" before. A reserve that was not asked for is null.
//
// root     as it was read
// Owner:   arena
struct str scored_json(const struct json *root, const struct interview_answer *answer,
                       struct arena *arena);

#endif
