// SPDX-License-Identifier: Apache-2.0
// Worths as people read them.

#ifndef ENTENTE_EXCHANGE_BARGAIN_WORTH_TEXT_H
#define ENTENTE_EXCHANGE_BARGAIN_WORTH_TEXT_H

#include "bargain/scenario.h"

#define WORTH_PLACES 4

// A worth in the units of the profiles, to WORTH_PLACES places: "12", "0.8021".
// Owner: arena
struct str worth_text(const struct scenario *scenario, int64_t worth, struct arena *arena);

#endif
