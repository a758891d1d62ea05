// SPDX-License-Identifier: Apache-2.0
#include "time_limits/clauses.h"

#include "text/label.h"

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

// The label that the line at this token begins with, without the mark behind its number: "2.", read
// as "2"; "(e)", "Article 4". Empty: none.
static struct str label_at(const struct prose *prose, size_t at)
{
    struct typed_label typed;
    struct str line = str_skip(prose->text, prose_token(prose, at)->at);
    line = str_slice(line, 0, str_find_byte(line, '\n'));
    if (!label_typed(line, &typed) || typed.style == LABEL_BULLET)
        return (struct str){NULL, 0};
    struct str label = typed.text;
    while (label.length > 1 && (str_ends_with(label, STR(".")) || str_ends_with(label, STR(":"))))
        label.length--;
    return label;
}

size_t clauses_label(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    if (!token->begins_line || token->kind == TOKEN_BREAK)
        return 0;
    struct typed_label typed;
    struct str line = str_skip(prose->text, token->at);
    line = str_slice(line, 0, str_find_byte(line, '\n'));
    if (!label_typed(line, &typed) || typed.is_doubtful)
        return 0;
    size_t count = 0;
    while (prose_token(prose, at + count)->kind != TOKEN_BREAK &&
           prose_token(prose, at + count)->at < token->at + typed.bytes)
        count++;
    return count;
}

struct str clauses_at(const struct limits_reading *reading, struct clause_walk *walk, size_t token)
{
    const struct limits_text *text = reading->text;
    const struct prose *prose = &reading->prose;
    size_t at = prose_token(prose, token)->at;
    for (; walk->clause < text->clause_count && text->clauses[walk->clause].at <= at;
         walk->clause++)
        walk->label = text->clauses[walk->clause].name;
    for (; text->clause_count == 0 && walk->token <= token; walk->token++) {
        struct str own =
            prose_token(prose, walk->token)->begins_line ? label_at(prose, walk->token) : STR("");
        if (own.length > 0)
            walk->label = own;
    }
    return walk->label;
}

void clauses_place(struct limits_reading *reading)
{
    struct clause_walk walk = {0};
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        draft->limit.clause = clauses_at(reading, &walk, draft->from);
    }
}
