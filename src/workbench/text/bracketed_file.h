// SPDX-License-Identifier: Apache-2.0
// A file as bracketed text: its characters, and where its points stand in them.

#ifndef ENTENTE_WORKBENCH_TEXT_BRACKETED_FILE_H
#define ENTENTE_WORKBENCH_TEXT_BRACKETED_FILE_H

#include "base/builder.h"
#include "brackets/brackets.h"

struct bracketed_file {
    struct str name;
    struct bracket_input input;
    struct text_place *repaired; // where broken UTF-8 was replaced
    size_t repaired_count;
    const struct str *notes;
    size_t note_count;
};

// Reads the file's text and points. Broken UTF-8 is replaced; text that its reader refuses is one
// point with a note. Of a .docx the document's own text counts: a paragraph a line.
//
// parties  the register as the user gave it, may be NULL
// Errors:  those of the .docx reader; TOO_LARGE
bool bracketed_file_read(struct str name, struct str bytes, const char *parties,
                         const struct input_limits *limits, struct arena *arena,
                         struct bracketed_file *file, struct error *error) MUST_CHECK;

#endif
