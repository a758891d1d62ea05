// SPDX-License-Identifier: Apache-2.0
// The table of addresses.

#ifndef ENTENTE_SERVE_ROUTES_H
#define ENTENTE_SERVE_ROUTES_H

#include "serve/visit.h"

// The table of all addresses; ends with pattern == NULL.
extern const struct route routes[];
// The row for a request; fills the visit. NULL: there is none, and *is_known says whether the address is
// there for another method.
const struct route *route_find(struct site_visit *visit, bool *is_known);

#endif
