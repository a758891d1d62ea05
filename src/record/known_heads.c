// SPDX-License-Identifier: Apache-2.0
#include "record/known_heads.h"

static struct known_head *find(const struct known_heads *known, struct str audience)
{
    for (size_t i = 0; known->arena && i < known->rows.count; i++) {
        struct known_head *head = LIST_AT(&known->rows, struct known_head, i);
        if (str_equal(head->row.audience, audience))
            return head;
    }
    return NULL;
}

bool known_heads_find(const struct known_heads *known, struct str audience, struct head_row *head)
{
    const struct known_head *found = find(known, audience);
    if (!found && !known->are_all)
        return false;
    *head = found ? found->row : (struct head_row){.audience = audience};
    head->audience = audience;
    return true;
}

bool known_heads_list(const struct known_heads *known, struct list *heads, struct arena *arena)
{
    for (size_t i = 0; known->are_all && known->arena && i < known->rows.count; i++) {
        struct head_row *head = LIST_ADD(heads, struct head_row);
        *head = LIST_AT(&known->rows, struct known_head, i)->row;
        head->audience = arena_copy(arena, head->audience);
    }
    return known->are_all;
}

// Rows stand by audience.
static struct known_head *add_row(struct known_heads *known, struct str audience)
{
    struct str kept = arena_copy(known->arena, audience);
    struct known_head *head = LIST_ADD(&known->rows, struct known_head);
    for (; head > LIST_ITEMS(&known->rows, struct known_head) &&
           str_compare(head[-1].row.audience, audience) > 0;
         head--)
        *head = head[-1];
    *head = (struct known_head){.row = {.audience = kept}};
    return head;
}

static struct known_head *find_or_add(struct known_heads *known, struct str audience)
{
    if (!known->arena) {
        known->arena = arena_open_small();
        known->rows = LIST_MAKE(known->arena, struct known_head);
    }
    struct known_head *head = find(known, audience);
    return head ? head : add_row(known, audience);
}

void known_heads_note(struct known_heads *known, const struct head_row *head)
{
    struct known_head *kept = find_or_add(known, head->audience);
    kept->row.size = head->size;
    kept->row.root = head->root;
}

void known_heads_set(struct known_heads *known, const struct head_row *head)
{
    struct known_head *kept = find_or_add(known, head->audience);
    if (!kept->is_of_act) {
        kept->before = kept->row;
        kept->was_due = kept->is_due;
    }
    kept->is_of_act = kept->is_due = true;
    kept->row.size = head->size;
    kept->row.root = head->root;
}

const struct head_row *known_heads_take(struct known_heads *known)
{
    for (size_t i = 0; known->arena && i < known->rows.count; i++) {
        struct known_head *head = LIST_AT(&known->rows, struct known_head, i);
        if (head->is_due) {
            head->is_due = false;
            return &head->row;
        }
    }
    return NULL;
}

void known_heads_mark(struct known_heads *known)
{
    for (size_t i = 0; known->arena && i < known->rows.count; i++)
        LIST_AT(&known->rows, struct known_head, i)->is_of_act = false;
}

void known_heads_restore(struct known_heads *known)
{
    for (size_t i = 0; known->arena && i < known->rows.count; i++) {
        struct known_head *head = LIST_AT(&known->rows, struct known_head, i);
        if (!head->is_of_act)
            continue;
        head->row = head->before;
        head->is_due = head->was_due;
        head->is_of_act = false;
    }
}

void known_heads_forget(struct known_heads *known)
{
    arena_close(known->arena);
    *known = (struct known_heads){0};
}
