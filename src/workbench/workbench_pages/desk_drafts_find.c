// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_taken.h"
#include "workbench/text/table.h"
#include "workbench/workbench_pages/desk_parts.h"

static bool counts(const struct list *current, const struct item *base, const struct item *draft)
{
    for (size_t i = 0; i < current->count; i++)
        if (LIST_AT(current, struct current_draft, i)->draft == draft)
            return true;
    return base == draft;
}

struct desk_draft desk_draft_of(const struct item *draft)
{
    return (struct desk_draft){.id = draft->id,
                               .party = desk_field(draft, "party"),
                               .date = case_draft_day(draft),
                               .file = json_text(json_member(draft->value, "file"), "name")};
}

static void list_drafts(struct desk_gathering *g, const struct item *document,
                        struct desk_drafts_of *own)
{
    struct list all = items_of(g->items, "draft", g->arena);
    const struct item *base;
    struct list current;
    case_drafts(g->items, document->id, NULL, g->arena, &base, &current);
    *own = (struct desk_drafts_of){.document = {document->id, desk_field(document, "title")},
                                   .drafts = LIST_MAKE(g->arena, struct desk_draft),
                                   .has_base = base != NULL,
                                   .has_drafts = base != NULL && current.count > 0};
    for (size_t i = all.count; i-- > 0;) {
        const struct item *draft = *LIST_AT(&all, const struct item *, i);
        if (!str_equal(desk_field(draft, "document"), document->id))
            continue;
        struct desk_draft *shown = LIST_ADD(&own->drafts, struct desk_draft);
        *shown = desk_draft_of(draft);
        shown->note = desk_field(draft, "note");
        shown->is_current = counts(&current, base, draft);
    }
}

// --- What a file would change

// The drafts that count now, with the new file in the place of its party's.
static bool lay_with(struct desk_gathering *g, const struct item *base, const struct list *current,
                     struct str party, struct sheet *sheet)
{
    struct drafts_taken taken = {
        .drafts = ARENA_ARRAY(g->arena, struct entente_draft, current->count + 1),
        .manners = ARENA_ARRAY(g->arena, struct draft_manner, current->count + 1)};
    struct merged *merged = ARENA_NEW(g->arena, struct merged);
    const char *newcomer = arena_c_string(g->arena, party);
    if (!case_draft_file(g->handle->casefile, base, g->arena, &taken.base, g->error))
        return false;
    taken.drafts[taken.count++] = (struct entente_draft){newcomer, *g->options->file};
    for (size_t i = 0; i < current->count; i++) {
        const struct current_draft *draft = LIST_AT(current, struct current_draft, i);
        if (!str_equal(draft->party, party) &&
            !case_draft_take(g->handle->casefile, draft, NULL, g->arena, &taken, g->error))
            return false;
    }
    struct table_options options = {.gate = {GATE_PAGE, false, newcomer}, .manners = taken.manners};
    if (!table_lay(&taken.base, taken.drafts, taken.count, &options, &g->budget, g->arena, merged,
                   g->error))
        return false;
    table_sheet(merged, g->arena, sheet);
    return true;
}

static uint32_t party_numbered(const struct sheet *sheet, struct str name)
{
    uint32_t number = 0;
    while (number < sheet->party_count && !str_equal(sheet->party_names[number], name))
        number++;
    return number;
}

static void count_changes(struct desk_preview *preview, struct sheet *sheet,
                          const struct desk_document *before, struct arena *arena)
{
    struct sheet_counts found = sheet_counts_make(sheet, arena);
    preview->sheet = sheet;
    preview->number = party_numbered(sheet, preview->party);
    preview->open_after = found.open_slots;
    preview->open_before = before->counts ? before->counts->open_slots : 0;
    if (preview->number < sheet->party_count) {
        preview->proposals = found.parties[preview->number].proposals;
        preview->shared = found.parties[preview->number].shared;
    }
}

// A draft that cannot be entered is told; only who says stop ends the page.
static bool find_preview(struct desk_gathering *g, struct desk_drafts *drafts)
{
    const struct item *item;
    const struct item *base;
    struct list current;
    struct desk_document before;
    struct desk_preview *preview = ARENA_NEW(g->arena, struct desk_preview);
    struct sheet *sheet = ARENA_NEW(g->arena, struct sheet);
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, &before))
        return false;
    *preview = (struct desk_preview){.party = str_of(g->options->party),
                                     .file = str_of(g->options->file->name),
                                     .upload = str_of(g->options->upload)};
    drafts->preview = preview;
    drafts->previewed = (struct desk_name){item->id, before.title};
    case_drafts(g->items, item->id, NULL, g->arena, &base, &current);
    if (!base || preview->party.length == 0)
        return true;
    if (lay_with(g, base, &current, preview->party, sheet)) {
        count_changes(preview, sheet, &before, g->arena);
        return true;
    }
    if (g->error->code == STOPPED)
        return false;
    char line[1024];
    error_print(g->error, line, sizeof line);
    preview->trouble = arena_copy(g->arena, str_of(line));
    return true;
}

bool desk_drafts_find(struct desk_gathering *g, struct desk_drafts *drafts)
{
    struct list items = items_of(g->items, "document", g->arena);
    struct desk_drafts_of *made = ARENA_ARRAY(g->arena, struct desk_drafts_of, items.count + 1);
    for (size_t i = 0; i < items.count; i++)
        list_drafts(g, *LIST_AT(&items, const struct item *, i), &made[i]);
    *drafts = (struct desk_drafts){.documents = made, .document_count = (uint32_t)items.count};
    return !g->options->file || find_preview(g, drafts);
}
