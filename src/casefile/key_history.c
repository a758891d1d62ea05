// SPDX-License-Identifier: Apache-2.0
#include "casefile/key_history.h"

#include <inttypes.h>
#include <string.h>

struct key_history key_history_make(struct str case_id, struct arena *arena)
{
    return (struct key_history){arena, case_id, LIST_MAKE(arena, struct signer),
                                LIST_MAKE(arena, const struct json *),
                                LIST_MAKE(arena, struct finding)};
}

static void find(struct key_history *history, const struct entry_row *row, struct str name,
                 const char *what)
{
    struct str said = arena_print(history->arena, "entry %" PRIu64 " %s %.*s", row->at, what,
                                  STR_ARGS(str_slice(name, 0, 80)));
    *LIST_ADD(&history->wrong, struct finding) =
        (struct finding){arena_copy(history->arena, row->audience), row->at, row->at + 1, said};
}

// The newest keys of this name, NULL when it has none yet.
static const struct json *keys_before(const struct key_history *history, struct str name)
{
    for (size_t i = history->signers.count; i-- > 0;)
        if (str_equal(LIST_AT(&history->signers, struct signer, i)->name, name))
            return *LIST_AT(&history->values, const struct json *, i);
    return NULL;
}

// Keys that cannot be read give nobody a signature; the state says more of them.
static void see_key(struct key_history *history, const struct entry_row *row,
                    const struct scanned_change *change)
{
    const struct json *set;
    struct public_keys keys;
    struct error unread;
    struct str name = arena_copy(history->arena, change->id);
    const struct json *before = keys_before(history, name);
    if (!str_equal(row->audience, STR("all"))) {
        find(history, row, name, "is not for all, but gives keys to");
        return;
    }
    if (change->set.length == 0) {
        find(history, row, name, "takes away the keys of");
        return;
    }
    if (!json_read(STR("key"), arena_copy(history->arena, change->set), &input_limits_default,
                   history->arena, &set, &unread) ||
        !keys_public(set, &keys, &unread))
        return;
    bool is_handed =
        before && keys_are_handed((struct key_owner){history->case_id, name}, before, set);
    if (before && !is_handed)
        find(history, row, name, "exchanges, without their signature, the keys of");
    struct signer *signer = LIST_ADD(&history->signers, struct signer);
    *signer = (struct signer){.name = name, .at = row->at, .is_handed = is_handed};
    memcpy(signer->key, keys.sign, KEY_BYTES);
    *LIST_ADD(&history->values, const struct json *) = set;
}

void key_history_see(struct key_history *history, const struct entry_row *row,
                     const struct list *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct scanned_change *change = LIST_AT(changes, struct scanned_change, i);
        if (str_equal(change->kind, STR("key")))
            see_key(history, row, change);
    }
}
