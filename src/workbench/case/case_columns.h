// SPDX-License-Identifier: Apache-2.0
// A table of columns comes into a case whole.

#ifndef ENTENTE_WORKBENCH_CASE_COLUMNS_H
#define ENTENTE_WORKBENCH_CASE_COLUMNS_H

#include "base/budget.h"
#include "workbench/case/case.h"

// Enters the document and the parties that the case has not yet, the table's first text as the base, each
// other column as a draft of the party that heads it, and agrees, ad referendum, on what the last column
// says; rows and their status go into the notes of their slots. All or nothing, as entries of one
// transaction. What cannot be carried is named.
//
// submission  document, date, note and file count
// Errors: BAD_INPUT for a file that is no table of columns; MISUSE for a document that has a base;
//         those of submitting a draft
bool case_submit_columns(struct entente_case *handle, const struct entente_submission *submission,
                         const struct entente_act *frame, struct budget *budget,
                         struct entente_answer *made, struct error *error) MUST_CHECK;

#endif
