// SPDX-License-Identifier: Apache-2.0
#include "codec/prefix_code.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// A leaf (a symbol) or, behind the leaves, what joins two.
struct prefix_node {
    uint32_t count;
    uint16_t symbol; // of a leaf
    uint16_t parent; // stands behind its children
};

struct prefix_tree {
    struct prefix_node nodes[2 * PREFIX_SYMBOLS_MOST];
    size_t leaves;
};

static int compare_leaves(const void *a, const void *b)
{
    const struct prefix_node *one = a;
    const struct prefix_node *other = b;
    if (one->count != other->count)
        return one->count < other->count ? -1 : 1;
    return one->symbol < other->symbol ? -1 : one->symbol > other->symbol;
}

static void take_leaves(struct prefix_tree *tree, const uint32_t *counts, size_t symbols)
{
    size_t used = 0;
    for (size_t i = 0; i < symbols; i++)
        used += counts[i] > 0;
    tree->leaves = 0;
    for (size_t i = 0; i < symbols; i++) {
        bool filled_up = counts[i] == 0 && used < 2;
        if (counts[i] == 0 && !filled_up)
            continue;
        used += filled_up;
        tree->nodes[tree->leaves++] =
            (struct prefix_node){filled_up ? 1 : counts[i], (uint16_t)i, 0};
    }
    qsort(tree->nodes, tree->leaves, sizeof *tree->nodes, compare_leaves);
}

// The rarer of the next leaf and the next joined node, a leaf before a node of the same count.
static size_t take_rarest(const struct prefix_tree *tree, size_t *leaf, size_t *joined, size_t end)
{
    bool takes_leaf = *leaf < tree->leaves &&
                      (*joined == end || tree->nodes[*leaf].count <= tree->nodes[*joined].count);
    return takes_leaf ? (*leaf)++ : (*joined)++;
}

static void join(struct prefix_tree *tree)
{
    size_t leaf = 0;
    size_t joined = tree->leaves;
    for (size_t at = tree->leaves; at < 2 * tree->leaves - 1; at++) {
        size_t one = take_rarest(tree, &leaf, &joined, at);
        size_t other = take_rarest(tree, &leaf, &joined, at);
        tree->nodes[at].count = tree->nodes[one].count + tree->nodes[other].count;
        tree->nodes[one].parent = tree->nodes[other].parent = (uint16_t)at;
    }
}

// How deep each leaf stands; false when one stands too deep.
static bool measure(const struct prefix_tree *tree, unsigned bits_most, struct prefix_code *code)
{
    uint8_t depths[2 * PREFIX_SYMBOLS_MOST];
    size_t root = 2 * tree->leaves - 2;
    depths[root] = 0;
    for (size_t at = root; at-- > 0;) {
        depths[at] = (uint8_t)(depths[tree->nodes[at].parent] + 1);
        if (depths[at] > bits_most)
            return false;
        if (at < tree->leaves)
            code->lengths[tree->nodes[at].symbol] = depths[at];
    }
    return true;
}

void prefix_code_make(const uint32_t *counts, size_t symbols, unsigned bits_most,
                      struct prefix_code *code)
{
    assert(symbols >= 2 && symbols <= PREFIX_SYMBOLS_MOST && bits_most <= PREFIX_BITS_MOST);
    uint32_t flatter[PREFIX_SYMBOLS_MOST];
    memcpy(flatter, counts, symbols * sizeof *counts);
    memset(code->lengths, 0, sizeof code->lengths);
    for (;;) {
        struct prefix_tree tree;
        take_leaves(&tree, flatter, symbols);
        join(&tree);
        if (measure(&tree, bits_most, code))
            break;
        // Halved until the rarest are no longer so rare; in the end all counts are 1.
        for (size_t i = 0; i < symbols; i++)
            flatter[i] = (flatter[i] + 1) / 2;
    }
    prefix_code_number(code, symbols);
}

static uint16_t turned(unsigned code, unsigned length)
{
    unsigned out = 0;
    for (unsigned i = 0; i < length; i++)
        out |= (code >> i & 1) << (length - 1 - i);
    return (uint16_t)out;
}

void prefix_code_number(struct prefix_code *code, size_t symbols)
{
    unsigned of_length[PREFIX_BITS_MOST + 1] = {0};
    unsigned next[PREFIX_BITS_MOST + 1] = {0};
    for (size_t i = 0; i < symbols; i++)
        of_length[code->lengths[i]] += code->lengths[i] > 0;
    for (unsigned bits = 1; bits <= PREFIX_BITS_MOST; bits++)
        next[bits] = (next[bits - 1] + of_length[bits - 1]) << 1;
    for (size_t i = 0; i < symbols; i++)
        if (code->lengths[i] > 0)
            code->codes[i] = turned(next[code->lengths[i]]++, code->lengths[i]);
}
