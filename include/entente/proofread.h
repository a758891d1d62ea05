// SPDX-License-Identifier: Apache-2.0
// proofread: what a lawyer looks for before signature.

#ifndef ENTENTE_ENTENTE_PROOFREAD_H
#define ENTENTE_ENTENTE_PROOFREAD_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

enum entente_proofread_form {
    ENTENTE_PROOFREAD_TEXT,
    ENTENTE_PROOFREAD_MARKDOWN,
    ENTENTE_PROOFREAD_HTML,
    ENTENTE_PROOFREAD_DOCX,
    ENTENTE_PROOFREAD_JSON,
    ENTENTE_PROOFREAD_COMMENTS, // a .docx with a comment at each place; a report of any other text
};

// How sure a finding is.
enum entente_certainty {
    ENTENTE_CERTAINTY_NONE, // no finding is sure enough
    ENTENTE_CERTAINTY_LOOK,
    ENTENTE_CERTAINTY_LIKELY,
    ENTENTE_CERTAINTY_SURE,
};

struct entente_proofread_options {
    size_t size; // ENTENTE_CLEAR sets it
    enum entente_proofread_form form;
    enum entente_certainty least; // what is less sure is left out; NONE: everything is told
    enum entente_certainty
        no; // from here on the answer is "no"; NONE: it is "yes" whatever is found
};

// Looks for wrong references, terms, figures, shares, numbering and blanks in a text, or in every reading of
// a merged one (JSON, or a .docx of this program's); docs/proofread.md describes kinds and fields.
//
// Errors:     ENTENTE_BAD_INPUT naming file and place; ENTENTE_LIMIT
// Cost:       O(length) a reading
ENTENTE_API bool entente_proofread(const struct entente_proofread_options *options,
                                   const struct entente_file *file,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// Holds language versions of one text, two at least, against the first, clause by clause: numbers, months,
// currencies, letters, brackets, blanks, quotation marks and missing clauses. No word is translated.
//
// options     form and `no`
// Errors:     ENTENTE_BAD_INPUT naming file and place; ENTENTE_LIMIT
ENTENTE_API bool entente_concordance(const struct entente_proofread_options *options,
                                     const struct entente_file *files, size_t file_count,
                                     const struct entente_bounds *bounds,
                                     struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
