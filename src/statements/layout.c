// SPDX-License-Identifier: Apache-2.0
#include "statements/layout.h"

#define LABEL_MAX 8      // tokens before the colon
#define SIGNATURE_MAX 20 // tokens of a line with a name and a role

static const struct sentence *sentence_at(const struct report *report, size_t i)
{
    return LIST_AT(&report->sentences, struct sentence, i);
}

// The colon of a label at the start of a paragraph, or REPORT_NONE.
static size_t label_colon(const struct report *report, const struct sentence *sentence)
{
    for (size_t i = sentence->from + 1; i < sentence->to && i < sentence->from + LABEL_MAX; i++)
        if (report_is_mark(report, i, ':'))
            return sentence->begins_paragraph ? i : REPORT_NONE;
    return REPORT_NONE;
}

bool layout_note_source(const struct report *report, const struct sentence *sentence,
                        struct references *references)
{
    size_t colon = label_colon(report, sentence);
    if (colon != sentence->from + 1 || !report_is_word(report, sentence->from, "source"))
        return false;
    struct speakers speakers = {.count = 1};
    size_t end = speaker_read(report, colon + 1, sentence->to, &speakers.items[0]);
    if (end == colon + 1)
        return false;
    speaker_read_apposed(report, end, sentence->to, &speakers.items[0]);
    references_note(references, &speakers);
    return true;
}

static bool begins_label(const struct report *report, const struct sentence *sentence)
{
    return report_is_word(report, sentence->from, "quote") ||
           report_is_word(report, sentence->from, "quotation") ||
           report_is_word(report, sentence->from, "literally");
}

// "Quote: “...”", "Quote from NAME: “...”"
static bool take_labelled(const struct report *report, const struct sentence *sentence,
                          const struct references *references, struct said *said)
{
    size_t colon = label_colon(report, sentence);
    if (colon == REPORT_NONE || !report_opens_quote(report, colon + 1) ||
        !begins_label(report, sentence))
        return false;
    struct speakers *speakers = &said->attribution.speakers;
    speakers->count = 1;
    bool is_named = report_is_word(report, sentence->from + 1, "from") ||
                    report_is_word(report, sentence->from + 1, "by");
    bool found = is_named
                     ? speaker_read(report, sentence->from + 2, colon, &speakers->items[0]) == colon
                     : references_latest(references, &speakers->items[0]);
    if (!found)
        return false;
    const struct quotation *quotation = report_quotation(report, colon + 2);
    said->attribution.from = sentence->from;
    said->attribution.verb = sentence->from;
    said->attribution.to = colon + 1;
    said->from = quotation->from;
    said->to = quotation->to;
    return true;
}

// “...” and on the next line "NAME, role".
static bool take_signed(const struct report *report, size_t index, struct said *said)
{
    const struct sentence *sentence = sentence_at(report, index);
    if (!sentence->begins_paragraph || !report_opens_quote(report, sentence->from) ||
        index + 1 >= report->sentences.count)
        return false;
    const struct quotation *quotation = report_quotation(report, sentence->from + 1);
    const struct sentence *signature = sentence_at(report, index + 1);
    const struct mention *name = report_person_at(report, signature->from);
    bool is_line = name && signature->begins_paragraph && signature->is_heading &&
                   signature->to - signature->from <= SIGNATURE_MAX &&
                   (name->to == signature->to || report_is_mark(report, name->to, ','));
    if (!is_line || quotation->to + 1 < sentence->to)
        return false;
    struct speaker *speaker = &said->attribution.speakers.items[0];
    size_t end = speaker_read(report, signature->from, signature->to, speaker);
    speaker_read_apposed(report, end, signature->to, speaker);
    said->attribution.speakers.count = 1;
    said->attribution.from = signature->from;
    said->attribution.verb = signature->from;
    said->attribution.to = signature->to;
    said->from = quotation->from;
    said->to = quotation->to;
    said->sentence = index + 1;
    return true;
}

bool layout_take(const struct report *report, size_t index, const struct references *references,
                 struct said *said)
{
    struct said taken = {.form = FORM_DIRECT, .sentence = index, .is_by_layout = true};
    if (!take_labelled(report, sentence_at(report, index), references, &taken) &&
        !take_signed(report, index, &taken))
        return false;
    *said = taken;
    return true;
}
