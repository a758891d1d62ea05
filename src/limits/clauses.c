// SPDX-License-Identifier: Apache-2.0
#include "limits/clauses.h"

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

// A label at the start of a line: "2.", "2.1", "(e)", "Article 4", "Article Eight".
static size_t label_length(const struct prose *prose, size_t at)
{
    if (prose_is_word(prose, at, "article") || prose_is_word(prose, at, "section") ||
        prose_is_word(prose, at, "paragraph"))
        return 2;
    if (prose_is_mark(prose, at, '('))
        return prose_is_mark(prose, at + 2, ')') ? 3 : 0;
    size_t count = 0;
    while (prose_token(prose, at + count)->kind == TOKEN_NUMBER &&
           prose_is_mark(prose, at + count + 1, '.')) {
        count += 2;
        if (!prose_token(prose, at + count)->is_glued)
            return count - 1;
    }
    return count > 0 && prose_token(prose, at + count)->kind == TOKEN_NUMBER ? count + 1 : 0;
}

static void place_by_labels(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    struct str label = {NULL, 0};
    size_t next = 0;
    for (size_t at = 0; at < prose->count && next < reading->drafts.count; at++) {
        size_t length = prose_token(prose, at)->begins_line ? label_length(prose, at) : 0;
        if (length > 0)
            label = prose_range(prose, at, at + length);
        for (; next < reading->drafts.count && draft_at(reading, next)->from == at; next++)
            draft_at(reading, next)->limit.clause = label;
    }
}

void clauses_place(struct limits_reading *reading)
{
    const struct limits_text *text = reading->text;
    size_t clause = 0;
    if (text->clause_count == 0) {
        place_by_labels(reading);
        return;
    }
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        while (clause < text->clause_count && text->clauses[clause].at <= limit->at)
            clause++;
        if (clause > 0)
            limit->clause = text->clauses[clause - 1].name;
    }
}

size_t clause_cited(const struct prose *prose, size_t at, struct str *label)
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
