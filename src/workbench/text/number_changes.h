// SPDX-License-Identifier: Apache-2.0
// Which kept paragraphs count otherwise in some draft.

#ifndef ENTENTE_WORKBENCH_TEXT_NUMBER_CHANGES_H
#define ENTENTE_WORKBENCH_TEXT_NUMBER_CHANGES_H

#include "merge/merged.h"

// Fills in what parties changed in the lists of Word files. Owner: arena
void number_changes_find(struct merged *merged, struct arena *arena);

#endif
