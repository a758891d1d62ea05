// SPDX-License-Identifier: Apache-2.0
#include "proofreading/definitions.h"

#define NAME_TOKENS 8 // a longer quotation is no name

// The token of the closing mark; 0: none near.
static size_t closing_quote(const struct prose *prose, size_t open)
{
    for (size_t at = open + 1; at <= open + NAME_TOKENS + 1; at++) {
        if (prose_token(prose, at)->kind == TOKEN_BREAK)
            return 0;
        if (token_is_quote(prose, at))
            return at > open + 1 ? at : 0;
    }
    return 0;
}

static bool says_one_of(const struct proof_text *text, size_t at, const char *const *verbs)
{
    for (; *verbs; verbs++)
        if (proof_is_phrase(text, at, *verbs))
            return true;
    return false;
}

// Verbs that define whatever stands before them.
static bool says_means_only(const struct proof_text *text, size_t at)
{
    static const char *const verbs[] = {
        "means",         "mean",           "shall mean", "has the meaning", "have the meaning",
        "is defined as", "are defined as", NULL};
    return says_one_of(text, at, verbs);
}

static bool says_means(const struct proof_text *text, size_t at)
{
    static const char *const verbs[] = {"shall have the meaning", "refers to", "shall refer to",
                                        NULL};
    return says_means_only(text, at) || says_one_of(text, at, verbs);
}

// Whether what stands before the quotation, back to its bracket, names: '(the
// "', '(hereinafter the "'.
static bool names_in_passing(const struct proof_text *text, size_t open)
{
    static const char *const words[] = {
        "hereinafter", "hereafter", "the", "each",   "a",  "an",  "collectively", "together",
        "referred",    "to",        "as",  "called", "or", "and", "jointly",      "individually"};
    const struct prose *prose = &text->prose;
    for (size_t back = 1; back <= 8 && back <= open; back++) {
        size_t at = open - back;
        if (prose_is_mark(prose, at, '('))
            return true;
        bool is_known = prose_is_mark(prose, at, ',') || token_is_quote(prose, at);
        for (size_t i = 0; !is_known && i < sizeof words / sizeof words[0]; i++)
            is_known = prose_is_word(prose, at, words[i]);
        if (proof_is_phrase(text, at, "hereinafter") || proof_is_phrase(text, at, "referred to as"))
            return true;
        if (!is_known && !(prose_token(prose, at)->kind == TOKEN_WORD && back > 1 &&
                           token_is_quote(prose, at + 1)))
            return false;
    }
    return false;
}

static bool begins_capital(const struct prose *prose, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        if (prose_token(prose, at)->is_capital)
            return true;
    return false;
}

static void add(const struct proof_text *text, struct list *definitions, size_t from, size_t to,
                bool in_passing)
{
    const struct prose *prose = &text->prose;
    // "the" before the name is none of it.
    if (from + 1 < to && prose_is_word(prose, from, "the"))
        from++;
    if (!begins_capital(prose, from, to))
        return;
    struct range place = proof_range(text, from, to);
    *LIST_ADD(definitions, struct definition) = (struct definition){
        .name = proof_words(text, place),
        .place = place,
        .from = from,
        .to = to,
        .paragraph = paragraph_at(text->document, place.from),
        .in_passing = in_passing,
    };
}

// "A", "The" before a quotation, and whether it stands first in its sentence or
// paragraph.
static bool stands_first(const struct proof_text *text, size_t open, bool in_paragraph)
{
    const struct prose *prose = &text->prose;
    size_t at = open;
    if (at > 0 && (prose_is_word(prose, at - 1, "the") || prose_is_word(prose, at - 1, "a") ||
                   prose_is_word(prose, at - 1, "an")))
        at--;
    uint32_t paragraph = paragraph_at(text->document, prose_token(prose, at)->at);
    const struct paragraph *own = &text->document->paragraphs[paragraph];
    size_t first = text->first_token[paragraph];
    while (first < at && (prose_token(prose, first)->kind == TOKEN_BREAK ||
                          prose_token(prose, first)->at < own->from + own->label.typed_bytes))
        first++;
    return at == first || (!in_paragraph && prose_is_sentence_end(prose, at - 1));
}

// '"You" (or "Your") means', 'A "Modified Version" of the Document means', 'The
// "Document", below, refers to'.
static bool means_later(const struct proof_text *text, size_t open, size_t behind)
{
    const struct prose *prose = &text->prose;
    if (!stands_first(text, open, false))
        return false;
    for (size_t at = behind; at < behind + NAME_TOKENS; at++) {
        if (prose_token(prose, at)->kind == TOKEN_BREAK || prose_is_sentence_end(prose, at))
            return false;
        if (says_means(text, at))
            return true;
    }
    return false;
}

// The name stands in a line of its own, "means" begins the next.
static bool means_below(const struct proof_text *text, size_t behind)
{
    return prose_token(&text->prose, behind)->kind == TOKEN_BREAK && says_means(text, behind + 1);
}

// 'A "Secondary Section" is a named appendix', '"Database" – a collection': only where a paragraph begins
// with it.
static bool is_said_to_be(const struct proof_text *text, size_t open, size_t behind)
{
    return (prose_is_word(&text->prose, behind, "is") ||
            prose_is_word(&text->prose, behind, "are") ||
            prose_is_mark(&text->prose, behind, ':') ||
            prose_is_mark(&text->prose, behind, 0x2013) ||
            prose_is_mark(&text->prose, behind, 0x2014)) &&
           stands_first(text, open, true);
}

// Gives the token behind the quotation, or 0 when none begins here.
static size_t read_quoted(const struct proof_text *text, size_t open, struct list *definitions)
{
    if (!proof_has_sign(text, open, SIGN_QUOTE))
        return 0;
    size_t close = closing_quote(&text->prose, open);
    if (close == 0)
        return 0;
    if (says_means(text, close + 1) || means_below(text, close + 1) ||
        means_later(text, open, close + 1) || is_said_to_be(text, open, close + 1))
        add(text, definitions, open + 1, close, false);
    else if (names_in_passing(text, open))
        add(text, definitions, open + 1, close, true);
    return close + 1;
}

// A paragraph of its own that begins "Closing Date means"; the words before the
// verb bear capitals.
static void read_bare(const struct proof_text *text, uint32_t paragraph, struct list *definitions)
{
    const struct paragraph *own = &text->document->paragraphs[paragraph];
    size_t from = text->first_token[paragraph];
    size_t end = text->first_token[paragraph + 1];
    while (from < end && text->prose.tokens[from].at < own->from + own->label.typed_bytes)
        from++;
    size_t at = from;
    while (at < end && at < from + NAME_TOKENS && text->prose.tokens[at].kind == TOKEN_WORD &&
           (text->prose.tokens[at].is_capital || at > from))
        if (says_means_only(text, ++at))
            break;
    if (at > from && at < end && says_means_only(text, at) && text->prose.tokens[at - 1].is_capital)
        add(text, definitions, from, at, false);
}

void definitions_find(const struct proof_text *text, struct list *definitions)
{
    for (uint32_t p = 0; p < text->document->paragraph_count; p++) {
        if (proof_is_aside(text, p))
            continue;
        read_bare(text, p, definitions);
        for (size_t at = text->first_token[p]; at < text->first_token[p + 1];) {
            size_t behind = read_quoted(text, at, definitions);
            at = behind > at ? behind : at + 1;
        }
    }
}
