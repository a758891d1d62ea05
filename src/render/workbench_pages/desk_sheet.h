// SPDX-License-Identifier: Apache-2.0
// A merged text on a page of the workbench: its counts, its tools, its notes.

#ifndef ENTENTE_RENDER_DESK_DESK_SHEET_H
#define ENTENTE_RENDER_DESK_DESK_SHEET_H

#include "render/text/page_body.h"
#include "render/workbench_pages/desk_frame.h"

// What the parts of render/text need to know. The parties' colours are their numbers in the sheet.
struct merged_page desk_sheet_page(struct desk_page *page, const struct sheet *sheet,
                                   enum merged_form form);
// "/text/DOCUMENT/slots/SLOT" under the root: the page of a slot.
void desk_slot_link(struct desk_page *page, const char *classes, struct str document,
                    struct str slot);
// What stands behind the wordings of each slot: how it stands, the way to its page, the stances.
const struct str *desk_marks(struct desk_page *page, const struct desk_document *document);
// Who holds a wording of a slot, by its id: "Velmark, Nereth", "base"; empty: nobody any more.
struct str desk_holders(const struct desk_slot *slot, struct str variant, struct arena *arena);
// The first words of a text, at most so many bytes; "(nothing)" for none.
struct str desk_start(struct str text, size_t bytes, struct arena *arena);
// A point's path without its first part, the base's file name.
struct str desk_point_words(const struct point *point);
// The colour of each party of a sheet, as on the other pages of the case.
const uint32_t *desk_hues(struct desk_page *page, const struct sheet *sheet);
// "3 parties, 20 points: …" and how many points stand how, as a bar and in words.
void desk_sheet_counts(struct desk_page *page, const struct merged_page *text);
// The parties with a box each (for the script), and what the page adds behind them until the end.
void desk_sheet_tools_begin(struct desk_page *page, const struct merged_page *text);
void desk_sheet_tools_end(struct desk_page *page);
// Changes of look, the notes, and how the page is to be read.
void desk_sheet_foot(struct desk_page *page, struct merged_page *text);

#endif
