// SPDX-License-Identifier: Apache-2.0
// The viewer's items on their way out, as JSON or as text.

#ifndef ENTENTE_WORKBENCH_CASE_SHOW_H
#define ENTENTE_WORKBENCH_CASE_SHOW_H

#include "workbench/case/case.h"
#include "workbench/case/case_drafts.h"

struct showing {
    const struct items *items;
    struct arena *arena;
    struct case_holders holders;
};

// The item as it is shown: a slot with all who hold its wordings, a key with the text to keep.
struct item showing_item(struct showing *showing, const struct item *item);

// Prints one item, or all of a kind (item NULL), or the newest of every kind (kind NULL too).
void showing_print(struct showing *showing, const struct kind *kind, const struct item *item,
                   struct builder *out);

#endif
