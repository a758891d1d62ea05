// SPDX-License-Identifier: Apache-2.0
// What is said of a text that is in none of the languages that are read.

#ifndef ENTENTE_WORKBENCH_LANGUAGE_NOTE_H
#define ENTENTE_WORKBENCH_LANGUAGE_NOTE_H

#include "base/arena.h"

// One sentence without a line's end. Owner: arena
struct str language_note(struct str file, struct arena *arena);

#endif
