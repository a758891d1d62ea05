// SPDX-License-Identifier: Apache-2.0
#include "brackets/brackets.h"

#include "brackets/brackets_parts.h"

static void fill_places(struct str text, struct list *slots, struct findings *findings,
                        struct arena *arena)
{
    struct list places = LIST_MAKE(arena, struct text_place *);
    for (size_t i = 0; i < slots->count; i++) {
        struct bracket_slot *slot = LIST_AT(slots, struct bracket_slot, i);
        *LIST_ADD(&places, struct text_place *) = &slot->from;
        *LIST_ADD(&places, struct text_place *) = &slot->to;
    }
    for (size_t i = 0; i < findings->slips.count; i++)
        *LIST_ADD(&places, struct text_place *) =
            &LIST_AT(&findings->slips, struct slip_found, i)->place;
    for (size_t i = 0; i < findings->footnotes.count; i++)
        *LIST_ADD(&places, struct text_place *) =
            &LIST_AT(&findings->footnotes, struct footnote_found, i)->place;
    bracket_places_fill(text, LIST_ITEMS(&places, struct text_place *), places.count);
}

static void count_points(const struct signs *signs, struct arena *arena, struct brackets *brackets)
{
    struct point_found *points =
        ARENA_ARRAY(arena, struct point_found, brackets->input.point_count);
    uint32_t depth = 0;
    for (uint32_t i = 0; i < signs->count; i++) {
        const struct sign *sign = &signs->items[i];
        uint32_t point = bracket_point_at(&brackets->input, sign->place.at);
        bool opens = sign->byte == '[';
        if (!opens && sign->byte != ']')
            continue;
        depth = opens ? depth + 1 : depth - (depth > 0);
        if (point == NO_INDEX)
            continue;
        points[point].opens += opens;
        points[point].closes += !opens;
        if (opens && depth > points[point].depth)
            points[point].depth = depth;
    }
    for (uint32_t i = 0; i < brackets->slot_count; i++)
        if (brackets->slots[i].point != NO_INDEX)
            points[brackets->slots[i].point].kinds[brackets->slots[i].kind]++;
    brackets->points = points;
}

static void count_parties(struct brackets *brackets, struct list *parties, struct arena *arena)
{
    uint32_t *last_slot = ARENA_ARRAY(arena, uint32_t, parties->count); // index + 1
    for (uint32_t i = 0; i < brackets->slot_count; i++)
        for (uint32_t v = 0; v < brackets->slots[i].variant_count; v++) {
            const struct bracket_variant *variant = &brackets->slots[i].variants[v];
            for (uint32_t s = 0; s < variant->stance_count; s++) {
                uint32_t party = variant->stances[s].party;
                struct party_found *found = LIST_AT(parties, struct party_found, party);
                found->stances[variant->stances[s].stance]++;
                found->brackets += last_slot[party] != i + 1;
                last_slot[party] = i + 1;
            }
        }
    brackets->parties = LIST_ITEMS(parties, struct party_found);
    brackets->party_count = (uint32_t)parties->count;
}

bool brackets_read(const struct bracket_input *input, const struct input_limits *limits,
                   struct arena *arena, struct brackets *brackets, struct error *error)
{
    struct brackets found = {.input = *input};
    struct signs signs;
    if (!signs_read(input, limits, arena, &found, &signs, error))
        return false;
    struct findings findings = {LIST_MAKE(arena, struct slip_found),
                                LIST_MAKE(arena, struct footnote_found),
                                LIST_MAKE(arena, struct party_found)};
    struct list misnested = LIST_MAKE(arena, struct misnested_bracket);
    struct pairs pairs = pairs_make(&signs, arena);
    found.markup = pairs_mark_markup(input, &signs, &pairs, arena);
    pairs_mark_content(input, &signs, &pairs, &misnested);
    struct option_marks options = options_read(input, &signs, &pairs, arena, &findings);
    prefixes_read(input, &signs, &pairs, arena, &findings);
    struct list slots;
    slots_make(&signs, &pairs, &options, arena, input, &slots);
    fill_places(input->text, &slots, &findings, arena);
    found.slots = LIST_ITEMS(&slots, struct bracket_slot);
    found.slot_count = (uint32_t)slots.count;
    count_points(&signs, arena, &found);
    count_parties(&found, &findings.parties, arena);
    found.misnested = LIST_ITEMS(&misnested, struct misnested_bracket);
    found.misnested_count = misnested.count;
    found.slips = LIST_ITEMS(&findings.slips, struct slip_found);
    found.slip_count = findings.slips.count;
    found.footnotes = LIST_ITEMS(&findings.footnotes, struct footnote_found);
    found.footnote_count = findings.footnotes.count;
    *brackets = found;
    return true;
}

const char *bracket_kind_name(enum bracket_slot_kind kind)
{
    static const char *const names[BRACKET_KIND_COUNT] = {
        "text", "choice", "options", "blank", "placeholder", "note", "scope"};
    return names[kind];
}

const char *bracket_stance_name(enum bracket_stance stance)
{
    static const char *const names[STANCE_COUNT] = {"propose",  "support", "support in principle",
                                                    "flexible", "reserve", "oppose"};
    return names[stance];
}

const char *bracket_slip_name(enum bracket_slip slip)
{
    static const char *const names[SLIP_COUNT] = {
        "double separator", "stray separator",        "missing colon",
        "double colon",     "misspelt verb",          "comma for semicolon",
        "unknown party",    "two stances of a party", "option out of order"};
    return names[slip];
}

const char *misnesting_name(enum misnesting kind)
{
    return kind == MISNESTED_BRACE ? "brace" : "point";
}
