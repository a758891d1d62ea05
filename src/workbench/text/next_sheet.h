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

// The texts that go on from it, each as a file of the kind that the base was: the base with what is settled
// in it, or what a party's text reads like with that.
//
// Owner: arena
struct next_texts {
    struct entente_file base;
    const struct entente_draft *drafts; // one a party
};
struct next_texts next_texts_make(const struct sheet *sheet, const struct choices *choices,
                                  struct arena *arena);

#endif
