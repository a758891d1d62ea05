// SPDX-License-Identifier: Apache-2.0
// When, where, to whom: what stands around a verb of saying.
#include "statements/circumstances.h"

#define PHRASE_WORDS_MAX 10

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return prose_is_word(&news->prose, i, word);
}

static bool is_one_of(const struct news *news, size_t i, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (is_word(news, i, words[k]))
            return true;
    return false;
}
#define IS_ONE_OF(news, i, words) is_one_of((news), (i), (words), sizeof(words) / sizeof(words)[0])

static bool has_class(const struct news *news, size_t i, uint32_t classes)
{
    return prose_has_class(&news->prose, i, classes);
}

// A phrase ends before a mark, "that", a preposition, a date or a clause of its own.
static size_t phrase_end(const struct news *news, size_t from, size_t limit)
{
    static const char *const others[] = {"he",      "she",  "they",    "it",      "outside",
                                         "shortly", "late", "earlier", "minutes", "hours"};
    size_t i = from;
    while (i < limit && i < from + PHRASE_WORDS_MAX) {
        const struct token *token = prose_token(&news->prose, i);
        bool is_number = token->kind == TOKEN_NUMBER && !token->is_ordinal;
        bool is_wordlike = token->kind == TOKEN_WORD || is_number;
        if (!is_wordlike || news_opens_quote(news, i) || news_is_date_word(news, i))
            break;
        bool is_of = is_word(news, i, "of") || is_word(news, i, "for");
        bool is_stop = has_class(news, i, CLASS_PREPOSITION | CLASS_CONNECTIVE | CLASS_AUXILIARY) ||
                       (news_has_kind(news, i, KIND_SAYING) && !token->is_capital) ||
                       IS_ONE_OF(news, i, others);
        bool is_next = has_class(news, i, CLASS_DETERMINER) && i > from &&
                       !is_word(news, i - 1, "of") && !is_word(news, i - 1, "for");
        if (i > from && !is_of && (is_stop || is_next))
            break;
        i++;
        if (is_number && is_word(news, i + 1, "s") && prose_token(&news->prose, i + 1)->is_glued)
            i += 2; // "Radio 4's"
    }
    return i;
}

// The words up to and with the last noun of the class; from when there is none.
static size_t phrase_with(const struct news *news, size_t from, size_t limit, uint32_t kinds)
{
    size_t end = phrase_end(news, from, limit);
    size_t found = from;
    for (size_t i = from; i < end; i++)
        if (news_has_kind(news, i, kinds))
            found = i + 1;
    if (found == from)
        return from;
    bool on_platform = is_word(news, found, "on") &&
                       (news_is_capital(news, found + 1) || is_word(news, found + 1, "the") ||
                        is_word(news, found + 1, "social")) &&
                       !news_is_date_word(news, found + 1);
    if (on_platform && found + 2 <= limit)
        return phrase_end(news, found + 1, limit); // "a post on X"
    static const char *const carried[] = {"carried",  "published", "released", "posted",   "seen",
                                          "obtained", "issued",    "aired",    "broadcast"};
    if (IS_ONE_OF(news, found, carried) &&
        (is_word(news, found + 1, "by") || is_word(news, found + 1, "on") ||
         is_word(news, found + 1, "to")))
        return phrase_end(news, found + 2, limit);
    bool goes_on =
        is_word(news, found, "of") || is_word(news, found, "for") || is_word(news, found, "with");
    return goes_on ? phrase_end(news, found + 1, limit) : found;
}

// A capitalised word that is no month and no person.
static bool is_place_word(const struct news *news, size_t i, size_t limit)
{
    return i < limit && prose_token(&news->prose, i)->kind == TOKEN_WORD &&
           prose_token(&news->prose, i)->is_capital && !news_is_date_word(news, i) &&
           !(news_mention(news, i) && news_mention(news, i)->kind == MENTION_PERSON);
}

// "in Miami", "in Addis Ababa", "at the Palais des Nations".
static size_t read_place(const struct news *news, size_t from, size_t limit,
                         struct circumstances *c)
{
    static const char *const leads[] = {"in", "from", "at", "outside", "inside", "near"};
    bool is_in = IS_ONE_OF(news, from, leads);
    if (!is_in || c->place.length > 0)
        return from;
    size_t i = from + 1;
    i += is_word(news, i, "the") && prose_token(&news->prose, i + 1)->is_capital ? 1 : 0;
    size_t start = i;
    static const char *const links[] = {"of", "de", "des", "du", "la", "del", "al", "am"};
    for (;;) {
        bool is_link = i > start && IS_ONE_OF(news, i, links);
        if (!is_place_word(news, is_link ? i + 1 : i, limit))
            break;
        i += is_link ? 2 : 1;
        if (news_is_possessive(news, i - 1))
            return from;
    }
    if (i == start)
        return from;
    c->place = prose_flat(prose_range(&news->prose, start, i), news->arena);
    return i;
}

// "Fox News’ “Sunday Report”": a title in quotation marks behind its owner. Result: the token after it
static size_t skip_quoted_title(const struct news *news, size_t end, size_t limit)
{
    bool has_title = end > 0 && end < limit && news_opens_quote(news, end) &&
                     news_is_possessive(news, end - 1) && news_is_capital(news, end + 1);
    return has_title ? news_quotation(news, end + 1)->to + 1 : end;
}

// "on" before a name that is neither a date nor a country: a broadcaster, a platform.
static bool is_broadcast(const struct news *news, size_t at)
{
    return news_is_capital(news, at) && !news_is_date_word(news, at) && !news_is_nation(news, at) &&
           !news_has_kind(news, at, KIND_PAPER | KIND_MEETING);
}

// "a March 14 post on X", "a Sunday interview with": the date stands before the noun.
static size_t read_dated_channel(const struct news *news, size_t from, size_t limit,
                                 struct circumstances *c)
{
    size_t start = from + (has_class(news, from, CLASS_DETERMINER) ? 1 : 0);
    struct circumstances when = {0};
    size_t after = circumstances_read_date(news, start, limit, &when);
    if (after == start || !news_is_date_word(news, start))
        return from;
    size_t end = phrase_with(news, after, limit, KIND_CHANNEL | KIND_MEETING);
    if (end == after)
        return from;
    c->channel = news_words(news, after, end);
    if (c->date_text.length == 0) {
        c->date = when.date;
        c->anchor = when.anchor;
        c->days_back = when.days_back;
        c->date_text = when.date_text;
    }
    return end;
}

// "in a statement", "on social media", "at a press conference", "via Telegram"
static size_t read_channel(const struct news *news, size_t from, size_t limit,
                           struct circumstances *c)
{
    static const char *const leads[] = {"in", "on", "via", "at", "during", "through", "over", "by"};
    static const char *const owners[] = {"his", "her", "its", "their"};
    static const char *const media[] = {"media",  "television", "tv",       "radio",     "channel",
                                        "social", "network",    "podcast",  "newspaper", "website",
                                        "app",    "news",       "platform", "service"};
    if (!IS_ONE_OF(news, from, leads) || c->channel.length > 0)
        return from;
    if (is_word(news, from, "on") && is_broadcast(news, from + 1)) { // "on Fox News", "on CNN"
        size_t name = from + 1;
        while (name < limit && news_is_capital(news, name) && !news_is_date_word(news, name))
            name++;
        name = skip_quoted_title(news, name, limit);
        c->channel = news_words(news, from + 1, name);
        return name;
    }
    size_t dated = read_dated_channel(news, from + 1, limit, c);
    if (dated > from + 1)
        return dated;
    size_t end = phrase_with(news, from + 1, limit, KIND_CHANNEL | KIND_MEETING);
    size_t all = phrase_end(news, from + 1, limit);
    for (size_t i = from + 1; i < all; i++)
        if (IS_ONE_OF(news, i, media) && i + 1 > end)
            end = i + 1;
    if (end <= from + 1)
        return from;
    size_t start = from + 1;
    if (IS_ONE_OF(news, start, owners)) // "on its website"
        start++;
    c->channel = news_words(news, start, end);
    return end;
}

// "reporters", "to lawmakers", "the newspaper Le Soir"; straight after "told" any noun phrase.
static size_t read_addressee(const struct news *news, size_t from, size_t limit,
                             struct circumstances *c)
{
    bool is_told = from > 0 && news_has_kind(news, from - 1, KIND_TELLING) &&
                   !is_word(news, from, "that") && !has_class(news, from, CLASS_PREPOSITION);
    bool is_spoken_to =
        from > 0 && (is_word(news, from - 1, "speaking") || is_word(news, from - 1, "spoke"));
    size_t start = from + (is_word(news, from, "to") ? 1 : 0);
    if (c->addressee.length > 0 || (!is_told && start == from))
        return from;
    size_t end = is_told || is_spoken_to ? phrase_end(news, start, limit)
                                         : phrase_with(news, start, limit, KIND_AUDIENCE);
    if (end == start)
        return from;
    end = is_told ? skip_quoted_title(news, end, limit) : end;
    bool is_someone = !news_has_kind(news, start, KIND_PRONOUN);
    if (is_someone)
        c->addressee = news_words(news, start, end);
    return end;
}

// "during talks with the delegation", "after the meeting": passed over.
static size_t skip_occasion(const struct news *news, size_t from, size_t limit)
{
    static const char *const leads[] = {"during", "after", "before", "following", "ahead", "while"};
    static const char *const adverbs[] = {
        "also",      "later",        "then",    "again",   "earlier",  "separately", "however",
        "meanwhile", "additionally", "bluntly", "briefly", "released", "published",  "aired"};
    if (IS_ONE_OF(news, from, adverbs))
        return from + 1;
    if (!IS_ONE_OF(news, from, leads))
        return from;
    size_t start = from + (is_word(news, from + 1, "of") ? 2 : 1);
    size_t end = phrase_with(news, start, limit, KIND_MEETING | KIND_CHANNEL);
    return end == start ? from : end;
}

size_t circumstances_read(const struct news *news, size_t from, size_t limit,
                          struct circumstances *circumstances)
{
    size_t at = from;
    while (at < limit) {
        size_t next = circumstances_read_date(news, at, limit, circumstances);
        if (next == at)
            next = read_addressee(news, at, limit, circumstances);
        if (next == at)
            next = read_channel(news, at, limit, circumstances);
        if (next == at)
            next = read_place(news, at, limit, circumstances);
        if (next == at)
            next = skip_occasion(news, at, limit);
        if (next == at)
            break;
        at = next;
    }
    return at;
}
