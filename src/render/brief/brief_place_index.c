// SPDX-License-Identifier: Apache-2.0
// The points that a brief speaks of, so that its sections can lead to them.
#include "render/brief/brief_parts.h"

static struct str key_of(struct str document, struct str point, struct arena *arena)
{
    return arena_print(arena, "%.*s\n%.*s", STR_ARGS(document), STR_ARGS(point));
}

static void add_place(struct brief_places *places, struct brief_place place)
{
    struct str key = key_of(place.document, place.point, places->arena);
    if (names_add(places->names, key) == places->items.count)
        *LIST_ADD(&places->items, struct brief_place) = place;
}

static bool is_open(const struct sheet *sheet, const struct point *point)
{
    for (uint32_t i = 0; i < point->segment_count; i++) {
        uint32_t slot = sheet->segments[point->first_segment + i].slot;
        if (slot != NO_INDEX && sheet_slot_is_open(&sheet->slots[slot]) &&
            !sheet_slot_agreed(sheet, &sheet->slots[slot]))
            return true;
    }
    return false;
}

struct str brief_point_name(const struct point *point)
{
    return str_skip(point->path, str_find_byte(point->path, '/') + 1);
}

struct brief_places brief_places_of(const struct brief_answer *brief, struct arena *arena)
{
    struct brief_places places = {arena, names_make(arena), LIST_MAKE(arena, struct brief_place)};
    for (size_t i = 0; i < brief->documents.count; i++) {
        const struct brief_document *d = LIST_AT(&brief->documents, struct brief_document, i);
        for (uint32_t p = 0; d->sheet && p < d->sheet->point_count; p++)
            if (is_open(d->sheet, &d->sheet->points[p]))
                add_place(&places, (struct brief_place){
                                       d->id, brief_point_name(&d->sheet->points[p]), d->sheet, p});
    }
    for (size_t i = 0; i < brief->settlements.count; i++) {
        const struct brief_settlement *s = LIST_AT(&brief->settlements, struct brief_settlement, i);
        add_place(&places, (struct brief_place){s->document, s->point, NULL, 0});
    }
    for (size_t i = 0; i < brief->moves.count; i++) {
        const struct brief_move *m = LIST_AT(&brief->moves, struct brief_move, i);
        add_place(&places, (struct brief_place){m->document, m->point, NULL, 0});
    }
    return places;
}

uint32_t brief_place_number(const struct brief_places *places, struct str document,
                            struct str point)
{
    return names_find(places->names, key_of(document, point, places->arena));
}

struct str brief_place_anchor(const struct brief_places *places, struct str document,
                              struct str point)
{
    uint32_t number = brief_place_number(places, document, point);
    return number == NAMES_NONE || number >= BRIEF_PLACES
               ? STR("")
               : arena_print(places->arena, "place_%u", number + 1);
}
