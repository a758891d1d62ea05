// SPDX-License-Identifier: Apache-2.0
// Acts with numbers, for tests that count afterwards which of them a case holds.

#ifndef ENTENTE_TESTS_NUMBERED_H
#define ENTENTE_TESTS_NUMBERED_H

#include "casefile/casefile.h"

// A new case at the place, which has none.
bool numbered_make(const char *place, struct error *error) MUST_CHECK;
// Opens it to write. vfs: NULL, or the SQLite disk that it is written through.
bool numbered_open(const char *place, const char *vfs, struct casefile **casefile,
                   struct error *error) MUST_CHECK;
// Enters the note "n" and its number, with a file of its own.
bool numbered_append(struct casefile *casefile, uint64_t number, struct error *error) MUST_CHECK;
// The case opens, its record is right, its state too; gives the number of entries.
bool numbered_check(const char *place, uint64_t *entries, struct error *error) MUST_CHECK;

#endif
