// SPDX-License-Identifier: Apache-2.0
// A timetable in each of its forms.

#ifndef ENTENTE_RENDER_TIMETABLE_TIMETABLE_FORMS_H
#define ENTENTE_RENDER_TIMETABLE_TIMETABLE_FORMS_H

#include "answers/timetable_answer.h"
#include "codec/json.h"

struct str timetable_json(const struct timetable_answer *timetable, struct arena *arena);
struct str timetable_text(const struct timetable_answer *timetable, struct arena *arena);
struct str timetable_csv(const struct timetable_answer *timetable, struct arena *arena);

// One <svg> element without an XML declaration, so that it can stand in a page too. Readable in
// print and without colour: solid is the step at its earliest, hatched is delay it may have, a bar is
// the latest day, "*" cannot move, "!" with a thick dashed frame is in dispute. Cost: O(rows)
void timetable_svg(const struct timetable_answer *timetable, struct builder *out);

// The whole page: the picture, the contradiction if there is one, and the table.
void timetable_page(const struct timetable_answer *timetable, struct builder *out);

// A calendar file (RFC 5545) with relations between its entries (RFC 9253). Each row becomes a task:
// it starts at its earliest, is due at its latest day where there is one, and names the steps it waits
// for with RELTYPE=STARTTOSTART and the like, with the gap. The stamp of every entry is the plan's
// origin, so that the same plan gives the same bytes.
//
// Result: false when the plan has no dates: a calendar cannot say "day 3"
bool timetable_ics(const struct timetable_answer *timetable, struct builder *out);

// --- Parts of other answers

// The timetable as one value, where a value may stand.
void timetable_json_write(struct json_writer *json, const struct timetable_answer *timetable,
                          struct arena *arena);

// The members that tell of a contradiction, into an open object; the same in words.
void timetable_json_contradiction(struct json_writer *json, const struct plan *plan,
                                  const struct plan_answer *answer, struct arena *arena);
void timetable_print_contradiction(struct builder *out, const struct plan *plan,
                                   const struct plan_answer *answer, struct arena *arena);

// The picture, with each row called as people call it: in a page nobody should meet names that were
// made for a file.
void timetable_picture(const struct timetable_answer *timetable, struct builder *out);
// The same without its style, for pages whose style stands in a file.
void timetable_bare_picture(const struct timetable_answer *timetable, struct builder *out);
// What a page says first, and the sections of timetable_page, with the bare picture.
void timetable_page_lede(const struct timetable_answer *timetable, struct builder *out);
void timetable_page_sections(const struct timetable_answer *timetable, struct builder *out);

// "All 6 limits that were read can be met; 5 expressions of time were not read", without a full stop.
struct str timetable_met(const struct timetable_answer *timetable, struct arena *arena);

// Notes (struct str) as lines for whoever reads the terminal.
struct str timetable_notes(const struct list *notes, struct arena *arena);

#endif
