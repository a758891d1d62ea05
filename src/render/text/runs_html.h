// SPDX-License-Identifier: Apache-2.0
// A document's words as HTML, with their marks and objects.

#ifndef ENTENTE_RENDER_TEXT_RUNS_HTML_H
#define ENTENTE_RENDER_TEXT_RUNS_HTML_H

#include "codec/html.h"
#include "text/document.h"

// html_text with "\n" as `line_break` and objects (U+FFFC) as boxes.
void html_lines(struct builder *out, struct str text, const char *line_break);
// A range of a document's text with its marks, links of known schemes and objects.
struct html_look {
    const char *paragraph_break; // for each paragraph's mark
    bool with_stories;           // the words of notes and text boxes stand with them
};
void html_runs(struct builder *out, const struct document *document, struct range range,
               const struct html_look *look);

#endif
