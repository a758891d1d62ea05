// SPDX-License-Identifier: Apache-2.0
// Statements: each attribution is joined with the words it attributes, which stand in a quotation or a
// clause before or after it; then pronouns and dates are resolved against what came before.
#include "statements/statements.h"

#include "base/builder.h"
#include "statements/attribution.h"
#include "statements/matters.h"

#define QUOTES_MAX 64
#define SUBJECT_REACH 10 // a person named so near the start of a sentence is "he" in the next

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

// A statement on its way: its words as tokens.
struct said {
    struct attribution attribution;
    enum statement_form form;
    size_t from;
    size_t to;
    size_t sentence; // index of the last sentence it takes in
    bool has_gap;    // the attribution stands in the middle: "The talks, NAME said, were useful"
};

struct reading {
    struct report report;
    struct list said; // struct said
    struct list documents;
    struct list meetings;
    size_t *characters; // per token: characters before it
    struct list lines;  // size_t: characters before each line
    struct date date;
    size_t last_person; // who spoke last, for "he said"
    struct str last_body;
};

static const struct sentence *sentence_at(const struct reading *reading, size_t i)
{
    return LIST_AT(&reading->report.sentences, struct sentence, i);
}

static bool is_mark(const struct reading *reading, size_t i, uint32_t code_point)
{
    return prose_is_mark(&reading->report.prose, i, code_point);
}

static const struct quotation *quotation_in(const struct reading *reading, size_t token)
{
    return LIST_AT(&reading->report.quotations, struct quotation,
                   reading->report.quotation_at[token]);
}

static bool is_sentence_mark(const struct reading *reading, size_t i)
{
    return prose_token(&reading->report.prose, i)->kind != TOKEN_WORD &&
           (prose_is_sentence_end(&reading->report.prose, i) ||
            report_closes_quote(&reading->report, i));
}

// True when nothing but final marks stands between `at` and the end of the sentence.
static bool is_at_end(const struct reading *reading, const struct sentence *sentence, size_t at)
{
    while (at < sentence->to && is_sentence_mark(reading, at))
        at++;
    return at >= sentence->to;
}

// The first token of a quotation that goes on from paragraphs before.
static size_t quotation_start(const struct reading *reading, size_t token)
{
    size_t index = reading->report.quotation_at[token];
    while (index > 0 && LIST_AT(&reading->report.quotations, struct quotation, index - 1)->goes_on)
        index--;
    return LIST_AT(&reading->report.quotations, struct quotation, index)->from;
}

// A quotation that makes a sentence of its own: it begins with a capital at the start of the sentence.
static bool is_whole_quotation(const struct reading *reading, const struct sentence *sentence,
                               size_t closing)
{
    const struct quotation *quotation = quotation_in(reading, closing - 1);
    size_t start = quotation_start(reading, closing - 1);
    return start < quotation->from || quotation->from <= sentence->from + 1;
}

// Case 1: “...,” NAME said.
static bool take_quotation_before(struct reading *reading, const struct sentence *sentence,
                                  struct said *said)
{
    size_t before = said->attribution.from;
    if (before == sentence->from && before > 0 && !sentence->begins_paragraph)
        before = sentence->from; // “...” NAME said: the sentence ended with the quotation
    if (before == 0 || !report_closes_quote(&reading->report, before - 1))
        return false;
    if (before == sentence->from && sentence->begins_paragraph)
        return false;
    if (before > sentence->from && !is_whole_quotation(reading, sentence, before - 1))
        return false;
    said->from = quotation_start(reading, before - 2);
    said->to =
        before - 1 - (is_mark(reading, before - 2, ',') ? 1 : 0); // the comma is the reporter's
    said->form = FORM_DIRECT;
    return true;
}

// Case 2: NAME said: “...”
static bool take_quotation_after(struct reading *reading, const struct sentence *sentence,
                                 struct said *said)
{
    size_t at = said->attribution.to;
    if (!report_opens_quote(&reading->report, at))
        return false;
    const struct quotation *quotation = quotation_in(reading, at + 1);
    bool is_sentence = prose_token(&reading->report.prose, at + 1)->is_capital ||
                       is_mark(reading, at - 1, ':') || is_mark(reading, at - 1, ',');
    if (!is_sentence ||
        !(is_at_end(reading, sentence, quotation->to) || is_mark(reading, at - 1, ':')))
        return false;
    said->from = quotation->from;
    said->to = quotation->to;
    said->form = FORM_DIRECT;
    return true;
}

// Where reported words end: before the next attribution of the sentence, without the joining word.
static size_t reported_end(const struct reading *reading, const struct sentence *sentence,
                           size_t from, size_t limit)
{
    size_t to = limit < sentence->to ? limit : sentence->to;
    static const char *const joints[] = {"while", "and", "but", "whereas", "as", "although"};
    bool goes_on = to < sentence->to;
    while (goes_on && to > from) {
        goes_on = is_mark(reading, to - 1, ',') || is_mark(reading, to - 1, ';');
        for (size_t k = 0; k < sizeof joints / sizeof joints[0] && !goes_on; k++)
            goes_on = prose_is_word(&reading->report.prose, to - 1, joints[k]);
        to -= goes_on ? 1 : 0;
    }
    while (to > from && prose_is_sentence_end(&reading->report.prose, to - 1))
        to--;
    return to;
}

// "described the talks as productive"
static bool describes(const struct reading *reading, size_t verb, size_t to)
{
    const struct prose *prose = &reading->report.prose;
    if (!prose_is_word(prose, verb, "described") && !prose_is_word(prose, verb, "describes"))
        return false;
    for (size_t i = verb + 1; i < to; i++)
        if (prose_is_word(prose, i, "as"))
            return true;
    return false;
}

// Case 3: NAME said that ...; limit: where the next attribution begins.
static bool take_clause_after(struct reading *reading, const struct sentence *sentence,
                              size_t limit, struct said *said)
{
    const struct attribution *attribution = &said->attribution;
    size_t from = attribution->to;
    size_t to = reported_end(reading, sentence, from, limit);
    if (from >= to || to - from < 2 || is_mark(reading, from, ','))
        return false;
    bool has_quote = false;
    for (size_t i = from; i < to; i++)
        has_quote = has_quote || report_is_quoted(&reading->report, i);
    if (attribution->is_weak && !attribution->has_that && !has_quote &&
        !describes(reading, attribution->verb, to))
        return false;
    said->from = from;
    said->to = to;
    said->form = FORM_REPORTED;
    return true;
}

// Case 4: ..., NAME said. Also "... to “align ...,” NAME said."
static bool take_clause_before(struct reading *reading, const struct sentence *sentence,
                               size_t least, struct said *said)
{
    size_t to = said->attribution.from;
    bool after_comma = to > sentence->from && is_mark(reading, to - 1, ',');
    bool after_quote = to > sentence->from && report_closes_quote(&reading->report, to - 1);
    if ((!after_comma && !after_quote) || to <= least + 3)
        return false;
    said->from = least;
    said->to = after_quote ? to : to - 1;
    said->form = FORM_REPORTED;
    return true;
}

// Case 5: The talks, NAME said, were useful.
static bool take_clause_around(struct reading *reading, const struct sentence *sentence,
                               size_t least, struct said *said)
{
    const struct attribution *attribution = &said->attribution;
    bool is_framed = attribution->from > least + 1 &&
                     is_mark(reading, attribution->from - 1, ',') &&
                     is_mark(reading, attribution->to, ',') && attribution->to + 2 < sentence->to &&
                     !attribution->is_weak;
    if (!is_framed || report_opens_quote(&reading->report, attribution->to + 1))
        return false;
    said->from = least;
    said->to = reported_end(reading, sentence, attribution->to, sentence->to);
    said->form = FORM_REPORTED;
    said->has_gap = true;
    return true;
}

// Circumstances behind quoted words: called it “a bet” in a post on Wednesday.
static void cut_circumstances(struct reading *reading, struct said *said)
{
    size_t quote = said->to;
    while (quote > said->from && !report_closes_quote(&reading->report, quote - 1))
        quote--;
    if (quote == said->from || quote == said->to)
        return;
    struct circumstances more = said->attribution.circumstances;
    if (circumstances_read(&reading->report, quote, said->to, &more) < said->to)
        return;
    said->attribution.circumstances = more;
    said->to = quote;
}

// Sentences that follow in the same paragraph and are only a quotation go on with it.
static void take_following(struct reading *reading, size_t index, struct said *said)
{
    said->sentence = index;
    if (said->form != FORM_DIRECT)
        return;
    const struct sentence *own = sentence_at(reading, index);
    for (size_t i = said->attribution.to; i < own->to; i++)
        if (report_opens_quote(&reading->report, i) &&
            quotation_in(reading, i + 1)->from >= said->to) {
            said->to = quotation_in(reading, i + 1)->to;
            break;
        }
    for (size_t i = index + 1; i < reading->report.sentences.count; i++) {
        const struct sentence *sentence = sentence_at(reading, i);
        if (!report_opens_quote(&reading->report, sentence->from))
            return;
        const struct quotation *quotation = quotation_in(reading, sentence->from + 1);
        const struct quotation *before = quotation_in(reading, said->to - 1);
        bool goes_on = before->goes_on || !sentence->begins_paragraph;
        if (!goes_on || !is_at_end(reading, sentence, quotation->to))
            return;
        said->to = quotation->to;
        said->sentence = i;
    }
}

static bool resolve_speaker(struct reading *reading, struct attributed_speaker *speaker)
{
    if (!speaker->is_pronoun)
        return true;
    bool is_person = str_equal_ignoring_case(speaker->name, STR("he")) ||
                     str_equal_ignoring_case(speaker->name, STR("she"));
    if (is_person && reading->last_person != REPORT_NONE) {
        speaker->kind = SPEAKER_PERSON;
        speaker->person = reading->last_person;
        speaker->name = LIST_AT(&reading->report.persons, struct person, speaker->person)->name;
        return true;
    }
    if (!is_person && reading->last_body.length > 0) {
        speaker->kind = SPEAKER_BODY;
        speaker->name = reading->last_body;
        return true;
    }
    return false;
}

static void remember_speaker(struct reading *reading, const struct attributed_speaker *speaker)
{
    if (speaker->kind == SPEAKER_PERSON)
        reading->last_person = speaker->person;
    else
        reading->last_body = speaker->name;
}

static bool find_attribution(const struct reading *reading, const struct sentence *sentence,
                             size_t from, struct attribution *attribution)
{
    const struct report *report = &reading->report;
    for (size_t i = from; i < sentence->to; i++) {
        if (report_is_quoted(report, i))
            continue;
        if (prose_is_word(&report->prose, i, "according") &&
            attribution_read_according(report, sentence, i, attribution))
            return true;
        if (prose_has_class(&report->prose, i, CLASS_SAYING | CLASS_STRESSING) &&
            attribution_read(report, sentence, i, attribution))
            return true;
    }
    return false;
}

// "According to NAME, ..." and "..., according to NAME."
static bool take_according(struct reading *reading, const struct sentence *sentence, size_t least,
                           size_t limit, struct said *said)
{
    size_t at = said->attribution.to;
    if (is_mark(reading, at, ',') && said->attribution.from <= least + 1) {
        said->attribution.to = at + 1;
        said->attribution.has_that = true;
        return take_clause_after(reading, sentence, limit, said);
    }
    if (take_quotation_before(reading, sentence, said))
        return true;
    size_t to = said->attribution.from;
    said->from = least;
    said->to = to > least && is_mark(reading, to - 1, ',') ? to - 1 : to;
    said->form = FORM_REPORTED;
    return said->to > said->from + 2;
}

static bool take_words(struct reading *reading, const struct sentence *sentence, size_t least,
                       size_t limit, struct said *said)
{
    if (prose_is_word(&reading->report.prose, said->attribution.verb, "according"))
        return take_according(reading, sentence, least, limit, said);
    if (take_quotation_before(reading, sentence, said) ||
        take_quotation_after(reading, sentence, said))
        return true;
    if (take_clause_around(reading, sentence, least, said))
        return true;
    bool ends_here = is_at_end(reading, sentence, said->attribution.to);
    if (!said->attribution.is_inverted && !ends_here &&
        take_clause_after(reading, sentence, limit, said)) {
        cut_circumstances(reading, said);
        return true;
    }
    return take_clause_before(reading, sentence, least, said);
}

// ", while NAME said": what follows is no part of what the one before said.
static bool begins_new_clause(const struct reading *reading, size_t at)
{
    if (is_mark(reading, at - 1, ',') || is_mark(reading, at - 1, ';'))
        return true;
    bool is_joint = prose_is_word(&reading->report.prose, at - 1, "while") ||
                    prose_is_word(&reading->report.prose, at - 1, "but") ||
                    prose_is_word(&reading->report.prose, at - 1, "whereas") ||
                    prose_is_word(&reading->report.prose, at - 1, "and");
    return is_joint && at > 1 && is_mark(reading, at - 2, ',');
}

// The person that the sentence is about, when it says nothing of theirs.
static void note_subject(struct reading *reading, const struct sentence *sentence)
{
    for (size_t i = sentence->from; i < sentence->to && i < sentence->from + SUBJECT_REACH; i++) {
        const struct mention *mention = report_mention(&reading->report, i);
        if (report_is_quoted(&reading->report, i))
            return;
        if (mention && mention->kind == MENTION_PERSON &&
            !report_is_possessive(&reading->report, mention->to - 1)) {
            reading->last_person = mention->index;
            return;
        }
    }
}

// What several said together is a statement of each.
static void add_others(struct reading *reading, const struct said *said)
{
    for (size_t i = said->attribution.other_count; i > 0; i--) {
        struct said *other = LIST_ADD(&reading->said, struct said);
        *other = *said;
        other->attribution.speaker = said->attribution.others[i - 1];
    }
}

// All statements of one sentence. Result: the index of the last sentence that was used up.
static size_t read_sentence(struct reading *reading, size_t index)
{
    const struct sentence *sentence = sentence_at(reading, index);
    struct said said = {0};
    size_t least = sentence->from;
    size_t last = index;
    bool has_one = find_attribution(reading, sentence, sentence->from, &said.attribution);
    if (!has_one)
        note_subject(reading, sentence);
    while (has_one) {
        struct attribution next;
        bool has_next = find_attribution(reading, sentence, said.attribution.verb + 1, &next);
        size_t limit = has_next && next.from > said.attribution.to ? next.from : sentence->to;
        bool is_nested = has_next && said.attribution.has_that && limit < sentence->to &&
                         !begins_new_clause(reading, limit);
        if (is_nested)
            limit = sentence->to;
        if (resolve_speaker(reading, &said.attribution.speaker) &&
            take_words(reading, sentence, least, limit, &said)) {
            take_following(reading, index, &said);
            remember_speaker(reading, &said.attribution.speaker);
            *LIST_ADD(&reading->said, struct said) = said;
            add_others(reading, &said);
            last = said.sentence > last ? said.sentence : last;
            least = said.to > said.attribution.to ? said.to : said.attribution.to;
        }
        has_one = has_next && !is_nested;
        said = (struct said){.attribution = next};
    }
    return last;
}

static void count_characters(struct reading *reading)
{
    const struct prose *prose = &reading->report.prose;
    reading->characters = ARENA_ARRAY(reading->report.arena, size_t, prose->count + 1);
    size_t characters = 0;
    size_t at = 0;
    for (size_t i = 0; i <= prose->count; i++) {
        for (; at < prose->tokens[i].at; at++)
            characters += (prose->text.bytes[at] & 0xC0) != 0x80 ? 1 : 0;
        reading->characters[i] = characters;
    }
}

static size_t characters_in(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += (text.bytes[i] & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

// Ranges stand in any order, so the line is searched for in the table of lines.
static void place_range(const struct list *lines, struct text_range *range)
{
    size_t low = 0;
    size_t high = lines->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (*LIST_AT(lines, size_t, middle) <= range->from)
            low = middle;
        else
            high = middle;
    }
    range->line = low + 1;
    range->column = range->from - *LIST_AT(lines, size_t, low) + 1;
}

// Characters before each line.
static struct list line_starts(struct str text, struct arena *arena)
{
    struct list lines = LIST_MAKE(arena, size_t);
    *LIST_ADD(&lines, size_t) = 0;
    size_t characters = 0;
    for (size_t i = 0; i < text.length; i++) {
        characters += (text.bytes[i] & 0xC0) != 0x80 ? 1 : 0;
        if (text.bytes[i] == '\n')
            *LIST_ADD(&lines, size_t) = characters;
    }
    return lines;
}

static struct text_range range_of(const struct reading *reading, size_t from, size_t to)
{
    struct str text = prose_range(&reading->report.prose, from, to);
    struct text_range range = {.from = reading->characters[from],
                               .text = prose_flat(text, reading->report.arena)};
    range.to = range.from + characters_in(text);
    place_range(&reading->lines, &range);
    return range;
}

// The weekday before or on the report's day; a date without year in the year that makes it past.
static struct str resolve_date(const struct reading *reading, const struct circumstances *c)
{
    struct date date = c->date;
    const struct date *own = &reading->date;
    struct arena *arena = reading->report.arena;
    bool is_known = own->year != 0 && own->month != 0 && own->day != 0;
    if (c->date_text.length == 0)
        return STR("");
    if (c->has_days_back || (date.month == 0 && date.weekday != 0)) {
        if (!is_known)
            return STR("");
        int64_t day = date_first_day(own) - c->days_back;
        // 1970-01-01 was a Thursday, the fourth day of the week.
        int64_t back = c->has_days_back ? 0 : ((day + 3) % 7 - (date.weekday - 1) + 7) % 7;
        date = date_of_day_number(day - back);
        return date_iso(&date, arena);
    }
    if (date.month == 0)
        return STR("");
    if (date.year == 0 && is_known) {
        date.year = own->year;
        date.year -= date_first_day(&date) > date_first_day(own) + 31 ? 1 : 0;
    }
    return date_iso(&date, arena);
}

static void add_about(const struct reading *reading, const struct said *said,
                      struct statement *statement)
{
    struct list about = LIST_MAKE(reading->report.arena, struct str);
    size_t end = sentence_at(reading, said->sentence)->to;
    size_t from = said->from < said->attribution.from ? said->from : said->attribution.from;
    for (size_t i = 0; i < reading->documents.count; i++) {
        const struct matter_document *document =
            LIST_AT(&reading->documents, struct matter_document, i);
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

static void add_quotes(const struct reading *reading, const struct said *said,
                       struct statement *statement)
{
    struct list quotes = LIST_MAKE(reading->report.arena, struct text_range);
    size_t i = said->from;
    while (i < said->to && quotes.count < QUOTES_MAX) {
        if (!report_is_quoted(&reading->report, i)) {
            i++;
            continue;
        }
        const struct quotation *quotation = quotation_in(reading, i);
        bool has_comma =
            is_mark(reading, quotation->to - 1, ',') && quotation->to > quotation->from + 1;
        *LIST_ADD(&quotes, struct text_range) =
            range_of(reading, quotation->from, quotation->to - (has_comma ? 1 : 0));
        i = quotation->to;
    }
    statement->quotes = LIST_ITEMS(&quotes, struct text_range);
    statement->quote_count = quotes.count;
}

static struct str verb_of(const struct reading *reading, const struct said *said)
{
    struct str verb = prose_word(&reading->report.prose, said->attribution.verb);
    return str_equal_ignoring_case(verb, STR("according")) ? STR("according to") : verb;
}

// The words without the attribution that may stand inside.
static struct str words_said(const struct reading *reading, const struct said *said,
                             const struct statement *statement)
{
    const struct prose *prose = &reading->report.prose;
    if (said->has_gap) {
        struct str before = prose_range(prose, said->from, said->attribution.from - 1);
        struct str after = prose_range(prose, said->attribution.to + 1, said->to);
        return prose_flat(
            arena_print(reading->report.arena, "%.*s %.*s", STR_ARGS(before), STR_ARGS(after)),
            reading->report.arena);
    }
    if (statement->form != FORM_DIRECT || statement->quote_count < 2)
        return statement->range.text;
    struct builder words = builder_make(reading->report.arena);
    for (size_t i = 0; i < statement->quote_count; i++) {
        if (i > 0)
            builder_add_c(&words, " … "); // the attribution stood there
        builder_add(&words, statement->quotes[i].text);
    }
    return builder_str(&words);
}

static struct str capacity_of(const struct reading *reading,
                              const struct attributed_speaker *speaker)
{
    if (speaker->capacity.length > 0 || speaker->kind != SPEAKER_PERSON)
        return speaker->capacity;
    const struct person *person = LIST_AT(&reading->report.persons, struct person, speaker->person);
    return person->roles.count > 0 ? *LIST_AT(&person->roles, struct str, 0) : STR("");
}

static void finish_statement(const struct reading *reading, const struct said *said,
                             struct statement *statement)
{
    const struct attribution *attribution = &said->attribution;
    *statement = (struct statement){
        .range = range_of(reading, said->from, said->to),
        .form = said->form,
        .speaker = attribution->speaker.name,
        .speaker_kind = attribution->speaker.kind,
        .capacity = capacity_of(reading, &attribution->speaker),
        .verb = verb_of(reading, said),
        .date = resolve_date(reading, &attribution->circumstances),
        .date_text = attribution->circumstances.date_text,
        .place = attribution->circumstances.place,
        .addressee = attribution->circumstances.addressee,
        .channel = attribution->circumstances.channel,
    };
    add_quotes(reading, said, statement);
    add_about(reading, said, statement);
    statement->range.text = words_said(reading, said, statement);
}

static void finish_meetings(const struct reading *reading, struct statements_found *found)
{
    size_t count = reading->meetings.count;
    struct statement_meeting *meetings =
        ARENA_ARRAY(reading->report.arena, struct statement_meeting, count);
    for (size_t i = 0; i < count; i++) {
        const struct matter_meeting *meeting =
            LIST_AT(&reading->meetings, struct matter_meeting, i);
        meetings[i] = (struct statement_meeting){
            .range = range_of(reading, meeting->from, meeting->to),
            .what = meeting->what,
            .format = meeting->format,
            .parties = LIST_ITEMS(&meeting->parties, struct str),
            .party_count = meeting->parties.count,
            .place = meeting->circumstances.place,
            .date = resolve_date(reading, &meeting->circumstances),
            .date_text = meeting->circumstances.date_text,
        };
    }
    found->meetings = meetings;
    found->meeting_count = count;
}

static void finish_documents(const struct reading *reading, struct statements_found *found)
{
    struct list firsts = LIST_MAKE(reading->report.arena, struct statement_document);
    for (size_t i = 0; i < reading->documents.count; i++) {
        const struct matter_document *document =
            LIST_AT(&reading->documents, struct matter_document, i);
        if (document->first == i)
            *LIST_ADD(&firsts, struct statement_document) = (struct statement_document){
                range_of(reading, document->from, document->to), document->name};
    }
    found->documents = LIST_ITEMS(&firsts, struct statement_document);
    found->document_count = firsts.count;
}

static void finish_persons(const struct reading *reading, struct statements_found *found)
{
    size_t count = reading->report.persons.count;
    struct statement_person *persons =
        ARENA_ARRAY(reading->report.arena, struct statement_person, count);
    for (size_t i = 0; i < count; i++) {
        const struct person *person = LIST_AT(&reading->report.persons, struct person, i);
        persons[i] = (struct statement_person){person->name, LIST_ITEMS(&person->roles, struct str),
                                               person->roles.count, 0};
    }
    for (size_t i = 0; i < reading->report.mentions.count; i++) {
        const struct mention *mention = LIST_AT(&reading->report.mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON)
            persons[mention->index].mentions++;
    }
    found->persons = persons;
    found->person_count = count;
}

// The report's date: given, or a full date that begins a line or stands in the dateline, or in the
// file's name, or the latest in the text.
static void find_date(struct reading *reading, struct str source, const struct date *given)
{
    const struct prose *prose = &reading->report.prose;
    struct date latest = {0};
    if (given) {
        reading->date = *given;
        return;
    }
    for (size_t i = 0; i < prose->count; i++) {
        struct date date;
        size_t count = date_read(prose, i, false, &date);
        bool is_full = count > 0 && date.year != 0 && date.day != 0 && !date.is_impossible;
        if (!is_full || report_is_quoted(&reading->report, i))
            continue;
        if (prose_token(prose, i)->begins_line || i < 12) {
            reading->date = date;
            return;
        }
        if (latest.year == 0 || date_first_day(&date) > date_first_day(&latest))
            latest = date;
        i += count - 1;
    }
    struct prose name;
    struct error ignored;
    if (prose_read(source, source, LINES_WRAP, prose->vocabulary, reading->report.arena, &name,
                   &ignored))
        for (size_t i = 0; i < name.count; i++) {
            struct date date;
            if (date_read(&name, i, false, &date) > 0 && date.year != 0 && date.day != 0 &&
                !date.is_impossible) {
                reading->date = date;
                return;
            }
        }
    reading->date = latest;
}

static struct str find_author(const struct reading *reading)
{
    for (size_t i = 0; i < reading->report.mentions.count; i++) {
        const struct mention *mention = LIST_AT(&reading->report.mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON && mention->from > 0 &&
            prose_is_word(&reading->report.prose, mention->from - 1, "by") &&
            prose_token(&reading->report.prose, mention->from - 1)->begins_line)
            return LIST_AT(&reading->report.persons, struct person, mention->index)->name;
    }
    return STR("");
}

static void finish(struct reading *reading, struct statements_found *found)
{
    struct arena *arena = reading->report.arena;
    size_t count = reading->said.count;
    struct statement *items = ARENA_ARRAY(arena, struct statement, count);
    for (size_t i = 0; i < count; i++)
        finish_statement(reading, LIST_AT(&reading->said, struct said, i), &items[i]);
    *found = (struct statements_found){.items = items, .count = count, .date = reading->date};
    finish_persons(reading, found);
    finish_meetings(reading, found);
    finish_documents(reading, found);
    found->bodies = LIST_ITEMS(&reading->report.bodies, struct str);
    found->body_count = reading->report.bodies.count;
    found->author = find_author(reading);
}

bool statements_read(struct str source, struct str text, const struct date *given,
                     struct arena *arena, struct statements_found *found, struct error *error)
{
    struct reading reading = {.last_person = REPORT_NONE,
                              .said = LIST_MAKE(arena, struct said),
                              .documents = LIST_MAKE(arena, struct matter_document),
                              .meetings = LIST_MAKE(arena, struct matter_meeting)};
    if (!report_read(source, text, arena, &reading.report, error))
        return false;
    find_date(&reading, source, given);
    matters_find_documents(&reading.report, &reading.documents);
    matters_find_meetings(&reading.report, &reading.meetings);
    count_characters(&reading);
    reading.lines = line_starts(text, arena);
    for (size_t i = 0; i < reading.report.sentences.count; i++)
        i = read_sentence(&reading, i);
    finish(&reading, found);
    return true;
}
