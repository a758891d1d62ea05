// SPDX-License-Identifier: Apache-2.0
// The files of a scenario: those named on the command line, or those in a folder.

#ifndef ENTENTE_VERBS_SCENARIO_PATHS_H
#define ENTENTE_VERBS_SCENARIO_PATHS_H

#include "verbs/request.h"

struct scenario_files {
    struct entente_file first;
    const struct entente_file *more;
    size_t more_count;
};

// Reads all words that stand behind the verb, at least one. For a folder its files that end with
// .xml, .json, .yml or .yaml are read, in the order of their names.
bool scenario_paths_read(struct request *request, struct scenario_files *files) MUST_CHECK;
// The same for one path.
bool scenario_paths_read_from(struct request *request, const char *path,
                              struct scenario_files *files) MUST_CHECK;

#endif
