// SPDX-License-Identifier: Apache-2.0
// What stands in a Word file where a slot is open and shown in brackets.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETING_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_BRACKETING_H

#include "answers/merge_answer.h"
#include "exchange/docx_write/scheme.h"

struct bracketing {
    enum merged_form form; // brackets, proposals or options
    bool hide_names;
    struct str gap; // not empty: this alone stands where a slot is open, "[…]"
};

// variants  by slot: the variant that is settled, NO_INDEX: open, to be bracketed
// Result:   the slots and styles of *scheme; *marks: the document of all brackets, the draft of its settler.
//           Slots of whole rows and cells, and those with tables among their words, have no pieces
// Owner:    arena
// Cost:     O(wordings)
void bracketing_make(const struct merged *merged, const uint32_t *variants,
                     const struct bracketing *brackets, struct arena *arena,
                     struct docx_scheme *scheme, const struct document **marks);

#endif
