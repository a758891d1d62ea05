// SPDX-License-Identifier: Apache-2.0
#include "listing.h"

#include "bargain/verify.h"

#include <string.h>

static bool is_free_choice(const bool *is_free, struct choice choice)
{
    return is_free && is_free[choice.issue];
}

// The scenario without the rules and links that speak of free issues.
static struct scenario without_free(const struct scenario *scenario, const bool *is_free,
                                    struct arena *arena)
{
    struct scenario made = *scenario;
    struct rule *rules = ARENA_ARRAY(arena, struct rule, scenario->rule_count + 1);
    struct timed_choice *timed =
        ARENA_ARRAY(arena, struct timed_choice, scenario->timed_choice_count + 1);
    made.rule_count = 0;
    made.timed_choice_count = 0;
    for (size_t r = 0; r < scenario->rule_count; r++) {
        bool speaks = false;
        for (size_t i = 0; i < scenario->rules[r].count; i++)
            speaks = speaks || is_free_choice(is_free, scenario->rules[r].choices[i]);
        if (!speaks)
            rules[made.rule_count++] = scenario->rules[r];
    }
    for (size_t i = 0; i < scenario->timed_choice_count; i++)
        if (!is_free_choice(is_free, scenario->timed_choices[i].choice))
            timed[made.timed_choice_count++] = scenario->timed_choices[i];
    made.rules = rules;
    made.timed_choices = timed;
    return made;
}

static int64_t value_of(const struct scenario *scenario, const bool *is_free, uint32_t party,
                        const uint32_t *package)
{
    const struct scenario_party *who = &scenario->parties[party];
    int64_t sum = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const int64_t *scores = who->scores + scenario->issues[i].first;
        int64_t best = scores[0];
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            best = scores[o] > best ? scores[o] : best;
        sum += is_free && is_free[i] ? best : scores[package[i]];
    }
    for (size_t k = 0; k < who->pair_count; k++) {
        const struct pair_value *pair = &who->pairs[k];
        if (!is_free_choice(is_free, pair->a) && !is_free_choice(is_free, pair->b) &&
            package[pair->a.issue] == pair->a.option && package[pair->b.issue] == pair->b.option)
            sum += pair->value;
    }
    return sum;
}

static void look_at(struct listing *listing, const bool *is_free, const uint32_t *package)
{
    const struct scenario *scenario = listing->scenario;
    struct listed *made = &listing->items[listing->count++];
    memcpy(made->package, package, scenario->issue_count * sizeof *package);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct scenario_party *who = &scenario->parties[p];
        made->values[p] = value_of(scenario, is_free, p, package);
        for (size_t i = 0; i < who->red_line_count; i++)
            if (!is_free_choice(is_free, who->red_lines[i]) &&
                package[who->red_lines[i].issue] == who->red_lines[i].option)
                made->crosses |= 1u << p;
    }
}

// The next package; false after the last.
static bool go_on(const struct scenario *scenario, const bool *is_free, uint32_t *package)
{
    for (uint32_t i = scenario->issue_count; i > 0; i--) {
        if (is_free && is_free[i - 1])
            continue;
        if (++package[i - 1] < scenario->issues[i - 1].option_count)
            return true;
        package[i - 1] = 0;
    }
    return false;
}

struct listing listing_make(const struct scenario *scenario, const bool *is_free,
                            struct arena *arena)
{
    size_t packages = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        packages *= is_free && is_free[i] ? 1 : scenario->issues[i].option_count;
    struct listing listing = {scenario, ARENA_ARRAY(arena, struct listed, packages), 0};
    struct scenario ruled = without_free(scenario, is_free, arena);
    uint32_t package[LISTED_ISSUES] = {0};
    do {
        if (verify_allowed(&ruled, package))
            look_at(&listing, is_free, package);
    } while (go_on(scenario, is_free, package));
    return listing;
}

bool listed_suits(const struct listed *item, const int64_t *reserve, uint32_t parties)
{
    bool suits = item->crosses == 0;
    for (uint32_t p = 0; p < parties; p++)
        suits = suits && item->values[p] >= reserve[p];
    return suits;
}

bool listing_common_gain(const struct listing *listing, const int64_t *reserve, int64_t *gain)
{
    bool exists = false;
    for (size_t i = 0; i < listing->count; i++) {
        const struct listed *item = &listing->items[i];
        int64_t least = INT64_MAX;
        for (uint32_t p = 0; p < listing->scenario->party_count; p++)
            least = item->values[p] - reserve[p] < least ? item->values[p] - reserve[p] : least;
        if (item->crosses != 0 || (exists && least <= *gain))
            continue;
        *gain = least;
        exists = true;
    }
    return exists;
}

uint64_t listing_count(const struct listing *listing, const int64_t *reserve, int64_t *best)
{
    uint32_t parties = listing->scenario->party_count;
    uint64_t count = 0;
    for (size_t i = 0; i < listing->count; i++) {
        if (!listed_suits(&listing->items[i], reserve, parties))
            continue;
        for (uint32_t p = 0; p < parties; p++) {
            int64_t value = listing->items[i].values[p];
            best[p] = count == 0 || value > best[p] ? value : best[p];
        }
        count++;
    }
    return count;
}

void listing_reserves(const struct scenario *scenario, int64_t *reserve)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        reserve[p] = scenario->parties[p].reservation;
}
