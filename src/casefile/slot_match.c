// SPDX-License-Identifier: Apache-2.0
//
// Steps, each for what the one before left over:
//   0. over a next base: slots with the same wordings, in their order; then with one in common
//   1. slots of one point with one base wording, in their order: by what stands around them and
//      by the wordings they have
//   2. slots whose point was renumbered: by a base wording that only one old and one new slot has
//   3. slots that grew or shrank: by a base wording that is part of the other's
// A slot whose words are those of a settled one, or some of them, opens that again.
#include "casefile/slot_match.h"

#include <stdlib.h>
#include <string.h>

#define PLACE_DIGITS 8
// So many bytes beside a slot are evidence that it is the same place.
#define BESIDE_BYTES 8
// Above this many pairs of old and new slots of one group they are matched in their order alone.
#define PAIRS_MAX 4000000

struct matching {
    struct slot_match *match;
    struct arena *arena;
    struct str nothing;  // variant id of the empty wording
    struct list settled; // const struct item *: slots of the document that a base has
    bool is_next;        // over a next base
};

// Slots of one point with one base wording: numbers in their order.
struct group {
    struct list olds; // size_t
    struct list news; // size_t
};

static struct known_slot *old_at(const struct matching *matching, const struct group *group,
                                 size_t i)
{
    return &matching->match->olds[*LIST_AT(&group->olds, size_t, i)];
}

static struct carried_slot *new_at(const struct matching *matching, const struct group *group,
                                   size_t i)
{
    return &matching->match->slots[*LIST_AT(&group->news, size_t, i)];
}

static void go_on(struct known_slot *old, struct carried_slot *slot)
{
    old->next = slot;
    slot->old = old;
}

struct str slot_standing(const struct json *slot)
{
    struct str status = json_text(slot, "status");
    return str_equal(status, STR("unplaced")) ? json_text(slot, "was") : status;
}

bool slot_text(const struct item *slot, struct str variant, struct str *text)
{
    const struct json *variants = json_member(slot->value, "variants");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), variant)) {
            *text = json_text(&variants->items[i], "text");
            return true;
        }
    return false;
}

// --- 0. With the same wordings

static void add_to_group(struct list *groups, struct names *keys, struct str point, struct str base,
                         bool is_old, size_t number, struct arena *arena)
{
    struct str key = arena_print(arena, "%.*s%c%.*s", STR_ARGS(point), '\0', STR_ARGS(base));
    uint32_t at = names_add(keys, key);
    if (at == groups->count)
        *LIST_ADD(groups, struct group) =
            (struct group){LIST_MAKE(arena, size_t), LIST_MAKE(arena, size_t)};
    struct group *group = LIST_AT(groups, struct group, at);
    *LIST_ADD(is_old ? &group->olds : &group->news, size_t) = number;
}

static int by_id(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

// All its wordings in one text: the base's, then the others in no order of drafts.
static struct str wordings_key(struct str base, struct str *others, size_t count,
                               struct arena *arena)
{
    struct builder key = builder_make(arena);
    if (count > 1)
        qsort(others, count, sizeof *others, by_id);
    builder_add(&key, base);
    for (size_t i = 0; i < count; i++)
        builder_add(&key, others[i]);
    return builder_str(&key);
}

static struct str key_of_old(const struct item *old, struct arena *arena)
{
    const struct json *variants = json_member(old->value, "variants");
    struct str base = json_text(old->value, "base");
    struct str *others = ARENA_ARRAY(arena, struct str, (variants ? variants->count : 0) + 1);
    size_t count = 0;
    for (size_t i = 0; variants && i < variants->count; i++) {
        struct str id = json_text(&variants->items[i], "id");
        if (!str_equal(id, base))
            others[count++] = id;
    }
    return wordings_key(base, others, count, arena);
}

static struct str key_of_new(const struct carried_slot *slot, struct arena *arena)
{
    const struct found_slot *found = slot->found;
    struct str *others = ARENA_ARRAY(arena, struct str, found->variant_count + 1);
    for (size_t i = 1; i < found->variant_count; i++)
        others[i - 1] = slot_variant_id(found->variants[i].text, arena);
    return wordings_key(slot->base, others, found->variant_count - 1, arena);
}

// The next base keeps the order of what stays, so as many of a kind before as after are the same ones.
static void match_wordings(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    struct arena *arena = matching->arena;
    struct names *keys = names_make(arena);
    struct list groups = LIST_MAKE(arena, struct group);
    for (size_t i = 0; i < match->old_count; i++)
        add_to_group(&groups, keys, STR(""), key_of_old(match->olds[i].item, arena), true, i,
                     arena);
    for (size_t i = 0; i < match->count; i++)
        add_to_group(&groups, keys, STR(""), key_of_new(&match->slots[i], arena), false, i, arena);
    for (size_t i = 0; i < groups.count; i++) {
        const struct group *group = LIST_AT(&groups, struct group, i);
        for (size_t k = 0; group->olds.count == group->news.count && k < group->olds.count; k++)
            go_on(old_at(matching, group, k), new_at(matching, group, k));
    }
}

// The only slot before and the only one now that have the base's wording and another in common.
static void match_shared(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    struct arena *arena = matching->arena;
    struct names *keys = names_make(arena);
    struct list groups = LIST_MAKE(arena, struct group);
    for (size_t i = 0; i < match->old_count; i++) {
        const struct json *variants = json_member(match->olds[i].item->value, "variants");
        struct str base = json_text(match->olds[i].item->value, "base");
        for (size_t v = 0; !match->olds[i].next && variants && v < variants->count; v++)
            if (!str_equal(json_text(&variants->items[v], "id"), base))
                add_to_group(&groups, keys, json_text(&variants->items[v], "id"), base, true, i,
                             arena);
    }
    for (size_t i = 0; i < match->count; i++) {
        const struct found_slot *found = match->slots[i].found;
        for (size_t v = 1; !match->slots[i].old && v < found->variant_count; v++)
            add_to_group(&groups, keys, slot_variant_id(found->variants[v].text, arena),
                         match->slots[i].base, false, i, arena);
    }
    for (size_t i = 0; i < groups.count; i++) {
        const struct group *group = LIST_AT(&groups, struct group, i);
        if (group->olds.count != 1 || group->news.count != 1)
            continue;
        struct known_slot *old = old_at(matching, group, 0);
        struct carried_slot *slot = new_at(matching, group, 0);
        if (!old->next && !slot->old)
            go_on(old, slot);
    }
}

// --- 1. In their place

// What stands beside a slot is cut off where the next slot begins, so the shorter text counts.
static bool ends_alike(struct str a, struct str b)
{
    struct str shorter = a.length < b.length ? a : b;
    struct str longer = a.length < b.length ? b : a;
    return a.length == b.length ? str_equal(a, b)
                                : shorter.length >= BESIDE_BYTES && str_ends_with(longer, shorter);
}

static bool starts_alike(struct str a, struct str b)
{
    struct str shorter = a.length < b.length ? a : b;
    struct str longer = a.length < b.length ? b : a;
    return a.length == b.length
               ? str_equal(a, b)
               : shorter.length >= BESIDE_BYTES && str_starts_with(longer, shorter);
}

static bool shares_wording(const struct item *old, const struct found_slot *found)
{
    const struct json *variants = json_member(old->value, "variants");
    for (size_t i = 1; variants && i < variants->count; i++)
        for (size_t j = 1; j < found->variant_count; j++)
            if (str_equal(json_text(&variants->items[i], "text"), found->variants[j].text))
                return true;
    return false;
}

// How much speaks for it that the two are one slot; 0: nothing. That both are insertions in one
// point says nothing.
static uint32_t similarity(const struct matching *matching, const struct known_slot *old,
                           const struct carried_slot *slot)
{
    uint32_t points = str_equal(slot->base, matching->nothing) ? 0 : 1;
    points += ends_alike(json_text(old->item->value, "before"), slot->found->before) ? 2 : 0;
    points += starts_alike(json_text(old->item->value, "after"), slot->found->after) ? 2 : 0;
    return points + (shares_wording(old->item, slot->found) ? 4 : 0);
}

// The pairing without crossings that has most to say for it: best[i][j] is for the first i old and
// the first j new slots.
static void pair_group(const struct matching *matching, const struct group *group)
{
    struct arena *arena = arena_open();
    size_t olds = group->olds.count;
    size_t news = group->news.count;
    size_t width = news + 1;
    uint32_t *best = ARENA_ARRAY(arena, uint32_t, (olds + 1) * width);
    for (size_t i = 1; i <= olds; i++)
        for (size_t j = 1; j <= news; j++) {
            uint32_t pair = similarity(matching, old_at(matching, group, i - 1),
                                       new_at(matching, group, j - 1));
            uint32_t most = best[(i - 1) * width + j];
            if (best[i * width + j - 1] > most)
                most = best[i * width + j - 1];
            if (pair > 0 && best[(i - 1) * width + j - 1] + pair > most)
                most = best[(i - 1) * width + j - 1] + pair;
            best[i * width + j] = most;
        }
    for (size_t i = olds, j = news; i > 0 && j > 0;) {
        if (best[i * width + j] == best[(i - 1) * width + j]) {
            i--;
        } else if (best[i * width + j] == best[i * width + j - 1]) {
            j--;
        } else {
            go_on(old_at(matching, group, i - 1), new_at(matching, group, j - 1));
            i--;
            j--;
        }
    }
    arena_close(arena);
}

static void match_group(const struct matching *matching, const struct group *group)
{
    size_t fewer = group->olds.count < group->news.count ? group->olds.count : group->news.count;
    // Over a next base another point may have the label that this one had.
    bool is_plain = group->olds.count == 1 && group->news.count == 1 && !matching->is_next;
    bool is_huge = fewer > 0 && group->olds.count > PAIRS_MAX / group->news.count;
    if (is_plain || is_huge)
        for (size_t i = 0; i < fewer; i++)
            go_on(old_at(matching, group, i), new_at(matching, group, i));
    else if (fewer > 0)
        pair_group(matching, group);
}

static void match_places(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    struct arena *arena = matching->arena;
    struct names *keys = names_make(arena);
    struct list groups = LIST_MAKE(arena, struct group);
    for (size_t i = 0; i < match->old_count; i++) {
        const struct json *value = match->olds[i].item->value;
        if (!match->olds[i].next)
            add_to_group(&groups, keys, json_text(value, "point"), json_text(value, "base"), true,
                         i, arena);
    }
    for (size_t i = 0; i < match->count; i++)
        if (!match->slots[i].old)
            add_to_group(&groups, keys, match->slots[i].found->point, match->slots[i].base, false,
                         i, arena);
    for (size_t i = 0; i < groups.count; i++)
        match_group(matching, LIST_AT(&groups, struct group, i));
}

// --- 2. Renumbered

// The only old and the only new slot with a base wording; more than one makes the count say so.
struct only {
    struct known_slot *old;
    struct carried_slot *slot;
    size_t olds;
    size_t news;
};

static void match_moved(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    struct names *bases = names_make(matching->arena);
    struct list list = LIST_MAKE(matching->arena, struct only);
    for (size_t i = 0; i < match->count; i++) {
        struct carried_slot *slot = &match->slots[i];
        // Insertions all have the same base wording, none: that tells nothing.
        if (slot->old || str_equal(slot->base, matching->nothing))
            continue;
        uint32_t number = names_add(bases, slot->base);
        if (number == list.count)
            LIST_ADD(&list, struct only);
        LIST_AT(&list, struct only, number)->slot = slot;
        LIST_AT(&list, struct only, number)->news++;
    }
    for (size_t i = 0; i < match->old_count; i++) {
        struct known_slot *old = &match->olds[i];
        uint32_t number = names_find(bases, json_text(old->item->value, "base"));
        if (old->next || number == NAMES_NONE)
            continue;
        LIST_AT(&list, struct only, number)->old = old;
        LIST_AT(&list, struct only, number)->olds++;
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct only *only = LIST_AT(&list, struct only, i);
        if (only->olds == 1 && only->news == 1)
            go_on(only->old, only->slot);
    }
}

// --- 3. Wider or narrower

// Is the narrow text part of the wide one, in one place only?
static bool is_part(struct str narrow, struct str wide, struct slot_frame *frame)
{
    size_t at = str_find(wide, narrow);
    if (narrow.length == 0 || at == wide.length || str_contains(str_skip(wide, at + 1), narrow))
        return false;
    frame->before = str_slice(wide, 0, at);
    frame->after = str_skip(wide, at + narrow.length);
    return true;
}

static bool frames(struct str old_base, struct carried_slot *slot, struct slot_frame *frame)
{
    struct str base = slot->found->variants[0].text;
    frame->slot = slot;
    frame->is_wider = is_part(old_base, base, frame);
    return frame->is_wider || is_part(base, old_base, frame);
}

// The only slot among those of its point that the old one can have become.
static void frame_old(const struct matching *matching, struct known_slot *old,
                      const struct list *news)
{
    struct slot_frame only = {.old = old};
    struct str base;
    size_t matches = 0;
    if (!slot_text(old->item, json_text(old->item->value, "base"), &base))
        return;
    for (size_t i = 0; i < news->count; i++) {
        struct slot_frame frame = {.old = old};
        if (frames(base, *LIST_AT(news, struct carried_slot *, i), &frame)) {
            only = frame;
            matches++;
        }
    }
    if (matches != 1)
        return;
    old->is_framed = true;
    only.slot->is_framed = true;
    only.slot->was_agreed =
        only.slot->was_agreed || str_equal(slot_standing(old->item->value), STR("agreed"));
    *LIST_ADD(&matching->match->frames, struct slot_frame) = only;
}

static void match_frames(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    struct names *points = names_make(matching->arena);
    struct list by_point = LIST_MAKE(matching->arena, struct list); // of struct carried_slot *
    for (size_t i = 0; i < match->count; i++) {
        struct carried_slot *slot = &match->slots[i];
        if (slot->old)
            continue;
        uint32_t number = names_add(points, slot->found->point);
        if (number == by_point.count)
            *LIST_ADD(&by_point, struct list) = LIST_MAKE(matching->arena, struct carried_slot *);
        *LIST_ADD(LIST_AT(&by_point, struct list, number), struct carried_slot *) = slot;
    }
    for (size_t i = 0; i < match->old_count; i++) {
        struct known_slot *old = &match->olds[i];
        uint32_t number = names_find(points, json_text(old->item->value, "point"));
        if (!old->next && number != NAMES_NONE)
            frame_old(matching, old, LIST_AT(&by_point, struct list, number));
    }
}

// --- 4. Opened again

// Whether the narrow words are in the wide ones just where they are said to stand: of what is around them
// as much as both tell must be the same.
static bool is_place(struct str narrow, struct str before, struct str after, struct str wide,
                     struct str wide_before, struct str wide_after, struct arena *arena)
{
    struct slot_frame frame = {.old = NULL};
    if (!str_equal(narrow, wide) && !is_part(narrow, wide, &frame))
        return false;
    struct str around_before =
        arena_print(arena, "%.*s%.*s", STR_ARGS(wide_before), STR_ARGS(frame.before));
    struct str around_after =
        arena_print(arena, "%.*s%.*s", STR_ARGS(frame.after), STR_ARGS(wide_after));
    return ends_alike(before, around_before) && starts_alike(after, around_after);
}

static bool opens(const struct carried_slot *slot, const struct item *settled, struct arena *arena)
{
    const struct found_slot *found = slot->found;
    struct str base = found->variants[0].text;
    struct str before = json_text(settled->value, "before");
    struct str after = json_text(settled->value, "after");
    struct str text;
    struct str wording = json_text(json_member(settled->value, "settled"), "variant");
    if (!str_equal(found->point, json_text(settled->value, "point")) ||
        !slot_text(settled, wording, &text))
        return false;
    return is_place(text, before, after, base, found->before, found->after, arena) ||
           is_place(base, found->before, found->after, text, before, after, arena);
}

static void match_settled(const struct matching *matching)
{
    struct slot_match *match = matching->match;
    for (size_t i = 0; i < match->count; i++)
        for (size_t s = 0; s < matching->settled.count && !match->slots[i].old; s++) {
            const struct item *settled = *LIST_AT(&matching->settled, const struct item *, s);
            if (opens(&match->slots[i], settled, matching->arena))
                match->slots[i].reopens = settled;
        }
}

// --- Names

// A label as part of an id: no white space, no "+", no half of a character.
static struct str label_part(struct str point, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < point.length && i < 80; i++) {
        char c = point.bytes[i];
        bool is_plain = (unsigned char)c > ' ' && c != '+' && c != 0x7f;
        if ((unsigned char)c < 0x80)
            builder_add_byte(&out, is_plain ? c : '_');
    }
    return out.length > 0 ? builder_str(&out) : STR("-");
}

// A name is given once: what is said of a slot that went must not be taken for another's. Over a next
// base it is kept in a point of another number too: sealed entries name slots by it.
static void name_slots(const struct matching *matching, struct str document, bool keeps_names)
{
    struct slot_match *match = matching->match;
    struct arena *arena = matching->arena;
    struct names *taken = names_make(arena);
    for (size_t i = 0; i < match->old_count; i++)
        names_add(taken, match->olds[i].item->id);
    for (size_t i = 0; i < matching->settled.count; i++)
        names_add(taken, (*LIST_AT(&matching->settled, const struct item *, i))->id);
    for (size_t i = 0; i < match->count; i++) {
        struct carried_slot *slot = &match->slots[i];
        bool has_stayed =
            slot->old && (keeps_names || str_equal(slot->found->point,
                                                   json_text(slot->old->item->value, "point")));
        if (has_stayed) {
            slot->id = slot->old->item->id;
            continue;
        }
        slot->id = names_add_numbered(taken,
                                      arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(document),
                                                  STR_ARGS(label_part(slot->found->point, arena)),
                                                  STR_ARGS(str_slice(slot->base, 0, PLACE_DIGITS))),
                                      '~', 2);
    }
}

// --- All of it

// Slots that were entered by hand may have no place; they stand first.
static int64_t place_of_slot(const struct item *slot)
{
    const struct json *order = json_member(slot->value, "order");
    int64_t place;
    return order && json_whole(order, &place) ? place : -1;
}

static int by_place(const void *a, const void *b)
{
    const struct known_slot *x = a;
    const struct known_slot *y = b;
    return x->place != y->place ? (x->place < y->place ? -1 : 1)
                                : str_compare(x->item->born, y->item->born);
}

static int by_birth(const void *a, const void *b)
{
    return str_compare((*(const struct item *const *)a)->born,
                       (*(const struct item *const *)b)->born);
}

static bool is_settled(const struct item *slot)
{
    return str_equal(json_text(slot->value, "status"), STR("settled"));
}

static void list_olds(const struct items *items, struct str document,
                      const struct slot_round *round, struct matching *matching)
{
    struct arena *arena = matching->arena;
    struct list all = items_in_any_order(items, "slot", arena);
    struct list olds = LIST_MAKE(arena, struct known_slot);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *slot = *LIST_AT(&all, const struct item *, i);
        bool is_gone = round && names_find(round->settled, slot->id) != NAMES_NONE;
        if (!str_equal(json_text(slot->value, "document"), document))
            continue;
        if (is_settled(slot) || is_gone)
            *LIST_ADD(&matching->settled, const struct item *) = slot;
        else
            *LIST_ADD(&olds, struct known_slot) =
                (struct known_slot){.item = slot, .place = place_of_slot(slot)};
    }
    list_sort(&olds, by_place);
    list_sort(&matching->settled, by_birth);
    matching->match->olds = LIST_ITEMS(&olds, struct known_slot);
    matching->match->old_count = olds.count;
}

void slot_match_make(const struct items *items, struct str document, const struct slot_round *round,
                     const struct found_slot *found, size_t count, struct arena *arena,
                     struct slot_match *match)
{
    *match = (struct slot_match){.slots = ARENA_ARRAY(arena, struct carried_slot, count + 1),
                                 .count = count,
                                 .frames = LIST_MAKE(arena, struct slot_frame)};
    struct matching matching = {match, arena, slot_variant_id(STR(""), arena),
                                LIST_MAKE(arena, const struct item *)};
    list_olds(items, document, round, &matching);
    for (size_t i = 0; i < count; i++) {
        match->slots[i].found = &found[i];
        match->slots[i].base = slot_variant_id(found[i].variants[0].text, arena);
    }
    matching.is_next = round != NULL;
    if (round) {
        match_wordings(&matching);
        match_shared(&matching);
    }
    match_places(&matching);
    match_moved(&matching);
    match_frames(&matching);
    if (!round)
        match_settled(&matching);
    name_slots(&matching, document, round != NULL);
}
