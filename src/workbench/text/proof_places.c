// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/proof_places.h"

#include "base/builder.h"
#include "clauses/clause_names.h"
#include "merge/point_text.h"
#include "proofreading/proof_keys.h"

#define NUMBER_REACH 40    // places before a number with which it may have changed
#define FEW_TERMS 8        // definitions
#define CLAUSES_BESIDE 2   // on each side, that make a gap in the numbers with one
#define FOLLOWING_MOST 200 // clauses behind one that came or went whose labels it may move

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a;
    uint32_t other = *(const uint32_t *)b;
    return one < other ? -1 : one > other;
}

static void sort_once(struct list *numbers)
{
    list_sort(numbers, by_number);
    uint32_t *items = LIST_ITEMS(numbers, uint32_t);
    size_t kept = 0;
    for (size_t i = 0; i < numbers->count; i++)
        if (kept == 0 || items[kept - 1] != items[i])
            items[kept++] = items[i];
    list_cut(numbers, kept);
}

// The slots of a column that came or went are chosen together.
static void join_columns(const struct issuer *issuer)
{
    const struct sheet *sheet = issuer->sheet;
    for (uint32_t s = 1; s < sheet->slot_count; s++)
        for (uint32_t b = s; sheet->slots[s].column > 0 && b-- > 0 && sheet->slots[b].column > 0;)
            if (sheet->slots[b].column == sheet->slots[s].column && issuer->leader[b] != NO_INDEX &&
                issuer->leader[s] != NO_INDEX) {
                issuer->leader[s] = issuer->leader[b];
                break;
            }
}

static void find_places(struct proof_places *places)
{
    const struct sheet *sheet = places->sheet;
    uint32_t *number = ARENA_ARRAY(places->arena, uint32_t, (size_t)sheet->slot_count + 1);
    places->places = ARENA_ARRAY(places->arena, struct proof_place, (size_t)sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        uint32_t leader = places->issuer.leader[s];
        if (leader == NO_INDEX)
            continue;
        if (leader == s) {
            number[s] = places->count++;
            places->places[number[s]] = (struct proof_place){
                .slots = LIST_MAKE(places->arena, uint32_t),
                .points = LIST_MAKE(places->arena, uint32_t),
                .varying = LIST_MAKE(places->arena, uint32_t),
            };
        }
        struct proof_place *place = &places->places[number[leader]];
        *LIST_ADD(&place->slots, uint32_t) = s;
        *LIST_ADD(&place->points, uint32_t) = sheet->slots[s].point;
    }
    places->option_counts = ARENA_ARRAY(places->arena, uint32_t, (size_t)places->count + 1);
    for (uint32_t p = 0; p < places->count; p++) {
        struct proof_place *place = &places->places[p];
        place->options = issuer_options(&places->issuer, &place->slots);
        places->option_counts[p] = (uint32_t)place->options.count;
        sort_once(&place->points);
    }
}

// Each slot with the one wording that stands where nothing is taken: what all hold, else the base's.
static struct sheet_slot *start_of(const struct sheet *sheet, struct arena *arena)
{
    struct sheet_slot *slots = ARENA_ARRAY(arena, struct sheet_slot, (size_t)sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        const struct wording *agreed = sheet_slot_agreed(sheet, &sheet->slots[s]);
        slots[s] = sheet->slots[s];
        slots[s].wordings = agreed ? agreed : sheet->slots[s].wordings;
        slots[s].wording_count = 1;
    }
    return slots;
}

static bool is_clause(const struct proof_places *places, const struct proof_place *place)
{
    for (size_t i = 0; i < place->slots.count; i++)
        if (places->sheet->slots[*LIST_AT(&place->slots, uint32_t, i)].whole)
            return true;
    return false;
}

// A party that departs from the base in both, and holds this option of the place; NO_INDEX: none does.
static uint32_t common_party(const struct proof_places *places, uint32_t slot, uint32_t place,
                             uint32_t option)
{
    const struct list *slots = &places->places[place].slots;
    const uint32_t *row = *LIST_AT(&places->places[place].options, const uint32_t *, option);
    for (uint32_t party = 0; party < places->sheet->party_count; party++)
        if (places->issuer.held[slot][party] != 0 &&
            issuer_holds(&places->issuer, slots, party, row))
            return party;
    return NO_INDEX;
}

static bool change_together(const struct proof_places *places, uint32_t slot, uint32_t place)
{
    for (uint32_t option = 1; option < places->option_counts[place]; option++)
        if (common_party(places, slot, place, option) != NO_INDEX)
            return is_clause(places, &places->places[place]);
    return false;
}

// Typed numbers change with the clause before them that came or went, or, where a number stands alone, with
// the one behind it: the party that took it out wrote them anew.
static void tie_numbers(struct proof_places *places)
{
    const struct sheet *sheet = places->sheet;
    uint32_t next = 0; // the first place behind the slot
    places->tied = ARENA_ARRAY(places->arena, uint32_t, (size_t)sheet->slot_count + 1);
    places->has_numbers = ARENA_ARRAY(places->arena, bool, (size_t)places->count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        while (next < places->count && *LIST_AT(&places->places[next].slots, uint32_t, 0) <= s)
            next++;
        places->tied[s] = NO_INDEX;
        if (sheet->slots[s].kind != SLOT_NUMBERING)
            continue;
        if (next < places->count && change_together(places, s, next) &&
            *LIST_AT(&places->places[next].points, uint32_t, 0) <= sheet->slots[s].point + 1)
            places->tied[s] = next;
        for (uint32_t p = next; places->tied[s] == NO_INDEX && p-- > 0 && p + NUMBER_REACH > next;)
            if (change_together(places, s, p))
                places->tied[s] = p;
        if (places->tied[s] != NO_INDEX)
            places->has_numbers[places->tied[s]] = true;
    }
}

static void follow_numbers(const struct proof_places *places, const uint32_t *options,
                           struct sheet_slot *slots)
{
    const struct sheet *sheet = places->sheet;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        uint32_t place = places->tied[s];
        if (place == NO_INDEX || options[place] == 0)
            continue;
        uint32_t party = common_party(places, s, place, options[place]);
        if (party != NO_INDEX)
            slots[s].wordings = sheet->slots[s].wordings + places->issuer.held[s][party];
    }
}

const uint32_t *proof_places_held(const struct proof_places *places, uint32_t party,
                                  struct arena *arena)
{
    uint32_t *options = ARENA_ARRAY(arena, uint32_t, (size_t)places->count + 1);
    for (uint32_t p = 0; p < places->count; p++) {
        const struct proof_place *place = &places->places[p];
        while (!issuer_holds(&places->issuer, &place->slots, party,
                             *LIST_AT(&place->options, const uint32_t *, options[p])))
            options[p]++;
    }
    return options;
}

static void take_option(const struct proof_places *places, uint32_t place, uint32_t option,
                        struct sheet_slot *slots)
{
    const struct list *taken = &places->places[place].slots;
    const uint32_t *row = *LIST_AT(&places->places[place].options, const uint32_t *, option);
    for (size_t i = 0; i < taken->count; i++) {
        uint32_t slot = *LIST_AT(taken, uint32_t, i);
        slots[slot].wordings = places->sheet->slots[slot].wordings + row[i];
    }
}

struct sheet proof_places_sheet(const struct proof_places *places, const uint32_t *options,
                                struct arena *arena)
{
    struct sheet chosen = *places->sheet;
    struct sheet_slot *slots = ARENA_ARRAY(arena, struct sheet_slot, (size_t)chosen.slot_count + 1);
    if (chosen.slot_count > 0)
        memcpy(slots, places->start, chosen.slot_count * sizeof *slots);
    for (uint32_t p = 0; p < places->count; p++)
        if (options[p] > 0)
            take_option(places, p, options[p], slots);
    follow_numbers(places, options, slots);
    chosen.slots = slots;
    return chosen;
}

static const struct point *point_at(const struct proof_places *places, const struct list *points,
                                    size_t i)
{
    return &places->sheet->points[*LIST_AT(points, uint32_t, i)];
}

// Clauses behind one that came or went bear other numbers, or hang under another one. Behind the end of its
// own part only numbers that are counted go on.
static void add_following(const struct proof_places *places, uint32_t point, struct list *keys)
{
    const struct sheet *sheet = places->sheet;
    const struct point *first = &sheet->points[point];
    bool is_inside = first->kind == PARAGRAPH_HEADING;
    bool is_counted = first->label_is_computed || first->label_count > 0;
    for (uint32_t i = point + 1; i < sheet->point_count && i < point + FOLLOWING_MOST; i++) {
        const struct point *next = &sheet->points[i];
        bool is_heading = next->kind == PARAGRAPH_HEADING;
        is_inside = is_inside && (!is_heading || next->level > first->level);
        if (is_heading && !is_inside && !is_counted)
            break;
        if (is_inside || next->label_is_computed)
            proof_keys_add_label(next->label, places->keys, keys, places->arena);
    }
}

// All keys of the place's points where it has this option and nothing else is taken.
static struct list keys_of(const struct proof_places *places, uint32_t place, uint32_t option,
                           struct arena *arena)
{
    struct list keys = LIST_MAKE(arena, struct proof_key);
    struct sheet sheet = *places->sheet;
    sheet.slots = places->start;
    take_option(places, place, option, places->start);
    const struct list *points = &places->places[place].points;
    struct sheet_reading reading = {.kind = READ_BASE};
    for (size_t i = 0; i < points->count; i++) {
        const struct point *point = point_at(places, points, i);
        if (!point_exists(&sheet, point, reading))
            continue;
        struct builder text = builder_make(arena);
        point_text(&sheet, point, reading, &text);
        proof_keys_add(builder_str(&text), places->keys, &keys, places->arena);
        proof_keys_add_label(point->label, places->keys, &keys, places->arena);
    }
    take_option(places, place, 0, places->start);
    return keys;
}

// The numbers that change with the place.
static void add_tied(const struct proof_places *places, uint32_t p, struct list *keys)
{
    const struct sheet *sheet = places->sheet;
    for (uint32_t s = 0; places->has_numbers[p] && s < sheet->slot_count; s++)
        for (uint32_t w = 0; places->tied[s] == p && w < sheet->slots[s].wording_count; w++)
            proof_keys_add_label(sheet->slots[s].wordings[w].text, places->keys, keys,
                                 places->arena);
}

static void find_varying(struct proof_places *places, uint32_t p)
{
    struct proof_place *place = &places->places[p];
    struct arena *arena = arena_open();
    struct list start = keys_of(places, p, 0, arena);
    for (uint32_t option = 1; option < places->option_counts[p]; option++) {
        struct list keys = keys_of(places, p, option, arena);
        proof_keys_differ(&start, &keys, &place->varying);
    }
    struct list following = LIST_MAKE(arena, struct proof_key);
    for (size_t i = 0; is_clause(places, place) && i < place->points.count; i++)
        add_following(places, *LIST_AT(&place->points, uint32_t, i), &following);
    add_tied(places, p, &following);
    for (size_t i = 0; i < following.count; i++)
        *LIST_ADD(&place->varying, uint32_t) = LIST_AT(&following, struct proof_key, i)->name;
    sort_once(&place->varying);
    arena_close(arena);
    for (size_t i = 0; i < place->varying.count; i++) {
        uint32_t name = *LIST_AT(&place->varying, uint32_t, i);
        while (places->varying_at.count <= name)
            *LIST_ADD(&places->varying_at, struct list) = LIST_MAKE(places->arena, uint32_t);
        *LIST_ADD(LIST_AT(&places->varying_at, struct list, name), uint32_t) = p;
    }
}

static void add_link(struct list *found, uint32_t place, uint32_t topic)
{
    *LIST_ADD(found, struct combination_link) = (struct combination_link){place, topic};
}

// The places at a point, and at the ones beside it.
static void add_near(const struct proof_places *places, uint32_t point, struct list *found)
{
    uint32_t from = point > 0 ? point - 1 : 0;
    for (uint32_t i = from; i <= point + 1 && i < places->sheet->point_count; i++)
        for (size_t n = 0; n < places->at_point[i].count; n++)
            add_link(found, *LIST_AT(&places->at_point[i], uint32_t, n), COMBINATION_ANY);
}

static void add_varying(const struct proof_places *places, uint32_t name, uint32_t topic,
                        struct list *found)
{
    if (name >= places->varying_at.count)
        return;
    const struct list *at = LIST_AT(&places->varying_at, struct list, name);
    for (size_t i = 0; i < at->count; i++)
        add_link(found, *LIST_AT(at, uint32_t, i), topic);
}

// Terms are looked at from the third definition on: where there are few, one that comes or goes bears upon
// every term.
static void add_definers(const struct proof_places *places, uint32_t p, struct list *found)
{
    const struct proof_place *place = &places->places[p];
    bool defines = false;
    for (size_t i = 0; i < place->varying.count; i++)
        defines =
            defines || names_at(places->keys, *LIST_AT(&place->varying, uint32_t, i)).bytes[0] ==
                           PROOF_KEY_DEFINES;
    for (uint32_t other = 0; defines && other < places->count; other++)
        add_link(found, other, COMBINATION_ANY);
    add_varying(places, names_find(places->keys, STR("d")), COMBINATION_ANY, found);
}

static bool moves_numbers(const struct proof_places *places, uint32_t place)
{
    return places->has_numbers[place] || is_clause(places, &places->places[place]);
}

// Two clauses that come or go one behind the other make one gap.
static void add_beside(const struct proof_places *places, uint32_t p, struct list *found)
{
    if (!moves_numbers(places, p))
        return;
    for (uint32_t back = p, seen = 0; back-- > 0 && seen < CLAUSES_BESIDE;)
        if (moves_numbers(places, back) && ++seen > 0)
            add_link(found, back, COMBINATION_ANY);
    for (uint32_t next = p + 1, seen = 0; next < places->count && seen < CLAUSES_BESIDE; next++)
        if (moves_numbers(places, next) && ++seen > 0)
            add_link(found, next, COMBINATION_ANY);
}

static int by_link(const void *a, const void *b)
{
    const struct combination_link *one = a;
    const struct combination_link *other = b;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return one->topic < other->topic ? -1 : one->topic > other->topic;
}

// Each once, and none to the place itself.
static struct list links_kept(uint32_t p, struct list *found, struct arena *arena)
{
    struct list kept = LIST_MAKE(arena, struct combination_link);
    list_sort(found, by_link);
    for (size_t i = 0; i < found->count; i++) {
        const struct combination_link *link = LIST_AT(found, struct combination_link, i);
        if (link->place != p && (i == 0 || by_link(link - 1, link) != 0))
            *LIST_ADD(&kept, struct combination_link) = *link;
    }
    return kept;
}

static void find_links(struct proof_places *places, uint32_t p)
{
    const struct proof_place *place = &places->places[p];
    struct list found = LIST_MAKE(places->arena, struct combination_link);
    for (size_t i = 0; i < place->points.count; i++)
        add_near(places, *LIST_AT(&place->points, uint32_t, i), &found);
    for (size_t i = 0; i < place->varying.count; i++) {
        uint32_t name = *LIST_AT(&place->varying, uint32_t, i);
        add_varying(places, name, places->topic_of[name], &found);
    }
    add_beside(places, p, &found);
    if (places->has_few_terms)
        add_definers(places, p, &found);
    places->links[p] = links_kept(p, &found, places->arena);
}

// A key without its class: an amount of the Deposit and the term "Deposit" are about one thing.
static uint32_t *topics_of(const struct names *keys, struct arena *arena)
{
    struct names *topics = names_make(arena);
    uint32_t *topic_of = ARENA_ARRAY(arena, uint32_t, (size_t)names_count(keys) + 1);
    for (uint32_t key = 0; key < names_count(keys); key++)
        topic_of[key] = names_add(topics, str_skip(names_at(keys, key), 1));
    return topic_of;
}

static bool starts_as_base(const struct proof_places *places)
{
    for (uint32_t s = 0; s < places->sheet->slot_count; s++)
        if (places->start[s].wordings != places->sheet->slots[s].wordings)
            return false;
    return true;
}

static bool defines_term(struct str text)
{
    bool is_quoted = str_find_byte(text, '"') < text.length;
    return (is_quoted &&
            (str_contains(text, STR("\" means")) || str_contains(text, STR("(the \"")))) ||
           str_contains(text, STR("”"));
}

static bool has_few_terms(const struct sheet *sheet)
{
    size_t count = 0;
    for (uint32_t i = 0; i < sheet->segment_count && count < FEW_TERMS; i++)
        count += defines_term(sheet->segments[i].text);
    return count < FEW_TERMS;
}

// "Article 3" for "plan/Article 3#2": the paragraphs of a clause are not counted.
static struct str *names_of(const struct sheet *sheet, struct arena *arena)
{
    struct str *paths = ARENA_ARRAY(arena, struct str, (size_t)sheet->point_count + 1);
    struct str *names = ARENA_ARRAY(arena, struct str, (size_t)sheet->point_count + 1);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        paths[i] = str_slice(sheet->points[i].path, 0, str_find_byte(sheet->points[i].path, '#'));
    clause_names(paths, sheet->point_count, arena, names);
    return names;
}

struct proof_places *proof_places_make(const struct sheet *sheet, struct arena *arena)
{
    struct proof_places *places = ARENA_NEW(arena, struct proof_places);
    *places = (struct proof_places){.sheet = sheet,
                                    .arena = arena,
                                    .issuer = issuer_make(sheet, arena),
                                    .paths = names_make(arena),
                                    .keys = names_make(arena),
                                    .memory = proof_memory_make(arena),
                                    .names = names_of(sheet, arena),
                                    .varying_at = LIST_MAKE(arena, struct list)};
    places->start = start_of(sheet, arena);
    places->starts_as_base = starts_as_base(places);
    join_columns(&places->issuer);
    places->has_few_terms = has_few_terms(sheet);
    find_places(places);
    tie_numbers(places);
    places->at_point = ARENA_ARRAY(arena, struct list, (size_t)sheet->point_count + 1);
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        names_add(places->paths, sheet->points[i].path);
        places->at_point[i] = LIST_MAKE(arena, uint32_t);
    }
    for (uint32_t p = 0; p < places->count; p++)
        for (size_t i = 0; i < places->places[p].points.count; i++)
            *LIST_ADD(&places->at_point[*LIST_AT(&places->places[p].points, uint32_t, i)],
                      uint32_t) = p;
    places->links = ARENA_ARRAY(arena, struct list, (size_t)places->count + 1);
    for (uint32_t p = 0; p < places->count; p++)
        find_varying(places, p);
    places->topic_of = topics_of(places->keys, arena);
    for (uint32_t p = 0; p < places->count; p++)
        find_links(places, p);
    return places;
}
