// SPDX-License-Identifier: Apache-2.0
#include "bargain/loose_diagram.h"

#define JOINED_MAX 10u // issues that clauses may join; a level then has some thousand nodes at most

static uint32_t head_of(uint32_t *heads, uint32_t issue)
{
    while (heads[issue] != issue) {
        heads[issue] = heads[heads[issue]];
        issue = heads[issue];
    }
    return issue;
}

// Whether the issues of the clause with all that are joined to them are few enough; then they are
// joined.
static bool join(const struct clause *clause, uint32_t joined_max, uint32_t *heads, uint32_t *sizes)
{
    uint32_t size = 0;
    for (uint32_t l = 0; l < clause->count; l++) {
        uint32_t head = head_of(heads, clause->literals[l].issue);
        bool is_new = true;
        for (uint32_t k = 0; k < l && is_new; k++)
            is_new = head_of(heads, clause->literals[k].issue) != head;
        size += is_new ? sizes[head] : 0;
    }
    if (size > joined_max)
        return false;
    for (uint32_t l = 1; l < clause->count; l++) {
        uint32_t first = head_of(heads, clause->literals[0].issue);
        uint32_t other = head_of(heads, clause->literals[l].issue);
        if (first != other) {
            heads[other] = first;
            sizes[first] += sizes[other];
        }
    }
    return true;
}

static bool make(const struct scenario *scenario, struct clauses clauses, uint32_t joined_max,
                 const bool *removed, struct budget *budget, struct arena *arena,
                 struct diagram *diagram, struct error *error)
{
    uint32_t *heads = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    uint32_t *sizes = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    struct clause *kept = ARENA_ARRAY(arena, struct clause, clauses.count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        heads[i] = i;
        sizes[i] = 1;
    }
    for (size_t c = 0; c < clauses.count; c++)
        if (!clauses.items[c].bonus && join(&clauses.items[c], joined_max, heads, sizes))
            kept[count++] = clauses.items[c];
    if (!diagram_make(scenario, (struct clauses){kept, count}, removed, budget, arena, diagram,
                      error))
        return false;
    diagram->clauses = clauses;
    diagram->is_loose = count < clauses.count;
    return true;
}

bool loose_diagram_make(const struct scenario *scenario, struct clauses clauses,
                        const bool *removed, struct budget *budget, struct arena *arena,
                        struct diagram *diagram, struct error *error)
{
    return make(scenario, clauses, JOINED_MAX, removed, budget, arena, diagram, error);
}

// What pair values may add at most, or take away, stands at every node.
static void allow_for_pairs(const struct scenario *scenario, struct arena *arena,
                            struct diagram *diagram)
{
    uint32_t parties = diagram->party_count;
    size_t count = (size_t)diagram->node_count * parties;
    int64_t *most = ARENA_ARRAY(arena, int64_t, count);
    int64_t *least = ARENA_ARRAY(arena, int64_t, count);
    for (size_t i = 0; i < count; i++) {
        const struct scenario_party *party = &scenario->parties[i % parties];
        most[i] = diagram->most[i];
        least[i] = diagram->least[i];
        for (size_t v = 0; v < party->pair_count; v++) {
            most[i] += party->pairs[v].value > 0 ? party->pairs[v].value : 0;
            least[i] += party->pairs[v].value < 0 ? party->pairs[v].value : 0;
        }
    }
    diagram->most = most;
    diagram->least = least;
}

bool bare_diagram_make(const struct scenario *scenario, struct clauses clauses, const bool *removed,
                       struct budget *budget, struct arena *arena, struct diagram *diagram,
                       struct error *error)
{
    if (!make(scenario, clauses, 1, removed, budget, arena, diagram, error))
        return false;
    if (!diagram_is_empty(diagram))
        allow_for_pairs(scenario, arena, diagram);
    return true;
}
