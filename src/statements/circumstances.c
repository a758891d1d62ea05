// SPDX-License-Identifier: Apache-2.0
// When, where, to whom: what stands around a verb of saying.
#include "statements/attribution.h"

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

static bool is_date_word(const struct report *report, size_t i)
{
    return has_class(report, i, CLASS_WEEKDAY | CLASS_MONTH) &&
           prose_token(&report->prose, i)->is_capital;
}

// A phrase ends before a mark, "that", a preposition, a date or a clause of its own.
static size_t phrase_end(const struct report *report, size_t from, size_t limit)
{
    size_t i = from;
    while (i < limit && i < from + PHRASE_WORDS_MAX &&
           prose_token(&report->prose, i)->kind == TOKEN_WORD && !report_opens_quote(report, i) &&
           !is_date_word(report, i)) {
        bool is_of = is_word(report, i, "of") || is_word(report, i, "for");
        if (i > from && !is_of &&
            has_class(report, i,
                      CLASS_PREPOSITION | CLASS_CONNECTIVE | CLASS_AUXILIARY | CLASS_SAYING))
            break;
        if (i > from && !is_of && has_class(report, i, CLASS_DETERMINER) &&
            !is_word(report, i - 1, "of") && !is_word(report, i - 1, "for"))
            break;
        if (i > from && (is_word(report, i, "he") || is_word(report, i, "she") ||
                         is_word(report, i, "they") || is_word(report, i, "it")))
            break;
        i++;
    }
    return i;
}

// The words up to and with the last noun of the class; from when there is none.
static size_t phrase_with(const struct report *report, size_t from, size_t limit, uint32_t classes)
{
    size_t end = phrase_end(report, from, limit);
    size_t found = from;
    for (size_t i = from; i < end; i++)
        if (has_class(report, i, classes))
            found = i + 1;
    if (found == from)
        return from;
    bool on_platform = is_word(report, found, "on") &&
                       prose_token(&report->prose, found + 1)->is_capital &&
                       !is_date_word(report, found + 1);
    if (on_platform && found + 2 <= limit)
        return found + 2; // "a post on X"
    bool goes_on = is_word(report, found, "of") || is_word(report, found, "for") ||
                   is_word(report, found, "with");
    return goes_on ? phrase_end(report, found + 1, limit) : found;
}

// "yesterday", "on Saturday", "late on Dec. 20", "earlier today"
static size_t read_date(const struct report *report, size_t from, size_t limit,
                        struct circumstances *c)
{
    static const char *const leads[] = {"late", "early", "earlier", "later",
                                        "last", "on",    "this",    "since"};
    static const char *const parts[] = {"morning", "afternoon", "evening", "night"};
    if (c->date_text.length > 0)
        return from;
    size_t i = from;
    while (i < limit && IS_ONE_OF(report, i, leads))
        i++;
    size_t count = 0;
    if (is_word(report, i, "today") || is_word(report, i, "yesterday")) {
        c->has_days_back = true;
        c->days_back = is_word(report, i, "yesterday") ? 1 : 0;
        count = 1;
    } else {
        struct date date;
        count = date_read(&report->prose, i, false, &date);
        if (count == 0 || (date.month == 0 && date.weekday == 0) ||
            (date.month > 0 && date.day == 0))
            return from;
        c->date = date;
    }
    i += count;
    i += IS_ONE_OF(report, i, parts) ? 1 : 0;
    c->date_text = prose_flat(prose_range(&report->prose, from, i), report->arena);
    return i;
}

// "in Miami", "in Addis Ababa": capitalised words that are no month and no person.
static size_t read_place(const struct report *report, size_t from, size_t limit,
                         struct circumstances *c)
{
    bool is_in =
        is_word(report, from, "in") || is_word(report, from, "from") || is_word(report, from, "at");
    if (!is_in || c->place.length > 0)
        return from;
    size_t i = from + 1;
    i += is_word(report, i, "the") && prose_token(&report->prose, i + 1)->is_capital ? 1 : 0;
    size_t start = i;
    while (i < limit && prose_token(&report->prose, i)->kind == TOKEN_WORD &&
           prose_token(&report->prose, i)->is_capital && !is_date_word(report, i) &&
           !(report_mention(report, i) && report_mention(report, i)->kind == MENTION_PERSON)) {
        i++;
        if (report_is_possessive(report, i - 1))
            return from;
    }
    if (i == start)
        return from;
    c->place = prose_flat(prose_range(&report->prose, start, i), report->arena);
    return i;
}

// "in a statement", "on social media", "at a press conference", "via Telegram"
static size_t read_channel(const struct report *report, size_t from, size_t limit,
                           struct circumstances *c)
{
    static const char *const leads[] = {"in", "on", "via", "at", "during", "through", "over", "by"};
    static const char *const media[] = {"media",  "television", "tv",      "radio",     "channel",
                                        "social", "network",    "podcast", "newspaper", "website"};
    if (!IS_ONE_OF(report, from, leads) || c->channel.length > 0)
        return from;
    size_t end = phrase_with(report, from + 1, limit, CLASS_CHANNEL | CLASS_MEETING);
    size_t all = phrase_end(report, from + 1, limit);
    for (size_t i = from + 1; i < all; i++)
        if (IS_ONE_OF(report, i, media) && i + 1 > end)
            end = i + 1;
    if (end <= from + 1)
        return from;
    c->channel = report_words(report, from + 1, end);
    return end;
}

// "reporters", "to lawmakers", "the newspaper Le Soir"; straight after "told" any noun phrase.
static size_t read_addressee(const struct report *report, size_t from, size_t limit,
                             struct circumstances *c)
{
    bool is_told = from > 0 &&
                   (is_word(report, from - 1, "told") || is_word(report, from - 1, "tells") ||
                    is_word(report, from - 1, "assured") || is_word(report, from - 1, "informed") ||
                    is_word(report, from - 1, "reassured"));
    size_t start = from + (is_word(report, from, "to") ? 1 : 0);
    if (c->addressee.length > 0 || (!is_told && start == from))
        return from;
    size_t end = is_told ? phrase_end(report, start, limit)
                         : phrase_with(report, start, limit, CLASS_AUDIENCE);
    if (end == start)
        return from;
    c->addressee = report_words(report, start, end);
    return end;
}

// "during talks with the delegation", "after the meeting": passed over.
static size_t skip_occasion(const struct report *report, size_t from, size_t limit)
{
    static const char *const leads[] = {"during", "after", "before", "following", "ahead", "while"};
    static const char *const adverbs[] = {"also",         "later",      "then",    "again",
                                          "earlier",      "separately", "however", "meanwhile",
                                          "additionally", "bluntly",    "briefly"};
    if (IS_ONE_OF(report, from, adverbs))
        return from + 1;
    if (!IS_ONE_OF(report, from, leads))
        return from;
    size_t start = from + (is_word(report, from + 1, "of") ? 2 : 1);
    size_t end = phrase_with(report, start, limit, CLASS_MEETING | CLASS_CHANNEL);
    return end == start ? from : end;
}

size_t circumstances_read(const struct report *report, size_t from, size_t limit,
                          struct circumstances *circumstances)
{
    size_t at = from;
    while (at < limit) {
        size_t next = read_date(report, at, limit, circumstances);
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
