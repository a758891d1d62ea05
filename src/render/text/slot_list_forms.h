// SPDX-License-Identifier: Apache-2.0
// A list of open places as a person reads it.

#ifndef ENTENTE_RENDER_TEXT_SLOT_LIST_FORMS_H
#define ENTENTE_RENDER_TEXT_SLOT_LIST_FORMS_H

#include "answers/slot_list_answer.h"
#include "base/arena.h"

// A Markdown table. Cost: O(length)
struct str slot_list_markdown(const struct slot_list *list, struct arena *arena);

#endif
