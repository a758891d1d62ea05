// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/clauses.h"

#include "clauses/clause_index.h"
#include "exchange/open.h"
#include "exchange/plain/plain.h"
#include "workbench/answer.h"

static void find_clauses(const struct document *document, struct arena *arena,
                         struct limits_text *text)
{
    struct clause_index index;
    clause_index_make(document, arena, &index);
    struct limits_clause *clauses = ARENA_ARRAY(arena, struct limits_clause, index.count);
    for (uint32_t i = 0; i < index.count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t at = text->has_paragraph_lines ? paragraph->from : paragraph->origin.from;
        clauses[i] = (struct limits_clause){at, index.names[i]};
    }
    text->clauses = clauses;
    text->clause_count = index.count;
}

bool clauses_open(const struct entente_file *file, struct arena *arena, struct limits_text *text,
                  struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, &input_limits_default,
                       arena, &document, error))
        return false;
    *text = (struct limits_text){.name = str_of(file->name)};
    text->has_paragraph_lines = document->form == FORM_DOCX;
    text->text = text->has_paragraph_lines ? document->text
                                           : ((const struct plain_source *)document->source)->text;
    find_clauses(document, arena, text);
    return true;
}
