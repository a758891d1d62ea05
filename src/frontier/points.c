// SPDX-License-Identifier: Apache-2.0
#include "frontier/points.h"

#include "bargain/wide.h"

#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX

const char *point_name(enum point_kind kind)
{
    switch (kind) {
    case POINT_NASH:
        return "nash";
    case POINT_UTILITARIAN:
        return "utilitarian";
    case POINT_MAXMIN:
        return "maxmin";
    case POINT_EGALITARIAN:
        return "egalitarian";
    case POINT_KS:
        return "ks";
    case POINT_KS_MINSPREAD:
        return "ks_minspread";
    }
    return NULL;
}

enum point_kind point_named(struct str name)
{
    int kind = 0;
    while (kind < POINT_KINDS && !str_equal(name, str_of(point_name((enum point_kind)kind))))
        kind++;
    return (enum point_kind)kind;
}

// What a rule compares: one row's measure. Which member counts depends on the rule.
struct measure {
    uint64_t product[PARTIES];
    int128 sum;
    int64_t gains[PARTIES];       // rising
    struct ratio shares[PARTIES]; // rising
    struct ratio spread;
    uint32_t count; // of gains or shares
};

struct picker {
    enum point_kind kind;
    const struct front *front;
    const struct point_frame *frame;
};

static void measure_product(const struct picker *picker, const int64_t *row, struct measure *out)
{
    uint32_t width = picker->front->party_count;
    memset(out->product, 0, width * sizeof *out->product);
    out->product[0] = 1;
    for (uint32_t p = 0; p < width; p++)
        wide_multiply(out->product, (uint64_t)(row[p] - picker->frame->reserve[p]), width);
}

static void measure_gains(const struct picker *picker, const int64_t *row, struct measure *out)
{
    out->count = picker->front->party_count;
    for (uint32_t p = 0; p < out->count; p++) {
        int64_t gain = row[p] - picker->frame->reserve[p];
        uint32_t at = p;
        for (; at > 0 && out->gains[at - 1] > gain; at--)
            out->gains[at] = out->gains[at - 1];
        out->gains[at] = gain;
    }
}

// Parties that cannot gain anything are left out: their share has no meaning.
static void measure_shares(const struct picker *picker, const int64_t *row, const int64_t *ideal,
                           struct measure *out)
{
    out->count = 0;
    for (uint32_t p = 0; p < picker->front->party_count; p++) {
        int64_t reserve = picker->frame->reserve[p];
        if (ideal[p] <= reserve)
            continue;
        struct ratio share = {row[p] - reserve, (uint128)(ideal[p] - reserve)};
        uint32_t at = out->count++;
        for (; at > 0 && ratio_compare(out->shares[at - 1], share) > 0; at--)
            out->shares[at] = out->shares[at - 1];
        out->shares[at] = share;
    }
}

static void measure_row(const struct picker *picker, const int64_t *row, struct measure *out)
{
    out->count = 0;
    switch (picker->kind) {
    case POINT_NASH:
        measure_product(picker, row, out);
        break;
    case POINT_UTILITARIAN:
        out->sum = 0;
        for (uint32_t p = 0; p < picker->front->party_count; p++)
            out->sum += row[p];
        break;
    case POINT_MAXMIN:
    case POINT_EGALITARIAN:
        measure_gains(picker, row, out);
        break;
    case POINT_KS:
        measure_shares(picker, row, picker->frame->ideal, out);
        break;
    case POINT_KS_MINSPREAD: {
        measure_shares(picker, row, picker->frame->ideal_feasible, out);
        if (out->count == 0)
            break;
        struct ratio low = out->shares[0];
        struct ratio high = out->shares[out->count - 1];
        out->spread =
            (struct ratio){high.above * (int128)low.below - low.above * (int128)high.below,
                           high.below * low.below};
        break;
    }
    }
}

// Positive when a is the better one.
static int compare(const struct picker *picker, const struct measure *a, const struct measure *b)
{
    switch (picker->kind) {
    case POINT_NASH:
        return wide_compare(a->product, b->product, picker->front->party_count);
    case POINT_UTILITARIAN:
        return a->sum < b->sum ? -1 : a->sum > b->sum;
    case POINT_MAXMIN:
        return a->gains[0] < b->gains[0] ? -1 : a->gains[0] > b->gains[0];
    case POINT_EGALITARIAN:
        for (uint32_t i = 0; i < a->count; i++)
            if (a->gains[i] != b->gains[i])
                return a->gains[i] < b->gains[i] ? -1 : 1;
        return 0;
    case POINT_KS:
        for (uint32_t i = 0; i < a->count; i++) {
            int order = ratio_compare(a->shares[i], b->shares[i]);
            if (order != 0)
                return order;
        }
        return 0;
    case POINT_KS_MINSPREAD:
        return -ratio_compare(a->spread, b->spread);
    }
    return 0;
}

static struct str print_signed(int128 number, struct arena *arena)
{
    struct str digits = wide_print_128((uint128)(number < 0 ? -number : number), arena);
    return arena_print(arena, "%s%.*s", number < 0 ? "-" : "", STR_ARGS(digits));
}

static void print_values(const struct picker *picker, const struct measure *best,
                         struct arena *arena, struct fair_point *point)
{
    bool is_list = picker->kind == POINT_EGALITARIAN || picker->kind == POINT_KS;
    size_t count = is_list ? best->count : 1;
    struct str *values = ARENA_ARRAY(arena, struct str, count + 1);
    for (uint32_t i = 0; i < best->count && is_list; i++)
        values[i] = picker->kind == POINT_KS ? ratio_print(best->shares[i], arena)
                                             : print_signed(best->gains[i], arena);
    if (picker->kind == POINT_NASH)
        values[0] = wide_print(best->product, picker->front->party_count, arena);
    else if (picker->kind == POINT_UTILITARIAN)
        values[0] = print_signed(best->sum, arena);
    else if (picker->kind == POINT_MAXMIN)
        values[0] = print_signed(best->gains[0], arena);
    else if (picker->kind == POINT_KS_MINSPREAD)
        values[0] = ratio_print(best->spread, arena);
    point->values = values;
    point->value_count = count;
}

// The least that a row may give each party and be no worse than the best: where the least gain or share
// decides first, the best one's. Whatever cannot be told so asks for nothing.
static void floor_of(const struct picker *picker, const struct measure *best, int64_t *floor)
{
    const struct point_frame *frame = picker->frame;
    bool is_gain = picker->kind == POINT_MAXMIN || picker->kind == POINT_EGALITARIAN;
    for (uint32_t p = 0; p < picker->front->party_count; p++) {
        int64_t reserve = frame->reserve[p];
        floor[p] = INT64_MIN;
        if (is_gain)
            floor[p] = reserve + best->gains[0];
        else if (picker->kind == POINT_KS && best->count > 0 && frame->ideal[p] > reserve) {
            struct ratio least = best->shares[0];
            int128 way = least.above * (frame->ideal[p] - reserve);
            int128 gain = way / (int128)least.below + (way % (int128)least.below > 0);
            floor[p] = reserve + (int64_t)gain;
        }
    }
}

struct fair_point point_find(enum point_kind kind, const struct front *front,
                             const struct point_frame *frame, struct arena *arena)
{
    struct fair_point point = {.is_defined = false, .front = front};
    if (front->count == 0)
        return point;
    struct picker picker = {kind, front, frame};
    struct measure *best = ARENA_ARRAY(arena, struct measure, 2);
    struct measure *other = best + 1;
    int64_t row[PARTIES];
    int64_t floor[PARTIES];
    measure_row(&picker, front_point(front, 0, row), best);
    if (kind == POINT_KS_MINSPREAD && best->count == 0)
        return point;
    uint32_t *rows = ARENA_ARRAY(arena, uint32_t, front->count);
    point.row_count = 1;
    floor_of(&picker, best, floor);
    for (size_t i = front_next_above(front, 1, floor); i < front->count;
         i = front_next_above(front, i + 1, floor)) {
        measure_row(&picker, front_point(front, i, row), other);
        int order = compare(&picker, other, best);
        if (order > 0) {
            struct measure *swap = best;
            best = other;
            other = swap;
            point.row_count = 0;
            floor_of(&picker, best, floor);
        }
        if (order >= 0)
            rows[point.row_count++] = (uint32_t)i;
    }
    point.rows = rows;
    point.is_defined = true;
    print_values(&picker, best, arena, &point);
    return point;
}
