// SPDX-License-Identifier: Apache-2.0
//
// Two trees of boxes are walked together: when the lower corners of two boxes reach the floor all
// their pairs do, when the upper corners do not reach it none does; else the larger box is split.
#include "bargain/pairs.h"

#include <string.h>

#define LEAF 8u

// A box around rows [from, to); its halves, when it has any, stand at child and child + 1.
struct box {
    size_t from;
    size_t to;
    size_t child;   // 0: a leaf
    uint64_t *ways; // all of them, as wide as those of the rows
    int64_t *low;
    int64_t *high;
};

struct box_tree {
    struct weighted_rows rows;
    uint32_t width;
    struct arena *arena;
    struct box *boxes;
    size_t box_count;
};

static void swap_rows(struct box_tree *tree, size_t a, size_t b)
{
    int64_t *left = tree->rows.rows + a * tree->width;
    int64_t *right = tree->rows.rows + b * tree->width;
    for (uint32_t p = 0; p < tree->width; p++) {
        int64_t value = left[p];
        left[p] = right[p];
        right[p] = value;
    }
    for (size_t w = 0; w < tree->rows.words; w++) {
        uint64_t *first = &tree->rows.ways[a * tree->rows.words + w];
        uint64_t *second = &tree->rows.ways[b * tree->rows.words + w];
        uint64_t ways = *first;
        *first = *second;
        *second = ways;
    }
}

// Splits [from, to) by the middle value between low and high of a column; gives the first row of
// the upper part.
static size_t split(struct box_tree *tree, size_t from, size_t to, uint32_t column, int64_t middle)
{
    while (from < to) {
        if (tree->rows.rows[from * tree->width + column] <= middle)
            from++;
        else
            swap_rows(tree, from, --to);
    }
    return from;
}

static void measure(struct box_tree *tree, struct box *box)
{
    uint32_t width = tree->width;
    box->low = arena_take_bare(tree->arena, 2 * width * sizeof(int64_t));
    box->high = box->low + width;
    memcpy(box->low, tree->rows.rows + box->from * width, width * sizeof(int64_t));
    memcpy(box->high, box->low, width * sizeof(int64_t));
    for (size_t i = box->from; i < box->to; i++)
        for (uint32_t p = 0; p < width; p++) {
            int64_t value = tree->rows.rows[i * width + p];
            box->low[p] = value < box->low[p] ? value : box->low[p];
            box->high[p] = value > box->high[p] ? value : box->high[p];
        }
}

// The multiplicities of all boxes; halves stand behind the box that was split.
static void add_ways(struct box_tree *tree)
{
    size_t words = tree->rows.words;
    uint64_t *sums = ARENA_ARRAY(tree->arena, uint64_t, tree->box_count * words);
    for (size_t b = tree->box_count; b > 0; b--) {
        struct box *box = &tree->boxes[b - 1];
        box->ways = sums + (b - 1) * words;
        if (box->child != 0) {
            wide_add(box->ways, tree->boxes[box->child].ways, words);
            wide_add(box->ways, tree->boxes[box->child + 1].ways, words);
            continue;
        }
        for (size_t i = box->from; i < box->to; i++)
            wide_add(box->ways, tree->rows.ways + i * words, words);
    }
}

// Boxes are split at the middle of their longest side. All rows differ, so a box of more than one
// row has a side, and halving the side ends after 64 splits of each column.
static void make_boxes(struct box_tree *tree)
{
    tree->boxes = arena_take_bare(tree->arena, (2 * tree->rows.count + 2) * sizeof(struct box));
    tree->boxes[0] = (struct box){.from = 0, .to = tree->rows.count};
    tree->box_count = 1;
    for (size_t b = 0; b < tree->box_count; b++) {
        struct box *box = &tree->boxes[b];
        measure(tree, box);
        if (box->to - box->from <= LEAF)
            continue;
        uint32_t widest = 0;
        for (uint32_t p = 1; p < tree->width; p++)
            if (box->high[p] - box->low[p] > box->high[widest] - box->low[widest])
                widest = p;
        int64_t middle = box->low[widest] + (box->high[widest] - box->low[widest]) / 2;
        size_t at = split(tree, box->from, box->to, widest, middle);
        box->child = tree->box_count;
        tree->boxes[tree->box_count++] = (struct box){.from = box->from, .to = at};
        tree->boxes[tree->box_count++] = (struct box){.from = at, .to = box->to};
    }
    add_ways(tree);
}

struct pairs_walk {
    const struct box_tree *a;
    const struct box_tree *b;
    const int64_t *floor;
    uint32_t width;
    struct budget *budget;
    uint64_t *sum;
    size_t words;
    uint64_t *product; // in hand: as wide as both multiplicities together, or as the sum
};

// Adds the product of two multiplicities to the sum.
static void add_product(const struct pairs_walk *walk, const uint64_t *a, const uint64_t *b)
{
    size_t words = walk->a->rows.words;
    if (words == 1) {
        wide_add_128(walk->sum, (uint128)*a * *b, walk->words);
        return;
    }
    wide_product(a, words, b, words, walk->product);
    wide_add(walk->sum, walk->product, walk->words);
}

static bool reaches(const int64_t *a, const int64_t *b, const int64_t *floor, uint32_t width)
{
    for (uint32_t p = 0; p < width; p++)
        if (a[p] + b[p] < floor[p])
            return false;
    return true;
}

static void count_leaves(const struct pairs_walk *walk, const struct box *a, const struct box *b)
{
    const struct weighted_rows *left = &walk->a->rows;
    const struct weighted_rows *right = &walk->b->rows;
    for (size_t i = a->from; i < a->to; i++)
        for (size_t j = b->from; j < b->to; j++)
            if (reaches(left->rows + i * walk->width, right->rows + j * walk->width, walk->floor,
                        walk->width))
                add_product(walk, left->ways + i * left->words, right->ways + j * right->words);
}

static bool count_boxes(const struct pairs_walk *walk, const struct box *a, const struct box *b)
{
    if (!budget_spend(walk->budget, 1))
        return false;
    if (!reaches(a->high, b->high, walk->floor, walk->width))
        return true;
    if (reaches(a->low, b->low, walk->floor, walk->width)) {
        add_product(walk, a->ways, b->ways);
        return true;
    }
    if (a->child == 0 && b->child == 0) {
        count_leaves(walk, a, b);
        return budget_spend(walk->budget, LEAF);
    }
    bool split_a = b->child == 0 || (a->child != 0 && a->to - a->from >= b->to - b->from);
    if (split_a)
        return count_boxes(walk, &walk->a->boxes[a->child], b) &&
               count_boxes(walk, &walk->a->boxes[a->child + 1], b);
    return count_boxes(walk, a, &walk->b->boxes[b->child]) &&
           count_boxes(walk, a, &walk->b->boxes[b->child + 1]);
}

struct box_tree *pairs_tree(struct weighted_rows rows, uint32_t width, struct arena *arena)
{
    struct box_tree *tree = ARENA_NEW(arena, struct box_tree);
    *tree = (struct box_tree){.rows = rows, .width = width, .arena = arena};
    if (rows.count > 0)
        make_boxes(tree);
    return tree;
}

bool pairs_count(const struct box_tree *a, const struct box_tree *b, const int64_t *floor,
                 struct budget *budget, uint64_t *sum, size_t words)
{
    if (a->rows.count == 0 || b->rows.count == 0)
        return true;
    struct arena *work = arena_open_small();
    size_t product_words = 2 * a->rows.words > words ? 2 * a->rows.words : words;
    struct pairs_walk walk = {a,      b,   floor, a->width,
                              budget, sum, words, ARENA_ARRAY(work, uint64_t, product_words)};
    bool done = count_boxes(&walk, &a->boxes[0], &b->boxes[0]);
    arena_close(work);
    return done;
}
