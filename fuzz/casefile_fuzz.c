// SPDX-License-Identifier: Apache-2.0
// Property: what is read as a record and found sound is written again as the very same bytes, but for the
// number of the format, which ends the first line.
#include "casefile/bundle.h"
#include "record/audit.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_same_record(struct str again, struct str text)
{
    size_t end = str_find_byte(text, '\n');
    size_t number = end - (sizeof "1\"}" - 1);
    return again.length == text.length &&
           str_equal(str_slice(again, 0, number), str_slice(text, 0, number)) &&
           str_equal(str_skip(again, number + 1), str_skip(text, number + 1));
}

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
        size_t gone;
        if (!bundle_write(casefile, BUNDLE_ALL_SEALED, &again, &gone, &error) ||
            !is_same_record(builder_str(&again), text))
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
