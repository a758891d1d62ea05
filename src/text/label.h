// SPDX-License-Identifier: Apache-2.0
// The number that is typed at the start of a paragraph: "Article 4", "3.1", "(a)", "•".

#ifndef ENTENTE_TEXT_LABEL_H
#define ENTENTE_TEXT_LABEL_H

#include "base/str.h"

enum label_style {
    LABEL_WORD,     // "Article 4", "Annex I": a word and its number
    LABEL_DOT,      // "3.", "3.1", "B."
    LABEL_BRACKETS, // "(a)", "(a)(i)"
    LABEL_BRACKET,  // "a)"
    LABEL_BULLET,   // "•", "-"
};

enum label_number { NUMBER_NONE, NUMBER_DIGITS, NUMBER_LETTER, NUMBER_CAPITAL, NUMBER_ROMAN };

struct typed_label {
    struct str text; // as typed, without the white space behind it
    size_t bytes;    // with the white space behind it
    enum label_style style;
    enum label_number number;
    bool may_be_roman; // a letter that is a Roman number too: "(i)", "V."
    bool is_doubtful;  // "A.", which may be an initial: believe it when "B." stands nearby
    uint32_t parts;    // "3.1.2" has three
    uint32_t ordinal;  // the last part: "(c)" and "3." have 3; 0 when there is none
    uint32_t rank;     // LABEL_WORD: 1 for annexes and parts … 5 for paragraphs, else 0
};

// Finds the label at the very start of a line.
// Result: false when there is none
bool label_typed(struct str line, struct typed_label *label);

// The value of a Roman number in one case throughout, below 200; 0 when it is none.
uint32_t label_roman_value(struct str word);

#endif
