// SPDX-License-Identifier: Apache-2.0
#include "frontier/alike_issues.h"

#include "base/list.h"

#include <stdlib.h>
#include <string.h>

struct numbered_issue {
    const struct diagram *diagram;
    uint32_t number;
};

static bool is_left_out(const struct diagram *diagram, uint32_t flat)
{
    return diagram->removed && diagram->removed[flat];
}

static int compare_values(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

// By the number of options, what is left out, and the scores; zero for issues that are alike.
static int compare_issues(const struct diagram *diagram, uint32_t a, uint32_t b)
{
    const struct scenario *scenario = diagram->scenario;
    const struct issue *left = &scenario->issues[a];
    const struct issue *right = &scenario->issues[b];
    if (left->option_count != right->option_count)
        return left->option_count < right->option_count ? -1 : 1;
    for (uint32_t o = 0; o < left->option_count; o++) {
        int order = is_left_out(diagram, left->first + o) - is_left_out(diagram, right->first + o);
        for (uint32_t p = 0; order == 0 && p < scenario->party_count; p++)
            order = compare_values(scenario->parties[p].scores[left->first + o],
                                   scenario->parties[p].scores[right->first + o]);
        if (order != 0)
            return order;
    }
    return 0;
}

static int by_content(const void *a, const void *b)
{
    const struct numbered_issue *left = a;
    const struct numbered_issue *right = b;
    int order = compare_issues(left->diagram, left->number, right->number);
    return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

// Whether an option gives every party at least what another does; of two that are equal the first does.
static bool beats(const struct scenario *scenario, const struct issue *issue, uint32_t option,
                  uint32_t other)
{
    bool is_equal = true;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t value = scenario->parties[p].scores[issue->first + option];
        int64_t least = scenario->parties[p].scores[issue->first + other];
        if (value < least)
            return false;
        is_equal = is_equal && value == least;
    }
    return !is_equal || option < other;
}

static bool is_wanted(const struct diagram *diagram, const struct issue *issue, uint32_t option)
{
    if (is_left_out(diagram, issue->first + option))
        return false;
    for (uint32_t other = 0; other < issue->option_count; other++)
        if (other != option && !is_left_out(diagram, issue->first + other) &&
            beats(diagram->scenario, issue, other, option))
            return false;
    return true;
}

struct choice_lists {
    struct list options; // uint32_t
    struct list values;  // int64_t, rows
};

static void add_choices(const struct diagram *diagram, const struct issue *issue,
                        struct choice_lists *lists)
{
    for (uint32_t o = 0; o < issue->option_count; o++) {
        if (!is_wanted(diagram, issue, o))
            continue;
        *LIST_ADD(&lists->options, uint32_t) = o;
        for (uint32_t p = 0; p < diagram->party_count; p++)
            *LIST_ADD(&lists->values, int64_t) =
                diagram->scenario->parties[p].scores[issue->first + o];
    }
}

static struct numbered_issue *sort_issues(const struct diagram *diagram, struct arena *arena)
{
    uint32_t count = diagram->level_count;
    struct numbered_issue *sorted = ARENA_ARRAY(arena, struct numbered_issue, count + 1);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (struct numbered_issue){diagram, i};
    qsort(sorted, count, sizeof *sorted, by_content);
    return sorted;
}

bool alike_issues_make(const struct diagram *diagram, struct arena *arena,
                       struct alike_issues *alike)
{
    if (diagram->clauses.count > 0)
        return false;
    uint32_t count = diagram->level_count;
    struct numbered_issue *sorted = sort_issues(diagram, arena);
    struct choice_lists lists = {LIST_MAKE(arena, uint32_t), LIST_MAKE(arena, int64_t)};
    uint32_t *group_of = ARENA_ARRAY(arena, uint32_t, count + 1);
    uint32_t *issue_counts = ARENA_ARRAY(arena, uint32_t, count + 1);
    uint32_t *first_choice = ARENA_ARRAY(arena, uint32_t, (size_t)count + 2);
    uint32_t groups = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || compare_issues(diagram, sorted[i - 1].number, sorted[i].number) != 0) {
            first_choice[groups++] = (uint32_t)lists.options.count;
            add_choices(diagram, &diagram->scenario->issues[sorted[i].number], &lists);
        }
        group_of[sorted[i].number] = groups - 1;
        issue_counts[groups - 1]++;
    }
    first_choice[groups] = (uint32_t)lists.options.count;
    *alike = (struct alike_issues){groups,
                                   (uint32_t)lists.options.count,
                                   diagram->party_count,
                                   group_of,
                                   issue_counts,
                                   first_choice,
                                   LIST_ITEMS(&lists.options, uint32_t),
                                   LIST_ITEMS(&lists.values, int64_t)};
    return true;
}

// Issue by issue the first option that is not used up yet.
uint32_t *alike_issues_outcome(const struct alike_issues *alike, const struct diagram *diagram,
                               const uint32_t *counts, struct arena *arena)
{
    struct arena *work = arena_open();
    uint32_t *left = ARENA_ARRAY(work, uint32_t, alike->choice_count + 1);
    uint32_t *by_issue = ARENA_ARRAY(work, uint32_t, diagram->level_count + 1);
    uint32_t *outcome = ARENA_ARRAY(arena, uint32_t, diagram->level_count + 1);
    memcpy(left, counts, alike->choice_count * sizeof *left);
    for (uint32_t i = 0; i < diagram->level_count; i++) {
        uint32_t choice = alike->first_choice[alike->group_of[i]];
        while (left[choice] == 0)
            choice++;
        left[choice]--;
        by_issue[i] = alike->options[choice];
    }
    for (uint32_t level = 0; level < diagram->level_count; level++)
        outcome[level] = by_issue[diagram->order[level]];
    arena_close(work);
    return outcome;
}
