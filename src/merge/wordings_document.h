// SPDX-License-Identifier: Apache-2.0
// Wordings of which only the words are known, as paragraphs and tables of a document.

#ifndef ENTENTE_MERGE_WORDINGS_DOCUMENT_H
#define ENTENTE_MERGE_WORDINGS_DOCUMENT_H

#include "merge/sheet.h"
#include "text/draft.h"

struct document_draft wordings_begin(struct arena *arena);
// Adds a wording of a slot; gives its bytes in the document that is being built.
struct range wordings_add(struct document_draft *draft, const struct sheet_slot *slot,
                          const struct point *point, const struct wording *wording);
// Adds the mark of a paragraph like this one.
void wordings_add_mark(struct document_draft *draft, const struct paragraph *like);
// Adds words inside a paragraph.
struct range wordings_add_text(struct document_draft *draft, struct str text);
const struct document *wordings_end(struct document_draft *draft);

#endif
