// SPDX-License-Identifier: Apache-2.0
// A merged text in which some slots are settled: they are agreed text, and only the others slots still.

#ifndef ENTENTE_WORKBENCH_TEXT_NEXT_SHEET_H
#define ENTENTE_WORKBENCH_TEXT_NEXT_SHEET_H

#include "base/budget.h"
#include "workbench/text/choices.h"

// Merges what every party's text reads like with the settled wordings in it.
//
// Owner:  arena
// Errors: those of merging
bool next_sheet(const struct sheet *sheet, const struct choices *choices, struct budget *budget,
                struct arena *arena, struct sheet *next, struct error *error) MUST_CHECK;

#endif
