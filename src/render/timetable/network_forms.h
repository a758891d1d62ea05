// SPDX-License-Identifier: Apache-2.0
// What can be said of a bare network of links, in JSON and for the terminal.

#ifndef ENTENTE_RENDER_TIMETABLE_NETWORK_FORMS_H
#define ENTENTE_RENDER_TIMETABLE_NETWORK_FORMS_H

#include "answers/network_answer.h"
#include "codec/json.h"

// One value, where a value may stand.
void network_json_write(struct json_writer *json, const struct network_answer *answer);
void network_print(struct builder *out, const struct network_answer *answer);

#endif
