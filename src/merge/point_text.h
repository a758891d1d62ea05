// SPDX-License-Identifier: Apache-2.0
// What one point says in one reading, and the small words that renderings share.

#ifndef ENTENTE_MERGE_POINT_TEXT_H
#define ENTENTE_MERGE_POINT_TEXT_H

#include "base/builder.h"
#include "merge/sheet_counts.h"

// The wording of a slot in one reading; NULL where it is open in what is agreed.
const struct wording *slot_reading(const struct sheet *sheet, const struct sheet_slot *slot,
                                   struct sheet_reading reading);
// The text of one segment for one reading. READ_AGREED: an open slot is "[…]".
struct str segment_text(const struct sheet *sheet, const struct segment *segment,
                        struct sheet_reading reading);
// The text of a point, all segments, without a mark at its end.
void point_text(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                struct builder *out);
// The same with the mark at its end; a whole slot that is nothing but marks has them already, and an
// empty one takes its paragraph's along.
void point_lines(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                 struct builder *out);
// How many points from this one on are one row of a table; 1 outside of tables.
uint32_t row_length(const struct sheet *sheet, uint32_t first);
// Whether the point is there at all in this reading (a whole slot may be empty).
bool point_exists(const struct sheet *sheet, const struct point *point,
                  struct sheet_reading reading);

// "US, EU"; `between` stands between two names.
void add_names(const struct sheet *sheet, const struct party *parties, uint32_t count,
               const char *between, struct builder *out);

// How a row of the columns stands.
enum row_status { ROW_AGREED, ROW_RENUMBERED, ROW_PROPOSED, ROW_DISPUTED, ROW_MOVED };
enum row_status point_status(const struct sheet *sheet, const struct point *point);
// That of the points [first, end) together: the most open.
enum row_status row_status(const struct sheet *sheet, uint32_t first, uint32_t end);
// Whether a party holds another wording than the base's in an open slot of the points [first, end).
bool row_departs(const struct sheet *sheet, uint32_t first, uint32_t end, struct party party);
// "A", "N", "P", "D", "M".
const char *row_status_letter(enum row_status status);
const char *row_status_word(enum row_status status);

#endif
