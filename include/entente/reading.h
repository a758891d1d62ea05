// SPDX-License-Identifier: Apache-2.0
// What prose says in words: the time limits of an agreement, the statements in a report.

#ifndef ENTENTE_ENTENTE_READING_H
#define ENTENTE_ENTENTE_READING_H

#include <entente/entente.h>

#ifdef __cplusplus
extern "C" {
#endif

struct entente_limits_options {
    size_t size;      // ENTENTE_CLEAR sets it
    bool json;        // else a table for the terminal
    const char *date; // the text's own date, "2015-02-12"; NULL: looked for in the text
};

// Finds every time limit in agreements; docs/limits.md describes the fields.
//
// Errors:     ENTENTE_BAD_INPUT naming file and place; ENTENTE_LIMIT
ENTENTE_API bool entente_limits(const struct entente_limits_options *options,
                                const struct entente_file *files, size_t file_count,
                                const struct entente_bounds *bounds, struct entente_answer **answer,
                                struct entente_error *error);

struct entente_statements_options {
    size_t size;      // ENTENTE_CLEAR sets it
    bool json;        // else a list for the terminal
    const char *date; // the report's date; NULL: looked for in the text and about the file
    bool proposal;    // as the JSON that entente_case_enter takes, for a person to look through
};

// Finds who said what in news reports; docs/statements.md describes the fields.
//
// Errors:     ENTENTE_BAD_INPUT naming file and place; ENTENTE_LIMIT
ENTENTE_API bool entente_statements(const struct entente_statements_options *options,
                                    const struct entente_file *files, size_t file_count,
                                    const struct entente_bounds *bounds,
                                    struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
