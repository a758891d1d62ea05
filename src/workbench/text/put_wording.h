// SPDX-License-Identifier: Apache-2.0
// A file once more, with other words in one place of it.

#ifndef ENTENTE_WORKBENCH_TEXT_PUT_WORDING_H
#define ENTENTE_WORKBENCH_TEXT_PUT_WORDING_H

#include "workbench/text/wording_place.h"

// words  a line a paragraph; empty: nothing stands there from now on
// Result:  *made; everything else keeps its bytes, of a .docx all that is not touched. *settled: which of the
//          tracked changes that it bears are accepted now
// Owner:   arena
// Errors:  BAD_INPUT when the words cannot be set there so that the file reads as wanted; those of the
//          readers and writers
bool wording_put(const struct entente_file *file, const struct wording_place *place,
                 struct str words, struct budget *budget, struct arena *arena,
                 struct entente_file *made, enum wording_settled *settled,
                 struct error *error) MUST_CHECK;

#endif
