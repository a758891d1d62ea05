// SPDX-License-Identifier: Apache-2.0
#include "casefile/access.h"
#include "merge/point_text.h"
#include "time_limits/limits.h"
#include "workbench/case/case_drafts.h"
#include "workbench/workbench_pages/desk_scoring.h"

// --- Wordings

static uint32_t parties_of(const struct json *variant, struct arena *arena,
                           const struct str **parties)
{
    const struct json *list = json_member(variant, "parties");
    size_t count = list ? list->count : 0;
    struct str *made = ARENA_ARRAY(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        made[i] = list->items[i].text;
    *parties = made;
    return (uint32_t)count; // at most 200
}

static struct desk_variant *find_variants(struct desk_gathering *g, const struct item *item,
                                          struct desk_slot_view *view)
{
    struct case_holders holders = case_holders_make(g->items, g->arena);
    const struct json *whole = case_slot_whole(&holders, item);
    const struct json *variants = json_member(whole, "variants");
    size_t count = variants ? variants->count : 0;
    struct desk_variant *made = ARENA_ARRAY(g->arena, struct desk_variant, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct json *variant = &variants->items[i];
        struct desk_variant *own = &made[i];
        own->id = json_text(variant, "id");
        own->text = json_text(variant, "text");
        own->party_count = parties_of(variant, g->arena, &own->parties);
        own->is_base = str_equal(own->id, desk_field(item, "base"));
        own->is_agreed =
            str_equal(view->slot->status, STR("agreed")) && str_equal(own->id, view->slot->agreed);
        own->times = LIST_MAKE(g->arena, struct str);
        own->packages = LIST_MAKE(g->arena, struct str);
        bool is_viewers = case_variant_has(variant, g->handle->casefile->view.viewer);
        if (is_viewers || (own->is_base && view->own.length == 0))
            view->own = own->text;
    }
    view->variants = made;
    view->variant_count = (uint32_t)count;
    return made;
}

// --- Time: the limits that stand in the point when it has this wording

// The point as it reads with one wording of the slot, the others as in the base.
static struct str point_with(const struct sheet *sheet, uint32_t number,
                             const struct wording *wording, struct arena *arena)
{
    const struct point *point = &sheet->points[sheet->slots[number].point];
    struct builder out = builder_make(arena);
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct segment *segment = point_segment(sheet, point, i);
        builder_add(&out,
                    segment->slot == number
                        ? wording->text
                        : segment_text(sheet, segment, (struct sheet_reading){.kind = READ_BASE}));
    }
    return builder_str(&out);
}

static bool has_limit(const struct limits_found *found, const struct limit *limit)
{
    for (size_t i = 0; i < found->count; i++)
        if (str_equal(found->items[i].phrase, limit->phrase))
            return true;
    return false;
}

static struct str limit_words(const struct limit *limit, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "“%.*s”", STR_ARGS(limit->phrase));
    if (limit->step.length > 0)
        builder_print(&out, " for %.*s", STR_ARGS(limit->step));
    if (limit->is_open)
        builder_add_c(&out, " (a vague term)");
    return builder_str(&out);
}

static bool read_limits(struct desk_gathering *g, struct str text, struct limits_found *found)
{
    struct limits_text source = {.name = STR("point"), .text = text, .has_paragraph_lines = true};
    return limits_read(&source, g->arena, found, g->error);
}

// What the wording brings that the base's has not, and what it takes away.
static void compare_limits(struct desk_gathering *g, const struct limits_found *base,
                           const struct limits_found *own, struct list *times)
{
    for (size_t i = 0; i < own->count; i++)
        if (!has_limit(base, &own->items[i]))
            *LIST_ADD(times, struct str) = arena_print(
                g->arena, "sets a limit: %.*s", STR_ARGS(limit_words(&own->items[i], g->arena)));
    for (size_t i = 0; i < base->count; i++)
        if (!has_limit(own, &base->items[i]))
            *LIST_ADD(times, struct str) = arena_print(
                g->arena, "drops the limit %.*s", STR_ARGS(limit_words(&base->items[i], g->arena)));
}

static bool find_times(struct desk_gathering *g, const struct sheet *sheet, uint32_t number,
                       struct desk_variant *variants, struct desk_slot_view *view)
{
    const struct sheet_slot *slot = &sheet->slots[number];
    struct limits_found base;
    if (!read_limits(g, point_with(sheet, number, &slot->wordings[0], g->arena), &base))
        return false;
    for (uint32_t w = 0; w < slot->wording_count; w++)
        for (uint32_t v = 0; v < view->variant_count; v++) {
            struct desk_variant *own = &variants[v];
            struct limits_found found;
            if (!str_equal(own->text, slot->wordings[w].text))
                continue;
            if (!read_limits(g, point_with(sheet, number, &slot->wordings[w], g->arena), &found))
                return false;
            for (size_t i = 0; w == 0 && i < found.count; i++)
                *LIST_ADD(&own->times, struct str) =
                    arena_print(g->arena, "has the limit %.*s",
                                STR_ARGS(limit_words(&found.items[i], g->arena)));
            if (w > 0)
                compare_limits(g, &base, &found, &own->times);
        }
    view->has_times = true;
    return true;
}

// --- What is said of it

static struct desk_comment comment_of(const struct item *item, uint32_t depth)
{
    struct str date = desk_field(item, "date");
    return (struct desk_comment){.id = item->id,
                                 .party = desk_field(item, "party"),
                                 .text = desk_field(item, "text"),
                                 .date = date.length > 0 ? date : order_time(item->born),
                                 .is_resolved =
                                     str_equal(desk_field(item, "state"), STR("resolved")),
                                 .depth = depth};
}

// Answers to a comment, each with its own. A circle of answers cannot be entered in order; depth is
// bounded all the same.
static void add_answers(const struct list *items, struct str parent, uint32_t depth,
                        struct list *comments)
{
    enum { DEPTH_MAX = 12 };
    for (size_t i = 0; depth < DEPTH_MAX && i < items->count; i++) {
        const struct item *item = *LIST_AT(items, const struct item *, i);
        if (!str_equal(desk_field(item, "parent"), parent))
            continue;
        *LIST_ADD(comments, struct desk_comment) = comment_of(item, depth);
        add_answers(items, item->id, depth + 1, comments);
    }
}

static void find_comments(struct desk_gathering *g, struct desk_slot_view *view)
{
    struct list items = items_of(g->items, "comment", g->arena);
    struct list notes = items_of(g->items, "note", g->arena);
    view->comments = LIST_MAKE(g->arena, struct desk_comment);
    view->notes = LIST_MAKE(g->arena, struct desk_comment);
    for (size_t i = 0; i < items.count; i++) {
        const struct item *item = *LIST_AT(&items, const struct item *, i);
        if (!str_equal(desk_field(item, "slot"), view->slot->id) ||
            desk_field(item, "parent").length > 0)
            continue;
        *LIST_ADD(&view->comments, struct desk_comment) = comment_of(item, 0);
        add_answers(&items, item->id, 1, &view->comments);
    }
    for (size_t i = 0; i < notes.count; i++) {
        const struct item *item = *LIST_AT(&notes, const struct item *, i);
        if (desk_about(item, view->slot->id))
            *LIST_ADD(&view->notes, struct desk_comment) = comment_of(item, 0);
    }
}

// --- History

static bool touches(const struct json *change, struct str slot)
{
    struct str kind = json_text(change, "kind");
    const struct json *set = json_member(change, "set");
    return (str_equal(kind, STR("slot")) && str_equal(json_text(change, "id"), slot)) ||
           ((str_equal(kind, STR("stance")) || str_equal(kind, STR("comment"))) &&
            str_equal(json_text(set, "slot"), slot));
}

// "UA: " where it is not whoever entered it.
static struct str whose(struct str party, struct str by, struct arena *arena)
{
    return str_equal(party, by) ? STR("") : arena_print(arena, "%.*s: ", STR_ARGS(party));
}

static struct str change_words(const struct json *change, struct str by, struct arena *arena)
{
    const struct json *set = json_member(change, "set");
    struct str kind = json_text(change, "kind");
    if (!set)
        return arena_print(arena, "%.*s taken out", STR_ARGS(kind));
    if (str_equal(kind, STR("stance"))) {
        struct str condition = json_text(set, "condition");
        return arena_print(arena, "%.*s%.*s%s%.*s",
                           STR_ARGS(whose(json_text(set, "party"), by, arena)),
                           STR_ARGS(json_text(set, "stance")), condition.length > 0 ? ", " : "",
                           STR_ARGS(condition));
    }
    if (str_equal(kind, STR("comment")))
        return arena_print(arena, "%.*s%.*s", STR_ARGS(whose(json_text(set, "party"), by, arena)),
                           STR_ARGS(json_text(set, "text")));
    struct str status = json_text(set, "status");
    const struct json *variants = json_member(set, "variants");
    return arena_print(arena, "%.*s, %zu wordings",
                       STR_ARGS(status.length > 0 ? status : STR("open")),
                       variants ? variants->count : 0);
}

// All entries are read for it, which takes long where there are very many slots.
static bool find_events(struct desk_gathering *g, struct desk_slot_view *view)
{
    enum { SLOTS_AT_ONCE = 2000 };
    struct list entries;
    view->events = LIST_MAKE(g->arena, struct desk_event);
    view->has_history = items_count(g->items, STR("slot")) <= SLOTS_AT_ONCE ||
                        str_equal(str_of(g->options->reading), STR("history"));
    if (!view->has_history)
        return true;
    if (!casefile_entries(g->handle->casefile, NULL, g->arena, &entries, g->error))
        return false;
    for (size_t i = entries.count; i-- > 0;) {
        const struct entry *entry = &LIST_AT(&entries, struct viewed_entry, i)->entry;
        for (size_t k = 0; k < entry->changes->count; k++) {
            const struct json *change = &entry->changes->items[k];
            if (touches(change, view->slot->id))
                *LIST_ADD(&view->events, struct desk_event) = (struct desk_event){
                    entry->time, entry->by, entry->act, change_words(change, entry->by, g->arena)};
        }
    }
    return true;
}

// --- Where it stands

static bool is_open(const struct desk_slot *slot)
{
    return slot->id.length > 0 && !str_equal(slot->status, STR("agreed")) &&
           !str_equal(slot->status, STR("parked"));
}

static void find_neighbours(const struct desk_document *document, uint32_t number,
                            struct desk_slot_view *view)
{
    for (uint32_t i = 0; i < document->sheet->slot_count; i++) {
        if (!is_open(&document->slots[i]) || i == number)
            continue;
        if (i < number)
            view->previous = document->slots[i].id;
        else if (view->next.length == 0)
            view->next = document->slots[i].id;
    }
}

static uint32_t slot_numbered(const struct desk_document *document, struct str id)
{
    uint32_t count = document->sheet ? document->sheet->slot_count : 0;
    for (uint32_t i = 0; i < count; i++)
        if (str_equal(document->slots[i].id, id))
            return i;
    return NO_INDEX;
}

bool desk_slot_find(struct desk_gathering *g, struct desk_slot_view *view)
{
    const struct item *item;
    const struct item *document_item;
    struct desk_document *document = ARENA_NEW(g->arena, struct desk_document);
    if (!case_item_named(g->items, "slot", str_of(g->options->slot), &item, g->error) ||
        !case_item_named(g->items, "document", desk_field(item, "document"), &document_item,
                         g->error) ||
        !desk_document_find(g, document_item, document))
        return false;
    uint32_t number = slot_numbered(document, item->id);
    struct desk_slot *alone = ARENA_NEW(g->arena, struct desk_slot);
    desk_slot_read(g, item, alone);
    *view = (struct desk_slot_view){.document = document->id,
                                    .document_title = document->title,
                                    .slot = alone,
                                    .point = desk_field(item, "point"),
                                    .before = desk_field(item, "before"),
                                    .after = desk_field(item, "after")};
    struct desk_variant *variants = find_variants(g, item, view);
    find_comments(g, view);
    if (number != NO_INDEX) {
        view->row = document->sheet->slots[number].point + 1;
        find_neighbours(document, number, view);
        if (!find_times(g, document->sheet, number, variants, view))
            return false;
        desk_slot_packages_find(g, document->sheet, number, document->id, variants,
                                view->variant_count);
    }
    return find_events(g, view);
}
