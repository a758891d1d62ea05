// SPDX-License-Identifier: Apache-2.0
// A scenario from a table that a person can fill in.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORES_TABLE_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORES_TABLE_H

#include "answers/issues_answer.h"
#include "base/input_limits.h"
#include "uncertain_values/values.h"

// Whether a .csv begins as such a table: "issue", "option" and the parties' names.
bool scores_table_is(struct str bytes);

// issue,option,Velmark,Tarsen            the first row: the names of the parties
// Seat,Aland,10,0                        a row an option; an empty issue is the one above
// ,Borduria,"2,5",4 red line             decimals with point or comma, 50 % as 0.5; a red line with its score
// reserve,,8,5                           what each party has without agreement
// not together,Seat: Aland,Term: one year        rules, in words of the table
// only with,Seat: Borduria,Term: two years
// never,Term: one year
// exactly one,…                          "because …" behind the options of a rule is a remark
//
// What a party has not said: "5..7", "?" (anywhere within the row "range", else 0 to 100), "#1" for the
// best option of an issue, "#2" for the next, equal ranks for equal ones; "reserve" likewise.
//
// Of an .xlsx or .ods file the sheet named "scores" or the first that is seen is read, and further rules
// from one named "rules"; "notes" and "answer" are for people. Notes of the scenario say what was not
// read or taken for another encoding.
//
// uncertain  as uncertain_json_read; NULL: every worth must be a number
// Owner:   arena
// Errors:  BAD_INPUT with the line (of a workbook the sheet and the cell) and the party; those of a scenario
bool scores_table_read(struct str source, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct scenario *scenario, struct uncertain *uncertain,
                       struct error *error) MUST_CHECK;

// Such a table as the JSON of the same scenario, not yet held to what a scenario must be.
bool scores_table_json(struct str source, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct str *json, struct error *error) MUST_CHECK;

// The open slots as such a table, to be filled in: 1 for the option that a party holds, else 0, and
// reserves of 0, as in the scenario as JSON. Rules stand on a sheet "Rules" or below, with their
// reasons. The same bytes for the same answer.
//
// Owner:   arena
// Errors:  TOO_LARGE as zip_write, and above the cells that a sheet may have
bool scores_table_xlsx(const struct issues_answer *answer, struct arena *arena, struct str *bytes,
                       struct error *error) MUST_CHECK;
bool scores_table_csv(const struct issues_answer *answer, struct arena *arena, struct str *bytes,
                      struct error *error) MUST_CHECK;

#endif
