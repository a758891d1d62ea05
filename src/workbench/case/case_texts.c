// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_texts.h"

struct case_texts {
    struct arena *arena;
    struct list items; // struct case_text *
};

void case_text_close(struct case_text *text)
{
    shelf_give(text->shelf, text->shared);
    arena_close(text->arena);
}

void case_texts_close(struct case_texts *texts)
{
    if (!texts)
        return;
    for (size_t i = 0; i < texts->items.count; i++)
        case_text_close(*LIST_AT(&texts->items, struct case_text *, i));
    arena_close(texts->arena);
}

struct case_text **case_texts_place(struct case_texts **texts, struct str document)
{
    if (!*texts) {
        struct arena *arena = arena_open_small();
        *texts = ARENA_NEW(arena, struct case_texts);
        **texts = (struct case_texts){arena, LIST_MAKE(arena, struct case_text *)};
    }
    struct list *items = &(*texts)->items;
    for (size_t i = 0; i < items->count; i++)
        if (str_equal((*LIST_AT(items, struct case_text *, i))->document, document))
            return LIST_AT(items, struct case_text *, i);
    struct arena *own = arena_open_small();
    struct case_text *made = ARENA_NEW(own, struct case_text);
    *made = (struct case_text){.arena = own, .document = arena_copy(own, document)};
    struct case_text **place = LIST_ADD(items, struct case_text *);
    *place = made;
    return place;
}
