// SPDX-License-Identifier: Apache-2.0
// What changed between two versions, as a list of revisions. A revision is what a person would call
// one change: one slot, one move, one stretch with another look.

#ifndef ENTENTE_ANSWERS_DIFF_ANSWER_H
#define ENTENTE_ANSWERS_DIFF_ANSWER_H

#include "merge/merge_note.h"

enum revision_kind {
    REVISION_INSERT,
    REVISION_DELETE,
    REVISION_REPLACE,
    REVISION_MOVE,
    REVISION_FORMAT,           // the look of words
    REVISION_PARAGRAPH_FORMAT, // the look of a paragraph
    REVISION_NUMBER,           // a paragraph that counts otherwise; `after` says how
    REVISION_LAYOUT,           // sections, headers, footers; `after` says what
};

struct revision {
    enum revision_kind kind;
    struct str point; // path
    struct str before;
    struct str after;
    uint32_t at; // byte of the old text
};

struct diff_answer {
    struct str old_name; // the files'
    struct str new_name;
    uint32_t similarity; // of the new text to the old, in thousandths
    const struct revision *revisions;
    size_t revision_count;
    const struct merge_note *notes;
    uint32_t note_count;
    bool tells_every_note; // in the summary, each as a line of its own
};

#endif
