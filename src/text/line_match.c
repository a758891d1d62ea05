// SPDX-License-Identifier: Apache-2.0
//
// Where a token ends is found by looking forward, and never beyond a blank; only the pieces of dates and
// numbers are joined over blanks. So two lines that are equal up to a blank have the same tokens there,
// unless a date or number might reach over it; and the same holds from a blank on.
#include "text/line_match.h"

#include "base/eights.h"
#include "text/scan.h"

static size_t common_start(struct str a, struct str b)
{
    size_t most = a.length < b.length ? a.length : b.length;
    size_t at = 0;
    while (at + 8 <= most && eight_at(a.bytes + at) == eight_at(b.bytes + at))
        at += 8;
    while (at < most && a.bytes[at] == b.bytes[at])
        at++;
    return at;
}

static size_t common_end(struct str a, struct str b, size_t most)
{
    const char *a_end = a.bytes + a.length;
    const char *b_end = b.bytes + b.length;
    size_t count = 0;
    while (count + 8 <= most && eight_at(a_end - count - 8) == eight_at(b_end - count - 8))
        count += 8;
    while (count < most && a_end[-1 - (ptrdiff_t)count] == b_end[-1 - (ptrdiff_t)count])
        count++;
    return count;
}

static size_t start_of(const struct cut_line *line, uint32_t token)
{
    return line->tokens[token].from - line->from;
}

static char first_byte(const struct cut_line *line, uint32_t token)
{
    return line->text.bytes[start_of(line, token)];
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Whether a date or number may begin with the token and go on behind it.
static bool may_begin_figure(const struct cut_line *line, uint32_t token)
{
    char c = first_byte(line, token);
    uint32_t kind = line->tokens[token].kind;
    return kind == TOKEN_NUMBER || kind == TOKEN_DATE || is_digit(c) || c == '$' ||
           (unsigned char)c >= 0x80;
}

// Whether the tokens before `token` are what they are whatever stands from it on, but for its first byte:
// a month before a digit begins a date.
static bool ends_safely(const struct cut_line *line, uint32_t token)
{
    size_t before = line->tokens[token - 1].to - line->from;
    if (line->text.bytes[before] != ' ' || is_digit(first_byte(line, token)))
        return false;
    uint32_t from = token < SCAN_PIECES ? 0 : token - SCAN_PIECES;
    for (uint32_t i = from; i < token; i++)
        if (may_begin_figure(line, i))
            return false;
    return true;
}

static bool begins_safely(const struct cut_line *line, uint32_t token)
{
    size_t from = start_of(line, token);
    uint32_t kind = line->tokens[token].kind;
    struct str piece = str_slice(line->text, from, line->tokens[token].to - line->from);
    return from > 0 && line->text.bytes[from - 1] == ' ' && kind != TOKEN_NUMBER &&
           kind != TOKEN_DATE && !scan_may_go_on(piece);
}

struct line_match line_match_find(const struct cut_line *known, struct str line)
{
    struct line_match match = {0, 0, 0, 0};
    size_t same = common_start(known->text, line);
    uint32_t head = 0;
    while (head < known->count && start_of(known, head) < same)
        head++;
    for (; head > 1; head--)
        if (ends_safely(known, head - 1))
            break;
    if (head > 1) {
        match.head_tokens = head - 1;
        match.head_bytes = (uint32_t)start_of(known, head - 1);
    }
    size_t shorter = known->text.length < line.length ? known->text.length : line.length;
    size_t tail_from =
        known->text.length - common_end(known->text, line, shorter - match.head_bytes);
    uint32_t tail = known->count;
    while (tail > match.head_tokens && start_of(known, tail - 1) > tail_from)
        tail--;
    while (tail < known->count && !begins_safely(known, tail))
        tail++;
    if (tail < known->count) {
        match.tail_tokens = known->count - tail;
        match.tail_bytes = (uint32_t)(known->text.length - start_of(known, tail));
    }
    return match;
}
