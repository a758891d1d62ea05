// SPDX-License-Identifier: Apache-2.0
// The text of a document as its current drafts leave it, kept in the handle: a stance changes none of
// it, so the next page costs no merge.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_TEXT_H
#define ENTENTE_WORKBENCH_CASE_CASE_TEXT_H

#include "workbench/case/case.h"
#include "workbench/case/case_texts.h"

// The text, laid again only where a draft came or went since it was last asked for.
//
// Result: *text lives until the next verb of the handle; NULL where the document has no base yet
// Errors: those of the readers and of the merge; STOPPED
// Cost:   without a new draft O(drafts)
bool case_text_of(struct entente_case *handle, struct str document, struct budget *budget,
                  const struct case_text **text, struct error *error) MUST_CHECK;

#endif
