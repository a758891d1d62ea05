// SPDX-License-Identifier: Apache-2.0
// A scenario in whatever form its files have.

#ifndef ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_SCENARIO_FILES_H
#define ENTENTE_EXCHANGE_FOREIGN_SCENARIOS_SCENARIO_FILES_H

#include "bargain/scenario.h"
#include "base/input_limits.h"
#include "uncertain_values/values.h"

struct scenario_file {
    struct str name;
    struct str bytes;
};

// Reads a scenario: one file entente-bargain/1 (scenario_json.h), or a domain with a profile for
// each party, of Genius (XML), GeniusWeb (JSON) or NegMAS (YAML, JSON). What each file is its bytes
// say; they come in any order, and profiles become parties in theirs. Profiles that hold their
// domain need no other. Files that platforms lay beside (statistics, plots, the settings of a
// session) are passed over with a note.
//
// files    at least one
// uncertain  set as by uncertain_json_read, uncertain->parties NULL for exact values; NULL itself:
//            uncertain values are refused
// Owner:   arena; names and texts are borrowed from the files
// Errors:  those of the readers; BAD_INPUT: two domains, no profile, a file that is nothing known
bool scenario_files_read(const struct scenario_file *files, size_t count,
                         const struct input_limits *limits, struct arena *arena,
                         struct scenario *scenario, struct uncertain *uncertain,
                         struct error *error) MUST_CHECK;

#endif
