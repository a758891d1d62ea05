// SPDX-License-Identifier: Apache-2.0
#include "statements/attribution.h"

#define APPOSITION_MAX 24 // tokens between a name and its verb

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return prose_is_word(&report->prose, i, word);
}

static bool has_class(const struct report *report, size_t i, uint32_t classes)
{
    return prose_has_class(&report->prose, i, classes);
}

static bool is_mark(const struct report *report, size_t i, uint32_t code_point)
{
    return prose_is_mark(&report->prose, i, code_point);
}

static bool is_pronoun(const struct report *report, size_t i)
{
    static const char *const pronouns[] = {"he", "she", "they", "it"};
    for (size_t k = 0; k < sizeof pronouns / sizeof pronouns[0]; k++)
        if (is_word(report, i, pronouns[k]))
            return true;
    return false;
}

// Words between subject and verb that change nothing: "has also", "later".
static bool is_between(const struct report *report, size_t i)
{
    static const char *const words[] = {"has",     "have",    "had",     "also",    "later",
                                        "then",    "earlier", "again",   "further", "meanwhile",
                                        "however", "himself", "herself", "too",     "both",
                                        "all",     "who"};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (is_word(report, i, words[k]))
            return true;
    return prose_token(&report->prose, i)->kind == TOKEN_WORD &&
           !prose_token(&report->prose, i)->is_capital &&
           str_ends_with(prose_word(&report->prose, i), STR("ly"));
}

// "was told", "to say", "would say", "did not say": nobody has said anything.
static bool is_no_act(const struct report *report, size_t before)
{
    static const char *const words[] = {"is",     "are",   "was", "were",  "be",   "been",
                                        "being",  "to",    "not", "would", "will", "could",
                                        "should", "might", "may", "can",   "must"};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (is_word(report, before, words[k]))
            return true;
    return false;
}

static void set_person(const struct report *report, size_t index,
                       struct attributed_speaker *speaker)
{
    speaker->kind = SPEAKER_PERSON;
    speaker->person = index;
    speaker->name = LIST_AT(&report->persons, struct person, index)->name;
}

// The only person whose role has this noun: "the envoy said".
static size_t person_with_role(const struct report *report, struct str noun)
{
    size_t found = REPORT_NONE;
    for (size_t i = 0; i < report->persons.count; i++) {
        const struct person *person = LIST_AT(&report->persons, struct person, i);
        for (size_t k = 0; k < person->roles.count; k++) {
            if (!str_contains(*LIST_AT(&person->roles, struct str, k), noun))
                continue;
            if (found != REPORT_NONE && found != i)
                return REPORT_NONE;
            found = i;
        }
    }
    return found;
}

static bool is_unnamed_noun(const struct report *report, size_t i)
{
    static const char *const nouns[] = {
        "source",          "sources",    "delegation", "delegations", "authorities", "police",
        "military",        "statement",  "mediators",  "negotiators", "spokesmen",   "people",
        "aides",           "advisers",   "advisors",   "ambassadors", "envoys",      "document",
        "report",          "communique", "text",       "letter",      "mission",     "rebels",
        "sides",           "parties",    "side",       "teams",       "team",        "readout",
        "representatives", "experts",    "observers",  "leadership",  "ministries",  "agencies",
        "insiders"};
    if (prose_token(&report->prose, i)->kind != TOKEN_WORD ||
        prose_token(&report->prose, i)->is_capital)
        return false;
    for (size_t k = 0; k < sizeof nouns / sizeof nouns[0]; k++)
        if (is_word(report, i, nouns[k]))
            return true;
    return has_class(report, i, CLASS_ROLE | CLASS_BODY);
}

// "the delegation of the Northern Command": the noun before "of" speaks. Result: where it begins.
static size_t take_noun_of(const struct report *report, size_t from, size_t to, size_t least,
                           struct attributed_speaker *speaker)
{
    bool is_linked =
        from > least + 1 && (is_word(report, from - 1, "of") || is_word(report, from - 1, "for") ||
                             is_word(report, from - 1, "from"));
    if (!is_linked || !is_unnamed_noun(report, from - 2))
        return from;
    bool is_person = has_class(report, from - 2, CLASS_ROLE);
    size_t start = from - 2;
    while (start > least && (has_class(report, start - 1, CLASS_DETERMINER | CLASS_CARDINAL) ||
                             is_word(report, start - 1, "senior")))
        start--;
    speaker->kind = is_person ? SPEAKER_UNNAMED : SPEAKER_BODY;
    speaker->name = report_words(report, start, to);
    return start;
}

// A mention with the role before it. Result: where the whole begins.
static size_t take_mention(const struct report *report, const struct mention *mention, size_t least,
                           struct attributed_speaker *speaker)
{
    size_t from = mention->from;
    if (mention->kind == MENTION_PERSON) {
        set_person(report, mention->index, speaker);
        from = report_role_before(report, mention->from, least);
        speaker->capacity =
            from < mention->from ? report_words(report, from, mention->from) : STR("");
        return from;
    }
    speaker->kind = SPEAKER_BODY;
    speaker->person = REPORT_NONE;
    while (from > least &&
           (has_class(report, from - 1, CLASS_DETERMINER) || report_is_nation(report, from - 1)))
        from--;
    speaker->name = report_words(report, from, mention->to);
    return take_noun_of(report, from, mention->to, least, speaker);
}

static bool is_phrase_word(const struct report *report, size_t i)
{
    const struct token *token = prose_token(&report->prose, i);
    if (token->kind == TOKEN_NUMBER)
        return true;
    return token->kind == TOKEN_WORD &&
           !has_class(report, i,
                      CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONNECTIVE | CLASS_SAYING |
                          CLASS_STRESSING) &&
           !is_word(report, i, "and") && !is_word(report, i, "but") && !is_word(report, i, "or");
}

// "the Greens", "the Houthis": a name of many that no table knows.
static bool take_collective(const struct report *report, size_t end, size_t least,
                            struct attributed_speaker *speaker)
{
    const struct token *name = prose_token(&report->prose, end - 1);
    if (end < least + 2 || !is_word(report, end - 2, "the") || !name->is_capital ||
        name->kind != TOKEN_WORD)
        return false;
    speaker->kind = SPEAKER_BODY;
    speaker->person = REPORT_NONE;
    speaker->name = prose_word(&report->prose, end - 1);
    return true;
}

// A person named inside the phrase: "President NAME of Karuna".
static void take_person_inside(const struct report *report, size_t from, size_t end,
                               struct attributed_speaker *speaker)
{
    for (size_t i = from; i < end; i++) {
        const struct mention *mention = report_mention(report, i);
        if (!mention || mention->kind != MENTION_PERSON ||
            report_is_possessive(report, mention->to - 1))
            continue;
        speaker->capacity = report_words(report, from, mention->from);
        set_person(report, mention->index, speaker);
        return;
    }
}

// "two senior diplomats", "a spokesman for the mission" that ends before token `end`.
static size_t take_unnamed(const struct report *report, size_t end, size_t least,
                           struct attributed_speaker *speaker)
{
    size_t from = report_role_before(report, end, least);
    if (from == end) {
        if (take_collective(report, end, least, speaker))
            return end - 2;
        if (!is_unnamed_noun(report, end - 1))
            return end;
        from = end;
        while (from > least && is_phrase_word(report, from - 1) && end - from < 8) {
            from--;
            if (has_class(report, from, CLASS_DETERMINER))
                break;
        }
    }
    speaker->kind = has_class(report, end - 1, CLASS_BODY) ? SPEAKER_BODY : SPEAKER_UNNAMED;
    speaker->person = REPORT_NONE;
    speaker->name = report_words(report, from, end);
    bool is_definite = is_word(report, from, "the") && end == from + 2;
    size_t person =
        is_definite ? person_with_role(report, prose_word(&report->prose, end - 1)) : REPORT_NONE;
    if (person != REPORT_NONE) {
        speaker->capacity = speaker->name;
        set_person(report, person, speaker);
    }
    take_person_inside(report, from, end, speaker);
    return from;
}

// A speaker that ends right before token `end`: a name, a body, a country, a pronoun, a common noun.
static size_t take_speaker(const struct report *report, size_t end, size_t least,
                           struct attributed_speaker *speaker)
{
    if (end <= least || report_is_quoted(report, end - 1))
        return end;
    const struct mention *mention = report_mention(report, end - 1);
    if (mention && mention->to == end)
        return take_mention(report, mention, least, speaker);
    if (is_pronoun(report, end - 1)) {
        *speaker = (struct attributed_speaker){
            .person = REPORT_NONE, .name = prose_word(&report->prose, end - 1), .is_pronoun = true};
        return end - 1;
    }
    if (has_class(report, end - 1, CLASS_NATION) &&
        prose_token(&report->prose, end - 1)->is_capital) {
        speaker->kind = SPEAKER_BODY;
        speaker->person = REPORT_NONE;
        size_t from =
            end -
            (is_word(report, end - 1, "States") || is_word(report, end - 1, "Kingdom") ? 2 : 1);
        from -= from > least && is_word(report, from - 1, "the") ? 1 : 0;
        speaker->name = report_words(report, from, end);
        return from;
    }
    return take_unnamed(report, end, least, speaker);
}

// "NAME, the envoy, said" and "The envoy, NAME, said": `comma` is the one before the verb.
static size_t take_apposed(const struct report *report, size_t comma, size_t least,
                           struct attributed_speaker *speaker)
{
    const struct mention *mention = comma > 0 ? report_mention(report, comma - 1) : NULL;
    if (mention && mention->kind == MENTION_PERSON && mention->to == comma &&
        mention->from > least && is_mark(report, mention->from - 1, ',')) {
        size_t end = mention->from - 1;
        size_t from = report_role_before(report, end, least);
        if (from < end) {
            set_person(report, mention->index, speaker);
            speaker->capacity = report_words(report, from, end);
            return from;
        }
    }
    for (size_t i = comma; i > least && comma - i < APPOSITION_MAX; i--) {
        if (!is_mark(report, i - 1, ',') || i - 1 == comma)
            continue;
        size_t from = take_speaker(report, i - 1, least, speaker);
        if (from == i - 1)
            return comma;
        size_t role = report_role_after(report, i);
        if (role == comma && speaker->capacity.length == 0)
            speaker->capacity = report_words(report, i, role);
        return from;
    }
    return comma;
}

// Where a clause can begin: the start, after a comma, a quotation, or a joining word.
static bool begins_clause(const struct report *report, const struct sentence *sentence, size_t at)
{
    static const char *const joints[] = {"and",     "but",    "while", "as",       "because",
                                         "after",   "before", "that",  "although", "though",
                                         "whereas", "when",   "which"};
    if (at <= sentence->from || is_mark(report, at - 1, ',') || is_mark(report, at - 1, ';') ||
        is_mark(report, at - 1, ':') || report_closes_quote(report, at - 1) ||
        is_mark(report, at - 1, 0x2014) || is_mark(report, at - 1, 0x2013) ||
        is_mark(report, at - 1, ')') || is_mark(report, at - 1, '.'))
        return true;
    for (size_t k = 0; k < sizeof joints / sizeof joints[0]; k++)
        if (is_word(report, at - 1, joints[k]))
            return true;
    return false;
}

// "A, B and NAME said": the persons in the row before the last one. Result: where the row begins.
static size_t take_others(const struct report *report, size_t from, size_t least,
                          struct attribution *attribution)
{
    while (attribution->other_count < OTHER_SPEAKERS_MAX && from > least + 1) {
        size_t end = from;
        end -= is_word(report, end - 1, "and") ? 1 : 0;
        end -= end > least && is_mark(report, end - 1, ',') ? 1 : 0;
        const struct mention *mention =
            end < from && end > least ? report_mention(report, end - 1) : NULL;
        if (!mention || mention->kind != MENTION_PERSON || mention->to != end ||
            report_is_possessive(report, end - 1))
            break;
        struct attributed_speaker other = {.person = REPORT_NONE};
        size_t start = take_mention(report, mention, least, &other);
        attribution->others[attribution->other_count++] = other;
        from = start;
    }
    return from;
}

// Where the subject ends when circumstances stand between it and the verb: "The ministry on Monday said".
static size_t before_circumstances(const struct report *report, size_t least, size_t verb,
                                   struct circumstances *circumstances)
{
    size_t end = verb;
    for (size_t at = verb; at > least + 1 && verb - at < 8; at--) {
        struct circumstances found = {0};
        if (circumstances_read(report, at - 1, verb, &found) == verb) {
            *circumstances = found;
            end = at - 1;
        }
    }
    return end;
}

// "was quoted by an agency as saying": where "was" stands.
static size_t before_quoted(const struct report *report, size_t least, size_t verb)
{
    if (verb < least + 3 || !is_word(report, verb, "saying") || !is_word(report, verb - 1, "as"))
        return verb;
    for (size_t i = verb - 2; i > least && verb - i < 12; i--)
        if (is_word(report, i, "quoted") || is_word(report, i, "cited"))
            return has_class(report, i - 1, CLASS_AUXILIARY) ? i - 1 : i;
    return verb;
}

static bool find_subject_before(const struct report *report, const struct sentence *sentence,
                                size_t verb, struct attribution *attribution)
{
    size_t end = before_quoted(report, sentence->from, verb);
    while (end > sentence->from && is_between(report, end - 1))
        end--;
    if (end > sentence->from && is_no_act(report, end - 1))
        return false;
    end = before_circumstances(report, sentence->from, end, &attribution->circumstances);
    size_t from;
    if (end > sentence->from && is_mark(report, end - 1, ',') &&
        !report_is_quoted(report, end - 1)) {
        size_t comma = end - 1;
        from = take_apposed(report, comma, sentence->from, &attribution->speaker);
        if (from == comma)
            return false;
    } else {
        from = take_speaker(report, end, sentence->from, &attribution->speaker);
        if (from == end)
            return false;
    }
    if (attribution->speaker.kind == SPEAKER_PERSON && !attribution->speaker.is_pronoun)
        from = take_others(report, from, sentence->from, attribution);
    if (attribution->speaker.kind != SPEAKER_PERSON && !begins_clause(report, sentence, from) &&
        !(has_class(report, from - 1, CLASS_DETERMINER)))
        return false;
    attribution->from = from;
    return true;
}

// "said Peskov", "said Kirill Dmitriev, the envoy": only behind what was said.
static bool find_subject_after(const struct report *report, const struct sentence *sentence,
                               size_t verb, struct attribution *attribution, size_t *end)
{
    bool follows_quote = verb > sentence->from && report_closes_quote(report, verb - 1);
    bool follows_comma = verb > sentence->from + 3 && is_mark(report, verb - 1, ',');
    if (!follows_quote && (!follows_comma || is_word(report, verb, "told")))
        return false;
    struct attributed_speaker *speaker = &attribution->speaker;
    for (size_t i = verb + 1; i < sentence->to && i < verb + 14; i++) {
        const struct mention *mention = report_mention(report, i);
        if (is_mark(report, i, ',') || report_opens_quote(report, i))
            break;
        if (!mention || mention->from != i)
            continue;
        bool is_body_in_role = mention->kind == MENTION_BODY &&
                               report_mention(report, mention->to) == NULL &&
                               report_role_before(report, mention->to + 1, verb + 1) <= i &&
                               has_class(report, mention->to, CLASS_ROLE);
        if (is_body_in_role)
            continue;
        size_t from = take_mention(report, mention, verb + 1, speaker);
        if (from > verb + 1 && !has_class(report, verb + 1, CLASS_DETERMINER | CLASS_NATION))
            continue;
        *end = mention->to;
        size_t role = is_mark(report, *end, ',') ? report_role_after(report, *end + 1) : *end;
        if (role > *end + 1 && mention->kind == MENTION_PERSON) {
            speaker->capacity = report_words(report, *end + 1, role);
            *end = role;
        }
        attribution->from = verb;
        return true;
    }
    for (size_t i = verb + 2; i < sentence->to && i < verb + 10; i++) {
        bool ends = is_mark(report, i, ',') || prose_is_sentence_end(&report->prose, i) ||
                    has_class(report, i, CLASS_PREPOSITION | CLASS_CONNECTIVE);
        if (!ends || is_word(report, i, "for") || is_word(report, i, "of"))
            continue;
        if (take_unnamed(report, i, verb + 1, speaker) != verb + 1)
            break;
        attribution->from = verb;
        *end = i;
        const struct mention *name = is_mark(report, i, ',') ? report_mention(report, i + 1) : NULL;
        if (name && name->kind == MENTION_PERSON && speaker->kind != SPEAKER_PERSON) {
            speaker->capacity = speaker->name; // said the ministry's spokesman, NAME
            set_person(report, name->index, speaker);
            *end = name->to;
        }
        return true;
    }
    return false;
}

static bool is_thing_said_next(const struct report *report, size_t at)
{
    return is_word(report, at, "that") || is_mark(report, at, ':') ||
           report_opens_quote(report, at) ||
           (is_mark(report, at, ',') && report_opens_quote(report, at + 1));
}

bool attribution_read(const struct report *report, const struct sentence *sentence, size_t verb,
                      struct attribution *attribution)
{
    *attribution = (struct attribution){.verb = verb, .speaker.person = REPORT_NONE};
    attribution->is_weak = !has_class(report, verb, CLASS_SAYING);
    size_t after = verb + 1;
    if (!find_subject_before(report, sentence, verb, attribution)) {
        attribution->speaker = (struct attributed_speaker){.person = REPORT_NONE};
        attribution->circumstances = (struct circumstances){0};
        if (!find_subject_after(report, sentence, verb, attribution, &after))
            return false;
        attribution->is_inverted = true;
    }
    circumstances_read(report, sentence->from, attribution->from, &attribution->circumstances);
    after = circumstances_read(report, after, sentence->to, &attribution->circumstances);
    attribution->has_that = is_thing_said_next(report, after);
    attribution->to =
        after + (is_word(report, after, "that") || is_mark(report, after, ':') ||
                         (is_mark(report, after, ',') && report_opens_quote(report, after + 1))
                     ? 1
                     : 0);
    return true;
}

bool attribution_read_according(const struct report *report, const struct sentence *sentence,
                                size_t at, struct attribution *attribution)
{
    *attribution = (struct attribution){.from = at, .verb = at, .speaker.person = REPORT_NONE};
    if (!is_word(report, at, "according") || !is_word(report, at + 1, "to"))
        return false;
    for (size_t end = at + 3; end <= sentence->to && end < at + 16; end++) {
        bool ends = is_mark(report, end, ',') || prose_is_sentence_end(&report->prose, end) ||
                    end == sentence->to || is_word(report, end, "on") || is_word(report, end, "in");
        if (!ends)
            continue;
        size_t from = take_speaker(report, end, at + 2, &attribution->speaker);
        if (from == end || (from > at + 2 && !has_class(report, at + 2, CLASS_DETERMINER)))
            continue;
        if (attribution->speaker.is_pronoun)
            return false;
        attribution->to =
            circumstances_read(report, end, sentence->to, &attribution->circumstances);
        return true;
    }
    return false;
}
