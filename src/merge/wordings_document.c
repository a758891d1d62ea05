// SPDX-License-Identifier: Apache-2.0
#include "merge/wordings_document.h"

#include "merge/part_walk.h"

static const struct origin nowhere = {0, 0, 0};

struct document_draft wordings_begin(struct arena *arena)
{
    struct document_draft draft = draft_begin(arena, FORM_PLAIN, STR("wordings"));
    draft_open(&draft, BLOCK_BODY, STR("body"), nowhere);
    return draft;
}

static void add_paragraph(struct document_draft *draft, struct str text,
                          const struct paragraph *facts)
{
    draft_open_paragraph(draft, nowhere);
    draft_text(draft, text, 0, nowhere);
    draft_close_paragraph(draft, facts, 0);
}

// A paragraph for each line; an empty text is one empty paragraph.
static void add_lines(struct document_draft *draft, struct str text, struct paragraph facts)
{
    for (size_t at = 0; at <= text.length;) {
        struct str rest = str_skip(text, at);
        struct str line = str_slice(rest, 0, str_find_byte(rest, '\n'));
        add_paragraph(draft, line, &facts);
        facts = (struct paragraph){.kind = PARAGRAPH_TEXT};
        at += line.length + 1;
    }
}

static void add_parts(struct document_draft *draft, const struct wording *wording, uint32_t part,
                      struct paragraph facts);

static void add_part(struct document_draft *draft, const struct wording *wording, uint32_t part)
{
    const struct wording_part *own = &wording->parts[part];
    draft_open(draft, own->kind, STR(""), nowhere);
    if (own->kind == BLOCK_CELL)
        add_parts(draft, wording, part, (struct paragraph){.kind = PARAGRAPH_TEXT});
    for (uint32_t child = part + 1; own->kind != BLOCK_CELL && child < own->end;
         child = wording->parts[child].end)
        add_part(draft, wording, child);
    draft_close(draft, STR(""), 0);
}

// The paragraphs and tables of a cell, or of a whole wording (NO_INDEX).
static void add_parts(struct document_draft *draft, const struct wording *wording, uint32_t part,
                      struct paragraph facts)
{
    struct part_walk walk = part_walk_of(wording, part);
    struct range bytes;
    uint32_t inner;
    while (part_walk_next(&walk, &bytes, &inner)) {
        if (inner == NO_INDEX)
            add_lines(draft, str_slice(wording->text, bytes.from, bytes.to), facts);
        else
            add_part(draft, wording, inner);
    }
}

static struct range range_from(const struct document_draft *draft, size_t from)
{
    // No file that was read has 4 GiB of words.
    return (struct range){(uint32_t)from, (uint32_t)draft->text.length};
}

static struct range add_units(struct document_draft *draft, const struct sheet_slot *slot,
                              const struct wording *wording)
{
    size_t from = draft->text.length;
    draft_open(draft, BLOCK_TABLE, STR(""), nowhere);
    if (slot->unit == UNIT_CELLS)
        draft_open(draft, BLOCK_ROW, STR(""), nowhere);
    for (uint32_t part = 0; part < wording->part_count; part = wording->parts[part].end)
        add_part(draft, wording, part);
    if (slot->unit == UNIT_CELLS)
        draft_close(draft, STR(""), 0);
    draft_close(draft, STR(""), 0);
    struct range range = range_from(draft, from);
    add_paragraph(draft, STR(""), &(struct paragraph){.kind = PARAGRAPH_TEXT});
    return range;
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

struct range wordings_add(struct document_draft *draft, const struct sheet_slot *slot,
                          const struct point *point, const struct wording *wording)
{
    size_t from = draft->text.length;
    if (slot->unit != UNIT_WORDS && wording->part_count > 0)
        return add_units(draft, slot, wording);
    if (wording->text.length == 0)
        return range_from(draft, from);
    struct paragraph facts = {.kind = PARAGRAPH_TEXT};
    if (slot->whole && point->kind != PARAGRAPH_VERBATIM)
        facts = (struct paragraph){.kind = point->kind, .level = point->level};
    bool has_marks = slot->whole && is_only_marks(wording->text);
    if (has_marks)
        add_lines(draft, str_slice(wording->text, 0, wording->text.length - 1), facts);
    else if (wording->part_count > 0)
        add_parts(draft, wording, NO_INDEX, facts);
    else
        add_lines(draft, wording->text, facts);
    struct range range = range_from(draft, from);
    range.to -= !slot->whole;
    return range;
}

void wordings_add_mark(struct document_draft *draft, const struct paragraph *like)
{
    add_paragraph(draft, STR(""), &(struct paragraph){.kind = like->kind, .level = like->level});
}

struct range wordings_add_text(struct document_draft *draft, struct str text)
{
    size_t from = draft->text.length;
    add_lines(draft, text, (struct paragraph){.kind = PARAGRAPH_TEXT});
    struct range range = range_from(draft, from);
    range.to--;
    return range;
}

const struct document *wordings_end(struct document_draft *draft)
{
    if (draft->text.length == 0)
        add_paragraph(draft, STR(""), &(struct paragraph){.kind = PARAGRAPH_TEXT});
    draft_close(draft, STR(""), 0);
    return draft_end(draft);
}
