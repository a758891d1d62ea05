// SPDX-License-Identifier: Apache-2.0
//
// Rules make many nodes of a level, and most differ in few options still open. A label is held against
// those of all nodes that cover its own by a coarse map: heights over squares of two columns, told for
// the lowest corner of each square, asked at the corner above. So what is said to be beaten is.
#include "frontier/cover_pass.h"

#include "frontier/merge_rows.h"

#include <string.h>

#define NODES_MOST 256u
#define SIDE 64u // squares
#define ALONG 2u
#define ACROSS 1u
#define HEIGHT 3u

struct covers {
    const struct diagram *diagram;
    const uint64_t **by_level; // rows of bits: row a, bit b: a covers b; NULL: not known
};

static bool is_covering(const struct covers *covers, uint32_t level, uint32_t a, uint32_t b)
{
    const uint64_t *bits = covers->by_level[level];
    const struct diagram *diagram = covers->diagram;
    if (a == b)
        return true;
    if (!bits)
        return false;
    size_t words = (diagram->level_first[level + 1] - diagram->level_first[level] + 63) / 64;
    return bits[a * words + b / 64] >> b % 64 & 1;
}

static bool gives_as_much(const struct diagram *diagram, uint32_t a, uint32_t b)
{
    const int64_t *more = diagram->values + (size_t)a * diagram->party_count;
    const int64_t *less = diagram->values + (size_t)b * diagram->party_count;
    for (uint32_t p = 0; p < diagram->party_count && a != b; p++)
        if (more[p] < less[p])
            return false;
    return true;
}

// Whether node a has for every arc of node b one with its option that gives as much and leads to a node
// that covers the other's. The arcs of a node rise by option.
static bool covers_arcs(const struct covers *covers, uint32_t level, uint32_t a, uint32_t b)
{
    const struct diagram *diagram = covers->diagram;
    uint32_t next = diagram->level_first[level + 1];
    uint32_t at = diagram->arc_first[a];
    for (uint32_t arc = diagram->arc_first[b]; arc < diagram->arc_first[b + 1]; arc++) {
        const struct arc *wanted = &diagram->arcs[arc];
        while (at < diagram->arc_first[a + 1] && diagram->arcs[at].option < wanted->option)
            at++;
        if (at == diagram->arc_first[a + 1] || diagram->arcs[at].option != wanted->option ||
            !gives_as_much(diagram, diagram->arcs[at].value, wanted->value) ||
            !is_covering(covers, level + 1, diagram->arcs[at].child - next, wanted->child - next))
            return false;
    }
    return true;
}

struct covers *covers_make(const struct diagram *diagram, struct arena *arena)
{
    if (diagram->party_count != 4)
        return NULL;
    struct covers *covers = ARENA_NEW(arena, struct covers);
    bool has_any = false;
    covers->diagram = diagram;
    covers->by_level = ARENA_ARRAY(arena, const uint64_t *, diagram->level_count + 1);
    for (uint32_t level = diagram->level_count; level-- > 1;) {
        uint32_t first = diagram->level_first[level];
        uint32_t nodes = diagram->level_first[level + 1] - first;
        if (nodes < 2 || nodes > NODES_MOST)
            continue;
        size_t words = (nodes + 63) / 64;
        uint64_t *bits = ARENA_ARRAY(arena, uint64_t, nodes * words);
        for (uint32_t a = 0; a < nodes; a++)
            for (uint32_t b = 0; b < nodes; b++)
                if (a != b && covers_arcs(covers, level, first + a, first + b)) {
                    bits[a * words + b / 64] |= (uint64_t)1 << b % 64;
                    has_any = true;
                }
        covers->by_level[level] = bits;
    }
    return has_any ? covers : NULL;
}

// A pass over one level.
struct pass {
    struct descent *descent;
    const struct covers *covers;
    uint32_t nodes;
    uint64_t step_along; // of a square
    uint64_t step_across;
    int16_t *maps; // by node, SIDE lines of SIDE squares
    bool *keep;    // by label
};

struct square {
    size_t across;
    size_t along;
    int16_t height;
};

static void lift(int16_t *map, struct square square)
{
    for (size_t y = square.across + 1; y > 0; y--) {
        int16_t *line = map + (y - 1) * SIDE;
        if (line[square.along] >= square.height)
            return;
        for (size_t x = square.along + 1; x > 0 && line[x - 1] < square.height; x--)
            line[x - 1] = square.height;
    }
}

// A label lifts the maps of all nodes that its own covers.
static void add(const struct pass *pass, uint32_t node, const uint64_t *row)
{
    const struct packing *packing = &pass->descent->packing;
    size_t words = (pass->nodes + 63) / 64;
    const uint64_t *covered = pass->covers->by_level[pass->descent->level] + node * words;
    struct square square = {packing_field(packing, row, ACROSS) / pass->step_across,
                            packing_field(packing, row, ALONG) / pass->step_along,
                            (int16_t)packing_field(packing, row, HEIGHT)};
    for (size_t w = 0; w < words; w++)
        for (uint64_t left = covered[w]; left != 0; left &= left - 1) {
            size_t other = w * 64 + (size_t)__builtin_ctzll(left);
            lift(pass->maps + other * SIDE * SIDE, square);
        }
}

static bool is_beaten(const struct pass *pass, uint32_t node, const uint64_t *row)
{
    const struct packing *packing = &pass->descent->packing;
    uint64_t across = packing_field(packing, row, ACROSS) + pass->step_across - 1;
    uint64_t along = packing_field(packing, row, ALONG) + pass->step_along - 1;
    across /= pass->step_across;
    along /= pass->step_along;
    return across < SIDE && along < SIDE &&
           pass->maps[((size_t)node * SIDE + across) * SIDE + along] >=
               (int16_t)packing_field(packing, row, HEIGHT);
}

// Rows come falling over all nodes. Those that are equal are all asked about before any is added, so
// that none is beaten by its like.
static void walk(struct pass *pass, struct row_merge *rows, struct arena *work)
{
    struct descent *descent = pass->descent;
    uint32_t *waiting = ARENA_ARRAY(work, uint32_t, pass->nodes);
    uint32_t count = 0;
    uint32_t s;
    while ((s = row_merge_top(rows)) != UINT32_MAX) {
        const uint64_t *row = rows->heads + (size_t)s * descent->packing.words;
        if (count > 0 && memcmp(row, descent->row, descent->packing.words * sizeof *row) != 0) {
            while (count > 0)
                add(pass, waiting[--count], descent->row);
        }
        memcpy(descent->row, row, descent->packing.words * sizeof *row);
        bool keep = !is_beaten(pass, s, row);
        pass->keep[rows->streams[s].next] = keep;
        if (keep)
            waiting[count++] = s;
        row_merge_pop(rows);
    }
}

void cover_pass(struct descent *descent, const struct covers *covers)
{
    const struct diagram *diagram = descent->diagram;
    const struct packing *packing = &descent->packing;
    const uint64_t *reach = packing->reach + (size_t)descent->level * packing->width;
    uint32_t nodes =
        diagram->level_first[descent->level + 1] - diagram->level_first[descent->level];
    if (!covers->by_level[descent->level] || reach[HEIGHT] > INT16_MAX)
        return;
    struct arena *work = arena_open();
    struct pass pass = {descent,
                        covers,
                        nodes,
                        reach[ALONG] / SIDE + 1,
                        reach[ACROSS] / SIDE + 1,
                        arena_take_bare(work, sizeof(int16_t) * nodes * SIDE * SIDE),
                        ARENA_ARRAY(work, bool, descent->labels.count + 1)};
    memset(pass.maps, 0xff, sizeof(int16_t) * nodes * SIDE * SIDE); // -1: below every height
    uint64_t *none = ARENA_ARRAY(work, uint64_t, packing->words);
    struct stream *streams = ARENA_ARRAY(work, struct stream, nodes);
    for (uint32_t n = 0; n < nodes; n++)
        streams[n] =
            (struct stream){&descent->labels, none, descent->first[n], descent->first[n + 1]};
    struct row_merge rows = row_merge_make(streams, nodes, packing->words, work);
    walk(&pass, &rows, work);
    descent_thin(descent, pass.keep);
    arena_close(work);
}
