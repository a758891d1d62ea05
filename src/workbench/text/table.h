// SPDX-License-Identifier: Apache-2.0
// The table that a merge is laid on: the base and every party's draft, opened and joined.

#ifndef ENTENTE_WORKBENCH_TEXT_TABLE_H
#define ENTENTE_WORKBENCH_TEXT_TABLE_H

#include "base/budget.h"
#include "merge/merge.h"
#include "workbench/text/counter_draft.h"
#include "workbench/text/gate.h"

#include <entente/merge.h>

struct opened_package; // see exchange/open.h

struct table_options {
    enum entente_struck struck;
    const struct entente_author *authors;
    size_t author_count;
    bool authors_must_be_known; // each author named must have tracked changes
    struct draft_gate gate;
    const char *const *fragments; // parties whose drafts are fragments
    size_t fragment_count;
    const struct draft_manner
        *manners; // by draft, beside the fragments that are named; NULL: copies
    bool keep_last_mark;
    const struct opened_package
        *opened;            // a file that is read already, in the same arena; NULL: none
    bool takes_all_changes; // two texts are compared: whose a tracked change is makes no difference
    bool carries_asides; // the output is a redline, which carries new comments and bookmarks itself
};

// Opens the files, draws the parties of files without a party's name from their tracked changes,
// joins all. With no drafts the base's own tracked changes are the drafts.
//
// Owner:  arena; files are borrowed
// Errors: those of the readers and of merge_drafts; BAD_INPUT for a draft made from another base
bool table_lay(const struct entente_file *base, const struct entente_draft *drafts,
               size_t draft_count, const struct table_options *options, struct budget *budget,
               struct arena *arena, struct merged *merged, struct error *error) MUST_CHECK;

// Opens the files and compares the drafts with the base, so that any choice of them can be joined
// by merge_chosen. Drafts made from another base are taken as they are.
//
// drafts  at least one; all with their party's name
// manners  by draft
// Owner:  arena, which the documents live in; the table is in `scratch`, which need not live as long
// Errors: those of the readers; STOPPED
bool table_compare(const struct entente_file *base, const struct entente_draft *drafts,
                   size_t draft_count, const struct draft_manner *manners, struct budget *budget,
                   struct arena *arena, struct arena *scratch, const struct merge_table **table,
                   struct error *error) MUST_CHECK;

// Lays a merge out to be read, and says of each change of format what people see of it.
void table_sheet(const struct merged *merged, struct arena *arena, struct sheet *sheet);

// "2031-03-01" as the moment that .docx files want, "2031-03-01T00:00:00Z"; longer forms stay as
// they are, NULL is empty.
struct str table_date(const char *date, struct arena *arena);

#endif
