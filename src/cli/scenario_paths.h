// SPDX-License-Identifier: Apache-2.0
// The files of a scenario: those named on the command line, or those in a folder.

#ifndef ENTENTE_CLI_SCENARIO_PATHS_H
#define ENTENTE_CLI_SCENARIO_PATHS_H

#include "cli/arguments.h"

struct scenario_files {
    struct entente_file first;
    const struct entente_file *more;
    size_t more_count;
};

// Reads all words that stand behind the verb, at least one. For a folder its files that end with
// .xml, .json, .yml or .yaml are read, in the order of their names. Says errors itself.
bool scenario_paths_read(const struct arguments *arguments,
                         struct scenario_files *files) MUST_CHECK;
// The same for one path.
bool scenario_paths_read_from(const struct arguments *arguments, const char *path,
                              struct scenario_files *files) MUST_CHECK;

#endif
