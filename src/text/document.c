// SPDX-License-Identifier: Apache-2.0
#include "text/document.h"

#include "base/sorted.h"
#include "base/utf8.h"

static bool same_said(struct str one, struct str other)
{
    return one.length > 0 && str_equal(one, other);
}

bool marks_look_same(const struct marks *one, const struct marks *other)
{
    return str_equal(one->key, other->key) || same_said(one->written, other->written) ||
           same_said(one->whole, other->whole);
}

bool paragraphs_are_set_alike(const struct paragraph *one, const struct paragraph *other)
{
    return str_equal(one->properties, other->properties) || same_said(one->written, other->written);
}

struct str paragraph_text(const struct document *document, const struct paragraph *paragraph)
{
    return str_slice(document->text, paragraph->from, paragraph->to);
}

struct str paragraph_body(const struct document *document, const struct paragraph *paragraph)
{
    return str_skip(paragraph_text(document, paragraph), paragraph->label.typed_bytes);
}

static bool paragraph_ends_before(const void *row, size_t at, uint64_t place)
{
    const struct paragraph *paragraphs = row;
    return paragraphs[at].to < place;
}

uint32_t paragraph_at(const struct document *document, size_t at)
{
    return (uint32_t)sorted_before(document->paragraph_count - 1, document->paragraphs,
                                   paragraph_ends_before, at);
}

static bool run_ends_by(const void *row, size_t at, uint64_t place)
{
    const struct text_run *runs = row;
    return runs[at].to <= place;
}

uint32_t run_at(const struct document *document, size_t at)
{
    return (uint32_t)sorted_before(document->run_count, document->runs, run_ends_by, at);
}

struct range block_range(const struct document *document, uint32_t block)
{
    uint32_t first = block;
    while (document->blocks[first].kind != BLOCK_PARAGRAPH)
        first++;
    uint32_t last = document->blocks[block].end - 1;
    return (struct range){document->paragraphs[document->blocks[first].paragraph].from,
                          document->paragraphs[document->blocks[last].paragraph].to + 1};
}

static bool block_begins_before(const void *document, size_t block, uint64_t place)
{
    return block_range(document, (uint32_t)block).from < place;
}

uint32_t block_from(const struct document *document, size_t at)
{
    return (uint32_t)sorted_before(document->block_count, document, block_begins_before, at);
}

uint32_t run_story(const struct document *document, uint32_t run)
{
    uint32_t object = document->runs[run].object;
    return object == NO_INDEX ? NO_INDEX : document->objects[object].story;
}

uint32_t next_story_run(const struct document *document, uint32_t run, uint32_t to)
{
    while (run < document->run_count && document->runs[run].from < to &&
           run_story(document, run) == NO_INDEX)
        run++;
    return run < document->run_count && document->runs[run].from < to ? run : NO_INDEX;
}

bool object_is_same(const struct document *one, uint32_t a, const struct document *other,
                    uint32_t b)
{
    const struct object *x = &one->objects[a];
    const struct object *y = &other->objects[b];
    if (x->kind != y->kind || !str_equal(x->key, y->key))
        return false;
    if (x->story == NO_INDEX || y->story == NO_INDEX)
        return x->story == y->story;
    struct range inside = block_range(one, x->story);
    struct range there = block_range(other, y->story);
    return str_equal(str_slice(one->text, inside.from, inside.to),
                     str_slice(other->text, there.from, there.to));
}

static bool is_paragraph_end(const struct document *document, size_t at)
{
    return document->paragraphs[paragraph_at(document, at)].to == at;
}

static uint32_t object_at(const struct document *document, size_t at)
{
    uint32_t run = run_at(document, at);
    bool is_there = run < document->run_count && document->runs[run].from <= at;
    return is_there ? document->runs[run].object : NO_INDEX;
}

bool range_is_same(const struct document *one, struct range a, const struct document *other,
                   struct range b)
{
    struct str text = str_slice(one->text, a.from, a.to);
    if (!str_equal(text, str_slice(other->text, b.from, b.to)))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\n' &&
            is_paragraph_end(one, a.from + i) != is_paragraph_end(other, b.from + i))
            return false;
        if (text.bytes[i] != '\xef' || !str_starts_with(str_skip(text, i), STR("\xef\xbf\xbc")))
            continue;
        uint32_t x = object_at(one, a.from + i);
        uint32_t y = object_at(other, b.from + i);
        if (x == NO_INDEX || y == NO_INDEX ? x != y : !object_is_same(one, x, other, y))
            return false;
    }
    return true;
}

static bool broken(struct error *error, const struct document *document, int invariant,
                   const char *what, uint32_t index)
{
    return error_at(error, BAD_INPUT, place_of(document->name), "invariant %d: %s %u", invariant,
                    what, index);
}

static bool is_root(enum block_kind kind)
{
    return kind >= BLOCK_BODY;
}

static bool may_hold(enum block_kind outer, enum block_kind inner)
{
    switch (outer) {
    case BLOCK_PARAGRAPH:
        return false;
    case BLOCK_TABLE:
        return inner == BLOCK_ROW;
    case BLOCK_ROW:
        return inner == BLOCK_CELL;
    case BLOCK_CELL:
    case BLOCK_BODY:
    case BLOCK_FOOTNOTE:
    case BLOCK_ENDNOTE:
    case BLOCK_TEXTBOX:
    case BLOCK_HEADER:
    case BLOCK_FOOTER:
        return inner == BLOCK_PARAGRAPH || inner == BLOCK_TABLE;
    }
    return false;
}

// The last child of a block that has descendants.
static uint32_t last_child(const struct document *document, uint32_t block)
{
    uint32_t child = block + 1;
    while (document->blocks[child].end < document->blocks[block].end)
        child = document->blocks[child].end;
    return child;
}

static bool check_block(const struct document *document, uint32_t i, struct error *error)
{
    const struct block *block = &document->blocks[i];
    if (block->end <= i || block->end > document->block_count)
        return broken(error, document, 1, "end of block", i);
    if (is_root(block->kind) != (block->parent == NO_INDEX))
        return broken(error, document, 1, "parent of block", i);
    if (block->parent != NO_INDEX) {
        const struct block *parent = &document->blocks[block->parent];
        if (block->parent >= i || block->end > parent->end || !may_hold(parent->kind, block->kind))
            return broken(error, document, 1, "nesting of block", i);
    }
    bool holds_text = is_root(block->kind) || block->kind == BLOCK_CELL;
    if (holds_text &&
        (block->end == i + 1 || document->blocks[last_child(document, i)].kind != BLOCK_PARAGRAPH))
        return broken(error, document, 2, "no paragraph at the end of block", i);
    return true;
}

static bool check_paragraph(const struct document *document, uint32_t i, uint32_t *text_at,
                            uint32_t *next_run, struct error *error)
{
    const struct paragraph *paragraph = &document->paragraphs[i];
    if (paragraph->from != *text_at || paragraph->to < paragraph->from ||
        paragraph->to >= document->text.length || document->text.bytes[paragraph->to] != '\n' ||
        paragraph->first_run != *next_run ||
        paragraph->label.typed_bytes > paragraph->to - paragraph->from)
        return broken(error, document, 3, "range of paragraph", i);
    uint32_t at = paragraph->from;
    for (uint32_t k = 0; k < paragraph->run_count; k++) {
        uint32_t number = paragraph->first_run + k;
        if (number >= document->run_count)
            return broken(error, document, 3, "runs of paragraph", i);
        const struct text_run *run = &document->runs[number];
        if (run->from != at || run->to <= run->from)
            return broken(error, document, 3, "range of run", number);
        if (run->marks >= document->marks_count ||
            (run->object != NO_INDEX &&
             (run->object >= document->object_count || run->to - run->from != 3)))
            return broken(error, document, 4, "indices of run", number);
        at = run->to;
    }
    if (at != paragraph->to)
        return broken(error, document, 3, "runs do not cover paragraph", i);
    *text_at = paragraph->to + 1;
    *next_run += paragraph->run_count;
    return true;
}

bool document_check(const struct document *document, struct error *error)
{
    if (document->block_count == 0 || document->blocks[0].kind != BLOCK_BODY)
        return broken(error, document, 1, "no body at block", 0);
    if (!utf8_is_valid(document->text))
        return broken(error, document, 4, "text is not UTF-8 in block", 0);
    uint32_t paragraph = 0;
    uint32_t text_at = 0;
    uint32_t next_run = 0;
    for (uint32_t i = 0; i < document->block_count; i++) {
        if (!check_block(document, i, error))
            return false;
        if (document->blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        if (document->blocks[i].paragraph != paragraph || paragraph >= document->paragraph_count)
            return broken(error, document, 2, "paragraph of block", i);
        if (!check_paragraph(document, paragraph, &text_at, &next_run, error))
            return false;
        paragraph++;
    }
    if (text_at != document->text.length)
        return broken(error, document, 3, "text behind paragraph", paragraph);
    if (paragraph != document->paragraph_count)
        return broken(error, document, 2, "paragraphs without a block from", paragraph);
    return true;
}
