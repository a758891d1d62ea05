// SPDX-License-Identifier: Apache-2.0
#include "workbench/language_note.h"

struct str language_note(struct str file, struct arena *arena)
{
    return arena_print(arena,
                       "%.*s: hardly a word of it is English; only English is read, so that what "
                       "it says may be missed",
                       STR_ARGS(file));
}

struct str language_note_limits(struct str file, struct arena *arena)
{
    return arena_print(arena,
                       "%.*s: most of it is in no language that is read (English, French, Spanish, "
                       "German, Russian, Ukrainian), so that what it says may be missed",
                       STR_ARGS(file));
}

struct str language_note_partly(struct str file, struct arena *arena)
{
    return arena_print(
        arena,
        "%.*s: of Arabic and Chinese only lengths of time and dates are read, not what "
        "they are counted from",
        STR_ARGS(file));
}
