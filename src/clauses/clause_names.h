// SPDX-License-Identifier: Apache-2.0
// Short names of clauses, as people cite them.

#ifndef ENTENTE_CLAUSES_CLAUSE_NAMES_H
#define ENTENTE_CLAUSES_CLAUSE_NAMES_H

#include "base/arena.h"

// The end of each label path, "7(a)", with as much before it as tells it from others: "Article 4/2".
//
// paths   as clause_paths_place gives them
// Result: names[i] for paths[i], empty for a path that is only the title
// Owner:  arena; names may be views of the paths
void clause_names(const struct str *paths, size_t count, struct arena *arena, struct str *names);

#endif
