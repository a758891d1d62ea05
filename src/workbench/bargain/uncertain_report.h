// SPDX-License-Identifier: Apache-2.0
// Everything found about a scenario with uncertain values, for its faces.

#ifndef ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_REPORT_H
#define ENTENTE_WORKBENCH_BARGAIN_UNCERTAIN_REPORT_H

#include "codec/json.h"
#include "uncertain/questions.h"

#define UNCERTAIN_STOPPED                                                                          \
    "a limit was reached before all was worked out; what is said is proved, counts may be bounds"

struct uncertain_report {
    const struct assessment *assessment;
    const struct questions *questions; // NULL: the budget was spent before
    const struct assessed *draft;      // NULL: not asked for
    bool draft_is_allowed;             // by rules and times
    bool is_stopped;                   // what the report says is proved, and more might have been
};

void uncertain_text_write(const struct uncertain_report *report, struct builder *out);
// Members of an open object.
void uncertain_json_write(const struct uncertain_report *report, struct json_writer *writer);
// A row for each package listed.
void uncertain_csv_write(const struct uncertain_report *report, struct builder *out);

// "surely", "possibly", "never" or "open".
struct str standing_word(enum standing standing);

#endif
