// SPDX-License-Identifier: Apache-2.0
#include "statements/transcript.h"
#include "statements/unattributed.h"

#include "base/builder.h"
#include "statements/places.h"
#include "statements/report_date.h"

#define QUOTES_MAX 64

struct finishing {
    const struct transcript *transcript;
    const struct news *news;
    struct places places;
    struct date previous; // the day resolved last
};

static struct str iso_of(struct finishing *finishing, const struct circumstances *circumstances)
{
    struct date date =
        report_date_resolve(&finishing->transcript->date, &finishing->previous, circumstances);
    if (date.year == 0)
        return STR("");
    if (date.day != 0)
        finishing->previous = date;
    return date_iso(&date, finishing->news->arena);
}

static const struct sentence *sentence_at(const struct news *news, size_t i)
{
    return LIST_AT(&news->sentences, struct sentence, i);
}

static void add_about(const struct finishing *finishing, const struct said *said,
                      struct statement *statement)
{
    const struct list *documents = &finishing->transcript->documents;
    struct list about = LIST_MAKE(finishing->news->arena, struct str);
    size_t end = sentence_at(finishing->news, said->sentence)->to;
    size_t from = said->from < said->attribution.from ? said->from : said->attribution.from;
    for (size_t i = 0; i < documents->count; i++) {
        const struct matter_document *document = LIST_AT(documents, struct matter_document, i);
        if (document->from < from || document->to > end)
            continue;
        bool is_said = document->from >= said->from && document->to <= said->to;
        bool is_discussed =
            document->from >= said->attribution.to && said->from < said->attribution.from;
        if (is_said || is_discussed)
            *LIST_ADD(&about, struct str) = document->name;
    }
    statement->about = LIST_ITEMS(&about, struct str);
    statement->about_count = about.count;
}

static void add_quotes(const struct finishing *finishing, const struct said *said,
                       struct statement *statement)
{
    const struct news *news = finishing->news;
    struct list quotes = LIST_MAKE(news->arena, struct text_range);
    size_t i = said->from;
    while (i < said->to && quotes.count < QUOTES_MAX) {
        if (!news_is_quoted(news, i)) {
            i++;
            continue;
        }
        const struct quotation *quotation = news_quotation(news, i);
        bool has_comma = news_is_mark(news, quotation->to - 1, ',') &&
                         quotation->to > quotation->from + 1; // the comma is the reporter's
        *LIST_ADD(&quotes, struct text_range) =
            places_range(&finishing->places, quotation->from, quotation->to - (has_comma ? 1 : 0));
        i = quotation->to;
    }
    statement->quotes = LIST_ITEMS(&quotes, struct text_range);
    statement->quote_count = quotes.count;
}

static struct str verb_of(const struct news *news, const struct said *said)
{
    struct str verb = prose_word(&news->prose, said->attribution.verb);
    if (said->is_by_layout || prose_token(&news->prose, said->attribution.verb)->kind == TOKEN_MARK)
        return STR("quoted");
    return str_equal_ignoring_case(verb, STR("according")) ? STR("according to") : verb;
}

// The words without the attribution that may stand inside.
static struct str words_said(const struct finishing *finishing, const struct said *said,
                             const struct statement *statement)
{
    struct arena *arena = finishing->news->arena;
    if (said->has_gap) {
        size_t behind = said->attribution.to;
        behind += news_is_mark(finishing->news, behind, ',') ? 1 : 0;
        struct text_range before =
            places_range(&finishing->places, said->from, said->attribution.from - 1);
        struct text_range after = places_range(&finishing->places, behind, said->to);
        return arena_print(arena, "%.*s %.*s", STR_ARGS(before.text), STR_ARGS(after.text));
    }
    if (statement->form != FORM_DIRECT || statement->quote_count < 2)
        return statement->range.text;
    struct builder words = builder_make(arena);
    for (size_t i = 0; i < statement->quote_count; i++) {
        if (i > 0)
            builder_add_c(&words, " \xe2\x80\xa6 "); // the attribution stood there
        builder_add(&words, statement->quotes[i].text);
    }
    return builder_str(&words);
}

static struct str capacity_of(const struct news *news, const struct speaker *speaker)
{
    if (speaker->capacity.length > 0 || speaker->kind != SPEAKER_PERSON)
        return speaker->capacity;
    const struct person *person = news_person(news, speaker->person);
    return person->roles.count > 0 ? *LIST_AT(&person->roles, struct str, 0) : STR("");
}

static struct statement finish_statement(struct finishing *finishing, const struct said *said,
                                         const struct speaker *speaker)
{
    const struct circumstances *circumstances = &said->attribution.circumstances;
    struct statement statement = {
        .range = places_range(&finishing->places, said->from, said->to),
        .form = said->form,
        .speaker = speaker->name,
        .speaker_kind = speaker->kind,
        .capacity = capacity_of(finishing->news, speaker),
        .verb = verb_of(finishing->news, said),
        .date = iso_of(finishing, circumstances),
        .date_text = circumstances->date_text,
        .place = circumstances->place,
        .addressee = circumstances->addressee,
        .channel = circumstances->channel,
    };
    add_quotes(finishing, said, &statement);
    add_about(finishing, said, &statement);
    statement.range.text = words_said(finishing, said, &statement);
    return statement;
}

// What several said together is a statement of each.
static void finish_statements(struct finishing *finishing, struct statements_found *found)
{
    const struct list *all = &finishing->transcript->said;
    struct list items = LIST_MAKE(finishing->news->arena, struct statement);
    for (size_t i = 0; i < all->count; i++) {
        const struct said *said = LIST_AT(all, struct said, i);
        const struct speakers *speakers = &said->attribution.speakers;
        for (size_t k = 0; k < speakers->count; k++)
            *LIST_ADD(&items, struct statement) =
                finish_statement(finishing, said, &speakers->items[k]);
    }
    found->items = LIST_ITEMS(&items, struct statement);
    found->count = items.count;
}

static void finish_meetings(struct finishing *finishing, struct statements_found *found)
{
    const struct list *all = &finishing->transcript->meetings;
    struct statement_meeting *meetings =
        ARENA_ARRAY(finishing->news->arena, struct statement_meeting, all->count);
    for (size_t i = 0; i < all->count; i++) {
        const struct matter_meeting *meeting = LIST_AT(all, struct matter_meeting, i);
        meetings[i] = (struct statement_meeting){
            .range = places_range(&finishing->places, meeting->from, meeting->to),
            .what = meeting->what,
            .format = meeting->format,
            .parties = LIST_ITEMS(&meeting->parties, struct str),
            .party_count = meeting->parties.count,
            .place = meeting->circumstances.place,
            .date = iso_of(finishing, &meeting->circumstances),
            .date_text = meeting->circumstances.date_text,
        };
    }
    found->meetings = meetings;
    found->meeting_count = all->count;
}

static void finish_unattributed(struct finishing *finishing, struct statements_found *found)
{
    const struct list *all = &finishing->transcript->unattributed;
    struct text_range *items = ARENA_ARRAY(finishing->news->arena, struct text_range, all->count);
    for (size_t i = 0; i < all->count; i++) {
        const struct unattributed *one = LIST_AT(all, struct unattributed, i);
        items[i] = places_range(&finishing->places, one->from, one->to);
    }
    found->unattributed = items;
    found->unattributed_count = all->count;
}

static void finish_documents(const struct finishing *finishing, struct statements_found *found)
{
    const struct list *all = &finishing->transcript->documents;
    struct list firsts = LIST_MAKE(finishing->news->arena, struct statement_document);
    for (size_t i = 0; i < all->count; i++) {
        const struct matter_document *document = LIST_AT(all, struct matter_document, i);
        if (document->first == i)
            *LIST_ADD(&firsts, struct statement_document) = (struct statement_document){
                places_range(&finishing->places, document->from, document->to), document->name};
    }
    found->documents = LIST_ITEMS(&firsts, struct statement_document);
    found->document_count = firsts.count;
}

static void finish_persons(const struct news *news, struct statements_found *found)
{
    size_t count = news->persons.count;
    struct statement_person *persons = ARENA_ARRAY(news->arena, struct statement_person, count);
    for (size_t i = 0; i < count; i++) {
        const struct person *person = news_person(news, i);
        persons[i] = (struct statement_person){person->name, LIST_ITEMS(&person->roles, struct str),
                                               person->roles.count, 0};
    }
    for (size_t i = 0; i < news->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&news->mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON)
            persons[mention->index].mentions++;
    }
    found->persons = persons;
    found->person_count = count;
}

// "By NAME" at the start of a line.
static struct str find_author(const struct news *news)
{
    for (size_t i = 0; i < news->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&news->mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON && mention->from > 0 &&
            news_is_word(news, mention->from - 1, "by") &&
            prose_token(&news->prose, mention->from - 1)->begins_line)
            return news_person(news, mention->index)->name;
    }
    return STR("");
}

void transcript_finish(const struct transcript *transcript, struct statements_found *found)
{
    const struct news *news = &transcript->news;
    struct finishing finishing = {
        .transcript = transcript, .news = news, .places = places_make(news)};
    *found = (struct statements_found){.date = transcript->date,
                                       .date_origin = transcript->date_origin,
                                       .author = find_author(news)};
    finish_statements(&finishing, found);
    finish_meetings(&finishing, found);
    finish_documents(&finishing, found);
    finish_persons(news, found);
    finish_unattributed(&finishing, found);
    found->bodies = LIST_ITEMS(&news->bodies, struct str);
    found->body_count = news->bodies.count;
}
