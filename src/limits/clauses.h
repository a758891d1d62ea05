// SPDX-License-Identifier: Apache-2.0
// In which clause a limit stands, and which clause the words cite. Inside the room only.

#ifndef ENTENTE_LIMITS_CLAUSES_H
#define ENTENTE_LIMITS_CLAUSES_H

#include "limits/limits_parts.h"

// Gives every limit its clause: the caller's, else the label where its line or one before begins.
void clauses_place(struct limits_reading *reading);

// "point 7", "paragraph 3(a)", "Article 12" at this word.
// Result: the words it takes, 0: none; *label is "7", "3(a)", "12"
size_t clause_cited(const struct prose *prose, size_t at, struct str *label);

#endif
