// SPDX-License-Identifier: Apache-2.0
// An act that came as JSON, taken as the fields that a form would have sent.

#ifndef ENTENTE_SERVE_ACT_JSON_H
#define ENTENTE_SERVE_ACT_JSON_H

#include "serve/visit.h"

// {"act": "stance", "slot": …, "by": ["US", "UA"]}: texts, numbers, yes and no; a list is a field
// several times. Anything deeper goes in as JSON, for acts that take it so. False: it was refused.
bool act_json_take(struct site_visit *visit);

#endif
