// SPDX-License-Identifier: Apache-2.0
// What the ending of a file's name says of its content.

#ifndef ENTENTE_CLI_ENDING_H
#define ENTENTE_CLI_ENDING_H

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

#endif
