// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_lists/lists.h"

#include "base/builder.h"
#include "exchange/docx/numbering_tries.h"
#include "merge/kept.h"

#define NOT_SAID NUMBERING_NOT_SAID

enum { CANDIDATES = 4 };

struct list_finder {
    const struct merged *merged;
    const struct document *const *documents;
    struct arena *arena;
    struct names *keys;  // of lists made: what they are
    struct list made;    // struct made_list, by key
    struct list changes; // struct number_change
    const struct list_place **places;
    struct docx_numbering
        *counted; // the base's lists as the draft before left them; NULL: none yet
};

// One draft at work.
struct list_walk {
    struct list_finder *finder;
    struct party party;
    const struct document *draft;
    const struct docx_source *source;
    const struct reading_paragraph *reading; // NULL: what the merge says was kept
    struct docx_numbering *base;             // the base's lists, counting through the draft
    struct docx_numbering *own;
    struct names *ids;       // of the draft's lists
    struct list last;        // struct str: the list of the base that stood for each at last
    struct list same;        // struct str: the one that is the same; NULL bytes: not looked for yet
    struct str *by_counters; // by number of the draft's counters
    struct names *uses;      // of made lists that begin anew: each serves once
    uint32_t counters_count;
    struct list_place *places;
};

// A paragraph at work.
struct list_wish {
    uint32_t paragraph;
    struct list_place have; // in the draft
    struct numbering_sight sight;
    uint32_t base; // the paragraph of the base that it is, or NO_INDEX
    struct list_place old;
    uint32_t id; // number of the draft's list
    uint32_t counters;
};

static struct str *last_of(const struct list_walk *walk, uint32_t id)
{
    return LIST_AT(&walk->last, struct str, id);
}

static uint32_t id_number(struct list_walk *walk, struct str id)
{
    uint32_t number = names_add(walk->ids, id);
    if (number == walk->last.count) {
        *LIST_ADD(&walk->last, struct str) = STR("");
        *LIST_ADD(&walk->same, struct str) = (struct str){NULL, 0};
    }
    return number;
}

static struct reading_paragraph reading_of(const struct list_walk *walk, uint32_t paragraph)
{
    if (walk->reading)
        return walk->reading[paragraph];
    uint32_t base = kept_paragraph(walk->finder->merged, walk->party, paragraph);
    if (base != NO_INDEX)
        return (struct reading_paragraph){0, base};
    return (struct reading_paragraph){walk->party.number + 1, paragraph};
}

static const struct list_place *place_in_base(const struct list_walk *walk, uint32_t paragraph)
{
    return &docx_source(walk->finder->documents[0])->paragraphs[paragraph].list;
}

// Until a list has been met, it is the one in which its first kept paragraph stands in the base.
static void expect_lists(struct list_walk *walk)
{
    for (uint32_t k = 0; k < walk->draft->paragraph_count; k++) {
        struct list_place have = walk->source->paragraphs[k].list;
        struct reading_paragraph from =
            have.num_id.length > 0 ? reading_of(walk, k) : (struct reading_paragraph){1, 0};
        if (from.document != 0)
            continue;
        struct list_place old = *place_in_base(walk, from.paragraph);
        struct str *last = last_of(walk, id_number(walk, have.num_id));
        uint32_t counters = numbering_counters_number(walk->own, have.num_id);
        if (last->length == 0)
            *last = old.num_id;
        if (counters < walk->counters_count && walk->by_counters[counters].length == 0)
            walk->by_counters[counters] = old.num_id;
    }
}

static void candidates_of(struct list_walk *walk, const struct list_wish *wish,
                          struct str *candidates)
{
    struct str *same = LIST_AT(&walk->same, struct str, wish->id);
    if (!same->bytes)
        *same = numbering_find_same(walk->base, walk->own, wish->have.num_id);
    bool stays = wish->base != NO_INDEX && wish->old.level == wish->have.level;
    candidates[0] = stays ? wish->old.num_id : STR("");
    candidates[1] = *last_of(walk, wish->id);
    candidates[2] =
        wish->counters < walk->counters_count ? walk->by_counters[wish->counters] : STR("");
    candidates[3] = *same;
}

// The made list of this description, the same for all parties.
static struct made_list *make(struct list_finder *finder, const struct made_list *like,
                              struct str key)
{
    uint32_t number = names_add(finder->keys, key);
    if (number == finder->made.count) {
        struct made_list *made = LIST_ADD(&finder->made, struct made_list);
        *made = *like;
        made->id = arena_print(finder->arena, "+%u", number + 1);
    }
    return LIST_AT(&finder->made, struct made_list, number);
}

// Each list that begins at a number of its own does so once in a reading.
static struct str key_of(struct list_walk *walk, const struct made_list *made)
{
    struct builder key = builder_make(walk->finder->arena);
    builder_print(&key, "%.*s %d %d ", STR_ARGS(made->like), made->level, made->start);
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        builder_print(&key, "%d ", made->starts[i]);
    if (made->shown_id.length > 0)
        numbering_describe(walk->own, made->shown_id, &key);
    for (uint32_t n = 0; made->start != NOT_SAID || made->like.length == 0; n++) {
        struct str use =
            arena_print(walk->finder->arena, "%.*s %u", STR_ARGS(builder_str(&key)), n);
        if (names_find(walk->uses, use) == NAMES_NONE)
            return use;
    }
    return builder_str(&key);
}

static bool take_made(struct list_walk *walk, const struct list_wish *wish,
                      const struct made_list *made, struct str *id)
{
    struct str key = key_of(walk, made);
    struct made_list *list = make(walk->finder, made, key);
    if (made->like.length > 0)
        numbering_vary(walk->base, list->id,
                       &(struct numbering_variation){made->like, made->level, made->start,
                                                     made->shown_id.length > 0 ? walk->own : NULL,
                                                     made->shown_id});
    else
        numbering_adopt(walk->base, list->id, walk->own, wish->have.num_id, wish->have.level);
    if (!numbering_take(walk->base, list->id, wish->have.level, &wish->sight))
        return false;
    names_add(walk->uses, key);
    list->is_needed = true;
    *id = list->id;
    return true;
}

// The counters of a list of the base with another start, another look, or both.
static bool take_varied(struct list_walk *walk, const struct list_wish *wish, struct str like,
                        struct str *id)
{
    int level = wish->have.level;
    bool looks_same = numbering_shows_same(walk->base, like, walk->own, wish->have.num_id, level);
    int count =
        wish->sight.is_bullet ? NOT_SAID : numbering_count(walk->own, wish->have.num_id, level);
    struct made_list made = {.party = walk->party, .like = like, .level = level};
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        made.starts[i] = NOT_SAID;
    if (!looks_same)
        made.shown_id = wish->have.num_id;
    made.start = NOT_SAID;
    if (!looks_same && take_made(walk, wish, &made, id))
        return true;
    made.start = count;
    return count != NOT_SAID && take_made(walk, wish, &made, id);
}

// A list of the draft as it is, on counters of its own.
static bool take_own(struct list_walk *walk, const struct list_wish *wish, struct str *id)
{
    struct made_list made = {.party = walk->party,
                             .shown_id = wish->have.num_id,
                             .level = wish->have.level,
                             .start = NOT_SAID};
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        made.starts[i] =
            i <= wish->have.level ? numbering_count(walk->own, wish->have.num_id, i) : NOT_SAID;
    return take_made(walk, wish, &made, id);
}

static struct str find_list(struct list_walk *walk, const struct list_wish *wish)
{
    struct str candidates[CANDIDATES];
    struct str id = STR("");
    candidates_of(walk, wish, candidates);
    for (size_t i = 0; i < CANDIDATES; i++)
        if (candidates[i].length > 0 &&
            numbering_take(walk->base, candidates[i], wish->have.level, &wish->sight))
            return candidates[i];
    // The list that the paragraph has left comes last.
    for (size_t i = 1; i <= CANDIDATES; i++)
        if (candidates[i % CANDIDATES].length > 0 &&
            take_varied(walk, wish, candidates[i % CANDIDATES], &id))
            return id;
    return take_own(walk, wish, &id) ? id : STR("");
}

static bool place_is_same(struct list_place one, struct list_place other)
{
    return str_equal(one.num_id, other.num_id) &&
           (one.num_id.length == 0 || one.level == other.level);
}

static void tell(struct list_walk *walk, const struct list_wish *wish, struct str before)
{
    *LIST_ADD(&walk->finder->changes, struct number_change) = (struct number_change){
        .base = wish->base,
        .party = walk->party,
        .draft = wish->paragraph,
        .old_label = before,
        .new_label = wish->have.num_id.length > 0 ? wish->sight.label : STR("")};
}

// A paragraph of the draft in the list where it bears its number.
static void place_paragraph(struct list_walk *walk, struct list_wish *wish)
{
    struct list_place place = {.level = wish->have.level};
    struct numbering_sight before = {.label = STR("")};
    if (wish->old.num_id.length > 0)
        numbering_peek(walk->base, wish->old.num_id, wish->old.level, &before);
    if (wish->have.num_id.length > 0) {
        place.num_id = find_list(walk, wish);
        *last_of(walk, wish->id) = place.num_id;
        if (wish->counters < walk->counters_count)
            walk->by_counters[wish->counters] = place.num_id;
    }
    walk->places[wish->paragraph] = place;
    if (wish->base != NO_INDEX && !place_is_same(place, wish->old))
        tell(walk, wish, before.label);
}

// One that another party's draft writes counts where that one says.
static bool is_placed_by_other(struct list_walk *walk, struct reading_paragraph from,
                               struct list_wish *wish)
{
    if (from.document == 0 || from.document > walk->party.number)
        return false;
    const struct list_place *places = walk->finder->places[from.document - 1];
    struct list_place place = places ? places[from.paragraph] : (struct list_place){.level = 0};
    struct numbering_sight sight;
    if (!places || !numbering_peek(walk->base, place.num_id, place.level, &sight))
        return places && place.num_id.length == 0 && wish->have.num_id.length == 0;
    walk->places[wish->paragraph] = place;
    numbering_take(walk->base, place.num_id, place.level, &sight);
    return true;
}

static void place_all(struct list_walk *walk)
{
    for (uint32_t k = 0; k < walk->draft->paragraph_count; k++) {
        struct list_wish wish = {.paragraph = k,
                                 .have = walk->source->paragraphs[k].list,
                                 .sight = {.label = STR("")},
                                 .base = NO_INDEX,
                                 .counters = NAMES_NONE};
        if (wish.have.num_id.length > 0) {
            numbering_next(walk->own, wish.have.num_id, wish.have.level, walk->finder->arena,
                           &wish.sight.label, &wish.sight.is_bullet);
            wish.id = id_number(walk, wish.have.num_id);
            wish.counters = numbering_counters_number(walk->own, wish.have.num_id);
        }
        struct reading_paragraph from = reading_of(walk, k);
        if (is_placed_by_other(walk, from, &wish))
            continue;
        if (from.document == 0) {
            wish.base = from.paragraph;
            wish.old = *place_in_base(walk, from.paragraph);
        }
        place_paragraph(walk, &wish);
    }
}

static void find_in_draft(struct list_finder *finder, uint32_t party,
                          const struct reading_paragraph *reading)
{
    const struct document *draft = finder->documents[party + 1];
    const struct docx_source *source = docx_source(draft);
    struct arena *arena = finder->arena;
    struct list_walk walk = {
        .finder = finder,
        .party = {party},
        .draft = draft,
        .source = source,
        .reading = reading,
        .base = numbering_again(docx_source(finder->documents[0])->numbering, arena),
        .own = numbering_again(source->numbering, arena),
        .ids = names_make(arena),
        .last = LIST_MAKE(arena, struct str),
        .same = LIST_MAKE(arena, struct str),
        .uses = names_make(arena)};
    walk.counters_count = numbering_counters_count(walk.own);
    walk.by_counters = ARENA_ARRAY(arena, struct str, walk.counters_count + 1);
    walk.places = ARENA_ARRAY(arena, struct list_place, draft->paragraph_count + 1);
    finder->places[party] = walk.places;
    for (size_t i = 0; finder->counted && i < finder->made.count; i++)
        numbering_borrow(walk.base, LIST_AT(&finder->made, struct made_list, i)->id,
                         finder->counted);
    expect_lists(&walk);
    place_all(&walk);
    finder->counted = walk.base;
}

void docx_lists_find(const struct merged *merged, const struct document *const *documents,
                     const struct reading_paragraph *const *readings, struct arena *arena,
                     struct docx_lists *lists)
{
    struct list_finder finder = {
        .merged = merged,
        .documents = documents,
        .arena = arena,
        .keys = names_make(arena),
        .made = LIST_MAKE(arena, struct made_list),
        .changes = LIST_MAKE(arena, struct number_change),
        .places = ARENA_ARRAY(arena, const struct list_place *, merged->party_count + 1)};
    for (uint32_t p = 0; p < merged->party_count; p++)
        if (documents[0]->form == FORM_DOCX && documents[p + 1]->form == FORM_DOCX)
            find_in_draft(&finder, p, readings ? readings[p] : NULL);
    *lists = (struct docx_lists){
        finder.places, LIST_ITEMS(&finder.made, struct made_list), finder.made.count,
        LIST_ITEMS(&finder.changes, struct number_change), finder.changes.count};
}
