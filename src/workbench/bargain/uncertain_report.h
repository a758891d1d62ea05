// SPDX-License-Identifier: Apache-2.0
// The forms in which the answer about uncertain values is shown.

#ifndef ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_REPORT_H
#define ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_REPORT_H

#include "answers/uncertain_answer.h"
#include "codec/json.h"

#include <entente/bargain.h>

#define UNCERTAIN_STOPPED                                                                          \
    "a limit was reached before all was worked out; what is said is proved, counts may be bounds"

void uncertain_text_write(const struct uncertain_answer *report, struct builder *out);
// Members of an open object.
void uncertain_json_write(const struct uncertain_answer *report, struct json_writer *writer);
// A row for each package listed.
void uncertain_csv_write(const struct uncertain_answer *report, struct builder *out);

// An answer in one of its forms, which is any but ENTENTE_BARGAIN_SVG.
struct str uncertain_write(enum entente_bargain_form form, const struct uncertain_answer *answer,
                           struct arena *arena);

// "surely", "possibly", "never" or "open".
struct str standing_word(enum standing standing);

#endif
