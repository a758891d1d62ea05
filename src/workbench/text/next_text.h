// SPDX-License-Identifier: Apache-2.0
// The next base of a merged text in which wordings are chosen, in any form.

#ifndef ENTENTE_WORKBENCH_TEXT_NEXT_TEXT_H
#define ENTENTE_WORKBENCH_TEXT_NEXT_TEXT_H

#include "base/budget.h"
#include "workbench/text/choices.h"

// As a Word file, made from the base's own.
//
// Result: *notes: what could not be carried, a line each; may be empty
// Owner:  arena
// Errors: those of docx_write_next
bool next_docx(const struct entente_next_options *options, const struct merged *merged,
               const struct sheet *sheet, const struct choices *choices, struct arena *arena,
               struct str *bytes, struct str *notes, struct error *error) MUST_CHECK;

// As Markdown, text or a page.
//
// laid    the next base with the drafts on it, where somebody has laid them; NULL: they are compared
// Errors: those of merging
bool next_lines(const struct entente_next_options *options, const struct sheet *sheet,
                const struct choices *choices, const struct sheet *laid, struct budget *budget,
                struct arena *arena, struct str *bytes, struct error *error) MUST_CHECK;

// Errors: MISUSE where open slots are to be shown in a form that is none
bool next_form_check(const struct entente_next_options *options, struct error *error) MUST_CHECK;

#endif
