// SPDX-License-Identifier: Apache-2.0
// A scenario from a table that a person can fill in.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORES_CSV_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORES_CSV_H

#include "bargain/scenario.h"
#include "base/input_limits.h"

// Whether the text begins as such a table: "issue", "option" and the parties' names.
bool scores_csv_is(struct str text);

// issue,option,Velmark,Tarsen            the first row: the names of the parties
// Seat,Aland,10,0                        a row an option; an empty issue is the one above
// ,Borduria,"2,5",4 red line             decimals with point or comma, 50 % as 0.5; a red line with its worth
// reserve,,8,5                           what each party has without agreement
// not together,Seat: Aland,Term: one year        rules, in words of the table
// only with,Seat: Borduria,Term: two years
// exactly one,…
//
// Owner:   arena
// Errors:  BAD_INPUT with the line, the party and the option; those of a scenario
bool scores_csv_read(struct str source, struct str text, const struct input_limits *limits,
                     struct arena *arena, struct scenario *scenario,
                     struct error *error) MUST_CHECK;

#endif
