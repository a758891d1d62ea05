// SPDX-License-Identifier: Apache-2.0
// What is found in a document of a case before signature, without what the viewer has accepted as it is.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_FINDINGS_H
#define ENTENTE_WORKBENCH_CASE_CASE_FINDINGS_H

#include "answers/proofread_answer.h"
#include "workbench/case/case_text.h"

// The text is looked through once, for all who share it, and again only when a draft has come or gone.
//
// Owner:  arena and the text, which lives until the next verb of the handle
// Errors: those of case_text_of and proof_merged; NOT_FOUND where there is no such document, or no base
bool case_findings_of(struct entente_case *handle, struct str document, struct budget *budget,
                      struct arena *arena, struct proofread_answer *found,
                      struct error *error) MUST_CHECK;

// Whether an item of kind "finding" is about this document.
bool case_finding_is_of(const struct item *item, struct str document);

#endif
