// SPDX-License-Identifier: Apache-2.0
// Bodies: a run of capitalised words of which one makes bodies ("Council", "Ministry"), or an abbreviation.
#include "news_reports/names.h"

#define BODY_WORDS_MAX 12

static bool is_body_word(const struct news *news, size_t i)
{
    return news_is_capital(news, i) &&
           (news_has_kind(news, i, KIND_BODY) || news_is_abbreviation(news, i)) &&
           !news_is_word(news, i, "us") && !news_is_word(news, i, "who") &&
           !news_has_kind(news, i, KIND_NATION);
}

static size_t add_body(struct news *news, struct str name)
{
    size_t index = names_add(news->body_names, name);
    if (index == news->bodies.count)
        *LIST_ADD(&news->bodies, struct str) = name;
    return index;
}

// Behind a word of the name: "and", "of the" when another word of the name follows. Result: that word
static size_t skip_joint(const struct news *news, size_t at, bool has_body)
{
    bool is_and = news_is_word(news, at, "and");
    if (!is_and && !news_is_word(news, at, "of") && !news_is_word(news, at, "for"))
        return at;
    size_t next = at + 1 + (news_is_word(news, at + 1, "the") ? 1 : 0);
    return news_is_capital(news, next) && (!is_and || !has_body) ? next : at;
}

// The end of a body's name that begins at i: "National Security and Defense Council of Ukraine".
static size_t body_end(const struct news *news, size_t i)
{
    size_t to = i;
    bool has_body = false;
    size_t at = i;
    while (news_is_capital(news, at) && at < i + BODY_WORDS_MAX &&
           !(has_body && news_has_kind(news, at, KIND_ROLE)) && news->mention_at[at] == NEWS_NONE &&
           !news_is_date_word(news, at) &&
           (at == i || !prose_token(&news->prose, at)->begins_line)) {
        has_body = has_body || is_body_word(news, at);
        at++;
        to = at;
        if (news_is_possessive(news, at - 1) && !news_is_nation(news, at - 1))
            break;
        at = skip_joint(news, at, has_body);
    }
    return has_body ? to : i;
}

// "the Trump administration": a body named after a person.
static void find_administrations(struct news *news)
{
    for (size_t i = 0; i < news->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&news->mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON && (news_is_word(news, mention->to, "administration") ||
                                                news_is_word(news, mention->to, "government")))
            add_body(news, prose_flat(prose_range(&news->prose, mention->to - 1, mention->to + 1),
                                      news->arena));
    }
}

void names_find_bodies(struct news *news)
{
    find_administrations(news);
    for (size_t i = 0; i < news->prose.count; i++) {
        if (!news_is_capital(news, i) || news->mention_at[i] != NEWS_NONE ||
            news_has_class(news, i, CLASS_DETERMINER | CLASS_PREPOSITION))
            continue;
        bool is_title = news_has_kind(news, i, KIND_ROLE) && !is_body_word(news, i + 1);
        size_t to = is_title ? i : body_end(news, i);
        if (to == i)
            continue;
        size_t body = add_body(news, prose_flat(prose_range(&news->prose, i, to), news->arena));
        names_add_mention(news, MENTION_BODY, i, to, body);
        i = to - 1;
    }
}
