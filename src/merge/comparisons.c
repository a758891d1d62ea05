// SPDX-License-Identifier: Apache-2.0
#include "merge/comparisons.h"

#include "base/list.h"

struct comparisons {
    struct arena *arena;
    struct dictionary *dictionary;
    size_t max_tokens;
    struct tokens base;
    struct compare_base against;
    struct list copies; // struct comparison *
};

bool comparisons_open(const struct document *base, size_t max_tokens,
                      struct comparisons **comparisons, struct error *error)
{
    struct arena *arena = arena_open();
    struct comparisons *made = ARENA_NEW(arena, struct comparisons);
    *made = (struct comparisons){.arena = arena,
                                 .dictionary = dictionary_make(arena),
                                 .max_tokens = max_tokens,
                                 .copies = LIST_MAKE(arena, struct comparison *)};
    if (!tokens_cut(base, max_tokens, made->dictionary, arena, &made->base, error)) {
        arena_close(arena);
        return false;
    }
    made->against = compare_base_make(&made->base, arena);
    *comparisons = made;
    return true;
}

void comparisons_close(struct comparisons *comparisons)
{
    if (comparisons)
        arena_close(comparisons->arena);
}

bool comparisons_add(struct comparisons *comparisons, const struct document *copy,
                     struct budget *budget, struct error *error)
{
    struct arena *arena = comparisons->arena;
    struct tokens *tokens = ARENA_NEW(arena, struct tokens);
    struct comparison *comparison = ARENA_NEW(arena, struct comparison);
    if (!tokens_cut(copy, comparisons->max_tokens, comparisons->dictionary, arena, tokens, error) ||
        !compare_draft(&comparisons->against, tokens, NULL, false, budget, arena, comparison,
                       error))
        return false;
    *LIST_ADD(&comparisons->copies, struct comparison *) = comparison;
    return true;
}

const struct tokens *comparisons_base(const struct comparisons *comparisons)
{
    return &comparisons->base;
}

const struct comparison *comparisons_of(const struct comparisons *comparisons,
                                        const struct document *copy)
{
    for (size_t i = 0; i < comparisons->copies.count; i++) {
        const struct comparison *each = *LIST_AT(&comparisons->copies, struct comparison *, i);
        if (each->draft->document == copy)
            return each;
    }
    return NULL;
}
