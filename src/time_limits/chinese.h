// SPDX-License-Identifier: Apache-2.0
// Chinese has no blanks between words: lengths of time and dates are found character by character.

#ifndef ENTENTE_TIME_LIMITS_CHINESE_H
#define ENTENTE_TIME_LIMITS_CHINESE_H

#include "time_limits/limit.h"

// Finds dates, lengths of time and what stands right behind them ("within", "before", "from"); what they
// are counted from is not read. A length that says no more than itself is listed as not read.
//
// Owner and errors as in limits_read
// Cost:   O(length)
bool chinese_limits_read(const struct limits_text *text, struct arena *arena,
                         struct limits_found *found, struct error *error) MUST_CHECK;

#endif
