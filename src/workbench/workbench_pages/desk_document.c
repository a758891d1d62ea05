// SPDX-License-Identifier: Apache-2.0
#include "workbench/workbench_pages/desk_parts.h"

struct str desk_field(const struct item *item, const char *name)
{
    return json_text(item->value, name);
}

struct str desk_joined(const struct desk_gathering *g, const struct item *item, const char *name)
{
    const struct json *list = json_member(item->value, name);
    struct builder out = builder_make(g->arena);
    for (size_t i = 0; list && list->kind == JSON_ARRAY && i < list->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(list->items[i].text));
    return builder_str(&out);
}

bool desk_document_asked(struct desk_gathering *g, const struct item **document)
{
    struct str asked = str_of(g->options->document);
    if (asked.length > 0)
        return case_item_named(g->items, "document", asked, document, g->error);
    struct list documents = items_of(g->items, "document", g->arena);
    if (documents.count == 0)
        return error_set(g->error, NOT_FOUND, "the case has no document yet");
    *document = *LIST_AT(&documents, const struct item *, 0);
    return true;
}

// --- What the case says of the slots

// The slot that an item names, by the names of the slots of this document.
static struct desk_slot *slot_of(const struct names *names, const uint32_t *numbers,
                                 struct desk_slot *slots, struct str id)
{
    uint32_t name = names_find(names, id);
    return name == NAMES_NONE ? NULL : &slots[numbers[name]];
}

static void read_slot(struct desk_gathering *g, const struct item *item, struct desk_slot *slot)
{
    const struct json *agreed = json_member(item->value, "agreed");
    const struct json *by = json_member(agreed, "by");
    struct builder who = builder_make(g->arena);
    for (size_t i = 0; by && i < by->count; i++)
        builder_print(&who, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(by->items[i].text));
    slot->status = desk_field(item, "status");
    slot->agreed = json_text(agreed, "variant");
    slot->agreed_by = builder_str(&who);
}

bool desk_wording_text(const struct desk_slot *slot, struct str variant, struct str *text)
{
    const struct json *variants = json_member(slot->value, "variants");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), variant)) {
            *text = json_text(&variants->items[i], "text");
            return true;
        }
    return false;
}

bool desk_about(const struct item *note, struct str slot)
{
    return str_equal(desk_field(note, "title"), slot);
}

static void add_stance(struct desk_slot *slot, const struct item *item)
{
    *LIST_ADD(&slot->stances, struct desk_stance) =
        (struct desk_stance){.party = desk_field(item, "party"),
                             .variant = desk_field(item, "variant"),
                             .stance = desk_field(item, "stance"),
                             .condition = desk_field(item, "condition"),
                             .date = desk_field(item, "date")};
}

void desk_slot_read(struct desk_gathering *g, const struct item *item, struct desk_slot *slot)
{
    struct list stances = items_of(g->items, "stance", g->arena);
    *slot = (struct desk_slot){
        .id = item->id, .value = item->value, .stances = LIST_MAKE(g->arena, struct desk_stance)};
    read_slot(g, item, slot);
    for (size_t i = 0; i < stances.count; i++) {
        const struct item *stance = *LIST_AT(&stances, const struct item *, i);
        if (str_equal(desk_field(stance, "slot"), item->id))
            add_stance(slot, stance);
    }
}

// One walk over the stances and comments of the case: there may be many.
static const struct desk_slot *slots_of(struct desk_gathering *g, const struct case_text *text)
{
    uint32_t count = text->sheet.slot_count;
    struct desk_slot *slots = ARENA_ARRAY(g->arena, struct desk_slot, count + 1);
    uint32_t *numbers = ARENA_ARRAY(g->arena, uint32_t, count + 1);
    struct names *names = names_make(g->arena);
    for (uint32_t s = 0; s < count; s++) {
        const struct item *item =
            text->slot_ids[s].length > 0 ? items_find(g->items, "slot", text->slot_ids[s]) : NULL;
        if (!item)
            continue;
        slots[s] = (struct desk_slot){.id = item->id,
                                      .value = item->value,
                                      .stances = LIST_MAKE(g->arena, struct desk_stance)};
        read_slot(g, item, &slots[s]);
        numbers[names_add(names, item->id)] = s;
    }
    struct list stances = items_of(g->items, "stance", g->arena);
    for (size_t i = 0; i < stances.count; i++) {
        const struct item *item = *LIST_AT(&stances, const struct item *, i);
        struct desk_slot *slot = slot_of(names, numbers, slots, desk_field(item, "slot"));
        if (slot)
            add_stance(slot, item);
    }
    struct list comments = items_of(g->items, "comment", g->arena);
    for (size_t i = 0; i < comments.count; i++) {
        const struct item *item = *LIST_AT(&comments, const struct item *, i);
        struct desk_slot *slot = slot_of(names, numbers, slots, desk_field(item, "slot"));
        if (slot)
            slot->comment_count++;
    }
    return slots;
}

static void count_settled(struct desk_document *document)
{
    for (uint32_t s = 0; s < document->sheet->slot_count; s++) {
        document->agreed += str_equal(document->slots[s].status, STR("agreed"));
        document->parked += str_equal(document->slots[s].status, STR("parked"));
    }
}

bool desk_document_find(struct desk_gathering *g, const struct item *item,
                        struct desk_document *document)
{
    const struct case_text *text;
    *document = (struct desk_document){.id = item->id, .title = desk_field(item, "title")};
    if (!case_text_of(g->handle, item->id, &g->budget, &text, g->error)) {
        char line[1024];
        if (g->error->code == STOPPED)
            return false;
        error_print(g->error, line, sizeof line);
        document->trouble = arena_copy(g->arena, str_of(line));
        return true;
    }
    if (!text)
        return true;
    document->sheet = &text->sheet;
    document->counts = &text->counts;
    document->slots = slots_of(g, text);
    count_settled(document);
    return true;
}
