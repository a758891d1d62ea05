// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/bounds.h"

#include "base/list.h"
#include "uncertain_values/order.h"

struct drawer {
    const struct uncertain *uncertain;
    const struct scenario *scenario;
    const struct scenario_party *party;
    const struct stated_party *stated;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    struct bounds *made;
    struct list *edges; // by issue: struct order_edge of the comparisons
    struct list links;  // struct score_link
    int64_t *least;
    int64_t *most;
    const int64_t **gaps;
    struct str contradiction; // empty: none
};

int64_t steps_value(int64_t steps)
{
    int64_t shifted = steps + VALUE_STEP / 2;
    int64_t value = shifted / VALUE_STEP;
    return shifted % VALUE_STEP < 0 ? value - 1 : value;
}

int64_t steps_floor(int64_t steps)
{
    int64_t value = steps_value(steps);
    return value * VALUE_STEP > steps ? value - 1 : value;
}

int64_t steps_ceiling(int64_t steps)
{
    int64_t value = steps_value(steps);
    return value * VALUE_STEP < steps ? value + 1 : value;
}

// The values of pairs whose options are both among the choices.
static int64_t pairs_within(const struct scenario_party *party, const struct choice *choices,
                            size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < party->pair_count; i++) {
        const struct choice both[2] = {party->pairs[i].a, party->pairs[i].b};
        int found = 0;
        for (size_t c = 0; c < count; c++)
            for (int k = 0; k < 2; k++)
                found += choices[c].issue == both[k].issue && choices[c].option == both[k].option;
        if (found == 2)
            sum += party->pairs[i].value;
    }
    return sum;
}

static struct score_link *add_link(struct drawer *drawer, size_t room, struct str words)
{
    struct score_link *link = LIST_ADD(&drawer->links, struct score_link);
    link->terms = ARENA_ARRAY(drawer->arena, struct term, room + 1);
    link->words = words;
    return link;
}

static void add_term(struct score_link *link, uint32_t flat, int64_t factor)
{
    struct term *terms = (struct term *)(uintptr_t)link->terms;
    terms[link->term_count++] = (struct term){flat, factor};
}

// left - right >= at_least, `sign` turns both around. Options on both sides cancel.
static void add_comparison(struct drawer *drawer, const struct value_statement *statement, int sign,
                           int64_t at_least)
{
    struct score_link *link = add_link(drawer, statement->left_count * 2, statement->words);
    link->at_least = at_least;
    for (size_t i = 0; i < statement->left_count; i++) {
        struct choice left = statement->left[i];
        struct choice right = statement->right[i];
        if (left.option == right.option)
            continue;
        add_term(link, scenario_flat(drawer->scenario, left), sign);
        add_term(link, scenario_flat(drawer->scenario, right), -sign);
    }
}

static bool is_one_issue(const struct drawer *drawer, const struct score_link *link,
                         uint32_t *issue)
{
    if (link->term_count != 2 || link->reserve_factor != 0)
        return false;
    *issue = 0;
    while (*issue + 1 < drawer->scenario->issue_count &&
           drawer->scenario->issues[*issue + 1].first <= link->terms[0].flat)
        ++*issue;
    return true;
}

// A comparison of two options of one issue, without pairs, is an edge of its order; one that says
// nothing about scores holds or does not.
static void settle_comparison(struct drawer *drawer, int64_t pairs)
{
    struct score_link *link = LIST_AT(&drawer->links, struct score_link, drawer->links.count - 1);
    uint32_t issue;
    if (link->term_count == 0) {
        if (link->at_least > 0)
            drawer->contradiction = link->words;
    } else if (is_one_issue(drawer, link, &issue) && pairs == 0) {
        uint32_t first = drawer->scenario->issues[issue].first;
        bool is_turned = link->terms[0].factor < 0;
        uint32_t a = link->terms[is_turned ? 1 : 0].flat - first;
        uint32_t b = link->terms[is_turned ? 0 : 1].flat - first;
        *LIST_ADD(&drawer->edges[issue], struct order_edge) =
            (struct order_edge){b, a, -link->at_least, link->words};
    } else {
        return;
    }
    list_cut(&drawer->links, drawer->links.count - 1);
}

static void draw_comparison(struct drawer *drawer, const struct value_statement *statement)
{
    int64_t pairs = pairs_within(drawer->party, statement->left, statement->left_count) -
                    pairs_within(drawer->party, statement->right, statement->right_count);
    int64_t strict = statement->kind == STATEMENT_PREFERS && !statement->or_equal ? 1 : 0;
    add_comparison(drawer, statement, 1, strict - pairs * VALUE_STEP);
    settle_comparison(drawer, pairs);
    if (statement->kind == STATEMENT_PREFERS)
        return;
    add_comparison(drawer, statement, -1, pairs * VALUE_STEP);
    settle_comparison(drawer, pairs);
}

// The package reaches the reserve, or stays strictly below it.
static void draw_acceptance(struct drawer *drawer, const struct value_statement *statement)
{
    int64_t pairs = pairs_within(drawer->party, statement->left, statement->left_count);
    int sign = statement->kind == STATEMENT_ACCEPTS ? 1 : -1;
    struct score_link *link = add_link(drawer, statement->left_count, statement->words);
    link->reserve_factor = -sign;
    link->at_least = sign > 0 ? -pairs * VALUE_STEP : pairs * VALUE_STEP + 1;
    for (size_t i = 0; i < statement->left_count; i++)
        add_term(link, scenario_flat(drawer->scenario, statement->left[i]), sign);
}

// Intervals as edges to and from a fixed 0, so that a cycle can name them.
static void add_intervals(struct drawer *drawer, uint32_t number, struct list *edges)
{
    const struct issue *issue = &drawer->scenario->issues[number];
    for (uint32_t o = 0; o < issue->option_count; o++) {
        struct str name = issue->options[o];
        long long low = drawer->stated->least[issue->first + o];
        long long high = drawer->stated->most[issue->first + o];
        *LIST_ADD(edges, struct order_edge) = (struct order_edge){
            o, issue->option_count, high * VALUE_STEP,
            arena_print(drawer->arena, "\"%.*s\" is at most %lld", STR_ARGS(name), high)};
        *LIST_ADD(edges, struct order_edge) = (struct order_edge){
            issue->option_count, o, -low * VALUE_STEP,
            arena_print(drawer->arena, "\"%.*s\" is at least %lld", STR_ARGS(name), low)};
    }
}

static bool close_issue(struct drawer *drawer, uint32_t number)
{
    const struct issue *issue = &drawer->scenario->issues[number];
    struct list *edges = &drawer->edges[number];
    uint32_t count = issue->option_count;
    for (uint32_t flat = issue->first; flat < issue->first + count; flat++) {
        drawer->least[flat] = drawer->stated->least[flat] * VALUE_STEP;
        drawer->most[flat] = drawer->stated->most[flat] * VALUE_STEP;
    }
    if (edges->count == 0)
        return true;
    if (count > UNCERTAIN_ORDERED_MAX)
        return error_set(drawer->error, TOO_LARGE,
                         "party \"%.*s\", issue \"%.*s\": at most %d options can be compared",
                         STR_ARGS(drawer->party->name), STR_ARGS(issue->name),
                         UNCERTAIN_ORDERED_MAX);
    if (!budget_spend(drawer->budget, (uint64_t)count * count * count) ||
        arena_bytes(drawer->arena) > drawer->budget->memory_bytes)
        return budget_stopped(drawer->error);
    add_intervals(drawer, number, edges);
    struct str cycle;
    const int64_t *gaps = order_close(count, edges, drawer->arena, &cycle);
    if (!gaps) {
        drawer->contradiction = arena_print(drawer->arena, "issue \"%.*s\": %.*s",
                                            STR_ARGS(issue->name), STR_ARGS(cycle));
        return true;
    }
    drawer->gaps[number] = gaps;
    for (uint32_t o = 0; o < count; o++) {
        drawer->most[issue->first + o] = gaps[(size_t)o * (count + 1) + count];
        drawer->least[issue->first + o] = -gaps[(size_t)count * (count + 1) + o];
    }
    return true;
}

int64_t bounds_gap(const struct bounds *bounds, uint32_t issue, uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    const struct issue *about = &bounds->scenario->issues[issue];
    if (bounds->gaps[issue])
        return bounds->gaps[issue][(size_t)a * (about->option_count + 1) + b];
    return bounds->most[about->first + a] - bounds->least[about->first + b];
}

// An option that no other surely reaches (from above: sign 1, from below: -1); of equal ones the first.
static bool may_be_extreme(const struct bounds *bounds, uint32_t issue, uint32_t option, int sign)
{
    for (uint32_t o = 0; o < bounds->scenario->issues[issue].option_count; o++) {
        if (o == option)
            continue;
        int64_t gap =
            sign > 0 ? bounds_gap(bounds, issue, option, o) : bounds_gap(bounds, issue, o, option);
        int64_t back =
            sign > 0 ? bounds_gap(bounds, issue, o, option) : bounds_gap(bounds, issue, option, o);
        if (gap < 0 || (gap == 0 && (back > 0 || o < option)))
            return false;
    }
    return true;
}

// The one option that is surely best (or worst); false when that is not known.
static bool find_extreme(const struct bounds *bounds, uint32_t issue, int sign, uint32_t *option)
{
    size_t found = 0;
    for (uint32_t o = 0; o < bounds->scenario->issues[issue].option_count; o++)
        if (may_be_extreme(bounds, issue, o, sign)) {
            *option = o;
            found++;
        }
    return found == 1;
}

bool bounds_extremes(const struct bounds *bounds, uint32_t issue, uint32_t *best, uint32_t *worst)
{
    return find_extreme(bounds, issue, 1, best) && find_extreme(bounds, issue, -1, worst);
}

// best - worst of `more` is at least y - z, options of `less`.
static void add_swing(struct drawer *drawer, const struct value_statement *statement,
                      const uint32_t extremes[2], uint32_t y, uint32_t z)
{
    const struct issue *more = &drawer->scenario->issues[statement->more];
    const struct issue *less = &drawer->scenario->issues[statement->less];
    struct score_link *link = add_link(drawer, 4, statement->words);
    link->at_least = statement->or_equal ? 0 : 1;
    if (extremes[0] != extremes[1]) {
        add_term(link, more->first + extremes[0], 1);
        add_term(link, more->first + extremes[1], -1);
    }
    if (y != z) {
        add_term(link, less->first + y, -1);
        add_term(link, less->first + z, 1);
    }
    if (link->term_count > 0)
        return;
    if (link->at_least > 0)
        drawer->contradiction = statement->words;
    list_cut(&drawer->links, drawer->links.count - 1);
}

static bool swings_are_small(const struct drawer *drawer, const struct value_statement *statement)
{
    if (drawer->scenario->issues[statement->more].option_count <= UNCERTAIN_ORDERED_MAX &&
        drawer->scenario->issues[statement->less].option_count <= UNCERTAIN_ORDERED_MAX &&
        drawer->links.count <= BOUNDS_LINKS_MAX)
        return true;
    return error_set(drawer->error, TOO_LARGE,
                     "party \"%.*s\": %.*s: issues of more than %d options, or more than %d such "
                     "comparisons",
                     STR_ARGS(drawer->party->name), STR_ARGS(statement->words),
                     UNCERTAIN_ORDERED_MAX, BOUNDS_LINKS_MAX);
}

// For every y that may be best and every z that may be worst where less hangs on it.
static bool draw_swing(struct drawer *drawer, const struct value_statement *statement)
{
    const struct bounds *bounds = drawer->made;
    const struct issue *more = &drawer->scenario->issues[statement->more];
    const struct issue *less = &drawer->scenario->issues[statement->less];
    uint32_t extremes[2] = {0, 0};
    bool may_be_worst[UNCERTAIN_ORDERED_MAX];
    if (!swings_are_small(drawer, statement))
        return false;
    if (!bounds_extremes(bounds, statement->more, &extremes[0], &extremes[1]))
        return error_set(drawer->error, BAD_INPUT,
                         "party \"%.*s\": that issue \"%.*s\" matters more than \"%.*s\" says "
                         "something only when its best and its worst option are known; rank them",
                         STR_ARGS(drawer->party->name), STR_ARGS(more->name), STR_ARGS(less->name));
    for (uint32_t z = 0; z < less->option_count; z++)
        may_be_worst[z] = may_be_extreme(bounds, statement->less, z, -1);
    for (uint32_t y = 0; y < less->option_count; y++) {
        if (!may_be_extreme(bounds, statement->less, y, 1))
            continue;
        for (uint32_t z = 0; z < less->option_count; z++)
            if (may_be_worst[z])
                add_swing(drawer, statement, extremes, y, z);
    }
    return true;
}

static bool draw_statements(struct drawer *drawer)
{
    for (size_t s = 0; s < drawer->stated->statement_count; s++) {
        const struct value_statement *statement = &drawer->stated->statements[s];
        if (statement->kind == STATEMENT_PREFERS || statement->kind == STATEMENT_EQUALS)
            draw_comparison(drawer, statement);
        else if (statement->kind != STATEMENT_MATTERS)
            draw_acceptance(drawer, statement);
    }
    for (uint32_t i = 0; i < drawer->scenario->issue_count; i++)
        if (drawer->contradiction.length == 0 && !close_issue(drawer, i))
            return false;
    if (drawer->contradiction.length > 0)
        return true;
    for (size_t s = 0; s < drawer->stated->statement_count; s++)
        if (drawer->stated->statements[s].kind == STATEMENT_MATTERS &&
            !draw_swing(drawer, &drawer->stated->statements[s]))
            return false;
    return true;
}

static void draw_pairs(struct drawer *drawer)
{
    size_t count = drawer->party->pair_count;
    struct pair_value *pairs = ARENA_ARRAY(drawer->arena, struct pair_value, count + 1);
    for (size_t i = 0; i < count; i++) {
        pairs[i] = drawer->party->pairs[i];
        pairs[i].value *= VALUE_STEP;
    }
    drawer->made->pairs = pairs;
    drawer->made->pair_count = count;
}

// A reserve of which nothing is said lies between the party's worst and its best package.
static void draw_reserve(struct drawer *drawer)
{
    struct bounds *made = drawer->made;
    made->reserve_least = drawer->stated->reserve_least * VALUE_STEP;
    made->reserve_most =
        drawer->stated->reserve_most * VALUE_STEP - (drawer->stated->reserve_is_below ? 1 : 0);
    if (drawer->stated->has_reserve)
        return;
    int64_t low = 0;
    int64_t high = 0;
    for (uint32_t i = 0; i < drawer->scenario->issue_count; i++) {
        const struct issue *issue = &drawer->scenario->issues[i];
        int64_t worst = made->least[issue->first];
        int64_t best = made->most[issue->first];
        for (uint32_t flat = issue->first; flat < issue->first + issue->option_count; flat++) {
            worst = made->least[flat] < worst ? made->least[flat] : worst;
            best = made->most[flat] > best ? made->most[flat] : best;
        }
        low += worst;
        high += best;
    }
    for (size_t i = 0; i < made->pair_count; i++) {
        low += made->pairs[i].value < 0 ? made->pairs[i].value : 0;
        high += made->pairs[i].value > 0 ? made->pairs[i].value : 0;
    }
    made->reserve_least = steps_floor(low) * VALUE_STEP;
    made->reserve_most = steps_ceiling(high) * VALUE_STEP;
}

static void mark_links(struct drawer *drawer)
{
    struct bounds *made = drawer->made;
    const struct scenario *scenario = drawer->scenario;
    bool *is_linked = ARENA_ARRAY(drawer->arena, bool, scenario->issue_count);
    uint32_t *issue_of = ARENA_ARRAY(drawer->arena, uint32_t, scenario->option_total);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            issue_of[scenario->issues[i].first + o] = i;
    made->links = LIST_ITEMS(&drawer->links, struct score_link);
    made->link_count = drawer->links.count;
    made->is_linked = is_linked;
    for (size_t l = 0; l < made->link_count; l++) {
        const struct score_link *link = &made->links[l];
        made->has_reserve_links = made->has_reserve_links || link->reserve_factor != 0;
        for (size_t t = 0; t < link->term_count; t++)
            is_linked[issue_of[link->terms[t].flat]] = true;
    }
}

bool bounds_find(const struct uncertain *uncertain, uint32_t party, struct budget *budget,
                 struct arena *arena, struct bounds *bounds, bool *is_possible,
                 struct str *contradiction, struct error *error)
{
    const struct scenario *scenario = uncertain->scenario;
    struct bounds made = {.scenario = scenario, .party = party};
    struct drawer drawer = {
        .uncertain = uncertain,
        .scenario = scenario,
        .party = &scenario->parties[party],
        .stated = &uncertain->parties[party],
        .budget = budget,
        .arena = arena,
        .error = error,
        .made = &made,
        .edges = ARENA_ARRAY(arena, struct list, scenario->issue_count),
        .links = LIST_MAKE(arena, struct score_link),
        .least = ARENA_ARRAY(arena, int64_t, scenario->option_total),
        .most = ARENA_ARRAY(arena, int64_t, scenario->option_total),
        .gaps = ARENA_ARRAY(arena, const int64_t *, scenario->issue_count),
    };
    made.least = drawer.least;
    made.most = drawer.most;
    made.gaps = drawer.gaps;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        drawer.edges[i] = LIST_MAKE(arena, struct order_edge);
    draw_pairs(&drawer);
    if (!draw_statements(&drawer))
        return false;
    *is_possible = drawer.contradiction.length == 0;
    *contradiction = drawer.contradiction;
    draw_reserve(&drawer);
    mark_links(&drawer);
    *bounds = made;
    return true;
}
