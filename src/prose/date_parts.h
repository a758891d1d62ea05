// SPDX-License-Identifier: Apache-2.0
// The parts that dates are read from, in every language. Inside the room only.

#ifndef ENTENTE_PROSE_DATE_PARTS_H
#define ENTENTE_PROSE_DATE_PARTS_H

#include "prose/date_value.h"
#include "prose/prose.h"

bool date_part_is_year(int64_t number);
// Each gives the tokens it takes, 0 where it is not there.
size_t date_part_year(const struct prose *prose, size_t at, int32_t *year);
size_t date_part_month(const struct prose *prose, size_t at, struct date *date);
size_t date_part_weekday(const struct prose *prose, size_t at, struct date *date);
// Three numbers joined by - . or /.
size_t date_part_numeric(const struct prose *prose, size_t at, struct date *date);
// Marks a day that its month does not have.
void date_part_check(struct date *date);

#endif
