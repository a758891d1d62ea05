// SPDX-License-Identifier: Apache-2.0
//
// Greedy: the next issue is the one that opens the fewest new clauses and closes the most open
// ones. Issues that touch an open clause come before those that start a new component.
#include "bargain/order.h"

#include <string.h>

struct occurrences {
    uint32_t *first;  // by issue: its clauses are clause[first[i]] … clause[first[i + 1] - 1]
    uint32_t *clause; // clause numbers
    uint32_t *left;   // by clause: issues not decided yet
    bool *is_open;    // by clause: some issue is decided
    int64_t *opens;   // by issue: clauses it would open
    int64_t *closes;  // by issue: open clauses of which it is the last
    int64_t *touches; // by issue: open clauses it stands in
    uint64_t *spread; // by issue: how far apart its scores lie, over all parties
};

static struct occurrences occurrences_make(uint32_t issues, struct clauses clauses,
                                           struct arena *arena)
{
    struct occurrences made = {.first = ARENA_ARRAY(arena, uint32_t, issues + 2)};
    for (size_t c = 0; c < clauses.count; c++)
        for (uint32_t l = 0; l < clauses.items[c].count; l++)
            made.first[clauses.items[c].literals[l].issue + 2]++;
    for (uint32_t i = 2; i < issues + 2; i++)
        made.first[i] += made.first[i - 1];
    made.clause = ARENA_ARRAY(arena, uint32_t, made.first[issues + 1] + 1);
    made.left = ARENA_ARRAY(arena, uint32_t, clauses.count + 1);
    made.is_open = ARENA_ARRAY(arena, bool, clauses.count + 1);
    made.opens = ARENA_ARRAY(arena, int64_t, issues);
    made.closes = ARENA_ARRAY(arena, int64_t, issues);
    made.touches = ARENA_ARRAY(arena, int64_t, issues);
    for (size_t c = 0; c < clauses.count; c++) {
        made.left[c] = clauses.items[c].count;
        for (uint32_t l = 0; l < clauses.items[c].count; l++) {
            uint32_t issue = clauses.items[c].literals[l].issue;
            made.clause[made.first[issue + 1]++] = (uint32_t)c;
            made.opens[issue] += clauses.items[c].count > 1;
        }
    }
    return made;
}

// Brings the counts up to date after `issue` was put into the order.
static void decide(struct occurrences *seen, struct clauses clauses, uint32_t issue,
                   const bool *is_decided)
{
    for (uint32_t at = seen->first[issue]; at < seen->first[issue + 1]; at++) {
        uint32_t c = seen->clause[at];
        bool was_open = seen->is_open[c];
        seen->is_open[c] = true;
        seen->left[c]--;
        for (uint32_t l = 0; l < clauses.items[c].count; l++) {
            uint32_t other = clauses.items[c].literals[l].issue;
            if (is_decided[other])
                continue;
            if (!was_open) {
                seen->opens[other]--;
                seen->touches[other]++;
            }
            seen->closes[other] += seen->left[c] == 1;
        }
    }
}

// By issue: the sum of the parties' differences between best and worst score.
static uint64_t *spreads_of(const struct scenario *scenario, struct arena *arena)
{
    uint64_t *spreads = ARENA_ARRAY(arena, uint64_t, scenario->issue_count);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        const struct issue *issue = &scenario->issues[i];
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            const int64_t *scores = scenario->parties[p].scores + issue->first;
            int64_t low = scores[0];
            int64_t high = scores[0];
            for (uint32_t o = 1; o < issue->option_count; o++) {
                low = scores[o] < low ? scores[o] : low;
                high = scores[o] > high ? scores[o] : high;
            }
            spreads[i] += (uint64_t)(high - low); // at most 64 × 2^62, modulo 2^64: an order still
        }
    }
    return spreads;
}

// Issues of little weight come first among the free ones: their sums are few, so that fronts stay
// small for longer.
static bool is_better(const struct occurrences *seen, uint32_t a, uint32_t b)
{
    bool a_touches = seen->touches[a] > 0;
    bool b_touches = seen->touches[b] > 0;
    if (a_touches != b_touches)
        return a_touches;
    bool a_is_free = seen->opens[a] == 0 && !a_touches;
    bool b_is_free = seen->opens[b] == 0 && !b_touches;
    if (a_is_free != b_is_free)
        return b_is_free;
    if (a_is_free && b_is_free)
        return seen->spread[a] < seen->spread[b];
    return seen->opens[a] - seen->closes[a] < seen->opens[b] - seen->closes[b];
}

uint32_t *order_find(const struct scenario *scenario, struct clauses clauses, struct arena *arena)
{
    uint32_t issues = scenario->issue_count;
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, issues);
    struct arena *work = arena_open();
    struct occurrences seen = occurrences_make(issues, clauses, work);
    bool *is_decided = ARENA_ARRAY(work, bool, issues);
    seen.spread = spreads_of(scenario, work);
    for (uint32_t position = 0; position < issues; position++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t i = 0; i < issues; i++)
            if (!is_decided[i] && (best == UINT32_MAX || is_better(&seen, i, best)))
                best = i;
        order[position] = best;
        is_decided[best] = true;
        decide(&seen, clauses, best, is_decided);
    }
    arena_close(work);
    return order;
}
