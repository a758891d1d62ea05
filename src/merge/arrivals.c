// SPDX-License-Identifier: Apache-2.0
//
// Several parties put something in at one place, and some of it stood elsewhere before:
//
//   party A    [moved 1] [new a]
//   party B              [new b] [moved 2]
//   party C    [moved 1]         [moved 2]
//   places     moved 1 |  new   | moved 2
//
// What moved is a place of its own, shared by those who moved the same words there; what is new
// between two of them is one place, where new wordings of several parties are rivals.
#include "merge/lay_parts.h"

#include <string.h>

// One place: a passage that moved, or all that is new between two of them.
struct arrival_place {
    bool is_moved;
    const uint32_t *ids; // the words of the first that came there
    uint32_t count;
    uint32_t next; // index + 1 of the place behind it
};

struct arranging {
    struct layouter *lay;
    uint32_t flow;
    struct claim *claims; // those of the cluster
    size_t count;
    const bool *is_moved; // one a claim
    uint32_t *place_of;   // one a claim: index into places
    struct list places;   // struct arrival_place, linked from places[0], which stands for the start
};

// What a counter-draft alone has is a point each, as what moved is.
static bool is_arrival(const struct layouter *lay, uint32_t flow, const struct claim *claim)
{
    return lay->comparisons[claim->party].is_by_points ||
           relocation_index_exact(&lay->relocated[claim->party], RELOCATED_DRAFT, flow,
                                  claim->edit.draft_from, claim->edit.draft_to) != NO_INDEX;
}

static struct span_flow draft_flow_of(const struct layouter *lay, uint32_t flow,
                                      const struct claim *claim)
{
    const struct comparison *comparison = &lay->comparisons[claim->party];
    return span_flow_of(comparison->draft, comparison->flows[flow].draft_flow);
}

static struct arrival_place *place_at(struct arranging *arranging, uint32_t place)
{
    return LIST_AT(&arranging->places, struct arrival_place, place);
}

static bool says_same(struct arranging *arranging, uint32_t place, size_t claim)
{
    const struct arrival_place *known = place_at(arranging, place);
    const struct edit *edit = &arranging->claims[claim].edit;
    struct span_flow flow =
        draft_flow_of(arranging->lay, arranging->flow, &arranging->claims[claim]);
    uint32_t count = edit->draft_to - edit->draft_from;
    return known->count == count &&
           memcmp(known->ids, flow.ids + edit->draft_from, count * sizeof *flow.ids) == 0;
}

// Makes a place for a claim behind another place.
static uint32_t add_place(struct arranging *arranging, uint32_t behind, size_t claim)
{
    const struct edit *edit = &arranging->claims[claim].edit;
    struct span_flow flow =
        draft_flow_of(arranging->lay, arranging->flow, &arranging->claims[claim]);
    uint32_t number = (uint32_t)arranging->places.count;
    *LIST_ADD(&arranging->places, struct arrival_place) = (struct arrival_place){
        arranging->is_moved[claim], flow.ids + edit->draft_from, edit->draft_to - edit->draft_from,
        place_at(arranging, behind)->next};
    place_at(arranging, behind)->next = number + 1;
    return number;
}

// Where a passage that moved goes: to the same words behind `behind`, else to a place of its own there.
static uint32_t place_of_moved(struct arranging *arranging, uint32_t behind, size_t claim)
{
    for (uint32_t next = place_at(arranging, behind)->next; next > 0;
         next = place_at(arranging, next - 1)->next)
        if (place_at(arranging, next - 1)->is_moved && says_same(arranging, next - 1, claim))
            return next - 1;
    return add_place(arranging, behind, claim);
}

// Where new words go between two places of their party: to the same words, else to other new ones.
static uint32_t place_of_new(struct arranging *arranging, uint32_t behind, uint32_t before,
                             size_t claim)
{
    uint32_t found = 0;
    for (uint32_t next = place_at(arranging, behind)->next; next > 0 && next != before + 1;
         next = place_at(arranging, next - 1)->next) {
        if (place_at(arranging, next - 1)->is_moved)
            continue;
        if (says_same(arranging, next - 1, claim))
            return next - 1;
        found = found == 0 ? next : found;
    }
    return found > 0 ? found - 1 : add_place(arranging, behind, claim);
}

// Places the claims [from, to), which are one party's in the order of its draft: first what moved.
static void place_party(struct arranging *arranging, size_t from, size_t to)
{
    uint32_t behind = 0;
    for (size_t i = from; i < to; i++)
        if (arranging->is_moved[i])
            behind = arranging->place_of[i] = place_of_moved(arranging, behind, i);
    behind = 0;
    for (size_t i = from; i < to; i++) {
        uint32_t before = i + 1 < to ? arranging->place_of[i + 1] : UINT32_MAX - 1;
        if (!arranging->is_moved[i])
            arranging->place_of[i] = place_of_new(arranging, behind, before, i);
        behind = arranging->place_of[i];
    }
}

static size_t party_end(const struct arranging *arranging, size_t from)
{
    size_t to = from + 1;
    while (to < arranging->count && arranging->claims[to].party == arranging->claims[from].party)
        to++;
    return to;
}

// Those of whom something moved come first: what others put in finds its place among them.
static void place_all(struct arranging *arranging)
{
    for (int movers = 1; movers >= 0; movers--)
        for (size_t from = 0; from < arranging->count;) {
            size_t to = party_end(arranging, from);
            bool has_moved = false;
            for (size_t i = from; i < to; i++)
                has_moved = has_moved || arranging->is_moved[i];
            if (has_moved == (movers == 1))
                place_party(arranging, from, to);
            from = to;
        }
}

// Whether all that is put in are whole lines, so that they can be told apart, and some of it moved.
static bool can_be_parted(const struct arranging *arranging, bool *is_moved)
{
    struct span_flow base = span_flow_of(arranging->lay->base, arranging->flow);
    if (!span_is_line_start(&base, arranging->claims[0].edit.base_from))
        return false;
    bool some_moved = false;
    for (size_t i = 0; i < arranging->count; i++) {
        const struct claim *claim = &arranging->claims[i];
        struct span_flow draft = draft_flow_of(arranging->lay, arranging->flow, claim);
        if (!span_is_whole(&draft, claim->edit.draft_from, claim->edit.draft_to))
            return false;
        is_moved[i] = is_arrival(arranging->lay, arranging->flow, claim);
        some_moved = some_moved || is_moved[i];
    }
    return some_moved;
}

// The claims in the order of their places, and a cluster of each.
static void add_clusters(struct arranging *arranging, size_t first, struct list *clusters)
{
    struct claim *sorted = ARENA_ARRAY(arranging->lay->scratch, struct claim, arranging->count);
    size_t at = 0;
    uint32_t base_at = arranging->claims[0].edit.base_from;
    for (uint32_t next = place_at(arranging, 0)->next; next > 0;
         next = place_at(arranging, next - 1)->next) {
        size_t from = at;
        for (size_t i = 0; i < arranging->count; i++)
            if (arranging->place_of[i] == next - 1)
                sorted[at++] = arranging->claims[i];
        *LIST_ADD(clusters, struct cluster) =
            (struct cluster){base_at, base_at, first + from, at - from, false, false};
    }
    memcpy(arranging->claims, sorted, arranging->count * sizeof *sorted);
}

void layouter_part_arrivals(struct layouter *lay, uint32_t flow, struct claim *claims, size_t first,
                            size_t count, struct list *clusters)
{
    bool *is_moved = ARENA_ARRAY(lay->scratch, bool, count);
    struct arranging arranging = {.lay = lay,
                                  .flow = flow,
                                  .claims = claims + first,
                                  .count = count,
                                  .is_moved = is_moved,
                                  .place_of = ARENA_ARRAY(lay->scratch, uint32_t, count),
                                  .places = LIST_MAKE(lay->scratch, struct arrival_place)};
    if (!can_be_parted(&arranging, is_moved)) {
        uint32_t at = claims[first].edit.base_from;
        *LIST_ADD(clusters, struct cluster) = (struct cluster){at, at, first, count, false, false};
        return;
    }
    *LIST_ADD(&arranging.places, struct arrival_place) = (struct arrival_place){.is_moved = true};
    place_all(&arranging);
    add_clusters(&arranging, first, clusters);
}
