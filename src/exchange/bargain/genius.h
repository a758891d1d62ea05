// SPDX-License-Identifier: Apache-2.0
// Negotiation domains of the Genius platform: a domain in XML and one profile a party.

#ifndef ENTENTE_EXCHANGE_BARGAIN_GENIUS_H
#define ENTENTE_EXCHANGE_BARGAIN_GENIUS_H

#include "bargain/scenario.h"
#include "base/limits.h"

struct genius_file {
    struct str name;
    struct str bytes;
};

// Whether the bytes look like a domain or profile of Genius.
bool genius_is(struct str bytes);

// Reads profiles (root utility_space), with or without their domain (root negotiation_template)
// among the files; each profile is a party, in the order given.
//
// A party's worth of an option is weight × evaluation / largest evaluation of the issue; integer
// issues are evaluated from their lower bound on. All decimals are taken exactly: worths are whole
// multiples of 1 / scenario->scale. Where no such scale fits 64 bits, worths are rounded to 15
// places, and a note says so. Discounts and reserves are told in the notes too.
//
// Owner:   arena
// Errors:  those of xml_read; BAD_INPUT: no profile, a weight or option that is missing, a number
//          that is none; UNSUPPORTED: real-valued issues, evaluators of other kinds; TOO_LARGE
bool genius_read(const struct genius_file *files, size_t count, const struct limits *limits,
                 struct arena *arena, struct scenario *scenario, struct error *error) MUST_CHECK;

#endif
