// SPDX-License-Identifier: Apache-2.0
// One reading of a merged text as a Word file.

#ifndef ENTENTE_WORKBENCH_TEXT_VIEW_DOCX_H
#define ENTENTE_WORKBENCH_TEXT_VIEW_DOCX_H

#include "base/error.h"
#include "base/input_limits.h"
#include "merge/sheet.h"

#include <entente/merge.h>

// Which reading: one of a sheet's, or a package's.
struct view_wanted {
    struct sheet_reading reading;
    const struct entente_file *scenario; // NULL: no package
    const char *package;
};

// Makes the reading of the base's own file: of a .docx of ours, tracked changes of a party are accepted and
// all others refused, looks and all; else the wordings go into `base`.
//
// base    NULL: the merged text's own
// Result: *open_count: slots that are open in what is agreed, or that no issue of the package speaks of; they
//         read "[…]"; *note: what a person should know, or empty
// Owner:  arena
// Errors: those of laying the text over its base, and of docx_write_next
bool view_docx(const struct entente_file *file, const struct entente_file *base,
               const struct view_wanted *wanted, const struct input_limits *limits,
               struct arena *arena, struct str *bytes, uint32_t *open_count, struct str *note,
               struct error *error) MUST_CHECK;

#endif
