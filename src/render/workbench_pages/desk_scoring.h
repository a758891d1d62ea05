// SPDX-License-Identifier: Apache-2.0
// Parts of the page of packages.

#ifndef ENTENTE_RENDER_DESK_DESK_SCORING_H
#define ENTENTE_RENDER_DESK_DESK_SCORING_H

#include "render/workbench_pages/desk_frame.h"

// Who scores gives its own worth of each wording; nobody else's is ever in this form.
void desk_scoring(struct desk_page *page, const struct desk_packages *packages);
// The packages that all accept beside one another, with what each party gains over its reserve; where
// there is none, the one that is nearest.
void desk_package_grid(struct desk_page *page, const struct desk_packages *packages);
// The same while not all scores are known: what each party makes of them, and what to ask next.
void desk_package_uncertain(struct desk_page *page, const struct desk_packages *packages);
// The package on the table, to be chosen: how it does, and what is better, stands below it.
void desk_package_table(struct desk_page *page, const struct desk_packages *packages);
// The issue's point without the base's name: "Part I/5(a)".
struct str desk_issue_words(struct str name);
// The issue of the document as it is now that has this name, in such words; NULL: there is none any more.
const struct slot_issue *desk_issue_named(const struct desk_packages *packages, struct str name);
// The same as a link to its open place, where the case knows it.
void desk_issue_link(struct desk_page *page, const struct desk_packages *packages,
                     const struct slot_issue *issue, struct str name);

#endif
