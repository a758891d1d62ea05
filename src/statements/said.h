// SPDX-License-Identifier: Apache-2.0
// What was said: the words that an attribution attributes.

#ifndef ENTENTE_STATEMENTS_SAID_H
#define ENTENTE_STATEMENTS_SAID_H

#include "statements/attribution.h"

// One statement as tokens: what was said is [from, to).
struct said {
    struct attribution attribution;
    enum statement_form form;
    size_t from;
    size_t to;
    size_t sentence;   // index of the last sentence it takes in
    bool is_by_layout; // no verb attributes it: "Quote:"
    bool has_gap;      // the attribution stands in the middle: "The talks, NAME said, were useful"
};

// Finds the words for said->attribution, which stands in the sentence with number `index`.
//
// least   token before which the words belong to the attribution before
// limit   token from which on they belong to the next one
// Result: false when there are none
bool said_take(const struct news *news, size_t index, size_t least, size_t limit,
               struct said *said);

// Reported words that end with a colon and a whole quotation are two statements: cuts the quotation off.
// Result: false when there is none; then *rest is not written
bool said_split(const struct news *news, struct said *said, struct said *rest);

// Where the quotation begins that ends at or holds the token, in paragraphs before too.
size_t said_quotation_start(const struct news *news, size_t token);

#endif
