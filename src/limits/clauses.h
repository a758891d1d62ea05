// SPDX-License-Identifier: Apache-2.0
// In which clause a limit stands. Inside the room only.

#ifndef ENTENTE_LIMITS_CLAUSES_H
#define ENTENTE_LIMITS_CLAUSES_H

#include "limits/limits_parts.h"

// Gives every limit its clause: the caller's, else the label where its line or one before begins.
void clauses_place(struct limits_reading *reading);

#endif
