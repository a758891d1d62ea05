// SPDX-License-Identifier: Apache-2.0
// The words of a list of open places that a delegation sends back: its heads, and what is said of wordings
// in its cells, in English, French, German, Spanish and Ukrainian.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_LIST_WORDS_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_LIST_WORDS_H

#include "base/arena.h"

enum list_role {
    LIST_WORDINGS, // a party's, or nothing that is known
    LIST_ROW,
    LIST_SLOT,
    LIST_POINT,
    LIST_BASE,
    LIST_STATUS,
    LIST_STANCES,
    LIST_NOTE,
};

// What the head of a column says it holds. Cost: O(length)
enum list_role list_role_of(struct str head, struct arena *arena);

// "oppose (Tarsen), if goods are marked"
struct list_stance {
    struct str stance;    // as a case words it: "support in principle"
    struct str whose;     // whose wording, or its words; empty: not said
    struct str condition; // may be empty
};

// Reads one line without a party before it. Whatever follows the attitude must stand in brackets, or
// begin with a word like "if", "provided", "unless"; what follows it at once is whose wording it is.
//
// Result: false: it is no such line; nothing is guessed
// Owner:  arena, or the line
bool list_stance_read(struct str line, struct arena *arena, struct list_stance *read);

#endif
