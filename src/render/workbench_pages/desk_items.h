// SPDX-License-Identifier: Apache-2.0
// Lists of items of a case on a page.

#ifndef ENTENTE_RENDER_DESK_DESK_ITEMS_H
#define ENTENTE_RENDER_DESK_DESK_ITEMS_H

#include "render/workbench_pages/desk_frame.h"

// A table under its heading, as a part that changes by itself.
void desk_list(struct desk_page *page, const struct case_list *list);

#endif
