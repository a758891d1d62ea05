// SPDX-License-Identifier: Apache-2.0
#include "proofreading/proof_text.h"

bool proof_text_make(const struct document *document, struct proof_memory *memory,
                     struct arena *arena, struct proof_text *text, struct error *error)
{
    struct proof_tokens tokens;
    if (!proof_memory_read(memory, document, arena, &tokens, error))
        return false;
    *text = (struct proof_text){.document = document,
                                .prose = tokens.prose,
                                .first_token = tokens.first_token,
                                .stems = tokens.stems,
                                .signs = tokens.signs,
                                .may_be_blank = tokens.may_be_blank,
                                .is_foreign = tokens.is_foreign,
                                .memory = memory};
    clause_index_make(document, arena, &text->clauses);
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

// Gives what stands behind the first word of the phrase, NULL where token `at` is another one.
static const char *behind_word(const struct proof_text *text, size_t at, const char *words)
{
    const struct token *token = prose_token(&text->prose, at);
    const char *bytes = text->prose.text.bytes + token->at;
    if (token->kind != TOKEN_WORD)
        return NULL;
    for (size_t i = 0; i < token->length; i++) {
        char lower = (char)(bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] | 0x20 : bytes[i]);
        if (words[i] == '\0' || words[i] != lower)
            return NULL;
    }
    return words + token->length;
}

bool proof_reads_phrase(const struct proof_text *text, size_t at, const char *words)
{
    for (;; at++, words++) {
        words = behind_word(text, at, words);
        if (words == NULL || *words == '\0')
            return words != NULL;
        if (*words != ' ')
            return false;
    }
}
