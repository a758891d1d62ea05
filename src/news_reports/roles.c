// SPDX-License-Identifier: Apache-2.0
#include "news_reports/roles.h"

#define ROLE_WORDS_MAX 16

static bool is_role_noun(const struct news *news, size_t i)
{
    return prose_token(&news->prose, i)->kind == TOKEN_WORD && news_has_kind(news, i, KIND_ROLE);
}

// "of", "for": a role goes on behind them.
static bool is_link(const struct news *news, size_t i)
{
    static const char *const links[] = {"of", "for", "to", "on", "at"};
    for (size_t k = 0; k < sizeof links / sizeof links[0]; k++)
        if (news_is_word(news, i, links[k]))
            return true;
    return prose_token(&news->prose, i)->has_hyphen;
}

// Words that a role may be made of beside its noun.
static bool goes_with_role(const struct news *news, size_t i)
{
    const struct token *token = prose_token(&news->prose, i);
    if (token->kind != TOKEN_WORD || news_opens_quote(news, i))
        return token->kind == TOKEN_NUMBER;
    bool in_place = news_is_word(news, i, "in") && news_is_capital(news, i + 1) &&
                    !news_is_date_word(news, i + 1);
    if (is_link(news, i) || in_place)
        return true;
    bool is_stop =
        news_has_class(news, i, CLASS_AUXILIARY | CLASS_CONNECTIVE) ||
        news_has_kind(news, i, KIND_PRONOUN) || news_is_date_word(news, i) ||
        (news_has_kind(news, i, KIND_SAYING | KIND_STRESSING | KIND_GERUND) && !token->is_capital);
    if (is_stop && !is_role_noun(news, i))
        return false;
    if (news_has_class(news, i, CLASS_PREPOSITION))
        return false;
    struct str word = prose_word(&news->prose, i);
    bool is_verb =
        !token->is_capital && (str_ends_with(word, STR("ed")) || str_ends_with(word, STR("ing")));
    return !is_verb || news_is_word(news, i, "retired") || news_is_word(news, i, "outgoing") ||
           news_is_word(news, i, "acting");
}

size_t role_before(const struct news *news, size_t end, size_t least)
{
    size_t role = NEWS_NONE;
    size_t i = end;
    bool goes_on =
        end > least && (is_link(news, end - 1) || news_has_class(news, end - 1, CLASS_DETERMINER));
    if (goes_on && !prose_token(&news->prose, end - 1)->has_hyphen)
        return end; // "the Secretary-General of the": the name is no person's
    while (i > least && end - i < ROLE_WORDS_MAX) {
        bool is_and = news_is_word(news, i - 1, "and") && news_is_capital(news, i) &&
                      i > least + 1 && news_is_capital(news, i - 2) && role == NEWS_NONE;
        if (!goes_with_role(news, i - 1) || (news_is_word(news, i - 1, "and") && !is_and))
            break;
        i--;
        if (is_role_noun(news, i))
            role = i;
        bool is_determiner = news_has_class(news, i, CLASS_DETERMINER) ||
                             news_is_word(news, i, "his") || news_is_word(news, i, "her");
        bool is_inside = i > least && is_link(news, i - 1);
        if (is_determiner && !is_inside && role != NEWS_NONE)
            break;
    }
    // A link leads the phrase only when more of it stands before.
    while (i < end && (news_has_class(news, i, CLASS_PREPOSITION) || news_is_word(news, i, "of") ||
                       news_is_word(news, i, "to")))
        i++;
    return role == NEWS_NONE || role < i ? end : i;
}

size_t role_after(const struct news *news, size_t from)
{
    bool has_role = false;
    size_t i = from;
    if (news_is_word(news, from, "and"))
        return from;
    while (i < from + ROLE_WORDS_MAX) {
        bool is_and = news_is_word(news, i, "and") && news_is_capital(news, i + 1);
        if (!goes_with_role(news, i) && !is_and)
            break;
        if (news_is_word(news, i, "who") || news_is_word(news, i, "whose") ||
            (i > from && news_is_word(news, i, "as")))
            break;
        if (!has_role && i > from + 8)
            break;
        has_role = has_role || is_role_noun(news, i);
        i++;
    }
    while (i > from &&
           (news_has_class(news, i - 1, CLASS_PREPOSITION) || news_is_word(news, i - 1, "of")))
        i--;
    return has_role ? i : from;
}

struct str role_words(const struct news *news, size_t from, size_t to)
{
    static const char *const possessors[] = {"his", "her", "its", "their"};
    for (size_t k = 0; k < sizeof possessors / sizeof possessors[0]; k++)
        if (news_is_word(news, from, possessors[k]) && from + 1 < to)
            return news_words(news, from + 1, to);
    return news_words(news, from, to);
}
