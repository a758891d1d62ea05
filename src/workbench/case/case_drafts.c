// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_drafts.h"

#include "casefile/access.h"

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

void case_drafts_with(const struct items *items, struct str document, const struct item *extra,
                      struct arena *arena, const struct item **base, struct list *drafts)
{
    struct list all = open_drafts(items, extra, arena);
    gather(items, &all, document, arena, base, drafts);
}

void case_drafts(const struct items *items, struct str document, struct arena *arena,
                 const struct item **base, struct list *drafts)
{
    case_drafts_with(items, document, NULL, arena, base, drafts);
}

// --- Who holds the base's wording

struct case_holders case_holders_make(const struct items *items, struct arena *arena)
{
    return (struct case_holders){items, arena, names_make(arena), LIST_MAKE(arena, struct list)};
}

// The drafts that count for a document; looked up once for each.
static const struct list *drafts_for(struct case_holders *holders, struct str document)
{
    uint32_t number = names_add(holders->documents, document);
    if (number == holders->drafts.count) {
        const struct item *base;
        case_drafts(holders->items, document, holders->arena, &base,
                    LIST_ADD(&holders->drafts, struct list));
    }
    return LIST_AT(&holders->drafts, struct list, number);
}

bool case_variant_has(const struct json *variant, struct str party)
{
    const struct json *parties = json_member(variant, "parties");
    for (size_t i = 0; parties && i < parties->count; i++)
        if (str_equal(parties->items[i].text, party))
            return true;
    return false;
}

static bool holds_another(const struct json *variants, struct str party)
{
    for (size_t i = 1; i < variants->count; i++)
        if (case_variant_has(&variants->items[i], party))
            return true;
    return false;
}

const struct json *case_slot_whole(struct case_holders *holders, const struct item *slot)
{
    struct arena *arena = holders->arena;
    const struct json *variants = json_member(slot->value, "variants");
    if (!variants || variants->count == 0 || json_member(&variants->items[0], "parties"))
        return slot->value;
    const struct list *drafts = drafts_for(holders, json_text(slot->value, "document"));
    struct json *parties = ARENA_ARRAY(arena, struct json, drafts->count + 1);
    struct json list = {.kind = JSON_ARRAY, .items = parties};
    for (size_t i = 0; i < drafts->count; i++) {
        struct str party = LIST_AT(drafts, struct current_draft, i)->party;
        if (!holds_another(variants, party))
            parties[list.count++] = *json_of_str(arena, party);
    }
    struct json_object base = json_object_from(arena, &variants->items[0]);
    json_object_set(&base, STR("parties"), &list);
    struct json *rows = ARENA_ARRAY(arena, struct json, variants->count);
    for (size_t i = 1; i < variants->count; i++)
        rows[i] = variants->items[i];
    rows[0] = *json_object_done(&base, arena);
    struct json all = {.kind = JSON_ARRAY, .items = rows, .count = variants->count};
    struct json_object whole = json_object_from(arena, slot->value);
    json_object_set(&whole, STR("variants"), &all);
    return json_object_done(&whole, arena);
}
