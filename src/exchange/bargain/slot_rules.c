// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/slot_rules.h"

// One conflict gives at most this many rules; more would hide what it says.
#define RULES_OF_ONE_MAX 1000

// The options of one issue that take all wordings which a conflict names for its slots.
struct taker {
    uint32_t leader;
    struct list options; // uint32_t
};

static bool takes(const uint32_t *option, const struct list *slots,
                  const struct slot_conflict *conflict)
{
    for (size_t i = 0; i < slots->count; i++)
        for (uint32_t w = 0; w < conflict->count; w++)
            if (conflict->wordings[w].slot == *LIST_AT(slots, uint32_t, i) &&
                conflict->wordings[w].wording != option[i])
                return false;
    return true;
}

static struct taker taker_make(const struct issuer *issuer, uint32_t leader,
                               const struct slot_conflict *conflict)
{
    struct taker taker = {leader, LIST_MAKE(issuer->arena, uint32_t)};
    struct list slots = issuer_slots(issuer, leader);
    struct list options = issuer_options(issuer, &slots);
    for (uint32_t o = 0; o < options.count; o++)
        if (takes(*LIST_AT(&options, const uint32_t *, o), &slots, conflict))
            *LIST_ADD(&taker.options, uint32_t) = o;
    return taker;
}

static bool has_leader(const struct list *takers, uint32_t leader)
{
    for (size_t i = 0; i < takers->count; i++)
        if (LIST_AT(takers, struct taker, i)->leader == leader)
            return true;
    return false;
}

// The issues that a conflict speaks of; false when it can never come about.
static bool find_takers(const struct issuer *issuer, const struct slot_conflict *conflict,
                        struct list *takers)
{
    *takers = LIST_MAKE(issuer->arena, struct taker);
    for (uint32_t w = 0; w < conflict->count; w++) {
        struct slot_wording wording = conflict->wordings[w];
        const struct sheet_slot *slot = &issuer->sheet->slots[wording.slot];
        uint32_t leader = issuer->leader[wording.slot];
        if (leader == NO_INDEX) {
            if (sheet_slot_agreed(issuer->sheet, slot) != &slot->wordings[wording.wording])
                return false;
            continue;
        }
        if (has_leader(takers, leader))
            continue;
        struct taker taker = taker_make(issuer, leader, conflict);
        if (taker.options.count == 0)
            return false;
        *LIST_ADD(takers, struct taker) = taker;
    }
    return takers->count > 0;
}

static int by_issue(const void *a, const void *b)
{
    const struct issue_choice *first = a;
    const struct issue_choice *second = b;
    return (first->issue > second->issue) - (first->issue < second->issue);
}

// The row with this number among all rows of one option for each taker.
static struct issue_rule rule_of(const struct issuer *issuer, const struct list *takers,
                                 size_t number, const struct slot_conflict *conflict)
{
    struct list choices = LIST_MAKE(issuer->arena, struct issue_choice);
    for (size_t i = 0; i < takers->count; i++) {
        const struct taker *taker = LIST_AT(takers, struct taker, i);
        *LIST_ADD(&choices, struct issue_choice) = (struct issue_choice){
            issuer_number(issuer, taker->leader),
            *LIST_AT(&taker->options, uint32_t, number % taker->options.count)};
        number /= taker->options.count;
    }
    list_sort(&choices, by_issue);
    return (struct issue_rule){LIST_ITEMS(&choices, struct issue_choice), (uint32_t)choices.count,
                               conflict->reason, conflict->is_of_numbers};
}

static bool is_same(const struct issue_rule *a, const struct issue_rule *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->choices[i].issue != b->choices[i].issue ||
            a->choices[i].option != b->choices[i].option)
            return false;
    return true;
}

static bool is_known(const struct list *rules, const struct issue_rule *rule)
{
    for (size_t i = 0; i < rules->count; i++)
        if (is_same(LIST_AT(rules, struct issue_rule, i), rule))
            return true;
    return false;
}

struct list issuer_rules(const struct issuer *issuer, const struct slot_conflict *conflicts,
                         size_t count)
{
    struct list rules = LIST_MAKE(issuer->arena, struct issue_rule);
    for (size_t e = 0; e < count; e++) {
        struct list takers;
        if (!find_takers(issuer, &conflicts[e], &takers))
            continue;
        size_t rows = 1;
        for (size_t i = 0; i < takers.count && rows <= RULES_OF_ONE_MAX; i++)
            rows *= LIST_AT(&takers, struct taker, i)->options.count;
        for (size_t r = 0; r < rows && r < RULES_OF_ONE_MAX; r++) {
            struct issue_rule rule = rule_of(issuer, &takers, r, &conflicts[e]);
            if (!is_known(&rules, &rule))
                *LIST_ADD(&rules, struct issue_rule) = rule;
        }
    }
    return rules;
}

struct list issuer_sums(const struct issuer *issuer, const struct slot_sum *sums, size_t count)
{
    struct list made = LIST_MAKE(issuer->arena, struct issue_sum);
    for (size_t s = 0; s < count; s++) {
        struct issue_choice *choices =
            ARENA_ARRAY(issuer->arena, struct issue_choice, (size_t)sums[s].count + 1);
        int64_t *millionths = ARENA_ARRAY(issuer->arena, int64_t, (size_t)sums[s].count + 1);
        for (uint32_t t = 0; t < sums[s].count; t++) {
            const struct slot_term *term = &sums[s].terms[t];
            choices[t] = (struct issue_choice){issuer_number(issuer, issuer->leader[term->slot]),
                                               term->option};
            millionths[t] = term->millionths;
        }
        *LIST_ADD(&made, struct issue_sum) =
            (struct issue_sum){choices, millionths, sums[s].count, sums[s].exactly, sums[s].reason};
    }
    return made;
}
