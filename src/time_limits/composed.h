// SPDX-License-Identifier: Apache-2.0
// A length of time with all that stands around it, read by what each word is and not by whole forms:
// what bounds it, what governs it, from where it is counted. Asides may part any two of these.
//
//   for a further period | of not more than | thirty (30) days | , unless it is waived, | after | REF
//   lead, frame            bound              length             aside                    direction

#ifndef ENTENTE_TIME_LIMITS_COMPOSED_H
#define ENTENTE_TIME_LIMITS_COMPOSED_H

#include "prose/prose.h"
#include "prose/quantity.h"

// The preposition that governs the length.
enum length_lead {
    LEAD_NONE,
    LEAD_WITHIN, // within, in
    LEAD_FOR,    // for, during
    LEAD_BY,     // by, until
    LEAD_POINT,  // on, upon, at the end of
    LEAD_AFTER,
};

// Which end of the time the length is.
enum length_side {
    SIDE_NONE,
    SIDE_MOST,   // at most, not more than
    SIDE_LEAST,  // at least, more than
    SIDE_LATEST, // no later than
    SIDE_SOONEST // no earlier than
};

enum length_direction { TOWARDS_NONE, TOWARDS_AFTER, TOWARDS_BEFORE, TOWARDS_NOTICE, IN_ADVANCE };

#define COMPOSED_NUMBERS 6

struct composed {
    enum length_lead lead;
    enum length_side side;
    enum length_direction direction;
    struct quantity quantity; // both its ends where two bounds are said
    bool is_strict;           // more than, less than: the length itself is excluded
    bool is_further;          // a further period
    bool has_aside;
    size_t numbers[COMPOSED_NUMBERS]; // tokens of "60, 120 and 180 days"; none where one is said
    size_t number_count;
    size_t event_from; // what it is counted from; equal where that is not said
    size_t event_to;
};

// Reads the length with all its words that begins at token `at` of the sentence that begins at `sentence`.
// Result: its tokens; 0 where none does, or none whose words say more than a length
size_t composed_read(const struct prose *prose, size_t at, size_t sentence,
                     struct composed *composed);

#endif
