// SPDX-License-Identifier: Apache-2.0
// entente spatial: the figures of a table of actors, as tables for a terminal, JSON or a page.
#include "render/bargain/spatial_forms.h"
#include "workbench/answer.h"
#include "workbench/bargain/spatial_find.h"
#include "workbench/door.h"

#include <entente/spatial.h>

static struct str show(enum entente_spatial_form form, const struct spatial_answer *answer,
                       struct str name, struct arena *arena)
{
    switch (form) {
    case ENTENTE_SPATIAL_JSON:
        return spatial_json(answer, arena);
    case ENTENTE_SPATIAL_HTML:
        return spatial_page(answer, str_skip(name, str_behind_last(name, '/')), arena);
    case ENTENTE_SPATIAL_TEXT:
        break;
    }
    return spatial_text(answer, arena);
}

static bool answer_table(const struct entente_spatial_options *options,
                         const struct entente_file *table, struct budget *budget,
                         struct entente_answer *made, struct error *error)
{
    struct spatial_answer answer;
    struct str source = str_of(table->name);
    if (!spatial_find(source, answer_file(table), budget, made->arena, &answer, error) ||
        (options->challenge &&
         !spatial_challenge_find(&answer, source, budget, made->arena, error)))
        return false;
    made->output = show(options->form, &answer, source, made->arena);
    made->summary = arena_copy(made->arena, answer.actors.notes);
    return true;
}

bool entente_spatial(const struct entente_spatial_options *options,
                     const struct entente_file *table, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_spatial_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct error inner;
    struct budget budget = answer_budget(bounds);
    if (!answer_table(options, table, &budget, made, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
