// SPDX-License-Identifier: Apache-2.0
#include "merge/diff.h"
#include "tap.h"

#include <string.h>

static struct list edits_of(struct ids base, struct ids draft, uint32_t boundary)
{
    struct list edits = LIST_MAKE(tap_arena(), struct edit);
    struct anchors anchors = diff_anchors(diff_index(base, tap_arena()), base, draft, tap_arena());
    diff_ids(base, draft, &anchors, boundary, &edits);
    return edits;
}

// The plain twin: length of the longest common subsequence by the textbook table.
static uint32_t common_length(struct ids a, struct ids b, struct arena *arena)
{
    uint32_t *row = ARENA_ARRAY(arena, uint32_t, b.count + 1);
    for (uint32_t i = 0; i < a.count; i++) {
        uint32_t diagonal = 0;
        for (uint32_t j = 0; j < b.count; j++) {
            uint32_t above = row[j + 1];
            if (a.items[i] == b.items[j])
                row[j + 1] = diagonal + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    return row[b.count];
}

static struct ids random_row(struct tap_random *random, uint32_t count, uint32_t letters)
{
    uint32_t *items = ARENA_ARRAY(tap_arena(), uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        items[i] = tap_random_below(random, letters);
    return (struct ids){items, count};
}

// Copies `row` with about one change in `every` numbers.
static struct ids changed_row(struct tap_random *random, struct ids row, uint32_t every)
{
    uint32_t *items = ARENA_ARRAY(tap_arena(), uint32_t, row.count * 2 + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < row.count; i++) {
        uint32_t dice = tap_random_below(random, every * 3);
        if (dice == 0)
            continue;
        items[count++] = dice == 1 ? 1000000 + tap_random_below(random, 50) : row.items[i];
        if (dice == 2)
            items[count++] = 2000000 + tap_random_below(random, 50);
    }
    return (struct ids){items, count};
}

// Applies the edits to base and compares with draft; gives the numbers deleted and inserted.
static bool applies(struct ids base, struct ids draft, const struct list *edits, uint32_t *changed)
{
    uint32_t base_at = 0;
    uint32_t draft_at = 0;
    *changed = 0;
    for (size_t i = 0; i <= edits->count; i++) {
        struct edit end = {base.count, base.count, draft.count, draft.count};
        struct edit edit = i < edits->count ? *LIST_AT(edits, struct edit, i) : end;
        if (edit.base_from - base_at != edit.draft_from - draft_at ||
            memcmp(base.items + base_at, draft.items + draft_at,
                   (edit.base_from - base_at) * sizeof *base.items) != 0)
            return false;
        if (i > 0 && i < edits->count && edit.base_from == base_at)
            return false; // touching edits should be one
        *changed += edit.base_to - edit.base_from + edit.draft_to - edit.draft_from;
        base_at = edit.base_to;
        draft_at = edit.draft_to;
    }
    return true;
}

TEST(small_rows_get_the_fewest_changes)
{
    struct tap_random random = {1};
    for (int round = 0; round < 3000; round++) {
        struct ids base = random_row(&random, tap_random_below(&random, 40), 5);
        struct ids draft = random_row(&random, tap_random_below(&random, 40), 5);
        struct list edits = edits_of(base, draft, 0);
        uint32_t changed;
        REQUIRE(applies(base, draft, &edits, &changed));
        uint32_t common = common_length(base, draft, tap_arena());
        REQUIRE(changed == base.count + draft.count - 2 * common);
    }
}

TEST(large_rows_with_few_changes_get_nearly_the_fewest)
{
    struct tap_random random = {2};
    for (int round = 0; round < 20; round++) {
        struct ids base = random_row(&random, 3000, 400);
        struct ids draft = changed_row(&random, base, 10);
        struct list edits = edits_of(base, draft, 7);
        uint32_t changed;
        REQUIRE(applies(base, draft, &edits, &changed));
        uint32_t fewest = base.count + draft.count - 2 * common_length(base, draft, tap_arena());
        CHECK(changed <= fewest + fewest / 50);
    }
}

TEST(a_total_rewrite_still_applies)
{
    struct tap_random random = {3};
    struct ids base = random_row(&random, 30000, 300);
    struct ids draft = random_row(&random, 29000, 300);
    struct list edits = edits_of(base, draft, 7);
    uint32_t changed;
    CHECK(applies(base, draft, &edits, &changed));
}

TEST(a_displaced_stretch_is_found)
{
    uint32_t base[60];
    uint32_t draft[60];
    for (uint32_t i = 0; i < 60; i++)
        base[i] = i;
    for (uint32_t i = 0; i < 60; i++) // 40..49 moved before 10
        draft[i] = i < 10 ? i : i < 20 ? i + 30 : i < 50 ? i - 10 : i;
    struct ids row = {base, 60};
    struct anchors anchors =
        diff_anchors(diff_index(row, tap_arena()), row, (struct ids){draft, 60}, tap_arena());
    uint32_t displaced = 0;
    for (size_t i = 0; i < anchors.count; i++) {
        if (anchors.chained[i])
            continue;
        displaced++;
        CHECK_INT(anchors.matches[i].base, 40);
        CHECK_INT(anchors.matches[i].draft, 10);
        CHECK_INT(anchors.matches[i].count, 10);
    }
    CHECK_INT(displaced, 1);
}

TESTS(TAP_ENTRY(small_rows_get_the_fewest_changes),
      TAP_ENTRY(large_rows_with_few_changes_get_nearly_the_fewest),
      TAP_ENTRY(a_total_rewrite_still_applies), TAP_ENTRY(a_displaced_stretch_is_found))
