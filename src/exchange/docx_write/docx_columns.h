// SPDX-License-Identifier: Apache-2.0
// A merged text as a landscape Word table: point | base | a column a party | agreed.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_COLUMNS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_COLUMNS_H

#include "merge/sheet.h"

struct docx_columns_options {
    bool hide_names; // "Party 1" for the parties' names
};

// One row a point, with a stable number and a status letter and colour (A agreed, P proposed,
// D disputed, M moved, N renumbered only). A party's cell says "=" where it keeps the base, else
// shows what it leaves out struck through and what it puts in underlined.
//
// Owner:  arena
// Errors: TOO_LARGE
// Cost:   O(points × parties + text)
bool docx_write_columns(const struct sheet *sheet, const struct docx_columns_options *options,
                        struct arena *arena, struct str *bytes, struct error *error) MUST_CHECK;

#endif
