// SPDX-License-Identifier: Apache-2.0
#include "limits/clauses.h"

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

static void place_by_labels(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    struct str label = {NULL, 0};
    size_t next = 0;
    for (size_t at = 0; at < prose->count && next < reading->drafts.count; at++) {
        struct str own = prose_token(prose, at)->begins_line ? label_at(prose, at) : STR("");
        if (own.length > 0)
            label = own;
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
