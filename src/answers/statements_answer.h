// SPDX-License-Identifier: Apache-2.0
// Who said what in reports.

#ifndef ENTENTE_ANSWERS_STATEMENTS_ANSWER_H
#define ENTENTE_ANSWERS_STATEMENTS_ANSWER_H

#include "statements/statements.h"

struct statements_answer {
    const struct str *files; // found[i] was read from files[i]
    const struct statements_found *found;
    const struct str
        *notes; // of the file as a whole, such as that its language is not read; empty: none
    size_t count;
};

#endif
