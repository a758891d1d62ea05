// SPDX-License-Identifier: Apache-2.0
// Slots at the end of a story or cell, for formats in which its last mark can neither go nor come.

#ifndef ENTENTE_MERGE_LAST_MARKS_H
#define ENTENTE_MERGE_LAST_MARKS_H

#include "merge/merged.h"

// Moves the slots of whole paragraphs that take in such a last mark to the mark before, or leaves it out.
// Numbers of slots and variants stay.
// Owner: arena
void merged_spare_last_marks(const struct merged *merged, struct arena *arena,
                             struct merged *spared);

#endif
