// SPDX-License-Identifier: Apache-2.0
// What was acknowledged is never lost: the process killed at any moment, the disk failing at any
// write, a write torn in half. 10,000 kills are the claim.
#include "disk.h"
#include "numbered.h"
#include "tap.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct error error;

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

static bool make_case(void)
{
    remove_case();
    return numbered_make(case_path(), &error);
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

static bool check_case(uint64_t *entries)
{
    return numbered_check(case_path(), entries, &error);
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
    if (!numbered_open(case_path(), vfs, &casefile, &wrong))
        _exit(1);
    for (uint64_t number = first;; number++)
        if (!numbered_append(casefile, number, &wrong) ||
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
        if (numbered_open(case_path(), vfs, &casefile, &wrong))
            while (numbered_append(casefile, acknowledged, &wrong))
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
            done = numbered_append(casefile, next, &wrong);
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
        if (numbered_open(case_path(), vfs, &casefile, &wrong))
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
        if (numbered_open(case_path(), vfs, &casefile, &wrong))
            done = numbered_append(casefile, writes, &wrong);
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
