// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_drafts.h"
#include "workbench/text/table.h"
#include "workbench/workbench_pages/desk_parts.h"

static void list_drafts(struct desk_gathering *g, const struct item *document,
                        struct desk_beside *beside)
{
    struct list all = items_of(g->items, "draft", g->arena);
    beside->drafts = LIST_MAKE(g->arena, struct desk_draft);
    for (size_t i = all.count; i-- > 0;) {
        const struct item *draft = *LIST_AT(&all, const struct item *, i);
        if (str_equal(desk_field(draft, "document"), document->id))
            *LIST_ADD(&beside->drafts, struct desk_draft) = desk_draft_of(draft);
    }
}

static bool is_listed(const struct desk_beside *beside, struct str id)
{
    for (size_t i = 0; i < beside->drafts.count; i++)
        if (str_equal(LIST_AT(&beside->drafts, struct desk_draft, i)->id, id))
            return true;
    return false;
}

// Where nobody says otherwise: the newest base, and the newest draft of a party.
static void choose(struct desk_gathering *g, struct desk_beside *beside)
{
    for (size_t i = beside->drafts.count; i-- > 0;) {
        const struct desk_draft *draft = LIST_AT(&beside->drafts, struct desk_draft, i);
        if (draft->party.length == 0)
            beside->one = draft->id;
        else
            beside->other = draft->id;
    }
    if (g->options->one)
        beside->one = str_of(g->options->one);
    if (g->options->other)
        beside->other = str_of(g->options->other);
}

static bool file_of(struct desk_gathering *g, struct str id, struct entente_file *file)
{
    return case_draft_file(g->handle->casefile, items_find(g->items, "draft", id), g->arena, file,
                           g->error);
}

static bool compare(struct desk_gathering *g, struct desk_beside *beside)
{
    struct entente_file one;
    struct entente_draft other = {.party = "other"};
    struct table_options options = {.gate = {.any_base = true}, .takes_all_changes = true};
    struct merged *merged = ARENA_NEW(g->arena, struct merged);
    struct sheet *sheet = ARENA_NEW(g->arena, struct sheet);
    if (!file_of(g, beside->one, &one) || !file_of(g, beside->other, &other.file) ||
        !table_lay(&one, &other, 1, &options, &g->budget, g->arena, merged, g->error))
        return false;
    table_sheet(merged, g->arena, sheet);
    beside->sheet = sheet;
    return true;
}

bool desk_beside_find(struct desk_gathering *g, struct desk_beside *beside)
{
    const struct item *item;
    if (!desk_document_asked(g, &item))
        return false;
    *beside = (struct desk_beside){.document = {item->id, desk_field(item, "title")}};
    list_drafts(g, item, beside);
    choose(g, beside);
    if (beside->one.length == 0 || beside->other.length == 0)
        return true;
    if (!is_listed(beside, beside->one) || !is_listed(beside, beside->other))
        return error_set(g->error, NOT_FOUND, "%.*s has no such draft that you may see",
                         STR_ARGS(item->id));
    if (compare(g, beside))
        return true;
    if (g->error->code == STOPPED)
        return false;
    char line[1024];
    error_print(g->error, line, sizeof line);
    beside->trouble = arena_copy(g->arena, str_of(line));
    return true;
}
