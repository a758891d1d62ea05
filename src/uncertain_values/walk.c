// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/walk.h"

#include <string.h>

// to_go[level] is the sum, over this level and those below, of the best score that is left.
static void measure(struct walk *walk)
{
    uint32_t parties = walk->scenario->party_count;
    for (uint32_t level = walk->diagram->level_count; level > 0; level--) {
        const struct issue *issue = &walk->scenario->issues[walk->diagram->order[level - 1]];
        int64_t *row = walk->to_go + (size_t)(level - 1) * parties;
        for (uint32_t p = 0; p < parties; p++) {
            bool is_first = true;
            int64_t best = 0;
            for (uint32_t o = issue->first; o < issue->first + issue->option_count; o++) {
                if (walk->removed && walk->removed[o])
                    continue;
                best = is_first || walk->scores[p][o] > best ? walk->scores[p][o] : best;
                is_first = false;
            }
            row[p] = row[parties + p] + best;
        }
    }
}

struct walk walk_make(const struct scenario *scenario, const struct diagram *diagram,
                      const int64_t *const *scores, const int64_t *floor, const bool *removed,
                      struct arena *arena)
{
    size_t levels = (size_t)diagram->level_count + 1;
    struct walk walk = {
        .scenario = scenario,
        .diagram = diagram,
        .scores = scores,
        .floor = floor,
        .removed = removed,
        .to_go = ARENA_ARRAY(arena, int64_t, levels * scenario->party_count),
        .sums = ARENA_ARRAY(arena, int64_t, levels * scenario->party_count),
        .node = ARENA_ARRAY(arena, uint32_t, levels),
        .arc = ARENA_ARRAY(arena, uint32_t, levels),
    };
    measure(&walk);
    return walk;
}

// Takes the arc into the next level; false when the floors are out of reach behind it.
static bool take_arc(struct walk *walk, const struct arc *arc)
{
    uint32_t parties = walk->scenario->party_count;
    const struct diagram *diagram = walk->diagram;
    uint32_t flat = walk->scenario->issues[diagram->order[walk->level]].first + arc->option;
    if (walk->removed && walk->removed[flat])
        return false;
    const int64_t *before = walk->sums + (size_t)walk->level * parties;
    int64_t *after = walk->sums + ((size_t)walk->level + 1) * parties;
    const int64_t *to_go = walk->to_go + ((size_t)walk->level + 1) * parties;
    bool may_have_more = !walk->wants_more;
    for (uint32_t p = 0; p < parties; p++) {
        after[p] =
            before[p] + walk->scores[p][flat] + diagram->values[(size_t)arc->value * parties + p];
        int64_t most = after[p] + to_go[p] + diagram->most[(size_t)arc->child * parties + p];
        if (most < walk->floor[p])
            return false;
        may_have_more = may_have_more || most > walk->floor[p];
    }
    if (!may_have_more)
        return false;
    walk->level++;
    walk->node[walk->level] = arc->child;
    walk->arc[walk->level] = diagram->arc_first[arc->child];
    return true;
}

static void write_package(const struct walk *walk, uint32_t *package)
{
    for (uint32_t level = 0; level < walk->diagram->level_count; level++)
        package[walk->diagram->order[level]] = walk->diagram->arcs[walk->arc[level] - 1].option;
}

enum walk_end walk_next(struct walk *walk, struct budget *budget, uint32_t *package)
{
    const struct diagram *diagram = walk->diagram;
    if (diagram_is_empty(diagram))
        return WALK_OVER;
    if (!walk->is_started)
        walk->arc[0] = diagram->arc_first[0];
    else if (walk->level > 0)
        walk->level--;
    walk->is_started = true;
    for (;;) {
        uint32_t node = walk->node[walk->level];
        if (walk->arc[walk->level] == diagram->arc_first[node + 1]) {
            if (walk->level == 0)
                return WALK_OVER;
            walk->level--;
            continue;
        }
        if (!budget_spend(budget, walk->scenario->party_count))
            return WALK_STOPPED;
        if (take_arc(walk, &diagram->arcs[walk->arc[walk->level]++]) &&
            walk->level == diagram->level_count) {
            write_package(walk, package);
            return WALK_FOUND;
        }
    }
}

const int64_t *walk_sums(const struct walk *walk)
{
    return walk->sums + (size_t)walk->diagram->level_count * walk->scenario->party_count;
}
