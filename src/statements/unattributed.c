// SPDX-License-Identifier: Apache-2.0
#include "statements/unattributed.h"

#define SENTENCE_WORDS 4 // a quotation that begins with a capital letter is a sentence from here on
#define CLAUSE_WORDS 8   // any other is more than a name or a term

bool unattributed_has_speaker(const struct news *news, const struct sentence *sentence)
{
    for (size_t i = sentence->from + 1; i < sentence->to; i++)
        if (news_has_kind(news, i, KIND_SAYING) && !news_is_capital(news, i) &&
            !news_is_quoted(news, i) && news_is_capital(news, i - 1) &&
            !news_is_date_word(news, i - 1))
            return true;
    return false;
}

static bool says_something(const struct news *news, const struct quotation *quotation)
{
    size_t words = 0;
    for (size_t i = quotation->from; i < quotation->to; i++)
        words += prose_token(&news->prose, i)->kind == TOKEN_WORD;
    return words >= CLAUSE_WORDS ||
           (words >= SENTENCE_WORDS && news_is_capital(news, quotation->from));
}

// Per token: whether a statement holds it or attributes it.
static bool *cover(const struct news *news, const struct list *said)
{
    bool *is_covered = ARENA_ARRAY(news->arena, bool, news->prose.count + 1);
    for (size_t i = 0; i < said->count; i++) {
        const struct said *one = LIST_AT(said, struct said, i);
        for (size_t t = one->from; t < one->to; t++)
            is_covered[t] = true;
        for (size_t t = one->attribution.from; t < one->attribution.to; t++)
            is_covered[t] = true;
    }
    return is_covered;
}

static bool is_touched(const bool *is_covered, size_t from, size_t to)
{
    for (size_t t = from; t < to; t++)
        if (is_covered[t])
            return true;
    return false;
}

static void mark(struct list *found, bool *is_covered, size_t from, size_t to)
{
    *LIST_ADD(found, struct unattributed) = (struct unattributed){from, to};
    for (size_t t = from; t < to; t++)
        is_covered[t] = true;
}

struct list unattributed_find(const struct news *news, const struct list *said)
{
    bool *is_covered = cover(news, said);
    struct list found = LIST_MAKE(news->arena, struct unattributed);
    size_t q = 0;
    for (size_t s = 0; s < news->sentences.count; s++) {
        const struct sentence *sentence = LIST_AT(&news->sentences, struct sentence, s);
        for (; q < news->quotations.count; q++) {
            const struct quotation *quotation = LIST_AT(&news->quotations, struct quotation, q);
            if (quotation->from >= sentence->to)
                break;
            if (!sentence->is_heading && says_something(news, quotation) &&
                !is_touched(is_covered, quotation->from, quotation->to))
                mark(&found, is_covered, quotation->from, quotation->to);
        }
        if (!sentence->is_heading && unattributed_has_speaker(news, sentence) &&
            !is_touched(is_covered, sentence->from, sentence->to))
            mark(&found, is_covered, sentence->from, sentence->to);
    }
    return found;
}
