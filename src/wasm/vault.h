// SPDX-License-Identifier: Apache-2.0
// What a party keeps to itself, in its own page: keys, sealed entries, signatures, and pages with all that
// is in them, made from a copy of the record. Called from JavaScript, as call.h is.
//
// Texts are put in by name before a call and stay until they are put in anew; a call gives 0 when it is done,
// 1 when the answer is no, 2 when it cannot be done, and then vault_message says why. What is given
// back lives until the next call.

#ifndef ENTENTE_WASM_VAULT_H
#define ENTENTE_WASM_VAULT_H

#include <stddef.h>

struct vault;

struct vault *vault_new(void);
// NULL is fine.
void vault_free(struct vault *vault);

// Room for a text of this many bytes under a name of that many; the caller writes both.
char *vault_text(struct vault *vault, size_t name_length, size_t length);
char *vault_text_name(struct vault *vault); // of the newest
// All texts are gone.
void vault_clear(struct vault *vault);
// Room for 32 random bytes, before each call that makes something.
char *vault_seed(struct vault *vault);

// New keys by `passphrase`: the output is the item "key", JSON.
int vault_make_key(struct vault *vault);
// By `origin`, `case`, `party`, `nonce`, `key` and `passphrase`: the output is the proof.
int vault_prove(struct vault *vault);

// Opens the record that stands in the file system as `path`, as `party` with its `passphrase`, once all of it
// is verified, and that it grew from `kept`, the checkpoint that the party signed last ("": none).
int vault_open(struct vault *vault);

// The page `page` (packages, slot, record) by `root`, `assets`, `token`, `now`, `document`, `slot`, `reading`
// and the texts `choice`: the output is HTML.
int vault_page(struct vault *vault);
// Enters what the form of the packages page says: all texts are its fields; `now` is the time.
int vault_scores(struct vault *vault);
// Enters a note for the party alone: `text`, and `title` or `slot`.
int vault_note(struct vault *vault);
// Signs the log `audience` as it is, or co-signs the checkpoint `cosign`. The output is the note.
int vault_sign(struct vault *vault);
// What was entered, signed as of `now`; or with `audience` the checkpoint of that log alone. The
// output is lines for entente_case_take.
int vault_hand_over(struct vault *vault);

const char *vault_message(const struct vault *vault);
const void *vault_output(const struct vault *vault);
size_t vault_output_length(const struct vault *vault);

#endif
