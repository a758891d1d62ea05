// SPDX-License-Identifier: Apache-2.0
#include "statements/matters.h"

#define MODIFIERS_MAX 8
#define PARTIES_REACH 30 // tokens behind a meeting's noun in which its parties are looked for

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return prose_is_word(&report->prose, i, word);
}

static bool has_class(const struct report *report, size_t i, uint32_t classes)
{
    return prose_has_class(&report->prose, i, classes);
}

static const struct token *token_at(const struct report *report, size_t i)
{
    return prose_token(&report->prose, i);
}

// Words that may stand before the noun of a document or meeting and say which one it is.
static bool is_modifier(const struct report *report, size_t i)
{
    static const char *const participles[] = {"proposed", "revised", "updated",
                                              "amended",  "agreed",  "leaked"};
    static const char *const empty[] = {
        "new",   "same", "other",   "such", "key",   "first",    "more", "many", "latest", "two",
        "three", "four", "several", "own",  "final", "possible", "and",  "of",   "or"};
    const struct token *token = token_at(report, i);
    if (token->kind == TOKEN_NUMBER)
        return true;
    if (token->kind != TOKEN_WORD)
        return false;
    for (size_t k = 0; k < sizeof participles / sizeof participles[0]; k++)
        if (is_word(report, i, participles[k]))
            return true;
    for (size_t k = 0; k < sizeof empty / sizeof empty[0]; k++)
        if (is_word(report, i, empty[k]))
            return false;
    if (has_class(report, i,
                  CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONNECTIVE) ||
        (!token->is_capital &&
         (has_class(report, i, CLASS_FINITE) || report_has_kind(report, i, KIND_SAYING))))
        return false;
    struct str word = prose_word(&report->prose, i);
    bool after_article = i > 0 && has_class(report, i - 1, CLASS_DETERMINER);
    if (after_article && str_ends_with(word, STR("ing")))
        return true; // "the monitoring plan"
    return token->is_capital ||
           !(str_ends_with(word, STR("ed")) || str_ends_with(word, STR("ing")) ||
             str_ends_with(word, STR("ly")));
}

// Where the modifiers before the noun begin; a possessor belongs to them, "and" joins two of them.
static size_t modifiers_from(const struct report *report, size_t noun)
{
    size_t from = noun;
    while (from > 0 && noun - from < MODIFIERS_MAX) {
        bool joins = is_word(report, from - 1, "and") && from < noun && from > 1 &&
                     !token_at(report, from)->is_capital && is_modifier(report, from - 2) &&
                     !token_at(report, from - 2)->is_capital && from >= 3 &&
                     has_class(report, from - 3, CLASS_DETERMINER);
        if (!joins && !is_modifier(report, from - 1))
            break;
        if (report_opens_quote(report, from - 1) || token_at(report, from)->kind == TOKEN_BREAK)
            break;
        from--;
    }
    return from;
}

// "for Kyiv", "on Resolution of the Conflict": a name behind the noun.
static size_t complement_to(const struct report *report, size_t noun)
{
    size_t to = noun + 1;
    bool has_link =
        is_word(report, to, "for") || is_word(report, to, "on") || is_word(report, to, "of");
    if (!has_link || !token_at(report, to + 1)->is_capital ||
        has_class(report, to + 1, CLASS_WEEKDAY | CLASS_MONTH | CLASS_DETERMINER))
        return to;
    size_t end = to + 1;
    while (token_at(report, end)->is_capital && token_at(report, end)->kind == TOKEN_WORD &&
           end < to + 8) {
        end++;
        if (report_is_possessive(report, end - 1))
            break;
    }
    return end;
}

static bool is_paper(const struct report *report, size_t i)
{
    if (token_at(report, i)->kind != TOKEN_WORD || !report_has_kind(report, i, KIND_PAPER))
        return false;
    const struct mention *mention = report_mention(report, i);
    bool is_verb = is_word(report, i + 1, "to") && !is_word(report, i, "plan") &&
                   !is_word(report, i, "proposal");
    return !(mention && mention->kind == MENTION_PERSON) &&
           !(is_verb && is_word(report, i, "draft"));
}

static size_t first_named(const struct list *documents, struct str name)
{
    for (size_t i = 0; i < documents->count && i < 256; i++)
        if (str_equal_ignoring_case(LIST_AT(documents, struct matter_document, i)->name, name))
            return LIST_AT(documents, struct matter_document, i)->first;
    return documents->count;
}

void matters_find_documents(const struct report *report, struct list *documents)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!is_paper(report, i))
            continue;
        while (is_paper(report, i + 1)) // "security guarantee proposal": the last noun counts
            i++;
        size_t from = modifiers_from(report, i);
        size_t to = complement_to(report, i);
        bool is_generic = is_word(report, i, "documents") || is_word(report, i, "deal") ||
                          is_word(report, i, "agreement") || is_word(report, i, "law");
        bool says_which = from + 1 < i + 1 && from < i;
        if (!says_which || (is_generic && to == i + 1 && i - from < 1) ||
            is_word(report, i, "documents"))
            continue;
        struct str name = report_words(report, from, to);
        size_t first = first_named(documents, name);
        *LIST_ADD(documents, struct matter_document) =
            (struct matter_document){from, to, first, name};
        i = to - 1;
    }
}

static void add_party(const struct report *report, size_t i, struct list *parties)
{
    size_t nation = words_nation(report->words, prose_word(&report->prose, i));
    struct str name = str_of(nations[nation - 1].name);
    for (size_t k = 0; k < parties->count; k++)
        if (str_equal(*LIST_AT(parties, struct str, k), name))
            return;
    *LIST_ADD(parties, struct str) = name;
}

static bool is_format_word(const struct report *report, size_t i)
{
    return report_has_kind(report, i, KIND_FORMAT) ||
           (report_is_word(report, i, "way") && token_at(report, i)->has_hyphen);
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
                prose_is_mark(&report->prose, start - 1, 0x2013)) &&
               !has_class(report, start - 1, CLASS_DETERMINER | CLASS_PREPOSITION))
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

static size_t sentence_end(const struct report *report, size_t at)
{
    while (!prose_is_sentence_end(&report->prose, at))
        at++;
    return at;
}

static bool is_saying(const struct report *report, size_t i)
{
    return report_has_kind(report, i, KIND_SAYING) && !token_at(report, i)->is_capital;
}

// Parties behind "between", "among" or "with", up to the end of the sentence or a verb of saying.
static size_t read_parties(const struct report *report, size_t noun, size_t end,
                           struct list *parties)
{
    size_t last = noun + 1;
    size_t reach = noun + PARTIES_REACH < end ? noun + PARTIES_REACH : end;
    bool is_open = false;
    for (size_t i = noun + 1; i < reach && !is_saying(report, i); i++) {
        bool is_link = is_word(report, i, "between") || is_word(report, i, "among") ||
                       is_word(report, i, "with");
        if (has_class(report, i, CLASS_PREPOSITION) && !is_link && !is_word(report, i, "of"))
            is_open = false;
        is_open = is_open || is_link;
        if (is_open && report_is_nation(report, i)) {
            add_party(report, i, parties);
            last = i + 1;
        }
    }
    return last;
}

static void read_circumstances(const struct report *report, size_t from, size_t end,
                               struct matter_meeting *meeting)
{
    for (size_t i = from; i < end && i < from + PARTIES_REACH; i++) {
        size_t next = circumstances_read(report, i, end, &meeting->circumstances);
        if (is_word(report, i, "over") && is_word(report, i + 1, "the") &&
            is_word(report, i + 2, "weekend"))
            meeting->circumstances.date_text = STR("over the weekend");
        i = next > i ? next - 1 : i;
    }
}

static bool is_meeting_noun(const struct report *report, size_t i)
{
    return token_at(report, i)->kind == TOKEN_WORD && report_has_kind(report, i, KIND_MEETING) &&
           !is_word(report, i, "conference") && !is_word(report, i, "dialogue");
}

void matters_find_meetings(const struct report *report, struct list *meetings)
{
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!is_meeting_noun(report, i))
            continue;
        size_t noun = i;
        if (is_word(report, i + 1, "of") && is_meeting_noun(report, i + 2)) // "a round of talks"
            noun = i + 2;
        size_t end = sentence_end(report, noun);
        struct matter_meeting meeting = {.from = modifiers_from(report, i),
                                         .parties = LIST_MAKE(report->arena, struct str)};
        for (size_t k = meeting.from; k < i; k++) {
            if (is_format_word(report, k) && meeting.format.length == 0)
                meeting.format = token_at(report, k)->has_hyphen
                                     ? prose_range(&report->prose, k - 1, k + 1)
                                     : prose_word(&report->prose, k);
            if (report_is_nation(report, k))
                add_party(report, k, &meeting.parties);
        }
        meeting.to = read_parties(report, noun, end, &meeting.parties);
        read_format(report, noun, end, &meeting);
        if (meeting.parties.count >= 2 || meeting.format.length > 0) {
            read_circumstances(report, noun + 1, end, &meeting);
            meeting.what = report_words(report, meeting.from, noun + 1);
            *LIST_ADD(meetings, struct matter_meeting) = meeting;
        }
        i = noun;
    }
}
