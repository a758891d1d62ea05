// SPDX-License-Identifier: Apache-2.0
#include "plain.h"
#include "random.h"
#include "tap.h"

#include "bargain/verify.h"
#include "uncertain_values/outcome.h"
#include "uncertain_values/questions.h"

#include <stdio.h>

static size_t scenario_count(void)
{
    return tap_size(1500, 15000);
}

// One random scenario, as the engine and as the twin have it.
struct pair {
    const struct uncertain *uncertain;
    struct views views;
    struct plain_party parties[4];
    struct plain_scene scene;
    struct arena *arena;
    struct budget budget;
    size_t linked_never; // never undominated although nothing beats it for sure
    size_t open;
};

static void list_packages(struct pair *pair)
{
    const struct scenario *scenario = pair->uncertain->scenario;
    uint32_t *packages = ARENA_ARRAY(pair->arena, uint32_t, 200 * scenario->issue_count);
    uint32_t *package = ARENA_ARRAY(pair->arena, uint32_t, scenario->issue_count);
    size_t count = 0;
    for (;;) {
        if (verify_allowed(scenario, package)) {
            for (uint32_t i = 0; i < scenario->issue_count; i++)
                packages[count * scenario->issue_count + i] = package[i];
            count++;
        }
        uint32_t i = 0;
        while (i < scenario->issue_count && ++package[i] == scenario->issues[i].option_count)
            package[i++] = 0;
        if (i == scenario->issue_count)
            break;
    }
    pair->scene = (struct plain_scene){pair->parties, scenario->party_count, packages, count,
                                       scenario->issue_count};
}

static enum standing plain_standing(const struct plain_party *party, const uint32_t *package)
{
    struct plain_row reaches = plain_reaches(party, package, 1, false);
    struct plain_row misses = plain_reaches(party, package, -1, true);
    if (verify_crosses_red_line(party->uncertain->scenario, party->party, package) ||
        !plain_allows(party, &reaches, 1))
        return STANDING_NEVER;
    return plain_allows(party, &misses, 1) ? STANDING_POSSIBLY : STANDING_SURELY;
}

static bool check_standings(struct pair *pair, const uint32_t *package)
{
    for (uint32_t p = 0; p < pair->scene.party_count; p++) {
        enum standing found = standing_of(&pair->views.views[p], package, &pair->budget);
        if (!CHECK_INT(found, plain_standing(&pair->parties[p], package)))
            return false;
    }
    return true;
}

static enum standing plain_undominated(const struct plain_scene *scene, const uint32_t *a,
                                       bool *is_beaten)
{
    bool may_be_beaten = false;
    *is_beaten = false;
    for (size_t i = 0; i < scene->package_count; i++) {
        const uint32_t *b = scene->packages + i * scene->issue_count;
        may_be_beaten = may_be_beaten || plain_beats(scene, b, a, false);
        *is_beaten = *is_beaten || plain_beats(scene, b, a, true);
    }
    if (!may_be_beaten)
        return STANDING_SURELY;
    return plain_may_lead(scene, a) ? STANDING_POSSIBLY : STANDING_NEVER;
}

static bool check_efficiency(struct pair *pair, const uint32_t *package)
{
    bool is_beaten;
    enum standing expected = plain_undominated(&pair->scene, package, &is_beaten);
    struct efficiency found =
        efficiency_of(&pair->views, package, UINT64_MAX, &pair->budget, pair->arena);
    pair->linked_never += expected == STANDING_NEVER && !is_beaten;
    pair->open += found.undominated == STANDING_OPEN;
    return CHECK_INT(found.undominated, expected) &&
           CHECK((found.beaten_by != NULL) == is_beaten) &&
           (!found.beaten_by || CHECK(plain_beats(&pair->scene, found.beaten_by, package, true)));
}

// Acceptable to all for sure, and possibly.
struct plain_count {
    size_t surely;
    size_t possibly;
};

static struct plain_count count_plainly(const struct plain_scene *scene, uint32_t party)
{
    struct plain_count count = {0, 0};
    for (size_t i = 0; i < scene->package_count; i++) {
        enum standing all = STANDING_SURELY;
        for (uint32_t p = 0; p < scene->party_count; p++)
            if (party == UINT32_MAX || party == p)
                all = standing_both(all, plain_standing(&scene->parties[p],
                                                        scene->packages + i * scene->issue_count));
        count.surely += all == STANDING_SURELY;
        count.possibly += all != STANDING_NEVER;
    }
    return count;
}

static size_t number_in(struct str digits)
{
    size_t number = 0;
    for (size_t i = 0; i < digits.length; i++)
        number = number * 10 + (size_t)(digits.bytes[i] - '0');
    return number;
}

static bool tally_holds(const struct tally *tally, size_t count)
{
    size_t least = number_in(tally->at_least);
    size_t most = number_in(tally->at_most);
    return CHECK(least <= count && count <= most) && CHECK(!tally->is_exact || least == most);
}

static bool check_counts(struct pair *pair)
{
    for (uint32_t p = 0; p <= pair->scene.party_count; p++) {
        uint32_t party = p < pair->scene.party_count ? p : UINT32_MAX;
        struct plain_count expected = count_plainly(&pair->scene, party);
        struct tally surely;
        struct tally possibly;
        struct error error;
        if (!CHECK(standing_count(&pair->views, party, STANDING_SURELY, NULL, &pair->budget,
                                  pair->arena, &surely, &error)) ||
            !CHECK(standing_count(&pair->views, party, STANDING_POSSIBLY, NULL, &pair->budget,
                                  pair->arena, &possibly, &error)) ||
            !tally_holds(&surely, expected.surely) || !tally_holds(&possibly, expected.possibly))
            return false;
    }
    return true;
}

// A completion is there exactly when the engine finds no contradiction.
static bool make_views(struct pair *pair, bool *is_possible)
{
    *is_possible = true;
    for (uint32_t p = 0; p < pair->uncertain->scenario->party_count; p++) {
        struct view view;
        struct str contradiction;
        struct error error;
        bool party_is_possible;
        if (!view_make(pair->uncertain, p, &pair->budget, pair->arena, &view, &party_is_possible,
                       &contradiction, &error)) {
            *is_possible = false; // best and worst of an issue are not known
            return true;
        }
        pair->parties[p] =
            (struct plain_party){pair->uncertain, p, steps_floor(view.bounds.reserve_least),
                                 steps_ceiling(view.bounds.reserve_most)};
        bool expected = plain_allows(&pair->parties[p], NULL, 0);
        if (!CHECK(expected == party_is_possible) ||
            !CHECK((contradiction.length > 0) == !party_is_possible))
            return false;
        *is_possible = *is_possible && party_is_possible;
    }
    struct error error;
    return !*is_possible || CHECK(views_make(pair->uncertain, STR("random"), &pair->budget,
                                             pair->arena, &pair->views, &error));
}

static struct pair make_pair(uint64_t seed)
{
    struct tap_random random = {seed};
    struct pair pair = {.arena = arena_open(), .budget = budget_unlimited()};
    pair.uncertain = random_uncertain(&random, pair.arena);
    return pair;
}

static bool check_packages(struct pair *pair)
{
    for (size_t i = 0; i < pair->scene.package_count; i++) {
        const uint32_t *package = pair->scene.packages + i * pair->scene.issue_count;
        if (!check_standings(pair, package) || !check_efficiency(pair, package))
            return false;
    }
    return check_counts(pair);
}

TEST(standings_and_dominance_are_those_of_all_completions)
{
    size_t possible = 0;
    size_t linked_never = 0;
    size_t open = 0;
    for (uint64_t seed = 0; seed < scenario_count(); seed++) {
        struct pair pair = make_pair(seed);
        bool is_possible;
        bool is_right = make_views(&pair, &is_possible);
        if (is_right && is_possible) {
            list_packages(&pair);
            possible++;
            is_right = check_packages(&pair);
        }
        linked_never += pair.linked_never;
        open += pair.open;
        arena_close(pair.arena);
        if (!is_right) {
            printf("# seed %d\n", (int)seed);
            return;
        }
    }
    printf("# %zu scenarios, %d without a contradiction; %d packages never undominated though "
           "nothing beats them for sure; %d open\n",
           scenario_count(), (int)possible, (int)linked_never, (int)open);
    CHECK(possible > scenario_count() / 3);
}

static struct standings count_again(const struct views *views, struct pair *pair)
{
    struct standings standings;
    struct error error;
    CHECK(standing_count(views, UINT32_MAX, STANDING_SURELY, NULL, &pair->budget, pair->arena,
                         &standings.surely, &error));
    CHECK(standing_count(views, UINT32_MAX, STANDING_POSSIBLY, NULL, &pair->budget, pair->arena,
                         &standings.possibly, &error));
    return standings;
}

// What the party says when it answers, in the twin's words.
static struct stated_party say(const struct pair *pair, const struct question *question, bool yes)
{
    const struct scenario *scenario = pair->uncertain->scenario;
    const struct plain_party *plain = &pair->parties[question->party];
    struct stated_party party = pair->uncertain->parties[question->party];
    struct value_statement *statements =
        ARENA_ARRAY(pair->arena, struct value_statement, party.statement_count + 1);
    for (size_t s = 0; s < party.statement_count; s++)
        statements[s] = party.statements[s];
    if (!party.has_reserve) {
        party.reserve_least = plain->reserve_least;
        party.reserve_most = plain->reserve_most;
        party.has_reserve = true;
    }
    party.statements = statements;
    struct value_statement *last = &statements[party.statement_count];
    *last = (struct value_statement){.or_equal = !yes, .words = STR("answered")};
    struct choice *sides = ARENA_ARRAY(pair->arena, struct choice, 4);
    switch (question->kind) {
    case QUESTION_RESERVE:
        party.reserve_is_below = party.reserve_is_below || !yes;
        *(yes ? &party.reserve_least : &party.reserve_most) = question->reserve;
        return party;
    case QUESTION_OPTIONS:
        sides[0] = yes ? question->a : question->b;
        sides[1] = yes ? question->b : question->a;
        last->kind = STATEMENT_PREFERS;
        last->left = sides;
        last->right = sides + 1;
        last->left_count = last->right_count = 1;
        break;
    case QUESTION_ISSUES:
        last->kind = STATEMENT_MATTERS;
        last->or_equal = yes;
        last->more = yes ? question->a.issue : question->b.issue;
        last->less = yes ? question->b.issue : question->a.issue;
        break;
    case QUESTION_PACKAGE:
        last->kind = yes ? STATEMENT_ACCEPTS : STATEMENT_REJECTS;
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            sides[i] = (struct choice){i, question->package[i]};
        last->left = sides;
        last->left_count = scenario->issue_count;
        break;
    }
    party.statement_count++;
    return party;
}

// Counts again, after the answer, with the twin.
static bool check_outcome(struct pair *pair, const struct question *question, bool yes,
                          const struct outcome *outcome)
{
    const struct scenario *scenario = pair->uncertain->scenario;
    struct stated_party *stated = ARENA_ARRAY(pair->arena, struct stated_party, 4);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        stated[p] = pair->uncertain->parties[p];
    stated[question->party] = say(pair, question, yes);
    struct uncertain answered = {scenario, stated};
    struct plain_party parties[4];
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        parties[p] = pair->parties[p];
        parties[p].uncertain = &answered;
    }
    struct plain_scene scene = pair->scene;
    scene.parties = parties;
    struct plain_count expected = count_plainly(&scene, UINT32_MAX);
    return CHECK(plain_allows(&parties[question->party], NULL, 0)) &&
           CHECK_INT(number_in(outcome->surely), expected.surely) &&
           CHECK_INT(number_in(outcome->possibly), expected.possibly) &&
           CHECK_INT(number_in(outcome->undecided), expected.possibly - expected.surely);
}

// The same outcome by counting instead of looking at the listed packages.
static bool check_counted(struct pair *pair, const struct outcome_maker *listed,
                          const struct question *question, bool yes, const struct outcome *outcome)
{
    struct standings now = count_again(&pair->views, pair);
    struct outcome_maker maker = *listed;
    maker.is_listed = false;
    maker.surely = now.surely.at_least;
    maker.possibly = now.possibly.at_least;
    struct outcome counted;
    enum truth found;
    struct error error;
    if (!now.surely.is_exact || !now.possibly.is_exact)
        return true;
    if (!CHECK(outcome_find(&maker, question, yes, pair->arena, &counted, &found, &error)))
        return false;
    return found == TRUTH_OPEN || (CHECK_STR(counted.surely, outcome->surely) &&
                                   CHECK_STR(counted.possibly, outcome->possibly) &&
                                   CHECK_STR(counted.undecided, outcome->undecided));
}

static bool check_question(struct pair *pair, const struct outcome_maker *maker,
                           const struct weighed_question *weighed)
{
    const struct question *question = &weighed->question;
    return check_outcome(pair, question, true, &weighed->yes) &&
           check_outcome(pair, question, false, &weighed->no) &&
           check_counted(pair, maker, question, true, &weighed->yes) &&
           check_counted(pair, maker, question, false, &weighed->no);
}

// No reserve asked about leaves fewer undecided than the one reported.
static bool check_reserve(struct pair *pair, const struct outcome_maker *maker,
                          const struct weighed_question *weighed)
{
    struct question question = weighed->question;
    const struct plain_party *plain = &pair->parties[question.party];
    if (question.kind != QUESTION_RESERVE)
        return true;
    const struct stated_party *stated = &pair->uncertain->parties[question.party];
    int64_t low = stated->has_reserve ? stated->reserve_least : plain->reserve_least;
    int64_t high = stated->has_reserve ? stated->reserve_most : plain->reserve_most;
    for (question.reserve = low + 1; question.reserve <= high; question.reserve++) {
        struct outcome outcomes[2];
        enum truth found[2];
        struct error error;
        for (int yes = 0; yes < 2; yes++)
            if (!CHECK(outcome_find(maker, &question, yes != 0, pair->arena, &outcomes[yes],
                                    &found[yes], &error)))
                return false;
        if (found[0] == TRUTH_YES && found[1] == TRUTH_YES &&
            !CHECK(digits_compare(outcomes[0].undecided, weighed->worst) >= 0 ||
                   digits_compare(outcomes[1].undecided, weighed->worst) >= 0))
            return false;
    }
    return true;
}

static bool check_questions(struct pair *pair, size_t *asked)
{
    struct assessment assessment;
    struct questions questions;
    struct error error;
    if (!CHECK(assess(&pair->views, &pair->budget, pair->arena, &assessment, &error)) ||
        !CHECK(questions_find(&assessment, &pair->budget, pair->arena, &questions, &error)))
        return false;
    struct outcome_maker maker = {&assessment, &pair->budget, true,
                                  assessment.for_all.surely.at_least,
                                  assessment.for_all.possibly.at_least};
    for (size_t i = 0; i < questions.count; i++)
        if (!check_question(pair, &maker, &questions.items[i]) ||
            !check_reserve(pair, &maker, &questions.items[i]))
            return false;
    *asked += questions.count;
    return true;
}

TEST(answers_to_questions_leave_undecided_what_they_say)
{
    size_t asked = 0;
    for (uint64_t seed = 0; seed < scenario_count(); seed++) {
        struct pair pair = make_pair(seed);
        bool is_possible;
        bool is_right = make_views(&pair, &is_possible);
        if (is_right && is_possible) {
            list_packages(&pair);
            is_right = check_questions(&pair, &asked);
        }
        arena_close(pair.arena);
        if (!is_right) {
            printf("# seed %d\n", (int)seed);
            return;
        }
    }
    printf("# %d questions\n", (int)asked);
    CHECK(asked > scenario_count() * 9 / 10);
}

TESTS(TAP_ENTRY(answers_to_questions_leave_undecided_what_they_say),
      TAP_ENTRY(standings_and_dominance_are_those_of_all_completions))
