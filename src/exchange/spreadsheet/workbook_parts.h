// SPDX-License-Identifier: Apache-2.0
// What the readers of spreadsheets share.

#ifndef ENTENTE_EXCHANGE_SPREADSHEET_WORKBOOK_PARTS_H
#define ENTENTE_EXCHANGE_SPREADSHEET_WORKBOOK_PARTS_H

#include "codec/xml.h"
#include "codec/zip.h"
#include "exchange/spreadsheet/spreadsheet.h"

struct workbook_reader {
    struct str name; // the file's
    struct zip zip;
    const struct input_limits *limits;
    struct arena *arena;
    struct error *error;
    struct list grids; // struct grid
    struct list notes; // struct str
    uint32_t covered;
    uint32_t without_result; // formulas
};

bool xlsx_read(struct workbook_reader *reader) MUST_CHECK;
bool ods_read(struct workbook_reader *reader) MUST_CHECK;

// A part as a tree; *xml stays empty (no nodes) when the archive has none of that name.
bool workbook_part(struct workbook_reader *reader, struct str part, struct xml *xml) MUST_CHECK;
// Ends a grid and enters it.
void workbook_add_grid(struct workbook_reader *reader, struct grid_maker *maker, struct str name,
                       bool is_hidden);

// Steps through a tree by local names: one vocabulary a format, prefixes and editions aside.
bool node_is(const struct xml *xml, uint32_t node, const char *local);
// The first child of that name; NODE_NONE when there is none.
#define NODE_NONE UINT32_MAX
uint32_t node_child(const struct xml *xml, uint32_t node, const char *local);
// An attribute by its local name; empty when it is absent.
struct str node_value(const struct xml *xml, uint32_t node, const char *local);
// The same as a whole number; `otherwise` when it is absent or none.
int64_t node_number(const struct xml *xml, uint32_t node, const char *local, int64_t otherwise);

// A stored number as plain decimal, with the fifteen digits that spreadsheets show:
// "0.10000000000000001" as "0.1", "1.2E3" as "1200". Empty when it is no number, or too long to
// be written out.
struct str number_plain(struct str stored, struct arena *arena);

#endif
