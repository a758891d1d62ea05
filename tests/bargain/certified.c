// SPDX-License-Identifier: Apache-2.0
#include "certified.h"

#include "bargain/verify.h"
#include "bargain/wide.h"

#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX

const char *front_fault(const struct scenario *scenario, const struct front *front)
{
    struct arena *work = arena_open();
    uint32_t width = scenario->party_count;
    int64_t *rows = ARENA_ARRAY(work, int64_t, front->count * width + 1);
    uint32_t *outcome = ARENA_ARRAY(work, uint32_t, scenario->issue_count);
    const char *fault = NULL;
    for (size_t i = 0; i < front->count && !fault; i++) {
        front_point(front, i, rows + i * width);
        front_outcome(front, i, outcome);
        if (!verify_outcome(scenario, outcome, rows + i * width))
            fault = "a point's package is not allowed or gives other worths";
    }
    if (!fault && !verify_front(rows, front->count, width))
        fault = "a point of a front beats another";
    arena_close(work);
    return fault;
}

// A floor just above the point: what reaches it would do better. False when the kind has none.
static bool floor_above(enum point_kind kind, const struct point_frame *frame, const int64_t *row,
                        uint32_t width, int64_t *floor)
{
    if (kind == POINT_NASH || kind == POINT_UTILITARIAN)
        return false;
    struct ratio share = {0, 0};
    for (uint32_t p = 0; p < width; p++) {
        int64_t range = kind == POINT_KS ? frame->ideal[p] - frame->reserve[p] : 1;
        struct ratio own = {row[p] - frame->reserve[p], (uint128)(range > 0 ? range : 0)};
        if (range > 0 && (share.below == 0 || ratio_compare(own, share) < 0))
            share = own;
    }
    for (uint32_t p = 0; p < width; p++) {
        int64_t range = kind == POINT_KS ? frame->ideal[p] - frame->reserve[p] : 1;
        floor[p] = frame->reserve[p];
        if (range > 0) // the least whole number above reserve + share × range
            floor[p] += (int64_t)(share.above * range / (int128)share.below) + 1;
    }
    return share.below != 0;
}

static const char *outcome_fault(const struct scenario *scenario, const struct direct *direct,
                                 const struct point_frame *frame, int64_t *row)
{
    struct arena *work = arena_open();
    uint32_t *outcome = ARENA_ARRAY(work, uint32_t, scenario->issue_count);
    const char *fault = NULL;
    for (size_t i = 0; i < direct->point.row_count && !fault; i++) {
        front_point(&direct->front, direct->point.rows[i], row);
        front_outcome(&direct->front, direct->point.rows[i], outcome);
        if (!verify_outcome(scenario, outcome, row))
            fault = "a fair point's package is not allowed or gives other worths";
        for (uint32_t p = 0; p < scenario->party_count; p++)
            if (row[p] < frame->reserve[p] || verify_crosses_red_line(scenario, p, outcome))
                fault = "a fair point is not acceptable to all";
    }
    arena_close(work);
    return fault;
}

const char *direct_fault(const struct scenario *scenario, enum point_kind kind,
                         const struct direct *direct, const struct point_frame *frame,
                         uint64_t steps)
{
    const int64_t *weights = direct->has_bound ? direct->weights : NULL;
    int64_t row[PARTIES];
    int64_t floor[PARTIES];
    if (weights && verify_bound(scenario, weights, direct->bound, steps) == PROOF_FAILS)
        return "a package comes above the bound";
    if (!direct->point.is_defined)
        return verify_unreached(scenario, frame->reserve, weights, steps) == PROOF_FAILS
                   ? "a package is acceptable where none was found"
                   : NULL;
    const char *fault = outcome_fault(scenario, direct, frame, row);
    if (!fault && floor_above(kind, frame, row, scenario->party_count, floor) &&
        verify_unreached(scenario, floor, weights, steps) == PROOF_FAILS)
        fault = "a package does better than a fair point";
    return fault;
}
