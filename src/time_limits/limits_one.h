// SPDX-License-Identifier: Apache-2.0
// The limits of a text that is in one language. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_LIMITS_ONE_H
#define ENTENTE_TIME_LIMITS_LIMITS_ONE_H

#include "time_limits/languages.h"

// language: NULL for English. Owner and errors as in limits_read.
bool limits_read_one(const struct limits_text *text, const struct limit_language *language,
                     struct arena *arena, struct limits_found *found,
                     struct error *error) MUST_CHECK;

#endif
