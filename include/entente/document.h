// SPDX-License-Identifier: Apache-2.0
// The public door to documents: what a file says.

#ifndef ENTENTE_DOCUMENT_H
#define ENTENTE_DOCUMENT_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

// How tracked changes are read.
enum entente_tracked {
    ENTENTE_TRACKED_ACCEPT,  // what the file says now
    ENTENTE_TRACKED_REJECT,  // what it was made from
    ENTENTE_TRACKED_AUTHORS, // the changes of `authors` accepted, all others rejected
};

struct entente_text_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_tracked tracked;
    const char *authors; // "A,B"; for ENTENTE_TRACKED_AUTHORS
    bool labels;         // computed numbers stand before their paragraphs
    bool body_only;      // no notes, text boxes, headers and footers
};

// Reads a document (.docx, Markdown, plain text) and gives its text, a line a paragraph; line
// breaks inside a paragraph are U+2028. Units that are no text stand as "[picture 3.0 × 2.0 cm]".
// Notes and other stories follow the body, each under a line "[footnote 1]". The summary says what
// was decided in reading, and who made how many tracked changes.
// Errors: BAD_INPUT, LIMIT
ENTENTE_API bool entente_text(const struct entente_text_options *options,
                              const struct entente_file *file, const struct entente_bounds *bounds,
                              struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
