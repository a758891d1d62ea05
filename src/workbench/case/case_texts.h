// SPDX-License-Identifier: Apache-2.0
// The texts that a handle keeps from one page to the next.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_TEXTS_H
#define ENTENTE_WORKBENCH_CASE_CASE_TEXTS_H

#include "base/list.h"
#include "merge/sheet_counts.h"
#include "workbench/case/case_shelf.h"

struct case_text {
    struct arena *arena; // its own
    struct str document;
    struct str key; // of what drafts it is made
    const struct merged *merged;
    struct sheet sheet;
    struct sheet_counts counts;
    struct entente_case_shelf *shelf;     // the other three lie there
    const struct shelf_text *shared;      // NULL: they are its own
    const struct proofread_answer *found; // before signature, where it is not shared; NULL: not yet
    const struct str *slot_ids; // by slot of the sheet: its id in the case; empty: it has none
};

// Gives one text back, with what it has of the shelf.
void case_text_close(struct case_text *text);

struct case_texts;

// Where the text of a document is kept; one with an empty key was never laid. *texts is made when
// there is none.
struct case_text **case_texts_place(struct case_texts **texts, struct str document);
// Gives back all texts. NULL is fine.
void case_texts_close(struct case_texts *texts);

#endif
