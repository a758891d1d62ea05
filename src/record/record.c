// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <assert.h>
#include <string.h>

struct hash record_commitment(struct str case_id, const struct entry_row *row)
{
    struct hash_parts parts = hash_parts_make();
    hash_parts_add(&parts, STR("entente-entry/1"));
    hash_parts_add(&parts, case_id);
    hash_parts_add(&parts, row->audience);
    hash_parts_add_number(&parts, row->at);
    hash_parts_add(&parts, row->salt);
    hash_parts_add(&parts, row->content);
    hash_parts_add(&parts, row->attachments);
    return hash_parts_done(&parts);
}

struct str record_origin(const struct record *record, struct str audience, struct arena *arena)
{
    return arena_print(arena, "entente.case/%.*s/%.*s", STR_ARGS(record->case_id),
                       STR_ARGS(audience));
}

static bool read_hash(struct str bytes, struct hash *hash)
{
    if (bytes.length != HASH_BYTES)
        return false;
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

// Row `at` keeps the root of the largest perfect subtree that ends there: 2^k leaves, where k is
// the number of trailing zero bits of at + 1.
static bool stored_subtree(struct record *record, struct str audience, uint64_t at,
                           struct hash *hash, struct error *error)
{
    struct arena *arena = arena_open();
    struct entry_row row;
    bool done = store_entry(record->store, audience, at, arena, &row, error) &&
                (read_hash(row.subtree, hash) ||
                 error_set(error, TAMPERED, "entry %llu of %.*s has no tree hash",
                           (unsigned long long)at, STR_ARGS(audience)));
    arena_close(arena);
    return done;
}

// The last subtree ends with the last entry, and the one before where the lowest bit is cut off the size.
static bool place_peaks(const struct list *peaks, struct str audience, struct merkle *tree,
                        struct error *error)
{
    size_t i = tree->count;
    size_t found = peaks->count;
    for (uint64_t end = tree->size; end > 0; end &= end - 1) {
        const struct peak_row *peak =
            found > 0 ? LIST_AT(peaks, struct peak_row, --found) : &(struct peak_row){0};
        if (peak->at != end - 1 || !read_hash(peak->subtree, &tree->peaks[--i]))
            return error_set(error, TAMPERED, "entry %llu of %.*s has no tree hash",
                             (unsigned long long)(end - 1), STR_ARGS(audience));
    }
    return true;
}

bool record_tree(struct record *record, struct str audience, uint64_t size, struct merkle *tree,
                 struct error *error)
{
    struct arena *arena = arena_open_small();
    struct list peaks;
    struct merkle made = {.size = size};
    for (uint64_t rest = size; rest > 0; rest &= rest - 1)
        made.count++;
    bool done = store_peaks(record->store, audience, size, arena, &peaks, error) &&
                place_peaks(&peaks, audience, &made, error);
    arena_close(arena);
    if (done)
        *tree = made;
    return done;
}

static bool is_known(const struct known_log *known, struct str audience)
{
    return known->length > 0 && str_equal((struct str){known->audience, known->length}, audience);
}

static void know(struct record *record, struct str audience, const struct merkle *tree)
{
    struct known_log *known = &record->known;
    known->length = audience.length <= sizeof known->audience ? audience.length : 0;
    if (known->length > 0)
        memcpy(known->audience, audience.bytes, known->length);
    known->tree = *tree;
}

void record_note(struct record *record, const struct entry_row *row)
{
    struct known_log *known = &record->known;
    struct hash commitment;
    if (is_known(known, row->audience) && row->at == known->tree.size &&
        read_hash(row->commitment, &commitment))
        merkle_add(&known->tree, merkle_leaf(commitment));
}

// The tree of a head, from what is known where that is the head's own.
static bool head_tree(struct record *record, const struct head_row *head, struct merkle *tree,
                      struct error *error)
{
    const struct known_log *known = &record->known;
    if (!is_known(known, head->audience) || known->tree.size != head->size ||
        !hash_equal(merkle_root(&known->tree), head->root))
        return record_tree(record, head->audience, head->size, tree, error);
    *tree = known->tree;
    return true;
}

static bool says(struct str said, struct hash hash)
{
    return said.length == 0 || str_equal(said, (struct str){(const char *)hash.bytes, HASH_BYTES});
}

// At the end of its log: its commitment and its subtree, which it may say itself, and the new head.
static bool append(struct record *record, struct entry_row row, struct head_row *head,
                   struct error *error)
{
    struct merkle tree;
    if (!head_tree(record, head, &tree, error))
        return false;
    struct hash commitment = record_commitment(record->case_id, &row);
    struct hash subtree = merkle_add(&tree, merkle_leaf(commitment));
    if (!says(row.commitment, commitment) || !says(row.subtree, subtree))
        return error_set(error, TAMPERED, "the hashes of this entry are not those of its bytes");
    row.commitment = (struct str){(const char *)commitment.bytes, HASH_BYTES};
    row.subtree = (struct str){(const char *)subtree.bytes, HASH_BYTES};
    head->size++;
    head->root = merkle_root(&tree);
    if (!store_add_entry(record->store, &row, error) ||
        !store_check_entry(record->store, &row, error) ||
        !store_set_head(record->store, head, error))
        return false;
    know(record, row.audience, &tree);
    return true;
}

bool record_append(struct record *record, struct str audience, struct str content,
                   struct str attachments, struct chance *chance, uint64_t *at, struct error *error)
{
    struct head_row head;
    char salt[SALT_BYTES];
    if (!store_head(record->store, audience, &head, error))
        return false;
    chance_bind(chance, content);
    chance_fill(chance, salt, sizeof salt);
    struct entry_row row = {
        .audience = audience,
        .at = head.size,
        .salt = {salt, sizeof salt},
        .content = content,
        .attachments = attachments,
    };
    *at = row.at;
    return append(record, row, &head, error);
}

bool record_append_made(struct record *record, const struct entry_row *made, struct error *error)
{
    struct head_row head;
    if (!store_head(record->store, made->audience, &head, error))
        return false;
    assert(made->at == head.size);
    return append(record, *made, &head, error);
}

// A log whose subtrees are asked for, and the first error on the way.
struct log_walk {
    struct record *record;
    struct str audience;
    struct error *error;
};

// A perfect subtree of 2^k leaves ending at `last` is stored when it is the largest that ends
// there; else its left half is, and its right half is looked for in the same way.
static bool walk_subtree(void *source, uint64_t last, uint64_t size, struct hash *hash)
{
    struct log_walk *walk = source;
    uint64_t end = last + 1;
    uint64_t largest = end & (~end + 1);
    if (size == largest)
        return stored_subtree(walk->record, walk->audience, last, hash, walk->error);
    if (size == 1) {
        struct arena *arena = arena_open();
        struct entry_row row;
        struct hash commitment;
        bool done =
            store_entry(walk->record->store, walk->audience, last, arena, &row, walk->error) &&
            (read_hash(row.commitment, &commitment) ||
             error_set(walk->error, TAMPERED, "entry %llu of %.*s has no commitment",
                       (unsigned long long)last, STR_ARGS(walk->audience)));
        arena_close(arena);
        if (done)
            *hash = merkle_leaf(commitment);
        return done;
    }
    struct hash left;
    struct hash right;
    if (!stored_subtree(walk->record, walk->audience, last - size / 2, &left, walk->error) ||
        !walk_subtree(source, last, size / 2, &right))
        return false;
    *hash = merkle_node(left, right);
    return true;
}

static bool check_size(struct record *record, struct str audience, uint64_t size,
                       struct error *error)
{
    struct head_row head;
    if (!store_head(record->store, audience, &head, error))
        return false;
    return size <= head.size ||
           error_set(error, NOT_FOUND, "the log %.*s has %llu entries, not %llu",
                     STR_ARGS(audience), (unsigned long long)head.size, (unsigned long long)size);
}

bool record_prove_entry(struct record *record, struct str audience, uint64_t at, uint64_t size,
                        struct merkle_proof *proof, struct error *error)
{
    struct log_walk walk = {record, audience, error};
    if (at >= size)
        return error_set(error, NOT_FOUND, "entry %llu is not among the first %llu",
                         (unsigned long long)at, (unsigned long long)size);
    return check_size(record, audience, size, error) &&
           merkle_prove_inclusion(at, size, walk_subtree, &walk, proof);
}

bool record_prove_growth(struct record *record, struct str audience, uint64_t old_size,
                         uint64_t size, struct merkle_proof *proof, struct error *error)
{
    struct log_walk walk = {record, audience, error};
    if (old_size == 0 || old_size > size)
        return error_set(error, MISUSE, "%llu entries do not grow into %llu",
                         (unsigned long long)old_size, (unsigned long long)size);
    return check_size(record, audience, size, error) &&
           merkle_prove_consistency(old_size, size, walk_subtree, &walk, proof);
}
