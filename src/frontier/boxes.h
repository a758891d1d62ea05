// SPDX-License-Identifier: Apache-2.0
// The dominance filter for four columns and more.

#ifndef ENTENTE_FRONTIER_BOXES_H
#define ENTENTE_FRONTIER_BOXES_H

#include "base/arena.h"

// As dominance_filter, for width at least 2.
void boxes_filter(const int64_t *points, size_t count, uint32_t width, const int64_t *slack,
                  bool *keep);

#endif
