// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_text.h"

#include "casefile/slot_match.h"
#include "workbench/case/case_slots.h"
#include "workbench/case/case_taken.h"
#include "workbench/text/table.h"

// The drafts that count, and what is known of each: a draft that is entered again has another order, and so
// has a match.
static struct str key_of(const struct items *items, const struct item *base,
                         const struct list *drafts, struct arena *arena)
{
    struct builder key = builder_make(arena);
    struct list matches = items_of(items, "match", arena);
    struct str newest = STR("");
    for (size_t i = 0; i < matches.count; i++) {
        struct str last = (*LIST_AT(&matches, const struct item *, i))->last;
        newest = str_compare(last, newest) > 0 ? last : newest;
    }
    builder_print(&key, "%zu %.*s\n", matches.count, STR_ARGS(newest));
    builder_print(&key, "%zu\n%.*s %.*s\n", items_count(items, STR("slot")), STR_ARGS(base->id),
                  STR_ARGS(base->last));
    for (size_t i = 0; i < drafts->count; i++) {
        const struct current_draft *draft = LIST_AT(drafts, struct current_draft, i);
        builder_print(&key, "%.*s %.*s %.*s\n", STR_ARGS(draft->party), STR_ARGS(draft->draft->id),
                      STR_ARGS(draft->draft->last));
    }
    return builder_str(&key);
}

static bool merge(struct casefile *casefile, const struct item *base, const struct list *current,
                  struct budget *budget, struct case_text *text, struct error *error)
{
    struct arena *arena = text->arena;
    struct drafts_taken taken;
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!case_drafts_take(casefile, base, current, NULL, arena, &taken, error))
        return false;
    // With no draft yet the base stands alone, as its own only copy.
    if (taken.count == 0)
        taken.drafts[taken.count++] = (struct entente_draft){"base", taken.base};
    struct table_options options = {.gate = {GATE_MERGE, true, NULL}, .manners = taken.manners};
    if (!table_lay(&taken.base, taken.drafts, taken.count, &options, budget, arena, merged, error))
        return false;
    table_sheet(merged, arena, &text->sheet);
    text->merged = merged;
    text->counts = sheet_counts_make(&text->sheet, arena);
    return true;
}

// By what id the case knows each slot.
static void name_slots(const struct items *items, struct case_text *text)
{
    struct str *ids = ARENA_ARRAY(text->arena, struct str, text->sheet.slot_count + 1);
    struct arena *scratch = arena_open();
    struct slot_match match;
    struct list found = case_find_slots(&text->sheet, scratch);
    slot_match_make(items, text->document, NULL, LIST_ITEMS(&found, struct found_slot), found.count,
                    scratch, &match);
    for (size_t i = 0; i < match.count; i++)
        if (match.slots[i].old)
            ids[match.slots[i].found->number] =
                arena_copy(text->arena, match.slots[i].old->item->id);
    arena_close(scratch);
    text->slot_ids = ids;
}

// Taken from the shelf where the text can be shared, else merged here.
static bool make(struct entente_case *handle, const struct item *base, const struct list *drafts,
                 struct budget *budget, struct case_text *made, struct error *error)
{
    struct casefile *casefile = handle->casefile;
    const struct shelf_wanted wanted = {
        .document = made->document, .base = base, .current = drafts};
    made->shelf = handle->shelf;
    if (!shelf_take(handle->shelf, casefile, &wanted, budget, &made->shared, error))
        return false;
    if (made->shared) {
        made->merged = made->shared->merged;
        made->sheet = made->shared->sheet;
        made->counts = made->shared->counts;
        return true;
    }
    // Documents borrow the budget that they are read by, and outlive the caller's.
    struct budget *kept = ARENA_NEW(made->arena, struct budget);
    *kept = *budget;
    bool done = merge(casefile, base, drafts, kept, made, error);
    *budget = *kept;
    *kept = answer_budget(NULL);
    return done;
}

bool case_text_of(struct entente_case *handle, struct str document, struct budget *budget,
                  const struct case_text **text, struct error *error)
{
    const struct items *items = &handle->casefile->items;
    struct case_text **place = case_texts_place(&handle->texts, document);
    struct arena *arena = arena_open();
    const struct item *base;
    struct list drafts;
    *text = NULL;
    case_drafts(items, document, NULL, arena, &base, &drafts);
    if (!base) {
        arena_close(arena);
        return true;
    }
    struct str key = key_of(items, base, &drafts, arena);
    if (str_equal((*place)->key, key)) {
        arena_close(arena);
        *text = *place;
        return true;
    }
    struct arena *own = arena_open();
    struct case_text *made = ARENA_NEW(own, struct case_text);
    *made = (struct case_text){
        .arena = own, .document = arena_copy(own, document), .key = arena_copy(own, key)};
    bool done = make(handle, base, &drafts, budget, made, error);
    arena_close(arena);
    if (!done) {
        case_text_close(made);
        return false;
    }
    name_slots(items, made);
    case_text_close(*place);
    *place = made;
    *text = made;
    return true;
}
