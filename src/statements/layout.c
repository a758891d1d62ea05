// SPDX-License-Identifier: Apache-2.0
#include "statements/layout.h"

#define LABEL_MAX 8      // tokens before the colon
#define SIGNATURE_MAX 20 // tokens of a line with a name and a role

static const struct sentence *sentence_at(const struct news *news, size_t i)
{
    return LIST_AT(&news->sentences, struct sentence, i);
}

// The colon of a label at the start of a paragraph, or NEWS_NONE.
static size_t label_colon(const struct news *news, const struct sentence *sentence)
{
    for (size_t i = sentence->from + 1; i < sentence->to && i < sentence->from + LABEL_MAX; i++)
        if (news_is_mark(news, i, ':'))
            return sentence->begins_paragraph ? i : NEWS_NONE;
    return NEWS_NONE;
}

bool layout_note_source(const struct news *news, const struct sentence *sentence,
                        struct references *references)
{
    size_t colon = label_colon(news, sentence);
    if (colon != sentence->from + 1 || !news_is_word(news, sentence->from, "source"))
        return false;
    struct speakers speakers = {.count = 1};
    size_t end = speaker_read(news, colon + 1, sentence->to, &speakers.items[0]);
    if (end == colon + 1)
        return false;
    speaker_read_apposed(news, end, sentence->to, &speakers.items[0]);
    references_note(references, &speakers);
    return true;
}

static bool begins_label(const struct news *news, const struct sentence *sentence)
{
    return news_is_word(news, sentence->from, "quote") ||
           news_is_word(news, sentence->from, "quotation") ||
           news_is_word(news, sentence->from, "literally");
}

// "Quote: “...”", "Quote from NAME: “...”"
static bool take_labelled(const struct news *news, const struct sentence *sentence,
                          const struct references *references, struct said *said)
{
    size_t colon = label_colon(news, sentence);
    if (colon == NEWS_NONE || !news_opens_quote(news, colon + 1) || !begins_label(news, sentence))
        return false;
    struct speakers *speakers = &said->attribution.speakers;
    speakers->count = 1;
    bool is_named = news_is_word(news, sentence->from + 1, "from") ||
                    news_is_word(news, sentence->from + 1, "by");
    bool found = is_named
                     ? speaker_read(news, sentence->from + 2, colon, &speakers->items[0]) == colon
                     : references_latest(references, &speakers->items[0]);
    if (!found)
        return false;
    const struct quotation *quotation = news_quotation(news, colon + 2);
    said->attribution.from = sentence->from;
    said->attribution.verb = sentence->from;
    said->attribution.to = colon + 1;
    said->from = quotation->from;
    said->to = quotation->to;
    return true;
}

// “...” and on the next line "NAME, role".
static bool take_signed(const struct news *news, size_t index, struct said *said)
{
    const struct sentence *sentence = sentence_at(news, index);
    if (!sentence->begins_paragraph || !news_opens_quote(news, sentence->from) ||
        index + 1 >= news->sentences.count)
        return false;
    const struct quotation *quotation = news_quotation(news, sentence->from + 1);
    const struct sentence *signature = sentence_at(news, index + 1);
    const struct mention *name = news_person_at(news, signature->from);
    bool is_line = name && signature->begins_paragraph && signature->is_heading &&
                   signature->to - signature->from <= SIGNATURE_MAX &&
                   (name->to == signature->to || news_is_mark(news, name->to, ','));
    if (!is_line || quotation->to + 1 < sentence->to)
        return false;
    struct speaker *speaker = &said->attribution.speakers.items[0];
    size_t end = speaker_read(news, signature->from, signature->to, speaker);
    speaker_read_apposed(news, end, signature->to, speaker);
    said->attribution.speakers.count = 1;
    said->attribution.from = signature->from;
    said->attribution.verb = signature->from;
    said->attribution.to = signature->to;
    said->from = quotation->from;
    said->to = quotation->to;
    said->sentence = index + 1;
    return true;
}

bool layout_take(const struct news *news, size_t index, const struct references *references,
                 struct said *said)
{
    struct said taken = {.form = FORM_DIRECT, .sentence = index, .is_by_layout = true};
    if (!take_labelled(news, sentence_at(news, index), references, &taken) &&
        !take_signed(news, index, &taken))
        return false;
    *said = taken;
    return true;
}
