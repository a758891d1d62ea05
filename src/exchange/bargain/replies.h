// SPDX-License-Identifier: Apache-2.0
// What a party has answered in an interview, a line each, as people can read and change it.

#ifndef ENTENTE_EXCHANGE_BARGAIN_REPLIES_H
#define ENTENTE_EXCHANGE_BARGAIN_REPLIES_H

#include "base/error.h"
#include "uncertain_values/weighing.h"

struct reply_list {
    const struct replied *items;
    const struct str *lines;    // as they stand
    const size_t *line_numbers; // from 1
    size_t count;
};

// "Seat"="Aland", "Term"="one year" over "Seat"="Borduria", "Term"="two years"
// "Seat"="Aland" as good as "Seat"="Borduria"
// accepts "Seat"="Aland", "Term"="one year"          a whole package; likewise "rejects"
//
// Quotes may be left out where a name holds no comma and neither of the words between the sides. Empty
// lines, and those that begin with "#", are passed over.
//
// source   the file's name, for errors
// Owner:   arena
// Errors:  BAD_INPUT with the line
bool replies_read(struct str source, struct str text, const struct scenario *scenario,
                  struct arena *arena, struct reply_list *replies, struct error *error) MUST_CHECK;

// One such line, every name in quotes.
struct str reply_line(const struct scenario *scenario, const struct weighing *weighing,
                      enum reply reply, struct arena *arena);

#endif
