// SPDX-License-Identifier: Apache-2.0
// Statements as JSON: all that was found, or the part that goes into a case.

#ifndef ENTENTE_WORKBENCH_CASE_STATEMENTS_JSON_H
#define ENTENTE_WORKBENCH_CASE_STATEMENTS_JSON_H

#include "base/builder.h"
#include "statements/statements.h"

#include <entente/entente.h>

// found[i] was read from files[i]. The form is that of docs/statements.md.
void statements_write_json(const struct entente_file *files, const struct statements_found *found,
                           size_t file_count, struct builder *out);

// The same statements as the list that `entente statement CASE -` takes.
void statements_write_proposal(const struct entente_file *files,
                               const struct statements_found *found, size_t file_count,
                               struct builder *out);

// What is told when no date of the report is known.
struct str statements_date_note(struct str file, struct arena *arena);

#endif
