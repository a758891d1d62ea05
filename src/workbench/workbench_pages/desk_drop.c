// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_pages.h"
#include "workbench/door.h"
#include "workbench/text/table.h"
#include "workbench/workbench_pages/desk.h"

static bool find(const struct entente_dropped *dropped, struct budget *budget, struct arena *arena,
                 struct merge_answer *found, struct error *error)
{
    struct table_options table = {.gate = {GATE_MERGE, false, NULL}};
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!dropped->base)
        return error_set(error, MISUSE, "there is no base");
    if (!table_lay(dropped->base, dropped->drafts, dropped->draft_count, &table, budget, arena,
                   merged, error))
        return false;
    table_sheet(merged, arena, &found->sheet);
    found->counts = sheet_counts_make(&found->sheet, arena);
    return true;
}

bool entente_drop_result_page(const struct entente_page_options *options,
                              const struct entente_dropped *dropped,
                              const struct entente_bounds *bounds, struct entente_answer **answer,
                              struct entente_error *error)
{
    struct entente_page_options own;
    struct entente_dropped given;
    if (!DOOR_TAKE(options, &own, error) || !DOOR_TAKE(dropped, &given, error) ||
        !door_bounds(bounds, error))
        return false;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct merge_answer found = {0};
    struct error inner;
    if (!find(&given, &budget, made->arena, &found, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    struct desk_frame frame = desk_frame_of(&own);
    struct desk_dropped shown = {&found, str_of(given.address), str_of(given.keep)};
    made->output = desk_result_page(&frame, &shown, made->arena);
    *answer = made;
    return true;
}
