// SPDX-License-Identifier: Apache-2.0
// Lays a merged text out to be read.

#ifndef ENTENTE_MERGE_SHEET_LAY_H
#define ENTENTE_MERGE_SHEET_LAY_H

#include "merge/sheet.h"

// Lays a merged text out as points and segments.
// Owner: arena; texts are borrowed from the documents
void sheet_lay(const struct merged *merged, struct arena *arena, struct sheet *sheet);

#endif
