// SPDX-License-Identifier: Apache-2.0
// Meetings by their noun ("talks between A and B", "a trilateral session") and by their verb ("A met B").
#include "statements/matters.h"

#define AHEAD_REACH ((size_t)10)
#define PARTIES_REACH 30 // tokens behind a meeting's noun in which its parties are looked for

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return report_is_word(report, i, word);
}

static const struct token *token_at(const struct report *report, size_t i)
{
    return prose_token(&report->prose, i);
}

static void add_name(struct str name, struct list *parties)
{
    for (size_t k = 0; k < parties->count; k++)
        if (str_equal(*LIST_AT(parties, struct str, k), name))
            return;
    *LIST_ADD(parties, struct str) = name;
}

// The party that the word at i stands for: a country by its common name, or a body that begins there.
static bool add_party(const struct report *report, size_t i, struct list *parties)
{
    const struct mention *mention = report_mention(report, i);
    if (report_is_nation(report, i)) {
        size_t nation = words_nation(report->words, prose_word(&report->prose, i));
        add_name(str_of(nations[nation - 1].name), parties);
        return true;
    }
    if (!mention || mention->kind != MENTION_BODY || mention->from != i ||
        report_is_possessive(report, mention->to - 1))
        return false;
    for (size_t k = mention->from; k < mention->to; k++)
        if (report_is_nation(report, k))
            return false; // "the Foreign Ministry of Ukraine": the country will come
    add_name(report_words(report, mention->from, mention->to), parties);
    return true;
}

static bool is_format_word(const struct report *report, size_t i)
{
    return report_has_kind(report, i, KIND_FORMAT) ||
           (is_word(report, i, "way") && token_at(report, i)->has_hyphen);
}

// "trilateral", "four-way", and the countries among the words before the noun.
static void read_modifiers(const struct report *report, size_t noun, struct matter_meeting *meeting)
{
    for (size_t k = meeting->from; k < noun; k++) {
        if (is_format_word(report, k) && meeting->format.length == 0)
            meeting->format = token_at(report, k)->has_hyphen
                                  ? prose_range(&report->prose, k - 1, k + 1)
                                  : prose_word(&report->prose, k);
        if (report_is_nation(report, k))
            add_party(report, k, &meeting->parties);
    }
}

// "U.S.–Ukraine format", "Normandy format" anywhere in the sentence behind the noun.
static void read_format(const struct report *report, size_t from, size_t to,
                        struct matter_meeting *meeting)
{
    for (size_t i = from + 1; i < to; i++) {
        if (!is_word(report, i, "format"))
            continue;
        size_t start = i;
        while (start > from &&
               (token_at(report, start - 1)->kind == TOKEN_WORD ||
                report_is_mark(report, start - 1, 0x2013)) &&
               !report_has_class(report, start - 1, CLASS_DETERMINER | CLASS_PREPOSITION))
            start--;
        if (start < i) {
            meeting->format = prose_flat(prose_range(&report->prose, start, i), report->arena);
            for (size_t k = start; k < i; k++)
                if (report_is_nation(report, k))
                    add_party(report, k, &meeting->parties);
        }
        return;
    }
}

static bool is_saying(const struct report *report, size_t i)
{
    return report_has_kind(report, i, KIND_SAYING) && !token_at(report, i)->is_capital;
}

// Parties behind "between", "among", "with" or, at once, "of", up to the end of the sentence or a verb
// of saying.
static size_t read_parties(const struct report *report, size_t from, size_t end, bool is_open,
                           struct list *parties)
{
    size_t last = from;
    size_t reach = from + PARTIES_REACH < end ? from + PARTIES_REACH : end;
    for (size_t i = from; i < reach && !is_saying(report, i); i++) {
        bool is_link = is_word(report, i, "between") || is_word(report, i, "among") ||
                       is_word(report, i, "with") || (i == from && is_word(report, i, "of"));
        if (report_has_class(report, i, CLASS_PREPOSITION) && !is_link && !is_word(report, i, "of"))
            is_open = false;
        is_open = is_open || is_link;
        if (is_open && add_party(report, i, parties))
            last = i + 1;
    }
    return last;
}

static void read_circumstances(const struct report *report, size_t from, size_t end,
                               struct matter_meeting *meeting)
{
    for (size_t i = from; i < end && i < from + PARTIES_REACH; i++) {
        size_t next = circumstances_read(report, i, end, &meeting->circumstances);
        i = next > i ? next - 1 : i;
    }
}

static bool is_meeting_noun(const struct report *report, size_t i)
{
    return token_at(report, i)->kind == TOKEN_WORD && report_has_kind(report, i, KIND_MEETING) &&
           !is_word(report, i, "conference") && !is_word(report, i, "dialogue");
}

// "will be held", "would resume", "the next meeting", "possible": it has not been yet.
static bool is_ahead(const struct report *report, const struct sentence *sentence, size_t noun)
{
    static const char *const words[] = {"will",     "would",       "next",     "upcoming",
                                        "possible", "planned",     "expected", "scheduled",
                                        "due",      "forthcoming", "tomorrow", "ahead"};
    size_t from = noun > sentence->from + AHEAD_REACH ? noun - AHEAD_REACH : sentence->from;
    for (size_t i = from; i < sentence->to && i < noun + AHEAD_REACH; i++)
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
            if (is_word(report, i, words[k]))
                return true;
    return false;
}

// Result: the noun's last token, with *meeting read; is_found when it says who met or in which format
static size_t read_by_noun(const struct report *report, const struct sentence *sentence, size_t i,
                           struct matter_meeting *meeting, bool *is_found)
{
    size_t noun = i;
    if (is_word(report, i + 1, "of") && is_meeting_noun(report, i + 2)) // "a round of talks"
        noun = i + 2;
    size_t end = sentence->to;
    meeting->from = matters_modifiers_from(report, i);
    read_modifiers(report, i, meeting);
    meeting->to = read_parties(report, noun + 1, end, false, &meeting->parties);
    read_format(report, noun, end, meeting);
    *is_found = meeting->parties.count >= 2 || meeting->format.length > 0;
    if (*is_found) {
        read_circumstances(report, noun + 1, end, meeting);
        meeting->circumstances.is_ahead = is_ahead(report, sentence, noun);
        meeting->what = report_words(report, meeting->from, noun + 1);
    }
    return noun;
}

// The countries of those who meet: before the verb, not behind "in" or "from".
static void read_subject_parties(const struct report *report, size_t from, size_t verb,
                                 struct list *parties)
{
    for (size_t i = from; i < verb; i++) {
        bool is_place =
            i > from && (is_word(report, i - 1, "in") || is_word(report, i - 1, "at") ||
                         is_word(report, i - 1, "from") || is_word(report, i - 1, "near"));
        if (!is_place && report_is_nation(report, i))
            add_party(report, i, parties);
    }
}

// "The ministers of A and B met in PLACE on DATE", "A's envoy met with B's".
static bool read_by_verb(const struct report *report, const struct sentence *sentence, size_t verb,
                         struct matter_meeting *meeting)
{
    if (!is_word(report, verb, "met") || report_is_quoted(report, verb) ||
        report_has_class(report, verb - 1, CLASS_AUXILIARY))
        return false;
    size_t end = sentence->to;
    read_subject_parties(report, sentence->from, verb, &meeting->parties);
    size_t before = meeting->parties.count;
    meeting->from = verb;
    meeting->to = read_parties(report, verb + 1, end, true, &meeting->parties);
    if (before == 0 || meeting->parties.count < 2)
        return false;
    read_circumstances(report, verb + 1, end, meeting);
    meeting->what = STR("meeting");
    return true;
}

static struct matter_meeting meeting_make(const struct report *report)
{
    return (struct matter_meeting){.parties = LIST_MAKE(report->arena, struct str)};
}

void matters_find_meetings(const struct report *report, struct list *meetings)
{
    for (size_t s = 0; s < report->sentences.count; s++) {
        const struct sentence *sentence = LIST_AT(&report->sentences, struct sentence, s);
        for (size_t i = sentence->from; i < sentence->to; i++) {
            struct matter_meeting meeting = meeting_make(report);
            bool is_found = i > sentence->from && read_by_verb(report, sentence, i, &meeting);
            if (!is_found && is_meeting_noun(report, i)) {
                meeting = meeting_make(report);
                i = read_by_noun(report, sentence, i, &meeting, &is_found);
            }
            if (is_found)
                *LIST_ADD(meetings, struct matter_meeting) = meeting;
        }
    }
}
