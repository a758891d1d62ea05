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
static bool join(const struct clause *clause, uint32_t *heads, uint32_t *sizes)
{
    uint32_t size = 0;
    for (uint32_t l = 0; l < clause->count; l++) {
        uint32_t head = head_of(heads, clause->literals[l].issue);
        bool is_new = true;
        for (uint32_t k = 0; k < l && is_new; k++)
            is_new = head_of(heads, clause->literals[k].issue) != head;
        size += is_new ? sizes[head] : 0;
    }
    if (size > JOINED_MAX)
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

bool loose_diagram_make(const struct scenario *scenario, struct clauses clauses,
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
        if (join(&clauses.items[c], heads, sizes))
            kept[count++] = clauses.items[c];
    if (!diagram_make(scenario, (struct clauses){kept, count}, removed, budget, arena, diagram,
                      error))
        return false;
    diagram->clauses = clauses;
    diagram->is_loose = count < clauses.count;
    return true;
}
