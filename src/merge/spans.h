// SPDX-License-Identifier: Apache-2.0
// Where a range of tokens begins and ends in the text, and whose the white space around it is.
//
//   agreed |gap| slot tokens |gap| agreed
//
// A slot owns the gap before it, and the gap behind it unless another slot begins there. The label
// zone at a paragraph's start (a typed label and the white space behind it) belongs to the mark
// before it, so that a mark that goes takes the next paragraph's label along.

#ifndef ENTENTE_MERGE_SPANS_H
#define ENTENTE_MERGE_SPANS_H

#include "text/tokens.h"

// One flow of one document.
struct span_flow {
    const struct tokens *tokens;
    const struct text_token *items; // the flow's own
    const uint32_t *ids;
    uint32_t count;
    uint32_t text_from; // bytes that the container takes in
    uint32_t text_to;
};

struct span_flow span_flow_of(const struct tokens *tokens, uint32_t flow);

// Whether token `at` (or the flow's end) begins a paragraph or block.
bool span_is_line_start(const struct span_flow *flow, uint32_t at);
// The byte at which the line of token `at`, which is a line start, begins: before its label.
uint32_t span_line_start(const struct span_flow *flow, uint32_t at);
// Behind the token before `at` and, at a line start, behind the label zone.
uint32_t span_before_gap(const struct span_flow *flow, uint32_t at);
// Where token `at` itself begins; at the flow's end where the text ends.
uint32_t span_behind_gap(const struct span_flow *flow, uint32_t at);
// The label zone of the paragraph that begins at `at`; empty when none is typed.
struct range span_label(const struct span_flow *flow, uint32_t at);

// Whether the paragraph that token `at` belongs to bears a computed label; false at the flow's end.
bool span_is_numbered(const struct span_flow *flow, uint32_t at);

// Whether the paragraph that token `at` begins has no words and no label.
bool span_is_empty_line(const struct span_flow *flow, uint32_t at);

// Whether [from, to) is empty at a line start, or whole paragraphs or blocks.
bool span_is_whole(const struct span_flow *flow, uint32_t from, uint32_t to);

// Whether the two ranges are as long, and token by token the same but for their setting.
bool span_has_same_tokens(const struct span_flow *a, uint32_t a_from, uint32_t a_to,
                          const struct span_flow *b, uint32_t b_from, uint32_t b_to);

// What one document says in a slot: tokens [from, to) of a flow, and the bytes that are shown.
struct span {
    const struct span_flow *flow;
    uint32_t from;
    uint32_t to;
    struct range bytes;
    bool takes_label; // the typed label before the first token is shown too, though not whole lines
};

// Whether two spans say the same: equal tokens, gaps in the same places (the one before the first
// token too, and the one behind the last if it is owned), equal typed labels at the line starts
// inside (and at the very start when `whole`). Or else equal bytes with the same objects and blocks
// in them: "A." may be a label in one document and a word in another.
bool span_says_same(const struct span *a, const struct span *b, bool whole, bool owns_gap_behind);
// Do the objects in two spans stand for the same, notes with their words? New notes of two drafts are
// no one's: what they say is all that they are.
bool span_leads_to_same(const struct span *a, const struct span *b);

#endif
