// SPDX-License-Identifier: Apache-2.0
// What a table of comments says, as entries of a case: comments at their points, and reservations.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_COMMENTS_H
#define ENTENTE_WORKBENCH_CASE_CASE_COMMENTS_H

#include "casefile/casefile.h"
#include "merge/sheet.h"

// Adds to the act the comments that the draft's table makes, each once however often it comes, and for
// a comment
// that is a reservation and nothing else the stance "reserve" on every slot of its point. After the
// slots are in
// the act.
//
// Result: lines on what was entered; may be empty
struct str case_comments_enter(const struct items *items, const struct item *draft,
                               const struct merged *merged, const struct sheet *sheet,
                               struct act *act, struct arena *arena);

#endif
