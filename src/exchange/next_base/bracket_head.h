// SPDX-License-Identifier: Apache-2.0
// What stands in front of the words of a bracket: "base, UA: ", "US/EU propose; RU oppose: ", "Option 2: ".

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_HEAD_H
#define ENTENTE_EXCHANGE_NEXT_BASE_BRACKET_HEAD_H

#include "exchange/docx_write/record.h"

struct bracket_head {
    size_t length; // in bytes, with the colon and the space behind it
    bool is_base;
    bool is_named; // it says who holds the words
};

// text   behind the "["
// holds  by party of the record; those who are named are set
// Result: false: it is no head in the names of these parties, and *holds is as it was
bool bracket_head_read(struct str text, const struct docx_record *record, struct arena *arena,
                       bool *holds, struct bracket_head *head);

#endif
