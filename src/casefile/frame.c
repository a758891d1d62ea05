// SPDX-License-Identifier: Apache-2.0
// The writer's frame around appends: what is in memory is as of now and as the record says.
#include "casefile/casefile.h"

#include <inttypes.h>

bool casefile_begin_rebuild(struct casefile *casefile, struct error *error)
{
    if (casefile->view.as_of.length > 0 || str_equal(casefile->view.viewer, STR("public")))
        return error_set(error, MISUSE,
                         "a case seen as of a past day, or by the public, is only "
                         "for reading");
    if (!store_begin(casefile->store, error))
        return false;
    casefile->has_appended = false;
    // Another writer may have been here since the state was loaded.
    if (casefile_refresh(casefile, error))
        return true;
    casefile_rollback(casefile);
    return false;
}

// Done once, when what is in memory is what the tables hold: later entries are read from the logs.
static bool check_state(struct casefile *casefile, struct error *error)
{
    int64_t version = 0;
    struct str wrong = {NULL, 0};
    bool is_right = false;
    if (casefile->is_checked)
        return true;
    if (!casefile_is_marked(casefile, &is_right, error))
        return false;
    if (is_right) {
        casefile->is_checked = true;
        return true;
    }
    if (!casefile_is_settled(casefile, &is_right, &wrong, error))
        return false;
    if (!is_right)
        return error_set(error, TAMPERED,
                         "the state is not what the record says (%.*s), so nothing is entered; "
                         "entente verify says more, entente rebuild makes the state anew",
                         STR_ARGS(wrong));
    casefile->is_checked = true;
    // What another program wrote since it was read may have been put right again.
    if (!store_version(casefile->store, &version, error))
        return false;
    if (version == casefile->loaded_version)
        return true;
    bool done = casefile_load(casefile, error);
    casefile->is_checked = done;
    return done;
}

bool casefile_begin(struct casefile *casefile, struct error *error)
{
    if (!casefile_begin_rebuild(casefile, error))
        return false;
    if (check_state(casefile, error))
        return true;
    casefile_rollback(casefile);
    return false;
}

// Only the log of the act itself counts: what others keep to themselves must change no byte of it.
bool casefile_chance(struct casefile *casefile, const unsigned char *seed, struct str audience,
                     struct chance *chance, struct error *error)
{
    struct head_row head;
    *chance = chance_make(seed);
    chance_bind(chance, casefile->record.case_id);
    if (!store_head(casefile->store, audience, &head, error))
        return false;
    chance_bind(chance,
                arena_print(casefile->frame, "%.*s %" PRIu64, STR_ARGS(audience), head.size));
    return true;
}

bool casefile_commit(struct casefile *casefile, struct error *error)
{
    return items_settle(&casefile->open, casefile->store, error) &&
           store_commit(casefile->store, error);
}

void casefile_rollback(struct casefile *casefile)
{
    casefile->is_stale = casefile->is_stale || casefile->has_appended;
    store_rollback(casefile->store);
}

bool casefile_publish(struct casefile *casefile, struct error *error)
{
    return casefile_commit(casefile, error) && store_publish(casefile->store, error);
}
