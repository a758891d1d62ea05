// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_drafts.h"

#include "casefile/access.h"

struct str case_draft_day(const struct item *draft)
{
    struct str date = json_text(draft->value, "date");
    return date.length > 0 ? date : str_slice(draft->born, 0, 10);
}

// The drafts of one document that may count, in their order; all parties see them.
struct choosing {
    const struct items *items;
    struct arena *arena;
    struct list drafts; // const struct item *
    struct list groups; // const struct item *
    const struct item *base;
    size_t behind_base; // index of the first draft that came after it
};

static const struct item *draft_at(const struct choosing *choosing, size_t i)
{
    return *LIST_AT(&choosing->drafts, const struct item *, i);
}

// A sealed draft is its group's own business: it is no part of the text that all parties see.
static bool may_count(const struct item *draft, struct str document,
                      const struct draft_choice *choice)
{
    bool is_named = (choice->extra && str_equal(draft->id, choice->extra->id)) ||
                    (choice->without && str_equal(draft->id, choice->without->id));
    return access_is_open(order_audience(draft->last)) && !is_named &&
           str_equal(json_text(draft->value, "document"), document) &&
           (choice->until.length == 0 || str_compare(case_draft_day(draft), choice->until) <= 0);
}

static void list_drafts(struct choosing *choosing, struct str document,
                        const struct draft_choice *choice)
{
    struct list all = items_of(choosing->items, "draft", choosing->arena);
    choosing->drafts = LIST_MAKE(choosing->arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *draft = *LIST_AT(&all, const struct item *, i);
        if (may_count(draft, document, choice))
            *LIST_ADD(&choosing->drafts, const struct item *) = draft;
    }
    if (choice->extra)
        *LIST_ADD(&choosing->drafts, const struct item *) = choice->extra;
    for (size_t i = 0; i < choosing->drafts.count; i++)
        if (json_text(draft_at(choosing, i)->value, "party").length == 0) {
            choosing->base = draft_at(choosing, i);
            choosing->behind_base = i + 1;
        }
}

// Was the draft made from the base, perhaps by way of other drafts? One that does not say came
// after it.
static bool is_from_base(const struct choosing *choosing, size_t number)
{
    const struct item *draft = draft_at(choosing, number);
    for (size_t steps = 0; steps <= choosing->drafts.count; steps++) {
        struct str from = json_text(draft->value, "base");
        if (from.length == 0)
            return number >= choosing->behind_base;
        if (choosing->base && str_equal(from, choosing->base->id))
            return true;
        draft = items_find(choosing->items, "draft", from);
        if (!draft || json_text(draft->value, "party").length == 0)
            return false; // another base
    }
    return false; // drafts that are said to be made from one another
}

// The newest draft of a party or group; NULL when there is none.
static const struct item *newest_of(const struct choosing *choosing, struct str party)
{
    for (size_t i = choosing->drafts.count; i > 0; i--)
        if (str_equal(json_text(draft_at(choosing, i - 1)->value, "party"), party) &&
            is_from_base(choosing, i - 1))
            return draft_at(choosing, i - 1);
    return NULL;
}

static const struct item *draft_of_group(const struct choosing *choosing, struct str party)
{
    const struct item *found = NULL;
    for (size_t i = 0; i < choosing->groups.count; i++) {
        const struct item *group = *LIST_AT(&choosing->groups, const struct item *, i);
        if (access_is_member(choosing->items, group->id, party)) {
            const struct item *draft = newest_of(choosing, group->id);
            found = draft ? draft : found;
        }
    }
    return found;
}

void case_drafts(const struct items *items, struct str document, const struct draft_choice *choice,
                 struct arena *arena, const struct item **base, struct list *drafts)
{
    static const struct draft_choice every = {.extra = NULL};
    struct choosing choosing = {
        .items = items, .arena = arena, .groups = items_of(items, "group", arena)};
    struct list parties = items_of(items, "party", arena);
    list_drafts(&choosing, document, choice ? choice : &every);
    *base = choosing.base;
    *drafts = LIST_MAKE(arena, struct current_draft);
    for (size_t i = 0; choosing.base && i < parties.count; i++) {
        struct str party = (*LIST_AT(&parties, const struct item *, i))->id;
        const struct item *draft = newest_of(&choosing, party);
        if (!draft)
            draft = draft_of_group(&choosing, party);
        if (draft)
            *LIST_ADD(drafts, struct current_draft) = (struct current_draft){party, draft};
    }
}

bool case_document_drafts(const struct casefile *casefile, struct str document, struct arena *arena,
                          const struct item **base, struct list *drafts, struct error *error)
{
    if (!items_find(&casefile->items, "document", document))
        return error_set(error, NOT_FOUND, "the case has no document \"%.*s\" that you may see%.*s",
                         STR_ARGS(document),
                         STR_ARGS(items_meant(&casefile->items, "document", document, arena)));
    case_drafts(&casefile->open, document, NULL, arena, base, drafts);
    return true;
}

static bool is_marked(const struct item *draft, const char *name)
{
    const struct json *flag = json_member(draft->value, name);
    return flag && flag->kind == JSON_BOOL && flag->truth;
}

bool case_draft_is_fragment(const struct item *draft)
{
    return is_marked(draft, "fragment");
}

bool case_draft_is_counter(const struct item *draft)
{
    return is_marked(draft, "counter");
}

bool case_draft_file(struct casefile *casefile, const struct item *draft, struct arena *arena,
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
        case_drafts(holders->items, document, NULL, holders->arena, &base,
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
