// SPDX-License-Identifier: Apache-2.0
// A package named on the command line, without the scenario that it belongs to.

#ifndef ENTENTE_WORKBENCH_TEXT_PACKAGE_H
#define ENTENTE_WORKBENCH_TEXT_PACKAGE_H

#include "base/arena.h"
#include "base/error.h"

#include <entente/entente.h>

struct package {
    const uint32_t *options; // by issue
    uint32_t count;
};

// Reads "0,2,1" or "Seat=Aland, Term=2" as a package of a scenario.
//
// Owner:  arena
// Errors: those of the scenario's reader; MISUSE quoting what is wrong in the words
bool package_read(const struct entente_file *scenario, const char *words, struct arena *arena,
                  struct package *package, struct error *error) MUST_CHECK;

#endif
