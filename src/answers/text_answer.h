// SPDX-License-Identifier: Apache-2.0
// The words of a document as one reading of its tracked changes shows them.

#ifndef ENTENTE_ANSWERS_TEXT_ANSWER_H
#define ENTENTE_ANSWERS_TEXT_ANSWER_H

#include "text/document.h"

struct text_author {
    struct str name;
    uint32_t changes;
};

struct text_answer {
    const struct document *document;   // with its notes
    bool with_labels;                  // computed labels stand before their paragraphs
    bool body_only;                    // without headers, notes and text boxes
    const struct text_author *authors; // of tracked changes
    size_t author_count;
};

#endif
