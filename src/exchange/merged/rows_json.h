// SPDX-License-Identifier: Apache-2.0
// The rows of the table of columns that a text was merged from, in JSON.

#ifndef ENTENTE_EXCHANGE_MERGED_ROWS_JSON_H
#define ENTENTE_EXCHANGE_MERGED_ROWS_JSON_H

#include "codec/json.h"
#include "merge/sheet.h"

// Writes "row_heads" and "rows" of a merged text; nothing where it has no rows.
void rows_json_write(struct json_writer *out, const struct sheet *sheet);

// Reads both again into the sheet, whose parties are read; a row that cannot be read says nothing and has no
// words. Points get their rows by the numbers that `point_rows` says they bear, one a point, empty: none.
// Owner: arena
void rows_json_read(const struct json *root, const struct str *point_rows, struct arena *arena,
                    struct sheet *sheet);

#endif
