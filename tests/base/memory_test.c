// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include "base/arena.h"
#include "base/budget.h"
#include "base/dumps.h"
#include "tap.h"

#include <pthread.h>
#include <setjmp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

struct caught {
    jmp_buf back;
    size_t bytes;
};

static void jump(void *context, size_t bytes)
{
    struct caught *caught = context;
    caught->bytes = bytes;
    longjmp(caught->back, 1);
}

TEST(a_host_hears_when_there_is_no_memory_left)
{
    struct caught caught = {.bytes = 0};
    struct arena *arena = arena_open();
    memory_on_exhausted(jump, &caught);
    if (setjmp(caught.back) == 0) {
        arena_take(arena, SIZE_MAX, 2);
        CHECK(false); // it jumps before
    }
    memory_on_exhausted(NULL, NULL);
    CHECK(caught.bytes == SIZE_MAX);
    arena_close(arena);
}

TEST(what_the_arenas_hold_is_counted)
{
    int64_t before = memory_held();
    struct arena *arena = arena_open();
    arena_take(arena, 1, 100000);
    CHECK(memory_held() >= before + 100000);
    struct arena_mark mark = arena_mark(arena);
    for (int i = 0; i < 100; i++)
        arena_take(arena, 1, 3000);
    arena_rewind(arena, mark);
    arena_take(arena, 1, 3000000);
    arena_close(arena);
    CHECK(memory_held() == before);
}

TEST(a_budget_ends_when_more_is_held_than_allowed)
{
    struct error error = {.code = ERROR_NONE};
    struct arena *arena = arena_open();
    arena_take(arena, 1, 3000000);
    struct budget budget = budget_unlimited();
    budget.memory_bytes = 2000000;
    CHECK(budget_check_room(&budget, &error)); // what was held before does not count
    CHECK(budget_spend(&budget, 1 << 20));
    arena_take(arena, 1, 3000000);
    CHECK(!budget_spend(&budget, 1 << 20));
    CHECK(!budget_check_room(&budget, &error));
    CHECK_INT(error.code, TOO_LARGE);
    CHECK(str_contains(str_of(error.message), STR("more than 1 MiB")));
    arena_close(arena);
    CHECK(budget_spend(&budget, 1 << 20));
}

static void *fill_arena(void *arena)
{
    arena_take(arena, 1, 3000000);
    return NULL;
}

TEST(a_budget_does_not_end_when_what_another_thread_took_is_given_back)
{
    pthread_t other;
    struct budget budget = budget_unlimited();
    struct arena *arena = arena_open();
    budget.memory_bytes = 2000000;
    REQUIRE(pthread_create(&other, NULL, fill_arena, arena) == 0);
    REQUIRE(pthread_join(other, NULL) == 0);
    int64_t before = memory_held();
    arena_close(arena);
    CHECK(memory_held() < before - 2000000);
    CHECK(budget_has_room(&budget));
    budget = budget_unlimited();
    budget.memory_bytes = 2000000;
    arena = arena_open();
    arena_take(arena, 1, 3000000);
    CHECK(!budget_has_room(&budget));
    arena_close(arena);
}

TEST(no_core_is_dumped)
{
    struct rlimit limit;
    dumps_off();
    CHECK(getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0);
    CHECK_INT(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}

TESTS(TAP_ENTRY(a_host_hears_when_there_is_no_memory_left),
      TAP_ENTRY(what_the_arenas_hold_is_counted),
      TAP_ENTRY(a_budget_ends_when_more_is_held_than_allowed),
      TAP_ENTRY(a_budget_does_not_end_when_what_another_thread_took_is_given_back),
      TAP_ENTRY(no_core_is_dumped))
