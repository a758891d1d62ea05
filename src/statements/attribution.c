// SPDX-License-Identifier: Apache-2.0
// A verb attributes when a phrase that can speak fills the words before it from the start of a clause
// on, or, behind what was said, the words after it.
#include "statements/attribution.h"

#define SUBJECT_MAX 48                 // tokens from the start of a subject to its verb
#define AIM_REACH 10                   // tokens behind "urged" in which "to" must come
#define GERUND_REACH 12                // tokens from "with" to "saying"
#define FEELING_MAX 6                  // tokens of "the strong hope" before "that"
#define UNKNOWN_VERB_REACH ((size_t)8) // tokens of a subject that runs on into its verb

static bool is_word(const struct report *report, size_t i, const char *word)
{
    return report_is_word(report, i, word);
}

// Words between subject and verb that change nothing: "has also", "later", "repeatedly".
static bool is_modifier(const struct report *report, size_t i)
{
    return report_has_kind(report, i, KIND_MODIFIER) ||
           (prose_token(&report->prose, i)->kind == TOKEN_WORD && !report_is_capital(report, i) &&
            str_ends_with(prose_word(&report->prose, i), STR("ly")));
}

static size_t before_modifiers(const struct report *report, size_t least, size_t verb)
{
    while (verb > least && is_modifier(report, verb - 1))
        verb--;
    return verb;
}

// Where a clause can begin: the start, after a comma, a quotation, or a joining word.
static bool begins_clause(const struct report *report, const struct sentence *sentence, size_t at)
{
    static const uint32_t marks[] = {',', ';', ':', ')', '.', 0x2014, 0x2013, '-', '?', '!'};
    if (at <= sentence->from || report_closes_quote(report, at - 1))
        return true;
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++)
        if (report_is_mark(report, at - 1, marks[k]))
            return true;
    return report_has_kind(report, at - 1, KIND_JOINT);
}

// "Meanwhile, on Sunday the": where the subject begins behind what may lead a clause.
static size_t skip_leading(const struct report *report, size_t at, size_t limit,
                           struct circumstances *circumstances)
{
    size_t start;
    do {
        start = at;
        at = circumstances_read(report, at, limit, circumstances);
        bool leads = report_has_kind(report, at, KIND_LEADING) &&
                     !report_has_kind(report, at + 1, KIND_SAYING);
        bool is_adverb =
            str_ends_with(prose_word(&report->prose, at), STR("ly")) && !report_mention(report, at);
        bool counts = report_has_kind(report, at, KIND_PEOPLE); // "both delegations"
        if (leads || (((is_modifier(report, at) && !counts) || is_adverb) && at + 1 < limit))
            at++;
        if (is_word(report, at, "speaking") || is_word(report, at, "writing"))
            at++;
        at = circumstances_read(report, at, limit, circumstances);
        if (at > start && report_is_mark(report, at, ','))
            at++;
    } while (at > start && at < limit);
    return at;
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

// "NAME, in a post on Monday, wrote": circumstances between commas within the subject.
static void read_asides(const struct report *report, size_t from, size_t end,
                        struct circumstances *circumstances)
{
    for (size_t i = from; i + 1 < end; i++)
        if (report_is_mark(report, i, ','))
            circumstances_read(report, i + 1, end, circumstances);
}

// The subject that fills the words before token `end`, from the start of a clause on.
static bool find_subject(const struct report *report, const struct sentence *sentence, size_t end,
                         struct attribution *attribution)
{
    size_t least = end > sentence->from + SUBJECT_MAX ? end - SUBJECT_MAX : sentence->from;
    for (size_t at = least; at < end; at++) {
        if (report_is_quoted(report, at) || !begins_clause(report, sentence, at))
            continue;
        struct circumstances leading = {0};
        size_t start = skip_leading(report, at, end, &leading);
        bool found = speakers_fill(report, at, end, &attribution->speakers);
        if (!found && start > at && speakers_fill(report, start, end, &attribution->speakers)) {
            found = true;
            attribution->circumstances = leading;
        }
        if (!found)
            continue;
        attribution->from = at;
        read_asides(report, at, end, &attribution->circumstances);
        return true;
    }
    return false;
}

static bool find_subject_before(const struct report *report, const struct sentence *sentence,
                                size_t verb, struct attribution *attribution)
{
    size_t end = before_modifiers(report, sentence->from, verb);
    if (end > sentence->from && report_has_kind(report, end - 1, KIND_NEGATION))
        return false;
    if (find_subject(report, sentence, end, attribution))
        return true;
    struct circumstances between = {0};
    size_t before = before_circumstances(report, sentence->from, end, &between);
    if (before == end || !find_subject(report, sentence, before, attribution))
        return false;
    attribution->circumstances = between;
    return true;
}

static bool is_verb_like(const struct report *report, size_t i)
{
    const struct token *token = prose_token(&report->prose, i);
    return token->kind == TOKEN_WORD && !token->is_capital && !report_is_quoted(report, i) &&
           !report_has_class(report, i, CLASS_PREPOSITION | CLASS_DETERMINER) &&
           !report_has_kind(report, i, KIND_JOINT | KIND_KNOWING) && !is_word(report, i, "of");
}

// The subject whose phrase runs on into a verb that no table knows: "One diplomat put it this way".
static size_t subject_before_unknown_verb(const struct report *report, size_t at, size_t limit,
                                          struct speakers *speakers)
{
    size_t end = at + UNKNOWN_VERB_REACH < limit ? at + UNKNOWN_VERB_REACH : limit;
    for (; end > at; end--)
        if (is_verb_like(report, end) && speakers_fill(report, at, end, speakers))
            return end;
    return at;
}

size_t attribution_subject(const struct report *report, const struct sentence *sentence,
                           struct speakers *speakers)
{
    struct circumstances ignored = {0};
    size_t at = skip_leading(report, sentence->from, sentence->to, &ignored);
    struct speaker first;
    size_t natural = speaker_read(report, at, sentence->to, &first);
    for (size_t end = natural; natural > at && end < sentence->to && end < at + SUBJECT_MAX; end++)
        if (is_verb_like(report, end) && speakers_fill(report, at, end, speakers))
            return end;
    size_t verb = subject_before_unknown_verb(report, at, sentence->to, speakers);
    return verb > at ? verb : sentence->from;
}

// "... and warned", "..., adding that": the subject is that of the sentence.
static bool takes_same_subject(const struct report *report, const struct sentence *sentence,
                               size_t verb)
{
    if (verb <= sentence->from + 1)
        return false;
    bool is_gerund = report_has_kind(report, verb, KIND_GERUND);
    size_t before = is_gerund ? verb : before_modifiers(report, sentence->from, verb);
    if (before <= sentence->from)
        return false;
    bool after_joint = is_word(report, before - 1, "and") || is_word(report, before - 1, "but") ||
                       is_word(report, before - 1, "then");
    if (!is_gerund)
        return after_joint;
    return after_joint || report_is_mark(report, before - 1, ',') ||
           report_closes_quote(report, before - 1) || is_word(report, before - 1, "by") ||
           is_word(report, before - 1, "before") || is_word(report, before - 1, "while") ||
           is_word(report, before - 1, "statement");
}

// "with Washington's envoy saying that"
static bool find_subject_of_gerund(const struct report *report, const struct sentence *sentence,
                                   size_t verb, struct attribution *attribution)
{
    for (size_t at = verb; at > sentence->from && verb - at < GERUND_REACH; at--)
        if (is_word(report, at - 1, "with")) {
            attribution->from = at - 1;
            return speakers_fill(report, at, verb, &attribution->speakers);
        }
    return false;
}

// "said Peskov", "said Kirill Dmitriev, the envoy": only behind what was said.
static bool find_subject_after(const struct report *report, const struct sentence *sentence,
                               size_t verb, struct attribution *attribution, size_t *end)
{
    bool follows_quote = verb > sentence->from && report_closes_quote(report, verb - 1);
    bool follows_comma = verb > sentence->from + 3 && report_is_mark(report, verb - 1, ',');
    bool begins = verb == sentence->from && verb > 0 && report_closes_quote(report, verb - 1);
    follows_comma = follows_comma && report_has_kind(report, verb, KIND_SAYING);
    if ((!follows_quote && !follows_comma && !begins) ||
        report_has_kind(report, verb, KIND_TELLING))
        return false;
    struct speakers *speakers = &attribution->speakers;
    speakers->count = 0;
    size_t at = verb + 1;
    while (speakers->count < SPEAKERS_MAX) {
        struct speaker *speaker = &speakers->items[speakers->count];
        size_t next = speaker_read(report, at, sentence->to, speaker);
        if (next == at || (speaker->is_pronoun && speakers->count > 0))
            break;
        at = speaker_read_apposed(report, next, sentence->to, speaker);
        speakers->count++;
        if (!is_word(report, at, "and") || !report_person_at(report, at + 1))
            break;
        at++;
    }
    attribution->from = verb;
    *end = at;
    return speakers->count > 0;
}

static bool is_thing_said_next(const struct report *report, size_t at)
{
    return is_word(report, at, "that") || report_is_mark(report, at, ':') ||
           report_opens_quote(report, at) ||
           (report_is_mark(report, at, ',') && report_opens_quote(report, at + 1));
}

// "urged both to refrain", "called on the powers to", "vowed to".
static bool has_aim(const struct report *report, size_t verb, size_t limit)
{
    if (!report_has_kind(report, verb, KIND_URGING))
        return false;
    bool is_call = is_word(report, verb, "called") || is_word(report, verb, "calls");
    if (is_call)
        return is_word(report, verb + 1, "on") || is_word(report, verb + 1, "for") ||
               is_word(report, verb + 1, "upon");
    for (size_t i = verb + 1; i < limit && i < verb + AIM_REACH; i++) {
        if (prose_token(&report->prose, i)->kind == TOKEN_MARK)
            return false;
        if (is_word(report, i, "to"))
            return prose_token(&report->prose, i + 1)->kind == TOKEN_WORD &&
                   !report_is_capital(report, i + 1) &&
                   !report_has_class(report, i + 1, CLASS_DETERMINER);
    }
    return false;
}

// "expressed the hope that", "voiced concern that": behind the feeling.
static size_t skip_feeling(const struct report *report, size_t verb, size_t after, size_t limit)
{
    static const char *const verbs[] = {"expressed", "voiced", "reiterated", "repeated",
                                        "conveyed",  "denied", "rejected",   "dismissed",
                                        "made",      "issued", "expresses"};
    bool is_feeling = false;
    for (size_t k = 0; k < sizeof verbs / sizeof verbs[0] && !is_feeling; k++)
        is_feeling = is_word(report, verb, verbs[k]);
    for (size_t i = after; is_feeling && i < limit && i < after + FEELING_MAX; i++) {
        if (prose_token(&report->prose, i)->kind == TOKEN_MARK)
            return after;
        if (is_word(report, i, "that"))
            return i;
    }
    return after;
}

// "noted with concern that", "recalled with regret that": the token of "that", or after.
static size_t skip_manner(const struct report *report, size_t after, size_t limit)
{
    for (size_t i = after + 1;
         report_is_word(report, after, "with") && i < limit && i < after + FEELING_MAX; i++) {
        if (prose_token(&report->prose, i)->kind == TOKEN_MARK)
            return after;
        if (is_word(report, i, "that"))
            return i;
    }
    return after;
}

// The words behind the verb up to what was said: "out", "only", circumstances, "that".
static void read_rest(const struct report *report, const struct sentence *sentence, size_t after,
                      struct attribution *attribution)
{
    bool points = is_word(report, after, "out") || is_word(report, after, "only") ||
                  is_word(report, after, "simply") || is_word(report, after, "back");
    after += points ? 1 : 0;
    after = skip_feeling(report, attribution->verb, after, sentence->to);
    after = skip_manner(report, after, sentence->to);
    after = circumstances_read(report, after, sentence->to, &attribution->circumstances);
    attribution->has_that = is_thing_said_next(report, after);
    bool takes_one = is_word(report, after, "that") || report_is_mark(report, after, ':') ||
                     (report_is_mark(report, after, ',') && report_opens_quote(report, after + 1));
    attribution->to = after + (takes_one ? 1 : 0);
}

// "two points", "three notes": a noun that looks like a verb; "pointed" says something with "out" only.
static bool is_noun(const struct report *report, size_t verb)
{
    bool points = is_word(report, verb, "points") || is_word(report, verb, "pointed") ||
                  is_word(report, verb, "point");
    return points && !is_word(report, verb + 1, "out");
}

// "wrote that down", "said that, too": "that" is the thing said, not the word before it.
static bool has_said_it(const struct report *report, size_t verb)
{
    static const char *const behind[] = {"down",   "too",     "again",  "aloud",
                                         "before", "himself", "herself"};
    if (!is_word(report, verb + 1, "that"))
        return false;
    for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++)
        if (is_word(report, verb + 2, behind[k]))
            return true;
    return prose_is_sentence_end(&report->prose, verb + 2) ||
           prose_token(&report->prose, verb + 2)->kind == TOKEN_BREAK;
}

static bool read_verb(const struct report *report, const struct sentence *sentence, size_t verb,
                      struct attribution *attribution)
{
    if (is_noun(report, verb) || has_said_it(report, verb))
        return false;
    *attribution = (struct attribution){.verb = verb, .shape = SHAPE_SUBJECT_VERB};
    attribution->is_weak = !report_has_kind(report, verb, KIND_SAYING);
    attribution->is_urging = has_aim(report, verb, sentence->to);
    bool is_gerund = report_has_kind(report, verb, KIND_GERUND);
    size_t after = verb + 1;
    bool has_own = is_gerund && find_subject_of_gerund(report, sentence, verb, attribution);
    if (!has_own && (is_gerund || !find_subject_before(report, sentence, verb, attribution))) {
        attribution->circumstances = (struct circumstances){0};
        if (!is_gerund && find_subject_after(report, sentence, verb, attribution, &after)) {
            attribution->shape = SHAPE_INVERTED;
        } else if (takes_same_subject(report, sentence, verb)) {
            attribution->shape = SHAPE_SAME_SUBJECT;
            attribution->speakers.count = 0;
            attribution->from = verb;
            size_t subject = attribution_subject(report, sentence, &attribution->speakers);
            if (subject == sentence->from || subject >= verb)
                attribution->speakers.count = 0;
        } else {
            return false;
        }
    }
    if (is_gerund)
        attribution->is_weak = !is_word(report, verb, "saying") && !is_word(report, verb, "adding");
    read_rest(report, sentence, after, attribution);
    return true;
}

// "a statement issued by the ministry", "a letter from NAME": who speaks through it.
// Result: the token after the speaker, or from
static size_t read_issuer(const struct report *report, size_t from, size_t limit,
                          struct attribution *attribution)
{
    static const char *const issued[] = {"issued", "released", "published", "posted", "written",
                                         "sent",   "read",     "made",      "shared", "signed"};
    size_t noun = from;
    while (noun < limit && noun < from + FEELING_MAX &&
           !report_has_kind(report, noun, KIND_CHANNEL))
        if (prose_token(&report->prose, noun++)->kind != TOKEN_WORD)
            return from;
    size_t by = noun + 1;
    for (size_t k = 0; k < sizeof issued / sizeof issued[0]; k++)
        if (is_word(report, noun + 1, issued[k]))
            by = circumstances_read(report, noun + 2, limit, &attribution->circumstances);
    bool is_by = is_word(report, by, "by") || (by == noun + 1 && is_word(report, by, "from"));
    struct speaker issuer;
    size_t end = is_by && by < limit ? speaker_read(report, by + 1, limit, &issuer) : from;
    if (!is_by || end == by + 1 || issuer.is_pronoun)
        return from;
    attribution->speakers.items[0] = issuer;
    attribution->circumstances.channel = report_words(report, from, noun + 1);
    return end;
}

// "according to NAME": `at` is the token of "according".
static bool read_according(const struct report *report, const struct sentence *sentence, size_t at,
                           struct attribution *attribution)
{
    *attribution =
        (struct attribution){.from = at, .verb = at, .shape = SHAPE_ACCORDING, .speakers.count = 1};
    struct speaker *speaker = &attribution->speakers.items[0];
    if (!is_word(report, at + 1, "to"))
        return false;
    size_t end = read_issuer(report, at + 2, sentence->to, attribution);
    if (end == at + 2)
        end = speaker_read(report, at + 2, sentence->to, speaker);
    if (end == at + 2 || speaker->is_pronoun)
        return false;
    end = speaker_read_apposed(report, end, sentence->to, speaker);
    attribution->to = circumstances_read(report, end, sentence->to, &attribution->circumstances);
    return true;
}

// "NAME was quoted by AGENCY as saying", "AGENCY quoted NAME as saying": `at` is the token of "quoted".
static bool read_quoted(const struct report *report, const struct sentence *sentence, size_t at,
                        struct attribution *attribution)
{
    size_t saying = at + 1;
    while (saying < sentence->to && saying < at + SUBJECT_MAX &&
           !(is_word(report, saying, "saying") && is_word(report, saying - 1, "as")))
        saying++;
    if (saying >= sentence->to || saying >= at + SUBJECT_MAX)
        return false;
    *attribution = (struct attribution){.verb = saying, .from = at, .shape = SHAPE_SUBJECT_VERB};
    bool is_passive = at > sentence->from && report_has_class(report, at - 1, CLASS_AUXILIARY) &&
                      !is_word(report, at - 1, "has") && !is_word(report, at - 1, "had");
    bool found;
    if (is_passive) {
        found = find_subject(report, sentence, before_modifiers(report, sentence->from, at - 1),
                             attribution);
        if (is_word(report, at + 1, "by"))
            attribution->circumstances.channel = report_words(report, at + 2, saying - 1);
    } else {
        found = speakers_fill(report, at + 1, saying - 1, &attribution->speakers);
    }
    if (found)
        read_rest(report, sentence, saying + 1, attribution);
    return found;
}

// "NAME put it this way: “...”"
static bool read_colon(const struct report *report, const struct sentence *sentence, size_t colon,
                       struct attribution *attribution)
{
    *attribution = (struct attribution){.shape = SHAPE_COLON, .has_that = true, .to = colon + 1};
    if (!report_is_mark(report, colon, ':') || !report_opens_quote(report, colon + 1) ||
        !report_is_capital(report, colon + 2))
        return false;
    attribution->from = sentence->from;
    attribution->verb = colon;
    if (speakers_fill(report, sentence->from, colon, &attribution->speakers))
        return true; // "NAME: “...”"
    attribution->verb = attribution_subject(report, sentence, &attribution->speakers);
    return attribution->verb > sentence->from && attribution->verb < colon;
}

// "asked", "told" and the like at the start of a sentence: "Asked whether ..., he said".
static bool is_participle_lead(const struct report *report, const struct sentence *sentence,
                               size_t at)
{
    return at == sentence->from && !report_closes_quote(report, at > 0 ? at - 1 : 0);
}

bool attribution_find(const struct report *report, const struct sentence *sentence, size_t from,
                      struct attribution *attribution)
{
    uint32_t verbs = KIND_SAYING | KIND_STRESSING | KIND_URGING | KIND_GERUND;
    for (size_t i = from; i < sentence->to; i++) {
        if (report_is_quoted(report, i))
            continue;
        bool is_quoting = is_word(report, i, "quoted") || is_word(report, i, "cited");
        if (is_word(report, i, "according") && read_according(report, sentence, i, attribution))
            return true;
        if (is_quoting && read_quoted(report, sentence, i, attribution))
            return true;
        if (report_is_mark(report, i, ':') && read_colon(report, sentence, i, attribution))
            return true;
        if (report_has_kind(report, i, verbs) && !is_participle_lead(report, sentence, i) &&
            !report_is_capital(report, i) && read_verb(report, sentence, i, attribution))
            return true;
    }
    return false;
}
