// SPDX-License-Identifier: Apache-2.0
// What becomes of each bracket of a text: in all its readings, or in the one of whoever sent it back.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_CHOICE_H
#define ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_CHOICE_H

#include "exchange/next_base/bracket_groups.h"

enum bracket_fate {
    BRACKET_LEFT,      // stands as it is: it was not understood
    BRACKET_TEXT,      // its words are the text
    BRACKET_PUT_IN,    // its words are put in by `by`
    BRACKET_TAKEN_OUT, // its words are the base's, and taken out by `by`
    BRACKET_GONE,      // in no reading
};

struct bracket_choice {
    enum bracket_fate fate;
    bool *by; // by party of the record
};

// All readings. Whoever is named for no other wording keeps the base's; where the base's was struck and one
// wording is left, that is chosen.
// Owner: arena; what is not understood is named in `notes` (struct str)
const struct bracket_choice *bracket_choices_all(const struct bracket_text *text,
                                                 const struct bracket_groups *groups,
                                                 struct arena *arena, struct list *notes);

// The reading of a party (of the record) that has edited the text: every bracket is text or gone. It holds
// what it typed, what it set its name to, what it left without brackets, what it left alone; else what it
// held.
const struct bracket_choice *bracket_choices_of(const struct bracket_text *text,
                                                const struct bracket_groups *groups, size_t party,
                                                struct arena *arena, struct list *notes);

#endif
