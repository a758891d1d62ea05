// SPDX-License-Identifier: Apache-2.0
#include "merge/point_text.h"

#include "merge/table_points.h"

const struct wording *sheet_slot_agreed(const struct sheet *sheet, const struct sheet_slot *slot)
{
    for (uint32_t w = 0; w < slot->wording_count; w++) {
        const struct wording *wording = &slot->wordings[w];
        if (slot->kind != SLOT_WORDING
                ? wording->is_base
                : wording->party_count == sheet->party_count && sheet->party_count > 1)
            return wording;
    }
    return NULL;
}

const struct wording *slot_reading(const struct sheet *sheet, const struct sheet_slot *slot,
                                   struct sheet_reading reading)
{
    switch (reading.kind) {
    case READ_BASE:
        return &slot->wordings[0];
    case READ_PARTY:
        return wording_of(slot, reading.party);
    case READ_AGREED:
        break;
    }
    return sheet_slot_agreed(sheet, slot);
}

static struct str slot_text(const struct sheet *sheet, const struct sheet_slot *slot,
                            struct sheet_reading reading)
{
    const struct wording *wording = slot_reading(sheet, slot, reading);
    return wording != NULL ? wording->text : STR("[…]");
}

static bool respacing_has(const struct respacing *respacing, struct party party)
{
    for (uint32_t i = 0; i < respacing->party_count; i++)
        if (respacing->parties[i].number == party.number)
            return true;
    return false;
}

struct str segment_text(const struct sheet *sheet, const struct segment *segment,
                        struct sheet_reading reading)
{
    const struct sheet_slot *slot = segment_slot(sheet, segment);
    if (slot != NULL)
        return slot_text(sheet, slot, reading);
    for (uint32_t i = 0; reading.kind == READ_PARTY && i < segment->respacing_count; i++)
        if (respacing_has(&segment->respacings[i], reading.party))
            return segment->respacings[i].text;
    return segment->text;
}

void point_text(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                struct builder *out)
{
    for (uint32_t i = 0; i < point->segment_count; i++)
        builder_add(out, segment_text(sheet, point_segment(sheet, point, i), reading));
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

void point_lines(const struct sheet *sheet, const struct point *point, struct sheet_reading reading,
                 struct builder *out)
{
    size_t from = out->length;
    point_text(sheet, point, reading, out);
    const struct sheet_slot *slot =
        point->segment_count == 1 ? segment_slot(sheet, point_segment(sheet, point, 0)) : NULL;
    if (slot == NULL || !slot->whole || !is_only_marks(str_skip(builder_str(out), from)))
        builder_add_byte(out, '\n');
}

struct str sheet_read(const struct sheet *sheet, struct sheet_reading reading, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        point_lines(sheet, &sheet->points[i], reading, &out);
    return builder_str(&out);
}

bool point_exists(const struct sheet *sheet, const struct point *point,
                  struct sheet_reading reading)
{
    if (point->segment_count != 1)
        return true;
    const struct segment *segment = point_segment(sheet, point, 0);
    const struct sheet_slot *slot = segment_slot(sheet, segment);
    if (slot == NULL || !slot->whole)
        return true;
    const struct wording *wording = slot_reading(sheet, slot, reading);
    return wording == NULL || wording->text.length > 0 || wording->part_count > 0;
}

void add_names(const struct sheet *sheet, const struct party *parties, uint32_t count,
               const char *between, struct builder *out)
{
    for (uint32_t i = 0; i < count; i++) {
        builder_add_c(out, i == 0 ? "" : between);
        builder_add(out, sheet->party_names[parties[i].number]);
    }
}

uint32_t row_length(const struct sheet *sheet, uint32_t first)
{
    bool is_cell = table_points(sheet, first, first + 1, 0) > 0;
    return is_cell ? row_points(sheet, first, sheet->point_count, 0) : 1;
}

enum row_status point_status(const struct sheet *sheet, const struct point *point)
{
    enum row_status status = point->counts_otherwise ? ROW_RENUMBERED : ROW_AGREED;
    bool has_move = false;
    for (uint32_t i = 0; i < point->segment_count; i++) {
        const struct sheet_slot *slot = segment_slot(sheet, point_segment(sheet, point, i));
        if (slot == NULL || sheet_slot_is_settled(slot, sheet->party_count))
            continue;
        enum row_status now = !sheet_slot_is_open(slot) ? ROW_RENUMBERED
                              : slot->wording_count > 2 ? ROW_DISPUTED
                                                        : ROW_PROPOSED;
        has_move = has_move || slot->move > 0;
        if (now > status)
            status = now;
    }
    return status == ROW_PROPOSED && has_move ? ROW_MOVED : status;
}

enum row_status row_status(const struct sheet *sheet, uint32_t first, uint32_t end)
{
    enum row_status worst = ROW_AGREED;
    for (uint32_t i = first; i < end; i++) {
        enum row_status status = point_status(sheet, &sheet->points[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

bool row_departs(const struct sheet *sheet, uint32_t first, uint32_t end, struct party party)
{
    for (uint32_t k = first; k < end; k++)
        for (uint32_t i = 0; i < sheet->points[k].segment_count; i++) {
            const struct sheet_slot *slot =
                segment_slot(sheet, point_segment(sheet, &sheet->points[k], i));
            if (slot != NULL && sheet_slot_is_open(slot) && !wording_of(slot, party)->is_base)
                return true;
        }
    return false;
}

const char *row_status_letter(enum row_status status)
{
    static const char *const letters[] = {"A", "N", "P", "D", "M"};
    return letters[status];
}

const char *row_status_word(enum row_status status)
{
    static const char *const words[] = {"agreed", "renumbered", "proposal", "disputed", "moved"};
    return words[status];
}
