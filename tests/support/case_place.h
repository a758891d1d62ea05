// SPDX-License-Identifier: Apache-2.0
// Where the cases of a test lie: in files, or in the database that tests/stores/postgresql.sh names in
// ENTENTE_DATABASE.

#ifndef ENTENTE_TESTS_CASE_PLACE_H
#define ENTENTE_TESTS_CASE_PLACE_H

#include <stdbool.h>

// Is there such a database?
bool case_place_is_database(void);
// The path or address of a case of this name, in the test's arena. Nothing is made. A case of the same
// name in another program that runs beside this one is another.
const char *case_place(const char *name);
// Takes the case away, if it is there.
void case_place_clear(const char *place);
// In a database: the schema that holds the case.
const char *case_place_schema(const char *place);
// In a database: runs SQL with a connection of its own as `role` (NULL: who owns the cases) and gives the
// rows of the last statement, a line each, in the test's arena. What the server refuses is a line too.
const char *case_place_ask(const char *role, const char *sql);

#endif
