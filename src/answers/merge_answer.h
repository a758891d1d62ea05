// SPDX-License-Identifier: Apache-2.0
// A merged text, and how it may be shown.

#ifndef ENTENTE_ANSWERS_MERGE_ANSWER_H
#define ENTENTE_ANSWERS_MERGE_ANSWER_H

#include "merge/sheet_counts.h"

// How the rival wordings are shown.
enum merged_form {
    MERGED_BRACKETS,  // [base, RU: within 30 days] [US, EU: immediately]
    MERGED_PROPOSALS, // [US, EU propose: immediately; RU keep: within 30 days]
    MERGED_OPTIONS,   // Option 1: … numbered within the point
    MERGED_REDLINE,   // base struck out, proposals underlined, initials behind
    MERGED_COLUMNS,   // point | base | a column a party | agreed text
    MERGED_JSON,      // entente-merge/1, whatever the medium
};

enum merged_medium { MEDIUM_MARKDOWN, MEDIUM_TEXT, MEDIUM_TERMINAL, MEDIUM_HTML };

struct merged_style {
    enum merged_form form;
    enum merged_medium medium;
    bool hide_names; // wordings without their holders
};

struct merge_answer {
    struct sheet sheet;
    struct sheet_counts counts;
    // Of each party's draft to the base, in thousandths; NULL for a text that was read again.
    const uint32_t *similarity;
    const struct merge_note *file_notes; // what could not be carried into the file that was written
    uint32_t file_note_count;
    bool tells_every_note; // in the summary, each as a line of its own
};

#endif
