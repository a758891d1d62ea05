// SPDX-License-Identifier: Apache-2.0
// A verb attributes when a phrase that can speak fills the words before it from the start of a clause
// on, or, behind what was said, the words after it.
#include "statements/attribution.h"

#define SUBJECT_MAX 48                 // tokens from the start of a subject to its verb
#define AIM_REACH 10                   // tokens behind "urged" in which "to" must come
#define GERUND_REACH 12                // tokens from "with" to "saying"
#define FEELING_MAX 6                  // tokens of "the strong hope" before "that"
#define UNKNOWN_VERB_REACH ((size_t)8) // tokens of a subject that runs on into its verb

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return news_is_word(news, i, word);
}

// Words between subject and verb that change nothing: "has also", "later", "repeatedly".
static bool is_modifier(const struct news *news, size_t i)
{
    return news_has_kind(news, i, KIND_MODIFIER) ||
           (prose_token(&news->prose, i)->kind == TOKEN_WORD && !news_is_capital(news, i) &&
            str_ends_with(prose_word(&news->prose, i), STR("ly")));
}

static size_t before_modifiers(const struct news *news, size_t least, size_t verb)
{
    while (verb > least && is_modifier(news, verb - 1))
        verb--;
    return verb;
}

// "went on to say": what leads to the verb and belongs to its subject.
static size_t before_lead(const struct news *news, size_t least, size_t verb)
{
    bool is_on_to = verb >= least + 3 && is_word(news, verb - 1, "to") &&
                    is_word(news, verb - 2, "on") &&
                    (is_word(news, verb - 3, "went") || is_word(news, verb - 3, "goes") ||
                     is_word(news, verb - 3, "gone"));
    return is_on_to ? verb - 3 : verb;
}

// Where a clause can begin: the start, after a comma, a quotation, or a joining word.
static bool begins_clause(const struct news *news, const struct sentence *sentence, size_t at)
{
    static const uint32_t marks[] = {',', ';', ':', ')', '.', 0x2014, 0x2013, '-', '?', '!'};
    if (at <= sentence->from || news_closes_quote(news, at - 1))
        return true;
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++)
        if (news_is_mark(news, at - 1, marks[k]))
            return true;
    return news_has_kind(news, at - 1, KIND_JOINT) || is_word(news, at - 1, "what");
}

// "Meanwhile, on Sunday the": where the subject begins behind what may lead a clause.
static size_t skip_leading(const struct news *news, size_t at, size_t limit,
                           struct circumstances *circumstances)
{
    size_t start;
    do {
        start = at;
        at = circumstances_read(news, at, limit, circumstances);
        bool leads =
            news_has_kind(news, at, KIND_LEADING) && !news_has_kind(news, at + 1, KIND_SAYING);
        bool is_adverb =
            str_ends_with(prose_word(&news->prose, at), STR("ly")) && !news_mention(news, at);
        bool counts = news_has_kind(news, at, KIND_PEOPLE); // "both delegations"
        if (leads || (((is_modifier(news, at) && !counts) || is_adverb) && at + 1 < limit))
            at++;
        if (is_word(news, at, "speaking") || is_word(news, at, "writing"))
            at++;
        at = circumstances_read(news, at, limit, circumstances);
        if (at > start && news_is_mark(news, at, ','))
            at++;
    } while (at > start && at < limit);
    return at;
}

// Where the subject ends when circumstances stand between it and the verb: "The ministry on Monday said".
static size_t before_circumstances(const struct news *news, size_t least, size_t verb,
                                   struct circumstances *circumstances)
{
    size_t end = verb;
    for (size_t at = verb; at > least + 1 && verb - at < 8; at--) {
        struct circumstances found = {0};
        if (circumstances_read(news, at - 1, verb, &found) == verb) {
            *circumstances = found;
            end = at - 1;
        }
    }
    return end;
}

// "NAME, in a post on Monday, wrote": circumstances between commas within the subject.
static void read_asides(const struct news *news, size_t from, size_t end,
                        struct circumstances *circumstances)
{
    for (size_t i = from; i + 1 < end; i++)
        if (news_is_mark(news, i, ','))
            circumstances_read(news, i + 1, end, circumstances);
}

// The subject that fills the words before token `end`, from the start of a clause on.
static bool find_subject(const struct news *news, const struct sentence *sentence, size_t end,
                         struct attribution *attribution)
{
    size_t least = end > sentence->from + SUBJECT_MAX ? end - SUBJECT_MAX : sentence->from;
    for (size_t at = least; at < end; at++) {
        if (news_is_quoted(news, at) || !begins_clause(news, sentence, at))
            continue;
        struct circumstances leading = {0};
        size_t start = skip_leading(news, at, end, &leading);
        bool found = speakers_fill(news, at, end, &attribution->speakers);
        if (!found && start > at && speakers_fill(news, start, end, &attribution->speakers)) {
            found = true;
            attribution->circumstances = leading;
        }
        if (!found)
            continue;
        attribution->from = at;
        read_asides(news, at, end, &attribution->circumstances);
        return true;
    }
    return false;
}

static bool find_subject_before(const struct news *news, const struct sentence *sentence,
                                size_t verb, struct attribution *attribution)
{
    size_t end = before_modifiers(news, sentence->from, before_lead(news, sentence->from, verb));
    if (end > sentence->from && news_has_kind(news, end - 1, KIND_NEGATION))
        return false;
    if (find_subject(news, sentence, end, attribution))
        return true;
    struct circumstances between = {0};
    size_t before = before_circumstances(news, sentence->from, end, &between);
    if (before == end || !find_subject(news, sentence, before, attribution))
        return false;
    attribution->circumstances = between;
    return true;
}

static bool is_verb_like(const struct news *news, size_t i)
{
    const struct token *token = prose_token(&news->prose, i);
    return token->kind == TOKEN_WORD && !token->is_capital && !news_is_quoted(news, i) &&
           !news_has_class(news, i, CLASS_PREPOSITION | CLASS_DETERMINER) &&
           !news_has_kind(news, i, KIND_JOINT | KIND_KNOWING) && !is_word(news, i, "of");
}

// The subject whose phrase runs on into a verb that no table knows: "One diplomat put it this way".
static size_t subject_before_unknown_verb(const struct news *news, size_t at, size_t limit,
                                          struct speakers *speakers)
{
    size_t end = at + UNKNOWN_VERB_REACH < limit ? at + UNKNOWN_VERB_REACH : limit;
    for (; end > at; end--)
        if (is_verb_like(news, end) && speakers_fill(news, at, end, speakers))
            return end;
    return at;
}

size_t attribution_subject(const struct news *news, const struct sentence *sentence,
                           struct speakers *speakers)
{
    struct circumstances ignored = {0};
    size_t at = skip_leading(news, sentence->from, sentence->to, &ignored);
    struct speaker first;
    size_t natural = speaker_read(news, at, sentence->to, &first);
    for (size_t end = natural; natural > at && end < sentence->to && end < at + SUBJECT_MAX; end++)
        if (is_verb_like(news, end) && speakers_fill(news, at, end, speakers))
            return end;
    size_t verb = subject_before_unknown_verb(news, at, sentence->to, speakers);
    return verb > at ? verb : sentence->from;
}

// "... and warned", "..., adding that": the subject is that of the sentence.
static bool takes_same_subject(const struct news *news, const struct sentence *sentence,
                               size_t verb)
{
    if (verb <= sentence->from + 1)
        return false;
    bool is_gerund = news_has_kind(news, verb, KIND_GERUND);
    size_t before = is_gerund ? verb : before_modifiers(news, sentence->from, verb);
    if (before <= sentence->from)
        return false;
    bool after_joint = is_word(news, before - 1, "and") || is_word(news, before - 1, "but") ||
                       is_word(news, before - 1, "then");
    if (!is_gerund)
        return after_joint;
    return after_joint || news_is_mark(news, before - 1, ',') ||
           news_closes_quote(news, before - 1) || is_word(news, before - 1, "by") ||
           is_word(news, before - 1, "before") || is_word(news, before - 1, "while") ||
           is_word(news, before - 1, "statement");
}

// "with Washington's envoy saying that"
static bool find_subject_of_gerund(const struct news *news, const struct sentence *sentence,
                                   size_t verb, struct attribution *attribution)
{
    for (size_t at = verb; at > sentence->from && verb - at < GERUND_REACH; at--)
        if (is_word(news, at - 1, "with")) {
            attribution->from = at - 1;
            return speakers_fill(news, at, verb, &attribution->speakers);
        }
    return false;
}

// "a statement issued by the ministry", "a letter from NAME": who speaks through it.
// Result: the token after the speaker, or from
static size_t read_issuer(const struct news *news, size_t from, size_t limit,
                          struct attribution *attribution)
{
    static const char *const issued[] = {"issued", "released", "published", "posted", "written",
                                         "sent",   "read",     "made",      "shared", "signed"};
    size_t noun = from;
    while (noun < limit && noun < from + FEELING_MAX && !news_has_kind(news, noun, KIND_CHANNEL))
        if (prose_token(&news->prose, noun++)->kind != TOKEN_WORD)
            return from;
    size_t by = noun + 1;
    for (size_t k = 0; k < sizeof issued / sizeof issued[0]; k++)
        if (is_word(news, noun + 1, issued[k]))
            by = circumstances_read(news, noun + 2, limit, &attribution->circumstances);
    bool is_by = is_word(news, by, "by") || (by == noun + 1 && is_word(news, by, "from"));
    struct speaker issuer;
    size_t end = is_by && by < limit ? speaker_read(news, by + 1, limit, &issuer) : from;
    if (!is_by || end == by + 1 || issuer.is_pronoun)
        return from;
    attribution->speakers.items[0] = issuer;
    attribution->circumstances.channel = news_words(news, from, noun + 1);
    return end;
}

// "said Peskov", "said Kirill Dmitriev, the envoy": only behind what was said.
static bool find_subject_after(const struct news *news, const struct sentence *sentence,
                               size_t verb, struct attribution *attribution, size_t *end)
{
    bool follows_quote = verb > sentence->from && news_closes_quote(news, verb - 1);
    bool follows_comma = verb > sentence->from + 3 && news_is_mark(news, verb - 1, ',');
    bool begins = verb == sentence->from && verb > 0 && news_closes_quote(news, verb - 1);
    bool is_weak = news_has_kind(news, verb, KIND_BARE); // "..., estimates the chamber."
    follows_comma = follows_comma && (is_weak || news_has_kind(news, verb, KIND_SAYING));
    if ((!follows_quote && !follows_comma && !begins) || news_has_kind(news, verb, KIND_TELLING))
        return false;
    struct speakers *speakers = &attribution->speakers;
    speakers->count = 0;
    size_t at = verb + 1;
    while (speakers->count < SPEAKERS_MAX) {
        struct speaker *speaker = &speakers->items[speakers->count];
        size_t next = speakers->count == 0 ? read_issuer(news, at, sentence->to, attribution) : at;
        if (next == at)
            next = speaker_read(news, at, sentence->to, speaker);
        if (next == at && (follows_quote || begins) && !is_weak)
            next = speaker_read_anybody(news, at, sentence->to, speaker);
        if (next == at || (speaker->is_pronoun && speakers->count > 0))
            break;
        at = speaker_read_apposed(news, next, sentence->to, speaker);
        speakers->count++;
        if (!is_word(news, at, "and") || !news_person_at(news, at + 1))
            break;
        at++;
    }
    attribution->from = verb;
    *end = at;
    bool is_closed = prose_is_sentence_end(&news->prose, at) || at >= sentence->to;
    return speakers->count > 0 && (!is_weak || !follows_comma || is_closed);
}

static bool is_thing_said_next(const struct news *news, size_t at)
{
    return is_word(news, at, "that") || news_is_mark(news, at, ':') || news_opens_quote(news, at) ||
           (news_is_mark(news, at, ',') && news_opens_quote(news, at + 1));
}

// "urged both to refrain", "called on the powers to", "vowed to".
static bool has_aim(const struct news *news, size_t verb, size_t limit)
{
    if (!news_has_kind(news, verb, KIND_URGING))
        return false;
    bool is_call = is_word(news, verb, "called") || is_word(news, verb, "calls");
    if (is_call)
        return is_word(news, verb + 1, "on") || is_word(news, verb + 1, "for") ||
               is_word(news, verb + 1, "upon");
    for (size_t i = verb + 1; i < limit && i < verb + AIM_REACH; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return false;
        if (is_word(news, i, "to"))
            return prose_token(&news->prose, i + 1)->kind == TOKEN_WORD &&
                   !news_is_capital(news, i + 1) && !news_has_class(news, i + 1, CLASS_DETERMINER);
    }
    return false;
}

// "expressed the hope that", "voiced concern that": behind the feeling.
static size_t skip_feeling(const struct news *news, size_t verb, size_t after, size_t limit)
{
    static const char *const verbs[] = {"expressed", "voiced", "reiterated", "repeated",
                                        "conveyed",  "denied", "rejected",   "dismissed",
                                        "made",      "issued", "expresses"};
    bool is_feeling = false;
    for (size_t k = 0; k < sizeof verbs / sizeof verbs[0] && !is_feeling; k++)
        is_feeling = is_word(news, verb, verbs[k]);
    for (size_t i = after; is_feeling && i < limit && i < after + FEELING_MAX; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return after;
        if (is_word(news, i, "that"))
            return i;
    }
    return after;
}

// "noted with concern that", "recalled with regret that": the token of "that", or after.
static size_t skip_manner(const struct news *news, size_t after, size_t limit)
{
    for (size_t i = after + 1;
         news_is_word(news, after, "with") && i < limit && i < after + FEELING_MAX; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return after;
        if (is_word(news, i, "that"))
            return i;
    }
    return after;
}

// "cautioned, however, that": the token behind the second comma, or after.
static size_t skip_interjection(const struct news *news, size_t after, size_t limit)
{
    static const char *const words[] = {"however", "though", "too", "meanwhile", "nonetheless"};
    bool is_framed =
        after + 3 < limit && news_is_mark(news, after, ',') && news_is_mark(news, after + 2, ',');
    for (size_t k = 0; is_framed && k < sizeof words / sizeof words[0]; k++)
        if (is_word(news, after + 1, words[k]))
            return after + 3;
    return after;
}

// The words behind the verb up to what was said: "out", "only", circumstances, "that".
static void read_rest(const struct news *news, const struct sentence *sentence, size_t after,
                      struct attribution *attribution)
{
    bool points = is_word(news, after, "out") || is_word(news, after, "only") ||
                  is_word(news, after, "simply") || is_word(news, after, "back");
    after += points ? 1 : 0;
    after = skip_interjection(news, after, sentence->to);
    after = skip_feeling(news, attribution->verb, after, sentence->to);
    after = skip_manner(news, after, sentence->to);
    after = circumstances_read(news, after, sentence->to, &attribution->circumstances);
    bool is_unnamed = is_word(news, after, "on") && is_word(news, after + 1, "condition") &&
                      is_word(news, after + 2, "of") && is_word(news, after + 3, "anonymity");
    after += is_unnamed ? 4 : 0;
    attribution->has_that = is_thing_said_next(news, after);
    bool takes_one = is_word(news, after, "that") || news_is_mark(news, after, ':') ||
                     (news_is_mark(news, after, ',') && news_opens_quote(news, after + 1));
    attribution->to = after + (takes_one ? 1 : 0);
}

// "two points", "three notes": a noun that looks like a verb; "pointed" says something with "out" only.
static bool is_noun(const struct news *news, size_t verb)
{
    bool points = is_word(news, verb, "points") || is_word(news, verb, "pointed") ||
                  is_word(news, verb, "point");
    return points && !is_word(news, verb + 1, "out");
}

// "wrote that down", "said that, too": "that" is the thing said, not the word before it.
static bool has_said_it(const struct news *news, size_t verb)
{
    static const char *const behind[] = {"down",   "too",     "again",  "aloud",
                                         "before", "himself", "herself"};
    if (!is_word(news, verb + 1, "that"))
        return false;
    for (size_t k = 0; k < sizeof behind / sizeof behind[0]; k++)
        if (is_word(news, verb + 2, behind[k]))
            return true;
    return prose_is_sentence_end(&news->prose, verb + 2) ||
           prose_token(&news->prose, verb + 2)->kind == TOKEN_BREAK;
}

static bool read_verb(const struct news *news, const struct sentence *sentence, size_t verb,
                      struct attribution *attribution)
{
    if (is_noun(news, verb) || has_said_it(news, verb))
        return false;
    *attribution = (struct attribution){.verb = verb, .shape = SHAPE_SUBJECT_VERB};
    attribution->is_weak = !news_has_kind(news, verb, KIND_SAYING);
    attribution->is_urging = has_aim(news, verb, sentence->to);
    bool is_gerund = news_has_kind(news, verb, KIND_GERUND);
    size_t after = verb + 1;
    bool has_own = is_gerund && find_subject_of_gerund(news, sentence, verb, attribution);
    if (!has_own && (is_gerund || !find_subject_before(news, sentence, verb, attribution))) {
        attribution->circumstances = (struct circumstances){0};
        if (!is_gerund && find_subject_after(news, sentence, verb, attribution, &after)) {
            attribution->shape = SHAPE_INVERTED;
        } else if (takes_same_subject(news, sentence, verb)) {
            attribution->shape = SHAPE_SAME_SUBJECT;
            attribution->speakers.count = 0;
            attribution->from = verb;
            size_t subject = attribution_subject(news, sentence, &attribution->speakers);
            if (subject == sentence->from || subject >= verb)
                attribution->speakers.count = 0;
        } else {
            return false;
        }
    }
    if (is_gerund)
        attribution->is_weak = !is_word(news, verb, "saying") && !is_word(news, verb, "adding");
    read_rest(news, sentence, after, attribution);
    return true;
}

// "according to her", "quotes him as saying": the pronoun as a subject.
static bool read_object_pronoun(const struct news *news, size_t at, struct speaker *speaker)
{
    static const struct {
        const char *object;
        struct str subject;
    } pronouns[] = {{"her", STR_INIT("she")}, {"him", STR_INIT("he")}, {"them", STR_INIT("they")}};
    for (size_t i = 0; i < sizeof pronouns / sizeof pronouns[0]; i++)
        if (is_word(news, at, pronouns[i].object)) {
            *speaker = (struct speaker){
                .person = NEWS_NONE, .head = at, .is_pronoun = true, .name = pronouns[i].subject};
            return true;
        }
    return false;
}

// "her," and "her.", not "her office".
static bool is_closed_behind(const struct news *news, size_t at)
{
    return news_is_mark(news, at + 1, ',') || prose_is_sentence_end(&news->prose, at + 1);
}

// "according to Axios,": a name that no table knows is taken as that of a body.
static size_t read_unknown_name(const struct news *news, size_t at, struct speaker *speaker)
{
    if (!is_closed_behind(news, at) || !news_is_capital(news, at) || news_is_date_word(news, at) ||
        news_has_class(news, at, CLASS_DETERMINER | CLASS_PREPOSITION))
        return at;
    *speaker = (struct speaker){.kind = SPEAKER_BODY,
                                .person = NEWS_NONE,
                                .head = at,
                                .name = prose_word(&news->prose, at)};
    return at + 1;
}

// "according to NAME": `at` is the token of "according".
static bool read_according(const struct news *news, const struct sentence *sentence, size_t at,
                           struct attribution *attribution)
{
    *attribution =
        (struct attribution){.from = at, .verb = at, .shape = SHAPE_ACCORDING, .speakers.count = 1};
    struct speaker *speaker = &attribution->speakers.items[0];
    if (!is_word(news, at + 1, "to"))
        return false;
    size_t end = read_issuer(news, at + 2, sentence->to, attribution);
    if (end == at + 2)
        end = speaker_read(news, at + 2, sentence->to, speaker);
    if (end == at + 2)
        end = read_unknown_name(news, at + 2, speaker);
    bool has_pronoun = is_closed_behind(news, at + 2) && read_object_pronoun(news, at + 2, speaker);
    end += has_pronoun && end == at + 2 ? 1 : 0;
    if (end == at + 2 || (speaker->is_pronoun && !has_pronoun))
        return false;
    end = speaker_read_apposed(news, end, sentence->to, speaker);
    size_t restriction = speaker_restriction_end(news, end, sentence->to, speaker);
    if (restriction > end && news_is_mark(news, restriction, ',')) {
        speaker->name = news_words(news, at + 2, restriction);
        end = restriction;
    }
    attribution->to = circumstances_read(news, end, sentence->to, &attribution->circumstances);
    return true;
}

// "In NAME's words, ...", "in the words of NAME": `at` is the token of "in".
static bool read_in_words(const struct news *news, const struct sentence *sentence, size_t at,
                          struct attribution *attribution)
{
    *attribution =
        (struct attribution){.from = at, .verb = at, .shape = SHAPE_ACCORDING, .speakers.count = 1};
    struct speaker *speaker = &attribution->speakers.items[0];
    bool is_of = is_word(news, at + 1, "the") && is_word(news, at + 2, "words") &&
                 is_word(news, at + 3, "of");
    if (is_of) {
        attribution->to = speaker_read(news, at + 4, sentence->to, speaker);
        return attribution->to > at + 4 && !speaker->is_pronoun;
    }
    size_t end = speaker_read_owner(news, at + 1, speaker);
    end += end > at + 1 && is_word(news, end, "own") ? 1 : 0;
    attribution->to = end + 1;
    return end > at + 1 && is_word(news, end, "words");
}

// "NAME was quoted by AGENCY as saying", "AGENCY quoted NAME as saying": `at` is the token of "quoted".
static bool read_quoted(const struct news *news, const struct sentence *sentence, size_t at,
                        struct attribution *attribution)
{
    size_t saying = at + 1;
    while (saying < sentence->to && saying < at + SUBJECT_MAX &&
           !(is_word(news, saying, "saying") && is_word(news, saying - 1, "as")))
        saying++;
    if (saying >= sentence->to || saying >= at + SUBJECT_MAX)
        return false;
    *attribution = (struct attribution){.verb = saying, .from = at, .shape = SHAPE_SUBJECT_VERB};
    bool is_passive = at > sentence->from && news_has_class(news, at - 1, CLASS_AUXILIARY) &&
                      !is_word(news, at - 1, "has") && !is_word(news, at - 1, "had");
    bool found;
    if (is_passive) {
        found = find_subject(news, sentence, before_modifiers(news, sentence->from, at - 1),
                             attribution);
        if (is_word(news, at + 1, "by"))
            attribution->circumstances.channel = news_words(news, at + 2, saying - 1);
    } else {
        found = speakers_fill(news, at + 1, saying - 1, &attribution->speakers);
        if (saying == at + 3 &&
            read_object_pronoun(news, at + 1, &attribution->speakers.items[0])) {
            attribution->speakers.count = 1;
            found = true;
        }
        // "“...,” the channel quotes NAME as saying": what was said stands before the channel.
        for (size_t i = at; i > sentence->from && at - i < GERUND_REACH; i--)
            if (news_closes_quote(news, i - 1)) {
                attribution->from = i;
                break;
            }
    }
    if (found)
        read_rest(news, sentence, saying + 1, attribution);
    return found;
}

// "NAME put it this way: “...”"
static bool read_colon(const struct news *news, const struct sentence *sentence, size_t colon,
                       struct attribution *attribution)
{
    *attribution = (struct attribution){.shape = SHAPE_COLON, .has_that = true, .to = colon + 1};
    if (!news_is_mark(news, colon, ':') || !news_opens_quote(news, colon + 1) ||
        !news_is_capital(news, colon + 2))
        return false;
    attribution->from = sentence->from;
    attribution->verb = colon;
    if (speakers_fill(news, sentence->from, colon, &attribution->speakers))
        return true; // "NAME: “...”"
    attribution->verb = attribution_subject(news, sentence, &attribution->speakers);
    return attribution->verb > sentence->from && attribution->verb < colon;
}

// "asked", "told" and the like at the start of a sentence: "Asked whether ..., he said".
static bool is_participle_lead(const struct news *news, const struct sentence *sentence, size_t at)
{
    return at == sentence->from && !news_closes_quote(news, at > 0 ? at - 1 : 0);
}

bool attribution_find(const struct news *news, const struct sentence *sentence, size_t from,
                      struct attribution *attribution)
{
    uint32_t verbs = KIND_SAYING | KIND_STRESSING | KIND_URGING | KIND_GERUND;
    for (size_t i = from; i < sentence->to; i++) {
        if (news_is_quoted(news, i))
            continue;
        bool is_quoting = is_word(news, i, "quoted") || is_word(news, i, "cited") ||
                          is_word(news, i, "quotes") || is_word(news, i, "cites");
        if (is_word(news, i, "according") && read_according(news, sentence, i, attribution))
            return true;
        if (is_word(news, i, "in") && read_in_words(news, sentence, i, attribution))
            return true;
        if (is_quoting && read_quoted(news, sentence, i, attribution))
            return true;
        if (news_is_mark(news, i, ':') && read_colon(news, sentence, i, attribution))
            return true;
        if (news_has_kind(news, i, verbs) && !is_participle_lead(news, sentence, i) &&
            !news_is_capital(news, i) && read_verb(news, sentence, i, attribution))
            return true;
    }
    return false;
}
