// SPDX-License-Identifier: Apache-2.0
// A table with a column a package: its heads, what each party has of it (whoever draws it says that), and
// its wordings issue by issue.

#ifndef ENTENTE_RENDER_DESK_DESK_PACKAGE_GRID_H
#define ENTENTE_RENDER_DESK_DESK_PACKAGE_GRID_H

#include "frontier/solution.h"
#include "render/workbench_pages/desk_scoring.h"

enum { SHOWN_MAX = POINT_KINDS + 2, FILLED_MAX = 6 };

struct shown_package {
    const uint32_t *options; // by issue
    const int64_t *values;   // by party; NULL where they are not exact
    const char **names;      // what it stands for, under its letter; SHOWN_MAX of them fit
    size_t name_count;
    uint32_t changes; // issues where it is not the base's wording
};

struct package_grid {
    struct desk_page *page;
    const struct desk_packages *packages;
    const struct scenario *scenario;
    struct shown_package shown[SHOWN_MAX];
    size_t count;
};

// How many of its options are not the first of their issues, the base's.
uint32_t package_changes(const struct scenario *scenario, const uint32_t *options);
// The column of a package, a new one where it has none yet; NULL: there is no room for one more.
struct shown_package *package_grid_add(struct package_grid *grid, const uint32_t *options,
                                       const int64_t *values);
void package_grid_begin(const struct package_grid *grid, const char *caption);
// How many places are unlike the base, then the issues: where the packages lie apart first; what is the
// same in all of them is folded up below the table. Ends the table.
void package_grid_end(const struct package_grid *grid);

#endif
