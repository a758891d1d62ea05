// SPDX-License-Identifier: Apache-2.0
//
// A region is a pair of stretches still to be compared. Equal ends are taken off; a large region
// is cut at anchors, wide groups of words first; what lies between goes to Myers' greedy algorithm.
// What that finds too costly is cut at narrower anchors, then paragraph by paragraph.
#include "merge/diff.h"

#include "merge/anchors.h"

#include <string.h>

#define WIDEST_ANCHOR 5u
// Edits that Myers' algorithm may look for in one region: its work and its memory grow with the
// square of it (1,024: 4 MB).
#define MOST_EDITS 1024u

// Rows up to this many numbers together are compared without anchors, with the fewest edits.
#define SMALL_REGION 400u

struct edit_region {
    uint32_t base_from;
    uint32_t base_to;
    uint32_t draft_from;
    uint32_t draft_to;
};

struct differ {
    const uint32_t *base;
    const uint32_t *draft;
    uint32_t boundary;
    struct list *edits;
    struct arena *arena;
};

// Adds an edit, joined to the one before where they touch.
static void add_edit(struct differ *differ, struct edit_region region)
{
    if (region.base_from == region.base_to && region.draft_from == region.draft_to)
        return;
    if (differ->edits->count > 0) {
        struct edit *last = LIST_AT(differ->edits, struct edit, differ->edits->count - 1);
        if (last->base_to == region.base_from && last->draft_to == region.draft_from) {
            last->base_to = region.base_to;
            last->draft_to = region.draft_to;
            return;
        }
    }
    *LIST_ADD(differ->edits, struct edit) =
        (struct edit){region.base_from, region.base_to, region.draft_from, region.draft_to};
}

static struct edit_region without_equal_ends(const struct differ *differ, struct edit_region r)
{
    while (r.base_from < r.base_to && r.draft_from < r.draft_to &&
           differ->base[r.base_from] == differ->draft[r.draft_from]) {
        r.base_from++;
        r.draft_from++;
    }
    while (r.base_from < r.base_to && r.draft_from < r.draft_to &&
           differ->base[r.base_to - 1] == differ->draft[r.draft_to - 1]) {
        r.base_to--;
        r.draft_to--;
    }
    return r;
}

// The furthest base position reached on each diagonal k = base - draft, kept for every number of
// edits d so that the path can be walked back: row d holds diagonals -d, -d + 2 … d.
struct trace {
    uint32_t *rows;
};

static uint32_t *trace_row(const struct trace *trace, uint32_t d)
{
    return trace->rows + (size_t)d * (d + 1) / 2;
}

static bool step_is_down(const uint32_t *before, uint32_t d, uint32_t i)
{
    // Diagonal index i of row d comes from index i (a draft number more) or i - 1 (a base number
    // more) of row d - 1, whichever reaches further.
    return i == 0 || (i != d && before[i - 1] < before[i]);
}

// Where a search ended: a point of the region, counted from its start, and the edits up to there.
struct edit_reach {
    uint32_t x;
    uint32_t y;
    uint32_t d;
};

// The point of row d that took in most of both rows.
static struct edit_reach furthest(const struct trace *trace, uint32_t d, uint32_t n, uint32_t m)
{
    struct edit_reach best = {0, 0, d};
    const uint32_t *row = trace_row(trace, d);
    for (uint32_t i = 0; i <= d; i++) {
        int64_t y = (int64_t)row[i] - (2 * (int64_t)i - d);
        if (row[i] <= n && y <= m && row[i] + y > (int64_t)best.x + best.y)
            best = (struct edit_reach){row[i], (uint32_t)y, d};
    }
    return best;
}

// Fills the trace until the region's end is reached; false when MOST_EDITS do not get there, and
// then *reach is as far as they got.
static bool search(const struct differ *differ, struct edit_region r, struct trace *trace,
                   struct edit_reach *reach)
{
    uint32_t n = r.base_to - r.base_from;
    uint32_t m = r.draft_to - r.draft_from;
    const uint32_t *base = differ->base + r.base_from;
    const uint32_t *draft = differ->draft + r.draft_from;
    uint32_t most = n + m < MOST_EDITS ? n + m : MOST_EDITS;
    size_t capacity = 64;
    trace->rows = ARENA_ARRAY(differ->arena, uint32_t, capacity);
    for (uint32_t d = 0; d <= most; d++) {
        size_t needed = (size_t)(d + 1) * (d + 2) / 2;
        if (needed > capacity) {
            trace->rows = arena_extend_bare(differ->arena, trace->rows, capacity * sizeof(uint32_t),
                                            needed * 2 * sizeof(uint32_t));
            capacity = needed * 2;
        }
        uint32_t *row = trace_row(trace, d);
        const uint32_t *before = d > 0 ? trace_row(trace, d - 1) : NULL;
        for (uint32_t i = 0; i <= d; i++) {
            int64_t k = 2 * (int64_t)i - d;
            uint32_t x = 0;
            if (d > 0)
                x = step_is_down(before, d, i) ? before[i] : before[i - 1] + 1;
            // Points past an edge are kept: they cannot come back, and whoever stood on the edge
            // before them is nearer to the end than anything they hide.
            int64_t y = (int64_t)x - k;
            while (x < n && y < m && base[x] == draft[y]) {
                x++;
                y++;
            }
            row[i] = x;
            if (x == n && y == m) {
                *reach = (struct edit_reach){n, m, d};
                return true;
            }
        }
    }
    *reach = furthest(trace, most, n, m);
    return false;
}

// One step of the path, backwards: a base number left out, or a draft number put in, at (x, y).
struct path_step {
    uint32_t x;
    uint32_t y;
    bool is_insertion;
};

// Adds the first `count` edits of the path to `reach`; gives where the next one begins.
static struct edit_reach walk_back(struct differ *differ, struct edit_region r,
                                   const struct trace *trace, struct edit_reach reach,
                                   uint32_t count)
{
    struct path_step *steps = ARENA_ARRAY(differ->arena, struct path_step, reach.d + 1);
    uint32_t x = reach.x;
    uint32_t y = reach.y;
    steps[reach.d] = (struct path_step){x, y, false};
    for (uint32_t d = reach.d; d > 0; d--) {
        uint32_t i = (uint32_t)(((int64_t)x - y + d) / 2);
        const uint32_t *before = trace_row(trace, d - 1);
        bool down = step_is_down(before, d, i);
        uint32_t from_x = down ? before[i] : before[i - 1];
        int64_t k = 2 * (int64_t)(down ? i : i - 1) - (d - 1);
        x = from_x;
        y = (uint32_t)((int64_t)from_x - k);
        steps[d - 1] = (struct path_step){x, y, down};
    }
    for (uint32_t d = 0; d < count; d++) {
        struct path_step step = steps[d];
        uint32_t base_at = r.base_from + step.x;
        uint32_t draft_at = r.draft_from + step.y;
        add_edit(differ, (struct edit_region){base_at, base_at + !step.is_insertion, draft_at,
                                              draft_at + step.is_insertion});
    }
    return (struct edit_reach){steps[count].x, steps[count].y, count};
}

// A path that goes through mostly equal text may be trusted before its end is known.
static bool is_mostly_equal(struct edit_reach reach)
{
    return reach.x + reach.y > 3 * reach.d;
}

// Myers' algorithm on the whole region. Where it is too costly but gets through mostly equal text,
// the sure part of its path is taken and it starts again behind; *r is what is left to compare.
static bool compare_exactly(struct differ *differ, struct edit_region *r)
{
    for (;;) {
        struct arena_mark mark = arena_mark(differ->arena);
        struct trace trace;
        struct edit_reach reach;
        bool found = search(differ, *r, &trace, &reach);
        bool goes_on = !found && is_mostly_equal(reach);
        if (found)
            walk_back(differ, *r, &trace, reach, reach.d);
        if (goes_on) {
            struct edit_reach sure = walk_back(differ, *r, &trace, reach, reach.d - reach.d / 4);
            r->base_from += sure.x;
            r->draft_from += sure.y;
        }
        arena_rewind(differ->arena, mark);
        if (!goes_on)
            return found;
    }
}

static uint32_t boundary_after(const uint32_t *numbers, uint32_t from, uint32_t to,
                               uint32_t boundary)
{
    while (from < to && numbers[from] != boundary)
        from++;
    return from < to ? from + 1 : to;
}

// The last resort: paragraph stands against paragraph, in order.
static void compare_by_paragraph(struct differ *differ, struct edit_region r)
{
    while (r.base_from < r.base_to || r.draft_from < r.draft_to) {
        struct edit_region pair = r;
        pair.base_to = boundary_after(differ->base, r.base_from, r.base_to, differ->boundary);
        pair.draft_to = boundary_after(differ->draft, r.draft_from, r.draft_to, differ->boundary);
        r.base_from = pair.base_to;
        r.draft_from = pair.draft_to;
        pair = without_equal_ends(differ, pair);
        if (pair.base_to - pair.base_from > MOST_EDITS || !compare_exactly(differ, &pair))
            add_edit(differ, pair);
    }
}

static void compare(struct differ *differ, struct edit_region r, uint32_t anchor_width);

static void skip_first(struct match *match, uint32_t count)
{
    match->base += count;
    match->draft += count;
    match->count -= count;
}

// Runs of a rising chain may overlap by a few numbers, reach past the region, or have had numbers
// changed at an end; what is left of one counts. False when nothing is.
static bool cut_to_fit(const struct differ *differ, struct edit_region left, struct match *match)
{
    while (match->count > 0 && (match->base < left.base_from || match->draft < left.draft_from ||
                                differ->base[match->base] != differ->draft[match->draft]))
        skip_first(match, 1);
    while (match->count > 0) {
        uint32_t last = match->count - 1;
        if (match->base + last < left.base_to && match->draft + last < left.draft_to &&
            differ->base[match->base + last] == differ->draft[match->draft + last])
            return true;
        match->count--;
    }
    return false;
}

// Compares what lies between the chained anchors of a region; their positions count from its start.
static bool compare_between(struct differ *differ, struct edit_region r,
                            const struct anchors *anchors, uint32_t width)
{
    struct edit_region left = r;
    bool any = false;
    for (size_t i = 0; i < anchors->count; i++) {
        struct match match = anchors->matches[i];
        match.base += r.base_from;
        match.draft += r.draft_from;
        if (!anchors->chained[i] || !cut_to_fit(differ, left, &match))
            continue;
        struct edit_region before = {left.base_from, match.base, left.draft_from, match.draft};
        compare(differ, before, width);
        left.base_from = match.base + match.count;
        left.draft_from = match.draft + match.count;
        any = true;
    }
    if (any)
        compare(differ, left, width);
    return any;
}

struct anchors diff_anchors(const struct anchor_index *index, struct ids base, struct ids draft,
                            struct arena *arena)
{
    struct list matches = LIST_MAKE(arena, struct match);
    anchors_find(index, base, draft, &matches);
    bool *chained = ARENA_ARRAY(arena, bool, matches.count + 1);
    anchors_chain(LIST_ITEMS(&matches, struct match), matches.count, chained);
    return (struct anchors){LIST_ITEMS(&matches, struct match), chained, matches.count};
}

static bool compare_between_anchors(struct differ *differ, struct edit_region r, uint32_t width)
{
    struct arena *arena = arena_open();
    struct ids base = {differ->base + r.base_from, r.base_to - r.base_from};
    struct ids draft = {differ->draft + r.draft_from, r.draft_to - r.draft_from};
    const struct anchor_index *index = anchor_index_make(base, width, arena);
    struct anchors anchors = diff_anchors(index, base, draft, arena);
    bool any = compare_between(differ, r, &anchors, width);
    arena_close(arena);
    return any;
}

static uint32_t narrower(uint32_t width)
{
    if (width > 3)
        return 3;
    return width > 1 ? 1 : 0;
}

static void compare(struct differ *differ, struct edit_region r, uint32_t anchor_width)
{
    r = without_equal_ends(differ, r);
    if (r.base_from == r.base_to || r.draft_from == r.draft_to) {
        add_edit(differ, r);
        return;
    }
    if (compare_exactly(differ, &r))
        return;
    for (uint32_t width = narrower(anchor_width); width > 0; width = narrower(width))
        if (compare_between_anchors(differ, r, width))
            return;
    compare_by_paragraph(differ, r);
}

struct anchor_index *diff_index(struct ids base, struct arena *arena)
{
    return anchor_index_make(base, WIDEST_ANCHOR, arena);
}

void diff_ids(struct ids base, struct ids draft, const struct anchors *anchors, uint32_t boundary,
              struct list *edits)
{
    struct arena *arena = arena_open();
    struct differ differ = {base.items, draft.items, boundary, edits, arena};
    struct edit_region whole = {0, base.count, 0, draft.count};
    bool is_small = base.count + draft.count <= SMALL_REGION;
    if (is_small || !compare_between(&differ, whole, anchors, WIDEST_ANCHOR))
        compare(&differ, whole, WIDEST_ANCHOR);
    arena_close(arena);
}
