// SPDX-License-Identifier: Apache-2.0
// The columns of a table that came from a text without widths.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_TABLE_GRID_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_TABLE_GRID_H

#include "base/builder.h"
#include "text/document.h"

// Adds w:tblGrid. The page's width is shared out: each column gets its longest word whole as long
// as there is room, the rest goes to the columns with most to say.
//
// table  a BLOCK_TABLE
// Cost: linear in the table's text
void table_add_grid(const struct document *document, uint32_t table, struct builder *out);

#endif
