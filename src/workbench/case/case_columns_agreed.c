// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_columns_agreed.h"

#include "base/utf8.h"
#include "exchange/comment_and_column_tables/head_words.h"
#include "merge/laid_rows.h"
#include "merge/sheet_lay.h"
#include "merge/sheet_words.h"
#include "workbench/case/case_slots.h"
#include "workbench/text/agreed_row.h"

#define QUOTED_BYTES 80

struct agreeing {
    const struct columns_agreed *what;
    struct acting *acting;
    struct arena *arena;
    struct merged merged;
    struct sheet sheet;
    struct names *slots; // the case's slots by what a merge finds of them
    struct list items;   // const struct item *, by number in `slots`
    struct str *keys;    // by slot of the sheet; empty: the case has none
    uint32_t *choices;   // by slot of the sheet
};

// --- The slots of the merge and those of the case

static struct str key_of(struct str point, int64_t place, const struct str *ids, size_t count,
                         struct arena *arena)
{
    struct builder key = builder_make(arena);
    builder_print(&key, "%.*s\n%lld", STR_ARGS(point), (long long)place);
    for (size_t i = 0; i < count; i++)
        builder_print(&key, "\n%.*s", STR_ARGS(ids[i]));
    return builder_str(&key);
}

static void list_slots(struct agreeing *agreeing)
{
    struct list all = items_of(acting_items(agreeing->acting), "slot", agreeing->arena);
    agreeing->slots = names_make(agreeing->arena);
    agreeing->items = LIST_MAKE(agreeing->arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *slot = *LIST_AT(&all, const struct item *, i);
        const struct json *variants = json_member(slot->value, "variants");
        const struct json *order = json_member(slot->value, "order");
        int64_t place = -1;
        if (!variants || !str_equal(json_text(slot->value, "document"), agreeing->what->document) ||
            !order || !json_whole(order, &place))
            continue;
        struct str *ids = ARENA_ARRAY(agreeing->arena, struct str, variants->count + 1);
        for (size_t v = 0; v < variants->count; v++)
            ids[v] = json_text(&variants->items[v], "id");
        struct str key =
            key_of(json_text(slot->value, "point"), place, ids, variants->count, agreeing->arena);
        if (names_add(agreeing->slots, key) == agreeing->items.count)
            *LIST_ADD(&agreeing->items, const struct item *) = slot;
    }
}

static void key_found(struct agreeing *agreeing)
{
    struct list found = case_find_slots(&agreeing->sheet, agreeing->arena);
    agreeing->keys = ARENA_ARRAY(agreeing->arena, struct str, agreeing->sheet.slot_count + 1);
    for (size_t i = 0; i < found.count; i++) {
        const struct found_slot *slot = LIST_AT(&found, struct found_slot, i);
        struct str *ids = ARENA_ARRAY(agreeing->arena, struct str, slot->variant_count + 1);
        for (size_t v = 0; v < slot->variant_count; v++)
            ids[v] = slot_variant_id(slot->variants[v].text, agreeing->arena);
        agreeing->keys[slot->number] =
            key_of(slot->point, (int64_t)slot->place, ids, slot->variant_count, agreeing->arena);
    }
}

static const struct item *item_of(const struct agreeing *agreeing, uint32_t slot)
{
    struct str key = agreeing->keys[slot];
    uint32_t number = key.length > 0 ? names_find(agreeing->slots, key) : NAMES_NONE;
    return number == NAMES_NONE ? NULL : *LIST_AT(&agreeing->items, const struct item *, number);
}

// --- One row

static struct str row_note(const struct numbered_row *row, struct arena *arena)
{
    const char *between = row->number.length > 0 && row->status.length > 0 ? ", " : "";
    return arena_print(arena, "%s%.*s%s%s%.*s", row->number.length > 0 ? "row " : "",
                       STR_ARGS(row->number), between, row->status.length > 0 ? "status " : "",
                       STR_ARGS(row->status));
}

static void add_slot(struct agreeing *agreeing, uint32_t slot, struct str note, bool is_agreed)
{
    struct arena *arena = agreeing->acting->casefile->frame;
    const struct item *item = item_of(agreeing, slot);
    if (!item)
        return;
    struct json_object object = json_object_from(arena, item->value);
    if (is_agreed) {
        const struct sheet_slot *found = &agreeing->sheet.slots[slot];
        struct json_object row = json_object_make(arena);
        struct str text = found->wordings[agreeing->choices[slot]].text;
        json_object_set_text(&row, "variant", slot_variant_id(text, arena));
        json_object_set_text(&row, "date", agreeing->what->date);
        json_object_set(&object, STR("status"), json_of_str(arena, STR("agreed")));
        json_object_set(&object, STR("agreed"), json_object_done(&row, arena));
    }
    json_object_set_text(&object, "note", arena_copy(arena, note));
    act_add(&agreeing->acting->act, "slot", item->id, json_object_done(&object, arena));
}

static void name_row(struct agreeing *agreeing, const struct numbered_row *row, const char *what)
{
    *LIST_ADD(agreeing->what->named, struct str) = arena_print(
        agreeing->arena, "%.*s, row %.*s: %s: \"%.*s\"", STR_ARGS(agreeing->what->file),
        STR_ARGS(row->number), what, STR_ARGS(utf8_first_line(row->agreed, QUOTED_BYTES)));
}

// The slots of the points [first, end).
static struct list slots_of(const struct sheet *sheet, uint32_t first, uint32_t end,
                            struct arena *arena)
{
    struct list slots = LIST_MAKE(arena, uint32_t);
    for (uint32_t p = first; p < end; p++)
        for (uint32_t s = 0; s < sheet->points[p].segment_count; s++) {
            uint32_t slot = sheet->segments[sheet->points[p].first_segment + s].slot;
            if (slot != NO_INDEX && sheet->slots[slot].kind == SLOT_WORDING)
                *LIST_ADD(&slots, uint32_t) = slot;
        }
    return slots;
}

static void agree_row(struct agreeing *agreeing, const struct numbered_row *row, uint32_t first,
                      uint32_t end)
{
    struct list slots = slots_of(&agreeing->sheet, first, end, agreeing->arena);
    bool is_deleted = cell_word_of(row->agreed, agreeing->arena) == CELL_DELETED;
    struct str text = is_deleted ? STR("") : row->agreed;
    bool has_words = row->has_agreed && row->agreed.length > 0;
    bool is_agreed =
        has_words && agreed_row_choose(&agreeing->sheet, first, end, text, agreeing->choices);
    struct str note = row_note(row, agreeing->arena);
    for (size_t i = 0; i < slots.count; i++) {
        bool keeps_words = has_words && !is_agreed && i == 0;
        struct str own = keeps_words ? arena_print(agreeing->arena, "%.*s; agreed there: \"%.*s\"",
                                                   STR_ARGS(note), STR_ARGS(row->agreed))
                                     : note;
        add_slot(agreeing, *LIST_AT(&slots, uint32_t, i), own, is_agreed);
    }
    if (has_words && !is_agreed && slots.count > 0)
        name_row(agreeing, row,
                 "what is agreed there is put together of none of the parties' wordings; it is "
                 "kept in the note of the row's first slot, which stays open");
    else if (has_words && !is_agreed)
        name_row(agreeing, row,
                 "what is agreed there differs from what all columns say, and is not carried");
}

// --- All of them

static bool merge(struct agreeing *agreeing, struct budget *budget, struct error *error)
{
    const struct item *base;
    struct list current;
    const struct draft_gate gate = {GATE_SUBMIT, true, NULL};
    struct casefile *casefile = agreeing->acting->casefile;
    case_drafts(&casefile->open, agreeing->what->document, NULL, agreeing->arena, &base, &current);
    if (!case_merge_drafts(casefile, base, &current, NULL, &gate, budget, agreeing->arena,
                           &agreeing->merged, error))
        return false;
    sheet_lay(&agreeing->merged, agreeing->arena, &agreeing->sheet);
    sheet_words_fill(&agreeing->sheet, agreeing->arena);
    if (agreeing->merged.rows)
        numbered_rows_lay(agreeing->merged.rows, &agreeing->sheet, agreeing->arena);
    return true;
}

static void name_notes(const struct agreeing *agreeing)
{
    for (uint32_t i = 0; i < agreeing->merged.note_count; i++)
        if (agreeing->merged.notes[i].kind == NOTE_READING)
            *LIST_ADD(agreeing->what->named, struct str) =
                merge_note_text(&agreeing->merged.notes[i], agreeing->arena);
}

bool columns_agree(const struct columns_agreed *agreed, struct acting *acting,
                   struct budget *budget, struct arena *arena, struct error *error)
{
    struct agreeing agreeing = {.what = agreed, .acting = acting, .arena = arena};
    if (!merge(&agreeing, budget, error))
        return false;
    const struct numbered_rows *rows = agreeing.merged.rows;
    uint32_t point = 0;
    list_slots(&agreeing);
    key_found(&agreeing);
    agreeing.choices = ARENA_ARRAY(arena, uint32_t, agreeing.sheet.slot_count + 1);
    for (uint32_t r = 0; rows && r < rows->count; r++) {
        uint32_t first = point;
        while (point < agreeing.sheet.point_count && agreeing.sheet.points[point].row == r + 1)
            point++;
        if (!rows->items[r].is_heading)
            agree_row(&agreeing, &rows->items[r], first, point);
    }
    name_notes(&agreeing);
    return true;
}
