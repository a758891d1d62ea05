// SPDX-License-Identifier: Apache-2.0
// The second net: who asks the database directly, with a role that has been given some logs to read, gets the
// same rows of two cases that differ only in what is kept from that role.
#include "case_place.h"
#include "private_pair.h"
#include "tap.h"

#include "base/builder.h"

#include <stdio.h>
#include <string.h>

static const char *const tables[] = {"meta", "entry", "head", "attachment", "checkpoint", "state"};

static const char *schema_of(const char *place)
{
    return arena_print(tap_arena(), "\"%s\"", case_place_schema(place)).bytes;
}

// Lets three logins in: one reads what is open, one party A's log too, one has no right in the case.
static bool let_in(const char *place)
{
    const char *schema = schema_of(place);
    const char *name = case_place_schema(place);
    struct str sql = arena_print(
        tap_arena(),
        "DROP ROLE IF EXISTS net_reader, net_party, net_stranger, \"%s party:A\", \"%s party:B\";"
        "CREATE ROLE net_reader LOGIN; CREATE ROLE net_party LOGIN; CREATE ROLE net_stranger LOGIN;"
        "CREATE ROLE \"%s party:A\"; CREATE ROLE \"%s party:B\"; GRANT \"%s party:A\" TO net_party;"
        "GRANT USAGE ON SCHEMA %s TO net_reader, net_party;"
        "GRANT SELECT ON ALL TABLES IN SCHEMA %s TO net_reader, net_party",
        name, name, name, name, name, schema, schema);
    return strcmp(case_place_ask(NULL, sql.bytes), "") == 0;
}

static void clear(const char *place)
{
    const char *name = case_place_schema(place);
    case_place_clear(place);
    case_place_ask(NULL, arena_print(tap_arena(),
                                     "DROP ROLE IF EXISTS net_reader, net_party, net_stranger, "
                                     "\"%s party:A\", \"%s party:B\"",
                                     name, name)
                             .bytes);
}

// All that a role can read of the case's rows, and what it may count.
static struct str rows_seen(const char *role, const char *place)
{
    struct builder seen = builder_make(tap_arena());
    const char *schema = schema_of(place);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct str all =
            arena_print(tap_arena(), "SELECT * FROM %s.%s t ORDER BY t", schema, tables[i]);
        struct str count =
            arena_print(tap_arena(), "SELECT count(*) FROM %s.%s", schema, tables[i]);
        builder_print(&seen, "--- %s\n%s%s", tables[i], case_place_ask(role, count.bytes),
                      case_place_ask(role, all.bytes));
    }
    return builder_str(&seen);
}

TEST(a_direct_session_sees_the_same_rows_whatever_is_kept_from_it)
{
    static const char *const roles[] = {"net_reader", "net_party", "net_stranger"};
    enum { ROLES = sizeof roles / sizeof *roles };
    if (!case_place_is_database()) {
        tap_skip("there is no database; tests/stores/postgresql.sh starts one");
        return;
    }
    const char *place = case_place("netted");
    size_t count = tap_size(4, 1000);
    size_t differing = 0; // pairs of which the owner sees that they differ
    size_t with_own = 0;  // in which party A has a log of its own
    for (uint64_t trial = 0; trial < count; trial++) {
        struct str seen[ROLES + 1][2];
        for (uint64_t i = 0; i < 2; i++) {
            REQUIRE(private_pair_make(place, trial, 1000 * trial + i, (struct str){NULL, 0}));
            REQUIRE(private_pair_talk(place, trial, 1000 * trial + i));
            REQUIRE(let_in(place));
            for (size_t role = 0; role < ROLES; role++)
                seen[role][i] = rows_seen(roles[role], place);
            seen[ROLES][i] = rows_seen(NULL, place);
            clear(place);
        }
        for (size_t role = 0; role < ROLES; role++)
            REQUIRE(str_equal(seen[role][0], seen[role][1]));
        with_own += str_contains(seen[1][0], STR("\nparty:A\t"));
        CHECK(!str_contains(seen[1][0], STR("\nparty:B\t")));
        CHECK(!str_contains(seen[0][0], STR("\nparty:A\t")));
        CHECK(str_contains(seen[0][0], STR("\nall\t")));
        CHECK(!str_contains(seen[2][0], STR("\nall\t")));
        differing += !str_equal(seen[ROLES][0], seen[ROLES][1]);
    }
    CHECK(2 * differing >= count && 2 * with_own >= count);
    printf("# %zu pairs, %zu differ for their owner, none for the others\n", count, differing);
}

TESTS(TAP_ENTRY(a_direct_session_sees_the_same_rows_whatever_is_kept_from_it))
