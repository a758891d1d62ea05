// SPDX-License-Identifier: Apache-2.0
// Tables of text (RFC 4180, and what programs really write).

#ifndef ENTENTE_CODEC_CSV_H
#define ENTENTE_CODEC_CSV_H

#include "base/builder.h"
#include "base/error.h"

#include <stdint.h>

struct csv_row {
    const struct str *cells; // without the white space around them, unless quoted
    size_t count;            // at least 1
    size_t line;             // where the row begins, from 1
};

struct csv {
    const struct csv_row *rows; // rows with nothing in them are left out
    size_t count;
    char separator; // ',', ';' or a tab: the one that stands most often outside quotes
};

// Cuts a table into rows and cells. Lines end with LF, CR or CRLF; a byte order mark is skipped; a
// cell in quotes may hold separators, line ends and doubled quotes.
//
// source   the file's name, for errors
// Owner:   arena; cells without doubled quotes are borrowed from the text
// Errors:  BAD_INPUT with the line: broken UTF-8, a quote that nothing closes, text behind one
// Cost:    O(length)
bool csv_read(struct str source, struct str text, struct arena *arena, struct csv *csv,
              struct error *error) MUST_CHECK;

// Each adds one cell of its kind. Separators and line ends are the caller's.
//
// Words stand in quotes, their own quotes doubled. What a spreadsheet would take for a formula, because it
// begins with = + - @ or a control character, gets an apostrophe before it, so that opening a table
// never computes what somebody has written. A number stands as it is.
void csv_words(struct builder *out, struct str words);
void csv_number(struct builder *out, int64_t number);

#endif
