// SPDX-License-Identifier: Apache-2.0
#include "merge/point_edits.h"

#include "merge/diff.h"

#include <string.h>

// The first token that begins at paragraph `number` or behind it.
static uint32_t token_at(const struct working_flow *flow, uint32_t number)
{
    const struct document *document = flow->tokens->document;
    uint32_t low = 0;
    uint32_t high = flow->count;
    if (number == document->paragraph_count)
        return high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (flow->items[middle].from < document->paragraphs[number].from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool ends_with_mark(const struct working_flow *flow, uint32_t from, uint32_t to)
{
    return from < to && flow->items[to - 1].kind == TOKEN_MARK;
}

static bool are_same(const struct working_flow *base, const struct working_flow *draft,
                     const struct edit *edit)
{
    uint32_t count = edit->base_to - edit->base_from;
    return edit->draft_to - edit->draft_from == count &&
           memcmp(base->ids + edit->base_from, draft->ids + edit->draft_from,
                  count * sizeof *base->ids) == 0;
}

// What comes or goes with the flow's last mark takes the mark before it instead, and so does what touches it.
static void keep_last(struct list *edits, uint32_t first, uint32_t base_count)
{
    uint32_t touched = base_count;
    for (size_t i = edits->count; i > first; i--) {
        struct edit *edit = LIST_AT(edits, struct edit, i - 1);
        if (edit->base_to != touched || edit->base_from == 0 || edit->draft_from == 0)
            return;
        touched = edit->base_from;
        edit->base_from--;
        edit->base_to--;
        edit->draft_from--;
        edit->draft_to--;
    }
}

void point_edits_find(const struct laid_points *points, const struct working_flow *base,
                      const struct working_flow *draft, bool keep_last_mark, struct list *edits)
{
    uint32_t first = (uint32_t)edits->count;
    for (uint32_t i = 0; i < points->count; i++) {
        const struct laid_point *point = &points->items[i];
        struct edit edit = {token_at(base, point->base_from), token_at(base, point->base_to),
                            token_at(draft, point->draft_from), token_at(draft, point->draft_to)};
        if (ends_with_mark(base, edit.base_from, edit.base_to) &&
            ends_with_mark(draft, edit.draft_from, edit.draft_to)) {
            edit.base_to--;
            edit.draft_to--;
        }
        if (!are_same(base, draft, &edit))
            *LIST_ADD(edits, struct edit) = edit;
    }
    if (keep_last_mark)
        keep_last(edits, first, base->count);
}
