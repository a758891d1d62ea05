// SPDX-License-Identifier: Apache-2.0
// counterparts: rival texts on one subject, point beside point.

#ifndef ENTENTE_ENTENTE_COUNTERPARTS_H
#define ENTENTE_ENTENTE_COUNTERPARTS_H

#include <entente/merge.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_counterparts_form {
    ENTENTE_COUNTERPARTS_TEXT,
    ENTENTE_COUNTERPARTS_JSON, // "entente-counterparts/1", see docs/counterparts.md
    ENTENTE_COUNTERPARTS_MARKDOWN,
    ENTENTE_COUNTERPARTS_HTML,   // side by side
    ENTENTE_COUNTERPARTS_DOCX,   // the same, landscape
    ENTENTE_COUNTERPARTS_MERGED, // "entente-merge/1": each point of the base an open place as a whole
    ENTENTE_COUNTERPARTS_BRACKETS, // the same in brackets, Markdown
    ENTENTE_COUNTERPARTS_MATCHES,  // YAML, for a person to correct and give back
};

struct entente_counterparts_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_counterparts_form form;
    const struct entente_file *matches; // what a person confirmed or corrected, YAML; NULL: nothing
    bool rounds; // each draft answers the one before it, the first the base; not merged, no matches
};

// Matches the points of 1 to 9 rival texts with those of a base by what they are about, and says what
// differs in substance. No draft need share a sentence with the base.
//
// The answer is no while a point stands on one side only.
// Errors: bad input: also a text without words, and matches of points that do not exist
ENTENTE_API bool entente_counterparts(const struct entente_counterparts_options *options,
                                      const struct entente_file *base,
                                      const struct entente_draft *drafts, size_t draft_count,
                                      const struct entente_bounds *bounds,
                                      struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
