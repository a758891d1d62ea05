// SPDX-License-Identifier: Apache-2.0
// What went wrong, where, and what to do: one value, nothing to free.

#ifndef ENTENTE_BASE_ERROR_H
#define ENTENTE_BASE_ERROR_H

#include "base/str.h"

#define MUST_CHECK __attribute__((warn_unused_result))

// Each code is something a caller can act on.
enum error_code {
    ERROR_NONE = 0,
    MISUSE,      // the call or the command line makes no sense; say it again, corrected
    NOT_FOUND,   // there is no such file, party, point or entry
    BAD_INPUT,   // the input breaks the rules of its format; mend the input
    UNSUPPORTED, // a known thing that this program does not read (an encrypted file, say)
    TOO_LARGE,   // above a limit; raise the limit or cut the input
    STOPPED,     // the budget is spent, or the user said stop
    IO_FAILED,   // the system could not read or write
    FORBIDDEN,   // the viewer may not see or do this
    TAMPERED,    // the record does not prove what it says
};

// Where. Empty strings and zeros mean "not known". Lines and columns count from 1, columns in
// characters; byte counts from 0 and is only meaningful when has_byte.
struct place {
    char source[160]; // file name as the user gave it
    char part[96];    // a part inside the file: "word/document.xml", "issues[3].options"
    size_t line;
    size_t column;
    size_t byte;
    bool has_byte;
};

struct error {
    enum error_code code;
    struct place place;
    char message[480]; // one line, no full stop; names the thing and what was expected
};

// Sets *error and gives false, so that a function can `return error_set(...)`.
bool error_set(struct error *error, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool error_at(struct error *error, enum error_code code, struct place place, const char *format,
              ...) __attribute__((format(printf, 4, 5)));

struct place place_of(struct str source);
// The place of byte `at` in `text`; line and column are counted from the text's start, behind its
// byte order mark.
// Cost: O(at).
struct place place_in(struct str source, struct str text, size_t at);
// Sets place.part from a view, cut to what fits.
struct place place_with_part(struct place place, struct str part);

// "file.docx, word/document.xml, line 3, column 7: message" in one line.
// Result: the number of bytes written, as snprintf.
int error_print(const struct error *error, char *bytes, size_t capacity);

#endif
