// SPDX-License-Identifier: Apache-2.0
// In which clause a limit stands. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_CLAUSES_H
#define ENTENTE_TIME_LIMITS_CLAUSES_H

#include "time_limits/limits_parts.h"

// A walk through the text; begins as {0}.
struct clause_walk {
    struct str label;
    size_t clause; // the caller's next
    size_t token;
};

// The clause in which a token stands, which must not be before the last one asked for: the caller's,
// else the label where its line or one before begins.
struct str clauses_at(const struct limits_reading *reading, struct clause_walk *walk, size_t token);

// The tokens of the label that the line at a token begins with; 0: it begins no line, or with none.
size_t clauses_label(const struct prose *prose, size_t at);

// Gives every limit its clause.
void clauses_place(struct limits_reading *reading);

#endif
