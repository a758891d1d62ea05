// SPDX-License-Identifier: Apache-2.0
// Values as people read them.

#ifndef ENTENTE_RENDER_BARGAIN_VALUE_TEXT_H
#define ENTENTE_RENDER_BARGAIN_VALUE_TEXT_H

#include "bargain/scenario.h"

#define VALUE_PLACES 4

// A value in the units of the profiles, to VALUE_PLACES places: "12", "0.8021".
// Owner: arena
struct str value_text(const struct scenario *scenario, int64_t value, struct arena *arena);

#endif
