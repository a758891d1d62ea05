// SPDX-License-Identifier: Apache-2.0
// Counter-drafts go on as they are: what was settled leaves their matches, and the others name the points of
// the next base.
#include "workbench/case/round_parts.h"

#include "counterparts/provisions.h"
#include "exchange/open.h"
#include "workbench/answer.h"
#include "workbench/case/case_matches.h"

struct going_on {
    struct case_round *round;
    struct provisions olds;
    struct provisions news;
    const uint32_t *now; // by point of the old base: that of the next, or NO_INDEX
};

// Points that say the same, in one of the two bases.
struct alike_points {
    uint32_t count;
    uint32_t *items; // in their order
};

static bool cut_both(struct going_on *g, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    struct case_round *round = g->round;
    const struct entente_file *file = &round->next_base;
    const struct document *next;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &input_limits_default,
                       round->arena, &next, error))
        return false;
    provisions_cut(round->merged->base, round->arena, &g->olds);
    provisions_cut(next, round->arena, &g->news);
    return true;
}

static struct alike_points *group(const struct provisions *points, struct names *texts,
                                  uint32_t *numbers, size_t most, struct arena *arena)
{
    struct alike_points *groups = ARENA_ARRAY(arena, struct alike_points, most + 1);
    for (uint32_t i = 0; i < points->count; i++) {
        numbers[i] = names_add(texts, points->items[i].text);
        groups[numbers[i]].count++;
    }
    for (uint32_t i = 0; i < points->count; i++) {
        struct alike_points *alike = &groups[numbers[i]];
        if (!alike->items) {
            alike->items = ARENA_ARRAY(arena, uint32_t, alike->count);
            alike->count = 0;
        }
        alike->items[alike->count++] = i;
    }
    return groups;
}

static uint32_t find_name(const struct provisions *points, struct str name)
{
    for (uint32_t i = 0; i < points->count; i++)
        if (str_equal(points->items[i].name, name))
            return i;
    return NO_INDEX;
}

// What is open keeps its words: as many of a text before as after are the same points, in their order. Where
// words beside the open ones were settled, the number says which it is.
static void find_now(struct going_on *g)
{
    struct arena *arena = g->round->arena;
    struct names *texts = names_make(arena);
    size_t most = (size_t)g->olds.count + g->news.count;
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, most + 1);
    uint32_t *now = ARENA_ARRAY(arena, uint32_t, g->olds.count + 1);
    const struct alike_points *news = group(&g->news, texts, numbers + g->olds.count, most, arena);
    const struct alike_points *olds = group(&g->olds, texts, numbers, most, arena);
    for (uint32_t i = 0; i < g->olds.count; i++) {
        const struct alike_points *old = &olds[numbers[i]];
        const struct alike_points *new = &news[numbers[i]];
        now[i] = find_name(&g->news, g->olds.items[i].name);
        for (uint32_t k = 0; old->count == new->count &&k < old->count; k++)
            if (old->items[k] == i)
                now[i] = new->items[k];
    }
    g->now = now;
}

static bool is_open_slot(const struct case_round *round, uint32_t slot)
{
    return round->merged->slots[slot].kind == SLOT_WORDING &&
           round->choices.wordings[slot] == NO_INDEX;
}

// Whether something is open in a point of the old base.
static bool is_open_point(const struct going_on *g, const struct provision *point)
{
    const struct merged *merged = g->round->merged;
    uint32_t from = merged->base->paragraphs[point->first].from;
    uint32_t to = merged->base->paragraphs[point->end - 1].to;
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct range *range = &merged->slots[s].base;
        if (range->from < range->to && range->from < to && range->to > from &&
            is_open_slot(g->round, s))
            return true;
    }
    return false;
}

// The places that only a counter-draft's own points can be: put in behind the last point. struct slot indices
static struct list own_places(const struct going_on *g, uint32_t party)
{
    const struct merged *merged = g->round->merged;
    struct list places = LIST_MAKE(g->round->arena, uint32_t);
    uint32_t last = g->olds.count == 0 ? 0 : g->olds.items[g->olds.count - 1].end - 1;
    uint32_t end = merged->base->paragraphs[last].to;
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        const struct slot *slot = &merged->slots[s];
        const struct variant *held = slot_held_by(slot, (struct party){party});
        if (slot->kind == SLOT_WORDING && slot->base.from == slot->base.to &&
            slot->base.from >= end && !held->is_base && held->text.length > 0)
            *LIST_ADD(&places, uint32_t) = s;
    }
    return places;
}

static void keep(struct list *kept, const struct item *item, struct str point)
{
    *LIST_ADD(kept, struct kept_match) =
        (struct kept_match){item->value, {point, json_text(item->value, "other")}};
}

// The matches of one draft that go on.
static struct list matches_kept(struct going_on *g, uint32_t party, const struct item *draft)
{
    struct case_round *round = g->round;
    struct list kept = LIST_MAKE(round->arena, struct kept_match);
    struct list all = items_of(acting_items(round->acting), "match", round->arena);
    struct list own = own_places(g, party);
    size_t next_own = 0;
    for (size_t i = 0; i < all.count; i++) {
        const struct item *item = *LIST_AT(&all, const struct item *, i);
        struct str name = json_text(item->value, "point");
        if (!str_equal(json_text(item->value, "draft"), draft->id))
            continue;
        if (name.length == 0) {
            uint32_t place = next_own < own.count ? *LIST_AT(&own, uint32_t, next_own) : NO_INDEX;
            next_own++;
            if (place == NO_INDEX || is_open_slot(round, place))
                keep(&kept, item, name);
            continue;
        }
        uint32_t old = find_name(&g->olds, name);
        if (old == NO_INDEX || !is_open_point(g, &g->olds.items[old]))
            continue;
        if (g->now[old] != NO_INDEX)
            keep(&kept, item, g->news.items[g->now[old]].name);
        else
            round_name(round,
                       arena_print(round->arena,
                                   "%.*s %.*s is of point %.*s, which the next base does not "
                                   "have as it was: say once more what answers it",
                                   STR_ARGS(item->kind), STR_ARGS(item->id), STR_ARGS(name)));
    }
    return kept;
}

// The draft of a party that counts.
static const struct item *draft_of(const struct case_round *round, struct str party)
{
    for (size_t i = 0; i < round->current.count; i++) {
        const struct current_draft *current = LIST_AT(&round->current, struct current_draft, i);
        if (str_equal(current->party, party))
            return current->draft;
    }
    return NULL;
}

static struct draft_manner manner_of(const struct list *kept, struct arena *arena)
{
    struct counter_match *items = ARENA_ARRAY(arena, struct counter_match, kept->count + 1);
    struct counter_matches *matches = ARENA_NEW(arena, struct counter_matches);
    for (size_t i = 0; i < kept->count; i++)
        items[i] = LIST_AT(kept, struct kept_match, i)->match;
    *matches = (struct counter_matches){items, (uint32_t)kept->count};
    return (struct draft_manner){.matches = matches};
}

bool round_matches(struct case_round *round, struct error *error)
{
    struct going_on g = {.round = round};
    uint32_t count = round->merged->party_count;
    const struct items *items = acting_items(round->acting);
    round->manners = ARENA_ARRAY(round->arena, struct draft_manner, count + 1);
    round->kept = ARENA_ARRAY(round->arena, struct list, count + 1);
    for (uint32_t p = 0; p < count; p++) {
        const struct item *draft = draft_of(round, round->merged->party_names[p]);
        if (!draft || !case_draft_manner(items, NULL, draft, round->arena).matches)
            continue;
        if (!g.now) {
            if (!cut_both(&g, error))
                return false;
            find_now(&g);
        }
        round->kept[p] = matches_kept(&g, p, draft);
        // With nothing open any more its words are the base's.
        if (round->kept[p].count == 0)
            continue;
        round->manners[p] = manner_of(&round->kept[p], round->arena);
        if (!case_draft_file(round->acting->casefile, draft, round->arena, &round->drafts[p].file,
                             error))
            return false;
    }
    return true;
}

void round_add_matches(struct case_round *round, uint32_t party, struct str draft)
{
    const struct list *kept = &round->kept[party];
    for (size_t i = 0; i < kept->count; i++) {
        const struct kept_match *match = LIST_AT(kept, struct kept_match, i);
        struct json_object object = json_object_from(round->arena, match->value);
        json_object_set(&object, STR("draft"), json_of_str(round->arena, draft));
        if (match->match.point.length > 0)
            json_object_set(&object, STR("point"), json_of_str(round->arena, match->match.point));
        act_add(&round->acting->act, "match",
                arena_print(round->arena, "%.*s-match-%zu", STR_ARGS(draft), i + 1),
                json_object_done(&object, round->arena));
    }
}
