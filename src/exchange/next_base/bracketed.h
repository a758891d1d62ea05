// SPDX-License-Identifier: Apache-2.0
// A Word file of ours whose slots stand in brackets, as the same file with tracked changes.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETED_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETED_H

#include "base/arena.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "base/str.h"

// Knows brackets by the styles they are set in, which the record in the file explains; names may be hidden,
// and words between brackets may have been edited.
//
// Result:  *tracked: brackets are gone, base wordings are deletions of those who do not hold them, the others
//          insertions of their holders; `bytes` themselves where no brackets of ours stand in the file
// Owner:   arena; to be read again at once (zip_write_passing)
// Errors:  those of the package; TOO_LARGE
// Cost:    O(bytes of the parts)
bool docx_brackets_as_tracked(struct str name, struct str bytes, const struct input_limits *limits,
                              struct arena *arena, struct str *tracked,
                              struct error *error) MUST_CHECK;

#endif
