// SPDX-License-Identifier: Apache-2.0
// What a merged text keeps of the table of columns that was its base.

#ifndef ENTENTE_WORKBENCH_TEXT_KEPT_ROWS_H
#define ENTENTE_WORKBENCH_TEXT_KEPT_ROWS_H

#include "merge/merged.h"
#include "merge/numbered_rows.h"
#include "workbench/text/prescribed.h"

// base_rows  by paragraph of the base: its row
// Owner: arena, and the table. Cost: O(rows × parties + text)
const struct numbered_rows *kept_rows_of(const struct prescribed_table *table,
                                         const uint32_t *base_rows,
                                         const struct prescribed_reading *reading,
                                         const struct merged *merged, struct arena *arena);

#endif
