// SPDX-License-Identifier: Apache-2.0
// The scores that were sealed in a case and that the viewer may weigh.

#ifndef ENTENTE_WORKBENCH_DESK_DESK_WORTHS_H
#define ENTENTE_WORKBENCH_DESK_DESK_WORTHS_H

#include "uncertain_values/values.h"
#include "workbench/workbench_pages/desk_parts.h"

// What one party scored.
struct desk_worth {
    struct str party;
    struct scenario scenario;
    struct uncertain uncertain; // parties is NULL: all values are exact
    uint32_t row;               // the party's own in the scenario
    const struct json *said;    // that row as it was written; NULL: it was not JSON
};

// Whether all that was opened to the mediators is weighed: the viewer is one of them.
bool desk_is_mediator(const struct desk_gathering *g);
// The newest scores of each party for a document that the viewer's keys open, its own alone where
// is_of_all is false: struct desk_worth. What cannot be read is passed over, and told in `trouble`.
//
// document  its id; scores that name no document are taken where a party has none for this one
struct list desk_worths_find(struct desk_gathering *g, struct str document, bool is_of_all,
                             struct str *trouble);
const struct desk_worth *desk_worth_of(const struct list *worths, struct str party);
// "base/" of "base/Part I/5(a)": the file that an issue's name begins with; may be empty.
struct str desk_issue_file(struct str name);
// One scenario of several: those for other issues than the first are left out and told. Its issues are
// called without their file.
//
// Result:  uncertain->parties is NULL when all values are exact. False: there are none
bool desk_worths_join(struct desk_gathering *g, const struct list *worths,
                      struct scenario *scenario, struct uncertain *uncertain, struct str *trouble);

#endif
