// SPDX-License-Identifier: Apache-2.0
// What a party seals and signs on a machine of its own, for a case that somebody else keeps.
//
// The party makes its keys, proves that it holds them, and works on a copy of the record
// (entente_case_view.is_copy). What it entered there for itself alone, and what it signed, it hands over
// finished; whoever keeps the case takes it, and needs no key of the party for that.

#ifndef ENTENTE_SEALING_H
#define ENTENTE_SEALING_H

#include <entente/case.h>

#ifdef __cplusplus
extern "C" {
#endif

// --- Where the party is

struct entente_key_making {
    size_t size; // ENTENTE_CLEAR sets it
    const char *passphrase;
    const unsigned char *seed; // ENTENTE_SEED_BYTES random bytes, never used twice
};
// Makes keys: the output is one JSON object, the item "key" of the party, which anybody may see.
// Errors: bad input: a passphrase that is no text
ENTENTE_API bool entente_key_make(const struct entente_key_making *making,
                                  const struct entente_bounds *bounds,
                                  struct entente_answer **answer, struct entente_error *error);

// Who signs in, where, and the word that the place gave for this one time. None holds a control character.
struct entente_sign_in {
    size_t size;        // ENTENTE_CLEAR sets it
    const char *origin; // "https://talks.example", as the party's own machine knows it
    const char *case_name;
    const char *party;
    const char *nonce;
    const struct entente_file *key; // the party's item "key"
};
// Proves that somebody holds the keys: the output is a signature in base64. It is on nothing else than this.
// Errors: bad input: another passphrase; a key that is none
ENTENTE_API bool entente_key_prove(const struct entente_sign_in *sign_in, const char *passphrase,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

struct entente_handing {
    size_t size;          // ENTENTE_CLEAR sets it
    const char *audience; // whose newest checkpoint goes along; NULL: that of the viewer's own log
};
// What the viewer has entered into its own log since the copy was opened, with the newest checkpoint of that
// log; or the checkpoint alone of another log as it is now. They are lines as the record has them in its text
// form. The answer is no when there is nothing.
ENTENTE_API bool entente_case_hand_over(const struct entente_handing *handing,
                                        struct entente_case *handle,
                                        const struct entente_bounds *bounds,
                                        struct entente_answer **answer,
                                        struct entente_error *error);

// --- Where the case is kept

// Is the proof by whoever holds this key? The answer is no when it is not.
ENTENTE_API bool entente_key_check(const struct entente_sign_in *sign_in, const char *proof,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

// Takes what the handle's viewer handed over: sealed entries for the end of its own log, with a checkpoint
// of that log as it is then, signed with its key; or a checkpoint alone, of a log that it may read. All or
// nothing. The output is a line of JSON, {"audience","size"}: whose log it was, and its entries after that.
// The answer is no, and nothing is entered, when the log is no longer as long as the first entry says.
//
// Errors: bad input: entries that are not sealed, not in the viewer's own log, not signed by it or of another
//         case; whatever else is not as entente_case_hand_over gives it. ENTENTE_LIMIT: too many bytes
ENTENTE_API bool entente_case_take(const struct entente_file *handed, struct entente_case *handle,
                                   const struct entente_bounds *bounds,
                                   struct entente_answer **answer, struct entente_error *error);

#ifdef __cplusplus
}
#endif

#endif
