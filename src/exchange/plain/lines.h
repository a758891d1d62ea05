// SPDX-License-Identifier: Apache-2.0
// The lines of a plain text, and whether they were wrapped by hand.

#ifndef ENTENTE_EXCHANGE_PLAIN_LINES_H
#define ENTENTE_EXCHANGE_PLAIN_LINES_H

#include "base/arena.h"

// One line that is not blank. from <= text_from <= text_to <= to: white space at both ends of the
// text, and its line end, belong to the line.
struct text_line {
    uint32_t from; // bytes of the source
    uint32_t text_from;
    uint32_t text_to;
    uint32_t to;
    uint32_t width;      // characters up to text_to
    uint32_t first_word; // characters of its first word
    bool after_blank;    // the first line, or a blank one stands before
    bool before_blank;   // the last line, or a blank one comes next
};

struct text_lines {
    const struct text_line *items;
    size_t count;
    uint32_t wrap_width; // 0: not wrapped by hand
};

// Cuts a text (shorter than 4 GiB) at "\n", "\r\n" and "\r".
// Cost: O(length)
struct text_lines text_lines_cut(struct str text, struct arena *arena);

// Whether line i ends where it does because its next word would not have fitted.
bool text_line_is_full(const struct text_lines *lines, size_t i);

#endif
