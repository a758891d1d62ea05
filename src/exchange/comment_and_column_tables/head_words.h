// SPDX-License-Identifier: Apache-2.0
// What the head of a column says it holds, in English, French, German, Spanish and Ukrainian.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_HEAD_WORDS_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_HEAD_WORDS_H

#include "base/arena.h"

enum column_role {
    COLUMN_OTHER, // somebody's text, or nothing that is known
    COLUMN_NUMBER,
    COLUMN_POINT,
    COLUMN_BASE,
    COLUMN_SUGGESTION,
    COLUMN_COMMENT,
    COLUMN_DELEGATION,
    COLUMN_STATUS,
    COLUMN_AGREED,
};

// By the longest of the known phrases that stands in the head; capitals and punctuation do not count.
// Cost: O(length)
enum column_role head_role(struct str head, struct arena *arena);

// A cell that says in one word what becomes of the text beside it.
enum cell_word { CELL_WORDING, CELL_SAME, CELL_DELETED };
// "deleted", "[gestrichen]", "=", "sans changement".
enum cell_word cell_word_of(struct str words, struct arena *arena);

// Whether a comment is a reservation and says nothing else: "Scrutiny reservation.", "Prüfvorbehalt".
bool comment_is_reservation(struct str text, struct arena *arena);

#endif
