// SPDX-License-Identifier: Apache-2.0
// Items of a case, as JSON or for eyes: a line each in a list, a field a line for one.

#ifndef ENTENTE_RENDER_CASE_CASE_FORMS_H
#define ENTENTE_RENDER_CASE_CASE_FORMS_H

#include "answers/case_answer.h"
#include "render/page/report.h"

struct str case_json(const struct case_answer *answer, struct arena *arena);
// Empty when there is nothing to show.
struct str case_text(const struct case_answer *answer, struct arena *arena);

// title  of the case
// A table of the items of one kind, under its heading; nothing when there are none.
void case_report_list(struct report *report, const struct case_list *list);
struct report case_report(const struct case_answer *answer, struct str title, struct arena *arena);

// The cases of a database, "entente-cases/1"; a line each.
struct str cases_json(const struct cases_answer *answer, struct arena *arena);
struct str cases_text(const struct cases_answer *answer, struct arena *arena);

// --- Parts of other answers

// An item's id and fields, into an open object.
void case_json_item(struct json_writer *json, struct str id, const struct json *value);
// The item alone, as an object.
struct str case_item_json(struct str id, const struct json *value, struct arena *arena);
// The member "divergences": [{slot, members: [{party, variant, stances: [{variant, stance}]}]}].
void case_json_divergences(struct json_writer *json, const struct case_divergence *divergences,
                           size_t count);
// A value in words: {text: verify, due: 2031-04-01} as "text verify, due 2031-04-01".
struct str case_value_words(const struct json *value, struct arena *arena);
// What a member holds, in words: "NORD: “within 60 days”, reserve “within 30 days”".
// variants  of the slot
struct str case_member_words(const struct case_member *member, const struct json *variants,
                             struct arena *arena);

#endif
