// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/questions.h"

#include "base/builder.h"
#include "base/list.h"
#include "uncertain_values/outcome.h"

#include <stdlib.h>

#define COUNTED_PAIRS_MAX 24    // questions about pairs weighed where packages are counted
#define COUNTED_PACKAGES_MAX 6  // questions about packages
#define LISTED_PACKAGES_MAX 100 // the same where they are looked at one by one
#define REPORTED_MAX 50
#define WEIGH_STEPS ((uint64_t)200 * 1000 * 1000) // of all weighing together
#define ASKED_OPTIONS_MAX 64 // of an issue about whose options questions are made up
#define CANDIDATES_MAX 200000

// A question not weighed yet.
struct question_candidate {
    struct question question;
    int64_t tightens; // by how much both answers together tighten bounds
};

struct asker {
    struct outcome_maker maker;
    struct budget budget; // for weighing
    const struct views *views;
    struct arena *arena;
    struct error *error;
    struct list candidates; // struct question_candidate
    struct list weighed;    // struct weighed_question
    struct questions *made;
};

// Which answers there can be.
struct answers {
    enum truth yes;
    enum truth no;
};

static bool may_weigh(struct asker *asker)
{
    return budget_spend(&asker->budget, 0) && asker->budget.steps_left > 0;
}

// Weighs one question; false: an error. Its worst stays empty when there is nothing to ask.
static bool weigh(struct asker *asker, const struct question *question,
                  struct weighed_question *weighed, struct answers *answers)
{
    *weighed = (struct weighed_question){.question = *question};
    if (!outcome_find(&asker->maker, question, true, asker->arena, &weighed->yes, &answers->yes,
                      asker->error) ||
        !outcome_find(&asker->maker, question, false, asker->arena, &weighed->no, &answers->no,
                      asker->error))
        return false;
    asker->made->weighed++;
    if (answers->yes == TRUTH_YES && answers->no == TRUTH_YES)
        weighed->worst = digits_compare(weighed->yes.undecided, weighed->no.undecided) > 0
                             ? weighed->yes.undecided
                             : weighed->no.undecided;
    return true;
}

static struct str better_outcome(const struct weighed_question *weighed)
{
    return digits_compare(weighed->yes.undecided, weighed->no.undecided) > 0
               ? weighed->no.undecided
               : weighed->yes.undecided;
}

// Keeps a question of which some answer narrows what is undecided.
static void keep(struct asker *asker, const struct weighed_question *weighed)
{
    if (weighed->worst.length == 0 ||
        digits_compare(better_outcome(weighed), asker->made->undecided) >= 0)
        return;
    struct weighed_question *kept = LIST_ADD(&asker->weighed, struct weighed_question);
    *kept = *weighed;
    kept->at = asker->weighed.count - 1;
}

// The higher the reserve asked about, the fewer stay undecided after yes and the more after no; so
// the best lies where the two cross.
static bool weigh_reserve(struct asker *asker, uint32_t party)
{
    const struct bounds *bounds = &asker->views->views[party].bounds;
    int64_t low = steps_floor(bounds->reserve_least);
    int64_t high = steps_ceiling(bounds->reserve_most);
    if (low >= high)
        return true;
    struct question question = {.kind = QUESTION_RESERVE, .party = party};
    struct weighed_question best = {.worst = {NULL, 0}};
    size_t before = asker->made->weighed;
    asker->made->possible++;
    low++; // at the least itself the answer is known
    while (low <= high && may_weigh(asker)) {
        struct weighed_question one;
        struct answers answers;
        question.reserve = low + (high - low) / 2;
        if (!weigh(asker, &question, &one, &answers))
            return false;
        if (answers.yes == TRUTH_OPEN || answers.no == TRUTH_OPEN)
            break;
        bool is_known = one.worst.length == 0;
        if (!is_known && (best.worst.length == 0 || digits_compare(one.worst, best.worst) < 0))
            best = one;
        bool leaves_more_after_yes =
            !is_known && digits_compare(one.yes.undecided, one.no.undecided) > 0;
        if (answers.no == TRUTH_NO || leaves_more_after_yes)
            low = question.reserve + 1;
        else
            high = question.reserve - 1;
    }
    asker->made->weighed = before + 1; // all reserves are one question
    keep(asker, &best);
    return true;
}

static void add_candidate(struct asker *asker, struct question question, int64_t tightens)
{
    if (asker->candidates.count < CANDIDATES_MAX)
        *LIST_ADD(&asker->candidates, struct question_candidate) =
            (struct question_candidate){question, tightens};
}

static int64_t above(int64_t number)
{
    return number > 0 ? number : 0;
}

// Options whose order is not known. An answer lifts the least of one and lowers the most of the
// other; with links, or gaps already, more may follow than that.
static void add_options(struct asker *asker, uint32_t party, uint32_t issue)
{
    const struct bounds *bounds = &asker->views->views[party].bounds;
    const int64_t *least = bounds->least + asker->views->scenario->issues[issue].first;
    const int64_t *most = bounds->most + asker->views->scenario->issues[issue].first;
    uint32_t count = asker->views->scenario->issues[issue].option_count;
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = a + 1; b < count; b++) {
            if (bounds_gap(bounds, issue, a, b) <= 0 || bounds_gap(bounds, issue, b, a) < 0)
                continue;
            int64_t tightens = above(least[b] - least[a]) + above(most[b] - most[a]) +
                               above(least[a] - least[b]) + above(most[a] - most[b]);
            struct question question = {
                .kind = QUESTION_OPTIONS, .party = party, .a = {issue, a}, .b = {issue, b}};
            if (asker->maker.is_listed || tightens > 0)
                add_candidate(asker, question, tightens);
        }
}

// The width of an issue's swing that is not known; -1: its best and worst options are not known.
static int64_t open_swing(const struct bounds *bounds, uint32_t issue)
{
    uint32_t best;
    uint32_t worst;
    if (bounds->scenario->issues[issue].option_count > ASKED_OPTIONS_MAX ||
        !bounds_extremes(bounds, issue, &best, &worst) || best == worst)
        return -1;
    return bounds_gap(bounds, issue, best, worst) + bounds_gap(bounds, issue, worst, best);
}

static void add_issues(struct asker *asker, uint32_t party)
{
    const struct bounds *bounds = &asker->views->views[party].bounds;
    uint32_t issues = asker->views->scenario->issue_count;
    struct arena *work = arena_open();
    int64_t *swings = ARENA_ARRAY(work, int64_t, issues);
    for (uint32_t i = 0; i < issues; i++)
        swings[i] = open_swing(bounds, i);
    for (uint32_t x = 0; x < issues; x++)
        for (uint32_t y = x + 1; swings[x] >= 0 && y < issues; y++) {
            struct question question = {
                .kind = QUESTION_ISSUES, .party = party, .a = {x, 0}, .b = {y, 0}};
            if (swings[y] >= 0 && swings[x] + swings[y] > 0)
                add_candidate(asker, question, swings[x] + swings[y]);
        }
    arena_close(work);
}

static void add_candidates(struct asker *asker, uint32_t party)
{
    const struct scenario *scenario = asker->views->scenario;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (scenario->issues[i].option_count <= ASKED_OPTIONS_MAX)
            add_options(asker, party, i);
    add_issues(asker, party);
}

// Tightening says nothing of packages; they are taken as listed, spread over the list.
static bool weigh_packages(struct asker *asker, uint32_t party)
{
    const struct assessment *assessment = asker->maker.assessment;
    size_t open = 0;
    for (size_t i = 0; i < assessment->listed_count; i++)
        open += assessment->listed[i].for_all == STANDING_POSSIBLY &&
                assessment->listed[i].for_each[party] == STANDING_POSSIBLY;
    size_t most = asker->maker.is_listed ? LISTED_PACKAGES_MAX : COUNTED_PACKAGES_MAX;
    asker->made->possible += open;
    size_t seen = 0;
    size_t taken = 0;
    for (size_t i = 0; i < assessment->listed_count; i++) {
        const struct assessed *one = &assessment->listed[i];
        if (one->for_all != STANDING_POSSIBLY || one->for_each[party] != STANDING_POSSIBLY)
            continue;
        if ((open > most && seen++ * most / open < taken) || !may_weigh(asker))
            continue;
        taken++;
        struct question question = {
            .kind = QUESTION_PACKAGE, .party = party, .package = one->package};
        struct weighed_question weighed;
        struct answers answers;
        if (!weigh(asker, &question, &weighed, &answers))
            return false;
        keep(asker, &weighed);
    }
    return true;
}

static int compare_candidates(const void *a, const void *b)
{
    const struct question_candidate *left = a;
    const struct question_candidate *right = b;
    if (left->tightens != right->tightens)
        return left->tightens > right->tightens ? -1 : 1;
    const struct question *x = &left->question;
    const struct question *y = &right->question;
    const uint32_t keys[2][6] = {
        {x->party, (uint32_t)x->kind, x->a.issue, x->a.option, x->b.issue, x->b.option},
        {y->party, (uint32_t)y->kind, y->a.issue, y->a.option, y->b.issue, y->b.option}};
    for (size_t k = 0; k < 6; k++)
        if (keys[0][k] != keys[1][k])
            return keys[0][k] < keys[1][k] ? -1 : 1;
    return 0;
}

static bool weigh_candidates(struct asker *asker)
{
    list_sort(&asker->candidates, compare_candidates);
    size_t count = asker->candidates.count;
    asker->made->possible += count;
    if (!asker->maker.is_listed && count > COUNTED_PAIRS_MAX)
        count = COUNTED_PAIRS_MAX;
    for (size_t c = 0; c < count && may_weigh(asker); c++) {
        struct weighed_question weighed;
        struct answers answers;
        const struct question_candidate *candidate =
            LIST_AT(&asker->candidates, struct question_candidate, c);
        if (!weigh(asker, &candidate->question, &weighed, &answers))
            return false;
        keep(asker, &weighed);
    }
    return true;
}

static int compare_weighed(const void *a, const void *b)
{
    const struct weighed_question *left = a;
    const struct weighed_question *right = b;
    int order = digits_compare(left->worst, right->worst);
    if (order == 0)
        order = digits_compare(better_outcome(left), better_outcome(right));
    if (order != 0)
        return order;
    struct question_candidate x = {left->question, 0};
    struct question_candidate y = {right->question, 0};
    if (left->question.kind != right->question.kind)
        return left->question.kind < right->question.kind ? -1 : 1;
    order = compare_candidates(&x, &y);
    return order != 0 ? order : left->at < right->at ? -1 : left->at > right->at;
}

static void rank(struct asker *asker)
{
    struct questions *made = asker->made;
    list_sort(&asker->weighed, compare_weighed);
    made->items = LIST_ITEMS(&asker->weighed, struct weighed_question);
    made->count = asker->weighed.count;
    while (made->best_count < made->count &&
           str_equal(made->items[made->best_count].worst, made->items[0].worst))
        made->best_count++;
    if (made->count > REPORTED_MAX && made->count > made->best_count)
        made->count = made->best_count > REPORTED_MAX ? made->best_count : REPORTED_MAX;
}

static bool weigh_all(struct asker *asker)
{
    uint32_t parties = asker->views->scenario->party_count;
    for (uint32_t p = 0; p < parties; p++) {
        if (!weigh_reserve(asker, p))
            return false;
        add_candidates(asker, p);
    }
    if (!weigh_candidates(asker))
        return false;
    for (uint32_t p = 0; p < parties; p++)
        if (!weigh_packages(asker, p))
            return false;
    return true;
}

bool questions_find(const struct assessment *assessment, struct budget *budget, struct arena *arena,
                    struct questions *questions, struct error *error)
{
    const struct standings *all = &assessment->for_all;
    struct questions made = {.undecided = {NULL, 0}};
    bool is_exact = all->surely.is_exact && all->possibly.is_exact;
    if (is_exact)
        made.undecided = digits_subtract(all->possibly.at_least, all->surely.at_least, arena);
    struct asker asker = {
        .maker = {assessment, NULL, false, all->surely.at_least, all->possibly.at_least},
        .budget = *budget,
        .views = assessment->views,
        .arena = arena,
        .error = error,
        .candidates = LIST_MAKE(arena, struct question_candidate),
        .weighed = LIST_MAKE(arena, struct weighed_question),
        .made = &made,
    };
    asker.maker.is_listed =
        assessment->is_complete && made.undecided.length < 4 &&
        digits_compare(made.undecided, arena_print(arena, "%d", QUESTIONS_LISTED_MAX)) <= 0;
    asker.maker.budget = &asker.budget;
    if (asker.budget.steps_left > WEIGH_STEPS)
        asker.budget.steps_left = WEIGH_STEPS;
    uint64_t before = asker.budget.steps_left;
    if (is_exact && !str_equal(made.undecided, STR("0"))) {
        if (!weigh_all(&asker) && error->code != STOPPED)
            return false;
        rank(&asker);
    }
    budget->steps_left -= before - asker.budget.steps_left;
    made.is_stopped = !budget_spend(budget, 0) || budget->steps_left == 0;
    *questions = made;
    return true;
}

struct str question_words(const struct scenario *scenario, const struct question *question,
                          struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct str party = scenario->parties[question->party].name;
    const struct issue *a = &scenario->issues[question->a.issue];
    const struct issue *b = &scenario->issues[question->b.issue];
    switch (question->kind) {
    case QUESTION_RESERVE:
        builder_print(&out, "Is the reserve of %.*s at least %lld?", STR_ARGS(party),
                      (long long)question->reserve);
        break;
    case QUESTION_OPTIONS:
        builder_print(&out, "%.*s: does %.*s prefer \"%.*s\" to \"%.*s\"?", STR_ARGS(a->name),
                      STR_ARGS(party), STR_ARGS(a->options[question->a.option]),
                      STR_ARGS(b->options[question->b.option]));
        break;
    case QUESTION_ISSUES:
        builder_print(&out, "Does %.*s matter more than %.*s to %.*s?", STR_ARGS(a->name),
                      STR_ARGS(b->name), STR_ARGS(party));
        break;
    case QUESTION_PACKAGE:
        builder_print(&out, "Would %.*s accept this package:", STR_ARGS(party));
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            builder_print(&out, "%s %.*s: %.*s", i > 0 ? ";" : "",
                          STR_ARGS(scenario->issues[i].name),
                          STR_ARGS(scenario->issues[i].options[question->package[i]]));
        builder_add_byte(&out, '?');
        break;
    }
    return builder_str(&out);
}
