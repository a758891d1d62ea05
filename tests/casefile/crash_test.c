// SPDX-License-Identifier: Apache-2.0
// What was acknowledged is never lost: the process killed at any moment, the disk failing at any
// write, a write torn in half. 10,000 kills are the claim.
#include "casefile/casefile.h"
#include "record/audit.h"

#include "disk.h"
#include "tap.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct error error;
static const struct casefile_view all = {.viewer = {NULL, 0}};

static void remove_folder(void)
{
    rmdir(tap_folder());
}

// A folder of its own for each test program; emptied by itself.
static const char *case_path(void)
{
    static char path[300];
    if (!path[0]) {
        snprintf(path, sizeof path, "%s/t.entente", tap_folder());
        atexit(remove_folder);
    }
    return path;
}

static void remove_case(void)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        unlink(
            arena_c_string(tap_arena(), arena_print(tap_arena(), "%s%s", case_path(), endings[i])));
}

static bool append(struct casefile *casefile, uint64_t number, struct error *wrong)
{
    unsigned char seed[CHANCE_SEED_BYTES] = {1};
    memcpy(seed + 8, &number, sizeof number);
    struct chance chance = chance_make(seed);
    if (!casefile_begin(casefile, wrong))
        return false;
    struct arena *arena = casefile->arena;
    struct act act = act_make("enter", arena);
    struct json_object object = json_object_make(arena);
    act.now = STR("2025-12-20T10:00:00Z");
    json_object_set(&object, STR("text"), json_of_int(arena, (int64_t)number));
    act_add(&act, "note", arena_print(arena, "n%llu", (unsigned long long)number),
            json_object_done(&object, arena));
    const struct json *file;
    if (casefile_add_file(casefile, &act, STR("f"),
                          arena_print(arena, "file %llu", (unsigned long long)number), &chance,
                          &file, wrong) &&
        casefile_append(casefile, &act, &chance, NULL, wrong) && casefile_commit(casefile, wrong))
        return true;
    casefile_rollback(casefile);
    return false;
}

static bool make_case(void)
{
    struct casefile *casefile;
    remove_case();
    if (!casefile_create(case_path(), NULL, STR("t"), &casefile, &error))
        return false;
    bool done = casefile_publish(casefile, &error);
    casefile_close(casefile);
    return done;
}

// The case as a program that knew only format 1 would have left it.
static bool make_old(void)
{
    sqlite3 *database = NULL;
    bool done =
        sqlite3_open(case_path(), &database) == SQLITE_OK &&
        sqlite3_exec(database, "PRAGMA user_version=1; DELETE FROM meta WHERE name='checkpoints'",
                     NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

// The case opens, its record is right, its state too; gives the number of entries.
static bool check_case(uint64_t *entries)
{
    struct casefile *casefile;
    struct audit audit;
    struct head_row head;
    struct str wrong;
    bool is_settled = false;
    if (!casefile_open(case_path(), (struct store_options){STORE_READ, NULL}, &all, &casefile,
                       &error))
        return false;
    bool done = audit_run(&casefile->record, NULL, tap_arena(), &audit, &error) &&
                casefile_is_settled(casefile, &is_settled, &wrong, &error) &&
                store_check_pages(casefile->store, &error) &&
                store_head(casefile->store, STR("all"), &head, &error);
    if (done && (audit.findings.count > 0 || !is_settled))
        done = error_set(&error, TAMPERED, "the record or the state is wrong");
    *entries = done ? head.size : 0;
    casefile_close(casefile);
    return done;
}

static size_t trials(void)
{
    return tap_size(80, 10000);
}

// Appends until it is killed; each number goes into the pipe once the disk has the entry.
static void append_for_ever(const char *vfs, int acknowledge, uint64_t first)
{
    struct casefile *casefile;
    struct error wrong;
    if (!casefile_open(case_path(), (struct store_options){STORE_WRITE, vfs}, &all, &casefile,
                       &wrong))
        _exit(1);
    for (uint64_t number = first;; number++)
        if (!append(casefile, number, &wrong) ||
            write(acknowledge, &number, sizeof number) != sizeof number)
            _exit(1);
}

static uint64_t read_acknowledged(int from, uint64_t before)
{
    uint64_t last = before;
    uint64_t number;
    while (read(from, &number, sizeof number) == sizeof number)
        last = number + 1;
    return last;
}

TEST(a_kill_at_any_moment_loses_nothing_acknowledged)
{
    struct tap_random random = {42};
    uint64_t acknowledged = 0;
    uint64_t entries = 0;
    REQUIRE_DONE(make_case(), &error);
    for (size_t trial = 0; trial < trials(); trial++) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        fflush(stdout);
        pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            append_for_ever(NULL, ends[1], entries);
        }
        close(ends[1]);
        usleep(tap_random_below(&random, 12000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        acknowledged = read_acknowledged(ends[0], entries);
        close(ends[0]);
        REQUIRE_DONE(check_case(&entries), &error);
        REQUIRE(entries >= acknowledged);
        // At most the one entry on its way may be there without having been acknowledged.
        REQUIRE(entries <= acknowledged + 1);
        if (entries > 400) { // checking grows with the case; start a new one
            REQUIRE_DONE(make_case(), &error);
            entries = 0;
        }
    }
    printf("# %zu kills\n", trials());
    remove_case();
}

// How many writes are let through: mostly so many that the end comes inside one of the first acts,
// sometimes inside what a whole journal brings back into the file.
static size_t some_writes(struct tap_random *random)
{
    return (size_t)tap_random_below(random, tap_random_below(random, 8) == 0 ? 1500 : 60);
}

// The case is gone on with while it is small; older formats are left behind on the way.
static bool next_case(uint64_t *entries, struct tap_random *random)
{
    if (*entries > 0 && *entries < 300)
        return true;
    *entries = 0;
    return make_case() && (tap_random_below(random, 2) == 0 || make_old());
}

TEST(a_kill_inside_a_commit_loses_nothing_acknowledged)
{
    const char *vfs = disk_register();
    struct tap_random random = {7};
    uint64_t entries = 0;
    size_t count = tap_size(150, 10000);
    disk_fail_after(DISK_WORKS, 0);
    for (size_t trial = 0; trial < count; trial++) {
        int ends[2];
        REQUIRE(next_case(&entries, &random) && pipe(ends) == 0);
        fflush(stdout);
        size_t writes = some_writes(&random);
        pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            close(ends[0]);
            disk_fail_after(DISK_KILL, writes);
            append_for_ever(vfs, ends[1], entries);
        }
        close(ends[1]);
        int status = 0;
        uint64_t acknowledged = read_acknowledged(ends[0], entries);
        waitpid(child, &status, 0);
        close(ends[0]);
        CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        REQUIRE_DONE(check_case(&entries), &error);
        REQUIRE(entries >= acknowledged && entries <= acknowledged + 1);
    }
    printf("# %zu kills inside writes and syncs\n", count);
    remove_case();
}

static uint64_t draw(void *source)
{
    return tap_random_below(source, UINT32_MAX);
}

TEST(power_that_goes_loses_nothing_acknowledged_whatever_order_writes_took)
{
    const char *vfs = disk_register();
    struct tap_random random = {11};
    uint64_t entries = 0;
    size_t count = tap_size(150, 10000);
    for (size_t trial = 0; trial < count; trial++) {
        struct casefile *casefile = NULL;
        struct error wrong;
        disk_fail_after(DISK_WORKS, 0);
        REQUIRE(next_case(&entries, &random));
        uint64_t acknowledged = entries;
        disk_fail_after(DISK_POWER, some_writes(&random));
        if (casefile_open(case_path(), (struct store_options){STORE_WRITE, vfs}, &all, &casefile,
                          &wrong))
            while (append(casefile, acknowledged, &wrong))
                acknowledged++;
        CHECK(disk_has_failed());
        casefile_close(casefile);
        disk_lose_power(draw, &random);
        unlink(arena_c_string(tap_arena(), arena_print(tap_arena(), "%s-shm", case_path())));
        disk_fail_after(DISK_WORKS, 0);
        REQUIRE_DONE(check_case(&entries), &error);
        REQUIRE(entries >= acknowledged && entries <= acknowledged + 1);
    }
    printf("# power gone %zu times\n", count);
    remove_case();
}

// Appends in groups that one wait makes sure of, until the disk fails; gives how many are sure of, and how
// many were begun.
static uint64_t append_groups(struct casefile *casefile, struct tap_random *random, uint64_t first,
                              uint64_t *begun)
{
    struct error wrong;
    uint64_t sure = first;
    uint64_t next = first;
    bool done = store_hold(casefile->store, &wrong);
    while (done) {
        uint64_t group = 1 + tap_random_below(random, 6);
        for (uint64_t i = 0; done && i < group; i++) {
            done = append(casefile, next, &wrong);
            next++;
        }
        done = done && store_flush(casefile->store, &wrong);
        sure = done ? next : sure;
    }
    *begun = next;
    return sure;
}

TEST(power_that_goes_takes_of_acts_that_share_a_wait_the_newest_and_none_that_was_waited_for)
{
    const char *vfs = disk_register();
    struct tap_random random = {12};
    uint64_t entries = 0;
    uint64_t taken = 0;
    size_t count = tap_size(150, 10000);
    for (size_t trial = 0; trial < count; trial++) {
        struct casefile *casefile = NULL;
        struct error wrong;
        disk_fail_after(DISK_WORKS, 0);
        REQUIRE(next_case(&entries, &random));
        uint64_t sure = entries;
        uint64_t begun = entries;
        disk_fail_after(DISK_POWER, some_writes(&random));
        if (casefile_open(case_path(), (struct store_options){STORE_WRITE, vfs}, &all, &casefile,
                          &wrong))
            sure = append_groups(casefile, &random, entries, &begun);
        CHECK(disk_has_failed());
        casefile_close(casefile);
        disk_lose_power(draw, &random);
        unlink(arena_c_string(tap_arena(), arena_print(tap_arena(), "%s-shm", case_path())));
        disk_fail_after(DISK_WORKS, 0);
        REQUIRE_DONE(check_case(&entries), &error);
        REQUIRE(entries >= sure && entries <= begun);
        taken += begun - entries;
    }
    // Did commits wait after all, at most one would be gone each time.
    printf("# power gone %zu times, %llu acts that nobody was told of went with it\n", count,
           (unsigned long long)taken);
    CHECK(taken > count);
    remove_case();
}

// Runs one append on a disk that fails at its n-th write, for every n until it works. After each
// failure the case must be as it was, or have the entry whole.
static void fail_everywhere(enum disk_failure how)
{
    const char *vfs = disk_register();
    uint64_t entries = 0;
    uint64_t before = 0;
    size_t failures = 0;
    disk_fail_after(DISK_WORKS, 0);
    REQUIRE_DONE(make_case(), &error);
    for (size_t writes = 0; writes < 500; writes++) {
        struct casefile *casefile = NULL;
        struct error wrong;
        bool done = false;
        disk_fail_after(how, writes);
        if (casefile_open(case_path(), (struct store_options){STORE_WRITE, vfs}, &all, &casefile,
                          &wrong))
            done = append(casefile, writes, &wrong);
        bool has_failed = disk_has_failed();
        casefile_close(casefile);
        disk_fail_after(DISK_WORKS, 0);
        REQUIRE_DONE(check_case(&entries), &error);
        CHECK(entries == before + 1 || (!done && entries == before));
        before = entries;
        failures += has_failed;
        if (!has_failed && done && writes > 40)
            break;
    }
    printf("# failed at %zu different writes\n", failures);
    CHECK(failures > 3);
    remove_case();
}

TEST(an_error_at_any_write_changes_all_or_nothing)
{
    fail_everywhere(DISK_ERROR);
}

TEST(a_full_disk_at_any_write_changes_all_or_nothing)
{
    fail_everywhere(DISK_FULL);
}

TEST(a_torn_write_at_any_place_changes_all_or_nothing)
{
    fail_everywhere(DISK_TORN);
}

TEST(a_new_case_appears_whole_or_not_at_all)
{
    const char *vfs = disk_register();
    size_t failures = 0;
    for (size_t writes = 0; writes < 200; writes++) {
        struct casefile *casefile = NULL;
        struct error wrong;
        remove_case();
        disk_fail_after(DISK_ERROR, writes);
        bool done = casefile_create(case_path(), vfs, STR("t"), &casefile, &wrong) &&
                    casefile_publish(casefile, &wrong);
        bool has_failed = disk_has_failed();
        casefile_close(casefile);
        disk_fail_after(DISK_WORKS, 0);
        bool is_there = access(case_path(), F_OK) == 0;
        uint64_t entries;
        CHECK(is_there || !done);
        if (is_there)
            REQUIRE_DONE(check_case(&entries), &error);
        failures += has_failed;
        if (!has_failed)
            break;
    }
    printf("# failed at %zu different writes\n", failures);
    CHECK(failures > 5);
    remove_case();
}

TESTS(TAP_ENTRY(a_kill_at_any_moment_loses_nothing_acknowledged),
      TAP_ENTRY(a_kill_inside_a_commit_loses_nothing_acknowledged),
      TAP_ENTRY(power_that_goes_loses_nothing_acknowledged_whatever_order_writes_took),
      TAP_ENTRY(
          power_that_goes_takes_of_acts_that_share_a_wait_the_newest_and_none_that_was_waited_for),
      TAP_ENTRY(an_error_at_any_write_changes_all_or_nothing),
      TAP_ENTRY(a_full_disk_at_any_write_changes_all_or_nothing),
      TAP_ENTRY(a_torn_write_at_any_place_changes_all_or_nothing),
      TAP_ENTRY(a_new_case_appears_whole_or_not_at_all))
