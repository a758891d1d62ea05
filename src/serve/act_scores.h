// SPDX-License-Identifier: Apache-2.0
// Scores that were given in the grid of a page, as a file that the bargain reads.

#ifndef ENTENTE_SERVE_ACT_SCORES_H
#define ENTENTE_SERVE_ACT_SCORES_H

#include "serve/case_job.h"

// The fields document, score.I.O, red (repeated "I.O") and reserve as "entente-bargain/1" with one party:
// entente_case_scores makes it.
//
// file    its name stays NULL when no document is said
// Errors  bad input: no such document, a score that is no whole number
bool act_scores_file(struct case_job *job, const char *party, struct entente_file *file,
                     struct entente_error *error) MUST_CHECK;

#endif
