// SPDX-License-Identifier: Apache-2.0
// What the passes ask of a report's tokens.
#include "news_reports/news.h"

bool news_is_word(const struct news *news, size_t token, const char *word)
{
    return prose_is_word(&news->prose, token, word);
}

bool news_is_mark(const struct news *news, size_t token, uint32_t code_point)
{
    return prose_is_mark(&news->prose, token, code_point);
}

bool news_has_kind(const struct news *news, size_t token, uint32_t kinds)
{
    return token < news->prose.count && (news->kinds[token] & kinds) != 0;
}

bool news_has_class(const struct news *news, size_t token, uint32_t classes)
{
    return prose_has_class(&news->prose, token, classes);
}

bool news_is_capital(const struct news *news, size_t token)
{
    const struct token *word = prose_token(&news->prose, token);
    return word->kind == TOKEN_WORD && word->is_capital;
}

bool news_is_abbreviation(const struct news *news, size_t token)
{
    struct str word = prose_word(&news->prose, token);
    if (prose_token(&news->prose, token)->kind != TOKEN_WORD || word.length < 2 || word.length > 6)
        return false;
    for (size_t k = 0; k < word.length; k++)
        if (word.bytes[k] < 'A' || word.bytes[k] > 'Z')
            return false;
    return true;
}

bool news_is_quoted(const struct news *news, size_t token)
{
    return token < news->prose.count && news->quotation_at[token] != NEWS_NONE;
}

const struct quotation *news_quotation(const struct news *news, size_t token)
{
    return LIST_AT(&news->quotations, struct quotation, news->quotation_at[token]);
}

static bool is_quote_mark(const struct news *news, size_t token)
{
    return prose_token(&news->prose, token)->kind == TOKEN_MARK && !news_is_quoted(news, token);
}

bool news_opens_quote(const struct news *news, size_t token)
{
    return is_quote_mark(news, token) && news_is_quoted(news, token + 1) &&
           news_quotation(news, token + 1)->from == token + 1;
}

bool news_closes_quote(const struct news *news, size_t token)
{
    return token > 0 && is_quote_mark(news, token) && news_is_quoted(news, token - 1);
}

bool news_is_possessive(const struct news *news, size_t token)
{
    const struct token *word = prose_token(&news->prose, token);
    size_t end = (size_t)word->at + word->length;
    struct str rest = str_skip(news->prose.text, end);
    return str_starts_with(rest, STR("'")) || str_starts_with(rest, STR("\xe2\x80\x99"));
}

bool news_is_date_word(const struct news *news, size_t token)
{
    return news_has_class(news, token, CLASS_WEEKDAY | CLASS_MONTH) && news_is_capital(news, token);
}

bool news_is_nation(const struct news *news, size_t token)
{
    bool needs_united = news_is_word(news, token, "States") || news_is_word(news, token, "Kingdom");
    return news_is_capital(news, token) && news_has_kind(news, token, KIND_NATION) &&
           (!needs_united || (token > 0 && news_is_word(news, token - 1, "United")));
}

const struct mention *news_mention(const struct news *news, size_t token)
{
    if (token >= news->prose.count || news->mention_at[token] == NEWS_NONE)
        return NULL;
    return LIST_AT(&news->mentions, struct mention, news->mention_at[token]);
}

const struct mention *news_person_at(const struct news *news, size_t token)
{
    const struct mention *mention = news_mention(news, token);
    bool is_person = mention && mention->kind == MENTION_PERSON && mention->from == token;
    return is_person ? mention : NULL;
}

const struct person *news_person(const struct news *news, size_t index)
{
    return LIST_AT(&news->persons, struct person, index);
}

struct str news_words(const struct news *news, size_t from, size_t to)
{
    while (from < to && (news_is_word(news, from, "the") || news_is_word(news, from, "a") ||
                         news_is_word(news, from, "an")))
        from++;
    return prose_flat(prose_range(&news->prose, from, to), news->arena);
}
