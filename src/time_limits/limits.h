// SPDX-License-Identifier: Apache-2.0
// The time limits of an agreement: what must happen when, in whose words.

#ifndef ENTENTE_TIME_LIMITS_LIMITS_H
#define ENTENTE_TIME_LIMITS_LIMITS_H

#include "time_limits/limit.h"

// Finds every time limit in plain text or Markdown.
//
// Owner:   arena; strings are borrowed from the text and the clauses or live in the arena
// Errors:  BAD_INPUT for broken UTF-8, TOO_LARGE from 4 GiB
// Cost:    O(length)
bool limits_read(const struct limits_text *text, struct arena *arena, struct limits_found *found,
                 struct error *error) MUST_CHECK;

#endif
