// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_slots.h"

#include "casefile/access.h"
#include "workbench/text/table.h"

#include <string.h>

#define CONTEXT_BYTES 60

// --- Which drafts count

static bool is_draft_of(const struct item *draft, struct str document, struct str party)
{
    return str_equal(json_text(draft->value, "document"), document) &&
           str_equal(json_text(draft->value, "party"), party);
}

// The newest of the drafts, in their order, that is this party's; NULL when there is none.
static const struct item *newest_of(const struct list *drafts, size_t from, struct str document,
                                    struct str party)
{
    for (size_t i = drafts->count; i > from; i--) {
        const struct item *draft = *LIST_AT(drafts, const struct item *, i - 1);
        if (is_draft_of(draft, document, party))
            return draft;
    }
    return NULL;
}

// A sealed draft is its group's own business: it is no part of the text that all parties see.
static struct list open_drafts(const struct items *items, const struct item *extra,
                               struct arena *arena)
{
    struct list drafts = items_of(items, "draft", arena);
    struct list open = LIST_MAKE(arena, const struct item *);
    for (size_t i = 0; i < drafts.count; i++) {
        const struct item *draft = *LIST_AT(&drafts, const struct item *, i);
        bool is_extra = extra && str_equal(draft->id, extra->id);
        if (access_is_open(order_audience(draft->last)) && !is_extra)
            *LIST_ADD(&open, const struct item *) = draft;
    }
    if (extra)
        *LIST_ADD(&open, const struct item *) = extra;
    return open;
}

static void add_current(struct list *current, struct str party, const struct item *draft)
{
    *LIST_ADD(current, struct current_draft) = (struct current_draft){party, draft};
}

static const struct item *draft_of_group(const struct items *items, const struct list *drafts,
                                         size_t from, struct str document, struct str party,
                                         struct arena *arena)
{
    struct list groups = items_of(items, "group", arena);
    const struct item *found = NULL;
    for (size_t i = 0; i < groups.count; i++) {
        const struct item *group = *LIST_AT(&groups, const struct item *, i);
        if (access_is_member(items, group->id, party)) {
            const struct item *draft = newest_of(drafts, from, document, group->id);
            found = draft ? draft : found;
        }
    }
    return found;
}

static void gather(const struct items *items, const struct list *drafts, struct str document,
                   struct arena *arena, const struct item **base, struct list *current)
{
    size_t from = 0;
    *base = NULL;
    *current = LIST_MAKE(arena, struct current_draft);
    for (size_t i = 0; i < drafts->count; i++) {
        const struct item *draft = *LIST_AT(drafts, const struct item *, i);
        if (is_draft_of(draft, document, STR(""))) {
            *base = draft;
            from = i + 1;
        }
    }
    struct list parties = items_of(items, "party", arena);
    for (size_t i = 0; i < parties.count; i++) {
        struct str party = (*LIST_AT(&parties, const struct item *, i))->id;
        const struct item *draft = newest_of(drafts, from, document, party);
        if (!draft)
            draft = draft_of_group(items, drafts, from, document, party, arena);
        if (draft)
            add_current(current, party, draft);
    }
}

void case_drafts(const struct items *items, struct str document, struct arena *arena,
                 const struct item **base, struct list *drafts)
{
    struct list all = open_drafts(items, NULL, arena);
    gather(items, &all, document, arena, base, drafts);
}

// --- What the merge finds

static bool draft_file(struct casefile *casefile, const struct item *draft, struct arena *arena,
                       struct entente_file *file, struct error *error)
{
    const struct json *reference = json_member(draft->value, "file");
    struct str bytes;
    if (!casefile_file(casefile, reference, arena, &bytes, error))
        return false;
    *file = (struct entente_file){arena_c_string(arena, json_text(reference, "name")), bytes.bytes,
                                  bytes.length};
    return true;
}

static bool merge_current(struct casefile *casefile, const struct item *base,
                          const struct list *current, bool any_base, struct budget *budget,
                          struct arena *arena, struct sheet *sheet, struct error *error)
{
    struct entente_file base_file;
    struct entente_draft *drafts = ARENA_ARRAY(arena, struct entente_draft, current->count);
    struct table_options options = {.any_base = any_base};
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!draft_file(casefile, base, arena, &base_file, error))
        return false;
    for (size_t i = 0; i < current->count; i++) {
        const struct current_draft *draft = LIST_AT(current, struct current_draft, i);
        drafts[i].party = arena_c_string(arena, draft->party);
        if (!draft_file(casefile, draft->draft, arena, &drafts[i].file, error))
            return false;
    }
    if (!table_lay(&base_file, drafts, current->count, &options, budget, arena, merged, error))
        return false;
    sheet_lay(merged, arena, sheet);
    return true;
}

// The end of the agreed text before a slot, or the start of that behind it; whole characters.
static struct str context(struct str text, bool is_before)
{
    size_t from = is_before && text.length > CONTEXT_BYTES ? text.length - CONTEXT_BYTES : 0;
    size_t to = !is_before && text.length > CONTEXT_BYTES ? CONTEXT_BYTES : text.length;
    while (from > 0 && from < text.length && ((unsigned char)text.bytes[from] & 0xc0) == 0x80)
        from++;
    while (to > 0 && to < text.length && ((unsigned char)text.bytes[to] & 0xc0) == 0x80)
        to--;
    return str_slice(text, from, to);
}

// A point's path without its first part, the base's file name.
static struct str point_path(const struct point *point)
{
    size_t slash = str_find_byte(point->path, '/');
    return slash < point->path.length ? str_skip(point->path, slash + 1) : point->path;
}

static const struct found_variant *variants_of(const struct sheet *sheet,
                                               const struct sheet_slot *slot, struct arena *arena)
{
    struct found_variant *variants = ARENA_ARRAY(arena, struct found_variant, slot->wording_count);
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        struct str *parties = ARENA_ARRAY(arena, struct str, wording->party_count);
        for (uint32_t j = 0; j < wording->party_count; j++)
            parties[j] = sheet->party_names[wording->parties[j].number];
        variants[i] = (struct found_variant){wording->text, parties, wording->party_count};
    }
    return variants;
}

static void find_in_point(const struct sheet *sheet, const struct point *point, struct arena *arena,
                          struct list *found)
{
    const struct segment *segments = sheet->segments + point->first_segment;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        if (segments[i].slot == NO_INDEX)
            continue;
        const struct sheet_slot *slot = &sheet->slots[segments[i].slot];
        if (slot->kind != SLOT_WORDING)
            continue;
        struct found_slot *next = LIST_ADD(found, struct found_slot);
        next->point = point_path(point);
        if (i > 0)
            next->before = context(segments[i - 1].text, true);
        if (i + 1 < point->segment_count)
            next->after = context(segments[i + 1].text, false);
        next->variants = variants_of(sheet, slot, arena);
        next->variant_count = slot->wording_count;
    }
}

bool case_carry_slots(struct casefile *casefile, struct str document, const struct item *extra,
                      bool any_base, struct budget *budget, struct act *act, struct arena *arena,
                      struct slots_carried *carried, struct error *error)
{
    const struct items *items = &casefile->open;
    const struct item *base;
    struct list current;
    struct list found = LIST_MAKE(arena, struct found_slot);
    struct list all = open_drafts(items, extra, arena);
    struct sheet sheet;
    gather(items, &all, document, arena, &base, &current);
    if (base && current.count > 0) {
        if (!merge_current(casefile, base, &current, any_base, budget, arena, &sheet, error))
            return false;
        for (uint32_t i = 0; i < sheet.point_count; i++)
            find_in_point(&sheet, &sheet.points[i], arena, &found);
    }
    *carried = slots_carry(items, document, LIST_ITEMS(&found, struct found_slot), found.count, act,
                           arena);
    return true;
}
