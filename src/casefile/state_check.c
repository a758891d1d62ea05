// SPDX-License-Identifier: Apache-2.0
#include "casefile/state_check.h"

#include "casefile/access.h"
#include "casefile/casefile.h"

#include <inttypes.h>

struct state_check state_check_make(void)
{
    struct arena *arena = arena_open();
    return (struct state_check){
        .model = state_model_make(arena), .scratch = arena_open(), .said = builder_make(arena)};
}

void state_check_close(struct state_check *check)
{
    arena_close(check->model.arena);
    arena_close(check->scratch);
}

// An entry that cannot be read is read again by the plain way, which says what is wrong with it.
static bool read_plainly(struct state_check *check, struct str content)
{
    struct entry entry;
    return entry_read(content, check->scratch, &entry, &check->error) &&
           error_set(&check->error, TAMPERED, "the entry is not in canonical form");
}

static void note_said(struct state_check *check, const struct scanned_entry *entry,
                      const struct entry_row *row)
{
    if (str_equal(row->audience, STR("public"))) {
        check->public_count = row->at + 1;
        return;
    }
    builder_cut(&check->said, 0);
    builder_add(&check->said, entry->state);
}

bool state_check_said(const struct state_check *check)
{
    struct str said = builder_str(&check->said);
    struct arena *arena = arena_open_small();
    struct str count = arena_print(arena, "%" PRIu64 " ", check->public_count);
    bool is_so = check->has_failed || !str_starts_with(said, count) ||
                 str_equal(said, state_model_text(&check->model, check->public_count, arena));
    arena_close(arena);
    return is_so;
}

const struct list *state_check_see(struct state_check *check, const struct entry_row *row)
{
    static const struct list nothing;
    struct scanned_entry scanned;
    arena_rewind(check->scratch, (struct arena_mark){NULL, 0});
    if (check->has_failed || !access_is_open(row->audience) || entry_is_gone(row))
        return &nothing;
    if (!entry_scan(row->content, check->scratch, &scanned)) {
        check->has_failed = !read_plainly(check, row->content);
        return &nothing;
    }
    state_model_apply(&check->model, &scanned, row->audience, row->at);
    note_said(check, &scanned, row);
    check->changes = scanned.changes;
    return &check->changes;
}

bool state_check_end(const struct state_check *check, struct store *store, bool *is_right,
                     struct arena *arena, struct str *wrong, struct error *error)
{
    struct str what = {NULL, 0};
    if (check->has_failed) {
        *error = check->error;
        return false;
    }
    if (!state_model_is_stored(&check->model, store, is_right, &what, error))
        return false;
    *wrong = arena_copy(arena, what);
    return true;
}

static bool see_log(struct casefile *casefile, struct str audience, struct state_check *check,
                    struct error *error)
{
    struct cursor cursor = cursor_open(casefile->store, CURSOR_ENTRIES, audience, 0);
    struct entry_row row;
    bool more = true;
    bool done;
    while ((done = cursor_entry(&cursor, &row, &more, error)) && more)
        (void)state_check_see(check, &row);
    cursor_close(&cursor);
    return done;
}

bool casefile_is_settled(struct casefile *casefile, bool *is_right, struct str *wrong,
                         struct error *error)
{
    struct state_check check = state_check_make();
    bool done = see_log(casefile, STR("public"), &check, error) &&
                see_log(casefile, STR("all"), &check, error) &&
                state_check_end(&check, casefile->store, is_right, casefile->frame, wrong, error);
    state_check_close(&check);
    return done;
}

// Whether the newest entry for all is what was recorded, and what it says of the state.
static bool newest_mark(struct casefile *casefile, struct str *said, struct error *error)
{
    struct arena *arena = casefile->frame;
    struct head_row head;
    struct entry_row row;
    struct scanned_entry scanned;
    *said = (struct str){NULL, 0};
    if (!store_head(casefile->store, STR("all"), &head, error))
        return false;
    if (head.size == 0)
        return true;
    if (!store_entry(casefile->store, STR("all"), head.size - 1, arena, &row, error))
        return false;
    struct hash commitment = record_commitment(casefile->record.case_id, &row);
    if (str_equal(row.commitment, (struct str){(const char *)commitment.bytes, HASH_BYTES}) &&
        entry_scan(row.content, arena, &scanned))
        *said = scanned.state;
    return true;
}

bool casefile_is_marked(struct casefile *casefile, bool *is_right, struct error *error)
{
    struct head_row head;
    struct str said;
    *is_right = false;
    if (!casefile->has_digest)
        return true;
    if (!newest_mark(casefile, &said, error) ||
        !store_head(casefile->store, STR("public"), &head, error))
        return false;
    *is_right = said.length > 0 &&
                str_equal(said, state_digest_text(&casefile->digest, head.size, casefile->frame));
    return true;
}
