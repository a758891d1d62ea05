// SPDX-License-Identifier: Apache-2.0
#include "casefile/state_check.h"

#include "casefile/access.h"
#include "casefile/casefile.h"

struct state_check state_check_make(void)
{
    return (struct state_check){.model = state_model_make(arena_open()), .scratch = arena_open()};
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

const struct list *state_check_see(struct state_check *check, const struct entry_row *row)
{
    static const struct list nothing;
    struct scanned_entry scanned;
    arena_rewind(check->scratch, (struct arena_mark){NULL, 0});
    if (check->has_failed || !access_is_open(row->audience))
        return &nothing;
    if (!entry_scan(row->content, check->scratch, &scanned)) {
        check->has_failed = !read_plainly(check, row->content);
        return &nothing;
    }
    state_model_apply(&check->model, &scanned, row->audience, row->at);
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
