// SPDX-License-Identifier: Apache-2.0
// Scenarios in JSON whose values need not be known (docs/bargain.md, "When scores are not known").

#ifndef ENTENTE_EXCHANGE_BARGAIN_UNCERTAIN_JSON_H
#define ENTENTE_EXCHANGE_BARGAIN_UNCERTAIN_JSON_H

#include "codec/json.h"
#include "uncertain_values/values.h"

// Reads a scenario of either kind.
//
// source     the file's name, for errors
// Result:    *scenario; with every value exact uncertain->parties is NULL, else uncertain->scenario
//            is scenario, whose scores and reserves then count for exact parties only
// Owner:     arena
// Errors:    those of scenario_json_read, with line and part ("parties[1].prefers[0]")
bool uncertain_json_read(struct str source, struct str text, const struct input_limits *limits,
                         struct arena *arena, struct scenario *scenario,
                         struct uncertain *uncertain, struct error *error) MUST_CHECK;

#endif
