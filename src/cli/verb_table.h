// SPDX-License-Identifier: Apache-2.0
// Finds a verb in the table by what was typed.

#ifndef ENTENTE_CLI_VERB_TABLE_H
#define ENTENTE_CLI_VERB_TABLE_H

#include "cli/verb.h"

// NULL when there is none.
const struct verb *verb_named(const struct verb_table *table, const char *name);
// The verb that the name misspells by a letter or two, NULL when there is none.
const struct verb *verb_like(const struct verb_table *table, const char *name);

#endif
