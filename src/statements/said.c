// SPDX-License-Identifier: Apache-2.0
// The words stand in a quotation or clause before, behind or around the attribution: five cases, in the
// order in which they are tried.
#include "statements/said.h"

#define CLAUSE_REACH 12 // tokens from the start of a clause to its verb
#define COLON_REACH 14  // tokens from a verb of saying to the colon before a quotation

static const struct sentence *sentence_at(const struct news *news, size_t i)
{
    return LIST_AT(&news->sentences, struct sentence, i);
}

static bool is_sentence_mark(const struct news *news, size_t i)
{
    return prose_token(&news->prose, i)->kind != TOKEN_WORD &&
           (prose_is_sentence_end(&news->prose, i) || news_closes_quote(news, i));
}

// True when nothing but final marks stands between `at` and the end of the sentence.
static bool is_at_end(const struct news *news, const struct sentence *sentence, size_t at)
{
    while (at < sentence->to && is_sentence_mark(news, at))
        at++;
    return at >= sentence->to;
}

size_t said_quotation_start(const struct news *news, size_t token)
{
    size_t index = news->quotation_at[token];
    while (index > 0 && LIST_AT(&news->quotations, struct quotation, index - 1)->goes_on)
        index--;
    return LIST_AT(&news->quotations, struct quotation, index)->from;
}

// A quotation that makes a sentence of its own: it begins at the start of the sentence.
static bool is_whole_quotation(const struct news *news, const struct sentence *sentence,
                               size_t closing)
{
    const struct quotation *quotation = news_quotation(news, closing - 1);
    size_t start = said_quotation_start(news, closing - 1);
    return start < quotation->from || quotation->from <= sentence->from + 1;
}

// Where a clause ends before the marks of its end and before an opening quotation mark.
static size_t without_comma(const struct news *news, size_t to)
{
    return to > 0 && news_is_mark(news, to - 1, ',') ? to - 1 : to;
}

// Case 1: “...,” NAME said. The quotation may be the sentence before.
static bool take_quotation_before(const struct news *news, const struct sentence *sentence,
                                  struct said *said)
{
    size_t before = said->attribution.from;
    bool is_own_sentence = before == sentence->from;
    // “...”, NAME said: the comma may stand outside.
    if (before > sentence->from + 2 && news_is_mark(news, before - 1, ',') &&
        news_closes_quote(news, before - 2))
        before--;
    if (before == 0 || !news_closes_quote(news, before - 1))
        return false;
    if (is_own_sentence && (sentence->begins_paragraph || said->attribution.has_that ||
                            !is_at_end(news, sentence, said->attribution.to)))
        return false;
    if (!is_own_sentence && !is_whole_quotation(news, sentence, before - 1))
        return false;
    said->from = said_quotation_start(news, before - 2);
    said->to = before - 1 - (news_is_mark(news, before - 2, ',') ? 1 : 0); // the reporter's
    said->form = FORM_DIRECT;
    return said->to > said->from; // “,” says nothing
}

// The token of the quotation mark behind "NAME said", "NAME said, leaving the house:".
static size_t find_quotation_after(const struct news *news, const struct sentence *sentence,
                                   const struct attribution *attribution)
{
    size_t at = attribution->to;
    if (news_opens_quote(news, at))
        return at;
    for (size_t i = at; i < sentence->to && i < at + COLON_REACH; i++)
        if (news_is_mark(news, i, ':'))
            return news_opens_quote(news, i + 1) && !attribution->has_that ? i + 1 : NEWS_NONE;
        else if (news_is_quoted(news, i))
            return NEWS_NONE;
    return NEWS_NONE;
}

// Case 2: NAME said: “...”
static bool take_quotation_after(const struct news *news, const struct sentence *sentence,
                                 struct said *said)
{
    size_t at = find_quotation_after(news, sentence, &said->attribution);
    if (at == NEWS_NONE)
        return false;
    const struct quotation *quotation = news_quotation(news, at + 1);
    bool after_colon = news_is_mark(news, at - 1, ':');
    bool is_sentence =
        news_is_capital(news, at + 1) || after_colon || news_is_mark(news, at - 1, ',');
    bool is_introduced = after_colon || news_is_mark(news, at - 1, ',') ||
                         said->attribution.shape != SHAPE_SAME_SUBJECT;
    if (!is_sentence || !is_introduced ||
        !(is_at_end(news, sentence, quotation->to) || after_colon))
        return false;
    said->from = quotation->from;
    said->to = quotation->to;
    said->form = FORM_DIRECT;
    return true;
}

// "...; the hard part, NAME added, was": behind the semicolon begin the words of the next attribution,
// unless they only go on with a list. Result: the token of the semicolon, or limit
static size_t before_next_clause(const struct news *news, size_t from, size_t limit)
{
    if (limit < from + 2 || !news_is_mark(news, limit - 1, ',') ||
        news_has_kind(news, limit, KIND_GERUND))
        return limit;
    for (size_t i = limit; i > from + 1; i--) {
        if (news_is_quoted(news, i - 1))
            return limit;
        if (news_is_mark(news, i - 1, ';'))
            return news_has_kind(news, i, KIND_JOINT) ? limit : i - 1;
    }
    return limit;
}

// "..., on condition of anonymity" tells how it was said, and nobody said it.
static size_t without_anonymity(const struct news *news, size_t from, size_t to)
{
    bool is_anonymous = to > from + 5 && news_is_word(news, to - 1, "anonymity") &&
                        news_is_word(news, to - 2, "of") && news_is_word(news, to - 3, "condition");
    if (!is_anonymous)
        return to;
    to -= 3;
    to -= news_is_word(news, to - 1, "the") ? 1 : 0;
    to -= news_is_word(news, to - 1, "on") ? 1 : 0;
    return without_comma(news, to);
}

// Where reported words end: before the next attribution of the sentence, without the joining word.
static size_t reported_end(const struct news *news, const struct sentence *sentence, size_t from,
                           size_t limit)
{
    size_t to = limit < sentence->to ? limit : sentence->to;
    bool goes_on = to < sentence->to;
    to = goes_on ? before_next_clause(news, from, to) : to;
    while (goes_on && to > from) {
        goes_on = news_is_mark(news, to - 1, ',') || news_is_mark(news, to - 1, ';') ||
                  (news_has_kind(news, to - 1, KIND_JOINT | KIND_MODIFIER) &&
                   !news_is_quoted(news, to - 1)) ||
                  news_is_word(news, to - 1, "before") || news_is_word(news, to - 1, "by");
        to -= goes_on ? 1 : 0;
    }
    while (to > from && prose_is_sentence_end(&news->prose, to - 1))
        to--;
    return without_anonymity(news, from, to);
}

// "described the talks as productive"
static bool describes(const struct news *news, size_t verb, size_t to)
{
    if (!news_is_word(news, verb, "described") && !news_is_word(news, verb, "describes") &&
        !news_is_word(news, verb, "describing"))
        return false;
    for (size_t i = verb + 1; i < to; i++)
        if (news_is_word(news, i, "as"))
            return true;
    return false;
}

// "the talks are continuing": a subject and, near it, a finite verb. "the need to have" is none.
static bool is_clause(const struct news *news, size_t from, size_t to)
{
    if (news_has_class(news, from, CLASS_PREPOSITION))
        return false;
    for (size_t i = from + 1; i < to && i < from + CLAUSE_REACH; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK || news_is_word(news, i, "to") ||
            news_is_word(news, i, "that") || news_is_word(news, i, "which") ||
            news_is_word(news, i, "who"))
            return false;
        if (news_has_class(news, i, CLASS_AUXILIARY) && !news_is_word(news, i, "not"))
            return true;
    }
    return false;
}

#define ACCUSED_REACH 12 // tokens from "accused" to "of"

// "accused the government of staging it", but not one another.
static bool accuses(const struct news *news, size_t verb, size_t to)
{
    if (!news_is_word(news, verb, "accused") && !news_is_word(news, verb, "accuses") &&
        !news_is_word(news, verb, "accusing"))
        return false;
    for (size_t i = verb + 2; i + 1 < to && i < verb + ACCUSED_REACH; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK || news_is_word(news, i, "other"))
            return false;
        if (news_is_word(news, i, "of") &&
            str_ends_with(prose_word(&news->prose, i + 1), STR("ing")))
            return true;
    }
    return false;
}

// "called the letter an insult": two phrases behind the verb, of which the second says what the first is.
static bool names_something(const struct news *news, size_t verb, size_t to)
{
    static const char *const verbs[] = {"called",  "calls",    "calling",
                                        "branded", "labelled", "labeled"};
    bool is_naming = false;
    for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
        is_naming = is_naming || news_is_word(news, verb, verbs[k]);
    bool is_known = news_is_word(news, verb + 1, "the") || news_is_word(news, verb + 1, "this") ||
                    news_is_word(news, verb + 1, "it") || news_is_word(news, verb + 1, "that");
    for (size_t i = verb + 2; is_naming && is_known && i < to && i < verb + ACCUSED_REACH; i++) {
        if (prose_token(&news->prose, i)->kind == TOKEN_MARK)
            return false;
        bool is_article = news_is_word(news, i, "a") || news_is_word(news, i, "an");
        if (is_article)
            return !news_has_class(news, i + 1, CLASS_UNIT) &&
                   !news_has_class(news, i - 1, CLASS_PREPOSITION) &&
                   !news_is_word(news, i - 1, "of");
    }
    return false;
}

// What keeps a weak verb from attributing: no "that", no quotation, nothing asked for.
static bool says_nothing(const struct news *news, const struct attribution *attribution,
                         size_t from, size_t to)
{
    bool has_quote = false;
    for (size_t i = from; i < to; i++)
        has_quote = has_quote || news_is_quoted(news, i);
    if (news_is_word(news, from, "to") && !attribution->has_that && !attribution->is_urging)
        return true; // "agreed to “pause” the talks"
    if (news_has_kind(news, from, KIND_EMPTY) && !attribution->has_that && !has_quote)
        return true;
    bool is_bare = news_has_kind(news, attribution->verb, KIND_BARE) && is_clause(news, from, to);
    return attribution->is_weak && !attribution->has_that && !attribution->is_urging &&
           !has_quote && !is_bare && !describes(news, attribution->verb, to) &&
           !accuses(news, attribution->verb, to) && !names_something(news, attribution->verb, to);
}

// "the deal, which NAME called ..."
static bool is_relative(const struct news *news, const struct attribution *attribution)
{
    size_t from = attribution->from;
    return from > 0 &&
           (news_is_word(news, from - 1, "which") || news_is_word(news, from - 1, "whom") ||
            news_is_word(news, from - 1, "what"));
}

// Such a clause ends at the next comma or dash outside quotation marks.
static size_t relative_end(const struct news *news, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (!news_is_quoted(news, i) &&
            (news_is_mark(news, i, ',') || news_is_mark(news, i, 0x2014) ||
             news_is_mark(news, i, 0x2013)))
            return i;
    return to;
}

// Case 3: NAME said that ...; limit: where the next attribution begins.
static bool take_clause_after(const struct news *news, const struct sentence *sentence,
                              size_t limit, struct said *said)
{
    size_t from = said->attribution.to;
    size_t to = reported_end(news, sentence, from, limit);
    if (is_relative(news, &said->attribution))
        to = relative_end(news, from, to);
    if (from >= to || to - from < 2 || news_is_mark(news, from, ',') ||
        news_is_mark(news, from, ';') || says_nothing(news, &said->attribution, from, to))
        return false;
    said->from = from;
    said->to = to;
    said->form = FORM_REPORTED;
    return true;
}

// Case 4: ..., NAME said. Also "... to “align ...,” NAME said."
static bool take_clause_before(const struct news *news, const struct sentence *sentence,
                               size_t least, struct said *said)
{
    size_t to = said->attribution.from;
    bool after_comma = to > sentence->from && news_is_mark(news, to - 1, ',');
    bool after_quote = to > sentence->from && news_closes_quote(news, to - 1);
    bool is_closed = is_at_end(news, sentence, said->attribution.to) ||
                     news_is_mark(news, said->attribution.to, ',') ||
                     news_opens_quote(news, said->attribution.to) ||
                     said->attribution.shape == SHAPE_INVERTED;
    if ((!after_comma && !after_quote) || to <= least + 3 || !is_closed ||
        news_has_kind(news, least, KIND_GERUND))
        return false;
    said->from = least;
    said->to = without_comma(news, to);
    said->form = FORM_REPORTED;
    return true;
}

// What stands on both sides of the attribution; `behind` is where the words go on.
static bool take_around(const struct news *news, const struct sentence *sentence, size_t least,
                        size_t behind, size_t limit, struct said *said)
{
    said->from = least;
    said->to = reported_end(news, sentence, behind, limit);
    said->form = FORM_REPORTED;
    said->has_gap = true;
    return said->to > behind + 1;
}

// Case 5: The talks, NAME said, were useful. Also: The talks, NAME said, “were useful.”
static bool take_clause_around(const struct news *news, const struct sentence *sentence,
                               size_t least, size_t limit, struct said *said)
{
    const struct attribution *attribution = &said->attribution;
    size_t behind = attribution->to; // a comma before a quotation belongs to the attribution
    bool has_comma = news_is_mark(news, behind, ',') || news_is_mark(news, behind - 1, ',');
    bool is_framed = attribution->from > least + 1 &&
                     news_is_mark(news, attribution->from - 1, ',') && has_comma &&
                     behind + 2 < sentence->to && !news_closes_quote(news, least + 1);
    if (!is_framed)
        return false;
    size_t next = behind + (news_is_mark(news, behind, ',') ? 1 : 0);
    bool is_new_sentence = news_opens_quote(news, next) && news_is_capital(news, next + 1);
    if (is_new_sentence || news_has_kind(news, next, KIND_GERUND) ||
        news_closes_quote(news, attribution->from - 2))
        return false;
    return take_around(news, sentence, least, attribution->to, limit, said);
}

// Circumstances behind quoted words: called it “a bet” in a post on Wednesday.
static void cut_circumstances(const struct news *news, struct said *said)
{
    size_t quote = said->to;
    while (quote > said->from && !news_closes_quote(news, quote - 1))
        quote--;
    if (quote == said->from || quote == said->to)
        return;
    struct circumstances more = said->attribution.circumstances;
    if (circumstances_read(news, quote, said->to, &more) < said->to)
        return;
    said->attribution.circumstances = more;
    said->to = quote;
}

// “...,” NAME said, “...”: the rest of the quotation in the same sentence.
static void take_rest_of_quotation(const struct news *news, const struct sentence *sentence,
                                   size_t limit, struct said *said)
{
    for (size_t i = said->attribution.to; i < sentence->to && i < limit; i++)
        if (news_opens_quote(news, i) && news_quotation(news, i + 1)->from >= said->to) {
            bool is_joined = i == said->attribution.to || news_is_mark(news, i - 1, ',') ||
                             news_is_mark(news, i - 1, ':') || news_is_mark(news, i - 1, ';');
            if (is_joined)
                said->to = news_quotation(news, i + 1)->to;
            return;
        }
}

// “Will you go?” NAME asked: the quotation that is a sentence belongs to the sentence behind it.
static bool is_of_next_sentence(const struct news *news, size_t index)
{
    if (index + 1 >= news->sentences.count)
        return false;
    const struct sentence *next = sentence_at(news, index + 1);
    struct attribution attribution;
    return !next->begins_paragraph && !news_opens_quote(news, next->from) &&
           attribution_find(news, next, next->from, &attribution) &&
           attribution.from == next->from && !attribution.has_that &&
           is_at_end(news, next, attribution.to);
}

// Sentences that follow in the same paragraph and are only a quotation go on with it.
static void take_following(const struct news *news, size_t index, size_t limit, struct said *said)
{
    said->sentence = index;
    if (said->form != FORM_DIRECT)
        return;
    take_rest_of_quotation(news, sentence_at(news, index), limit, said);
    for (size_t i = index + 1; i < news->sentences.count; i++) {
        const struct sentence *sentence = sentence_at(news, i);
        if (!news_opens_quote(news, sentence->from))
            return;
        const struct quotation *quotation = news_quotation(news, sentence->from + 1);
        const struct quotation *before = news_quotation(news, said->to - 1);
        bool goes_on = before->goes_on || !sentence->begins_paragraph;
        if (!goes_on || !is_at_end(news, sentence, quotation->to) || is_of_next_sentence(news, i))
            return;
        said->to = quotation->to;
        said->sentence = i;
    }
}

// A verb goes on with the subject before an aside: "is", "considers", "rejected the".
static bool goes_on_with_verb(const struct news *news, size_t i)
{
    if (news_has_class(news, i, CLASS_AUXILIARY | CLASS_MODAL | CLASS_FINITE))
        return true;
    struct str word = prose_word(&news->prose, i);
    bool may_be_verb = prose_token(&news->prose, i)->kind == TOKEN_WORD &&
                       !news_is_capital(news, i) && !news_has_class(news, i, CLASS_DETERMINER) &&
                       (str_ends_with(word, STR("s")) || str_ends_with(word, STR("ed")));
    return may_be_verb && (news_has_class(news, i + 1,
                                          CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE |
                                              CLASS_AUXILIARY) ||
                           news_is_word(news, i + 1, "to") || news_is_capital(news, i + 1) ||
                           news_has_kind(news, i + 1, KIND_NEGATION));
}

// "The text, according to NAME, is closed."
static bool take_around_according(const struct news *news, const struct sentence *sentence,
                                  size_t least, size_t limit, struct said *said)
{
    size_t from = said->attribution.from;
    size_t behind = said->attribution.to + (news_is_mark(news, said->attribution.to, ',') ? 1 : 0);
    bool is_framed = from > least + 1 && news_is_mark(news, from - 1, ',') &&
                     news_is_mark(news, behind - 1, ',') && behind + 1 < sentence->to;
    return is_framed && goes_on_with_verb(news, behind) &&
           take_around(news, sentence, least, behind, limit, said);
}

// "According to NAME, ..." and "..., according to NAME."
static bool take_according(const struct news *news, const struct sentence *sentence, size_t least,
                           size_t limit, struct said *said)
{
    size_t at = said->attribution.to;
    if (news_is_mark(news, at, ',') && said->attribution.from <= least + 1) {
        said->attribution.to = at + 1;
        said->attribution.has_that = true;
        return take_clause_after(news, sentence, limit, said);
    }
    if (take_quotation_before(news, sentence, said) ||
        take_around_according(news, sentence, least, limit, said))
        return true;
    said->from = least;
    said->to = without_comma(news, said->attribution.from);
    said->form = FORM_REPORTED;
    return said->to > said->from + 2;
}

static bool take_words(const struct news *news, const struct sentence *sentence, size_t least,
                       size_t limit, struct said *said)
{
    const struct attribution *attribution = &said->attribution;
    least += news_is_mark(news, least, ';') ? 1 : 0;
    if (attribution->shape == SHAPE_ACCORDING)
        return take_according(news, sentence, least, limit, said);
    if (attribution->shape == SHAPE_COLON)
        return take_quotation_after(news, sentence, said);
    if (attribution->shape != SHAPE_SAME_SUBJECT && take_quotation_before(news, sentence, said))
        return true;
    if (attribution->shape != SHAPE_SAME_SUBJECT &&
        take_clause_around(news, sentence, least, limit, said))
        return true;
    if (take_quotation_after(news, sentence, said))
        return true;
    bool ends_here = is_at_end(news, sentence, attribution->to);
    if (attribution->shape != SHAPE_INVERTED && !ends_here &&
        take_clause_after(news, sentence, limit, said)) {
        cut_circumstances(news, said);
        return true;
    }
    return attribution->shape != SHAPE_SAME_SUBJECT &&
           take_clause_before(news, sentence, least, said);
}

bool said_split(const struct news *news, struct said *said, struct said *rest)
{
    if (said->form != FORM_REPORTED)
        return false;
    for (size_t i = said->from + 1; i + 2 < said->to; i++) {
        bool is_last =
            news_is_mark(news, i, ':') && news_opens_quote(news, i + 1) &&
            news_is_capital(news, i + 2) &&
            is_at_end(news, sentence_at(news, said->sentence), news_quotation(news, i + 2)->to);
        if (!is_last)
            continue;
        *rest = (struct said){.attribution = said->attribution,
                              .form = FORM_DIRECT,
                              .from = i + 2,
                              .to = news_quotation(news, i + 2)->to};
        said->to = i;
        take_following(news, said->sentence, rest->to, rest);
        return true;
    }
    return false;
}

bool said_take(const struct news *news, size_t index, size_t least, size_t limit, struct said *said)
{
    if (!take_words(news, sentence_at(news, index), least, limit, said))
        return false;
    take_following(news, index, limit, said);
    return true;
}
