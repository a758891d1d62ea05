// SPDX-License-Identifier: Apache-2.0
#include "statements/matters_parts.h"

#define MODIFIERS_MAX 8

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return prose_is_word(&news->prose, i, word);
}

static bool has_class(const struct news *news, size_t i, uint32_t classes)
{
    return prose_has_class(&news->prose, i, classes);
}

static const struct token *token_at(const struct news *news, size_t i)
{
    return prose_token(&news->prose, i);
}

// Words that may stand before the noun of a document or meeting and say which one it is.
static bool is_modifier(const struct news *news, size_t i)
{
    static const char *const participles[] = {"proposed", "revised", "updated",
                                              "amended",  "agreed",  "leaked"};
    static const char *const empty[] = {
        "new",   "same", "other",   "such", "key",   "first",    "more", "many", "latest", "two",
        "three", "four", "several", "own",  "final", "possible", "and",  "of",   "or"};
    const struct token *token = token_at(news, i);
    if (token->kind == TOKEN_NUMBER)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    for (size_t k = 0; k < sizeof participles / sizeof participles[0]; k++)
        if (is_word(news, i, participles[k]))
            return true;
    for (size_t k = 0; k < sizeof empty / sizeof empty[0]; k++)
        if (is_word(news, i, empty[k]))
            return false;
    if (has_class(news, i,
                  CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONNECTIVE) ||
        (!token->is_capital &&
         (has_class(news, i, CLASS_FINITE) || news_has_kind(news, i, KIND_SAYING))))
        return false;
    struct str word = prose_word(&news->prose, i);
    bool after_article = i > 0 && has_class(news, i - 1, CLASS_DETERMINER);
    if (after_article && str_ends_with(word, STR("ing")))
        return true; // "the monitoring plan"
    return token->is_capital ||
           !(str_ends_with(word, STR("ed")) || str_ends_with(word, STR("ing")) ||
             str_ends_with(word, STR("ly")));
}

// "Loss and Damage Compact": "and" between two words of a name.
static bool joins_names(const struct news *news, size_t from, size_t noun)
{
    return from > 1 && is_word(news, from - 1, "and") && token_at(news, from)->is_capital &&
           token_at(news, from - 2)->is_capital && token_at(news, noun)->is_capital &&
           from < noun && !news_is_nation(news, from) && !news_has_kind(news, from - 2, KIND_PAPER);
}

size_t matters_modifiers_from(const struct news *news, size_t noun)
{
    size_t from = noun;
    while (from > 0 && noun - from < MODIFIERS_MAX) {
        bool joins = is_word(news, from - 1, "and") && from < noun && from > 1 &&
                     !token_at(news, from)->is_capital && is_modifier(news, from - 2) &&
                     !token_at(news, from - 2)->is_capital && from >= 3 &&
                     has_class(news, from - 3, CLASS_DETERMINER);
        joins = joins || joins_names(news, from, noun);
        if (!joins && !is_modifier(news, from - 1))
            break;
        if (news_opens_quote(news, from - 1) || token_at(news, from)->kind == TOKEN_BREAK)
            break;
        from--;
    }
    return from > 0 && from < noun && token_at(news, from)->has_hyphen ? from - 1 : from;
}

// "for Kyiv", "on Resolution of the Conflict": a name behind the noun.
static size_t complement_to(const struct news *news, size_t noun)
{
    size_t to = noun + 1;
    bool has_link = is_word(news, to, "for") || is_word(news, to, "on") || is_word(news, to, "of");
    if (!has_link || !token_at(news, to + 1)->is_capital ||
        has_class(news, to + 1, CLASS_WEEKDAY | CLASS_MONTH | CLASS_DETERMINER))
        return to;
    size_t end = to + 1;
    while (token_at(news, end)->is_capital && token_at(news, end)->kind == TOKEN_WORD &&
           end < to + 8) {
        end++;
        if (news_is_possessive(news, end - 1))
            break;
        if (is_word(news, end, "and") && token_at(news, end + 1)->is_capital &&
            token_at(news, noun)->is_capital)
            end++; // "Memorandum on Search and Rescue"
    }
    return end;
}

static bool is_paper(const struct news *news, size_t i)
{
    if (token_at(news, i)->kind != TOKEN_WORD || !news_has_kind(news, i, KIND_PAPER))
        return false;
    const struct mention *mention = news_mention(news, i);
    bool is_verb =
        is_word(news, i + 1, "to") && !is_word(news, i, "plan") && !is_word(news, i, "proposal");
    return !(mention && mention->kind == MENTION_PERSON) && !(is_verb && is_word(news, i, "draft"));
}

static size_t first_named(const struct list *documents, struct str name)
{
    for (size_t i = 0; i < documents->count && i < 256; i++)
        if (str_equal_ignoring_case(LIST_AT(documents, struct matter_document, i)->name, name))
            return LIST_AT(documents, struct matter_document, i)->first;
    return documents->count;
}

void matters_find_documents(const struct news *news, struct list *documents)
{
    for (size_t i = 0; i < news->prose.count; i++) {
        if (!is_paper(news, i))
            continue;
        while (is_paper(news, i + 1)) // "security guarantee proposal": the last noun counts
            i++;
        size_t from = matters_modifiers_from(news, i);
        size_t to = complement_to(news, i);
        bool is_generic = is_word(news, i, "documents") || is_word(news, i, "deal") ||
                          is_word(news, i, "agreement") || is_word(news, i, "law");
        bool says_which = from + 1 < i + 1 && from < i;
        bool is_titled = to > i + 1 && token_at(news, i)->is_capital;
        if ((!says_which && !is_titled) || (is_generic && to == i + 1 && i - from < 1) ||
            is_word(news, i, "documents"))
            continue;
        struct str name = news_words(news, from, to);
        size_t first = first_named(documents, name);
        *LIST_ADD(documents, struct matter_document) =
            (struct matter_document){from, to, first, name};
        i = to - 1;
    }
}
