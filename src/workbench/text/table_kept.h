// SPDX-License-Identifier: Apache-2.0
// A base and copies of it, read and compared once and kept: the next merge of them reads no file.

#ifndef ENTENTE_WORKBENCH_TEXT_TABLE_KEPT_H
#define ENTENTE_WORKBENCH_TEXT_TABLE_KEPT_H

#include "workbench/text/table.h"

// It owns all that was read. A merge that was laid of it borrows its documents.
struct table_kept;

// The base, read as every merge reads it.
//
// Result: *kept NULL where it is no plain text (the first text of a table of columns): lay its table anew
// Errors: those of the readers
bool table_keep(const struct entente_file *base, struct budget *budget, struct table_kept **kept,
                struct error *error) MUST_CHECK;
// NULL is fine.
void table_kept_close(struct table_kept *kept);

// By what name a copy is kept: of its content and its file's name. How many there are.
bool table_kept_has(const struct table_kept *kept, struct str key);
size_t table_kept_count(const struct table_kept *kept);
// Reads one more copy and compares it.
//
// Result: *is_plain is false where the file is no copy but a table of comments or columns; it is not kept
// Errors: those of the readers; STOPPED
bool table_keep_copy(struct table_kept *kept, struct str key, const struct entente_file *file,
                     struct budget *budget, bool *is_plain, struct error *error) MUST_CHECK;

// A party's copy by its key.
struct kept_seat {
    struct str party;
    struct str key;
};
// As table_lay does, of copies that are all kept.
//
// Owner:  arena; documents stay with `kept`
// Errors: those of merge_drafts
bool table_lay_kept(struct table_kept *kept, const struct kept_seat *seats, size_t count,
                    const struct draft_gate *gate, struct budget *budget, struct arena *arena,
                    struct merged *merged, struct error *error) MUST_CHECK;

#endif
