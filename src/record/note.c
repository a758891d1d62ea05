// SPDX-License-Identifier: Apache-2.0
//
//   ORIGIN                  body
//   SIZE
//   ROOT in base64
//   previous SIZE HASH      of the checkpoint before it, hash of its body in base64; not in the first
//                           one empty line
//   — NAME BASE64           a line for each signature: key hash (4) signature (64), or
//                           key hash (4) time (8, big-endian) signature (64) of a co-signature
#include "record/note.h"

#include "base/builder.h"
#include "base/checked.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

enum { SIGNED = 1, COSIGNED = 4 }; // the algorithm byte inside a key hash
#define HASH_PART 4
#define TIME_BYTES 8

static const struct str dash = STR_INIT("\xe2\x80\x94 ");

struct str checkpoint_body(const struct checkpoint *checkpoint, struct arena *arena)
{
    struct str root = {(const char *)checkpoint->root.bytes, HASH_BYTES};
    struct str previous = {(const char *)checkpoint->previous.bytes, HASH_BYTES};
    struct builder body = builder_make(arena);
    builder_print(&body, "%.*s\n%" PRIu64 "\n%.*s\n", STR_ARGS(checkpoint->origin),
                  checkpoint->size, STR_ARGS(base64_write(root, arena)));
    if (checkpoint->has_previous)
        builder_print(&body, "previous %" PRIu64 " %.*s\n", checkpoint->previous_size,
                      STR_ARGS(base64_write(previous, arena)));
    return builder_str(&body);
}

// SHA-256(name "\n" algorithm key), its first four bytes.
static void key_hash(struct str name, unsigned char algorithm, const unsigned char key[KEY_BYTES],
                     unsigned char out[HASH_PART])
{
    struct sha256 sha256 = sha256_make();
    unsigned char whole[HASH_BYTES];
    const unsigned char rest[2] = {'\n', algorithm};
    sha256_add(&sha256, name.bytes, name.length);
    sha256_add(&sha256, rest, 2);
    sha256_add(&sha256, key, KEY_BYTES);
    sha256_done(&sha256, whole);
    memcpy(out, whole, HASH_PART);
}

// --- Keys that are handed out

struct str signer_write(const struct signer *signer, struct arena *arena)
{
    unsigned char hash[HASH_PART];
    char hex[2 * HASH_PART + 1];
    unsigned char typed[1 + KEY_BYTES] = {SIGNED};
    key_hash(signer->name, SIGNED, signer->key, hash);
    memcpy(typed + 1, signer->key, KEY_BYTES);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    struct str bytes = {(const char *)typed, sizeof typed};
    return arena_print(arena, "%.*s+%s+%.*s", STR_ARGS(signer->name), hex,
                       STR_ARGS(base64_write(bytes, arena)));
}

bool signer_read(struct str text, struct arena *arena, struct signer *signer, struct error *error)
{
    size_t first = str_find_byte(text, '+');
    struct str rest = str_skip(text, first + 1);
    struct str hex = str_slice(rest, 0, str_find_byte(rest, '+'));
    struct str typed;
    struct signer read = {.name = str_slice(text, 0, first)};
    if (read.name.length == 0 || !base64_read(str_skip(rest, hex.length + 1), arena, &typed) ||
        typed.length != 1 + KEY_BYTES || typed.bytes[0] != SIGNED)
        return error_set(error, BAD_INPUT,
                         "\"%.*s\" is not a key like NAME+1a2b3c4d+BASE64; entente show CASE key "
                         "NAME prints one",
                         STR_ARGS(str_slice(text, 0, 80)));
    memcpy(read.key, typed.bytes + 1, KEY_BYTES);
    if (!str_equal(signer_write(&read, arena), text))
        return error_set(error, BAD_INPUT,
                         "the key of %.*s is not whole: its hash is not that of its name and bytes",
                         STR_ARGS(read.name));
    *signer = read;
    return true;
}

const struct signer *signer_named(const struct list *signers, struct str name)
{
    for (size_t i = 0; i < signers->count; i++)
        if (str_equal(LIST_AT(signers, struct signer, i)->name, name))
            return LIST_AT(signers, struct signer, i);
    return NULL;
}

// --- Signatures

static struct str signature_line(struct str name, struct str bytes, struct arena *arena)
{
    return arena_print(arena, "%.*s%.*s %.*s\n", STR_ARGS(dash), STR_ARGS(name),
                       STR_ARGS(base64_write(bytes, arena)));
}

struct str note_sign(struct str body, struct str name, const struct secret_keys *keys,
                     struct arena *arena)
{
    unsigned char bytes[HASH_PART + SIGNATURE_BYTES];
    key_hash(name, SIGNED, keys->shown.sign, bytes);
    crypto_sign_detached(bytes + HASH_PART, NULL, (const unsigned char *)body.bytes, body.length,
                         keys->sign);
    return signature_line(name, (struct str){(const char *)bytes, sizeof bytes}, arena);
}

static struct str cosigned_message(struct str body, uint64_t seconds, struct arena *arena)
{
    return arena_print(arena, "cosignature/v1\ntime %" PRIu64 "\n%.*s", seconds, STR_ARGS(body));
}

struct str note_cosign(struct str body, struct str name, uint64_t seconds,
                       const struct secret_keys *keys, struct arena *arena)
{
    unsigned char bytes[HASH_PART + TIME_BYTES + SIGNATURE_BYTES];
    key_hash(name, COSIGNED, keys->shown.sign, bytes);
    for (int i = 0; i < TIME_BYTES; i++)
        bytes[HASH_PART + i] = (unsigned char)(seconds >> (56 - 8 * i));
    struct str message = cosigned_message(body, seconds, arena);
    crypto_sign_detached(bytes + HASH_PART + TIME_BYTES, NULL, (const unsigned char *)message.bytes,
                         message.length, keys->sign);
    return signature_line(name, (struct str){(const char *)bytes, sizeof bytes}, arena);
}

bool note_is_signed(struct str body, const struct note_signature *signature,
                    const unsigned char key[KEY_BYTES])
{
    unsigned char wanted[HASH_PART];
    const unsigned char *bytes = (const unsigned char *)signature->bytes.bytes;
    size_t length = signature->bytes.length;
    if (length == HASH_PART + SIGNATURE_BYTES) {
        key_hash(signature->name, SIGNED, key, wanted);
        return memcmp(bytes, wanted, HASH_PART) == 0 &&
               crypto_sign_verify_detached(bytes + HASH_PART, (const unsigned char *)body.bytes,
                                           body.length, key) == 0;
    }
    if (length != HASH_PART + TIME_BYTES + SIGNATURE_BYTES)
        return false;
    key_hash(signature->name, COSIGNED, key, wanted);
    if (memcmp(bytes, wanted, HASH_PART) != 0)
        return false;
    uint64_t seconds = 0;
    for (int i = 0; i < TIME_BYTES; i++)
        seconds = seconds << 8 | bytes[HASH_PART + i];
    struct arena *arena = arena_open();
    struct str message = cosigned_message(body, seconds, arena);
    bool is_good =
        crypto_sign_verify_detached(bytes + HASH_PART + TIME_BYTES,
                                    (const unsigned char *)message.bytes, message.length, key) == 0;
    arena_close(arena);
    return is_good;
}

bool note_names_key(const struct note_signature *signature, const unsigned char key[KEY_BYTES])
{
    unsigned char wanted[HASH_PART];
    bool is_cosigned = signature->bytes.length == HASH_PART + TIME_BYTES + SIGNATURE_BYTES;
    key_hash(signature->name, is_cosigned ? COSIGNED : SIGNED, key, wanted);
    return memcmp(signature->bytes.bytes, wanted, HASH_PART) == 0;
}

struct str note_write(struct str body, const struct list *keep, struct str more,
                      struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%.*s\n", STR_ARGS(body));
    for (size_t i = 0; i < keep->count; i++) {
        const struct note_signature *signature = LIST_AT(keep, struct note_signature, i);
        struct str line = signature_line(signature->name, signature->bytes, arena);
        builder_add(&out, line);
        if (str_equal(line, more))
            more = STR("");
    }
    builder_add(&out, more);
    return builder_str(&out);
}

// A number of entries in its one form.
static bool read_size(struct str text, struct arena *arena, uint64_t *size)
{
    int64_t number;
    if (!checked_parse(text, &number) || number < 0 ||
        !str_equal(arena_print(arena, "%" PRId64, number), text))
        return false;
    *size = (uint64_t)number; // not below zero
    return true;
}

static bool read_hash(struct str text, struct arena *arena, struct hash *hash)
{
    struct str bytes;
    if (!base64_read(text, arena, &bytes) || bytes.length != HASH_BYTES)
        return false;
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

// Lines that follow the three may say anything, as C2SP has it; ours must be whole.
static bool read_previous(struct str line, struct arena *arena, struct checkpoint *checkpoint)
{
    struct str start = STR("previous ");
    struct str size;
    if (!str_starts_with(line, start))
        return true;
    line = str_skip(line, start.length);
    checkpoint->has_previous = true;
    return str_cut(&line, ' ', &size) && read_size(size, arena, &checkpoint->previous_size) &&
           read_hash(line, arena, &checkpoint->previous);
}

static bool read_body(struct str body, struct arena *arena, struct checkpoint *checkpoint)
{
    struct str rest = body;
    struct str size;
    struct str root;
    struct str line;
    bool is_whole = str_cut(&rest, '\n', &checkpoint->origin) && checkpoint->origin.length > 0 &&
                    str_cut(&rest, '\n', &size) && read_size(size, arena, &checkpoint->size) &&
                    str_cut(&rest, '\n', &root) && read_hash(root, arena, &checkpoint->root);
    while (is_whole && rest.length > 0 && str_cut(&rest, '\n', &line))
        is_whole = read_previous(line, arena, checkpoint);
    return is_whole;
}

static bool read_signature(struct str line, struct arena *arena, struct note_signature *signature)
{
    if (!str_starts_with(line, dash))
        return false;
    struct str rest = str_skip(line, dash.length);
    size_t space = str_find_byte(rest, ' ');
    signature->name = str_slice(rest, 0, space);
    return space > 0 && space < rest.length &&
           base64_read(str_skip(rest, space + 1), arena, &signature->bytes) &&
           signature->bytes.length > HASH_PART;
}

bool note_read(struct str source, struct str text, struct arena *arena, struct note *note,
               struct error *error)
{
    struct note read = {.signatures = LIST_MAKE(arena, struct note_signature)};
    struct place place = place_of(source);
    text = utf8_without_mark(text);
    size_t end = str_find(text, STR("\n\n"));
    if (end == text.length || !utf8_is_valid(text))
        return error_at(error, BAD_INPUT, place,
                        "this is not a signed checkpoint: an empty line "
                        "between body and signatures is missing");
    read.body = str_slice(text, 0, end + 1);
    if (!read_body(read.body, arena, &read.checkpoint))
        return error_at(error, BAD_INPUT, place_in(source, text, 0),
                        "a checkpoint begins with three lines: origin, size, root in base64");
    struct str rest = str_skip(text, end + 2);
    struct str line;
    while (str_cut(&rest, '\n', &line))
        if (!read_signature(line, arena, LIST_ADD(&read.signatures, struct note_signature)))
            return error_at(error, BAD_INPUT,
                            place_in(source, text, (size_t)(line.bytes - text.bytes)),
                            "a signature line is \"\xe2\x80\x94 NAME BASE64\"");
    *note = read;
    return true;
}
