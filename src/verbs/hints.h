// SPDX-License-Identifier: Apache-2.0
// What somebody may have meant who names a verb or an option that there is not.

#ifndef ENTENTE_VERBS_HINTS_H
#define ENTENTE_VERBS_HINTS_H

#include "base/arena.h"
#include "verbs/verb.h"

// A sentence that follows a semicolon: what does it here, the option that is like it, or where the options
// are listed. Owner: arena
struct str hint_of_option(const struct verb *verb, struct str option, struct arena *arena);

// How what goes by this name is entered or shown; NULL: nothing is known by it.
const char *hint_of_verb(const char *name);

// Whether a word names a file of a text, by its ending.
bool hint_is_text_file(const char *word);

#endif
