// SPDX-License-Identifier: Apache-2.0
#include "record/known_heads.h"

static struct head_row *row_of(const struct known_heads *known, struct str audience)
{
    for (size_t i = 0; known->arena && i < known->rows.count; i++) {
        struct head_row *row = LIST_AT(&known->rows, struct head_row, i);
        if (str_equal(row->audience, audience))
            return row;
    }
    return NULL;
}

bool known_heads_find(const struct known_heads *known, struct str audience, struct head_row *head)
{
    const struct head_row *row = row_of(known, audience);
    if (!row && !known->are_all)
        return false;
    *head = row ? *row : (struct head_row){.audience = audience};
    head->audience = audience;
    return true;
}

bool known_heads_list(const struct known_heads *known, struct list *heads, struct arena *arena)
{
    for (size_t i = 0; known->are_all && known->arena && i < known->rows.count; i++) {
        struct head_row *head = LIST_ADD(heads, struct head_row);
        *head = *LIST_AT(&known->rows, struct head_row, i);
        head->audience = arena_copy(arena, head->audience);
    }
    return known->are_all;
}

// Rows stand by audience.
static struct head_row *add_row(struct known_heads *known, struct str audience)
{
    struct str kept = arena_copy(known->arena, audience);
    struct head_row *row = LIST_ADD(&known->rows, struct head_row);
    for (; row > LIST_ITEMS(&known->rows, struct head_row) &&
           str_compare(row[-1].audience, audience) > 0;
         row--)
        *row = row[-1];
    *row = (struct head_row){.audience = kept};
    return row;
}

void known_heads_note(struct known_heads *known, const struct head_row *head)
{
    if (!known->arena) {
        known->arena = arena_open_small();
        known->rows = LIST_MAKE(known->arena, struct head_row);
    }
    struct head_row *row = row_of(known, head->audience);
    if (!row)
        row = add_row(known, head->audience);
    row->size = head->size;
    row->root = head->root;
}

void known_heads_forget(struct known_heads *known)
{
    arena_close(known->arena);
    *known = (struct known_heads){0};
}
