// SPDX-License-Identifier: Apache-2.0
// When, where, to whom: what stands around a verb of saying.
#include "statements/circumstances.h"

#define PHRASE_WORDS_MAX 10

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return prose_is_word(&report->prose, i, word);
}

static bool is_one_of(const struct report *report, size_t i, const char *const *words, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (is_word(report, i, words[k]))
            return true;
    return false;
}
#define IS_ONE_OF(report, i, words)                                                                \
    is_one_of((report), (i), (words), sizeof(words) / sizeof(words)[0])

static bool has_class(const struct report *report, size_t i, uint32_t classes)
{
    return prose_has_class(&report->prose, i, classes);
}

// A phrase ends before a mark, "that", a preposition, a date or a clause of its own.
static size_t phrase_end(const struct report *report, size_t from, size_t limit)
{
    static const char *const others[] = {"he",      "she",  "they",    "it",      "outside",
                                         "shortly", "late", "earlier", "minutes", "hours"};
    size_t i = from;
    while (i < limit && i < from + PHRASE_WORDS_MAX) {
        const struct token *token = prose_token(&report->prose, i);
        bool is_number = token->kind == TOKEN_NUMBER && !token->is_ordinal;
        bool is_wordlike = token->kind == TOKEN_WORD || is_number;
        if (!is_wordlike || report_opens_quote(report, i) || report_is_date_word(report, i))
            break;
        bool is_of = is_word(report, i, "of") || is_word(report, i, "for");
        bool is_stop =
            has_class(report, i, CLASS_PREPOSITION | CLASS_CONNECTIVE | CLASS_AUXILIARY) ||
            (report_has_kind(report, i, KIND_SAYING) && !token->is_capital) ||
            IS_ONE_OF(report, i, others);
        bool is_next = has_class(report, i, CLASS_DETERMINER) && i > from &&
                       !is_word(report, i - 1, "of") && !is_word(report, i - 1, "for");
        if (i > from && !is_of && (is_stop || is_next))
            break;
        i++;
        if (is_number && is_word(report, i + 1, "s") &&
            prose_token(&report->prose, i + 1)->is_glued)
            i += 2; // "Radio 4's"
    }
    return i;
}

// The words up to and with the last noun of the class; from when there is none.
static size_t phrase_with(const struct report *report, size_t from, size_t limit, uint32_t kinds)
{
    size_t end = phrase_end(report, from, limit);
    size_t found = from;
    for (size_t i = from; i < end; i++)
        if (report_has_kind(report, i, kinds))
            found = i + 1;
    if (found == from)
        return from;
    bool on_platform = is_word(report, found, "on") &&
                       (report_is_capital(report, found + 1) || is_word(report, found + 1, "the") ||
                        is_word(report, found + 1, "social")) &&
                       !report_is_date_word(report, found + 1);
    if (on_platform && found + 2 <= limit)
        return phrase_end(report, found + 1, limit); // "a post on X"
    static const char *const carried[] = {"carried",  "published", "released", "posted",   "seen",
                                          "obtained", "issued",    "aired",    "broadcast"};
    if (IS_ONE_OF(report, found, carried) &&
        (is_word(report, found + 1, "by") || is_word(report, found + 1, "on") ||
         is_word(report, found + 1, "to")))
        return phrase_end(report, found + 2, limit);
    bool goes_on = is_word(report, found, "of") || is_word(report, found, "for") ||
                   is_word(report, found, "with");
    return goes_on ? phrase_end(report, found + 1, limit) : found;
}

// A capitalised word that is no month and no person.
static bool is_place_word(const struct report *report, size_t i, size_t limit)
{
    return i < limit && prose_token(&report->prose, i)->kind == TOKEN_WORD &&
           prose_token(&report->prose, i)->is_capital && !report_is_date_word(report, i) &&
           !(report_mention(report, i) && report_mention(report, i)->kind == MENTION_PERSON);
}

// "in Miami", "in Addis Ababa", "at the Palais des Nations".
static size_t read_place(const struct report *report, size_t from, size_t limit,
                         struct circumstances *c)
{
    static const char *const leads[] = {"in", "from", "at", "outside", "inside", "near"};
    bool is_in = IS_ONE_OF(report, from, leads);
    if (!is_in || c->place.length > 0)
        return from;
    size_t i = from + 1;
    i += is_word(report, i, "the") && prose_token(&report->prose, i + 1)->is_capital ? 1 : 0;
    size_t start = i;
    static const char *const links[] = {"of", "de", "des", "du", "la", "del", "al", "am"};
    for (;;) {
        bool is_link = i > start && IS_ONE_OF(report, i, links);
        if (!is_place_word(report, is_link ? i + 1 : i, limit))
            break;
        i += is_link ? 2 : 1;
        if (report_is_possessive(report, i - 1))
            return from;
    }
    if (i == start)
        return from;
    c->place = prose_flat(prose_range(&report->prose, start, i), report->arena);
    return i;
}

// "Fox News’ “Sunday Report”": a title in quotation marks behind its owner. Result: the token after it
static size_t skip_quoted_title(const struct report *report, size_t end, size_t limit)
{
    bool has_title = end > 0 && end < limit && report_opens_quote(report, end) &&
                     report_is_possessive(report, end - 1) && report_is_capital(report, end + 1);
    return has_title ? report_quotation(report, end + 1)->to + 1 : end;
}

// "on" before a name that is neither a date nor a country: a broadcaster, a platform.
static bool is_broadcast(const struct report *report, size_t at)
{
    return report_is_capital(report, at) && !report_is_date_word(report, at) &&
           !report_is_nation(report, at) && !report_has_kind(report, at, KIND_PAPER | KIND_MEETING);
}

// "a March 14 post on X", "a Sunday interview with": the date stands before the noun.
static size_t read_dated_channel(const struct report *report, size_t from, size_t limit,
                                 struct circumstances *c)
{
    size_t start = from + (has_class(report, from, CLASS_DETERMINER) ? 1 : 0);
    struct circumstances when = {0};
    size_t after = circumstances_read_date(report, start, limit, &when);
    if (after == start || !report_is_date_word(report, start))
        return from;
    size_t end = phrase_with(report, after, limit, KIND_CHANNEL | KIND_MEETING);
    if (end == after)
        return from;
    c->channel = report_words(report, after, end);
    if (c->date_text.length == 0) {
        c->date = when.date;
        c->anchor = when.anchor;
        c->days_back = when.days_back;
        c->date_text = when.date_text;
    }
    return end;
}

// "in a statement", "on social media", "at a press conference", "via Telegram"
static size_t read_channel(const struct report *report, size_t from, size_t limit,
                           struct circumstances *c)
{
    static const char *const leads[] = {"in", "on", "via", "at", "during", "through", "over", "by"};
    static const char *const owners[] = {"his", "her", "its", "their"};
    static const char *const media[] = {"media",  "television", "tv",       "radio",     "channel",
                                        "social", "network",    "podcast",  "newspaper", "website",
                                        "app",    "news",       "platform", "service"};
    if (!IS_ONE_OF(report, from, leads) || c->channel.length > 0)
        return from;
    if (is_word(report, from, "on") && is_broadcast(report, from + 1)) { // "on Fox News", "on CNN"
        size_t name = from + 1;
        while (name < limit && report_is_capital(report, name) &&
               !report_is_date_word(report, name))
            name++;
        name = skip_quoted_title(report, name, limit);
        c->channel = report_words(report, from + 1, name);
        return name;
    }
    size_t dated = read_dated_channel(report, from + 1, limit, c);
    if (dated > from + 1)
        return dated;
    size_t end = phrase_with(report, from + 1, limit, KIND_CHANNEL | KIND_MEETING);
    size_t all = phrase_end(report, from + 1, limit);
    for (size_t i = from + 1; i < all; i++)
        if (IS_ONE_OF(report, i, media) && i + 1 > end)
            end = i + 1;
    if (end <= from + 1)
        return from;
    size_t start = from + 1;
    if (IS_ONE_OF(report, start, owners)) // "on its website"
        start++;
    c->channel = report_words(report, start, end);
    return end;
}

// "reporters", "to lawmakers", "the newspaper Le Soir"; straight after "told" any noun phrase.
static size_t read_addressee(const struct report *report, size_t from, size_t limit,
                             struct circumstances *c)
{
    bool is_told = from > 0 && report_has_kind(report, from - 1, KIND_TELLING) &&
                   !is_word(report, from, "that") && !has_class(report, from, CLASS_PREPOSITION);
    bool is_spoken_to =
        from > 0 && (is_word(report, from - 1, "speaking") || is_word(report, from - 1, "spoke"));
    size_t start = from + (is_word(report, from, "to") ? 1 : 0);
    if (c->addressee.length > 0 || (!is_told && start == from))
        return from;
    size_t end = is_told || is_spoken_to ? phrase_end(report, start, limit)
                                         : phrase_with(report, start, limit, KIND_AUDIENCE);
    if (end == start)
        return from;
    end = is_told ? skip_quoted_title(report, end, limit) : end;
    bool is_someone = !report_has_kind(report, start, KIND_PRONOUN);
    if (is_someone)
        c->addressee = report_words(report, start, end);
    return end;
}

// "during talks with the delegation", "after the meeting": passed over.
static size_t skip_occasion(const struct report *report, size_t from, size_t limit)
{
    static const char *const leads[] = {"during", "after", "before", "following", "ahead", "while"};
    static const char *const adverbs[] = {
        "also",      "later",        "then",    "again",   "earlier",  "separately", "however",
        "meanwhile", "additionally", "bluntly", "briefly", "released", "published",  "aired"};
    if (IS_ONE_OF(report, from, adverbs))
        return from + 1;
    if (!IS_ONE_OF(report, from, leads))
        return from;
    size_t start = from + (is_word(report, from + 1, "of") ? 2 : 1);
    size_t end = phrase_with(report, start, limit, KIND_MEETING | KIND_CHANNEL);
    return end == start ? from : end;
}

size_t circumstances_read(const struct report *report, size_t from, size_t limit,
                          struct circumstances *circumstances)
{
    size_t at = from;
    while (at < limit) {
        size_t next = circumstances_read_date(report, at, limit, circumstances);
        if (next == at)
            next = read_addressee(report, at, limit, circumstances);
        if (next == at)
            next = read_channel(report, at, limit, circumstances);
        if (next == at)
            next = read_place(report, at, limit, circumstances);
        if (next == at)
            next = skip_occasion(report, at, limit);
        if (next == at)
            break;
        at = next;
    }
    return at;
}
