// SPDX-License-Identifier: Apache-2.0
// Events in languages that have no rules of their own here: a phrase ends where a verb, a preposition or a
// mark stands. "l'entrée en vigueur" goes on because both sides of its preposition are words of events.
#include "time_limits/event.h"

#define WORDS_MAX 16

static bool ends_phrase(const struct prose *prose, size_t i, size_t at)
{
    uint32_t ends = CLASS_MODAL | CLASS_AUXILIARY | CLASS_FINITE | CLASS_CONNECTIVE;
    if (i > at && prose_has_class(prose, i, CLASS_PREPOSITION))
        return !(prose_has_class(prose, i - 1, CLASS_EVENT) &&
                 prose_has_class(prose, i + 1, CLASS_EVENT));
    return prose_has_class(prose, i, ends);
}

size_t event_read_elsewhere(const struct prose *prose, size_t at, enum event_kind kind)
{
    size_t i = at;
    bool has_event = false;
    bool has_noun = false;
    if (prose_has_class(prose, at, CLASS_PREPOSITION))
        return 0;
    for (; i < at + WORDS_MAX; i++) {
        const struct token *token = prose_token(prose, i);
        bool is_word = token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
        if (!is_word || ends_phrase(prose, i, at))
            break;
        has_event = has_event || prose_has_class(prose, i, CLASS_EVENT);
        has_noun = has_noun || !prose_has_class(prose, i, CLASS_DETERMINER);
    }
    while (i > at && prose_has_class(prose, i - 1, CLASS_DETERMINER))
        i--;
    bool wants_event = kind == EVENT_HAPPENS || kind == EVENT_CLAUSE || kind == EVENT_DONE;
    bool is_period = kind == EVENT_PERIOD || kind == EVENT_NAMED_PERIOD || kind == EVENT_NAMED_DAY;
    return has_noun && !is_period && (has_event || !wants_event) ? i - at : 0;
}

const char *event_known_elsewhere(const struct prose *prose, size_t from, size_t to)
{
    static const struct {
        const char *word;
        const char *name;
    } known[] = {
        {"signature", "signing"},      {"firma", "signing"},
        {"unterzeichnung", "signing"}, {"подписания", "signing"},
        {"подписание", "signing"},     {"підписання", "signing"},
        {"التوقيع", "signing"},        {"vigueur", "entry.into.force"},
        {"vigor", "entry.into.force"}, {"inkrafttreten", "entry.into.force"},
        {"силу", "entry.into.force"},  {"чинності", "entry.into.force"},
    };
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof known / sizeof known[0]; k++)
            if (prose_is_word(prose, i, known[k].word))
                return known[k].name;
    return NULL;
}
