// SPDX-License-Identifier: Apache-2.0
// Where every numbered clause stands, as a row of parts: Article 4, paragraph 2, point (a) is "4", "2", "a".

#ifndef ENTENTE_PROOFREADING_ADDRESSES_H
#define ENTENTE_PROOFREADING_ADDRESSES_H

#include "proofreading/clause_word.h"
#include "proofreading/proof_text.h"

#define ADDRESS_PARTS 8

// 1. the parts are in lower case, without brackets and stops
struct address {
    enum clause_word word; // of the first part
    uint32_t count;        // parts
    struct str parts[ADDRESS_PARTS];
};

// The number that a part in figures is; 0: it is none, or above some 100,000.
uint32_t address_number(struct str part);

struct addresses;

// All clauses of the text that bear a number.
// Owner: arena
// Cost:  O(paragraphs)
struct addresses *addresses_make(const struct proof_text *text, struct arena *arena);

// Where the paragraph stands: its own address, or that of the clause it belongs to; count 0: under none.
const struct address *addresses_of(const struct addresses *addresses, uint32_t paragraph);

// The first paragraph of the clause with this address, its word and parts from some clause on that bears the
// word; NO_INDEX: there is none. Numbers in figures and Roman numbers are one.
uint32_t addresses_find(const struct addresses *addresses, const struct address *address);
// Whether the last number of the address stands anywhere, under whatever clause; only asked where a
// citation counts through the text (is_far).
bool addresses_have_anywhere(const struct addresses *addresses, const struct address *address,
                             bool is_far);
// Whether a line of a plain text begins with this number, whatever the line was read as.
bool addresses_begin_line(const struct addresses *addresses, const struct address *address);
// How many clauses bear the word and one number alone.
uint32_t addresses_count(const struct addresses *addresses, enum clause_word word);

// Whether the text of the clause with this address goes on with "(a)" in its own words.
bool addresses_have_inline(const struct addresses *addresses, const struct address *address);

#endif
