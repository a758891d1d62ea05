// SPDX-License-Identifier: Apache-2.0
// What a what-if change does, against what it should do to every package, looked at one by one.
#include "advice/change.h"

#include "../bargain/random.h"
#include "bargain/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum change_kind { CHANGE_RESERVE, CHANGE_RED_LINE, CHANGE_SCORE, CHANGE_SETTLES };

// A change and what it should do.
struct trial {
    enum change_kind kind;
    uint32_t party;
    struct choice choice;
    int64_t delta; // to the reserve or the score
    struct str words;
};

// A name or its number, whichever the dice say.
static struct str called(struct tap_random *random, struct str name, uint32_t number)
{
    return tap_random_below(random, 2) == 0 ? name : arena_print(tap_arena(), "%" PRIu32, number);
}

// "=-7", "+7" or "7" for the way from old to old + delta.
static struct str number_words(struct tap_random *random, int64_t old, int64_t delta)
{
    if (tap_random_below(random, 2) == 0)
        return arena_print(tap_arena(), "%+" PRId64, delta);
    int64_t made = old + delta;
    return arena_print(tap_arena(), "%s%" PRId64, made < 0 ? "=" : "", made);
}

static struct trial trial_make(struct tap_random *random, const struct scenario *scenario)
{
    struct trial trial = {.kind = (enum change_kind)tap_random_below(random, 4),
                          .party = tap_random_below(random, scenario->party_count),
                          .choice.issue = tap_random_below(random, scenario->issue_count),
                          .delta = (int64_t)tap_random_below(random, 21) - 10};
    const struct scenario_party *party = &scenario->parties[trial.party];
    const struct issue *issue = &scenario->issues[trial.choice.issue];
    trial.choice.option = tap_random_below(random, issue->option_count);
    struct str owner = called(random, party->name, trial.party);
    struct str about = called(random, issue->name, trial.choice.issue);
    struct str option = called(random, issue->options[trial.choice.option], trial.choice.option);
    struct str number;
    switch (trial.kind) {
    case CHANGE_RESERVE:
        number = number_words(random, party->reservation, trial.delta);
        trial.words =
            arena_print(tap_arena(), "%.*s.reserve=%.*s", STR_ARGS(owner), STR_ARGS(number));
        break;
    case CHANGE_RED_LINE:
        trial.words = arena_print(tap_arena(), "%.*s.red_line=none", STR_ARGS(owner));
        break;
    case CHANGE_SCORE:
        number =
            number_words(random, party->scores[scenario_flat(scenario, trial.choice)], trial.delta);
        trial.words = arena_print(tap_arena(), "%.*s.%.*s.%.*s=%.*s", STR_ARGS(owner),
                                  STR_ARGS(about), STR_ARGS(option), STR_ARGS(number));
        break;
    case CHANGE_SETTLES:
        trial.words = arena_print(tap_arena(), "%.*s=%.*s", STR_ARGS(about), STR_ARGS(option));
        break;
    }
    return trial;
}

static bool next_package(const struct scenario *scenario, uint32_t *package)
{
    uint32_t i = scenario->issue_count;
    while (i > 0 && ++package[i - 1] == scenario->issues[i - 1].option_count)
        package[--i] = 0;
    return i > 0;
}

// What one package should be after the change; NULL: it is.
static const char *package_fault(const struct trial *trial, const struct scenario *old,
                                 const struct scenario *new, const uint32_t *package)
{
    bool takes = package[trial->choice.issue] == trial->choice.option;
    bool was_allowed = verify_allowed(old, package);
    if (verify_allowed(new, package) != (was_allowed && (trial->kind != CHANGE_SETTLES || takes)))
        return "whether it is allowed";
    for (uint32_t p = 0; p < old->party_count; p++) {
        bool is_owner = p == trial->party;
        int64_t delta = is_owner && trial->kind == CHANGE_SCORE && takes ? trial->delta : 0;
        if (scenario_value(new, p, package) != scenario_value(old, p, package) + delta)
            return "what it is worth";
        bool drops = is_owner && trial->kind == CHANGE_RED_LINE;
        if (verify_crosses_red_line(new, p, package) !=
            (!drops && verify_crosses_red_line(old, p, package)))
            return "whether it crosses a red line";
    }
    return NULL;
}

static const char *change_fault(const struct trial *trial, const struct scenario *old,
                                const struct scenario *new)
{
    uint32_t package[SCENARIO_ISSUES_MAX] = {0};
    for (uint32_t p = 0; p < old->party_count; p++) {
        bool moves = p == trial->party && trial->kind == CHANGE_RESERVE;
        if (new->parties[p].reservation != old->parties[p].reservation + (moves ? trial->delta : 0))
            return "a reserve";
    }
    const char *fault;
    do
        fault = package_fault(trial, old, new, package);
    while (!fault && next_package(old, package));
    return fault;
}

TEST(a_change_does_to_every_package_what_it_says)
{
    for (uint64_t seed = 0; seed < 3000; seed++) {
        struct tap_random random = {seed};
        struct scenario scenario = random_scenario(&random, tap_arena());
        struct scenario twin = random_scenario(&(struct tap_random){seed}, tap_arena());
        struct trial trial = trial_make(&random, &scenario);
        struct scenario changed;
        struct error error;
        REQUIRE_DONE(scenario_change(&scenario, trial.words, tap_arena(), &changed, &error),
                     &error);
        const char *fault = change_fault(&trial, &twin, &changed);
        struct trial nothing = {.kind = CHANGE_SCORE};
        if (!fault && change_fault(&nothing, &twin, &scenario))
            fault = "the old scenario";
        if (!CHECK(fault == NULL)) {
            printf("# seed %d, %.*s: %s differs\n", (int)seed, STR_ARGS(trial.words), fault);
            return;
        }
    }
}

// A scenario of one party and one issue whose names hold dots.
static struct scenario dotted_scenario(int64_t scale)
{
    static const struct str options[] = {{"1.5 per cent", 12}, {"none", 4}};
    static const int64_t scores[] = {30, 10};
    static const struct issue issue = {{"Art. 4.2", 8}, options, 2, 0};
    struct scenario_party *party = ARENA_NEW(tap_arena(), struct scenario_party);
    *party = (struct scenario_party){.name = {"U.S.", 4}, .scores = scores, .reservation = 20};
    return (struct scenario){.issues = &issue,
                             .issue_count = 1,
                             .option_total = 2,
                             .parties = party,
                             .party_count = 1,
                             .scale = scale};
}

TEST(names_may_hold_dots)
{
    struct scenario scenario = dotted_scenario(1);
    struct scenario changed;
    struct error error;
    REQUIRE_DONE(scenario_change(&scenario, STR("U.S..reserve=-5"), tap_arena(), &changed, &error),
                 &error);
    CHECK_INT(changed.parties[0].reservation, 15);
    REQUIRE_DONE(scenario_change(&scenario, STR("U.S..Art. 4.2.1.5 per cent=+2"), tap_arena(),
                                 &changed, &error),
                 &error);
    CHECK_INT(changed.parties[0].scores[0], 32);
    REQUIRE_DONE(scenario_change(&scenario, STR("Art. 4.2=none"), tap_arena(), &changed, &error),
                 &error);
    CHECK_INT(changed.rule_count, 1);
    CHECK(!scenario_change(&scenario, STR("U.K..reserve=1"), tap_arena(), &changed, &error));
    CHECK(!scenario_change(&scenario, STR("U.S..Art. 5.none=1"), tap_arena(), &changed, &error));
}

TEST(numbers_are_in_the_units_of_the_profile)
{
    struct scenario scenario = dotted_scenario(20);
    struct scenario changed;
    struct error error;
    REQUIRE_DONE(scenario_change(&scenario, STR("0.reserve=0.75"), tap_arena(), &changed, &error),
                 &error);
    CHECK_INT(changed.parties[0].reservation, 15);
    REQUIRE_DONE(scenario_change(&scenario, STR("0.reserve=-.5"), tap_arena(), &changed, &error),
                 &error);
    CHECK_INT(changed.parties[0].reservation, 10);
    REQUIRE_DONE(scenario_change(&scenario, STR("0.0.0==-2"), tap_arena(), &changed, &error),
                 &error);
    CHECK_INT(changed.parties[0].scores[0], -40);
    CHECK(!scenario_change(&scenario, STR("0.reserve=0.01"), tap_arena(), &changed, &error));
    CHECK(!scenario_change(&scenario, STR("0.reserve=1.2.3"), tap_arena(), &changed, &error));
    CHECK(!scenario_change(&scenario, STR("0.reserve=1."), tap_arena(), &changed, &error));
    CHECK(!scenario_change(&scenario, STR("0.reserve=9223372036854775807"), tap_arena(), &changed,
                           &error));
}

TESTS(TAP_ENTRY(a_change_does_to_every_package_what_it_says), TAP_ENTRY(names_may_hold_dots),
      TAP_ENTRY(numbers_are_in_the_units_of_the_profile))
