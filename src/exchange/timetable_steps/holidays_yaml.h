// SPDX-License-Identifier: Apache-2.0
// Lists of holidays in YAML, one for each place.

#ifndef ENTENTE_EXCHANGE_TIMETABLE_STEPS_HOLIDAYS_YAML_H
#define ENTENTE_EXCHANGE_TIMETABLE_STEPS_HOLIDAYS_YAML_H

#include "codec/json.h"
#include "timetable/calendar.h"

// The calendar of one place from a tree that yaml_read made. Forms, from the fullest:
//   UA: {weekend: [saturday, sunday], holidays: [2025-01-01, 12-25]}
//   UA: [2025-01-01, 12-25]      a date without a year is a holiday of every year
//   - 2025-01-01                 one list, for whatever place
// An item may be {date: 2025-01-01, name: New Year's Day}.
//
// place    empty: the only place of the file
// text     the file, to count lines for errors
// Errors:  BAD_INPUT with line and column: no such date, no such weekday, no such place
bool holidays_from_yaml(struct str source, struct str text, const struct json *tree,
                        struct str place, struct arena *arena, struct calendar *calendar,
                        struct error *error) MUST_CHECK;

#endif
