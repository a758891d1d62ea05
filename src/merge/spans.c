// SPDX-License-Identifier: Apache-2.0
#include "merge/spans.h"

struct span_flow span_flow_of(const struct atoms *atoms, uint32_t flow_index)
{
    const struct flow *flow = &atoms->flows[flow_index];
    struct range range = block_range(atoms->document, flow->block);
    return (struct span_flow){atoms, atoms->items + flow->first, flow->count, range.from, range.to};
}

bool span_is_line_start(const struct span_flow *flow, uint32_t at)
{
    return at == 0 || flow->items[at - 1].kind == ATOM_MARK ||
           flow->items[at - 1].kind == ATOM_BLOCK;
}

static uint32_t end_before(const struct span_flow *flow, uint32_t at)
{
    return at == 0 ? flow->text_from : flow->items[at - 1].to;
}

// The paragraph that begins at a line start; NULL when a block or nothing follows.
static const struct paragraph *line_at(const struct span_flow *flow, uint32_t at)
{
    if (at >= flow->count || flow->items[at].kind == ATOM_BLOCK)
        return NULL;
    return &flow->atoms->document->paragraphs[flow->items[at].owner];
}

uint32_t span_line_start(const struct span_flow *flow, uint32_t at)
{
    return end_before(flow, at);
}

struct range span_label(const struct span_flow *flow, uint32_t at)
{
    const struct paragraph *line = line_at(flow, at);
    uint32_t from = end_before(flow, at);
    return (struct range){from, line ? from + line->label.typed_bytes : from};
}

uint32_t span_before_gap(const struct span_flow *flow, uint32_t at)
{
    return span_is_line_start(flow, at) ? span_label(flow, at).to : end_before(flow, at);
}

uint32_t span_behind_gap(const struct span_flow *flow, uint32_t at)
{
    return at < flow->count ? flow->items[at].from : flow->text_to;
}

bool span_is_whole(const struct span_flow *flow, uint32_t from, uint32_t to)
{
    return span_is_line_start(flow, from) && (from == to || span_is_line_start(flow, to));
}

static struct str text_between(const struct span_flow *flow, struct range range)
{
    return str_slice(flow->atoms->document->text, range.from, range.to);
}

static bool same_start_of_line(const struct span_flow *a, uint32_t a_at, const struct span_flow *b,
                               uint32_t b_at)
{
    struct str a_label = str_trim(text_between(a, span_label(a, a_at)));
    struct str b_label = str_trim(text_between(b, span_label(b, b_at)));
    return str_equal(a_label, b_label);
}

static bool has_gap(const struct span_flow *flow, uint32_t at)
{
    return flow->items[at].from > flow->items[at - 1].to;
}

bool span_says_same(const struct span_flow *a, uint32_t a_from, uint32_t a_to,
                    const struct span_flow *b, uint32_t b_from, uint32_t b_to, bool whole)
{
    if (a_to - a_from != b_to - b_from)
        return false;
    for (uint32_t i = 0; i < a_to - a_from; i++) {
        const struct atom *x = &a->items[a_from + i];
        const struct atom *y = &b->items[b_from + i];
        if (x->id != y->id)
            return false;
        bool is_line = span_is_line_start(a, a_from + i);
        if (is_line != span_is_line_start(b, b_from + i))
            return false;
        if (is_line && (i > 0 || whole) && !same_start_of_line(a, a_from + i, b, b_from + i))
            return false;
        bool is_word = x->kind != ATOM_MARK && x->kind != ATOM_BLOCK;
        if (!is_line && is_word && i > 0 && has_gap(a, a_from + i) != has_gap(b, b_from + i))
            return false;
    }
    // The label behind a last mark goes with it.
    if (!whole && a_to > a_from && span_is_line_start(a, a_to))
        return same_start_of_line(a, a_to, b, b_to);
    return true;
}
