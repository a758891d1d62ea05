// SPDX-License-Identifier: Apache-2.0
// A compilation of comments: what every delegation suggests and says, provision by provision.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_COMPILATION_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_COMPILATION_H

#include "exchange/docx_write/docx_columns.h"

// A landscape table: row | point | base text | delegation | drafting suggestions | comments. A provision has
// a row for each delegation that suggests or says something of it, its base joined over them. In a suggestion
// what goes is struck and what is new is highlighted. Read again as a table of comments it gives the same
// drafts and comments; rows and cells that came or went are told in words and are not read again.
//
// Owner:  arena
// Errors: TOO_LARGE
// Cost:   O(points × parties + comments + text)
bool docx_write_compilation(const struct sheet *sheet, const struct docx_columns_options *options,
                            struct arena *arena, struct str *bytes, struct error *error) MUST_CHECK;

#endif
