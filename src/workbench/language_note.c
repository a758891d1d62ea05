// SPDX-License-Identifier: Apache-2.0
#include "workbench/language_note.h"

struct str language_note(struct str file, struct arena *arena)
{
    return arena_print(arena,
                       "%.*s: hardly a word of it is English; only English is read, so that what "
                       "it says may be missed",
                       STR_ARGS(file));
}
