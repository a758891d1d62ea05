// SPDX-License-Identifier: Apache-2.0
// Property: what is read as a record and found sound is written again as the very same bytes.
#include "casefile/bundle.h"
#include "record/audit.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void read_record(struct str text, struct store *store, struct arena *arena)
{
    struct error error;
    struct casefile_view all = {.viewer = {NULL, 0}};
    struct casefile *casefile;
    struct audit audit;
    bool was_right;
    if (!store_begin(store, &error) || !bundle_read(STR("fuzz"), text, store, &error) ||
        !casefile_over(store, &all, &casefile, &error)) {
        store_close(store);
        return;
    }
    if (audit_run(&casefile->record, NULL, arena, &audit, &error) && audit.findings.count == 0 &&
        casefile_rebuild(casefile, &was_right, &error)) {
        struct builder again = builder_make(arena);
        if (!bundle_write(casefile, true, &again, &error) || !str_equal(builder_str(&again), text))
            abort();
    }
    casefile_close(casefile);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct error error;
    struct store *store;
    struct str text = {(const char *)bytes, length};
    if (store_open(NULL, (struct store_options){STORE_CREATE, NULL}, &store, &error))
        read_record(text, store, arena);
    arena_close(arena);
    return 0;
}
