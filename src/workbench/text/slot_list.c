// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/slot_list.h"

#include "base/builder.h"
#include "exchange/comment_and_column_tables/head_words.h"
#include "merge/point_text.h"

enum {
    BEFORE_PARTIES = 3,
    BEHIND_PARTIES = SLOT_LIST_END
}; // row, point, base; status, stances, note

static struct str place_of_point(const struct sheet *sheet, const struct point *point,
                                 struct arena *arena)
{
    size_t slash = str_find_byte(point->path, '/');
    struct str path = slash < point->path.length ? str_skip(point->path, slash + 1) : point->path;
    if (point->cell.length > 0)
        return arena_print(arena, "%.*s, %.*s", STR_ARGS(path), STR_ARGS(point->cell));
    return path.length > 0 ? path : sheet->title;
}

struct str slot_list_wording(struct str text)
{
    struct str trimmed = str_trim(text);
    return trimmed.length > 0 ? trimmed : STR("(nothing)");
}

static struct str note_of(const struct sheet *sheet, const struct sheet_slot *slot,
                          struct arena *arena)
{
    struct builder note = builder_make(arena);
    if (slot->move > 0)
        builder_print(&note, "one end of move %u", slot->move);
    if (slot->touches_next)
        builder_print(&note, "%snext to the place below", note.length > 0 ? "; " : "");
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        const struct sheet_comment *comment = &sheet->comments[i];
        if (comment->point != slot->point)
            continue;
        builder_print(&note, "%s%.*s: %.*s", note.length > 0 ? "\n" : "", STR_ARGS(comment->author),
                      STR_ARGS(comment->text));
    }
    return builder_str(&note);
}

// A stance as one line of its cell; whose wording it is about stands in brackets.
void slot_list_add_stance(struct builder *cell, const struct slot_list_stance *stance)
{
    builder_print(cell, "%s%.*s: %.*s", cell->length > 0 ? "\n" : "", STR_ARGS(stance->party),
                  STR_ARGS(stance->stance));
    if (stance->holders.length > 0)
        builder_print(cell, " (%.*s)", STR_ARGS(stance->holders));
    if (stance->condition.length > 0)
        builder_print(cell, ", %.*s", STR_ARGS(stance->condition));
}

static struct str name_of_party(const struct sheet *sheet, uint32_t party, bool hide_names,
                                struct arena *arena)
{
    return hide_names ? arena_print(arena, "Party %u", party + 1) : sheet->party_names[party];
}

// Who says of a point nothing but that it is reserved.
static struct str reservations_at(const struct sheet *sheet, uint32_t point, bool hide_names,
                                  struct arena *arena)
{
    struct builder cell = builder_make(arena);
    bool *has_reserved = ARENA_ARRAY(arena, bool, sheet->party_count + 1);
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        const struct sheet_comment *comment = &sheet->comments[i];
        if (comment->point != point || comment->is_of_base || has_reserved[comment->party.number] ||
            !comment_is_reservation(comment->text, arena))
            continue;
        has_reserved[comment->party.number] = true;
        const struct slot_list_stance stance = {
            .party = name_of_party(sheet, comment->party.number, hide_names, arena),
            .stance = STR("reserve")};
        slot_list_add_stance(&cell, &stance);
    }
    return cell.length > 0 ? builder_str(&cell) : STR("");
}

static void fill_row(const struct sheet *sheet, const struct sheet_slot *slot, uint32_t number,
                     bool hide_names, struct arena *arena, struct str *cells)
{
    uint32_t rivals = 0;
    for (uint32_t i = 0; i < slot->wording_count; i++)
        rivals += !slot->wordings[i].is_base;
    cells[0] = arena_print(arena, "%u", number);
    cells[1] = place_of_point(sheet, &sheet->points[slot->point], arena);
    cells[2] = slot_list_wording(slot->wordings[0].text);
    for (uint32_t p = 0; p < sheet->party_count; p++) {
        const struct wording *own = wording_of(slot, (struct party){p});
        cells[BEFORE_PARTIES + p] =
            !own || own->is_base ? STR("as base") : slot_list_wording(own->text);
    }
    struct str *behind = cells + BEFORE_PARTIES + sheet->party_count;
    behind[0] = rivals > 1 ? STR("disputed") : STR("proposed");
    behind[1] = reservations_at(sheet, slot->point, hide_names, arena);
    behind[2] = note_of(sheet, slot, arena);
}

void slot_list_end_heads(struct str *heads)
{
    heads[0] = STR("Status");
    heads[1] = STR("Stances");
    heads[2] = STR("Note");
}

static const struct str *heads_of(const struct sheet *sheet, bool hide_names, struct arena *arena)
{
    struct str *heads =
        ARENA_ARRAY(arena, struct str, sheet->party_count + BEFORE_PARTIES + BEHIND_PARTIES);
    heads[0] = STR("Row");
    heads[1] = STR("Point");
    heads[2] = STR("Base");
    for (uint32_t p = 0; p < sheet->party_count; p++)
        heads[BEFORE_PARTIES + p] = name_of_party(sheet, p, hide_names, arena);
    slot_list_end_heads(heads + BEFORE_PARTIES + sheet->party_count);
    return heads;
}

struct slot_list slot_list_of(const struct sheet *sheet, bool hide_names, struct arena *arena)
{
    uint32_t columns = sheet->party_count + BEFORE_PARTIES + BEHIND_PARTIES;
    struct str *cells = ARENA_ARRAY(arena, struct str, (size_t)columns * sheet->slot_count + 1);
    uint32_t rows = 0;
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        if (!sheet_slot_is_open(&sheet->slots[s]) || sheet_slot_agreed(sheet, &sheet->slots[s]))
            continue;
        fill_row(sheet, &sheet->slots[s], rows + 1, hide_names, arena,
                 cells + (size_t)columns * rows);
        rows++;
    }
    return (struct slot_list){
        .title = sheet->title,
        .summary = arena_print(arena, "%u open place%s.", rows, rows == 1 ? "" : "s"),
        .heads = heads_of(sheet, hide_names, arena),
        .column_count = columns,
        .cells = cells,
        .row_count = rows};
}
