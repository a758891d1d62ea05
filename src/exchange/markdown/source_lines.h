// SPDX-License-Identifier: Apache-2.0
// The lines of a Markdown source, and what stands at their beginnings.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_SOURCE_LINES_H
#define ENTENTE_EXCHANGE_MARKDOWN_SOURCE_LINES_H

#include "base/str.h"

// Start of the line that holds byte `at`.
size_t markdown_line_start(struct str text, size_t at);
// Behind the line end of the line that holds byte `at`.
size_t markdown_line_end(struct str text, size_t at);
// Whether the line [from, to) has nothing but white space and quote marks.
bool markdown_line_is_blank(struct str text, size_t from, size_t to);
// How far from `from` the quote marks, list marks, number signs and white space go that stand
// before a paragraph's own text.
size_t markdown_prefix_length(struct str text, size_t from, size_t to);
// White space of any kind, line ends too.
bool markdown_is_white(char c);

#endif
