// SPDX-License-Identifier: Apache-2.0
// A merged text as a person reads it: what is never read back. The forms that are read back, JSON and
// brackets, with those that share their lines, are in exchange/merged.

#ifndef ENTENTE_RENDER_TEXT_MERGED_FORMS_H
#define ENTENTE_RENDER_TEXT_MERGED_FORMS_H

#include "answers/merge_answer.h"
#include "base/builder.h"

// One HTML page. style->form is one of brackets, proposals, options, redline, columns.
// Cost: O(length of the result); columns: O(points × parties) more
struct str merged_page(const struct sheet *sheet, const struct merged_style *style,
                       struct arena *arena);

// A Markdown table: point | base | a column a party | agreed text.
// Cost: O(points × parties + length)
struct str merged_columns(const struct sheet *sheet, bool hide_names, struct arena *arena);

// What is open all in all and by party, and the notes, in lines.
struct str merged_summary(const struct merge_answer *answer, struct arena *arena);

#endif
