// SPDX-License-Identifier: Apache-2.0
// A bracketed text with all that was found in it.

#ifndef ENTENTE_ANSWERS_BRACKETS_ANSWER_H
#define ENTENTE_ANSWERS_BRACKETS_ANSWER_H

#include "brackets/brackets.h"

struct brackets_answer {
    struct str name;                   // the file's
    struct brackets brackets;          // with the text and its points
    const struct text_place *repaired; // where broken UTF-8 was replaced
    size_t repaired_count;
    const struct str *notes;
    size_t note_count;
};

#endif
