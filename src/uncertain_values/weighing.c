// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/weighing.h"

#include "bargain/verify.h"

#include <stdlib.h>
#include <string.h>

static struct choice *two_choices(struct choice first, struct choice second, struct arena *arena)
{
    struct choice *choices = ARENA_ARRAY(arena, struct choice, 2);
    choices[0] = first;
    choices[1] = second;
    return choices;
}

// --- Packages

static bool count_combinations(const struct scenario *scenario, uint64_t *count,
                               struct error *error)
{
    *count = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        *count *= scenario->issues[i].option_count;
        if (*count > WEIGHED_COMBINATIONS_MAX)
            return error_set(error, TOO_LARGE,
                             "there are more than %d packages, too many to be compared one by one; "
                             "ask for the trades of two issues (--for trades)",
                             WEIGHED_COMBINATIONS_MAX);
    }
    return true;
}

// The next combination, the last issue's option changing fastest.
static void advance(const struct scenario *scenario, uint32_t *package)
{
    for (uint32_t i = scenario->issue_count; i-- > 0;) {
        if (++package[i] < scenario->issues[i].option_count)
            return;
        package[i] = 0;
    }
}

bool weighed_packages(const struct scenario *scenario, size_t most, struct budget *budget,
                      struct arena *arena, struct list *packages, struct error *error)
{
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    uint64_t count;
    *packages = LIST_MAKE(arena, const uint32_t *);
    if (!count_combinations(scenario, &count, error))
        return false;
    for (uint64_t n = 0; n < count; n++, advance(scenario, package)) {
        if (!budget_spend(budget, scenario->issue_count + scenario->rule_count))
            return budget_stopped(error);
        if (!verify_allowed(scenario, package))
            continue;
        uint32_t *kept = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
        memcpy(kept, package, scenario->issue_count * sizeof *kept);
        *LIST_ADD(packages, const uint32_t *) = kept;
        if (packages->count > most)
            return error_set(error, TOO_LARGE,
                             "more than %zu packages are feasible, too many to be compared with "
                             "one another; ask for the trades of two issues (--for trades) or for "
                             "one package",
                             most);
    }
    return true;
}

// --- Weighings

// The issues in which two packages differ, as a weighing.
static struct weighing weighing_of(const struct scenario *scenario, const uint32_t *left,
                                   const uint32_t *right, struct arena *arena)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        count += left[i] != right[i];
    struct choice *lefts = ARENA_ARRAY(arena, struct choice, count + 1);
    struct choice *rights = ARENA_ARRAY(arena, struct choice, count + 1);
    count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (left[i] != right[i]) {
            lefts[count] = (struct choice){i, left[i]};
            rights[count++] = (struct choice){i, right[i]};
        }
    return (struct weighing){lefts, rights, count};
}

static void add_of_issue(const struct scenario *scenario, uint32_t issue, struct arena *arena,
                         struct list *weighings)
{
    uint32_t options = scenario->issues[issue].option_count;
    for (uint32_t a = 0; a < options; a++)
        for (uint32_t b = a + 1; b < options; b++) {
            struct choice *sides =
                two_choices((struct choice){issue, a}, (struct choice){issue, b}, arena);
            *LIST_ADD(weighings, struct weighing) = (struct weighing){&sides[0], &sides[1], 1};
        }
}

// Two options of each of two issues, of which one or the other go together.
static void add_of_two(uint32_t i, uint32_t j, const uint32_t *of_i, const uint32_t *of_j,
                       struct arena *arena, struct list *weighings)
{
    for (int k = 0; k < 2; k++)
        *LIST_ADD(weighings, struct weighing) = (struct weighing){
            two_choices((struct choice){i, of_i[0]}, (struct choice){j, of_j[k]}, arena),
            two_choices((struct choice){i, of_i[1]}, (struct choice){j, of_j[1 - k]}, arena), 2};
}

static void add_of_issues(const struct scenario *scenario, uint32_t i, uint32_t j,
                          struct arena *arena, struct list *weighings)
{
    struct list of_i = LIST_MAKE(arena, struct weighing);
    struct list of_j = LIST_MAKE(arena, struct weighing);
    add_of_issue(scenario, i, arena, &of_i);
    add_of_issue(scenario, j, arena, &of_j);
    for (size_t a = 0; a < of_i.count; a++)
        for (size_t b = 0; b < of_j.count; b++) {
            const struct weighing *first = LIST_AT(&of_i, struct weighing, a);
            const struct weighing *second = LIST_AT(&of_j, struct weighing, b);
            uint32_t firsts[] = {first->left->option, first->right->option};
            uint32_t seconds[] = {second->left->option, second->right->option};
            add_of_two(i, j, firsts, seconds, arena, weighings);
        }
}

void weighings_of_few(const struct scenario *scenario, uint32_t issues, struct arena *arena,
                      struct list *weighings)
{
    *weighings = LIST_MAKE(arena, struct weighing);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        if (issues == 1)
            add_of_issue(scenario, i, arena, weighings);
        for (uint32_t j = i + 1; issues == 2 && j < scenario->issue_count; j++)
            add_of_issues(scenario, i, j, arena, weighings);
    }
}

// --- What is wanted

static int by_issues(const void *a, const void *b)
{
    const struct wanted_weighing *left = a;
    const struct wanted_weighing *right = b;
    if (left->weighing.count != right->weighing.count)
        return left->weighing.count < right->weighing.count ? -1 : 1;
    return left->group < right->group ? -1 : left->group > right->group;
}

static struct wanted_list sorted(struct list *items)
{
    if (items->count > 1)
        qsort(items->items, items->count, sizeof(struct wanted_weighing), by_issues);
    return (struct wanted_list){LIST_ITEMS(items, struct wanted_weighing), items->count, false};
}

struct wanted_list wanted_all(const struct list *weighings, struct arena *arena)
{
    struct list items = LIST_MAKE(arena, struct wanted_weighing);
    for (size_t i = 0; i < weighings->count; i++)
        *LIST_ADD(&items, struct wanted_weighing) =
            (struct wanted_weighing){*LIST_AT(weighings, struct weighing, i), (uint32_t)i, false};
    return sorted(&items);
}

// A pair of packages by what differs: of each issue 0, or 1 and a number for the two options. Of a
// difference and its opposite the smaller key counts.
struct pair_key {
    uint64_t key;
    uint32_t left;
    uint32_t right;
};

static uint64_t key_of(const struct scenario *scenario, const uint32_t *left, const uint32_t *right)
{
    uint64_t key = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        uint64_t options = scenario->issues[i].option_count;
        uint64_t digit = left[i] == right[i] ? 0 : 1 + left[i] * options + right[i];
        key =
            key * (options * options + 1) + digit; // a hash where it leaves 64 bits; see same_pair
    }
    return key;
}

static int by_key(const void *a, const void *b)
{
    const struct pair_key *left = a;
    const struct pair_key *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    if (left->left != right->left)
        return left->left < right->left ? -1 : 1;
    return left->right < right->right ? -1 : left->right > right->right;
}

static bool same_pair(const struct scenario *scenario, const struct list *packages,
                      const struct pair_key *a, const struct pair_key *b)
{
    const uint32_t *a_left = *LIST_AT(packages, const uint32_t *, a->left);
    const uint32_t *a_right = *LIST_AT(packages, const uint32_t *, a->right);
    const uint32_t *b_left = *LIST_AT(packages, const uint32_t *, b->left);
    const uint32_t *b_right = *LIST_AT(packages, const uint32_t *, b->right);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        bool differs = a_left[i] != a_right[i];
        if (differs != (b_left[i] != b_right[i]) ||
            (differs && (a_left[i] != b_left[i] || a_right[i] != b_right[i])))
            return false;
    }
    return true;
}

static struct pair_key pair_of(const struct scenario *scenario, const struct list *packages,
                               uint32_t left, uint32_t right)
{
    const uint32_t *a = *LIST_AT(packages, const uint32_t *, left);
    const uint32_t *b = *LIST_AT(packages, const uint32_t *, right);
    uint64_t forward = key_of(scenario, a, b);
    uint64_t backward = key_of(scenario, b, a);
    return forward <= backward ? (struct pair_key){forward, left, right}
                               : (struct pair_key){backward, right, left};
}

static bool too_many(struct error *error)
{
    return error_set(error, TOO_LARGE,
                     "more than %d comparisons would have to be known; ask for the trades of two "
                     "issues (--for trades) or for one package",
                     WEIGHINGS_MAX);
}

bool wanted_ranking(const struct scenario *scenario, const struct list *packages,
                    struct budget *budget, struct arena *arena, struct wanted_list *wanted,
                    struct error *error)
{
    struct arena *work = arena_open();
    struct list keys = LIST_MAKE(work, struct pair_key);
    struct list items = LIST_MAKE(arena, struct wanted_weighing);
    uint32_t count = (uint32_t)packages->count; // at most WEIGHED_PACKAGES_MAX
    const struct pair_key *last = NULL;
    bool goes_on = true;
    for (uint32_t a = 0; a < count && goes_on; a++) {
        for (uint32_t b = a + 1; b < count; b++)
            *LIST_ADD(&keys, struct pair_key) = pair_of(scenario, packages, a, b);
        goes_on = budget_spend(budget, (uint64_t)count * scenario->issue_count);
    }
    if (keys.count > 1)
        qsort(keys.items, keys.count, sizeof(struct pair_key), by_key);
    for (size_t k = 0; k < keys.count && items.count <= WEIGHINGS_MAX; k++) {
        const struct pair_key *key = LIST_AT(&keys, struct pair_key, k);
        if (last && same_pair(scenario, packages, last, key))
            continue;
        last = key;
        *LIST_ADD(&items, struct wanted_weighing) = (struct wanted_weighing){
            weighing_of(scenario, *LIST_AT(packages, const uint32_t *, key->left),
                        *LIST_AT(packages, const uint32_t *, key->right), arena),
            (uint32_t)items.count, false}; // at most WEIGHINGS_MAX
    }
    arena_close(work);
    if (!goes_on)
        return budget_stopped(error);
    if (items.count > WEIGHINGS_MAX)
        return too_many(error);
    *wanted = sorted(&items);
    return true;
}

struct wanted_list wanted_place(const struct scenario *scenario, const struct list *packages,
                                const uint32_t *package, struct arena *arena)
{
    struct list items = LIST_MAKE(arena, struct wanted_weighing);
    for (size_t i = 0; i < packages->count; i++) {
        const uint32_t *other = *LIST_AT(packages, const uint32_t *, i);
        struct weighing weighing = weighing_of(scenario, other, package, arena);
        if (weighing.count > 0)
            *LIST_ADD(&items, struct wanted_weighing) =
                (struct wanted_weighing){weighing, (uint32_t)i, false};
    }
    return sorted(&items);
}

// What the others make of two packages: whether none of them loses by the left, and whether one gains.
static bool others_agree(const struct scenario *scenario, uint32_t party, const uint32_t *left,
                         const uint32_t *right, bool *gains)
{
    *gains = false;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        int64_t gain =
            p == party ? 0 : scenario_value(scenario, p, left) - scenario_value(scenario, p, right);
        if (gain < 0)
            return false;
        *gains = *gains || gain > 0;
    }
    return true;
}

bool wanted_front(const struct scenario *scenario, uint32_t party, const struct list *packages,
                  struct budget *budget, struct arena *arena, struct wanted_list *wanted,
                  struct error *error)
{
    struct list items = LIST_MAKE(arena, struct wanted_weighing);
    for (size_t q = 0; q < packages->count; q++) {
        const uint32_t *right = *LIST_AT(packages, const uint32_t *, q);
        if (!budget_spend(budget, packages->count * scenario->issue_count))
            return budget_stopped(error);
        for (size_t p = 0; p < packages->count; p++) {
            const uint32_t *left = *LIST_AT(packages, const uint32_t *, p);
            bool gains;
            if (p == q || !others_agree(scenario, party, left, right, &gains))
                continue;
            if (items.count == WEIGHINGS_MAX)
                return too_many(error);
            *LIST_ADD(&items, struct wanted_weighing) = (struct wanted_weighing){
                weighing_of(scenario, left, right, arena), (uint32_t)q, gains};
        }
    }
    *wanted = (struct wanted_list){LIST_ITEMS(&items, struct wanted_weighing), items.count, true};
    return true;
}

struct wanted_list wanted_acceptance(const struct scenario *scenario, uint32_t party,
                                     const struct list *packages, struct arena *arena)
{
    struct list items = LIST_MAKE(arena, struct wanted_weighing);
    for (size_t n = 0; n < packages->count; n++) {
        const uint32_t *package = *LIST_AT(packages, const uint32_t *, n);
        struct choice *choices = ARENA_ARRAY(arena, struct choice, scenario->issue_count);
        if (verify_crosses_red_line(scenario, party, package))
            continue;
        for (uint32_t i = 0; i < scenario->issue_count; i++)
            choices[i] = (struct choice){i, package[i]};
        *LIST_ADD(&items, struct wanted_weighing) =
            (struct wanted_weighing){{choices, NULL, scenario->issue_count}, (uint32_t)n, false};
    }
    return sorted(&items);
}
