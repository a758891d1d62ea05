// SPDX-License-Identifier: Apache-2.0
// A report as any of the files that people ask for.

#ifndef ENTENTE_WORKBENCH_REPORT_DRAW_H
#define ENTENTE_WORKBENCH_REPORT_DRAW_H

#include "base/error.h"
#include "render/page/report.h"

enum report_form {
    REPORT_TEXT,
    REPORT_MARKDOWN,
    REPORT_HTML,
    REPORT_DOCX, // names marked, links within it, tables whose rows do not break
};

// kind    what sort of report it is, over the title of a page
// Owner:  arena
// Errors: those of writing a .docx
bool report_draw(const struct report *report, const char *kind, enum report_form form,
                 struct arena *arena, struct str *output, struct error *error) MUST_CHECK;

#endif
