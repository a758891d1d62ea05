// SPDX-License-Identifier: Apache-2.0
// Dates in languages other than English. Inside the room only.

#ifndef ENTENTE_PROSE_DATE_ELSEWHERE_H
#define ENTENTE_PROSE_DATE_ELSEWHERE_H

#include "prose/date_value.h"
#include "prose/prose.h"

// What date_read is in English: the tokens it takes, or 0.
size_t date_read_elsewhere(const struct prose *prose, size_t at, bool may_be_year,
                           struct date *date);

#endif
