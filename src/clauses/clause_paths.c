// SPDX-License-Identifier: Apache-2.0
#include "clauses/clause_paths.h"

#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"
#include "text/said.h"

#include <string.h>

#define DEEPEST 24
// A heading without a label stands in paths with its first words.
#define HEADING_BYTES 48

// A point under which others hang.
struct branch {
    uint32_t rank; // headings by their level, then labelled points by the look of their labels
    struct str path;
    bool ends_in_figure; // "7": a bracketed label may follow without a stroke
};

struct clause_paths {
    struct arena *arena;
    struct branch branches[DEEPEST];
    uint32_t depth;
    uint32_t heading_level; // of the last heading of the base
    struct names *wanted;
    uint32_t *counts; // per path how often it was wanted
    uint32_t counts_capacity;
    struct list block_maps; // struct block_map, one a document seen
};

// The block of each paragraph of a document; the number of each table, row and cell among those
// that stand beside it, from 1.
struct block_map {
    const struct document *document;
    const uint32_t *block_of_paragraph;
    const uint32_t *number_of_block;
};

static struct str without_ending(struct str name)
{
    name = str_skip(name, str_behind_last(name, '/'));
    for (size_t i = name.length; i > 1; i--)
        if (name.bytes[i - 1] == '.')
            return str_slice(name, 0, i - 1);
    return name;
}

static const uint32_t *number_blocks(struct arena *arena, const struct document *document)
{
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, document->block_count);
    // Per parent: it has tables or rows or cells, never two of these kinds.
    uint32_t *counts = ARENA_ARRAY(arena, uint32_t, document->block_count);
    for (uint32_t b = 0; b < document->block_count; b++) {
        const struct block *block = &document->blocks[b];
        if (block->parent != NO_INDEX && block->kind != BLOCK_PARAGRAPH)
            numbers[b] = ++counts[block->parent];
    }
    return numbers;
}

static const struct block_map *map_of(struct clause_paths *paths, const struct document *document)
{
    for (size_t i = 0; i < paths->block_maps.count; i++) {
        const struct block_map *map = LIST_AT(&paths->block_maps, struct block_map, i);
        if (map->document == document)
            return map;
    }
    uint32_t *blocks = ARENA_ARRAY(paths->arena, uint32_t, document->paragraph_count);
    for (uint32_t b = 0; b < document->block_count; b++)
        if (document->blocks[b].kind == BLOCK_PARAGRAPH)
            blocks[document->blocks[b].paragraph] = b;
    struct block_map *map = LIST_ADD(&paths->block_maps, struct block_map);
    *map = (struct block_map){document, blocks, number_blocks(paths->arena, document)};
    return map;
}

struct clause_paths *clause_paths_make(struct arena *arena, const struct document *base)
{
    struct clause_paths *paths = ARENA_NEW(arena, struct clause_paths);
    paths->arena = arena;
    paths->wanted = names_make(arena);
    paths->branches[0] = (struct branch){0, without_ending(base->name), false};
    paths->depth = 1;
    paths->block_maps = LIST_MAKE(arena, struct block_map);
    return paths;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_roman(struct str letters)
{
    for (size_t i = 0; i < letters.length; i++)
        if (!strchr("ivxlcIVXLC", letters.bytes[i]))
            return false;
    return letters.length > 0;
}

// "3." and "3" are 30, "3.1" 31, "(a)" 40, "(i)" 50, others 20: how deep such labels usually hang.
static uint32_t rank_of_label(struct str label)
{
    uint32_t points = 0;
    bool has_letter = false;
    for (size_t i = 0; i < label.length; i++) {
        points += label.bytes[i] == '.' && i + 1 < label.length && is_digit(label.bytes[i + 1]);
        has_letter =
            has_letter || ((label.bytes[i] | 0x20) >= 'a' && (label.bytes[i] | 0x20) <= 'z');
    }
    if (!has_letter)
        return 30 + (points < 9 ? points : 9);
    struct str inner = label;
    while (inner.length > 0 && strchr("().", inner.bytes[0]))
        inner = str_skip(inner, 1);
    while (inner.length > 0 && strchr("().", inner.bytes[inner.length - 1]))
        inner.length--;
    if (inner.length > 5)
        return 20; // "Article 4"
    return is_roman(inner) && inner.length + (inner.bytes[0] == 'i') > 1 ? 50 : 40;
}

static uint32_t rank_of(const struct placed_clause *clause)
{
    if (clause->kind == PARAGRAPH_HEADING)
        return 1 + (clause->level < 9 ? clause->level : 9);
    if (clause->label.length == 0)
        return 0;
    return clause->level > 0 ? 60 + clause->level : rank_of_label(clause->label);
}

// "7." is "7" in a path, "(a)" stays, a heading gives its words.
static struct str path_part(const struct placed_clause *clause, struct str text)
{
    struct str label = clause->label;
    while (label.length > 1 && strchr(".:", label.bytes[label.length - 1]))
        label.length--;
    if (label.length > 1 && label.bytes[label.length - 1] == ')' && label.bytes[0] != '(')
        label.length--;
    if (label.length > 0 || clause->kind != PARAGRAPH_HEADING)
        return label;
    text = str_trim(text);
    return utf8_start(text, HEADING_BYTES);
}

static struct str joined(struct clause_paths *paths, const struct branch *parent, struct str part)
{
    bool hangs_on = parent->ends_in_figure && part.length > 0 && part.bytes[0] == '(';
    return arena_print(paths->arena, "%.*s%s%.*s", STR_ARGS(parent->path), hangs_on ? "" : "/",
                       STR_ARGS(part));
}

// A path wanted again gets "#2", "#3" …
static struct str unique(struct clause_paths *paths, struct str path)
{
    uint32_t number = names_add(paths->wanted, path);
    if (number >= paths->counts_capacity) {
        uint32_t capacity = paths->counts_capacity * 2 + 64;
        paths->counts =
            arena_extend(paths->arena, paths->counts, paths->counts_capacity * sizeof(uint32_t),
                         capacity * sizeof(uint32_t));
        paths->counts_capacity = capacity;
    }
    if (++paths->counts[number] == 1)
        return path;
    struct str again = arena_print(paths->arena, "%.*s#%u", STR_ARGS(path), paths->counts[number]);
    return unique(paths, again);
}

static uint32_t table_depth(const struct document *document, uint32_t block)
{
    uint32_t depth = 0;
    for (; block != NO_INDEX; block = document->blocks[block].parent)
        depth += document->blocks[block].kind == BLOCK_TABLE;
    return depth;
}

struct str clause_paths_cell(struct clause_paths *paths, const struct document *document,
                             uint32_t block)
{
    static const char *const words[] = {
        [BLOCK_TABLE] = "table", [BLOCK_ROW] = "row", [BLOCK_CELL] = "column"};
    const struct block_map *map = map_of(paths, document);
    struct str cell = STR("");
    if (table_depth(document, block) == 0)
        return cell;
    for (; document->blocks[block].parent != NO_INDEX; block = document->blocks[block].parent) {
        enum block_kind kind = document->blocks[block].kind;
        if (kind == BLOCK_TABLE || kind == BLOCK_ROW || kind == BLOCK_CELL)
            cell =
                arena_print(paths->arena, "%s %u%s%.*s", words[kind], map->number_of_block[block],
                            cell.length > 0 ? ", " : "", STR_ARGS(cell));
    }
    return cell;
}

uint32_t clause_paths_number(struct clause_paths *paths, const struct document *document,
                             uint32_t block)
{
    return map_of(paths, document)->number_of_block[block];
}

static void place_in_tables(struct clause_paths *paths, const struct document *document,
                            uint32_t paragraph, struct placed_clause *clause)
{
    uint32_t block = map_of(paths, document)->block_of_paragraph[paragraph];
    clause->cell = clause_paths_cell(paths, document, block);
    while (document->blocks[block].parent != NO_INDEX)
        block = document->blocks[block].parent;
    if (document->blocks[block].kind != BLOCK_BODY)
        clause->story = document->blocks[block].key;
}

void clause_paths_place(struct clause_paths *paths, const struct document *document,
                        uint32_t paragraph, struct placed_clause *clause)
{
    place_in_tables(paths, document, paragraph, clause);
    bool is_new = clause->is_new;
    if (clause->kind == PARAGRAPH_HEADING && !is_new)
        paths->heading_level = clause->level;
    if (clause->kind == PARAGRAPH_HEADING && is_new && paths->heading_level > 0)
        clause->level = paths->heading_level;
    uint32_t rank = clause->cell.length > 0 || clause->story.length > 0 ? 0 : rank_of(clause);
    if (rank > 0)
        while (paths->depth > 1 && paths->branches[paths->depth - 1].rank >= rank)
            paths->depth--;
    struct branch parent = paths->branches[paths->depth - 1];
    const struct paragraph *own = &document->paragraphs[paragraph];
    struct str text = STR("");
    if (clause->kind == PARAGRAPH_HEADING)
        text =
            text_said(document, (struct range){own->from, own->to}, STORIES_BY_NAME, paths->arena);
    struct str part = path_part(clause, text);
    if (is_new && part.length > 0)
        part = clause->label = STR("new");
    if (clause->story.length > 0)
        parent = (struct branch){0, joined(paths, &paths->branches[0], clause->story), false};
    if (rank == 0 || part.length == 0) {
        struct str path = part.length > 0 ? joined(paths, &parent, part) : parent.path;
        clause->path = unique(paths, path);
        return;
    }
    struct branch branch = {rank, unique(paths, joined(paths, &parent, part)),
                            is_digit(part.bytes[part.length - 1])};
    clause->path = branch.path;
    if (paths->depth < DEEPEST)
        paths->branches[paths->depth++] = branch;
}
