// SPDX-License-Identifier: Apache-2.0
// A Word file of ours whose slots stand in brackets, as the same file with tracked changes.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETED_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETED_H

#include "base/arena.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "base/list.h"
#include "base/str.h"

struct docx_package; // see docx/package.h

// Knows brackets by the styles they are set in, which the record in the file explains, and by what was typed
// in them and beside them since; names may be hidden.
//
// notes    struct str: what was not understood, with its place; NULL: nobody asks
// opened   set to the package of `bytes` where these are the result, for who reads them next;
//          NULL: nobody asks
// Result:  *tracked: brackets are gone, base wordings are deletions of those who hold others, the others
//          insertions of their holders; `bytes` themselves where no brackets of ours stand in the file
// Owner:   arena; to be read again at once (zip_write_passing)
// Errors:  those of the package; TOO_LARGE
// Cost:    O(bytes of the parts)
bool docx_brackets_as_tracked(struct str name, struct str bytes, const struct input_limits *limits,
                              struct arena *arena, struct list *notes, struct docx_package **opened,
                              struct str *tracked, struct error *error) MUST_CHECK;

// The same file as the draft of a party that has edited it: its tracked changes, but for those of parties of
// the record, are accepted, and in every place the wording of that party stands in the text.
//
// Result:  *tracked: wordings of others are insertions of nobody, to be read by READING_AUTHORS of `party`;
//          `bytes` themselves where no brackets of ours stand in the file
bool docx_brackets_of_party(struct str name, struct str bytes, struct str party,
                            const struct input_limits *limits, struct arena *arena,
                            struct list *notes, struct str *tracked,
                            struct error *error) MUST_CHECK;

#endif
