// SPDX-License-Identifier: Apache-2.0
//
// An answer is one statement more by one party, so the other parties' standings stay as they are.
// Where packages are counted, the answer about a whole package needs no list either, as long as no
// link binds the party: yes makes those sure, beside what is sure already, that are surely worth as
// much as it; no rules those out that are surely worth no more than it. For the program behind both
// is linear in one multiplier between them and the reserve, so that one of the two ends decides.
#include "uncertain_values/outcome.h"

static struct value_statement statement_of(const struct question *question, bool yes,
                                           const struct scenario *scenario, struct arena *arena)
{
    struct choice *choices = ARENA_ARRAY(arena, struct choice, (size_t)scenario->issue_count + 2);
    struct value_statement made = {.left = choices, .words = STR("the answer")};
    choices[0] = yes ? question->a : question->b;
    choices[1] = yes ? question->b : question->a;
    switch (question->kind) {
    case QUESTION_OPTIONS:
        made.kind = STATEMENT_PREFERS;
        made.or_equal = !yes;
        made.left_count = 1;
        made.right = choices + 1;
        made.right_count = 1;
        break;
    case QUESTION_ISSUES:
        made.kind = STATEMENT_MATTERS;
        made.or_equal = yes;
        made.more = choices[0].issue;
        made.less = choices[1].issue;
        break;
    case QUESTION_PACKAGE:
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            choices[i] = (struct choice){i, question->package[i]};
        made.kind = yes ? STATEMENT_ACCEPTS : STATEMENT_REJECTS;
        made.left_count = scenario->issue_count;
        break;
    case QUESTION_RESERVE: // no statement, but a bound
        break;
    }
    return made;
}

// The party as it is known to be after the answer.
static struct stated_party answered(const struct uncertain *uncertain,
                                    const struct question *question, bool yes, struct arena *arena)
{
    struct stated_party party = uncertain->parties[question->party];
    if (question->kind == QUESTION_RESERVE) {
        if (yes)
            party.reserve_least = question->reserve;
        else
            party.reserve_most = question->reserve;
        party.reserve_is_below = party.reserve_is_below || !yes;
        return party;
    }
    struct value_statement *statements =
        ARENA_ARRAY(arena, struct value_statement, party.statement_count + 1);
    for (size_t s = 0; s < party.statement_count; s++)
        statements[s] = party.statements[s];
    statements[party.statement_count++] = statement_of(question, yes, uncertain->scenario, arena);
    party.statements = statements;
    return party;
}

// An unknown reserve has bounds of its own by now; they stay as they are.
static void fix_reserve(const struct view *view, struct stated_party *party)
{
    if (party->has_reserve)
        return;
    party->has_reserve = true;
    party->reserve_least = steps_floor(view->bounds.reserve_least);
    party->reserve_most = steps_ceiling(view->bounds.reserve_most);
}

// The views with one party's exchanged for what it is after the answer.
static bool view_after(const struct outcome_maker *maker, const struct question *question, bool yes,
                       struct arena *work, struct views *after, bool *is_possible,
                       struct error *error)
{
    const struct views *views = maker->assessment->views;
    uint32_t parties = views->scenario->party_count;
    struct stated_party *stated = ARENA_ARRAY(work, struct stated_party, parties);
    struct view *copies = ARENA_ARRAY(work, struct view, parties);
    struct uncertain *changed = ARENA_NEW(work, struct uncertain);
    *changed = (struct uncertain){views->scenario, stated};
    for (uint32_t p = 0; p < parties; p++) {
        stated[p] = views->uncertain->parties[p];
        copies[p] = views->views[p];
    }
    fix_reserve(&copies[question->party], &stated[question->party]);
    stated[question->party] = answered(changed, question, yes, work);
    struct str contradiction;
    *after = *views;
    after->uncertain = changed;
    after->views = copies;
    return view_make(changed, question->party, maker->budget, work, &copies[question->party],
                     is_possible, &contradiction, error);
}

static void finish(struct outcome *outcome, struct arena *arena)
{
    outcome->undecided = digits_subtract(outcome->possibly, outcome->surely, arena);
}

// Looks at every package that is undecided now; those that are sure stay so.
static enum truth look_at_listed(const struct outcome_maker *maker, const struct views *after,
                                 uint32_t party, struct arena *arena, struct outcome *outcome)
{
    const struct assessment *assessment = maker->assessment;
    uint64_t surely = 0;
    uint64_t possibly = 0;
    for (size_t i = 0; i < assessment->listed_count; i++) {
        const struct assessed *one = &assessment->listed[i];
        enum standing all = one->for_all;
        if (all == STANDING_POSSIBLY) {
            all = standing_of(&after->views[party], one->package, maker->budget);
            for (uint32_t p = 0; p < after->scenario->party_count; p++)
                if (p != party)
                    all = standing_both(all, one->for_each[p]);
        }
        if (all == STANDING_OPEN)
            return TRUTH_OPEN;
        surely += all == STANDING_SURELY;
        possibly += all != STANDING_NEVER;
    }
    *outcome = (struct outcome){
        .surely = arena_print(arena, "%llu", (unsigned long long)surely),
        .possibly = arena_print(arena, "%llu", (unsigned long long)possibly),
    };
    finish(outcome, arena);
    return TRUTH_YES;
}

static bool count_exactly(const struct outcome_maker *maker, const struct views *after,
                          enum standing standing, const struct extra *extra, struct arena *arena,
                          struct str *digits, enum truth *found, struct error *error)
{
    struct tally tally;
    if (!standing_count(after, UINT32_MAX, standing, extra, maker->budget, arena, &tally, error))
        return false;
    *digits = tally.at_least;
    *found = tally.is_exact ? TRUTH_YES : TRUTH_OPEN;
    return true;
}

// A reserve that is known to be higher leaves those that were sure, one known to be lower those
// that were possible.
static bool count_both(const struct outcome_maker *maker, const struct views *after,
                       const struct question *question, bool yes, struct arena *arena,
                       struct outcome *outcome, enum truth *found, struct error *error)
{
    bool is_reserve = question->kind == QUESTION_RESERVE;
    *outcome = (struct outcome){.surely = maker->surely, .possibly = maker->possibly};
    *found = TRUTH_YES;
    if ((!is_reserve || !yes) &&
        !count_exactly(maker, after, STANDING_SURELY, NULL, arena, &outcome->surely, found, error))
        return false;
    if ((!is_reserve || yes) && *found == TRUTH_YES &&
        !count_exactly(maker, after, STANDING_POSSIBLY, NULL, arena, &outcome->possibly, found,
                       error))
        return false;
    if (*found == TRUTH_YES)
        finish(outcome, arena);
    return true;
}

// What each option is ahead of the package's, at least or at most.
static int64_t *leads_over(const struct bounds *bounds, const uint32_t *package, bool least,
                           struct arena *arena)
{
    int64_t *leads = ARENA_ARRAY(arena, int64_t, bounds->scenario->option_total);
    for (uint32_t i = 0; i < bounds->scenario->issue_count; i++) {
        const struct issue *issue = &bounds->scenario->issues[i];
        for (uint32_t o = 0; o < issue->option_count; o++)
            leads[issue->first + o] = least ? -bounds_gap(bounds, i, package[i], o)
                                            : bounds_gap(bounds, i, o, package[i]);
    }
    return leads;
}

// No: of the possible packages those stay that may be worth more than the rejected one.
static bool count_rejected(const struct outcome_maker *maker, const struct question *question,
                           struct arena *arena, struct outcome *outcome, enum truth *found,
                           struct error *error)
{
    const struct views *views = maker->assessment->views;
    const struct view *view = &views->views[question->party];
    struct extra extra = {question->party,
                          leads_over(&view->bounds, question->package, false, arena),
                          view_pairs(view, question->package) + 1};
    outcome->surely = maker->surely;
    if (!count_exactly(maker, views, STANDING_POSSIBLY, &extra, arena, &outcome->possibly, found,
                       error))
        return false;
    if (*found == TRUTH_YES)
        finish(outcome, arena);
    return true;
}

// Yes: sure are those that reach the largest reserve, or are surely worth as much as the accepted
// package: all of the first, and of the second those that are not among the first.
static bool count_accepted(const struct outcome_maker *maker, const struct question *question,
                           struct arena *arena, struct outcome *outcome, enum truth *found,
                           struct error *error)
{
    struct views after = *maker->assessment->views;
    struct view *copies = ARENA_ARRAY(arena, struct view, after.scenario->party_count);
    for (uint32_t p = 0; p < after.scenario->party_count; p++)
        copies[p] = after.views[p];
    struct view *view = &copies[question->party];
    struct extra extra = {question->party,
                          leads_over(&view->bounds, question->package, true, arena),
                          view_pairs(view, question->package)};
    struct str both;
    struct str alone;
    if (!count_exactly(maker, &after, STANDING_SURELY, &extra, arena, &both, found, error))
        return false;
    if (*found != TRUTH_YES)
        return true;
    view->bounds.reserve_most = -VALUE_MAX; // the party asks for nothing but the extra
    after.views = copies;
    if (!count_exactly(maker, &after, STANDING_SURELY, &extra, arena, &alone, found, error))
        return false;
    if (*found != TRUTH_YES)
        return true;
    // possibly - (surely + alone - both), with the additions done by subtracting.
    outcome->possibly = maker->possibly;
    struct str gained = digits_subtract(alone, both, arena);
    struct str before = digits_subtract(maker->possibly, maker->surely, arena);
    outcome->undecided = digits_subtract(before, gained, arena);
    outcome->surely = digits_subtract(outcome->possibly, outcome->undecided, arena);
    return true;
}

static bool may_count_package(const struct outcome_maker *maker, const struct question *question)
{
    const struct views *views = maker->assessment->views;
    return views->views[question->party].bounds.link_count == 0 &&
           views->scenario->party_count < SCENARIO_PARTIES_MAX;
}

bool outcome_find(const struct outcome_maker *maker, const struct question *question, bool yes,
                  struct arena *arena, struct outcome *outcome, enum truth *found,
                  struct error *error)
{
    *outcome = (struct outcome){.surely = {NULL, 0}};
    *found = TRUTH_OPEN;
    if (!maker->is_listed && question->kind == QUESTION_PACKAGE) {
        if (!may_count_package(maker, question))
            return true;
        return yes ? count_accepted(maker, question, arena, outcome, found, error)
                   : count_rejected(maker, question, arena, outcome, found, error);
    }
    struct arena *work = arena_open();
    struct views after;
    bool is_possible;
    bool done = view_after(maker, question, yes, work, &after, &is_possible, error);
    if (done && !is_possible)
        *found = TRUTH_NO;
    else if (done && maker->is_listed)
        *found = look_at_listed(maker, &after, question->party, arena, outcome);
    else if (done)
        done = count_both(maker, &after, question, yes, arena, outcome, found, error);
    arena_close(work);
    return done;
}
