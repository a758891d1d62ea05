// SPDX-License-Identifier: Apache-2.0
#include "advice/joint.h"

#include "base/list.h"

#include <string.h>

// How the options of one side stand in the union: flat numbers, and which the side lacks.
struct mapping {
    const struct scenario *side;
    uint32_t *issue;  // by issue of the union: the side's issue
    uint32_t *option; // by the side's flat number: the union's option
    bool *has;        // by the union's flat number
};

static bool match_issues(const struct scenario *old, const struct scenario *new, uint32_t *issue)
{
    if (old->issue_count != new->issue_count)
        return false;
    for (uint32_t i = 0; i < old->issue_count; i++) {
        issue[i] = scenario_issue_named(new, old->issues[i].name);
        // A name that comes twice would match one issue twice.
        if (issue[i] == UINT32_MAX || scenario_issue_named(old, old->issues[i].name) != i)
            return false;
    }
    return true;
}

static bool match_parties(const struct scenario *old, const struct scenario *new, uint32_t *party)
{
    if (old->party_count != new->party_count)
        return false;
    for (uint32_t p = 0; p < old->party_count; p++) {
        party[p] = scenario_party_named(new, old->parties[p].name);
        if (party[p] == UINT32_MAX || scenario_party_named(old, old->parties[p].name) != p)
            return false;
    }
    return true;
}

// The union of options: those of the old side in its order, then what only the new side has.
static struct issue *union_issues(const struct scenario *old, const struct scenario *new,
                                  const uint32_t *issue, uint32_t *total, struct arena *arena)
{
    struct issue *made = ARENA_ARRAY(arena, struct issue, old->issue_count);
    *total = 0;
    for (uint32_t i = 0; i < old->issue_count; i++) {
        const struct issue *left = &old->issues[i];
        const struct issue *right = &new->issues[issue[i]];
        struct str *names =
            ARENA_ARRAY(arena, struct str, left->option_count + right->option_count);
        uint32_t count = left->option_count;
        memcpy(names, left->options, count * sizeof *names);
        for (uint32_t o = 0; o < right->option_count; o++)
            if (issue_option_named(left, right->options[o]) == UINT32_MAX)
                names[count++] = right->options[o];
        made[i] = (struct issue){left->name, names, count, *total};
        *total += count;
    }
    return made;
}

static struct mapping map_side(const struct scenario *side, const struct issue *issues,
                               uint32_t *issue, uint32_t total, struct arena *arena)
{
    struct mapping mapping = {side, issue, ARENA_ARRAY(arena, uint32_t, side->option_total),
                              ARENA_ARRAY(arena, bool, total)};
    for (uint32_t i = 0; i < side->issue_count; i++) {
        const struct issue *own = &side->issues[issue[i]];
        for (uint32_t o = 0; o < own->option_count; o++) {
            uint32_t option = issue_option_named(&issues[i], own->options[o]);
            mapping.option[own->first + o] = option;
            mapping.has[issues[i].first + option] = true;
        }
    }
    return mapping;
}

static uint32_t union_issue(const struct mapping *mapping, uint32_t own)
{
    uint32_t i = 0;
    while (mapping->issue[i] != own)
        i++;
    return i;
}

static struct choice map_choice(const struct mapping *mapping, struct choice choice)
{
    return (struct choice){union_issue(mapping, choice.issue),
                           mapping->option[scenario_flat(mapping->side, choice)]};
}

static struct choice *map_choices(const struct mapping *mapping, const struct choice *choices,
                                  size_t count, struct arena *arena)
{
    struct choice *made = ARENA_ARRAY(arena, struct choice, count + 1);
    for (size_t i = 0; i < count; i++)
        made[i] = map_choice(mapping, choices[i]);
    return made;
}

static struct scenario_party map_party(const struct mapping *mapping,
                                       const struct scenario_party *party,
                                       const struct issue *issues, uint32_t total,
                                       struct arena *arena)
{
    struct scenario_party made = *party;
    int64_t *scores = ARENA_ARRAY(arena, int64_t, total);
    for (uint32_t i = 0; i < mapping->side->issue_count; i++) {
        const struct issue *own = &mapping->side->issues[mapping->issue[i]];
        for (uint32_t o = 0; o < own->option_count; o++)
            scores[issues[i].first + mapping->option[own->first + o]] =
                party->scores[own->first + o];
    }
    struct pair_value *pairs = ARENA_ARRAY(arena, struct pair_value, party->pair_count + 1);
    for (size_t k = 0; k < party->pair_count; k++)
        pairs[k] =
            (struct pair_value){map_choice(mapping, party->pairs[k].a),
                                map_choice(mapping, party->pairs[k].b), party->pairs[k].value};
    made.scores = scores;
    made.pairs = pairs;
    made.red_lines = map_choices(mapping, party->red_lines, party->red_line_count, arena);
    return made;
}

static struct scenario map_scenario(const struct mapping *mapping, const uint32_t *party,
                                    const struct issue *issues, uint32_t total, struct arena *arena)
{
    const struct scenario *side = mapping->side;
    struct scenario made = *side;
    struct scenario_party *parties = ARENA_ARRAY(arena, struct scenario_party, side->party_count);
    for (uint32_t p = 0; p < side->party_count; p++)
        parties[p] = map_party(mapping, &side->parties[party[p]], issues, total, arena);
    struct list rules = LIST_MAKE(arena, struct rule);
    for (size_t r = 0; r < side->rule_count; r++)
        *LIST_ADD(&rules, struct rule) =
            (struct rule){side->rules[r].kind,
                          map_choices(mapping, side->rules[r].choices, side->rules[r].count, arena),
                          side->rules[r].count, side->rules[r].sum};
    for (uint32_t i = 0; i < side->issue_count; i++)
        for (uint32_t o = 0; o < issues[i].option_count; o++) {
            if (mapping->has[issues[i].first + o])
                continue;
            struct choice *lacking = ARENA_NEW(arena, struct choice);
            *lacking = (struct choice){i, o};
            *LIST_ADD(&rules, struct rule) = (struct rule){RULE_EXCLUDES, lacking, 1, NULL};
        }
    struct timed_choice *timed =
        ARENA_ARRAY(arena, struct timed_choice, side->timed_choice_count + 1);
    for (size_t i = 0; i < side->timed_choice_count; i++)
        timed[i] = (struct timed_choice){map_choice(mapping, side->timed_choices[i].choice),
                                         side->timed_choices[i].link};
    made.issues = issues;
    made.option_total = total;
    made.parties = parties;
    made.rules = LIST_ITEMS(&rules, struct rule);
    made.rule_count = rules.count;
    made.timed_choices = timed;
    return made;
}

bool joint_align(const struct scenario *old, const struct scenario *new, struct arena *arena,
                 struct scenario *old_aligned, struct scenario *new_aligned)
{
    uint32_t *same = ARENA_ARRAY(arena, uint32_t, old->issue_count);
    uint32_t *issue = ARENA_ARRAY(arena, uint32_t, old->issue_count);
    uint32_t own[SCENARIO_PARTIES_MAX] = {0};
    uint32_t party[SCENARIO_PARTIES_MAX] = {0};
    if (!match_issues(old, new, issue) || !match_parties(old, new, party))
        return false;
    for (uint32_t i = 0; i < old->issue_count; i++)
        same[i] = i;
    for (uint32_t p = 0; p < old->party_count; p++)
        own[p] = p;
    uint32_t total;
    struct issue *issues = union_issues(old, new, issue, &total, arena);
    struct mapping left = map_side(old, issues, same, total, arena);
    struct mapping right = map_side(new, issues, issue, total, arena);
    *old_aligned = map_scenario(&left, own, issues, total, arena);
    *new_aligned = map_scenario(&right, party, issues, total, arena);
    return true;
}

static bool same_pairs(const struct scenario_party *a, const struct scenario_party *b)
{
    bool is_same = a->pair_count == b->pair_count;
    for (size_t i = 0; i < a->pair_count && is_same; i++) {
        const struct pair_value *left = &a->pairs[i];
        const struct pair_value *right = &b->pairs[i];
        is_same = left->a.issue == right->a.issue && left->a.option == right->a.option &&
                  left->b.issue == right->b.issue && left->b.option == right->b.option &&
                  left->value == right->value;
    }
    return is_same;
}

// One party for both sides where what an outcome is worth to it did not change: the higher reserve
// is the one that counts, and the red lines of both. False where it did change.
static bool join_party(const struct scenario *sides, struct scenario_party *old,
                       const struct scenario_party *new, struct arena *arena)
{
    if (memcmp(old->scores, new->scores, sides->option_total * sizeof *old->scores) != 0 ||
        !same_pairs(old, new))
        return false;
    size_t count = old->red_line_count + new->red_line_count;
    struct choice *lines = ARENA_ARRAY(arena, struct choice, count + 1);
    if (old->red_line_count > 0)
        memcpy(lines, old->red_lines, old->red_line_count * sizeof *lines);
    if (new->red_line_count > 0)
        memcpy(lines + old->red_line_count, new->red_lines, new->red_line_count * sizeof *lines);
    old->red_lines = lines;
    old->red_line_count = count;
    if (new->reservation > old->reservation)
        old->reservation = new->reservation;
    return true;
}

struct scenario joint_make(const struct scenario *old, const struct scenario *new,
                           struct arena *arena)
{
    struct scenario made = *old;
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, old->party_count + new->party_count);
    uint32_t count = old->party_count;
    memcpy(parties, old->parties, count * sizeof *parties);
    for (uint32_t p = 0; p < new->party_count; p++)
        if (!join_party(old, &parties[p], &new->parties[p], arena))
            parties[count++] = new->parties[p];
    struct rule *rules = ARENA_ARRAY(arena, struct rule, old->rule_count + new->rule_count + 1);
    if (old->rule_count > 0)
        memcpy(rules, old->rules, old->rule_count * sizeof *rules);
    if (new->rule_count > 0)
        memcpy(rules + old->rule_count, new->rules, new->rule_count * sizeof *rules);
    made.parties = parties;
    made.party_count = count;
    made.rules = rules;
    made.rule_count = old->rule_count + new->rule_count;
    made.point_count = 0;
    made.base_link_count = 0;
    made.timed_choice_count = 0;
    return made;
}
