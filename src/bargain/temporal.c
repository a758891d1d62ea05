// SPDX-License-Identifier: Apache-2.0
//
// Points are eliminated as in Fourier and Motzkin's method: a link a -> x of weight v under options
// A and a link x -> b of weight w under options B give a link a -> b of weight v + w under A and B.
// A link from a point to itself with negative weight is a clash of its options. A link is dropped
// when another one binds at least as tightly under a part of its options.
#include "bargain/clauses.h"

#include "base/list.h"

#include <string.h>

struct labelled {
    uint32_t from;
    uint32_t to;
    int64_t weight;
    const struct choice *label; // by issue, then option
    uint32_t label_count;
    bool is_gone;
};

struct temporal_network {
    const struct scenario *scenario;
    struct budget *budget;
    struct arena *arena;
    struct list links;     // struct labelled
    struct list clashes;   // struct clash
    struct choice *joined; // room for one label
};

// Every choice of `part` stands in `whole`; both in order.
static bool is_part(const struct choice *part, size_t part_count, const struct choice *whole,
                    size_t whole_count)
{
    size_t at = 0;
    for (size_t i = 0; i < part_count; i++) {
        while (at < whole_count &&
               (whole[at].issue != part[i].issue || whole[at].option != part[i].option))
            at++;
        if (at == whole_count)
            return false;
    }
    return true;
}

static bool has_clash(const struct temporal_network *network, const struct choice *label,
                      size_t count)
{
    for (size_t i = 0; i < network->clashes.count; i++) {
        const struct clash *clash = LIST_AT(&network->clashes, struct clash, i);
        if (is_part(clash->choices, clash->count, label, count))
            return true;
    }
    return false;
}

// The union of two labels; false when they take two options of one issue.
static bool join_labels(const struct labelled *a, const struct labelled *b, struct choice *joined,
                        uint32_t *count)
{
    uint32_t i = 0;
    uint32_t j = 0;
    *count = 0;
    while (i < a->label_count || j < b->label_count) {
        bool from_a =
            j == b->label_count || (i < a->label_count && a->label[i].issue <= b->label[j].issue);
        bool from_b =
            i == a->label_count || (j < b->label_count && b->label[j].issue <= a->label[i].issue);
        if (from_a && from_b && a->label[i].option != b->label[j].option)
            return false;
        joined[(*count)++] = from_a ? a->label[i] : b->label[j];
        i += from_a;
        j += from_b;
    }
    return true;
}

static struct choice *copy_label(const struct temporal_network *network, const struct choice *label,
                                 uint32_t count)
{
    struct choice *copy = ARENA_ARRAY(network->arena, struct choice, count + 1);
    for (uint32_t i = 0; i < count; i++)
        copy[i] = label[i];
    return copy;
}

// Clashes stay smallest: one that contains the new one goes.
static void add_clash(struct temporal_network *network, const struct choice *label, uint32_t count)
{
    if (has_clash(network, label, count))
        return;
    size_t kept = 0;
    for (size_t i = 0; i < network->clashes.count; i++) {
        struct clash *clash = LIST_AT(&network->clashes, struct clash, i);
        if (!is_part(label, count, clash->choices, clash->count))
            *LIST_AT(&network->clashes, struct clash, kept++) = *clash;
    }
    list_cut(&network->clashes, kept);
    *LIST_ADD(&network->clashes, struct clash) =
        (struct clash){copy_label(network, label, count), count};
}

static bool add_link(struct temporal_network *network, uint32_t from, uint32_t to, int64_t weight,
                     const struct choice *label, uint32_t count)
{
    if (!budget_spend(network->budget, network->links.count + 1))
        return false;
    if (from == to) {
        if (weight < 0)
            add_clash(network, label, count);
        return true;
    }
    if (has_clash(network, label, count))
        return true;
    for (size_t i = 0; i < network->links.count; i++) {
        struct labelled *link = LIST_AT(&network->links, struct labelled, i);
        if (link->is_gone || link->from != from || link->to != to)
            continue;
        if (link->weight <= weight && is_part(link->label, link->label_count, label, count))
            return true;
        if (weight <= link->weight && is_part(label, count, link->label, link->label_count))
            link->is_gone = true;
    }
    *LIST_ADD(&network->links, struct labelled) =
        (struct labelled){from, to, weight, copy_label(network, label, count), count, false};
    return true;
}

static bool eliminate(struct temporal_network *network, uint32_t point)
{
    size_t count = network->links.count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            const struct labelled *in = LIST_AT(&network->links, struct labelled, i);
            const struct labelled *out = LIST_AT(&network->links, struct labelled, j);
            uint32_t joined;
            if (in->is_gone || in->to != point)
                break;
            if (out->is_gone || out->from != point ||
                !join_labels(in, out, network->joined, &joined))
                continue;
            if (!add_link(network, in->from, out->to, in->weight + out->weight, network->joined,
                          joined))
                return false;
        }
    size_t kept = 0;
    for (size_t i = 0; i < network->links.count; i++) {
        struct labelled *link = LIST_AT(&network->links, struct labelled, i);
        if (!link->is_gone && link->from != point && link->to != point)
            *LIST_AT(&network->links, struct labelled, kept++) = *link;
    }
    list_cut(&network->links, kept);
    return true;
}

// The point with the fewest pairs of links through it, or UINT32_MAX when no link is left.
static uint32_t next_point(const struct temporal_network *network, uint32_t *in, uint32_t *out)
{
    uint32_t points = network->scenario->point_count;
    memset(in, 0, points * sizeof *in);
    memset(out, 0, points * sizeof *out);
    for (size_t i = 0; i < network->links.count; i++) {
        const struct labelled *link = LIST_AT(&network->links, struct labelled, i);
        out[link->from]++;
        in[link->to]++;
    }
    uint32_t best = UINT32_MAX;
    for (uint32_t p = 0; p < points; p++) {
        uint64_t pairs = (uint64_t)in[p] * out[p];
        if (in[p] + out[p] > 0 && (best == UINT32_MAX || pairs < (uint64_t)in[best] * out[best]))
            best = p;
    }
    return best;
}

static bool add_all(struct temporal_network *network)
{
    const struct scenario *scenario = network->scenario;
    for (size_t i = 0; i < scenario->base_link_count; i++) {
        const struct time_link *link = &scenario->base_links[i];
        if (!add_link(network, link->from, link->to, link->weight, NULL, 0))
            return false;
    }
    for (size_t i = 0; i < scenario->timed_choice_count; i++) {
        const struct timed_choice *timed = &scenario->timed_choices[i];
        if (!add_link(network, timed->link.from, timed->link.to, timed->link.weight, &timed->choice,
                      1))
            return false;
    }
    return true;
}

bool clashes_find(const struct scenario *scenario, struct budget *budget, struct arena *arena,
                  struct clashes *clashes, struct error *error)
{
    struct arena *work = arena_open();
    struct temporal_network network = {.scenario = scenario,
                                       .budget = budget,
                                       .arena = arena,
                                       .links = LIST_MAKE(work, struct labelled),
                                       .clashes = LIST_MAKE(arena, struct clash)};
    network.joined = ARENA_ARRAY(work, struct choice, scenario->issue_count);
    uint32_t *in = ARENA_ARRAY(work, uint32_t, scenario->point_count + 1);
    uint32_t *out = ARENA_ARRAY(work, uint32_t, scenario->point_count + 1);
    bool done = add_all(&network);
    uint32_t point;
    while (done && (point = next_point(&network, in, out)) != UINT32_MAX)
        done = eliminate(&network, point);
    arena_close(work);
    if (!done)
        return budget_stopped(error);
    *clashes = (struct clashes){LIST_ITEMS(&network.clashes, struct clash), network.clashes.count};
    return true;
}
