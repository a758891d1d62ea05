// SPDX-License-Identifier: Apache-2.0
#include "bargain/verify.h"

static bool is_taken(const uint32_t *package, struct choice choice)
{
    return package[choice.issue] == choice.option;
}

// Different choices of the rule that the package takes; one that is named twice counts once. Of one
// issue only one option is taken, so a second taken choice of an issue is the first again.
static size_t taken_of(const struct rule *rule, const uint32_t *package)
{
    size_t taken = 0;
    for (size_t i = 0; i < rule->count; i++) {
        bool is_new = is_taken(package, rule->choices[i]);
        for (size_t j = 0; j < i; j++)
            if (rule->choices[j].issue == rule->choices[i].issue &&
                is_taken(package, rule->choices[j]))
                is_new = false;
        taken += is_new;
    }
    return taken;
}

static bool keeps(const struct rule *rule, const uint32_t *package)
{
    bool takes_all = true;
    for (size_t i = 0; i < rule->count; i++)
        takes_all = takes_all && is_taken(package, rule->choices[i]);
    switch (rule->kind) {
    case RULE_EXCLUDES:
        return !takes_all;
    case RULE_REQUIRES:
        return !is_taken(package, rule->choices[0]) || is_taken(package, rule->choices[1]);
    case RULE_EXACTLY_ONE:
        return taken_of(rule, package) == 1;
    }
    return false;
}

static bool relax(int64_t *times, const struct time_link *link)
{
    if (times[link->from] + link->weight >= times[link->to])
        return false;
    times[link->to] = times[link->from] + link->weight;
    return true;
}

// Bellman and Ford: times that still change after as many rounds as there are points turn in a
// circle of negative weight.
static bool is_in_time(const struct scenario *scenario, const uint32_t *package)
{
    struct arena *work = arena_open();
    int64_t *times = ARENA_ARRAY(work, int64_t, scenario->point_count + 1);
    bool changed = scenario->point_count > 0;
    for (uint32_t round = 0; changed && round <= scenario->point_count; round++) {
        changed = false;
        for (size_t i = 0; i < scenario->base_link_count; i++)
            changed = relax(times, &scenario->base_links[i]) || changed;
        for (size_t i = 0; i < scenario->timed_choice_count; i++)
            if (is_taken(package, scenario->timed_choices[i].choice))
                changed = relax(times, &scenario->timed_choices[i].link) || changed;
    }
    arena_close(work);
    return !changed;
}

bool verify_allowed(const struct scenario *scenario, const uint32_t *package)
{
    for (size_t r = 0; r < scenario->rule_count; r++)
        if (!keeps(&scenario->rules[r], package))
            return false;
    return is_in_time(scenario, package);
}

bool verify_crosses_red_line(const struct scenario *scenario, uint32_t party,
                             const uint32_t *package)
{
    const struct party *who = &scenario->parties[party];
    for (size_t i = 0; i < who->red_line_count; i++)
        if (is_taken(package, who->red_lines[i]))
            return true;
    return false;
}

bool verify_outcome(const struct scenario *scenario, const uint32_t *package, const int64_t *worths)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (scenario_worth(scenario, p, package) != worths[p])
            return false;
    return verify_allowed(scenario, package);
}

bool verify_front(const int64_t *rows, size_t count, uint32_t width)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            bool is_as_good = i != j;
            for (uint32_t p = 0; p < width && is_as_good; p++)
                is_as_good = rows[j * width + p] >= rows[i * width + p];
            if (is_as_good)
                return false;
        }
    return true;
}
