// SPDX-License-Identifier: Apache-2.0
// A phrase that speaks is a noun phrase whose head is a name, a body, a country or a noun for people,
// with what stands behind the head: "of the mission", "close to the talks".
#include "statements/speaker.h"

#include "news_reports/roles.h"

#define PHRASE_MAX 24 // tokens
#define COMPLEMENTS_MAX 4

static bool is_word(const struct news *news, size_t i, const char *word)
{
    return news_is_word(news, i, word);
}

static bool is_joint(const struct news *news, size_t i)
{
    return is_word(news, i, "and") || is_word(news, i, "or") || is_word(news, i, "but") ||
           is_word(news, i, "nor");
}

// A verb of saying in small letters; "State" and "States" are none.
static bool is_verb(const struct news *news, size_t i)
{
    uint32_t nouns = KIND_ROLE | KIND_PEOPLE | KIND_BODY | KIND_PAPER;
    return news_has_kind(news, i, KIND_SAYING | KIND_STRESSING | KIND_URGING | KIND_GERUND) &&
           !news_is_capital(news, i) && !news_has_kind(news, i, nouns) &&
           !is_word(news, i, "state");
}

// "a communiqué issued after the meeting": what was done to the noun before.
static bool is_done(const struct news *news, size_t i)
{
    static const char *const done[] = {"issued",   "released", "published",   "signed", "adopted",
                                       "obtained", "seen",     "circulated",  "leaked", "sent",
                                       "drafted",  "posted",   "distributed", "backed", "led"};
    for (size_t k = 0; k < sizeof done / sizeof done[0]; k++)
        if (is_word(news, i, done[k]))
            return news_has_class(news, i + 1, CLASS_PREPOSITION);
    return false;
}

// Whether the word at i ends a bare noun phrase that began at `from`.
static bool ends_phrase(const struct news *news, size_t i, size_t from)
{
    if (news_opens_quote(news, i) || news_is_date_word(news, i) || is_verb(news, i) ||
        is_joint(news, i) || (i > from && is_done(news, i)) || is_word(news, i, "today") ||
        is_word(news, i, "yesterday"))
        return true;
    if (news_has_class(news, i, CLASS_AUXILIARY | CLASS_CONNECTIVE) &&
        !(i == from && is_word(news, i, "that")))
        return !news_has_class(news, i, CLASS_MONTH) || !news_is_capital(news, i);
    if (news_has_class(news, i, CLASS_PREPOSITION) || is_word(news, i, "of"))
        return true;
    bool may_determine = i == from || is_word(news, i - 1, "all") || is_word(news, i - 1, "both") ||
                         news_is_possessive(news, i - 1);
    if (news_has_class(news, i, CLASS_DETERMINER) && !may_determine)
        return true;
    if (news_has_kind(news, i, KIND_KNOWING | KIND_MODIFIER) && i > from &&
        !news_is_capital(news, i))
        return true;
    return i > from && news_has_kind(news, i, KIND_PRONOUN) && !news_is_capital(news, i);
}

// "Crane foreign affairs adviser", "the Trump administration": a person's name may lead on to a noun.
static bool leads_on(const struct news *news, size_t i)
{
    return news_has_kind(news, i, KIND_ROLE | KIND_ROLE_REST | KIND_BODY) &&
           !news_is_capital(news, i) && !is_verb(news, i);
}

// The bare noun phrase from `from` on: the token after it.
static size_t phrase_end(const struct news *news, size_t from, size_t limit)
{
    size_t i = from;
    while (i < limit && i < from + PHRASE_MAX) {
        const struct token *token = prose_token(&news->prose, i);
        const struct mention *mention = news_mention(news, i);
        if (mention && mention->from == i && mention->to <= limit) {
            i = mention->to;
            if (mention->kind == MENTION_PERSON && !news_is_possessive(news, i - 1) &&
                !leads_on(news, i))
                break;
            continue;
        }
        bool is_dash = token->kind == TOKEN_MARK && token->value == 0x2013 && token->is_glued;
        bool is_title_stop =
            news_is_mark(news, i, '.') && i > from && news_has_kind(news, i - 1, KIND_HONORIFIC);
        bool is_wordlike = token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
        bool is_ampersand = news_is_mark(news, i, '&') && i > from &&
                            news_is_capital(news, i - 1) && news_is_capital(news, i + 1);
        if (!is_wordlike && !is_dash && !is_title_stop && !is_ampersand)
            break;
        if (is_wordlike && ends_phrase(news, i, from))
            break;
        i++;
    }
    return i;
}

static bool is_capital_name(const struct news *news, size_t i)
{
    return news_is_capital(news, i) && !news_is_date_word(news, i) &&
           !news_has_class(news, i, CLASS_DETERMINER);
}

// "Pelland, Norrmark and the Republic of Sard": places that no table knows, of which the last follows
// an "and". Result: the token after it, or `at`
static size_t skip_listed_places(const struct news *news, size_t at, size_t limit)
{
    size_t next = at;
    while (news_is_mark(news, next, ',') && is_capital_name(news, next + 1) && next + 2 < limit)
        next += 2;
    if (next == at || !is_word(news, next, "and"))
        return at;
    next += is_word(news, next + 1, "the") ? 2 : 1;
    size_t from = next;
    while (next < limit && (is_capital_name(news, next) || is_word(news, next, "of")))
        next++;
    return next > from && !is_word(news, next - 1, "of") ? next : at;
}

// "and Moscow" behind "officials in Kyiv".
static size_t skip_second_place(const struct news *news, size_t at, size_t limit)
{
    size_t next = at;
    while (news_is_mark(news, next, ',') && news_is_nation(news, next + 1) &&
           news_is_nation(news, next - 1))
        next += 2;
    bool goes_on = is_word(news, next, "and") && news_is_nation(news, next + 1) &&
                   news_is_nation(news, next - 1) && next + 2 <= limit;
    return goes_on ? next + 2 : skip_listed_places(news, at, limit);
}

// The preposition that leads on from the head: the token of it, or NEWS_NONE.
static size_t find_link(const struct news *news, size_t at)
{
    static const char *const links[] = {"of",   "for",    "from",   "in",     "at",
                                        "with", "inside", "within", "between"};
    bool is_knowing = news_has_kind(news, at, KIND_KNOWING);
    size_t next = at + (is_knowing ? 1 : 0);
    bool may_go_to = is_knowing || news_has_kind(news, at - 1, KIND_ROLE); // "adviser to"
    bool is_link = (is_knowing && news_has_class(news, next, CLASS_PREPOSITION)) ||
                   (may_go_to && is_word(news, next, "to"));
    for (size_t k = 0; k < sizeof links / sizeof links[0] && !is_link; k++)
        is_link = is_word(news, next, links[k]);
    bool on_sides = is_word(news, next, "on") &&
                    (is_word(news, next + 1, "both") || is_word(news, next + 1, "either") ||
                     is_word(news, next + 1, "all"));
    return is_link || on_sides ? next : NEWS_NONE;
}

// What stands behind the head: "of the mission", "familiar with the talks", "on both sides"; behind a
// person's name only "of Karuna".
static size_t skip_complements(const struct news *news, size_t at, size_t limit, bool is_person)
{
    for (size_t rounds = 0; rounds < COMPLEMENTS_MAX && at < limit; rounds++) {
        size_t link = find_link(news, at);
        if (link == NEWS_NONE || news_is_date_word(news, link + 1) ||
            prose_token(&news->prose, link + 1)->kind == TOKEN_NUMBER)
            return at;
        if (is_person && !(link == at && is_word(news, at, "of") && is_capital_name(news, at + 1)))
            return at;
        size_t end = phrase_end(news, link + 1, limit);
        if (end == link + 1)
            return at;
        at = skip_second_place(news, end, limit);
    }
    return at;
}

static void set_person(const struct news *news, size_t index, struct speaker *speaker)
{
    speaker->kind = SPEAKER_PERSON;
    speaker->person = index;
    speaker->name = news_person(news, index)->name;
}

static bool has_role(const struct news *news, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (news_has_kind(news, i, KIND_ROLE))
            return true;
    return false;
}

// Where the words before a name end: before "Mr." or "H.E.".
static size_t before_title(const struct news *news, size_t from, size_t name)
{
    size_t at = name;
    at -= at > from && news_is_mark(news, at - 1, '.') ? 1 : 0;
    return at > from && news_has_kind(news, at - 1, KIND_HONORIFIC) ? at - 1 : name;
}

// The phrase ends with a person's name.
static bool take_person(const struct news *news, size_t from, const struct mention *mention,
                        struct speaker *speaker)
{
    size_t end = before_title(news, from, mention->from);
    bool is_role = has_role(news, from, end);
    bool is_lead = news_is_nation(news, from) || news_has_class(news, from, CLASS_DETERMINER) ||
                   news_has_kind(news, from, KIND_ROLE_REST) || // "the", "retired"
                   (news_is_possessive(news, from) && is_capital_name(news, from) &&
                    end == from + 1); // "Sard's NAME"
    if (end > from && !is_role && !is_lead)
        return false;
    set_person(news, mention->index, speaker);
    speaker->capacity = is_role ? role_words(news, from, end) : STR("");
    speaker->head = mention->to - 1;
    return true;
}

// A country by its name: "Ukraine", "the United States", "the Ukrainians".
static bool is_country(const struct news *news, size_t from, size_t to)
{
    size_t at = from + (is_word(news, from, "the") ? 1 : 0);
    bool is_two = to == at + 2 && is_word(news, at, "United");
    return (to == at + 1 || is_two) && news_is_nation(news, to - 1);
}

// "the Greens", "the Houthis": a name of many that no table knows.
static bool is_collective(const struct news *news, size_t from, size_t to)
{
    return is_word(news, from, "the") && to == from + 2 && news_is_capital(news, to - 1) &&
           news->kinds[to - 1] == 0;
}

// What the head noun makes of the phrase [from, to).
static bool take_noun(const struct news *news, size_t from, size_t to, struct speaker *speaker)
{
    size_t head = to - 1;
    const struct mention *mention = news_mention(news, head);
    bool is_body = (mention && mention->kind == MENTION_BODY) || is_country(news, from, to) ||
                   is_collective(news, from, to) || news_has_kind(news, head, KIND_BODY);
    bool is_people = news_has_kind(news, head, KIND_ROLE | KIND_PEOPLE);
    if (news_is_possessive(news, head) || (!is_body && !is_people))
        return false;
    if (mention && mention->kind == MENTION_PERSON)
        return false;
    speaker->kind =
        is_body && !news_has_kind(news, head, KIND_ROLE) ? SPEAKER_BODY : SPEAKER_UNNAMED;
    speaker->head = head;
    return true;
}

// "Secretary of State NAME": the name stands behind words that go with the role, not right behind "of".
static bool take_named_behind(const struct news *news, size_t from, size_t to,
                              struct speaker *speaker)
{
    const struct mention *mention = news_mention(news, to - 1);
    bool is_person = mention && mention->kind == MENTION_PERSON && mention->to == to &&
                     !news_is_possessive(news, to - 1);
    if (!is_person || !news_has_kind(news, speaker->head, KIND_ROLE) ||
        mention->from < speaker->head + 3)
        return false;
    for (size_t i = speaker->head + 1; i < mention->from; i++)
        if (news_has_kind(news, i, KIND_ROLE) || news_is_possessive(news, i))
            return false;
    if (news_has_class(news, mention->from - 1, CLASS_PREPOSITION | CLASS_DETERMINER) ||
        is_word(news, mention->from - 1, "of"))
        return false;
    set_person(news, mention->index, speaker);
    speaker->capacity = role_words(news, from, mention->from);
    return true;
}

static bool is_pronoun(const struct news *news, size_t i)
{
    return news_has_kind(news, i, KIND_PRONOUN) && !is_word(news, i, "we");
}

size_t speaker_read(const struct news *news, size_t from, size_t limit, struct speaker *speaker)
{
    *speaker = (struct speaker){.person = NEWS_NONE, .head = from};
    if (from >= limit || news_is_quoted(news, from))
        return from;
    if (is_pronoun(news, from)) {
        speaker->is_pronoun = true;
        speaker->name = prose_word(&news->prose, from);
        return from + 1;
    }
    size_t end = phrase_end(news, from, limit);
    if (end == from)
        return from;
    const struct mention *mention = news_mention(news, end - 1);
    if (mention && mention->kind == MENTION_PERSON && mention->to == end &&
        !news_is_possessive(news, end - 1) && take_person(news, from, mention, speaker))
        return skip_complements(news, end, limit, true);
    if (!take_noun(news, from, end, speaker))
        return from;
    bool counts =
        news_has_kind(news, end - 1, KIND_PLURAL_SELF) && !news_has_kind(news, end - 1, KIND_ROLE);
    size_t to = skip_complements(news, end, limit, false);
    bool needs_of = is_word(news, end - 1, "one") || is_word(news, end - 1, "three") ||
                    is_word(news, end - 1, "four");
    if (counts && needs_of && !is_word(news, end, "of"))
        return from;
    if (take_named_behind(news, from, to, speaker))
        return to;
    speaker->name = news_words(news, from, to);
    speaker->is_definite = is_word(news, from, "the") && to == end;
    if (news_has_kind(news, speaker->head, KIND_ROLE))
        speaker->capacity = role_words(news, from, to); // of the person named next, if one is
    return to;
}

size_t speaker_read_anybody(const struct news *news, size_t from, size_t limit,
                            struct speaker *speaker)
{
    static const char *const articles[] = {"a",   "an",    "one", "another",
                                           "two", "three", "her", "his"};
    bool has_article = false;
    for (size_t k = 0; k < sizeof articles / sizeof articles[0]; k++)
        has_article = has_article || is_word(news, from, articles[k]);
    size_t end = has_article ? phrase_end(news, from, limit) : from;
    if (end < from + 2 || news_is_possessive(news, end - 1))
        return from;
    size_t to = skip_complements(news, end, limit, false);
    *speaker = (struct speaker){.kind = SPEAKER_UNNAMED,
                                .person = NEWS_NONE,
                                .head = end - 1,
                                .name = news_words(news, from, to)};
    return to;
}

size_t speaker_read_apposed(const struct news *news, size_t at, size_t limit,
                            struct speaker *speaker)
{
    if (!news_is_mark(news, at, ',') || news_opens_quote(news, at + 1))
        return at;
    if (speaker->kind == SPEAKER_PERSON && speaker->capacity.length == 0 && !speaker->is_pronoun) {
        bool has_age = prose_token(&news->prose, at + 1)->kind == TOKEN_NUMBER &&
                       news_is_mark(news, at + 2, ',');
        at += has_age ? 2 : 0; // "NAME, 54, a teacher"
        size_t role = role_after(news, at + 1);
        bool is_closed =
            role > at + 1 && role <= limit && prose_token(&news->prose, role)->kind != TOKEN_WORD;
        if (is_closed)
            speaker->capacity = role_words(news, at + 1, role);
        return is_closed ? role : at;
    }
    struct speaker named;
    size_t end = speaker_read(news, at + 1, limit, &named);
    bool names = end > at + 1 && named.kind == SPEAKER_PERSON && !named.is_pronoun &&
                 speaker->kind != SPEAKER_PERSON && news_has_kind(news, speaker->head, KIND_ROLE);
    if (!names)
        return at;
    set_person(news, named.person, speaker);
    if (speaker->capacity.length == 0)
        speaker->capacity = named.capacity;
    return end;
}

// "(France)", "(Russian Federation)": the token after it, or at.
static size_t skip_bracket(const struct news *news, size_t at, size_t limit)
{
    if (!news_is_mark(news, at, '('))
        return at;
    for (size_t i = at + 1; i < limit && i < at + 8; i++)
        if (news_is_mark(news, i, ')'))
            return i + 1;
    return at;
}

// ", who leads the team,", ", speaking as a guarantor,": a clause of its own that changes nothing.
static bool is_aside(const struct news *news, size_t from, size_t to)
{
    static const char *const leads[] = {
        "who",  "which",    "whose",     "speaking", "citing",  "whom",    "for",
        "in",   "on",       "at",        "not",      "like",    "writing", "as",
        "by",   "together", "along",     "now",      "then",    "himself", "herself",
        "with", "among",    "including", "after",    "too",     "however", "meanwhile",
        "a",    "an",       "the",       "one",      "himself", "also"};
    for (size_t i = from; i < to; i++)
        if (news_is_quoted(news, i) || prose_is_sentence_end(&news->prose, i))
            return false;
    for (size_t k = 0; k < sizeof leads / sizeof leads[0]; k++)
        if (is_word(news, from, leads[k]))
            return true;
    struct str word = prose_word(&news->prose, from);
    return !news_is_capital(news, from) &&
           (str_ends_with(word, STR("ing")) || str_ends_with(word, STR("ly")) ||
            str_ends_with(word, STR("ed")));
}

// "an official who asked not to be named": tells which official, without commas.
static bool is_restriction(const struct news *news, size_t from, size_t to,
                           const struct speaker *speaker)
{
    for (size_t i = from; i < to; i++)
        if (news_is_quoted(news, i) || prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return false;
    return speaker->kind == SPEAKER_UNNAMED && !speaker->is_pronoun && to > from + 1;
}

// "representing the crane operators", "issued after the meeting": tells which one, without "who".
static bool is_participle_behind(const struct news *news, size_t i)
{
    return is_done(news, i) || (prose_token(&news->prose, i)->kind == TOKEN_WORD &&
                                !news_is_capital(news, i) && !news_has_kind(news, i, KIND_GERUND) &&
                                str_ends_with(prose_word(&news->prose, i), STR("ing")));
}

size_t speaker_restriction_end(const struct news *news, size_t at, size_t limit,
                               const struct speaker *speaker)
{
    bool may_have = speaker->kind != SPEAKER_PERSON && !speaker->is_pronoun;
    if (!may_have || !(is_word(news, at, "who") || is_participle_behind(news, at)))
        return at;
    for (size_t i = at; i < limit; i++) {
        bool is_joined = !is_word(news, at, "who") && is_word(news, i, "and");
        if (news_is_quoted(news, i) || is_joined)
            return at;
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return i;
    }
    return limit;
}

// One speaker and what is apposed to it, up to `to` wholly.
static bool one_fills(const struct news *news, size_t from, size_t to, struct speaker *speaker)
{
    size_t end = speaker_read(news, from, to, speaker);
    if (end == from)
        return false;
    end = skip_bracket(news, end, to);
    if (is_word(news, end, "who") && is_restriction(news, end, to, speaker))
        return true;
    if (end < to && speaker_restriction_end(news, end, to, speaker) == to && to > end + 1) {
        speaker->name = news_words(news, from, to);
        return true;
    }
    bool has_aside = false;
    for (size_t rounds = 0; rounds < 3 && end < to && news_is_mark(news, end, ','); rounds++) {
        if (end + 1 == to)
            break;
        size_t next = speaker_read_apposed(news, end, to, speaker);
        if (next == end && is_aside(news, end + 1, to - 1) && news_is_mark(news, to - 1, ','))
            next = to - 1;
        if (next == end)
            return false;
        has_aside = true;
        end = next;
    }
    bool is_closed = end + 1 == to && news_is_mark(news, end, ',');
    return has_aside ? is_closed : end == to;
}

bool speakers_fill(const struct news *news, size_t from, size_t to, struct speakers *speakers)
{
    *speakers = (struct speakers){.count = 0};
    if (from >= to)
        return false;
    if (one_fills(news, from, to, &speakers->items[0])) {
        speakers->count = 1;
        return true;
    }
    size_t at = from;
    bool is_last = false;
    while (speakers->count < SPEAKERS_MAX) {
        struct speaker *speaker = &speakers->items[speakers->count];
        size_t end = speaker_read(news, at, to, speaker);
        if (end == at || speaker->is_pronoun)
            return false;
        speakers->count++;
        if (end == to)
            return is_last && speakers->count > 1;
        if (is_last)
            return false;
        at = end + (news_is_mark(news, end, ',') ? 1 : 0);
        is_last = is_word(news, at, "and");
        at += is_last ? 1 : 0;
        if (at == end)
            return false;
    }
    return false;
}

size_t speaker_read_owner(const struct news *news, size_t from, struct speaker *speaker)
{
    const struct mention *mention = news_mention(news, from);
    if (!mention || mention->kind != MENTION_PERSON || mention->from != from ||
        !news_is_possessive(news, mention->to - 1))
        return from;
    *speaker = (struct speaker){.person = NEWS_NONE, .head = mention->to - 1};
    set_person(news, mention->index, speaker);
    return mention->to;
}
