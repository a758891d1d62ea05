// SPDX-License-Identifier: Apache-2.0
#include "answers/notes_json.h"
#include "codec/json.h"
#include "exchange/merged/merged_json.h"
#include "exchange/merged/rows_json.h"
#include "merge/part_walk.h"
#include "merge/sheet_counts.h"
#include "text/kind_words.h"

static struct str format_scope_word(enum format_scope scope)
{
    switch (scope) {
    case FORMAT_OF_WORDS:
        break;
    case FORMAT_OF_PARAGRAPH:
        return STR("paragraph");
    case FORMAT_OF_NUMBER:
        return STR("number");
    case FORMAT_OF_LAYOUT:
        return STR("layout");
    }
    return STR("words");
}

static void write_parties(struct json_writer *out, const struct sheet *sheet,
                          const struct party *parties, uint32_t count)
{
    json_name(out, "parties");
    json_begin_array_inline(out);
    for (uint32_t i = 0; i < count; i++)
        json_str(out, sheet->party_names[parties[i].number]);
    json_end_array(out);
}

// "labels": [{"labels": ["4."], "parties": ["EU"]}]
static void write_labels(struct json_writer *out, const struct sheet *sheet,
                         const struct point *point)
{
    json_name(out, "labels");
    json_begin_array(out);
    for (uint32_t i = 0; i < point->label_count; i++) {
        json_begin_object_inline(out);
        json_name(out, "labels");
        json_begin_array_inline(out);
        for (uint32_t k = 0; k < point->labels[i].count; k++)
            json_str(out, point->labels[i].items[k]);
        json_end_array(out);
        write_parties(out, sheet, point->labels[i].parties, point->labels[i].party_count);
        json_end_object(out);
    }
    json_end_array(out);
}

// The first run from `at` on that is an object and begins before byte `end`; run_count when
// there is none.
static uint32_t next_object(const struct document *document, uint32_t at, uint32_t end)
{
    while (at < document->run_count && document->runs[at].from < end &&
           document->runs[at].object == NO_INDEX)
        at++;
    bool is_before = at < document->run_count && document->runs[at].from < end;
    return is_before ? at : document->run_count;
}

// The units of a text that are none: pictures, equations, notes. In its words they are named.
static void write_objects(struct json_writer *out, const struct document *document,
                          struct range range)
{
    if (document == NULL || document->object_count == 0 || range.from == range.to)
        return;
    uint32_t end = range.to;
    uint32_t at = next_object(document, run_at(document, range.from), end);
    if (at == document->run_count)
        return;
    json_name(out, "objects");
    json_begin_array_inline(out);
    for (; at < document->run_count; at = next_object(document, at + 1, end))
        json_str(out, document->objects[document->runs[at].object].description);
    json_end_array(out);
}

static void write_part(struct json_writer *out, const struct wording *wording, uint32_t part);

// What a cell, or a wording, holds: its text, or its paragraphs and tables one behind another.
static void write_blocks(struct json_writer *out, struct part_walk walk)
{
    struct range bytes;
    uint32_t part;
    json_begin_array_inline(out);
    while (part_walk_next(&walk, &bytes, &part)) {
        if (part == NO_INDEX) {
            json_str(out, str_slice(walk.wording->text, bytes.from, bytes.to));
            continue;
        }
        json_begin_object_inline(out);
        json_name(out, "table");
        write_part(out, walk.wording, part);
        json_end_object(out);
    }
    json_end_array(out);
}

// A table is a list of rows, a row one of cells; a cell without tables is its text.
static void write_part(struct json_writer *out, const struct wording *wording, uint32_t part)
{
    const struct wording_part *own = &wording->parts[part];
    if (own->kind == BLOCK_CELL && own->end == part + 1) {
        json_str(out, str_slice(wording->text, own->from, own->to));
        return;
    }
    if (own->kind == BLOCK_CELL) {
        write_blocks(out, part_walk_of(wording, part));
        return;
    }
    json_begin_array_inline(out);
    for (uint32_t child = part + 1; child < own->end; child = wording->parts[child].end)
        write_part(out, wording, child);
    json_end_array(out);
}

// "rows" or "cells" of a slot of such; "blocks" where a wording has tables among its paragraphs.
static void write_parts(struct json_writer *out, const struct sheet_slot *slot,
                        const struct wording *wording)
{
    if (slot->unit == UNIT_WORDS && wording->part_count == 0)
        return;
    json_name(out, slot->unit == UNIT_ROWS    ? "rows"
                   : slot->unit == UNIT_CELLS ? "cells"
                                              : "blocks");
    if (slot->unit == UNIT_WORDS) {
        write_blocks(out, part_walk_of(wording, NO_INDEX));
        return;
    }
    json_begin_array_inline(out);
    for (uint32_t i = 0; i < wording->part_count; i = wording->parts[i].end)
        write_part(out, wording, i);
    json_end_array(out);
}

static void write_slot(struct json_writer *out, const struct sheet *sheet, uint32_t number)
{
    const struct sheet_slot *slot = &sheet->slots[number];
    json_member_int(out, "slot", (int64_t)number + 1);
    if (slot->kind != SLOT_WORDING)
        json_member_str(out, "kind",
                        slot->kind == SLOT_NUMBERING ? STR("numbering") : STR("computed"));
    if (slot->unit != UNIT_WORDS)
        json_member_str(out, "unit", slot->unit == UNIT_ROWS ? STR("rows") : STR("cells"));
    if (slot->column > 0)
        json_member_int(out, "column", slot->column);
    if (slot->whole)
        json_member_bool(out, "whole", true);
    if (slot->touches_next)
        json_member_bool(out, "touches_next", true);
    if (slot->move > 0)
        json_member_int(out, "move", slot->move);
    json_name(out, "variants");
    json_begin_array(out);
    for (uint32_t i = 0; i < slot->wording_count; i++) {
        const struct wording *wording = &slot->wordings[i];
        json_begin_object_inline(out);
        json_member_str(out, "text", wording->text);
        write_parties(out, sheet, wording->parties, wording->party_count);
        json_member_bool(out, "base", wording->is_base);
        write_parts(out, slot, wording);
        write_objects(out, wording->document, wording->range);
        json_end_object(out);
    }
    json_end_array(out);
}

static void write_spacings(struct json_writer *out, const struct sheet *sheet,
                           const struct segment *segment)
{
    if (segment->respacing_count == 0)
        return;
    json_name(out, "spacing");
    json_begin_array(out);
    for (uint32_t i = 0; i < segment->respacing_count; i++) {
        const struct respacing *spacing = &segment->respacings[i];
        json_begin_object_inline(out);
        json_member_str(out, "text", spacing->text);
        write_parties(out, sheet, spacing->parties, spacing->party_count);
        json_end_object(out);
    }
    json_end_array(out);
}

static void write_segment(struct json_writer *out, const struct sheet *sheet,
                          const struct segment *segment)
{
    bool is_short = segment->slot == NO_INDEX && segment->respacing_count == 0;
    if (is_short)
        json_begin_object_inline(out);
    else
        json_begin_object(out);
    if (segment->slot == NO_INDEX) {
        json_member_str(out, "text", segment->text);
        write_objects(out, sheet->base, segment->base);
        write_spacings(out, sheet, segment);
    } else {
        write_slot(out, sheet, segment->slot);
    }
    json_end_object(out);
}

static void write_point(struct json_writer *out, const struct sheet *sheet,
                        const struct point *point, bool is_open)
{
    json_begin_object(out);
    json_member_str(out, "label", point->label);
    json_member_str(out, "path", point->path);
    json_member_str(out, "kind", str_of(paragraph_kind_word(point->kind)));
    if (point->level > 0)
        json_member_int(out, "level", point->level);
    if (point->label_is_computed)
        json_member_bool(out, "label_is_computed", true);
    if (point->label_count > 0)
        write_labels(out, sheet, point);
    if (point->cell.length > 0)
        json_member_str(out, "cell", point->cell);
    if (point->story.length > 0)
        json_member_str(out, "story", point->story);
    if (point->paragraph == NO_INDEX)
        json_member_bool(out, "inserted", true);
    if (point->row > 0 && !sheet->rows->items[point->row - 1].is_heading)
        json_member_str(out, "row", sheet->rows->items[point->row - 1].number);
    json_member_bool(out, "open", is_open);
    json_name(out, "segments");
    json_begin_array(out);
    for (uint32_t i = 0; i < point->segment_count; i++)
        write_segment(out, sheet, point_segment(sheet, point, i));
    json_end_array(out);
    json_end_object(out);
}

static void write_moves(struct json_writer *out, const struct sheet *sheet)
{
    json_name(out, "moves");
    json_begin_array(out);
    for (uint32_t i = 0; i < sheet->move_count; i++) {
        const struct move *move = &sheet->moves[i];
        json_begin_object_inline(out);
        json_member_int(out, "move", (int64_t)i + 1);
        json_member_str(out, "party", sheet->party_names[move->party.number]);
        json_member_int(out, "from_slot", (int64_t)move->from_slot + 1);
        json_member_int(out, "to_slot", (int64_t)move->to_slot + 1);
        json_member_int(out, "words", move->words);
        json_end_object(out);
    }
    json_end_array(out);
}

static void write_formatting(struct json_writer *out, const struct sheet *sheet)
{
    json_name(out, "formatting");
    json_begin_array(out);
    for (uint32_t i = 0; i < sheet->format_change_count; i++) {
        const struct format_change *format_change = &sheet->format_changes[i];
        if (format_change->change.length == 0)
            continue;
        json_begin_object_inline(out);
        json_member_str(out, "point", sheet->points[format_change->point].path);
        json_member_str(out, "of", format_scope_word(format_change->scope));
        json_member_str(out, "text", format_change->text);
        json_member_str(out, "change", format_change->change);
        write_parties(out, sheet, format_change->parties, format_change->party_count);
        json_end_object(out);
    }
    json_end_array(out);
}

static void write_summary(struct json_writer *out, const struct sheet *sheet,
                          const struct sheet_counts *counts)
{
    json_name(out, "summary");
    json_begin_object(out);
    json_member_int(out, "points", sheet->point_count);
    json_member_int(out, "agreed_points", counts->agreed_points);
    json_member_int(out, "open_points", counts->open_points);
    json_member_int(out, "slots", counts->open_slots);
    json_member_int(out, "rival_slots", counts->rival_slots);
    json_member_int(out, "agreed_slots", counts->settled_slots);
    json_member_int(out, "numbering", counts->numbering_slots);
    json_member_int(out, "moves", sheet->move_count);
    json_member_int(out, "formatting", counts->format_changes);
    json_member_int(out, "numbers", counts->number_changes);
    json_member_int(out, "layout", counts->layout_changes);
    json_name(out, "parties");
    json_begin_array(out);
    for (uint32_t i = 0; i < sheet->party_count; i++) {
        json_begin_object_inline(out);
        json_member_str(out, "party", sheet->party_names[i]);
        json_member_int(out, "proposals", counts->parties[i].proposals);
        json_member_int(out, "shared", counts->parties[i].shared);
        json_end_object(out);
    }
    json_end_array(out);
    json_end_object(out);
}

// Threads: "parent" has the id of the comment that this one answers.
static void write_comments(struct json_writer *out, const struct sheet *sheet)
{
    if (sheet->comment_count == 0)
        return;
    json_name(out, "comments");
    json_begin_array(out);
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        const struct sheet_comment *comment = &sheet->comments[i];
        json_begin_object(out);
        json_member_int(out, "id", (int64_t)i + 1);
        if (comment->parent != NO_INDEX)
            json_member_int(out, "parent", (int64_t)comment->parent + 1);
        if (!comment->is_of_base)
            json_member_str(out, "party", sheet->party_names[comment->party.number]);
        json_member_str(out, "author", comment->author);
        if (comment->date.length > 0)
            json_member_str(out, "date", comment->date);
        json_member_bool(out, "resolved", comment->is_resolved);
        json_member_str(out, "place", sheet->points[comment->point].path);
        json_member_str(out, "about", comment->about);
        json_member_str(out, "text", comment->text);
        json_end_object(out);
    }
    json_end_array(out);
}

struct str merged_json_write(const struct sheet *sheet, struct arena *arena)
{
    struct builder text = builder_make(arena);
    struct json_writer out = json_writer_make(&text, 2);
    struct sheet_counts counts = sheet_counts_make(sheet, arena);
    json_begin_object(&out);
    json_member_str(&out, "format", STR("entente-merge/1"));
    json_member_str(&out, "title", sheet->title);
    json_member_str(&out, "form", str_of(document_form_word(sheet->form)));
    json_name(&out, "parties");
    json_begin_array_inline(&out);
    for (uint32_t i = 0; i < sheet->party_count; i++)
        json_str(&out, sheet->party_names[i]);
    json_end_array(&out);
    json_name(&out, "points");
    json_begin_array(&out);
    for (uint32_t i = 0; i < sheet->point_count; i++)
        write_point(&out, sheet, &sheet->points[i], counts.point_is_open[i]);
    json_end_array(&out);
    rows_json_write(&out, sheet);
    write_moves(&out, sheet);
    write_formatting(&out, sheet);
    write_comments(&out, sheet);
    write_summary(&out, sheet, &counts);
    notes_json_write(&out, sheet->notes, sheet->note_count, arena);
    json_end_object(&out);
    return builder_str(&text);
}
