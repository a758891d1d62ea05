// SPDX-License-Identifier: Apache-2.0
// The record's parts against plain twins: trees, proofs, notes, sealing, canonical form, state.
#include "casefile/casefile.h"
#include "casefile/sealed.h"
#include "record/audit.h"
#include "record/note.h"
#include "record/scan.h"

#include "tap.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static struct error error;
static const unsigned char seed[CHANCE_SEED_BYTES] = {7};

static struct hash leaf_of(uint64_t number)
{
    return merkle_leaf(hash_of((struct str){(const char *)&number, sizeof number}));
}

// MTH of RFC 6962, 2.1, word for word: the plain twin.
static struct hash plain_root(uint64_t first, uint64_t size)
{
    if (size == 0)
        return merkle_empty();
    if (size == 1)
        return leaf_of(first);
    uint64_t half = 1;
    while (half * 2 < size)
        half *= 2;
    return merkle_node(plain_root(first, half), plain_root(first + half, size - half));
}

static bool plain_subtree(void *source, uint64_t last, uint64_t size, struct hash *hash)
{
    (void)source;
    *hash = plain_root(last + 1 - size, size);
    return true;
}

TEST(a_tree_that_grows_has_the_root_of_the_definition)
{
    struct merkle tree = {.size = 0};
    for (uint64_t size = 0; size < 70; size++) {
        CHECK(hash_equal(merkle_root(&tree), plain_root(0, size)));
        merkle_add(&tree, leaf_of(size));
    }
}

// libsodium's portable SHA-256 is the twin of whatever the record is built with.
TEST(a_hash_is_the_same_however_its_bytes_come)
{
    unsigned char bytes[400];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 37 + i / 7);
    for (size_t length = 0; length <= sizeof bytes; length++) {
        unsigned char wanted[crypto_hash_sha256_BYTES];
        unsigned char hash[SHA256_BYTES];
        size_t cut = length * 5 % (length + 1);
        struct sha256 sha256 = sha256_make();
        sha256_add(&sha256, bytes, cut);
        struct sha256 copy = sha256;
        sha256_add(&copy, bytes + cut, length - cut);
        sha256_done(&copy, hash);
        crypto_hash_sha256(wanted, bytes, length);
        CHECK(memcmp(hash, wanted, sizeof wanted) == 0);
    }
}

TEST(a_birth_is_the_order_of_its_entry_and_six_digits)
{
    struct arena *arena = arena_open();
    static const struct {
        size_t number;
        const char *birth;
    } rows[] = {{0, "o 000000"}, {7, "o 000007"}, {999999, "o 999999"}, {1000000, "o 1000000"}};
    for (size_t i = 0; i < 4; i++)
        CHECK(str_equal(birth_of(STR("o"), rows[i].number, arena), str_of(rows[i].birth)));
    arena_close(arena);
}

TEST(every_entry_can_be_proved_and_no_other)
{
    for (uint64_t size = 1; size <= 34; size++)
        for (uint64_t at = 0; at < size; at++) {
            struct merkle_proof proof;
            struct hash root = plain_root(0, size);
            REQUIRE(merkle_prove_inclusion(at, size, plain_subtree, NULL, &proof));
            CHECK(merkle_is_included(leaf_of(at), at, size, &proof, root));
            CHECK(!merkle_is_included(leaf_of(at + 1), at, size, &proof, root));
            CHECK(!merkle_is_included(leaf_of(at), at + 1, size, &proof, root) || size == 1);
            CHECK(!merkle_is_included(leaf_of(at), at, size, &proof, plain_root(0, size + 1)));
            if (proof.count > 0) {
                proof.hashes[0].bytes[0] ^= 1;
                CHECK(!merkle_is_included(leaf_of(at), at, size, &proof, root));
            }
        }
}

TEST(growth_can_be_proved_and_nothing_else)
{
    for (uint64_t size = 1; size <= 34; size++)
        for (uint64_t old = 1; old <= size; old++) {
            struct merkle_proof proof;
            struct hash root = plain_root(0, size);
            struct hash old_root = plain_root(0, old);
            REQUIRE(merkle_prove_consistency(old, size, plain_subtree, NULL, &proof));
            CHECK(merkle_is_consistent(old, old_root, size, root, &proof));
            CHECK(!merkle_is_consistent(old, plain_root(1, old), size, root, &proof));
            if (proof.count > 0) {
                proof.hashes[proof.count - 1].bytes[3] ^= 1;
                CHECK(!merkle_is_consistent(old, old_root, size, root, &proof));
            }
        }
}

TEST(a_signed_note_holds_only_for_its_words_and_its_signer)
{
    struct chance chance = chance_make(seed);
    struct secret_keys keys;
    const struct json *record;
    struct arena *arena = tap_arena();
    REQUIRE_DONE(
        keys_make(STR("open"), (struct key_cost){1, 8192}, &chance, arena, &keys, &record, &error),
        &error);
    struct checkpoint checkpoint = {STR("entente.case/x/all"), 12, plain_root(0, 12)};
    struct str body = checkpoint_body(&checkpoint, arena);
    struct str text = arena_print(arena, "%.*s\n%.*s%.*s", STR_ARGS(body),
                                  STR_ARGS(note_sign(body, STR("UA"), &keys, arena)),
                                  STR_ARGS(note_cosign(body, STR("UN"), 1766000000, &keys, arena)));
    struct note note;
    REQUIRE_DONE(note_read(STR("note"), text, arena, &note, &error), &error);
    CHECK_INT(note.checkpoint.size, 12);
    REQUIRE(note.signatures.count == 2);
    for (size_t i = 0; i < 2; i++) {
        struct note_signature *signature = LIST_AT(&note.signatures, struct note_signature, i);
        CHECK(note_is_signed(note.body, signature, keys.shown.sign));
        CHECK(!note_is_signed(STR("entente.case/x/all\n13\n"), signature, keys.shown.sign));
        signature->name = STR("US");
        CHECK(!note_is_signed(note.body, signature, keys.shown.sign));
    }
    CHECK(!note_read(STR("note"), STR("a\n1\n"), arena, &note, &error));
    CHECK(!note_read(STR("note"), STR("a\n01\nAA==\n\n"), arena, &note, &error));
}

TEST(what_is_sealed_opens_for_its_readers_only)
{
    struct chance chance = chance_make(seed);
    struct secret_keys keys[3];
    const struct json *record;
    struct arena *arena = tap_arena();
    struct public_keys readers[2];
    for (size_t i = 0; i < 3; i++) {
        REQUIRE_DONE(keys_make(STR("p"), (struct key_cost){1, 8192}, &chance, arena, &keys[i],
                               &record, &error),
                     &error);
        if (i < 2)
            readers[i] = keys[i].shown;
    }
    struct str sealed = sealed_make(STR("our red line"), readers, 2, &chance, arena);
    struct str longer = sealed_make(STR("our red line is the river"), readers, 1, &chance, arena);
    CHECK_INT(sealed.length, longer.length);
    struct str plain;
    for (size_t i = 0; i < 2; i++) {
        REQUIRE(sealed_open(sealed, &keys[i], arena, &plain));
        CHECK_STR(plain, STR("our red line"));
    }
    CHECK(!sealed_open(sealed, &keys[2], arena, &plain));
    for (size_t at = 0; at < sealed.length; at += 7) {
        struct str copy = arena_copy(arena, sealed);
        ((char *)(uintptr_t)copy.bytes)[at] ^= 1;
        if (sealed_open(copy, &keys[0], arena, &plain))
            CHECK_STR(plain, STR("our red line")); // only another reader's stanza was hit
    }
    CHECK(!sealed_open(str_slice(sealed, 0, 400), &keys[0], arena, &plain));
}

TEST(keys_open_with_their_passphrase_only)
{
    struct chance chance = chance_make(seed);
    struct secret_keys keys;
    struct secret_keys again;
    const struct json *record;
    REQUIRE_DONE(keys_make(STR("right"), (struct key_cost){1, 8192}, &chance, tap_arena(), &keys,
                           &record, &error),
                 &error);
    REQUIRE_DONE(keys_unlock(record, STR("right"), &again, &error), &error);
    CHECK(memcmp(&keys, &again, sizeof keys) == 0);
    CHECK(!keys_unlock(record, STR("wrong"), &again, &error));
    CHECK_INT(error.code, FORBIDDEN);
}

TEST(the_canonical_form_is_one)
{
    static const char *const same[] = {"{\"b\":1,\"a\":[true,null,\"x\\u00e4\"]}",
                                       " { \"a\" : [ true , null, \"x\xc3\xa4\" ], \"b\" : 1.0 }"};
    struct str first = {NULL, 0};
    for (size_t i = 0; i < 2; i++) {
        const struct json *value;
        struct builder out = builder_make(tap_arena());
        REQUIRE_DONE(json_read(STR("t"), str_of(same[i]), &input_limits_default, tap_arena(),
                               &value, &error),
                     &error);
        REQUIRE_DONE(canon_write(value, &out, &error), &error);
        if (i == 0)
            first = builder_str(&out);
        CHECK_STR(builder_str(&out), first);
    }
    CHECK_STR(first, STR("{\"a\":[true,null,\"x\xc3\xa4\"],\"b\":1}"));
    const struct json *value;
    CHECK(!canon_read(STR("t"), STR("{\"b\":1,\"a\":2}"), tap_arena(), &value, &error));
    CHECK(!canon_read(STR("t"), STR("{\"a\":1.5}"), tap_arena(), &value, &error));
}

// --- Entries read as they stand, against entries read as trees

static const char *const contents[] = {
    "{\"act\":\"x\",\"by\":\"UA\",\"changes\":[{\"id\":\"a\",\"kind\":\"note\",\"set\":{\"n\":-12,"
    "\"text\":\"\\\"\\\\"
    "\\n\\u0001\xc3\xa4\"}},{\"gone\":true,\"id\":\"b\\\"c\",\"kind\":\"slot\"}],\"time\":\"2025-"
    "12-20T10:00:00Z\"}",
    "{\"act\":\"x\",\"changes\":[],\"time\":\"2\"}",
    "{\"act\":\"x\",\"changes\":[{\"id\":\"a\",\"kind\":\"k\",\"set\":{\"a\":[[],{},0,"
    "9223372036854775807,null,false]}}],"
    "\"time\":\"2\"}",
};

// Changes, drops or doubles a byte or two, mostly to one that means something.
static struct str mutated(struct str text, struct tap_random *random)
{
    static const char bytes[] = "{}[]\",:\\ut0129-.eE+ \n\t\x01\x7f\xc3\x80"
                                "ans";
    char *copy = arena_take(tap_arena(), text.length + 4, 1);
    size_t length = text.length;
    memcpy(copy, text.bytes, length);
    for (size_t i = tap_random_below(random, 3); i > 0 && length > 1; i--) {
        size_t at = tap_random_below(random, (uint32_t)length);
        uint32_t way = tap_random_below(random, 3);
        if (way == 0) {
            copy[at] = bytes[tap_random_below(random, sizeof bytes - 1)];
        } else if (way == 1) {
            memmove(copy + at, copy + at + 1, --length - at);
        } else {
            memmove(copy + at + 1, copy + at, length - at);
            length++;
        }
    }
    return (struct str){copy, length};
}

static void check_same_reading(const struct scanned_entry *scanned, const struct entry *entry)
{
    CHECK_STR(scanned->time, entry->time);
    CHECK_INT(scanned->changes.count, entry->changes->count);
    for (size_t i = 0; i < entry->changes->count && i < scanned->changes.count; i++) {
        const struct scanned_change *change = LIST_AT(&scanned->changes, struct scanned_change, i);
        const struct json *tree = &entry->changes->items[i];
        struct builder set = builder_make(tap_arena());
        if (json_member(tree, "set"))
            REQUIRE_DONE(canon_write(json_member(tree, "set"), &set, &error), &error);
        CHECK_STR(change->kind, json_text(tree, "kind"));
        CHECK_STR(change->id, json_text(tree, "id"));
        CHECK_STR(change->set, builder_str(&set));
    }
}

TEST(an_entry_read_as_it_stands_is_the_entry_read_as_a_tree)
{
    struct tap_random random = {14};
    size_t good = 0;
    size_t trials = tap_size(20000, 400000);
    for (size_t i = 0; i < trials; i++) {
        struct arena_mark mark = arena_mark(tap_arena());
        struct str text = mutated(str_of(contents[i % 3]), &random);
        struct scanned_entry scanned;
        struct entry entry;
        bool is_entry = entry_read(text, tap_arena(), &entry, &error);
        if (!CHECK(entry_scan(text, tap_arena(), &scanned) == is_entry))
            printf("# %.*s\n", STR_ARGS(text));
        if (is_entry)
            check_same_reading(&scanned, &entry);
        good += is_entry;
        arena_rewind(tap_arena(), mark);
    }
    CHECK(good > trials / 4 && good < trials);
}

TEST(an_entry_is_nested_as_deep_as_the_format_says)
{
    static const char head[] = "{\"act\":\"x\",\"changes\":[],\"more\":";
    for (size_t depth = 28; depth < 36; depth++) {
        struct builder out = builder_make(tap_arena());
        struct scanned_entry scanned;
        struct entry entry;
        builder_add_c(&out, head);
        for (size_t i = 0; i < depth; i++)
            builder_add_byte(&out, '[');
        for (size_t i = 0; i < depth; i++)
            builder_add_byte(&out, ']');
        builder_add_c(&out, ",\"time\":\"2\"}");
        CHECK(entry_scan(builder_str(&out), tap_arena(), &scanned) ==
              entry_read(builder_str(&out), tap_arena(), &entry, &error));
        CHECK(entry_scan(builder_str(&out), tap_arena(), &scanned) == (depth <= 32));
    }
}

// --- A case in memory

static void add(struct casefile *casefile, struct chance *chance, const char *audience,
                const char *time, const char *id, const char *text)
{
    struct act act = act_make("enter", casefile->arena);
    struct json_object object = json_object_make(casefile->arena);
    act.audience = str_of(audience);
    act.now = str_of(time);
    json_object_set(&object, STR("text"), json_of_str(casefile->arena, str_of(text)));
    act_add(&act, "note", str_of(id), json_object_done(&object, casefile->arena));
    tap_done(casefile_append(casefile, &act, chance, NULL, &error), &error, __FILE__, __LINE__);
}

static struct str text_of(const struct casefile *casefile, const char *id)
{
    const struct item *item = items_find(&casefile->items, "note", str_of(id));
    return item ? json_text(item->value, "text") : STR("(none)");
}

TEST(state_is_what_the_entries_say_in_their_order)
{
    struct chance chance = chance_make(seed);
    struct casefile *casefile;
    struct str wrong;
    bool is_right;
    REQUIRE_DONE(casefile_create(NULL, NULL, STR("t"), &casefile, &error), &error);
    add(casefile, &chance, "all", "2025-12-20T10:00:00Z", "a", "one");
    // A wider audience in the same second: it must still count as later.
    add(casefile, &chance, "public", "2025-12-20T10:00:00Z", "a", "two");
    add(casefile, &chance, "all", "2025-12-20T10:00:01Z", "b", "three");
    CHECK_STR(text_of(casefile, "a"), STR("two"));
    REQUIRE_DONE(items_settle(&casefile->open, casefile->store, &error), &error);
    REQUIRE_DONE(casefile_is_settled(casefile, &is_right, &wrong, &error), &error);
    CHECK(is_right);
    REQUIRE_DONE(casefile_rebuild(casefile, &is_right, &error), &error);
    CHECK(is_right);
    CHECK_STR(text_of(casefile, "a"), STR("two"));
    CHECK_STR(text_of(casefile, "b"), STR("three"));
    struct state_row more = {STR("note"), STR("z"), STR("0"), STR("0"), STR("null")};
    REQUIRE_DONE(store_set_state(casefile->store, &more, &error), &error);
    REQUIRE_DONE(casefile_is_settled(casefile, &is_right, &wrong, &error), &error);
    CHECK(!is_right); // a row that no entry made
    REQUIRE_DONE(casefile_rebuild(casefile, &is_right, &error), &error);
    CHECK(!is_right);
    REQUIRE_DONE(casefile_is_settled(casefile, &is_right, &wrong, &error), &error);
    CHECK(is_right);
    REQUIRE_DONE(store_clear_state(casefile->store, &error), &error);
    REQUIRE_DONE(casefile_is_settled(casefile, &is_right, &wrong, &error), &error);
    CHECK(!is_right); // rows that are missing
    casefile_close(casefile);
}

TEST(the_clock_cannot_go_back)
{
    struct chance chance = chance_make(seed);
    struct casefile *casefile;
    REQUIRE_DONE(casefile_create(NULL, NULL, STR("t"), &casefile, &error), &error);
    add(casefile, &chance, "all", "2025-12-20T10:00:00Z", "a", "one");
    struct act act = act_make("enter", casefile->arena);
    act.now = STR("2025-12-20T09:59:59Z");
    act_add(&act, "note", STR("b"), NULL);
    CHECK(!casefile_append(casefile, &act, &chance, NULL, &error));
    CHECK_INT(error.code, MISUSE);
    casefile_close(casefile);
}

TEST(proofs_out_of_the_store_hold)
{
    struct chance chance = chance_make(seed);
    struct casefile *casefile;
    REQUIRE_DONE(casefile_create(NULL, NULL, STR("t"), &casefile, &error), &error);
    struct hash roots[40];
    for (uint64_t i = 0; i < 39; i++) {
        struct head_row head;
        add(casefile, &chance, "all", "2025-12-20T10:00:00Z", "a", i % 2 ? "x" : "y");
        REQUIRE_DONE(store_head(casefile->store, STR("all"), &head, &error), &error);
        roots[i + 1] = head.root;
    }
    for (uint64_t size = 1; size < 40; size++)
        for (uint64_t at = 0; at < size; at += 3) {
            struct merkle_proof proof;
            struct entry_row row;
            REQUIRE_DONE(
                record_prove_entry(&casefile->record, STR("all"), at, size, &proof, &error),
                &error);
            REQUIRE_DONE(store_entry(casefile->store, STR("all"), at, tap_arena(), &row, &error),
                         &error);
            struct hash leaf = merkle_leaf(record_commitment(STR("t"), &row));
            CHECK(merkle_is_included(leaf, at, size, &proof, roots[size]));
            REQUIRE_DONE(
                record_prove_growth(&casefile->record, STR("all"), at + 1, size, &proof, &error),
                &error);
            CHECK(merkle_is_consistent(at + 1, roots[at + 1], size, roots[size], &proof));
        }
    casefile_close(casefile);
}

// The digest's tree by its definition, level by level from the leaves.
static struct hash plain_state_root(const struct hash *leaves, size_t count)
{
    struct hash level[200];
    memcpy(level, leaves, count * sizeof *leaves);
    for (; count > 1; count = (count + 1) / 2)
        for (size_t i = 0; i < (count + 1) / 2; i++) {
            unsigned char node[1 + 2 * HASH_BYTES] = {1};
            memcpy(node + 1, &level[2 * i], HASH_BYTES);
            memcpy(node + 1 + HASH_BYTES, &level[2 * i + (2 * i + 1 < count)], HASH_BYTES);
            if (2 * i + 1 < count)
                crypto_generichash(level[i].bytes, HASH_BYTES, node, sizeof node, NULL, 0);
            else
                level[i] = level[2 * i];
        }
    return level[0];
}

TEST(a_digest_of_rows_that_change_is_the_digest_of_what_they_are)
{
    struct hash leaves[200];
    size_t count = 0;
    uint32_t random = 1;
    struct state_digest digest = state_digest_make(tap_arena());
    for (size_t round = 0; round < 300; round++) {
        size_t changes = round % 7 == 0 ? 1 + round % 40 : 1 + round % 3;
        for (size_t i = 0; i < changes; i++) {
            random = random * 1664525 + 1013904223;
            size_t number = random % 3 == 0 && count < 200 ? count : (random >> 8) % (count + 1);
            number = number == 200 ? 199 : number;
            count += number == count;
            leaves[number] = hash_of((struct str){(const char *)&random, sizeof random});
            state_digest_set(&digest, number, leaves[number]);
        }
        CHECK(hash_equal(state_digest_root(&digest), plain_state_root(leaves, count)));
    }
    CHECK_INT(count, 200);
}

TESTS(TAP_ENTRY(a_tree_that_grows_has_the_root_of_the_definition),
      TAP_ENTRY(a_hash_is_the_same_however_its_bytes_come),
      TAP_ENTRY(a_birth_is_the_order_of_its_entry_and_six_digits),
      TAP_ENTRY(every_entry_can_be_proved_and_no_other),
      TAP_ENTRY(growth_can_be_proved_and_nothing_else),
      TAP_ENTRY(a_signed_note_holds_only_for_its_words_and_its_signer),
      TAP_ENTRY(what_is_sealed_opens_for_its_readers_only),
      TAP_ENTRY(keys_open_with_their_passphrase_only), TAP_ENTRY(the_canonical_form_is_one),
      TAP_ENTRY(an_entry_read_as_it_stands_is_the_entry_read_as_a_tree),
      TAP_ENTRY(an_entry_is_nested_as_deep_as_the_format_says),
      TAP_ENTRY(state_is_what_the_entries_say_in_their_order), TAP_ENTRY(the_clock_cannot_go_back),
      TAP_ENTRY(proofs_out_of_the_store_hold),
      TAP_ENTRY(a_digest_of_rows_that_change_is_the_digest_of_what_they_are))
