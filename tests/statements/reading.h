// SPDX-License-Identifier: Apache-2.0
// What the tests of statements share.

#ifndef ENTENTE_TESTS_STATEMENTS_READING_H
#define ENTENTE_TESTS_STATEMENTS_READING_H

#include "statements/statements.h"

// Reads a text as a report of the day, "2031-05-14"; NULL: as one without a known day.
// Owner: the running test's arena
struct statements_found reading_of(struct str text, const char *day);

#endif
