// SPDX-License-Identifier: Apache-2.0
#include "statements/statements.h"
#include "workbench/case/case_record.h"
#include "workbench/case/case_show.h"
#include "workbench/workbench_pages/desk_parts.h"

bool desk_items_find(struct desk_gathering *g, const char *kinds, struct desk_items *items)
{
    struct list lists = LIST_MAKE(g->arena, struct case_list);
    struct str rest = str_of(kinds);
    struct str kind;
    while (str_cut(&rest, ',', &kind)) {
        struct case_list list;
        if (!case_list_of(g->handle, arena_c_string(g->arena, kind), g->arena, &list))
            return error_set(g->error, NOT_FOUND, "there is no kind %.*s", STR_ARGS(kind));
        *LIST_ADD(&lists, struct case_list) = list;
    }
    *items = (struct desk_items){.lists = LIST_ITEMS(&lists, struct case_list),
                                 .list_count = lists.count,
                                 .said = LIST_MAKE(g->arena, struct desk_said)};
    return true;
}

static struct str joined(const struct str *items, size_t count, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(items[i]));
    return builder_str(&out);
}

void desk_report_find(struct desk_gathering *g, struct desk_items *items)
{
    const struct entente_file *file = g->options->file;
    struct statements_found found;
    if (!file)
        return;
    struct statements_source source = {.name = str_of(file->name), .text = answer_file(file)};
    items->has_report = true;
    items->report = answer_file(file);
    if (!statements_read(&source, g->arena, &found, g->error)) {
        char line[1024];
        error_print(g->error, line, sizeof line);
        items->trouble = arena_copy(g->arena, str_of(line));
        return;
    }
    for (size_t i = 0; i < found.count; i++) {
        const struct statement *said = &found.items[i];
        *LIST_ADD(&items->said, struct desk_said) =
            (struct desk_said){.speaker = said->speaker,
                               .capacity = said->capacity,
                               .date = said->date,
                               .place = said->place,
                               .words = said->range.text,
                               .about = joined(said->about, said->about_count, g->arena)};
    }
    items->unattributed = found.unattributed_count;
}

bool desk_record_find(struct desk_gathering *g, struct desk_record *record)
{
    struct log_answer *log = ARENA_NEW(g->arena, struct log_answer);
    struct list rows;
    *record = (struct desk_record){.log = log, .has_keys = g->handle->casefile->has_keys};
    if (!store_checkpoints(g->handle->casefile->store, g->arena, &rows, g->error))
        return false;
    for (size_t i = 0; i < rows.count; i++)
        record->has_checkpoint |=
            str_equal(LIST_AT(&rows, struct checkpoint_row, i)->audience, STR("all"));
    return case_log_find(g->handle->casefile, NULL, g->arena, log, g->error);
}
