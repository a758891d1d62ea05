// SPDX-License-Identifier: Apache-2.0
// A twin with hidden whole scores answers; what is then called sure must be what these scores say.
#include "tap.h"

#include "bargain/verify.h"
#include "uncertain_values/interview.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define ISSUES_MOST 6
#define REPLIES_MOST 600

// A scenario, one party's hidden scores, and what it has replied.
struct scene {
    struct arena *arena;
    struct issue issues[ISSUES_MOST];
    struct scenario_party parties[3];
    struct rule rules[2];
    struct choice forbidden[2][2];
    struct scenario scenario;
    int64_t hidden[64];
    int64_t reserve;
    struct replied replies[REPLIES_MOST];
    struct interview interview;
};

static void make_issues(struct scene *scene, struct tap_random *random, uint32_t issues,
                        uint32_t options)
{
    struct str *names = ARENA_ARRAY(scene->arena, struct str, 5);
    uint32_t total = 0;
    for (uint32_t o = 0; o < 5; o++)
        names[o] = arena_print(scene->arena, "%u", o);
    for (uint32_t i = 0; i < issues; i++) {
        uint32_t count = options ? options : 2 + tap_random_below(random, 3);
        scene->issues[i] = (struct issue){names[i % 5], names, count, total};
        total += count;
    }
    scene->scenario.issues = scene->issues;
    scene->scenario.issue_count = issues;
    scene->scenario.option_total = total;
}

static void make_parties(struct scene *scene, struct tap_random *random, uint32_t most)
{
    for (uint32_t p = 0; p < 3; p++) {
        int64_t *scores = ARENA_ARRAY(scene->arena, int64_t, scene->scenario.option_total);
        for (uint32_t o = 0; o < scene->scenario.option_total; o++)
            scores[o] = tap_random_below(random, most + 1);
        scene->parties[p] = (struct scenario_party){.name = STR("p"), .scores = scores};
    }
    memcpy(scene->hidden, scene->parties[0].scores,
           scene->scenario.option_total * sizeof *scene->hidden);
    scene->scenario.parties = scene->parties;
    scene->scenario.party_count = 3;
    scene->scenario.scale = 1;
}

// issues with `options` options, 0: two to four each; scores up to `most`.
static struct scene *make_scene(struct tap_random *random, uint32_t issues, uint32_t options,
                                uint32_t most, bool has_rules)
{
    struct arena *arena = arena_open();
    struct scene *scene = ARENA_NEW(arena, struct scene);
    scene->arena = arena;
    make_issues(scene, random, issues, options);
    make_parties(scene, random, most);
    for (uint32_t r = 0; r < 2 && has_rules; r++) {
        for (uint32_t k = 0; k < 2; k++) {
            uint32_t issue = (r + k) % issues;
            scene->forbidden[r][k] =
                (struct choice){issue, tap_random_below(random, scene->issues[issue].option_count)};
        }
        scene->rules[r] = (struct rule){
            .kind = RULE_EXCLUDES, .choices = scene->forbidden[r], .count = issues > 1 ? 2 : 1};
        scene->scenario.rule_count = 2;
        scene->scenario.rules = scene->rules;
    }
    scene->reserve = tap_random_below(random, most * issues);
    scene->interview = (struct interview){.scenario = &scene->scenario, .replies = scene->replies};
    return scene;
}

static enum reply hidden_reply(const struct scene *scene, const struct weighing *weighing)
{
    int64_t sum = weighing->right ? 0 : -scene->reserve;
    for (uint32_t i = 0; i < weighing->count; i++) {
        sum += scene->hidden[scenario_flat(&scene->scenario, weighing->left[i])];
        if (weighing->right)
            sum -= scene->hidden[scenario_flat(&scene->scenario, weighing->right[i])];
    }
    if (!weighing->right)
        return sum >= 0 ? REPLY_LEFT : REPLY_RIGHT;
    return sum > 0 ? REPLY_LEFT : sum < 0 ? REPLY_RIGHT : REPLY_EQUAL;
}

// Goes on until it is done. Gives how many questions that took; SIZE_MAX: it never ends.
static size_t answer_all(struct scene *scene, struct interview_state *state)
{
    struct budget budget = budget_unlimited();
    struct error error;
    size_t *count = &scene->interview.reply_count;
    while (*count < REPLIES_MOST) {
        if (!interview_ask(&scene->interview, &budget, scene->arena, state, &error))
            return SIZE_MAX;
        if (state->is_done || state->contradiction)
            return state->is_done ? *count : SIZE_MAX;
        scene->replies[*count] = (struct replied){state->next, hidden_reply(scene, &state->next)};
        (*count)++;
    }
    return SIZE_MAX;
}

static int64_t worth(const struct scene *scene, const int64_t *scores, const uint32_t *package)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < scene->scenario.issue_count; i++)
        sum += scores[scenario_flat(&scene->scenario, (struct choice){i, package[i]})];
    return sum;
}

static int sign(int64_t number)
{
    return (number > 0) - (number < 0);
}

static struct list packages_of(const struct scene *scene)
{
    struct budget budget = budget_unlimited();
    struct error error;
    struct list packages;
    CHECK(weighed_packages(&scene->scenario, WEIGHED_PACKAGES_MAX, &budget, scene->arena, &packages,
                           &error));
    return packages;
}

// How many pairs of packages the scores found and the hidden ones order differently.
static size_t ordered_otherwise(const struct scene *scene, const int64_t *found,
                                const uint32_t *only)
{
    struct list packages = packages_of(scene);
    size_t wrong = 0;
    for (size_t a = 0; a < packages.count; a++)
        for (size_t b = 0; b < packages.count; b++) {
            const uint32_t *left = *LIST_AT(&packages, const uint32_t *, a);
            const uint32_t *right = only ? only : *LIST_AT(&packages, const uint32_t *, b);
            wrong += sign(worth(scene, found, left) - worth(scene, found, right)) !=
                     sign(worth(scene, scene->hidden, left) - worth(scene, scene->hidden, right));
        }
    return wrong;
}

static size_t accepted_otherwise(const struct scene *scene, const struct interview_state *state)
{
    struct list packages = packages_of(scene);
    size_t wrong = 0;
    for (size_t a = 0; a < packages.count; a++) {
        const uint32_t *package = *LIST_AT(&packages, const uint32_t *, a);
        wrong += (worth(scene, state->scores, package) >= state->reserve) !=
                 (worth(scene, scene->hidden, package) >= scene->reserve);
    }
    return wrong;
}

TEST(the_scores_found_rank_all_packages_as_the_hidden_ones_do)
{
    struct tap_random random = {20260};
    size_t count = tap_size(18, 2000);
    for (size_t n = 0; n < count; n++) {
        struct scene *scene =
            make_scene(&random, 1 + (uint32_t)(n % 3), 0, n % 4 == 0 ? 3 : 100, n % 3 == 0);
        struct interview_state state;
        scene->interview.asks_reserve = true;
        size_t asked = answer_all(scene, &state);
        CHECK(asked != SIZE_MAX);
        if (asked != SIZE_MAX) {
            CHECK_INT(ordered_otherwise(scene, state.scores, NULL), 0);
            CHECK_INT(accepted_otherwise(scene, &state), 0);
        }
        arena_close(scene->arena);
    }
}

TEST(few_questions_rank_four_issues_of_three_options)
{
    struct tap_random random = {7};
    size_t scenes = tap_size(1, 40);
    size_t asked = 0;
    for (size_t n = 0; n < scenes; n++) {
        struct scene *scene = make_scene(&random, 4, 3, 100, false);
        struct interview_state state;
        size_t questions = answer_all(scene, &state);
        CHECK(questions != SIZE_MAX);
        asked += questions;
        CHECK_INT(ordered_otherwise(scene, state.scores, NULL), 0);
        arena_close(scene->arena);
    }
    printf("# 81 packages, 3240 pairs, %zu questions in %zu interviews\n", asked, scenes);
    CHECK(asked < 60 * scenes);
}

TESTS(TAP_ENTRY(the_scores_found_rank_all_packages_as_the_hidden_ones_do),
      TAP_ENTRY(few_questions_rank_four_issues_of_three_options))
