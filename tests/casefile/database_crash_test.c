// SPDX-License-Identifier: Apache-2.0
// What was acknowledged is never lost, over a database: the program that writes killed at any moment, or
// one of the server's processes, or the whole server, while several write.
#include "case_place.h"
#include "numbered.h"
#include "tap.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 3, NUMBERS_MAX = 20000 };

static struct error error;

// What a writer was told of one act. Of an act that it was told nothing of, it knows no more than we.
struct told {
    uint64_t number;
    enum { ACT_DONE, ACT_UNKNOWN, ACT_REFUSED } outcome;
};

static bool is_skipped(void)
{
    if (case_place_is_database())
        return false;
    tap_skip("there is no database; tests/stores/postgresql.sh starts one");
    return true;
}

// Of a commit that got no answer the program says that it does not know.
static struct told told_of(uint64_t number, bool is_done, const struct error *wrong)
{
    struct told told = {number, is_done ? ACT_DONE : ACT_REFUSED};
    if (!is_done && strstr(wrong->message, "is not known"))
        told.outcome = ACT_UNKNOWN;
    return told;
}

static void tell(int to, const struct told *told, size_t count)
{
    ssize_t bytes = (ssize_t)(count * sizeof *told);
    if (write(to, told, (size_t)bytes) != bytes)
        _exit(1);
}

enum { GROUP_MAX = 5 };

// Enters some acts and waits for the disk once; of what came before a failure nobody knows.
static bool append_group(struct casefile *casefile, uint64_t *number, int to)
{
    struct told told[GROUP_MAX];
    struct error wrong;
    size_t count = 0;
    bool done = true;
    for (size_t size = 1 + *number % GROUP_MAX; done && count < size; count++, ++*number) {
        done = numbered_append(casefile, *number, &wrong);
        told[count] = told_of(*number, done, &wrong);
    }
    bool is_flushed = store_flush(casefile->store, &wrong);
    for (size_t i = 0; i < count && !is_flushed; i++)
        told[i].outcome = told[i].outcome == ACT_DONE ? ACT_UNKNOWN : told[i].outcome;
    tell(to, told, count);
    return is_flushed && done;
}

static bool append_one(struct casefile *casefile, uint64_t *number, int to)
{
    struct error wrong;
    bool done = numbered_append(casefile, *number, &wrong);
    struct told told = told_of((*number)++, done, &wrong);
    tell(to, &told, 1);
    return done;
}

// Appends until it is killed, and comes back to a server that went away: with the handle that it had, or a
// new one.
static void append_for_ever(const char *place, int to, uint64_t first, size_t habit)
{
    bool groups = habit != 1;
    bool keeps = habit == 2;
    struct casefile *casefile = NULL;
    struct error wrong;
    for (uint64_t number = first;;) {
        while (!casefile && (!numbered_open(place, NULL, &casefile, &wrong) ||
                             (groups && !store_hold(casefile->store, &wrong)))) {
            casefile_close(casefile);
            casefile = NULL;
            usleep(5000);
        }
        if (groups ? append_group(casefile, &number, to) : append_one(casefile, &number, to))
            continue;
        usleep(5000);
        if (keeps)
            continue;
        casefile_close(casefile);
        casefile = NULL;
    }
}

// Several that write, each with numbers of its own, and what they were told.
struct writers {
    pid_t children[WRITERS];
    int from[WRITERS];
    uint64_t next[WRITERS]; // the number behind the last that it told of
};

static uint64_t first_of(size_t writer)
{
    return writer * NUMBERS_MAX;
}

static bool start_writer(struct writers *writers, size_t i, const char *place)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    fflush(stdout);
    writers->from[i] = ends[0];
    writers->children[i] = fork();
    if (writers->children[i] == 0) {
        close(ends[0]);
        append_for_ever(place, ends[1], writers->next[i], i);
    }
    close(ends[1]);
    return writers->children[i] > 0;
}

// On a busy machine most writers would be killed before they come to write.
static void wait_for_act(const struct writers *writers, size_t i)
{
    struct pollfd told = {.fd = writers->from[i], .events = POLLIN};
    (void)poll(&told, 1, 5000);
}

// outcomes[number]: -1 where nobody was told anything.
static void stop_writer(struct writers *writers, size_t i, signed char *outcomes)
{
    struct told told;
    if (writers->children[i] > 0)
        kill(writers->children[i], SIGKILL);
    waitpid(writers->children[i], NULL, 0);
    while (read(writers->from[i], &told, sizeof told) == sizeof told) {
        outcomes[told.number] = (signed char)told.outcome;
        writers->next[i] = told.number + 1;
    }
    // Those on their way when it was killed may be there; their numbers are not used again.
    writers->next[i] += GROUP_MAX;
    close(writers->from[i]);
}

static signed char *no_outcomes(void)
{
    signed char *outcomes = ARENA_ARRAY(tap_arena(), signed char, WRITERS *NUMBERS_MAX);
    memset(outcomes, -1, WRITERS * NUMBERS_MAX);
    return outcomes;
}

// How many acts had which outcome, and how many were entered of which nobody heard.
struct heard {
    size_t of[3];
    size_t lost_answers;
};

static void say_heard(const char *what, size_t count, const struct heard *heard)
{
    printf("# %zu %s: %zu acts acknowledged, %zu unknown, %zu refused; %zu entered of which nobody "
           "heard\n",
           count, what, heard->of[ACT_DONE], heard->of[ACT_UNKNOWN], heard->of[ACT_REFUSED],
           heard->lost_answers);
}

// All that was acknowledged is there, nothing that was refused, and each entry is whole.
static bool check_outcomes(const char *place, const signed char *outcomes, struct heard *heard)
{
    uint64_t entries;
    if (!numbered_check(place, &entries, &error))
        return tap_done(false, &error, __FILE__, __LINE__);
    const char *sql = arena_print(tap_arena(),
                                  "SELECT substr(id, 2)::int8 FROM \"%s\".state WHERE kind='note' "
                                  "ORDER BY 1",
                                  case_place_schema(place))
                          .bytes;
    bool *is_there = ARENA_ARRAY(tap_arena(), bool, WRITERS *NUMBERS_MAX);
    uint64_t count = 0;
    for (const char *line = case_place_ask(NULL, sql); *line; line = strchr(line, '\n') + 1) {
        is_there[strtoull(line, NULL, 10)] = true;
        count++;
    }
    bool is_right = tap_check_int((int64_t)entries, (int64_t)count, __FILE__, __LINE__, "entries");
    for (size_t number = 0; number < WRITERS * NUMBERS_MAX; number++) {
        is_right = is_right && (is_there[number] || outcomes[number] != ACT_DONE) &&
                   (!is_there[number] || outcomes[number] != ACT_REFUSED);
        heard->lost_answers += is_there[number] && outcomes[number] != ACT_DONE;
        if (outcomes[number] >= 0)
            heard->of[outcomes[number]]++;
    }
    return is_right;
}

// A new case with writers at work.
static bool start(struct writers *writers, const char *place)
{
    *writers = (struct writers){.children = {0}};
    case_place_clear(place);
    if (!tap_done(numbered_make(place, &error), &error, __FILE__, __LINE__))
        return false;
    bool done = true;
    for (size_t i = 0; i < WRITERS; i++) {
        writers->next[i] = first_of(i);
        done = start_writer(writers, i, place) && done;
    }
    return done;
}

TEST(a_writer_that_is_killed_loses_nothing_acknowledged)
{
    if (is_skipped())
        return;
    enum { KILLS_A_CASE = 30 }; // checking grows with the case
    struct tap_random random = {42};
    const char *place = case_place("killed");
    size_t rounds = tap_size(60, 10000) / KILLS_A_CASE + 1;
    struct heard heard = {.lost_answers = 0};
    for (size_t round = 0; round < rounds; round++) {
        struct writers writers;
        signed char *outcomes = no_outcomes();
        REQUIRE(start(&writers, place));
        for (size_t i = 0; i < KILLS_A_CASE; i++) {
            size_t victim = tap_random_below(&random, WRITERS);
            if (i % 4 > 0)
                wait_for_act(&writers, victim);
            usleep(tap_random_below(&random, 15000));
            stop_writer(&writers, victim, outcomes);
            REQUIRE(start_writer(&writers, victim, place));
        }
        for (size_t i = 0; i < WRITERS; i++)
            stop_writer(&writers, i, outcomes);
        REQUIRE(check_outcomes(place, outcomes, &heard));
    }
    CHECK(heard.of[ACT_DONE] > rounds * KILLS_A_CASE / 2);
    say_heard("kills", rounds * KILLS_A_CASE, &heard);
    case_place_clear(place);
}

// The server's own processes, by the script that the tests' server comes with.
static bool control(const char *what)
{
    const char *script = getenv("ENTENTE_DATABASE_CONTROL");
    return script && system(arena_print(tap_arena(), "%s %s", script, what).bytes) ==
                         0; // NOLINT(cert-env33-c)
}

TEST(a_server_that_dies_under_its_writers_loses_nothing_acknowledged)
{
    if (is_skipped())
        return;
    enum { DEATHS_A_CASE = 12 };
    static const char *const deaths[] = {"kill-one", "stop-at-once", "kill-one", "kill-all"};
    struct tap_random random = {43};
    const char *place = case_place("survives");
    size_t count = tap_size(6, 500);
    struct heard heard = {.lost_answers = 0};
    for (size_t death = 0; death < count;) {
        struct writers writers;
        signed char *outcomes = no_outcomes();
        REQUIRE(start(&writers, place));
        for (size_t i = 0; i < DEATHS_A_CASE && death < count; i++, death++) {
            wait_for_act(&writers, death % WRITERS);
            usleep(20000 + tap_random_below(&random, 100000));
            CHECK(control(deaths[death % 4]));
        }
        usleep(100000);
        for (size_t i = 0; i < WRITERS; i++)
            stop_writer(&writers, i, outcomes);
        REQUIRE(check_outcomes(place, outcomes, &heard));
    }
    CHECK(heard.of[ACT_DONE] > count);
    say_heard("deaths of the server", count, &heard);
    case_place_clear(place);
}

TEST(what_was_held_when_the_server_died_is_not_called_safe_by_what_comes_after)
{
    if (is_skipped())
        return;
    const char *place = case_place("held");
    struct casefile *casefile = NULL;
    case_place_clear(place);
    bool done = numbered_make(place, &error) && numbered_open(place, NULL, &casefile, &error) &&
                store_hold(casefile->store, &error) && numbered_append(casefile, 1, &error);
    REQUIRE(tap_done(done, &error, __FILE__, __LINE__));
    if (!casefile)
        return;
    CHECK(control("stop-at-once"));
    (void)!numbered_append(casefile, 2, &error); // it waits for the same flush, or was refused
    CHECK(!store_flush(casefile->store, &error));
    CHECK(strstr(error.message, "is not known") || strstr(error.message, "was not entered"));
    CHECK(numbered_append(casefile, 3, &error));
    CHECK(store_flush(casefile->store, &error));
    casefile_close(casefile);
    case_place_clear(place);
}

TESTS(TAP_ENTRY(a_writer_that_is_killed_loses_nothing_acknowledged),
      TAP_ENTRY(a_server_that_dies_under_its_writers_loses_nothing_acknowledged),
      TAP_ENTRY(what_was_held_when_the_server_died_is_not_called_safe_by_what_comes_after))
