// SPDX-License-Identifier: Apache-2.0
// brackets: what stands in brackets in a text that others have bracketed.

#ifndef ENTENTE_BRACKETS_H
#define ENTENTE_BRACKETS_H

#include <entente/merge.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_brackets_form {
    ENTENTE_BRACKETS_REPORT,   // lines for people
    ENTENTE_BRACKETS_JSON,     // "entente-brackets/1", see docs/brackets.md
    ENTENTE_BRACKETS_RENDERED, // as a merged text is shown, in the form and format given
};

struct entente_brackets_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_brackets_form form;
    enum entente_form rendering; // ENTENTE_BRACKETS_RENDERED
    enum entente_format format;  // the same; not ENTENTE_DOCX
    bool hide_names;
    const char *parties; // "US,AU=Australia", or a line each; NULL: found in the text
};

// Reads a bracketed text: Markdown, .docx, or else plain text, by the ending of its name. It never
// refuses a text for what stands in it: unmatched brackets and broken UTF-8 are reported.
//
// The answer is no when a bracket is unmatched or mis-nested.
ENTENTE_API bool entente_brackets(const struct entente_brackets_options *options,
                                  const struct entente_file *text,
                                  const struct entente_bounds *bounds,
                                  struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
