// SPDX-License-Identifier: Apache-2.0
#include "record/store_parts.h"

#include <inttypes.h>

struct place store_place(const struct store *store)
{
    return place_of(str_of(store->path ? store->path : "the case"));
}

bool store_check_format(struct store *store, int64_t format, struct error *error)
{
    if (format < STORE_FORMAT_OLDEST || format > STORE_FORMAT)
        return error_at(error, UNSUPPORTED, store_place(store),
                        "the case file has format %" PRId64 "; this program reads formats %d to %d",
                        format, STORE_FORMAT_OLDEST, STORE_FORMAT);
    store->format = store->given_format = format;
    return true;
}
