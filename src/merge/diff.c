// SPDX-License-Identifier: Apache-2.0
//
// A region is a pair of stretches still to be compared. Equal ends are taken off; a large region
// is cut at anchors, wide groups of words first; a small one goes to Myers' greedy algorithm. What
// that finds too costly is cut at narrower anchors, then paragraph by paragraph.
#include "merge/diff.h"

#include "merge/anchors.h"

#include <string.h>

#define WIDEST_ANCHOR 6u
// Edits that Myers' algorithm may look for in one region: its work and its memory grow with the
// square of it (1,024: 4 MB).
#define MOST_EDITS 1024u
// A region up to this many numbers is not worth looking for anchors.
#define SMALL_REGION 400u

struct region {
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
static void add_edit(struct differ *differ, struct region region)
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

static struct region without_equal_ends(const struct differ *differ, struct region r)
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
    uint32_t d;
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

// Fills the trace until the region's end is reached; false when MOST_EDITS do not get there.
static bool search(const struct differ *differ, struct region r, struct trace *trace)
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
            trace->rows = arena_extend(differ->arena, trace->rows, capacity * sizeof(uint32_t),
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
                trace->d = d;
                return true;
            }
        }
    }
    return false;
}

// One step of the path, backwards: a base number left out, or a draft number put in, at (x, y).
struct path_step {
    uint32_t x;
    uint32_t y;
    bool is_insertion;
};

static void walk_back(struct differ *differ, struct region r, const struct trace *trace)
{
    struct path_step *steps = ARENA_ARRAY(differ->arena, struct path_step, trace->d + 1);
    uint32_t x = r.base_to - r.base_from;
    uint32_t y = r.draft_to - r.draft_from;
    for (uint32_t d = trace->d; d > 0; d--) {
        uint32_t i = (uint32_t)(((int64_t)x - y + d) / 2);
        const uint32_t *before = trace_row(trace, d - 1);
        bool down = step_is_down(before, d, i);
        uint32_t from_x = down ? before[i] : before[i - 1];
        int64_t k = 2 * (int64_t)(down ? i : i - 1) - (d - 1);
        x = from_x;
        y = (uint32_t)((int64_t)from_x - k);
        steps[d - 1] = (struct path_step){x, y, down};
    }
    for (uint32_t d = 0; d < trace->d; d++) {
        struct path_step step = steps[d];
        uint32_t base_at = r.base_from + step.x;
        uint32_t draft_at = r.draft_from + step.y;
        add_edit(differ, (struct region){base_at, base_at + !step.is_insertion, draft_at,
                                         draft_at + step.is_insertion});
    }
}

static bool compare_exactly(struct differ *differ, struct region r)
{
    struct arena_mark mark = arena_mark(differ->arena);
    struct trace trace;
    bool found = search(differ, r, &trace);
    if (found)
        walk_back(differ, r, &trace);
    arena_rewind(differ->arena, mark);
    return found;
}

static uint32_t boundary_after(const uint32_t *numbers, uint32_t from, uint32_t to,
                               uint32_t boundary)
{
    while (from < to && numbers[from] != boundary)
        from++;
    return from < to ? from + 1 : to;
}

// The last resort: paragraph stands against paragraph, in order.
static void compare_by_paragraph(struct differ *differ, struct region r)
{
    while (r.base_from < r.base_to || r.draft_from < r.draft_to) {
        struct region pair = r;
        pair.base_to = boundary_after(differ->base, r.base_from, r.base_to, differ->boundary);
        pair.draft_to = boundary_after(differ->draft, r.draft_from, r.draft_to, differ->boundary);
        r.base_from = pair.base_to;
        r.draft_from = pair.draft_to;
        pair = without_equal_ends(differ, pair);
        if (pair.base_to - pair.base_from > MOST_EDITS || !compare_exactly(differ, pair))
            add_edit(differ, pair);
    }
}

static void compare(struct differ *differ, struct region r, uint32_t anchor_width);

// Cuts a region at anchors of the given width; false when there are none.
static bool compare_between_anchors(struct differ *differ, struct region r, uint32_t width)
{
    struct arena *arena = arena_open();
    struct list runs = LIST_MAKE(arena, struct run);
    struct ids base = {differ->base + r.base_from, r.base_to - r.base_from};
    struct ids draft = {differ->draft + r.draft_from, r.draft_to - r.draft_from};
    anchors_find(base, draft, width, &runs);
    bool *keep = ARENA_ARRAY(arena, bool, runs.count + 1);
    anchors_chain(LIST_ITEMS(&runs, struct run), runs.count, keep);
    struct region left = r;
    bool any = false;
    for (size_t i = 0; i < runs.count; i++) {
        struct run run = *LIST_AT(&runs, struct run, i);
        run.base += r.base_from;
        run.draft += r.draft_from;
        // Runs of a rising chain may overlap by a few numbers; what is left of one counts.
        uint32_t skip = 0;
        if (run.base < left.base_from)
            skip = left.base_from - run.base;
        if (run.draft + skip < left.draft_from)
            skip = left.draft_from - run.draft;
        if (!keep[i] || skip >= run.count)
            continue;
        struct region before = {left.base_from, run.base + skip, left.draft_from, run.draft + skip};
        compare(differ, before, width);
        left.base_from = run.base + run.count;
        left.draft_from = run.draft + run.count;
        any = true;
    }
    arena_close(arena);
    if (any)
        compare(differ, left, width);
    return any;
}

static uint32_t narrower(uint32_t width)
{
    if (width > 3)
        return 3;
    return width > 1 ? 1 : 0;
}

static void compare(struct differ *differ, struct region r, uint32_t anchor_width)
{
    r = without_equal_ends(differ, r);
    if (r.base_from == r.base_to || r.draft_from == r.draft_to) {
        add_edit(differ, r);
        return;
    }
    uint32_t size = r.base_to - r.base_from + r.draft_to - r.draft_from;
    if (size > SMALL_REGION && anchor_width == WIDEST_ANCHOR + 1) {
        if (compare_between_anchors(differ, r, WIDEST_ANCHOR))
            return;
        anchor_width = WIDEST_ANCHOR;
    }
    if (compare_exactly(differ, r))
        return;
    for (uint32_t width = narrower(anchor_width); width > 0; width = narrower(width))
        if (compare_between_anchors(differ, r, width))
            return;
    compare_by_paragraph(differ, r);
}

void diff_ids(struct ids base, struct ids draft, uint32_t boundary, struct list *edits)
{
    struct arena *arena = arena_open();
    struct differ differ = {base.items, draft.items, boundary, edits, arena};
    compare(&differ, (struct region){0, base.count, 0, draft.count}, WIDEST_ANCHOR + 1);
    arena_close(arena);
}

void diff_displaced(struct ids base, struct ids draft, struct list *runs)
{
    struct arena *arena = arena_open();
    struct list all = LIST_MAKE(arena, struct run);
    anchors_find(base, draft, WIDEST_ANCHOR - 1, &all);
    bool *keep = ARENA_ARRAY(arena, bool, all.count + 1);
    anchors_chain(LIST_ITEMS(&all, struct run), all.count, keep);
    for (size_t i = 0; i < all.count; i++)
        if (!keep[i])
            *LIST_ADD(runs, struct run) = *LIST_AT(&all, struct run, i);
    arena_close(arena);
}
