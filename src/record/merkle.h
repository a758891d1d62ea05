// SPDX-License-Identifier: Apache-2.0
// The tree of hashes over a log: RFC 6962 section 2, SHA-256.

#ifndef ENTENTE_RECORD_MERKLE_H
#define ENTENTE_RECORD_MERKLE_H

#include "record/hash.h"

// Deepest path in a tree of 64-bit size.
#define MERKLE_DEPTH 64

struct hash merkle_leaf(struct hash commitment);
struct hash merkle_node(struct hash left, struct hash right);
// The root of the empty tree: the hash of no bytes.
struct hash merkle_empty(void);

// A tree that grows leaf by leaf and keeps only the roots of its perfect subtrees.
// 1. Subtree i of `count` has a power of two of leaves, fewer than subtree i - 1.
struct merkle {
    uint64_t size;
    struct hash peaks[MERKLE_DEPTH];
    size_t count;
};

// Adds a leaf. Result: the root of the largest perfect subtree that ends with it.
struct hash merkle_add(struct merkle *tree, struct hash leaf);
struct hash merkle_root(const struct merkle *tree);

// A path of hashes that proves something about a tree.
struct merkle_proof {
    struct hash hashes[2 * MERKLE_DEPTH];
    size_t count;
};

// Does the proof show that `leaf` is leaf `at` (from 0) of the tree of `size` leaves with this root?
bool merkle_is_included(struct hash leaf, uint64_t at, uint64_t size,
                        const struct merkle_proof *proof, struct hash root);
// Does the proof show that the tree (old_size, old_root) is the start of (size, root)?
bool merkle_is_consistent(uint64_t old_size, struct hash old_root, uint64_t size, struct hash root,
                          const struct merkle_proof *proof);

// Making proofs needs the root of any perfect subtree: `size` leaves, a power of two, the last of
// them at index `last`. False when it cannot be had.
typedef bool merkle_subtree(void *source, uint64_t last, uint64_t size, struct hash *hash);

// at < size; 0 < old_size <= size. False when `subtree` gave false.
bool merkle_prove_inclusion(uint64_t at, uint64_t size, merkle_subtree *subtree, void *source,
                            struct merkle_proof *proof);
bool merkle_prove_consistency(uint64_t old_size, uint64_t size, merkle_subtree *subtree,
                              void *source, struct merkle_proof *proof);

#endif
