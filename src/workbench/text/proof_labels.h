// SPDX-License-Identifier: Apache-2.0
// The numbers that a word processor would count in a choice of wordings.

#ifndef ENTENTE_WORKBENCH_TEXT_PROOF_LABELS_H
#define ENTENTE_WORKBENCH_TEXT_PROOF_LABELS_H

#include "merge/sheet.h"

// Counts the computed labels of one reading anew, in which points of the sheet are missing or new: each list
// goes on where it went on in the base and begins again where it began again there.
//
// one     of the sheet; its labels are the base's where it has them
// Owner:  arena
// Cost:   O(points)
void proof_labels_count(const struct sheet *sheet, struct sheet *one, struct arena *arena);

#endif
