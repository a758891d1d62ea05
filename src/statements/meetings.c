// SPDX-License-Identifier: Apache-2.0
// Meetings by their noun ("talks between A and B", "a trilateral session") and by their verb ("A met B").
#include "statements/matters_parts.h"

#define AHEAD_REACH ((size_t)10)
#define PARTIES_REACH 30 // tokens behind a meeting's noun in which its parties are looked for

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return news_is_word(news, i, word);
}

static const struct token *token_at(const struct news *news, size_t i)
{
    return prose_token(&news->prose, i);
}

static void add_name(struct str name, struct list *parties)
{
    for (size_t k = 0; k < parties->count; k++)
        if (str_equal(*LIST_AT(parties, struct str, k), name))
            return;
    *LIST_ADD(parties, struct str) = name;
}

// The party that the word at i stands for: a country by its common name, or a body that begins there.
static bool add_party(const struct news *news, size_t i, struct list *parties)
{
    const struct mention *mention = news_mention(news, i);
    if (news_is_nation(news, i)) {
        size_t nation = words_nation(news->words, prose_word(&news->prose, i));
        add_name(str_of(nations[nation - 1].name), parties);
        return true;
    }
    if (!mention || mention->kind != MENTION_BODY || mention->from != i ||
        news_is_possessive(news, mention->to - 1))
        return false;
    for (size_t k = mention->from; k < mention->to; k++)
        if (news_is_nation(news, k))
            return false; // "the Foreign Ministry of Ukraine": the country will come
    add_name(news_words(news, mention->from, mention->to), parties);
    return true;
}

static bool is_format_word(const struct news *news, size_t i)
{
    return news_has_kind(news, i, KIND_FORMAT) ||
           (is_word(news, i, "way") && token_at(news, i)->has_hyphen);
}

// "trilateral", "four-way", and the countries among the words before the noun.
static void read_modifiers(const struct news *news, size_t noun, struct matter_meeting *meeting)
{
    for (size_t k = meeting->from; k < noun; k++) {
        if (is_format_word(news, k) && meeting->format.length == 0)
            meeting->format = token_at(news, k)->has_hyphen
                                  ? prose_range(&news->prose, k - 1, k + 1)
                                  : prose_word(&news->prose, k);
        if (news_is_nation(news, k))
            add_party(news, k, &meeting->parties);
    }
}

// "U.S.–Ukraine format", "Normandy format" anywhere in the sentence behind the noun.
static void read_format(const struct news *news, size_t from, size_t to,
                        struct matter_meeting *meeting)
{
    for (size_t i = from + 1; i < to; i++) {
        if (!is_word(news, i, "format"))
            continue;
        size_t start = i;
        while (start > from &&
               (token_at(news, start - 1)->kind == TOKEN_WORD ||
                news_is_mark(news, start - 1, 0x2013)) &&
               !news_has_class(news, start - 1, CLASS_DETERMINER | CLASS_PREPOSITION))
            start--;
        if (start < i) {
            meeting->format = prose_flat(prose_range(&news->prose, start, i), news->arena);
            for (size_t k = start; k < i; k++)
                if (news_is_nation(news, k))
                    add_party(news, k, &meeting->parties);
        }
        return;
    }
}

static bool is_saying(const struct news *news, size_t i)
{
    return news_has_kind(news, i, KIND_SAYING) && !token_at(news, i)->is_capital;
}

// Parties behind "between", "among", "with" or, at once, "of", up to the end of the sentence or a verb
// of saying.
static size_t read_parties(const struct news *news, size_t from, size_t end, bool is_open,
                           struct list *parties)
{
    size_t last = from;
    size_t reach = from + PARTIES_REACH < end ? from + PARTIES_REACH : end;
    for (size_t i = from; i < reach && !is_saying(news, i); i++) {
        bool is_link = is_word(news, i, "between") || is_word(news, i, "among") ||
                       is_word(news, i, "with") || (i == from && is_word(news, i, "of"));
        if (news_has_class(news, i, CLASS_PREPOSITION) && !is_link && !is_word(news, i, "of"))
            is_open = false;
        is_open = is_open || is_link;
        if (is_open && add_party(news, i, parties))
            last = i + 1;
    }
    return last;
}

static void read_circumstances(const struct news *news, size_t from, size_t end,
                               struct matter_meeting *meeting)
{
    for (size_t i = from; i < end && i < from + PARTIES_REACH; i++) {
        size_t next = circumstances_read(news, i, end, &meeting->circumstances);
        i = next > i ? next - 1 : i;
    }
}

static bool is_meeting_noun(const struct news *news, size_t i)
{
    return token_at(news, i)->kind == TOKEN_WORD && news_has_kind(news, i, KIND_MEETING) &&
           !is_word(news, i, "conference") && !is_word(news, i, "dialogue");
}

// "will be held", "would resume", "the next meeting", "possible": it has not been yet.
static bool is_ahead(const struct news *news, const struct sentence *sentence, size_t noun)
{
    static const char *const words[] = {"will",     "would",       "next",     "upcoming",
                                        "possible", "planned",     "expected", "scheduled",
                                        "due",      "forthcoming", "tomorrow", "ahead"};
    size_t from = noun > sentence->from + AHEAD_REACH ? noun - AHEAD_REACH : sentence->from;
    for (size_t i = from; i < sentence->to && i < noun + AHEAD_REACH; i++)
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
            if (is_word(news, i, words[k]))
                return true;
    return false;
}

// Result: the noun's last token, with *meeting read; is_found when it says who met or in which format
static size_t read_by_noun(const struct news *news, const struct sentence *sentence, size_t i,
                           struct matter_meeting *meeting, bool *is_found)
{
    size_t noun = i;
    if (is_word(news, i + 1, "of") && is_meeting_noun(news, i + 2)) // "a round of talks"
        noun = i + 2;
    size_t end = sentence->to;
    meeting->from = matters_modifiers_from(news, i);
    read_modifiers(news, i, meeting);
    meeting->to = read_parties(news, noun + 1, end, false, &meeting->parties);
    read_format(news, noun, end, meeting);
    *is_found = meeting->parties.count >= 2 || meeting->format.length > 0;
    if (*is_found) {
        read_circumstances(news, noun + 1, end, meeting);
        meeting->circumstances.is_ahead = is_ahead(news, sentence, noun);
        meeting->what = news_words(news, meeting->from, noun + 1);
    }
    return noun;
}

// The countries of those who meet: before the verb, not behind "in" or "from".
static void read_subject_parties(const struct news *news, size_t from, size_t verb,
                                 struct list *parties)
{
    for (size_t i = from; i < verb; i++) {
        bool is_place = i > from && (is_word(news, i - 1, "in") || is_word(news, i - 1, "at") ||
                                     is_word(news, i - 1, "from") || is_word(news, i - 1, "near"));
        if (!is_place && news_is_nation(news, i))
            add_party(news, i, parties);
    }
}

// "The ministers of A and B met in PLACE on DATE", "A's envoy met with B's".
static bool read_by_verb(const struct news *news, const struct sentence *sentence, size_t verb,
                         struct matter_meeting *meeting)
{
    if (!is_word(news, verb, "met") || news_is_quoted(news, verb) ||
        news_has_class(news, verb - 1, CLASS_AUXILIARY))
        return false;
    size_t end = sentence->to;
    read_subject_parties(news, sentence->from, verb, &meeting->parties);
    size_t before = meeting->parties.count;
    meeting->from = verb;
    meeting->to = read_parties(news, verb + 1, end, true, &meeting->parties);
    if (before == 0 || meeting->parties.count < 2)
        return false;
    read_circumstances(news, verb + 1, end, meeting);
    meeting->what = STR("meeting");
    return true;
}

static struct matter_meeting meeting_make(const struct news *news)
{
    return (struct matter_meeting){.parties = LIST_MAKE(news->arena, struct str)};
}

void matters_find_meetings(const struct news *news, struct list *meetings)
{
    for (size_t s = 0; s < news->sentences.count; s++) {
        const struct sentence *sentence = LIST_AT(&news->sentences, struct sentence, s);
        for (size_t i = sentence->from; i < sentence->to; i++) {
            struct matter_meeting meeting = meeting_make(news);
            bool is_found = i > sentence->from && read_by_verb(news, sentence, i, &meeting);
            if (!is_found && is_meeting_noun(news, i)) {
                meeting = meeting_make(news);
                i = read_by_noun(news, sentence, i, &meeting, &is_found);
            }
            if (is_found)
                *LIST_ADD(meetings, struct matter_meeting) = meeting;
        }
    }
}
