// SPDX-License-Identifier: Apache-2.0
// For builds without libpq.
#include "record/store.h"
#include "record/store_parts.h"

bool postgresql_store_open(const char *address, struct store_options options, struct store **store,
                           struct error *error)
{
    (void)address;
    (void)options;
    (void)store;
    return error_set(error, UNSUPPORTED,
                     "this build reads no databases: it was made without libpq (PostgreSQL)");
}
