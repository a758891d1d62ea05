// SPDX-License-Identifier: Apache-2.0
// A timetable as a picture: rows of bars over an axis of dates.

#ifndef ENTENTE_EXCHANGE_TIMELINE_TIMELINE_SVG_H
#define ENTENTE_EXCHANGE_TIMELINE_TIMELINE_SVG_H

#include "base/builder.h"
#include "timetable/timeline.h"

// Writes one <svg> element, without an XML declaration, so that it can stand in a page too.
// Readable in print and without colour: solid is the step at its earliest, hatched is slack, a
// bracket is the latest day, "*" cannot move, "!" with a thick dashed frame is in dispute.
//
// Cost: O(rows)
void timeline_svg(const struct plan *plan, const struct plan_answer *answer,
                  const struct timeline *timeline, struct builder *out);

// The whole page: the picture, the contradiction if there is one, and the table.
void timeline_html(const struct plan *plan, const struct plan_answer *answer,
                   const struct timeline *timeline, struct builder *out);

#endif
