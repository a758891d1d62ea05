// SPDX-License-Identifier: Apache-2.0
// How the numbers of an .xlsx file are shown: as numbers, days or per cent.

#ifndef ENTENTE_EXCHANGE_SPREADSHEET_XLSX_STYLES_H
#define ENTENTE_EXCHANGE_SPREADSHEET_XLSX_STYLES_H

#include "codec/xml.h"

enum xlsx_shown { SHOWN_NUMBER, SHOWN_PERCENT, SHOWN_DATE };

struct xlsx_styles {
    const uint8_t *shown; // by cell style: enum xlsx_shown
    size_t count;
};

// styles  may have no nodes: every number is a number then
struct xlsx_styles xlsx_styles_read(const struct xml *styles, struct arena *arena);
enum xlsx_shown xlsx_shown_as(const struct xlsx_styles *styles, int64_t style);

// A day number of the file as "2031-03-01", or "2031-03-01T14:30:00" with a part of a day. False for
// days before 1 March 1900, on which programs differ, and beyond the year 9999.
bool xlsx_date(struct str number, bool is_1904, struct arena *arena, struct str *date);

#endif
