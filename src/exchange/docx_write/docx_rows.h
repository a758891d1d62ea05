// SPDX-License-Identifier: Apache-2.0
// A merged text as the table of columns that it was read from.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_ROWS_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_ROWS_H

#include "merge/sheet.h"

// Rows bear their own numbers and status; a party's cell says "=" where it has the base's words, else shows
// what it leaves out struck through and what it puts in underlined. Read again it has the same rows.
//
// sheet   has rows
// Owner:  arena
// Errors: TOO_LARGE
// Cost:   O(rows × parties + text)
bool docx_write_rows(const struct sheet *sheet, bool hide_names, struct arena *arena,
                     struct str *bytes, struct error *error) MUST_CHECK;

#endif
