// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_taken.h"

bool case_draft_take(struct casefile *casefile, const struct current_draft *draft,
                     const struct act *act, struct arena *arena, struct drafts_taken *taken,
                     struct error *error)
{
    struct entente_draft *own = &taken->drafts[taken->count];
    own->party = arena_c_string(arena, draft->party);
    taken->manners[taken->count++] = case_draft_manner(&casefile->open, act, draft->draft, arena);
    return case_draft_file(casefile, draft->draft, arena, &own->file, error);
}

bool case_drafts_take(struct casefile *casefile, const struct item *base,
                      const struct list *current, const struct act *act, struct arena *arena,
                      struct drafts_taken *taken, struct error *error)
{
    *taken = (struct drafts_taken){
        .drafts = ARENA_ARRAY(arena, struct entente_draft, current->count + 1),
        .manners = ARENA_ARRAY(arena, struct draft_manner, current->count + 1)};
    if (!case_draft_file(casefile, base, arena, &taken->base, error))
        return false;
    for (size_t i = 0; i < current->count; i++)
        if (!case_draft_take(casefile, LIST_AT(current, struct current_draft, i), act, arena, taken,
                             error))
            return false;
    return true;
}
