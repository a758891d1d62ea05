// SPDX-License-Identifier: Apache-2.0
// When a draft was made, as its file says.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DATES_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DATES_H

#include "merge/merged.h"

// The date of each party's changes: `given` when not empty; else the latest date of the draft's
// tracked changes, else when it was last saved, else 2000-01-01T00:00:00Z. Never the clock.
struct str *dates_of_parties(const struct merged *merged, struct str given, struct arena *arena);

#endif
