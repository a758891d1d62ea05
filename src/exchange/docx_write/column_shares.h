// SPDX-License-Identifier: Apache-2.0
// How wide the columns of a table of texts should be beside one another.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_COLUMN_SHARES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_COLUMN_SHARES_H

#include "base/arena.h"
#include "base/str.h"

// A column gets room by what its cells say on average and at the most, and at least for its words.
//
// cells  row by row, the heads first
// Owner: arena; none is 0
// Cost:  O(text)
const uint32_t *column_shares(const struct str *cells, size_t cell_count, uint32_t column_count,
                              struct arena *arena);
// The same parted among `whole`: their sum is not above it. Owner: arena
const uint32_t *column_widths(const uint32_t *shares, uint32_t column_count, uint32_t whole,
                              struct arena *arena);

#endif
