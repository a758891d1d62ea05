// SPDX-License-Identifier: Apache-2.0
// A counter-draft laid over the base point by point: each point that it answers is one change as a whole.

#ifndef ENTENTE_MERGE_POINT_ANSWERS_H
#define ENTENTE_MERGE_POINT_ANSWERS_H

#include "text/document.h"

// What a counter-draft has in the place of a point of the base.
struct point_answer {
    uint32_t from;   // paragraphs [from, to) of the base's body; from == to: a point that only the
    uint32_t to;     // counter-draft has, put in there, or where a table ends there, at the end
    struct str text; // lines, a paragraph each; empty: it says nothing there
    struct str name; // of the point, for errors
};

// Paragraphs [base_from, base_to) of the base, and those that stand for them in the whole.
struct laid_point {
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
};

struct laid_points {
    const struct laid_point *items; // in the order of the base
    uint32_t count;
};

// Puts the answers in the places of the points. Everything else is as the base has it. The first line
// of an answer keeps the number and the look of the point's first paragraph.
//
// answers  in the order of the base, and do not overlap; those that are put in come last
// Result:  *whole, a document of the base's form, or a plain one of a .docx: words, labels and the base's
//          tables and notes outside the points
// Owner:   arena; the base must live as long
// Errors:  BAD_INPUT for a point that begins within a table, which cannot be answered as a whole
// Cost:    O(base + answers)
bool point_answers_lay(const struct document *base, const struct point_answer *answers,
                       size_t count, struct arena *arena, const struct document **whole,
                       struct laid_points *points, struct error *error) MUST_CHECK;

#endif
