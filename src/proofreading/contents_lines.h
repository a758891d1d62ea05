// SPDX-License-Identifier: Apache-2.0
// Where a table of contents stands, and what one of its lines, or a heading, says.

#ifndef ENTENTE_PROOFREADING_CONTENTS_LINES_H
#define ENTENTE_PROOFREADING_CONTENTS_LINES_H

#include "text/document.h"

// The lines of a table of contents, paragraphs [from, to); equal: there is none.
struct contents_lines {
    uint32_t from;
    uint32_t to;
};

// One line of the contents, or a heading: number and words, in lower case.
struct contents_line {
    uint32_t paragraph;
    struct str number; // "section 4", "4"; without the stop behind it
    struct str words;  // without the leader and the page
};

// Where the table stands: the lines behind a paragraph "Contents".
// Cost: O(paragraphs)
struct contents_lines contents_lines(const struct document *document);

// What a paragraph says as a line of contents or as a heading.
// Owner: arena
struct contents_line contents_line_of(const struct document *document, uint32_t paragraph,
                                      struct arena *arena);
// Whether a paragraph is as short as headings are, and ends as they do.
bool contents_is_short(const struct document *document, uint32_t paragraph);

#endif
