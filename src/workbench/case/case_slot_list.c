// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_slot_list.h"

#include "workbench/case/case_drafts.h"
#include "workbench/case/case_groups.h"
#include "workbench/text/slot_list.h"

enum { BEFORE_PARTIES = 4 }; // row, slot, point, base

struct slot_listing {
    const struct items *items;
    const struct case_list *slots;
    struct arena *arena;
    struct list holders; // struct str: parties and groups that hold a wording, in the case's order
    struct names *known; // slots that stances are about
    struct list stances; // struct list of struct case_stance, by number in `known`
    struct names *commented;
    struct list comments; // struct list of const struct item *, by number in `commented`
};

static bool holds_any(const struct slot_listing *listing, struct str party)
{
    for (size_t s = 0; s < listing->slots->count; s++) {
        const struct json *variants = json_member(listing->slots->items[s].value, "variants");
        for (size_t v = 0; variants && v < variants->count; v++)
            if (case_variant_has(&variants->items[v], party))
                return true;
    }
    return false;
}

static void find_holders(struct slot_listing *listing)
{
    static const char *const kinds[] = {"party", "group"};
    listing->holders = LIST_MAKE(listing->arena, struct str);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct list all = items_of(listing->items, kinds[k], listing->arena);
        for (size_t i = 0; i < all.count; i++) {
            struct str id = (*LIST_AT(&all, const struct item *, i))->id;
            if (holds_any(listing, id))
                *LIST_ADD(&listing->holders, struct str) = id;
        }
    }
}

static void sort_stances(struct slot_listing *listing)
{
    struct list all = items_of(listing->items, "stance", listing->arena);
    listing->known = names_make(listing->arena);
    listing->stances = LIST_MAKE(listing->arena, struct list);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *stance = *LIST_AT(&all, const struct item *, i);
        uint32_t number = names_add(listing->known, json_text(stance->value, "slot"));
        if (number == listing->stances.count)
            *LIST_ADD(&listing->stances, struct list) =
                LIST_MAKE(listing->arena, struct case_stance);
        struct list *of_slot = LIST_AT(&listing->stances, struct list, number);
        *LIST_ADD(of_slot, struct case_stance) = case_stance_of(stance);
    }
}

static void sort_comments(struct slot_listing *listing)
{
    struct list all = items_of(listing->items, "comment", listing->arena);
    listing->commented = names_make(listing->arena);
    listing->comments = LIST_MAKE(listing->arena, struct list);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *comment = *LIST_AT(&all, const struct item *, i);
        struct str slot = json_text(comment->value, "slot");
        if (slot.length == 0)
            continue;
        uint32_t number = names_add(listing->commented, slot);
        if (number == listing->comments.count)
            *LIST_ADD(&listing->comments, struct list) =
                LIST_MAKE(listing->arena, const struct item *);
        *LIST_ADD(LIST_AT(&listing->comments, struct list, number), const struct item *) = comment;
    }
}

// "base, Nereth": who holds a wording; one that nobody holds is quoted.
static struct str holders_of(const struct json *variant, bool is_base, struct arena *arena)
{
    const struct json *parties = json_member(variant, "parties");
    struct builder out = builder_make(arena);
    if (is_base)
        builder_add_c(&out, "base");
    for (size_t i = 0; parties && i < parties->count; i++)
        builder_print(&out, "%s%.*s", out.length > 0 ? ", " : "", STR_ARGS(parties->items[i].text));
    if (out.length == 0)
        builder_print(&out, "“%.*s”", STR_ARGS(slot_list_wording(json_text(variant, "text"))));
    return builder_str(&out);
}

// The wording of a slot with this id: one that is held, or an earlier one.
static const struct json *variant_of(const struct json *slot, struct str id, bool *is_base)
{
    static const char *const lists[] = {"variants", "earlier"};
    for (size_t l = 0; l < 2; l++) {
        const struct json *variants = json_member(slot, lists[l]);
        for (size_t v = 0; variants && v < variants->count; v++)
            if (str_equal(json_text(&variants->items[v], "id"), id)) {
                *is_base = l == 0 && v == 0;
                return &variants->items[v];
            }
    }
    return NULL;
}

static struct str stances_cell(const struct slot_listing *listing, const struct case_item *slot)
{
    uint32_t number = names_find(listing->known, slot->id);
    struct builder cell = builder_make(listing->arena);
    if (number == NAMES_NONE)
        return STR("");
    const struct list *stances = LIST_AT(&listing->stances, struct list, number);
    for (size_t i = 0; i < stances->count; i++) {
        const struct case_stance *stance = LIST_AT(stances, struct case_stance, i);
        bool is_base = false;
        const struct json *variant = variant_of(slot->value, stance->variant, &is_base);
        const struct slot_list_stance line = {
            .party = stance->party,
            .stance = stance->stance,
            .holders = variant ? holders_of(variant, is_base, listing->arena) : STR(""),
            .condition = stance->condition};
        slot_list_add_stance(&cell, &line);
    }
    return builder_str(&cell);
}

static struct str wording_cell(const struct json *variants, struct str party)
{
    for (size_t v = 0; variants && v < variants->count; v++)
        if (case_variant_has(&variants->items[v], party))
            return v == 0 ? STR("as base")
                          : slot_list_wording(json_text(&variants->items[v], "text"));
    return STR("");
}

static void add_part(struct builder *note, const char *before, struct str words)
{
    if (words.length > 0)
        builder_print(note, "%s%s%.*s", note->length > 0 ? "\n" : "", before, STR_ARGS(words));
}

static struct str joined(const struct json *names, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; names && i < names->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(names->items[i].text));
    return out.length > 0 ? builder_str(&out) : STR("");
}

// What parties commented on the place itself, a line or more each.
static void add_comments(const struct slot_listing *listing, struct str slot, struct builder *note)
{
    uint32_t number = names_find(listing->commented, slot);
    if (number == NAMES_NONE)
        return;
    const struct list *comments = LIST_AT(&listing->comments, struct list, number);
    for (size_t i = 0; i < comments->count; i++) {
        const struct json *value = (*LIST_AT(comments, const struct item *, i))->value;
        builder_print(note, "%s%.*s: %.*s", note->length > 0 ? "\n" : "",
                      STR_ARGS(json_text(value, "party")), STR_ARGS(json_text(value, "text")));
    }
}

// What was agreed, where it is text by now, what else somebody noted, and comments.
static struct str note_cell(const struct slot_listing *listing, const struct case_item *item)
{
    struct arena *arena = listing->arena;
    const struct json *slot = item->value;
    struct builder note = builder_make(arena);
    const struct json *agreed = json_member(slot, "agreed");
    const struct json *settled = json_member(slot, "settled");
    bool is_base = false;
    const struct json *variant =
        agreed ? variant_of(slot, json_text(agreed, "variant"), &is_base) : NULL;
    if (variant)
        add_part(&note, "agreed: ", slot_list_wording(json_text(variant, "text")));
    if (agreed) {
        add_part(&note, "by: ", joined(json_member(agreed, "by"), arena));
        add_part(&note, "meeting: ", json_text(agreed, "meeting"));
        add_part(&note, "date: ", json_text(agreed, "date"));
    }
    if (settled)
        add_part(&note, "settled in: ", json_text(settled, "base"));
    add_part(&note, "reopens: ", json_text(slot, "reopens"));
    add_part(&note, "", json_text(slot, "note"));
    add_comments(listing, item->id, &note);
    return note.length > 0 ? builder_str(&note) : STR("");
}

static void fill_row(const struct slot_listing *listing, const struct case_item *slot,
                     size_t number, struct str *cells)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct str status = json_text(slot->value, "status");
    cells[0] = arena_print(listing->arena, "%zu", number);
    cells[1] = slot->id;
    cells[2] = json_text(slot->value, "point");
    cells[3] = slot_list_wording(
        variants && variants->count > 0 ? json_text(&variants->items[0], "text") : STR(""));
    cells += BEFORE_PARTIES;
    for (size_t p = 0; p < listing->holders.count; p++)
        cells[p] = wording_cell(variants, *LIST_AT(&listing->holders, struct str, p));
    cells += listing->holders.count;
    cells[0] = status.length > 0 ? status : STR("open");
    cells[1] = stances_cell(listing, slot);
    cells[2] = note_cell(listing, slot);
}

static const struct str *heads_of(const struct slot_listing *listing, size_t columns)
{
    static const struct str before[BEFORE_PARTIES] = {STR_INIT("Row"), STR_INIT("Slot"),
                                                      STR_INIT("Point"), STR_INIT("Base")};
    struct str *heads = ARENA_ARRAY(listing->arena, struct str, columns);
    for (size_t c = 0; c < BEFORE_PARTIES; c++)
        heads[c] = before[c];
    for (size_t p = 0; p < listing->holders.count; p++)
        heads[BEFORE_PARTIES + p] = *LIST_AT(&listing->holders, struct str, p);
    slot_list_end_heads(heads + BEFORE_PARTIES + listing->holders.count);
    return heads;
}

// Slots that were entered by hand may have no place; they stand first.
static int64_t place_of_slot(const struct json *slot)
{
    const struct json *order = json_member(slot, "order");
    int64_t place;
    return order && json_whole(order, &place) ? place : -1;
}

static int slot_order(const void *a, const void *b)
{
    const struct case_item *x = *(const struct case_item *const *)a;
    const struct case_item *y = *(const struct case_item *const *)b;
    int documents = str_compare(json_text(x->value, "document"), json_text(y->value, "document"));
    int64_t px = place_of_slot(x->value);
    int64_t py = place_of_slot(y->value);
    if (documents != 0)
        return documents;
    return px != py ? (px > py) - (px < py) : str_compare(x->id, y->id);
}

// In the order of the texts: const struct case_item *.
static struct list sorted(const struct case_list *slots, struct arena *arena)
{
    struct list items = LIST_MAKE(arena, const struct case_item *);
    for (size_t s = 0; s < slots->count; s++)
        *LIST_ADD(&items, const struct case_item *) = &slots->items[s];
    list_sort(&items, slot_order);
    return items;
}

struct slot_list case_slot_list(const struct items *items, const struct case_list *slots,
                                struct str title, struct arena *arena)
{
    struct slot_listing listing = {.items = items, .slots = slots, .arena = arena};
    find_holders(&listing);
    sort_stances(&listing);
    sort_comments(&listing);
    size_t columns = BEFORE_PARTIES + listing.holders.count + SLOT_LIST_END;
    struct str *cells = ARENA_ARRAY(arena, struct str, columns * slots->count + 1);
    struct list in_order = sorted(slots, arena);
    size_t open = 0;
    for (size_t s = 0; s < slots->count; s++) {
        fill_row(&listing, *LIST_AT(&in_order, const struct case_item *, s), s + 1,
                 cells + columns * s);
        struct str status = cells[columns * (s + 1) - SLOT_LIST_END];
        open += !str_equal(status, STR("agreed")) && !str_equal(status, STR("settled"));
    }
    return (struct slot_list){.title = title,
                              .summary =
                                  arena_print(arena, "%zu place%s, %zu of them open.", slots->count,
                                              slots->count == 1 ? "" : "s", open),
                              .heads = heads_of(&listing, columns),
                              .column_count = (uint32_t)columns,
                              .cells = cells,
                              .row_count = (uint32_t)slots->count};
}
