// SPDX-License-Identifier: Apache-2.0
#include "merge/sheet_counts.h"

const struct segment *point_segment(const struct sheet *sheet, const struct point *point,
                                    uint32_t i)
{
    return &sheet->segments[point->first_segment + i];
}

const struct sheet_slot *segment_slot(const struct sheet *sheet, const struct segment *segment)
{
    return segment->slot == NO_INDEX ? NULL : &sheet->slots[segment->slot];
}

bool sheet_slot_is_open(const struct sheet_slot *slot)
{
    return slot->kind == SLOT_WORDING;
}

bool sheet_slot_is_settled(const struct sheet_slot *slot, uint32_t party_count)
{
    for (uint32_t i = 0; i < slot->wording_count; i++)
        if (slot->wordings[i].party_count == party_count)
            return party_count > 1 && !slot->wordings[i].is_base;
    return false;
}

bool wording_has(const struct wording *wording, struct party party)
{
    for (uint32_t i = 0; i < wording->party_count; i++)
        if (wording->parties[i].number == party.number)
            return true;
    return false;
}

const struct wording *wording_of(const struct sheet_slot *slot, struct party party)
{
    for (uint32_t i = 0; i < slot->wording_count; i++)
        if (wording_has(&slot->wordings[i], party))
            return &slot->wordings[i];
    return &slot->wordings[0];
}

static void count_slot(const struct sheet_slot *slot, uint32_t party_count,
                       struct sheet_counts *counts, struct party_counts *parties)
{
    if (!sheet_slot_is_open(slot)) {
        counts->numbering_slots++;
        return;
    }
    if (sheet_slot_is_settled(slot, party_count)) {
        counts->settled_slots++;
        return;
    }
    counts->open_slots++;
    counts->rival_slots += slot->wording_count > 2;
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        for (uint32_t k = 0; k < wording->party_count && !wording->is_base; k++) {
            struct party_counts *party = &parties[wording->parties[k].number];
            party->proposals++;
            party->shared += wording->party_count > 1;
        }
    }
}

static void count_format(const struct sheet *sheet, const struct format_change *format_change,
                         struct sheet_counts *counts)
{
    bool is_agreed = sheet->party_count > 1 && format_change->party_count == sheet->party_count;
    switch (format_change->scope) {
    case FORMAT_OF_WORDS:
    case FORMAT_OF_PARAGRAPH:
        counts->format_changes += format_change->change.length > 0;
        return;
    case FORMAT_OF_NUMBER:
        counts->number_changes++;
        break;
    case FORMAT_OF_LAYOUT:
        counts->layout_changes++;
        break;
    }
    counts->contested_changes += !is_agreed;
}

struct sheet_counts sheet_counts_make(const struct sheet *sheet, struct arena *arena)
{
    struct party_counts *parties = ARENA_ARRAY(arena, struct party_counts, sheet->party_count);
    bool *point_is_open = ARENA_ARRAY(arena, bool, sheet->point_count);
    struct sheet_counts counts = {.parties = parties, .point_is_open = point_is_open};
    uint32_t last_column = 0; // columns are numbered in the order of their first slots
    for (uint32_t i = 0; i < sheet->slot_count; i++) {
        uint32_t column = sheet->slots[i].column;
        if (column == 0 || column > last_column)
            count_slot(&sheet->slots[i], sheet->party_count, &counts, parties);
        last_column = column > last_column ? column : last_column;
    }
    for (uint32_t i = 0; i < sheet->point_count; i++) {
        const struct point *point = &sheet->points[i];
        for (uint32_t k = 0; k < point->segment_count; k++) {
            const struct sheet_slot *slot = segment_slot(sheet, point_segment(sheet, point, k));
            if (slot != NULL && sheet_slot_is_open(slot) &&
                !sheet_slot_is_settled(slot, sheet->party_count))
                point_is_open[i] = true;
        }
        counts.open_points += point_is_open[i];
        counts.agreed_points += !point_is_open[i];
    }
    for (uint32_t i = 0; i < sheet->format_change_count; i++)
        count_format(sheet, &sheet->format_changes[i], &counts);
    return counts;
}
