// SPDX-License-Identifier: Apache-2.0
// What is said of a text that is in none of the languages that are read.

#ifndef ENTENTE_WORKBENCH_LANGUAGE_NOTE_H
#define ENTENTE_WORKBENCH_LANGUAGE_NOTE_H

#include "base/arena.h"

// One sentence without a line's end. Owner: arena
struct str language_note(struct str file, struct arena *arena);
// The same of a text whose time limits are read, which is done in more languages.
struct str language_note_limits(struct str file, struct arena *arena);
struct str language_note_partly(struct str file, struct arena *arena);

#endif
