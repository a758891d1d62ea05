// SPDX-License-Identifier: Apache-2.0
// Bargaining scenarios as JSON, the format "entente-bargain/1" (docs/bargain.md).

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCENARIO_JSON_H
#define ENTENTE_EXCHANGE_BARGAIN_SCENARIO_JSON_H

#include "bargain/scenario.h"
#include "codec/json.h"

// Reads a scenario. Options may be named by number (from 0) or by name, issues likewise.
//
// source   the file's name, for errors
// Owner:   arena
// Errors:  BAD_INPUT and TOO_LARGE with line and part ("parties[1].scores[3]")
bool scenario_json_read(struct str source, struct str text, const struct input_limits *limits,
                        struct arena *arena, struct scenario *scenario,
                        struct error *error) MUST_CHECK;

#endif
