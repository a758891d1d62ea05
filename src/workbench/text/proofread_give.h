// SPDX-License-Identifier: Apache-2.0
// What was found before signature, given in the form that is asked for.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOFREAD_GIVE_H
#define ENTENTE_WORKBENCH_TEXT_PROOFREAD_GIVE_H

#include "answers/proofread_answer.h"
#include "workbench/answer.h"

#include <entente/proofread.h>

// Leaves out what is less sure than the options ask for, and writes the rest into the answer.
//
// options  this library's own
// found    its findings are not changed, only another list of them is made
// Errors:  those of the forms
bool proofread_give(const struct entente_proofread_options *options, struct proofread_answer *found,
                    struct entente_answer *made, struct error *error) MUST_CHECK;

#endif
