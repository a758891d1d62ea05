// SPDX-License-Identifier: Apache-2.0
#include "frontier/climb.h"

#include "bargain/wide.h"
#include "frontier/linear.h"

#include <string.h>

#define SWEEPS 12
#define FINE ((int128)1 << 40) // shares are compared as whole numbers of this part
#define PARTIES SCENARIO_PARTIES_MAX

// A package as a way through the diagram.
struct climber {
    const struct diagram *diagram;
    const int64_t *reserve;
    const int64_t *range;
    uint32_t *options; // by level
    int64_t worths[PARTIES];
};

// Walks the options down; false when the diagram does not have them.
static bool walk(const struct climber *climber, int64_t *worths)
{
    const struct diagram *diagram = climber->diagram;
    uint32_t width = diagram->party_count;
    uint32_t node = 0;
    memset(worths, 0, width * sizeof *worths);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        uint32_t a = diagram->arc_first[node];
        uint32_t end = diagram->arc_first[node + 1];
        while (a < end && diagram->arcs[a].option != climber->options[level])
            a++;
        if (a == end)
            return false;
        const int64_t *worth = diagram->worths + (size_t)diagram->arcs[a].worth * width;
        for (uint32_t p = 0; p < width; p++)
            worths[p] += worth[p];
        node = diagram->arcs[a].child;
    }
    return true;
}

// Positive when a has the larger smallest share, or the same and a larger sum of shares.
static int compare(const struct climber *climber, const int64_t *a, const int64_t *b)
{
    uint32_t width = climber->diagram->party_count;
    int128 least[2] = {0, 0};
    int128 sum[2] = {0, 0};
    for (uint32_t p = 0; p < width; p++) {
        int128 shares[2] = {(int128)(a[p] - climber->reserve[p]) * FINE / climber->range[p],
                            (int128)(b[p] - climber->reserve[p]) * FINE / climber->range[p]};
        for (size_t i = 0; i < 2; i++) {
            least[i] = p == 0 || shares[i] < least[i] ? shares[i] : least[i];
            sum[i] += shares[i];
        }
    }
    if (least[0] != least[1])
        return least[0] < least[1] ? -1 : 1;
    return sum[0] < sum[1] ? -1 : sum[0] > sum[1];
}

static bool take_if_better(struct climber *climber)
{
    int64_t worths[PARTIES];
    if (!walk(climber, worths) || compare(climber, worths, climber->worths) <= 0)
        return false;
    memcpy(climber->worths, worths, sizeof worths);
    return true;
}

// The largest option number of a level, and one more: what the level's options run through.
static uint32_t option_end(const struct diagram *diagram, uint32_t level)
{
    uint32_t end = 0;
    for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
         a < diagram->arc_first[diagram->level_first[level + 1]]; a++)
        if (diagram->arcs[a].option >= end)
            end = diagram->arcs[a].option + 1;
    return end;
}

// Tries every change of the second level, the first as it is now.
static bool sweep_level(struct climber *climber, uint32_t level, uint32_t end)
{
    uint32_t kept = climber->options[level];
    bool better = false;
    for (uint32_t option = 0; option < end; option++) {
        if (option == kept)
            continue;
        climber->options[level] = option;
        if (take_if_better(climber)) {
            kept = option;
            better = true;
        }
    }
    climber->options[level] = kept;
    return better;
}

static bool sweep(struct climber *climber, const uint32_t *ends)
{
    uint32_t levels = climber->diagram->level_count;
    bool better = false;
    for (uint32_t i = 0; i < levels; i++)
        better = sweep_level(climber, i, ends[i]) || better;
    for (uint32_t i = 0; i < levels && !better; i++)
        for (uint32_t j = i + 1; j < levels && !better; j++) {
            uint32_t kept = climber->options[i];
            for (uint32_t option = 0; option < ends[i] && !better; option++) {
                climber->options[i] = option;
                better = option != kept && sweep_level(climber, j, ends[j]);
            }
            if (!better)
                climber->options[i] = kept;
        }
    return better;
}

void climb_shares(const struct diagram *diagram, const int64_t *weights, const int64_t *reserve,
                  const int64_t *range, int64_t *worths)
{
    struct arena *work = arena_open();
    int64_t *to_go = ARENA_ARRAY(work, int64_t, diagram->node_count);
    uint32_t *ends = ARENA_ARRAY(work, uint32_t, diagram->level_count);
    struct climber climber = {.diagram = diagram, .reserve = reserve, .range = range};
    climber.options = ARENA_ARRAY(work, uint32_t, diagram->level_count);
    linear_to_go(diagram, weights, to_go);
    linear_best(diagram, weights, to_go, climber.worths, climber.options);
    for (uint32_t l = 0; l < diagram->level_count; l++)
        ends[l] = option_end(diagram, l);
    for (unsigned i = 0; i < SWEEPS && sweep(&climber, ends); i++)
        continue;
    memcpy(worths, climber.worths, diagram->party_count * sizeof *worths);
    arena_close(work);
}
