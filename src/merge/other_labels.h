// SPDX-License-Identifier: Apache-2.0
// The numbers that a point bears in a party's text, where they are not those of the base.

#ifndef ENTENTE_MERGE_OTHER_LABELS_H
#define ENTENTE_MERGE_OTHER_LABELS_H

#include "merge/sheet.h"

// Fills point.labels. The drafts are walked beside the points: a party's reading is its draft, paragraph
// by paragraph; a kept paragraph says where the walk is.
//
// Owner: arena
// Cost:  O(points * parties), nothing where no text has computed numbers
void other_labels_lay(const struct merged *merged, const struct sheet *sheet, struct point *points,
                      struct arena *arena);

// The number of a line of a point (0: the first) in a reading. False when it bears none, or none that was
// computed: then it may stand in the text.
bool point_label(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                 uint32_t line, struct str *label);

// Whether the first line bears another number in a reading than in the base; *label may be empty.
bool point_label_differs(const struct sheet *sheet, const struct point *point,
                         struct sheet_reading reading, struct str *label);

#endif
