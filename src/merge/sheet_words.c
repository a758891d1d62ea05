// SPDX-License-Identifier: Apache-2.0
#include "merge/sheet_words.h"

#include "text/said.h"

#include <string.h>

static bool has_objects(const struct sheet *sheet)
{
    if (sheet->base->object_count > 0)
        return true;
    for (uint32_t i = 0; i < sheet->slot_count; i++)
        for (uint32_t w = 0; w < sheet->slots[i].wording_count; w++)
            if (sheet->slots[i].wordings[w].document->object_count > 0)
                return true;
    return false;
}

static const struct segment *segments_said(const struct sheet *sheet, struct arena *arena)
{
    struct segment *segments = ARENA_ARRAY(arena, struct segment, sheet->segment_count);
    for (uint32_t i = 0; i < sheet->segment_count; i++) {
        segments[i] = sheet->segments[i];
        if (segments[i].slot == NO_INDEX && segments[i].base.from < segments[i].base.to)
            segments[i].text = text_said(sheet->base, segments[i].base, STORIES_BY_NAME, arena);
    }
    return segments;
}

// How long the first `length` bytes of a wording are with their units named.
static uint32_t said_length(const struct wording *wording, uint32_t length,
                            enum said_stories stories, struct arena *arena)
{
    struct range range = {wording->range.from, wording->range.from + length};
    // Words of one document, which has no 4 GiB.
    return (uint32_t)text_said(wording->document, range, stories, arena).length;
}

// The parts of a wording, counted in words in which its units are named.
static const struct wording_part *parts_said(const struct wording *wording,
                                             enum said_stories stories, struct arena *arena)
{
    struct wording_part *parts = ARENA_ARRAY(arena, struct wording_part, wording->part_count + 1);
    struct arena *scratch = arena_open();
    for (uint32_t i = 0; i < wording->part_count; i++) {
        parts[i] = wording->parts[i];
        parts[i].from = said_length(wording, parts[i].exact.from, stories, scratch);
        parts[i].to = said_length(wording, parts[i].exact.to, stories, scratch);
    }
    arena_close(scratch);
    return parts;
}

static const struct sheet_slot *slots_said(const struct sheet *sheet, struct arena *arena)
{
    struct sheet_slot *slots = ARENA_ARRAY(arena, struct sheet_slot, sheet->slot_count);
    for (uint32_t i = 0; i < sheet->slot_count; i++) {
        slots[i] = sheet->slots[i];
        struct wording *wordings = ARENA_ARRAY(arena, struct wording, slots[i].wording_count);
        for (uint32_t w = 0; w < slots[i].wording_count; w++) {
            wordings[w] = slots[i].wordings[w];
            struct wording *wording = &wordings[w];
            bool is_of_base = wording->document == sheet->base;
            enum said_stories stories = is_of_base ? STORIES_BY_NAME : STORIES_IN_WORDS;
            wording->text = text_said(wording->document, wording->range, stories, arena);
            if (wording->text.length != wording->range.to - wording->range.from)
                wording->parts = parts_said(wording, stories, arena);
        }
        slots[i].wordings = wordings;
    }
    return slots;
}

static const struct format_change *changes_said(const struct sheet *sheet, struct arena *arena)
{
    struct format_change *changes =
        ARENA_ARRAY(arena, struct format_change, sheet->format_change_count);
    for (uint32_t i = 0; i < sheet->format_change_count; i++) {
        changes[i] = sheet->format_changes[i];
        struct range range = {changes[i].base.from,
                              changes[i].base.from + (uint32_t)changes[i].text.length};
        changes[i].text = text_said(sheet->base, range, STORIES_BY_NAME, arena);
    }
    return changes;
}

void sheet_words_fill(struct sheet *sheet, struct arena *arena)
{
    if (!has_objects(sheet))
        return;
    sheet->segments = segments_said(sheet, arena);
    sheet->slots = slots_said(sheet, arena);
    sheet->format_changes = changes_said(sheet, arena);
}
