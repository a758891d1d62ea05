// SPDX-License-Identifier: Apache-2.0
#include "clauses/citation.h"

size_t citation_read(const struct prose *prose, size_t at, struct str *label)
{
    static const char *const words[] = {"point",   "points",     "paragraph",    "article",
                                        "section", "clause",     "subparagraph", "annex",
                                        "chapter", "regulation", "rule",         "item"};
    bool is_word = false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        is_word = is_word || prose_is_word(prose, at, words[i]);
    if (!is_word)
        return 0;
    size_t end = at + 1;
    if (prose_token(prose, end)->kind == TOKEN_NUMBER) {
        end++;
        while (prose_is_mark(prose, end, '.') && prose_token(prose, end)->is_glued &&
               prose_token(prose, end + 1)->kind == TOKEN_NUMBER &&
               prose_token(prose, end + 1)->is_glued)
            end += 2;
    }
    while (prose_is_mark(prose, end, '(') && prose_is_mark(prose, end + 2, ')'))
        end += 3;
    if (end == at + 1)
        return 0;
    *label = prose_range(prose, at + 1, end);
    return end - at;
}

static bool is_label_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

bool citation_names(struct str label, struct str clause)
{
    for (size_t at = 0; label.length > 0 && at + label.length <= clause.length; at++) {
        size_t end = at + label.length;
        bool begins = at == 0 || clause.bytes[at - 1] == '/' || clause.bytes[at - 1] == ' ' ||
                      label.bytes[0] == '(';
        bool ends = end == clause.length || !is_label_byte(clause.bytes[end]) ||
                    label.bytes[label.length - 1] == ')';
        bool goes_on = end < clause.length && clause.bytes[end] == '.' && end + 1 < clause.length &&
                       is_label_byte(clause.bytes[end + 1]);
        if (begins && ends && !goes_on && str_equal(str_slice(clause, at, end), label))
            return true;
    }
    return false;
}

size_t citation_bracket(const struct prose *prose, size_t at)
{
    if (at == 0 || !prose_is_mark(prose, at, '(') || !prose_token(prose, at)->is_glued ||
        !prose_is_mark(prose, at + 2, ')') || !prose_token(prose, at + 1)->is_glued)
        return 0;
    bool is_behind =
        prose_token(prose, at - 1)->kind == TOKEN_NUMBER ||
        (at >= 3 && prose_is_mark(prose, at - 1, ')') && prose_is_mark(prose, at - 3, '('));
    return is_behind ? 3 : 0;
}
