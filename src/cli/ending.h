// SPDX-License-Identifier: Apache-2.0
// What the ending of a file's name says of its content, and --as of its form.

#ifndef ENTENTE_CLI_ENDING_H
#define ENTENTE_CLI_ENDING_H

#include <entente/merge.h>

enum ending {
    ENDING_NONE, // no file at all, or "-"
    ENDING_DOCX,
    ENDING_HTML,
    ENDING_MARKDOWN,
    ENDING_TEXT,
    ENDING_JSON,
    ENDING_OTHER,
};

enum ending ending_of(const char *path);

// The names that --as takes, for the table of options, and what each means.
#define FORM_CHOICES "brackets|proposals|options|redline|columns|json"
enum entente_form form_named(const char *name);
// The format that a rendering has in a file with this ending; the terminal has colours.
enum entente_format format_of(enum ending ending);

#endif
