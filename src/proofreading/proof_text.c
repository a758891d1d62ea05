// SPDX-License-Identifier: Apache-2.0
#include "proofreading/proof_text.h"

static const uint32_t *first_tokens(const struct document *document, const struct prose *prose,
                                    struct arena *arena)
{
    uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)document->paragraph_count + 1);
    size_t at = 0;
    for (uint32_t p = 0; p < document->paragraph_count; p++) {
        while (at < prose->count && prose->tokens[at].at < document->paragraphs[p].from)
            at++;
        first[p] = (uint32_t)at;
    }
    first[document->paragraph_count] = (uint32_t)prose->count;
    return first;
}

bool proof_text_make(const struct document *document, struct arena *arena, struct proof_text *text,
                     struct error *error)
{
    *text = (struct proof_text){.document = document};
    clause_index_make(document, arena, &text->clauses);
    if (!prose_read(document->name, document->text, LINES_ARE_PARAGRAPHS, vocabulary_make(arena),
                    arena, &text->prose, error))
        return false;
    text->first_token = first_tokens(document, &text->prose, arena);
    text->contents = contents_lines(document);
    return true;
}

bool proof_is_aside(const struct proof_text *text, uint32_t paragraph)
{
    return text->document->paragraphs[paragraph].is_computed ||
           (paragraph >= text->contents.from && paragraph < text->contents.to);
}

struct range proof_range(const struct proof_text *text, size_t from, size_t to)
{
    const struct token *first = prose_token(&text->prose, from);
    const struct token *last = prose_token(&text->prose, to - 1);
    return (struct range){first->at, last->at + last->length};
}

struct str proof_words(const struct proof_text *text, struct range place)
{
    return str_slice(text->document->text, place.from, place.to);
}

bool proof_is_phrase(const struct proof_text *text, size_t at, const char *words)
{
    // Asked of every token: most differ in their first letter.
    const struct token *token = prose_token(&text->prose, at);
    if (token->kind != TOKEN_WORD || (text->prose.text.bytes[token->at] | 0x20) != words[0])
        return false;
    struct str rest = str_of(words);
    struct str word;
    for (; str_cut(&rest, ' ', &word); at++)
        if (prose_token(&text->prose, at)->kind != TOKEN_WORD ||
            !str_equal_ignoring_case(prose_word(&text->prose, at), word))
            return false;
    return true;
}
