// SPDX-License-Identifier: Apache-2.0
#include "merge/part_walk.h"

uint32_t block_depth(const struct document *document, uint32_t block)
{
    uint32_t depth = 0;
    while (document->blocks[block].parent != NO_INDEX) {
        block = document->blocks[block].parent;
        depth++;
    }
    return depth;
}

enum slot_unit slot_unit_of(const struct document *base, uint32_t container)
{
    enum block_kind kind = base->blocks[container].kind;
    return kind == BLOCK_TABLE ? UNIT_ROWS : kind == BLOCK_ROW ? UNIT_CELLS : UNIT_WORDS;
}

static bool is_part(enum block_kind kind)
{
    return kind == BLOCK_TABLE || kind == BLOCK_ROW || kind == BLOCK_CELL;
}

// Adds a block and what it holds; gives nothing for paragraphs.
static void add_block(const struct document *document, uint32_t block, uint32_t from,
                      struct list *parts)
{
    const struct block *blocks = document->blocks;
    size_t number = parts->count;
    struct range range = block_range(document, block);
    *LIST_ADD(parts, struct wording_part) =
        (struct wording_part){.kind = blocks[block].kind,
                              .from = range.from - from,
                              .to = range.to - 1 - from,
                              .exact = {range.from - from, range.to - 1 - from}};
    for (uint32_t child = block + 1; child < blocks[block].end; child = blocks[child].end)
        if (is_part(blocks[child].kind))
            add_block(document, child, from, parts);
    LIST_AT(parts, struct wording_part, number)->end = (uint32_t)parts->count;
}

const struct wording_part *wording_parts_of(const struct document *document, struct range range,
                                            uint32_t depth, struct arena *arena, uint32_t *count)
{
    struct list parts = LIST_MAKE(arena, struct wording_part);
    const struct block *blocks = document->blocks;
    uint32_t block =
        range.from < range.to ? block_from(document, range.from) : document->block_count;
    while (block < document->block_count && block_range(document, block).from < range.to) {
        bool is_here = is_part(blocks[block].kind) && block_depth(document, block) == depth &&
                       block_range(document, block).to <= range.to;
        if (is_here)
            add_block(document, block, range.from, &parts);
        block = is_here ? blocks[block].end : block + 1;
    }
    // As many as the document has blocks at most.
    *count = (uint32_t)parts.count;
    return LIST_ITEMS(&parts, struct wording_part);
}

static bool is_only_marks(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '\n')
            return false;
    return true;
}

static struct str walked_text(const struct wording *wording, bool is_exact)
{
    return is_exact && wording->document != NULL
               ? str_slice(wording->document->text, wording->range.from, wording->range.to)
               : wording->text;
}

static struct range part_bytes(const struct part_walk *walk, uint32_t part)
{
    const struct wording_part *own = &walk->wording->parts[part];
    bool is_exact = walk->is_exact && walk->wording->document != NULL;
    return is_exact ? own->exact : (struct range){own->from, own->to};
}

static struct part_walk walk_over(const struct wording *wording, uint32_t part, bool is_exact)
{
    struct part_walk walk = {.wording = wording, .end = wording->part_count, .is_exact = is_exact};
    if (part == NO_INDEX) {
        // A text of nothing but marks keeps the last one.
        struct str text = walked_text(wording, is_exact);
        walk.to = (uint32_t)text.length;
        walk.to -= walk.to > 0 && is_only_marks(text);
        return walk;
    }
    struct range bytes = part_bytes(&walk, part);
    walk.at = bytes.from;
    walk.to = bytes.to;
    walk.next = part + 1;
    walk.end = wording->parts[part].end;
    return walk;
}

struct part_walk part_walk_of(const struct wording *wording, uint32_t part)
{
    return walk_over(wording, part, false);
}

struct part_walk part_walk_exact(const struct wording *wording, uint32_t part)
{
    return walk_over(wording, part, true);
}

bool part_walk_next(struct part_walk *walk, struct range *bytes, uint32_t *part)
{
    bool has_part = walk->next < walk->end;
    struct range next = has_part ? part_bytes(walk, walk->next) : (struct range){0, 0};
    if (has_part && next.from == walk->at) {
        *part = walk->next;
        *bytes = next;
        walk->next = walk->wording->parts[walk->next].end;
        walk->at = next.to + 1; // behind its mark
        return true;
    }
    // Behind a last part at the very end nothing stands; behind its mark, an empty paragraph may.
    if (walk->at > walk->to)
        return false;
    *part = NO_INDEX;
    *bytes = (struct range){walk->at, has_part ? next.from - 1 : walk->to};
    walk->at = has_part ? next.from : bytes->to + 1;
    return true;
}
