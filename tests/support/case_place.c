// SPDX-License-Identifier: Apache-2.0
#include "case_place.h"

#include "base/database_address.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static const char *database(void)
{
    const char *address = getenv("ENTENTE_DATABASE");
    return address && *address ? address : NULL;
}

bool case_place_is_database(void)
{
    return database() != NULL;
}

const char *case_place(const char *name)
{
    if (!database())
        return arena_print(tap_arena(), "%s/%s.entente", tap_folder(), name).bytes;
    struct str address = str_of(database());
    size_t options = str_find_byte(address, '?');
    return arena_print(tap_arena(), "%.*s/%d-%s%.*s", STR_ARGS(str_slice(address, 0, options)),
                       (int)getpid(), name, STR_ARGS(str_skip(address, options)))
        .bytes;
}

const char *case_place_schema(const char *place)
{
    struct database_address parts = {.name = STR("")};
    if (!database_address_read(place, &parts))
        abort();
    return arena_print(tap_arena(), "case_%.*s", STR_ARGS(parts.name)).bytes;
}

void case_place_clear(const char *place)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    if (is_database_address(place)) {
        case_place_ask(NULL, arena_print(tap_arena(), "DROP SCHEMA IF EXISTS \"%s\" CASCADE",
                                         case_place_schema(place))
                                 .bytes);
        return;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        unlink(arena_print(tap_arena(), "%s%s", place, endings[i]).bytes);
}
