// SPDX-License-Identifier: Apache-2.0
//
//   leaf = SHA-256(0x00 commitment)      node = SHA-256(0x01 left right)
//
// Section numbers are those of RFC 6962; the checks of proofs follow RFC 9162, 2.1.3.2 and 2.1.4.2.
#include "record/merkle.h"

#include <assert.h>

struct hash merkle_leaf(struct hash commitment)
{
    struct sha256 sha256 = sha256_make();
    struct hash hash;
    sha256_add(&sha256, (const unsigned char[]){0}, 1);
    sha256_add(&sha256, commitment.bytes, HASH_BYTES);
    sha256_done(&sha256, hash.bytes);
    return hash;
}

struct hash merkle_node(struct hash left, struct hash right)
{
    struct sha256 sha256 = sha256_make();
    struct hash hash;
    sha256_add(&sha256, (const unsigned char[]){1}, 1);
    sha256_add(&sha256, left.bytes, HASH_BYTES);
    sha256_add(&sha256, right.bytes, HASH_BYTES);
    sha256_done(&sha256, hash.bytes);
    return hash;
}

struct hash merkle_empty(void)
{
    return hash_of((struct str){"", 0});
}

struct hash merkle_add(struct merkle *tree, struct hash leaf)
{
    struct hash hash = leaf;
    // Each trailing one of the old size is a perfect subtree that the new leaf completes.
    for (uint64_t bits = tree->size; bits & 1; bits >>= 1) {
        assert(tree->count > 0);
        hash = merkle_node(tree->peaks[--tree->count], hash);
    }
    tree->peaks[tree->count++] = hash;
    tree->size++;
    return hash;
}

struct hash merkle_root(const struct merkle *tree)
{
    if (tree->count == 0)
        return merkle_empty();
    struct hash root = tree->peaks[tree->count - 1];
    for (size_t i = tree->count - 1; i > 0; i--)
        root = merkle_node(tree->peaks[i - 1], root);
    return root;
}

// A node on the way to the root, and the last node of its level.
struct path {
    uint64_t node;
    uint64_t last;
};

static void rise(struct path *path)
{
    path->node >>= 1;
    path->last >>= 1;
}

// Goes up past the next sibling of a proof; says whether that sibling stands on the left.
static bool climb(struct path *path)
{
    bool is_left = (path->node & 1) || path->node == path->last;
    while (is_left && !(path->node & 1) && path->node != 0)
        rise(path); // a last node without a sibling is passed up as it is
    rise(path);
    return is_left;
}

bool merkle_is_included(struct hash leaf, uint64_t at, uint64_t size,
                        const struct merkle_proof *proof, struct hash root)
{
    if (at >= size)
        return false;
    struct path path = {at, size - 1};
    struct hash hash = leaf;
    for (size_t i = 0; i < proof->count; i++) {
        if (path.last == 0)
            return false;
        hash = climb(&path) ? merkle_node(proof->hashes[i], hash)
                            : merkle_node(hash, proof->hashes[i]);
    }
    return path.last == 0 && hash_equal(hash, root);
}

bool merkle_is_consistent(uint64_t old_size, struct hash old_root, uint64_t size, struct hash root,
                          const struct merkle_proof *proof)
{
    if (old_size == 0 || old_size > size)
        return false;
    if (old_size == size)
        return proof->count == 0 && hash_equal(old_root, root);
    struct path path = {old_size - 1, size - 1};
    while (path.node & 1)
        rise(&path);
    size_t i = 0;
    struct hash old_hash = old_root; // a whole old tree is its own first hash
    if (path.node != 0) {
        if (proof->count == 0)
            return false;
        old_hash = proof->hashes[i++];
    }
    struct hash hash = old_hash;
    for (; i < proof->count; i++) {
        if (path.last == 0)
            return false;
        if (climb(&path)) {
            old_hash = merkle_node(proof->hashes[i], old_hash);
            hash = merkle_node(proof->hashes[i], hash);
        } else {
            hash = merkle_node(hash, proof->hashes[i]);
        }
    }
    return path.last == 0 && hash_equal(old_hash, old_root) && hash_equal(hash, root);
}

// The largest power of two below `size` (size > 1): where RFC 6962, 2.1 splits a tree.
static uint64_t split_of(uint64_t size)
{
    assert(size > 1);
    uint64_t half = 1;
    while (half < size - half)
        half *= 2;
    return half;
}

// MTH(D[first : first + size]), for any size.
static bool range_hash(uint64_t first, uint64_t size, merkle_subtree *subtree, void *source,
                       struct hash *hash)
{
    if ((size & (size - 1)) == 0)
        return subtree(source, first + size - 1, size, hash);
    // Peel the perfect subtrees off the right; the left of them are larger.
    struct hash right;
    uint64_t low = size & (~size + 1);
    uint64_t left = size - low;
    if (!subtree(source, first + size - 1, low, &right))
        return false;
    while (left > 0) {
        uint64_t peak = left & (~left + 1);
        struct hash larger;
        if (!subtree(source, first + left - 1, peak, &larger))
            return false;
        right = merkle_node(larger, right);
        left -= peak;
    }
    *hash = right;
    return true;
}

// Proofs are gathered from the root down and listed from the leaves up.
static void reverse(struct merkle_proof *proof)
{
    for (size_t i = 0; i < proof->count / 2; i++) {
        struct hash kept = proof->hashes[i];
        proof->hashes[i] = proof->hashes[proof->count - 1 - i];
        proof->hashes[proof->count - 1 - i] = kept;
    }
}

bool merkle_prove_inclusion(uint64_t at, uint64_t size, merkle_subtree *subtree, void *source,
                            struct merkle_proof *proof)
{
    assert(at < size);
    struct merkle_proof made = {.count = 0};
    uint64_t first = 0;
    while (size > 1) {
        uint64_t half = split_of(size);
        bool is_left = at - first < half;
        if (!range_hash(is_left ? first + half : first, is_left ? size - half : half, subtree,
                        source, &made.hashes[made.count++]))
            return false;
        first += is_left ? 0 : half;
        size = is_left ? half : size - half;
    }
    reverse(&made);
    *proof = made;
    return true;
}

bool merkle_prove_consistency(uint64_t old_size, uint64_t size, merkle_subtree *subtree,
                              void *source, struct merkle_proof *proof)
{
    assert(old_size > 0 && old_size <= size);
    struct merkle_proof made = {.count = 0};
    uint64_t first = 0;
    bool is_whole = true; // still the old tree from its first leaf (SUBPROOF's b)
    while (old_size != size) {
        uint64_t half = split_of(size);
        bool is_left = old_size <= half;
        if (!range_hash(is_left ? first + half : first, is_left ? size - half : half, subtree,
                        source, &made.hashes[made.count++]))
            return false;
        if (!is_left) {
            first += half;
            old_size -= half;
            is_whole = false;
        }
        size = is_left ? half : size - half;
    }
    if (!is_whole && !range_hash(first, size, subtree, source, &made.hashes[made.count++]))
        return false;
    reverse(&made);
    *proof = made;
    return true;
}
