// SPDX-License-Identifier: Apache-2.0
// An answer as a workbook: what was found, and the scores for the next round.

#ifndef ENTENTE_WORKBENCH_BARGAIN_SHEETS_H
#define ENTENTE_WORKBENCH_BARGAIN_SHEETS_H

#include "answers/bargain_answer.h"

// The sheet "Answer": counts, what each party can reach, the fair packages issue by issue with worths and
// gains. "Scores" and "Rules" are the scenario as it was answered, to be edited and read again; where a
// table cannot hold it "Notes" says so instead.
//
// Owner:   arena
// Errors:  TOO_LARGE
bool bargain_xlsx(const struct bargain_answer *answer, struct arena *arena, struct str *bytes,
                  struct error *error) MUST_CHECK;

#endif
