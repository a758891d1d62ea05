// SPDX-License-Identifier: Apache-2.0
// Values as people read them.

#ifndef ENTENTE_RENDER_BARGAIN_VALUE_TEXT_H
#define ENTENTE_RENDER_BARGAIN_VALUE_TEXT_H

#include "advice/prospects.h"

#define VALUE_PLACES 4

// A value in the units of the profiles, to VALUE_PLACES places: "12", "0.8021".
// Owner: arena
struct str value_text(const struct scenario *scenario, int64_t value, struct arena *arena);
// A gain as far as it is known: "12", "at most 12", "7 to 12".
// Owner: arena
struct str gain_text(const struct scenario *scenario, struct gain_range gain, struct arena *arena);

#endif
