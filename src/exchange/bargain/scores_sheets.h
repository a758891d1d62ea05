// SPDX-License-Identifier: Apache-2.0
// A scenario as the sheets of a table that scores_table_read reads again.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORES_SHEETS_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORES_SHEETS_H

#include "bargain/scenario.h"
#include "exchange/spreadsheet/spreadsheet.h"

// Whether a table can hold all of it: one without pair values and time links, whose worths have an end
// behind the point.
bool scores_sheets_can(const struct scenario *scenario);

// Writes the sheets "Scores" and "Rules". scores_sheets_can must hold.
//
// Owner:   arena
// Errors:  TOO_LARGE above the cells that a sheet may have
bool scores_sheets_make(const struct scenario *scenario, struct arena *arena, struct grid *scores,
                        struct grid *rules, struct error *error) MUST_CHECK;

#endif
