// SPDX-License-Identifier: Apache-2.0
// Names and what is made of their first letters: "US" for "United States", "IAEA" for a long one.

#ifndef ENTENTE_COUNTERPARTS_INITIALS_H
#define ENTENTE_COUNTERPARTS_INITIALS_H

#include "base/str.h"

// Result: true when `name` consists of capitals that are, in order, the first letters of neighbouring words
//         with capitals in `text` ("OSCE": small words between them count for nothing), or when the first
//         letters of its own words stand in `text` as one word of capitals ("U.S." too).
// Cost:   O(length of text * length of name)
bool initials_join(struct str name, struct str text);

#endif
