// SPDX-License-Identifier: Apache-2.0
// The parts a page is made of.

#ifndef ENTENTE_RENDER_TEXT_PAGE_BODY_H
#define ENTENTE_RENDER_TEXT_PAGE_BODY_H

#include "answers/merge_answer.h"
#include "merge/part_walk.h"
#include "merge/point_text.h"
#include "render/text/runs_html.h"

struct merged_page {
    const struct sheet *sheet;
    struct merged_style style;
    struct sheet_counts counts;
    struct arena *arena;
    struct builder *out;
    uint32_t option;     // the last option's number within the point
    uint32_t word_looks; // how many of sheet->format changes are about words: the first ones
    // For pages of the workbench; NULL: none of it.
    bool is_served;           // style stands in files beside the page, none in it
    const uint32_t *hues;     // the colour of each party, where it is not its number
    const struct str *marks;  // markup behind the wordings of each slot
    const struct str *below;  // markup below each point
    const struct party *only; // the proposals of this party alone
};

// The number of a party's colour.
uint32_t merged_page_hue(const struct merged_page *page, struct party party);

// Agreed text of a segment, with the base's marks where it is at hand; words that some party shows
// in another way are marked.
void merged_page_agreed(struct merged_page *page, const struct segment *segment);
// "p0 p2": the classes by which filters and readings find a wording.
void merged_page_holder_classes(struct merged_page *page, const struct wording *wording);
// A stretch of a wording, as its document shows it; paragraphs are set apart.
void merged_page_words(struct merged_page *page, const struct wording *wording, struct str words);
// The text of which merged_page_words takes stretches.
struct str merged_page_exact(const struct wording *wording);
// All of a wording's words, with the tables among them.
void merged_page_all_words(struct merged_page *page, const struct wording *wording);
// The paragraphs and tables of a wording, or of one of its cells; the walk is over the exact text.
void merged_page_blocks(struct merged_page *page, struct part_walk walk);
// A wording of whole rows or cells begins, and ends, in one of its cells: marked with its holders, who
// are named in the first or the last one; there it is also said who wants none of what the base has.
void merged_page_wording_begin(struct merged_page *page, const struct sheet_slot *slot,
                               const struct wording *wording, bool is_first);
void merged_page_wording_end(struct merged_page *page, const struct sheet_slot *slot,
                             const struct wording *wording, bool is_last);
// The first heading, where the text begins with one; else the file's name.
struct str merged_page_title(const struct merged_page *page);
// How many points stand how, in words and letters.
enum { ROW_STATUSES = ROW_MOVED + 1 };
void merged_page_key(struct builder *out, const uint32_t counts[ROW_STATUSES]);
// A slot in the form of the options.
void merged_page_slot(struct merged_page *page, const struct sheet_slot *slot);

void merged_page_points(struct merged_page *page);  // the text, point by point
void merged_page_rows(struct merged_page *page);    // the same without the element around it
void merged_page_columns(struct merged_page *page); // the table
void merged_page_table_of_columns(
    struct merged_page *page);                    // the same without the element around it
void merged_page_looks(struct merged_page *page); // changes of look alone, listed

#endif
