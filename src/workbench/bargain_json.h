// SPDX-License-Identifier: Apache-2.0
// The exact answer to a scenario as JSON (docs/bargain.md lists the members).

#ifndef ENTENTE_WORKBENCH_BARGAIN_JSON_H
#define ENTENTE_WORKBENCH_BARGAIN_JSON_H

#include "bargain/solution.h"
#include "codec/json.h"

// Writes the members of the answer into an object that is open.
void bargain_json_write(const struct solution *solution, struct json_writer *writer);

#endif
