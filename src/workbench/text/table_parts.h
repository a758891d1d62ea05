// SPDX-License-Identifier: Apache-2.0
// A table while it is laid: its files are read, then what was read is merged.

#ifndef ENTENTE_WORKBENCH_TEXT_TABLE_PARTS_H
#define ENTENTE_WORKBENCH_TEXT_TABLE_PARTS_H

#include "base/budget.h"
#include "base/list.h"
#include "exchange/open.h"
#include "merge/comparisons.h"
#include "workbench/text/prescribed.h"

#include <entente/merge.h>

struct table_options; // see table.h

struct laying {
    const struct table_options *options;
    struct budget *budget;
    struct arena *arena;
    struct list known;  // struct str: the authors of tracked changes that parties were drawn from
    struct list drafts; // struct party_draft
    struct list laid;   // const struct laid_points *: by draft, NULL of all but counter-drafts
    struct list notes;  // struct merge_note
    struct opened_package opened;     // the file that was read last
    struct prescribed_reading tables; // drafts that are tables of comments or columns
    const struct prescribed_table
        *base_table;           // the base is the first text of a table of columns; else NULL
    const uint32_t *base_rows; // by paragraph of it: its row
    const struct document *base_document; // the file that holds that table, and its bytes
    struct str base_bytes;
    bool
        // not where the base is nearly a table of comments itself: its drafts are copies of that
        takes_tables;
    struct error *error;
};

// Lists of its own, all empty. What else stands in it stays.
void laying_begin(struct laying *laying);

// --- Reading
void laying_add_note(struct laying *laying, enum note_kind kind, struct str party,
                     struct str words);
// Errors: TOO_LARGE above the limit of parties
bool laying_add_document(struct laying *laying, struct str party,
                         const struct document *document) MUST_CHECK;
bool laying_check_names(struct laying *laying, const struct entente_draft *drafts,
                        size_t draft_count) MUST_CHECK;
bool laying_open_base(struct laying *laying, const struct entente_file *file, bool draws_parties,
                      const struct document **base) MUST_CHECK;
// is_plain  NULL: a table of comments or columns is read as such; else it is not added and this says so
bool laying_add_copy(struct laying *laying, struct str party, const struct document *base,
                     const struct entente_file *file, bool *is_plain) MUST_CHECK;
bool laying_add_all(struct laying *laying, const struct entente_file *base_file,
                    const struct document *base, const struct entente_draft *drafts,
                    size_t draft_count) MUST_CHECK;
bool laying_check_authors(struct laying *laying) MUST_CHECK;

// --- Merging
// compared  what is known of the drafts, all of them; NULL: nothing
bool laying_merge(struct laying *laying, const struct document *base,
                  const struct comparisons *compared, struct merged *merged) MUST_CHECK;

#endif
