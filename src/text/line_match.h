// SPDX-License-Identifier: Apache-2.0
// How much of a line is cut into tokens as a line of another text was, from its start and its end.

#ifndef ENTENTE_TEXT_LINE_MATCH_H
#define ENTENTE_TEXT_LINE_MATCH_H

#include "base/str.h"
#include "text/token_kind.h"

// A line and its tokens, whose places count from `from`.
struct cut_line {
    struct str text;
    const struct text_token *tokens;
    uint32_t count;
    uint32_t from;
};

// The first head_tokens of the known line are those of the other up to its byte head_bytes, and the last
// tail_tokens those of its last tail_bytes.
struct line_match {
    uint32_t head_tokens;
    uint32_t head_bytes;
    uint32_t tail_tokens;
    uint32_t tail_bytes;
};

// Both texts have the same form. The two ends never overlap; what lies between them is cut for itself.
// Cost: O(bytes), eight at a time, and the tokens around the first and last difference
struct line_match line_match_find(const struct cut_line *known, struct str line);

#endif
