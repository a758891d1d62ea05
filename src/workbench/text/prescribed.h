// SPDX-License-Identifier: Apache-2.0
// Tables that institutions prescribe, given as drafts: made into what each party would have sent as a
// copy.

#ifndef ENTENTE_WORKBENCH_TEXT_PRESCRIBED_H
#define ENTENTE_WORKBENCH_TEXT_PRESCRIBED_H

#include "base/list.h"
#include "exchange/comment_and_column_tables/prescribed_table.h"
#include "merge/merge.h"
#include "merge/suggestions.h"

// A draft that is a column, and its row of each paragraph.
struct column_draft {
    const struct prescribed_table *table;
    const struct document *document;
    uint32_t column;
    const uint32_t *rows;
};

// The base over which tables are read, and what was found in them.
struct prescribed_reading {
    const struct document *base;
    struct suggestion_base *places; // made when the first table needs it
    struct arena *arena;
    struct list comments; // struct row_comment
    struct list notes;    // struct merge_note
    struct list parties;  // struct str: those whose drafts were made of tables
    struct list columns;  // struct column_draft
};

struct prescribed_reading prescribed_reading_make(const struct document *base, struct arena *arena);
bool prescribed_is_party(const struct prescribed_reading *reading, struct str party);

// A table of comments of one party, or the rows of one delegation in it.
//
// delegation  empty: all rows
// Result:     draft->document; comments and notes are added to the reading
// Errors:     as suggestions_apply; BAD_INPUT when no row has a place in the base
bool prescribed_comments_draft(struct prescribed_reading *reading,
                               const struct prescribed_table *table, struct str file,
                               struct str delegation, struct party_draft *draft,
                               struct error *error) MUST_CHECK;

// The delegations that a table of comments names, in their order (struct str); none when it has no
// such column.
struct list prescribed_delegations(const struct prescribed_table *table, struct arena *arena);

// A column of a table of columns as the draft of the party that heads it.
bool prescribed_column_draft(struct prescribed_reading *reading,
                             const struct prescribed_table *table, uint32_t column, struct str file,
                             struct party_draft *draft, struct error *error) MUST_CHECK;
// The id of the party that heads a column, in a case: "EP_Mandate" for "EP Mandate". Owner: arena
struct str prescribed_party_id(struct str head, struct arena *arena);
// The column that a party heads, by its name or that id; NO_INDEX: none.
uint32_t prescribed_party_column(const struct prescribed_table *table, struct str party);

#endif
