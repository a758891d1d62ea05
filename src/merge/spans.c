// SPDX-License-Identifier: Apache-2.0
#include "merge/spans.h"

#include "text/fold.h"

#include <string.h>

struct span_flow span_flow_of(const struct tokens *tokens, uint32_t flow_index)
{
    const struct flow *flow = &tokens->flows[flow_index];
    struct range range = block_range(tokens->document, flow->block);
    return (struct span_flow){
        tokens,  tokens->items + flow->first, tokens->ids + flow->first, flow->count, range.from,
        range.to};
}

bool span_is_line_start(const struct span_flow *flow, uint32_t at)
{
    return at == 0 || flow->items[at - 1].kind == TOKEN_MARK ||
           flow->items[at - 1].kind == TOKEN_BLOCK;
}

static uint32_t end_before(const struct span_flow *flow, uint32_t at)
{
    return at == 0 ? flow->text_from : flow->items[at - 1].to;
}

// The paragraph that begins at a line start; NULL when a block or nothing follows.
static const struct paragraph *line_at(const struct span_flow *flow, uint32_t at)
{
    if (at >= flow->count || flow->items[at].kind == TOKEN_BLOCK)
        return NULL;
    return &flow->tokens->document->paragraphs[flow->items[at].owner];
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
    return str_slice(flow->tokens->document->text, range.from, range.to);
}

static bool is_computed(const struct paragraph *line)
{
    return line && line->label.typed_bytes == 0 && line->label.text.length > 0;
}

bool span_is_numbered(const struct span_flow *flow, uint32_t at)
{
    return is_computed(line_at(flow, at));
}

bool span_is_empty_line(const struct span_flow *flow, uint32_t at)
{
    const struct paragraph *line = line_at(flow, at);
    return line && line->label.text.length == 0 && span_is_line_start(flow, at) &&
           flow->items[at].kind == TOKEN_MARK;
}

// A computed label stands for whatever label the other text types there, or for none.
static bool same_start_of_line(const struct span_flow *a, uint32_t a_at, const struct span_flow *b,
                               uint32_t b_at)
{
    if (is_computed(line_at(a, a_at)) || is_computed(line_at(b, b_at)))
        return true;
    struct str a_zone = text_between(a, span_label(a, a_at));
    struct str b_zone = text_between(b, span_label(b, b_at));
    struct str a_label = str_trim(a_zone);
    struct str b_label = str_trim(b_zone);
    bool a_is_glued = a_zone.length == a_label.length;
    bool b_is_glued = b_zone.length == b_label.length;
    return str_equal(a_label, b_label) && a_is_glued == b_is_glued;
}

// White space parts token `at` from a word before it in its line.
static bool has_gap(const struct span_flow *flow, uint32_t at)
{
    return at < flow->count && !span_is_line_start(flow, at) &&
           flow->items[at].kind != TOKEN_MARK && flow->items[at].kind != TOKEN_BLOCK &&
           flow->items[at].from > flow->items[at - 1].to;
}

// Wordings that are set otherwise are two: each reading gives its own draft's.
static bool is_same_token(const struct span_flow *a, uint32_t a_at, const struct span_flow *b,
                          uint32_t b_at)
{
    const struct text_token *x = &a->items[a_at];
    const struct text_token *y = &b->items[b_at];
    if (a->ids[a_at] != b->ids[b_at])
        return false;
    return x->kind == TOKEN_BLOCK || text_is_same(text_between(a, (struct range){x->from, x->to}),
                                                  text_between(b, (struct range){y->from, y->to}));
}

bool span_has_same_tokens(const struct span_flow *a, uint32_t a_from, uint32_t a_to,
                          const struct span_flow *b, uint32_t b_from, uint32_t b_to)
{
    return a_to - a_from == b_to - b_from &&
           memcmp(a->ids + a_from, b->ids + b_from, (a_to - a_from) * sizeof *a->ids) == 0;
}

static bool says_same_by_tokens(const struct span *a, const struct span *b, bool whole,
                                bool owns_gap_behind)
{
    if (a->to - a->from != b->to - b->from)
        return false;
    if (a->takes_label && !same_start_of_line(a->flow, a->from, b->flow, b->from))
        return false;
    for (uint32_t i = 0; i < a->to - a->from; i++) {
        if (!is_same_token(a->flow, a->from + i, b->flow, b->from + i) ||
            has_gap(a->flow, a->from + i) != has_gap(b->flow, b->from + i))
            return false;
        if (i == 0 && !whole)
            continue; // what stands before the range is not part of it
        bool is_line = span_is_line_start(a->flow, a->from + i);
        if (is_line != span_is_line_start(b->flow, b->from + i))
            return false;
        if (is_line && !same_start_of_line(a->flow, a->from + i, b->flow, b->from + i))
            return false;
    }
    if (whole)
        return true;
    if (owns_gap_behind && has_gap(a->flow, a->to) != has_gap(b->flow, b->to))
        return false;
    // The label behind a last mark goes with it.
    if (a->to > a->from && span_is_line_start(a->flow, a->to))
        return same_start_of_line(a->flow, a->to, b->flow, b->to);
    return true;
}

// The first object, block or mark at or behind token `at`; `to` when there is none.
static uint32_t next_thing(const struct span *span, uint32_t at)
{
    while (at < span->to && span->flow->items[at].kind != TOKEN_OBJECT &&
           span->flow->items[at].kind != TOKEN_BLOCK && span->flow->items[at].kind != TOKEN_MARK)
        at++;
    return at;
}

// Objects and blocks are more than their bytes; the mark of a paragraph is no line break.
static bool holds_same_things(const struct span *a, const struct span *b)
{
    uint32_t i = next_thing(a, a->from);
    uint32_t k = next_thing(b, b->from);
    while (i < a->to && k < b->to && a->flow->ids[i] == b->flow->ids[k]) {
        i = next_thing(a, i + 1);
        k = next_thing(b, k + 1);
    }
    return i == a->to && k == b->to;
}

bool span_says_same(const struct span *a, const struct span *b, bool whole, bool owns_gap_behind)
{
    return says_same_by_tokens(a, b, whole, owns_gap_behind) ||
           (str_equal(text_between(a->flow, a->bytes), text_between(b->flow, b->bytes)) &&
            holds_same_things(a, b));
}

static uint32_t next_object(const struct span *span, uint32_t at)
{
    while (at < span->to && span->flow->items[at].kind != TOKEN_OBJECT)
        at++;
    return at;
}

static uint32_t object_of(const struct span *span, uint32_t at)
{
    const struct document *document = span->flow->tokens->document;
    return document->runs[run_at(document, span->flow->items[at].from)].object;
}

bool span_leads_to_same(const struct span *a, const struct span *b)
{
    uint32_t i = next_object(a, a->from);
    uint32_t k = next_object(b, b->from);
    while (i < a->to && k < b->to) {
        if (!object_is_same(a->flow->tokens->document, object_of(a, i), b->flow->tokens->document,
                            object_of(b, k)))
            return false;
        i = next_object(a, i + 1);
        k = next_object(b, k + 1);
    }
    return i == a->to && k == b->to;
}
