// SPDX-License-Identifier: Apache-2.0
#include "plain.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_MAX 2000

// The rows stand in memory that grows with them: room for ROWS_MAX rows each time is so large a
// piece that malloc fetches it from the kernel and gives it back, a hundred thousand times.
struct system {
    struct plain_row *rows;
    size_t count;
    size_t room;
    uint32_t unknowns;
};

static struct system system_open(uint32_t unknowns, size_t room)
{
    struct plain_row *rows = malloc((room + 1) * sizeof *rows);
    if (!rows)
        abort();
    return (struct system){rows, 0, room + 1, unknowns};
}

static void system_fill(struct system *system, const struct system *from)
{
    memcpy(system->rows, from->rows, from->count * sizeof *from->rows);
    system->count = from->count;
}

static void make_room(struct system *system)
{
    if (system->count == ROWS_MAX)
        abort();
    if (system->count < system->room)
        return;
    system->room *= 2;
    system->rows = realloc(system->rows, system->room * sizeof *system->rows);
    if (!system->rows)
        abort();
}

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return size_of(a);
}

static void add_row(struct system *system, struct plain_row row)
{
    int64_t divisor = size_of(row.limit);
    for (uint32_t u = 0; u < system->unknowns; u++)
        divisor = common_divisor(divisor, row.factors[u]);
    for (uint32_t u = 0; divisor > 1 && u < system->unknowns; u++)
        row.factors[u] /= divisor;
    if (divisor > 1)
        row.limit /= divisor;
    for (size_t i = 0; i < system->count; i++) {
        struct plain_row *other = &system->rows[i];
        if (memcmp(other->factors, row.factors, sizeof row.factors) != 0)
            continue;
        if (row.limit < other->limit || (row.limit == other->limit && row.is_strict))
            *other = row;
        return;
    }
    make_room(system);
    system->rows[system->count++] = row;
}

static struct plain_row combine(struct plain_row up, struct plain_row down, uint32_t unknown)
{
    int64_t a = up.factors[unknown];
    int64_t b = -down.factors[unknown];
    for (uint32_t u = 0; u < PLAIN_UNKNOWNS_MAX; u++)
        up.factors[u] = up.factors[u] * b + down.factors[u] * a;
    up.limit = up.limit * b + down.limit * a;
    up.is_strict = up.is_strict || down.is_strict;
    return up;
}

static void eliminate(struct system *system, uint32_t unknown)
{
    struct system next = system_open(system->unknowns, system->count);
    for (size_t i = 0; i < system->count; i++) {
        if (system->rows[i].factors[unknown] == 0)
            add_row(&next, system->rows[i]);
        if (system->rows[i].factors[unknown] <= 0)
            continue;
        for (size_t j = 0; j < system->count; j++)
            if (system->rows[j].factors[unknown] < 0)
                add_row(&next, combine(system->rows[i], system->rows[j], unknown));
    }
    free(system->rows);
    *system = next;
}

static bool is_possible(struct system *system)
{
    bool is_gone[PLAIN_UNKNOWNS_MAX] = {false};
    for (uint32_t round = 0; round < system->unknowns; round++) {
        uint32_t best = UINT32_MAX;
        size_t cost = SIZE_MAX;
        for (uint32_t u = 0; u < system->unknowns; u++) {
            size_t ups = 0;
            size_t downs = 0;
            for (size_t i = 0; i < system->count; i++) {
                ups += system->rows[i].factors[u] > 0;
                downs += system->rows[i].factors[u] < 0;
            }
            if (!is_gone[u] && ups * downs < cost) {
                cost = ups * downs;
                best = u;
            }
        }
        is_gone[best] = true;
        eliminate(system, best);
    }
    for (size_t i = 0; i < system->count; i++)
        if (system->rows[i].limit < 0 || (system->rows[i].limit == 0 && system->rows[i].is_strict))
            return false;
    return true;
}

static void add_bound(struct system *system, uint32_t unknown, int sign, int64_t limit,
                      bool is_strict)
{
    struct plain_row row = {.limit = limit, .is_strict = is_strict};
    row.factors[unknown] = sign;
    add_row(system, row);
}

static int64_t pairs_among(const struct scenario_party *party, const struct choice *choices,
                           size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < party->pair_count; i++) {
        bool has_a = false;
        bool has_b = false;
        for (size_t c = 0; c < count; c++) {
            has_a = has_a || memcmp(&choices[c], &party->pairs[i].a, sizeof *choices) == 0;
            has_b = has_b || memcmp(&choices[c], &party->pairs[i].b, sizeof *choices) == 0;
        }
        sum += has_a && has_b ? party->pairs[i].value : 0;
    }
    return sum;
}

// right - left <= limit, as the sides stand; reserve stands for an empty right.
static struct plain_row row_of(const struct plain_party *party,
                               const struct value_statement *statement)
{
    const struct scenario *scenario = party->uncertain->scenario;
    const struct scenario_party *who = &scenario->parties[party->party];
    struct plain_row row = {.limit = pairs_among(who, statement->left, statement->left_count) -
                                     pairs_among(who, statement->right, statement->right_count)};
    for (size_t i = 0; i < statement->left_count; i++)
        row.factors[scenario_flat(scenario, statement->left[i])] -= 1;
    for (size_t i = 0; i < statement->right_count; i++)
        row.factors[scenario_flat(scenario, statement->right[i])] += 1;
    return row;
}

static struct plain_row turned(struct plain_row row)
{
    for (uint32_t u = 0; u < PLAIN_UNKNOWNS_MAX; u++)
        row.factors[u] = -row.factors[u];
    row.limit = -row.limit;
    return row;
}

static void add_statement(struct system *system, const struct plain_party *party,
                          const struct value_statement *statement)
{
    uint32_t reserve = party->uncertain->scenario->option_total;
    struct plain_row row = row_of(party, statement);
    switch (statement->kind) {
    case STATEMENT_PREFERS:
        row.is_strict = !statement->or_equal;
        add_row(system, row);
        break;
    case STATEMENT_EQUALS:
        add_row(system, row);
        add_row(system, turned(row));
        break;
    case STATEMENT_ACCEPTS:
        row.factors[reserve] = 1;
        add_row(system, row);
        break;
    case STATEMENT_REJECTS:
        row.factors[reserve] = 1;
        row = turned(row);
        row.is_strict = true;
        add_row(system, row);
        break;
    case STATEMENT_MATTERS:
        break;
    }
}

// best - worst of the larger swing is at least every difference of the smaller one.
static void add_swing(struct system *system, const struct plain_party *party,
                      const struct value_statement *statement, uint32_t best, uint32_t worst)
{
    const struct issue *more = &party->uncertain->scenario->issues[statement->more];
    const struct issue *less = &party->uncertain->scenario->issues[statement->less];
    for (uint32_t y = 0; y < less->option_count; y++)
        for (uint32_t z = 0; z < less->option_count; z++) {
            struct plain_row row = {.is_strict = !statement->or_equal};
            row.factors[less->first + y] += 1;
            row.factors[less->first + z] -= 1;
            row.factors[more->first + best] -= 1;
            row.factors[more->first + worst] += 1;
            add_row(system, row);
        }
}

static bool settle(const struct plain_party *party, const struct system *so_far, size_t from)
{
    const struct stated_party *stated = &party->uncertain->parties[party->party];
    while (from < stated->statement_count && stated->statements[from].kind != STATEMENT_MATTERS)
        from++;
    struct system copy = system_open(so_far->unknowns, so_far->count);
    system_fill(&copy, so_far);
    bool found = false;
    if (from == stated->statement_count) {
        found = is_possible(&copy);
        free(copy.rows);
        return found;
    }
    // Which options are best and worst is not known: each pair is tried.
    const struct value_statement *statement = &stated->statements[from];
    uint32_t count = party->uncertain->scenario->issues[statement->more].option_count;
    for (uint32_t i = 0; i < count * count && !found; i++) {
        system_fill(&copy, so_far);
        add_swing(&copy, party, statement, i / count, i % count);
        found = settle(party, &copy, from + 1);
    }
    free(copy.rows);
    return found;
}

bool plain_allows(const struct plain_party *party, const struct plain_row *rows, size_t count)
{
    const struct scenario *scenario = party->uncertain->scenario;
    const struct stated_party *stated = &party->uncertain->parties[party->party];
    struct system system = system_open(scenario->option_total + 1, 32);
    for (uint32_t o = 0; o < scenario->option_total; o++) {
        add_bound(&system, o, 1, stated->most[o], false);
        add_bound(&system, o, -1, -stated->least[o], false);
    }
    int64_t least = stated->has_reserve ? stated->reserve_least : party->reserve_least;
    int64_t most = stated->has_reserve ? stated->reserve_most : party->reserve_most;
    add_bound(&system, scenario->option_total, 1, most, stated->reserve_is_below);
    add_bound(&system, scenario->option_total, -1, -least, false);
    for (size_t s = 0; s < stated->statement_count; s++)
        add_statement(&system, party, &stated->statements[s]);
    for (size_t r = 0; r < count; r++)
        add_row(&system, rows[r]);
    bool found = settle(party, &system, 0);
    free(system.rows);
    return found;
}

static int64_t pairs_of(const struct plain_party *party, const uint32_t *package)
{
    struct choice choices[PLAIN_UNKNOWNS_MAX];
    uint32_t issues = party->uncertain->scenario->issue_count;
    for (uint32_t i = 0; i < issues; i++)
        choices[i] = (struct choice){i, package[i]};
    return pairs_among(&party->uncertain->scenario->parties[party->party], choices, issues);
}

static void add_package(struct plain_row *row, const struct plain_party *party,
                        const uint32_t *package, int sign)
{
    const struct scenario *scenario = party->uncertain->scenario;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        row->factors[scenario->issues[i].first + package[i]] -= sign;
    row->limit += sign * pairs_of(party, package);
}

struct plain_row plain_reaches(const struct plain_party *party, const uint32_t *package, int sign,
                               bool is_strict)
{
    struct plain_row row = {.is_strict = is_strict};
    add_package(&row, party, package, sign);
    row.factors[party->uncertain->scenario->option_total] = sign;
    return row;
}

struct plain_row plain_exceeds(const struct plain_party *party, const uint32_t *a,
                               const uint32_t *b, bool is_strict)
{
    struct plain_row row = {.is_strict = is_strict};
    add_package(&row, party, a, 1);
    add_package(&row, party, b, -1);
    return row;
}

bool plain_beats(const struct plain_scene *scene, const uint32_t *b, const uint32_t *a, bool surely)
{
    bool is_better = false;
    for (uint32_t p = 0; p < scene->party_count; p++) {
        const struct plain_party *party = &scene->parties[p];
        struct plain_row weak =
            surely ? plain_exceeds(party, a, b, true) : plain_exceeds(party, b, a, false);
        struct plain_row strict =
            surely ? plain_exceeds(party, a, b, false) : plain_exceeds(party, b, a, true);
        if (plain_allows(party, &weak, 1) == surely)
            return false;
        is_better = is_better || plain_allows(party, &strict, 1) != surely;
    }
    return is_better;
}

// The demands made of each party so far.
struct demands {
    struct plain_row rows[4][64];
    size_t count[4];
};

static bool lead_from(const struct plain_scene *scene, const uint32_t *a, size_t from,
                      struct demands *demands)
{
    if (from == scene->package_count)
        return true;
    const uint32_t *b = scene->packages + from * scene->issue_count;
    for (uint32_t p = 0; p < scene->party_count; p++) {
        demands->rows[p][demands->count[p]++] = plain_exceeds(&scene->parties[p], a, b, true);
        bool found = plain_allows(&scene->parties[p], demands->rows[p], demands->count[p]) &&
                     lead_from(scene, a, from + 1, demands);
        demands->count[p]--;
        if (found)
            return true;
    }
    bool may_be_equal = true;
    for (uint32_t p = 0; p < scene->party_count; p++) {
        demands->rows[p][demands->count[p]++] = plain_exceeds(&scene->parties[p], a, b, false);
        demands->rows[p][demands->count[p]++] = plain_exceeds(&scene->parties[p], b, a, false);
        may_be_equal =
            may_be_equal && plain_allows(&scene->parties[p], demands->rows[p], demands->count[p]);
    }
    bool found = may_be_equal && lead_from(scene, a, from + 1, demands);
    for (uint32_t p = 0; p < scene->party_count; p++)
        demands->count[p] -= 2;
    return found;
}

bool plain_may_lead(const struct plain_scene *scene, const uint32_t *package)
{
    struct demands demands = {.count = {0}};
    return lead_from(scene, package, 0, &demands);
}
