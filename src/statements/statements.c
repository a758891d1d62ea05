// SPDX-License-Identifier: Apache-2.0
// The way through a report: prose, sentences and names (report), attributions sentence by sentence, whom
// they mean (references), the words they attribute (said), what it is about (matters), and at last
// places and dates (transcript).
#include "statements/statements.h"

#include "news_reports/names.h"
#include "news_reports/news_read.h"
#include "prose/language.h"
#include "statements/layout.h"
#include "statements/references.h"
#include "statements/report_date.h"
#include "statements/transcript.h"
#include "statements/unattributed.h"

const char *statement_speaker_kind_name(enum speaker_kind kind)
{
    static const char *const names[] = {
        [SPEAKER_PERSON] = "person", [SPEAKER_BODY] = "body", [SPEAKER_UNNAMED] = "unnamed"};
    return names[kind];
}

const char *statement_form_name(enum statement_form form)
{
    return form == FORM_DIRECT ? "direct" : "reported";
}

const char *report_date_origin_name(enum report_date_origin origin)
{
    static const char *const names[] = {[REPORT_DATE_GIVEN] = "given",
                                        [REPORT_DATE_PAGE] = "page",
                                        [REPORT_DATE_DATELINE] = "dateline",
                                        [REPORT_DATE_NAME] = "file name",
                                        [REPORT_DATE_TEXT] = "latest in the text",
                                        [REPORT_DATE_FILE] = "file properties",
                                        [REPORT_DATE_UNKNOWN] = "unknown"};
    return names[origin];
}

// ", while NAME said", "and warned": what follows is no part of what the one before said.
static bool begins_new_clause(const struct news *news, const struct attribution *attribution)
{
    size_t at = attribution->from;
    if (attribution->shape == SHAPE_SAME_SUBJECT)
        return true;
    if (at == 0 || news_is_mark(news, at - 1, ',') || news_is_mark(news, at - 1, ';'))
        return true;
    bool is_joint = news_has_kind(news, at - 1, KIND_JOINT) && !news_is_word(news, at - 1, "that");
    return is_joint && at > 1 && news_is_mark(news, at - 2, ',');
}

// The words that go on with the speaker before have the speaker before: ", adding that".
static void continue_speaker(const struct said *before, struct attribution *attribution)
{
    bool goes_on =
        attribution->shape == SHAPE_SAME_SUBJECT && before->attribution.speakers.count > 0;
    if (goes_on)
        attribution->speakers = before->attribution.speakers;
}

// What is on its way through one sentence.
struct progress {
    struct transcript *transcript;
    struct references *references;
    size_t index; // of the sentence
    size_t least; // words before it belong to the statement before
    size_t last;  // the last sentence that was used up
};

// "The mediator in the dispute, NAME": the role is learnt where the person speaks or acts.
static void learn_roles(struct news *news, const struct speakers *speakers)
{
    for (size_t i = 0; i < speakers->count; i++)
        if (speakers->items[i].kind == SPEAKER_PERSON && !speakers->items[i].is_pronoun)
            names_add_role(news, speakers->items[i].person, speakers->items[i].capacity);
}

// Joins one attribution with its words. Result: whether there were any
static bool take_one(struct progress *progress, size_t limit, struct said *said)
{
    const struct news *news = &progress->transcript->news;
    const struct sentence *sentence = LIST_AT(&news->sentences, struct sentence, progress->index);
    if (said->attribution.speakers.items[0].is_pronoun)
        references_note_named(progress->references, sentence, said->attribution.from);
    learn_roles(&progress->transcript->news, &said->attribution.speakers);
    if (!references_resolve(progress->references, &said->attribution.speakers))
        return false;
    if (!said_take(news, progress->index, progress->least, limit, said))
        return false;
    references_note(progress->references, &said->attribution.speakers);
    struct said rest;
    bool is_split = said_split(news, said, &rest);
    *LIST_ADD(&progress->transcript->said, struct said) = *said;
    if (is_split) {
        *LIST_ADD(&progress->transcript->said, struct said) = rest;
        progress->last = rest.sentence > progress->last ? rest.sentence : progress->last;
        progress->least = rest.to;
        return true;
    }
    progress->last = said->sentence > progress->last ? said->sentence : progress->last;
    progress->least = said->to > said->attribution.to ? said->to : said->attribution.to;
    return true;
}

// Nobody speaks, but whom the sentence is about may be "he" in the next.
static void note_subject(struct progress *progress, const struct sentence *sentence)
{
    const struct news *news = &progress->transcript->news;
    struct speakers subject;
    bool has_subject = attribution_subject(news, sentence, &subject) > sentence->from;
    if (has_subject)
        learn_roles(&progress->transcript->news, &subject);
    if (has_subject && references_resolve(progress->references, &subject))
        references_note(progress->references, &subject);
    else
        references_note_named(progress->references, sentence, sentence->to);
    if (!has_subject && unattributed_has_speaker(news, sentence))
        references_block(progress->references);
}

// "Noting that A, NAME said B": A is said by NAME too. Result: whether the sentence begins so
static bool take_leading(struct progress *progress, const struct attribution *first)
{
    const struct news *news = &progress->transcript->news;
    const struct sentence *sentence = LIST_AT(&news->sentences, struct sentence, progress->index);
    size_t from = sentence->from;
    bool leads = news_has_kind(news, from, KIND_GERUND) && news_is_word(news, from + 1, "that") &&
                 first->from > from + 4 && news_is_mark(news, first->from - 1, ',');
    struct said said = {.attribution = *first, .form = FORM_REPORTED, .sentence = progress->index};
    if (!leads || !references_resolve(progress->references, &said.attribution.speakers))
        return false;
    said.attribution.verb = from;
    said.attribution.from = from;
    said.attribution.to = from + 2;
    said.attribution.circumstances = (struct circumstances){0};
    said.from = from + 2;
    said.to = first->from - 1;
    *LIST_ADD(&progress->transcript->said, struct said) = said;
    progress->least = first->from;
    return true;
}

// "A hopes that B, a spokesman said": what the last one says is the whole, the first is only in it.
static bool is_inside_last(const struct news *news, const struct sentence *sentence,
                           const struct attribution *first, const struct attribution *next)
{
    size_t end = next->to;
    while (end < sentence->to && prose_is_sentence_end(&news->prose, end))
        end++;
    return first->is_weak && first->has_that && first->from == sentence->from &&
           first->shape == SHAPE_SUBJECT_VERB && !next->is_weak && end >= sentence->to &&
           next->shape == SHAPE_SUBJECT_VERB && news_is_mark(news, next->from - 1, ',');
}

// All statements of one sentence. Result: the index of the last sentence that was used up.
static size_t read_sentence(struct transcript *transcript, struct references *references,
                            size_t index)
{
    const struct news *news = &transcript->news;
    const struct sentence *sentence = LIST_AT(&news->sentences, struct sentence, index);
    struct progress progress = {transcript, references, index, sentence->from, index};
    struct said said = {0};
    if (layout_note_source(news, sentence, references) || sentence->is_heading)
        return index;
    if (layout_take(news, index, references, &said)) {
        references_note(references, &said.attribution.speakers);
        *LIST_ADD(&transcript->said, struct said) = said;
        return said.sentence;
    }
    bool has_one = attribution_find(news, sentence, sentence->from, &said.attribution);
    size_t before = transcript->said.count;
    if (has_one)
        take_leading(&progress, &said.attribution);
    while (has_one) {
        struct said next = {0};
        size_t behind = said.attribution.to > said.attribution.verb ? said.attribution.to
                                                                    : said.attribution.verb + 1;
        bool has_next = attribution_find(news, sentence, behind, &next.attribution);
        size_t limit =
            has_next && next.attribution.from >= behind ? next.attribution.from : sentence->to;
        bool is_nested = has_next && said.attribution.has_that && limit < sentence->to &&
                         !begins_new_clause(news, &next.attribution);
        if (is_nested)
            limit = sentence->to;
        if (has_next && is_inside_last(news, sentence, &said.attribution, &next.attribution))
            is_nested = false;
        else if (take_one(&progress, limit, &said) && has_next)
            continue_speaker(&said, &next.attribution);
        has_one = has_next && !is_nested;
        said = next;
    }
    if (transcript->said.count == before)
        note_subject(&progress, sentence);
    return progress.last;
}

bool statements_read(const struct statements_source *source, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct transcript transcript = {.said = LIST_MAKE(arena, struct said),
                                    .documents = LIST_MAKE(arena, struct matter_document),
                                    .meetings = LIST_MAKE(arena, struct matter_meeting)};
    if (!news_read(source->name, source->text, source->has_lines, arena, &transcript.news, error))
        return false;
    transcript.date = report_date_find(&transcript.news, source, &transcript.date_origin);
    struct references references = references_make(&transcript.news);
    for (size_t i = 0; i < transcript.news.sentences.count; i++)
        i = read_sentence(&transcript, &references, i);
    matters_find_documents(&transcript.news, &transcript.documents);
    matters_find_meetings(&transcript.news, &transcript.meetings);
    transcript.unattributed = unattributed_find(&transcript.news, &transcript.said);
    transcript_finish(&transcript, found);
    found->is_foreign = language_is_foreign(source->text);
    return true;
}
