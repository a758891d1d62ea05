// SPDX-License-Identifier: Apache-2.0
#include "text/draft.h"

#include <assert.h>

static const char object_character[] = "\xef\xbf\xbc"; // U+FFFC

struct document_draft draft_begin(struct arena *arena, enum document_form form, struct str name)
{
    struct document_draft draft = {.arena = arena,
                                   .form = form,
                                   .name = name,
                                   .text = builder_make(arena),
                                   .blocks = LIST_MAKE(arena, struct block),
                                   .paragraphs = LIST_MAKE(arena, struct paragraph),
                                   .runs = LIST_MAKE(arena, struct text_run),
                                   .marks = LIST_MAKE(arena, struct marks),
                                   .mark_keys = names_make(arena),
                                   .objects = LIST_MAKE(arena, struct object),
                                   .notes = LIST_MAKE(arena, struct str),
                                   .open_block = NO_INDEX};
    draft_marks(&draft, &(struct marks){.bold = false});
    return draft;
}

static struct block *block_at(struct document_draft *draft, uint32_t index)
{
    return LIST_AT(&draft->blocks, struct block, index);
}

uint32_t draft_open(struct document_draft *draft, enum block_kind kind, struct str key,
                    struct origin origin)
{
    uint32_t index = (uint32_t)draft->blocks.count;
    *LIST_ADD(&draft->blocks, struct block) = (struct block){.kind = kind,
                                                             .parent = draft->open_block,
                                                             .end = NO_INDEX,
                                                             .paragraph = NO_INDEX,
                                                             .key = key,
                                                             .origin = origin};
    draft->open_block = index;
    return index;
}

static bool ends_with_paragraph(struct document_draft *draft, uint32_t index)
{
    const struct block *last = block_at(draft, (uint32_t)draft->blocks.count - 1);
    return last->kind == BLOCK_PARAGRAPH && last->parent == index;
}

void draft_close(struct document_draft *draft, struct str properties, uint32_t origin_to)
{
    uint32_t index = draft->open_block;
    enum block_kind kind = block_at(draft, index)->kind;
    bool holds_text = kind >= BLOCK_CELL;
    if (holds_text && !ends_with_paragraph(draft, index)) {
        uint32_t part = block_at(draft, index)->origin.part;
        draft_open_paragraph(draft, (struct origin){part, origin_to, origin_to});
        draft_close_paragraph(draft, &(struct paragraph){.kind = PARAGRAPH_TEXT}, origin_to);
    }
    struct block *block = block_at(draft, index);
    block->end = (uint32_t)draft->blocks.count;
    block->properties = properties;
    block->origin.to = origin_to;
    draft->open_block = block->parent;
}

void draft_expect(struct document_draft *draft, size_t text_bytes, size_t paragraphs, size_t runs)
{
    builder_reserve(&draft->text, text_bytes);
    list_reserve(&draft->blocks, paragraphs + 1);
    list_reserve(&draft->paragraphs, paragraphs);
    list_reserve(&draft->runs, runs);
}

uint32_t draft_open_paragraph(struct document_draft *draft, struct origin origin)
{
    uint32_t index = draft_open(draft, BLOCK_PARAGRAPH, STR(""), origin);
    block_at(draft, index)->paragraph = (uint32_t)draft->paragraphs.count;
    *LIST_ADD(&draft->paragraphs, struct paragraph) =
        (struct paragraph){.from = (uint32_t)draft->text.length,
                           .first_run = (uint32_t)draft->runs.count,
                           .origin = origin};
    return index;
}

void draft_close_paragraph(struct document_draft *draft, const struct paragraph *facts,
                           uint32_t origin_to)
{
    struct block *block = block_at(draft, draft->open_block);
    assert(block->kind == BLOCK_PARAGRAPH);
    struct paragraph *paragraph = LIST_AT(&draft->paragraphs, struct paragraph, block->paragraph);
    struct paragraph closed = *facts;
    closed.from = paragraph->from;
    closed.to = (uint32_t)draft->text.length;
    closed.first_run = paragraph->first_run;
    closed.run_count = (uint32_t)draft->runs.count - paragraph->first_run;
    closed.origin = paragraph->origin;
    closed.origin.to = origin_to;
    *paragraph = closed;
    builder_add_byte(&draft->text, '\n');
    block->end = (uint32_t)draft->blocks.count;
    block->origin.to = origin_to;
    draft->open_block = block->parent;
}

uint32_t draft_marks(struct document_draft *draft, const struct marks *marks)
{
    struct str name = marks->key;
    if (marks->written.length + marks->whole.length > 0)
        name = arena_print(draft->arena, "%.*s\x01%.*s\x01%.*s", STR_ARGS(marks->key),
                           STR_ARGS(marks->written), STR_ARGS(marks->whole));
    uint32_t number = names_add(draft->mark_keys, name);
    if (number == draft->marks.count)
        *LIST_ADD(&draft->marks, struct marks) = *marks;
    return number;
}

static void add_run(struct document_draft *draft, struct str text, uint32_t marks, uint32_t object,
                    struct origin origin)
{
    assert(block_at(draft, draft->open_block)->kind == BLOCK_PARAGRAPH);
    struct text_run *run = LIST_ADD(&draft->runs, struct text_run);
    run->from = (uint32_t)draft->text.length;
    builder_add(&draft->text, text);
    run->to = (uint32_t)draft->text.length;
    run->marks = marks;
    run->object = object;
    run->origin = origin;
}

void draft_text(struct document_draft *draft, struct str text, uint32_t marks, struct origin origin)
{
    if (text.length > 0)
        add_run(draft, text, marks, NO_INDEX, origin);
}

uint32_t draft_object(struct document_draft *draft, const struct object *object, uint32_t marks,
                      struct origin origin)
{
    uint32_t index = (uint32_t)draft->objects.count;
    *LIST_ADD(&draft->objects, struct object) = *object;
    add_run(draft, str_of(object_character), marks, index, origin);
    return index;
}

void draft_set_story(struct document_draft *draft, uint32_t object, uint32_t root_block)
{
    LIST_AT(&draft->objects, struct object, object)->story = root_block;
}

void draft_note(struct document_draft *draft, struct str note)
{
    *LIST_ADD(&draft->notes, struct str) = note;
}

struct document *draft_end(struct document_draft *draft)
{
    assert(draft->open_block == NO_INDEX);
    struct document *document = ARENA_NEW(draft->arena, struct document);
    *document = (struct document){
        .form = draft->form,
        .name = draft->name,
        .text = builder_str(&draft->text),
        .blocks = LIST_ITEMS(&draft->blocks, struct block),
        .block_count = (uint32_t)draft->blocks.count,
        .paragraphs = LIST_ITEMS(&draft->paragraphs, struct paragraph),
        .paragraph_count = (uint32_t)draft->paragraphs.count,
        .runs = LIST_ITEMS(&draft->runs, struct text_run),
        .run_count = (uint32_t)draft->runs.count,
        .marks = LIST_ITEMS(&draft->marks, struct marks),
        .marks_count = (uint32_t)draft->marks.count,
        .objects = LIST_ITEMS(&draft->objects, struct object),
        .object_count = (uint32_t)draft->objects.count,
        .notes = LIST_ITEMS(&draft->notes, struct str),
        .note_count = (uint32_t)draft->notes.count,
    };
    return document;
}
