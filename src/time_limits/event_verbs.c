// SPDX-License-Identifier: Apache-2.0
// Verbs that no list knows, and where a clause of its own begins before one.
#include "time_limits/event.h"

static bool is_bare_noun(const struct prose *prose, size_t i)
{
    return prose_token(prose, i)->kind == TOKEN_WORD &&
           !prose_has_class(prose, i,
                            CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_CONNECTIVE |
                                CLASS_AUXILIARY | CLASS_CARDINAL | CLASS_ORDINAL | CLASS_UNIT |
                                CLASS_DAY_KIND | CLASS_RELATIVE | CLASS_TIME | CLASS_LEAD) &&
           !prose_is_one_of(prose, i, "of and or not");
}

bool event_is_open_verb(const struct prose *prose, size_t i)
{
    const struct token *token = prose_token(prose, i);
    if (i == 0 || token->kind != TOKEN_WORD || token->is_capital || token->length < 4 ||
        token->has_hyphen || !is_bare_noun(prose, i) || !is_bare_noun(prose, i - 1) ||
        !prose_has_class(prose, i + 1, CLASS_DETERMINER) || prose_is_word(prose, i + 1, "that") ||
        !vocabulary_is_english(prose->vocabulary) ||
        prose_has_class(prose, i, CLASS_EVENT | CLASS_STATE | CLASS_PERIOD | CLASS_MONTH))
        return false;
    struct str word = prose_word(prose, i);
    struct str noun = prose_word(prose, i - 1);
    bool is_plural = str_ends_with(noun, STR("s")) && !str_ends_with(noun, STR("ss"));
    if (str_ends_with(word, STR("ed")))
        return true;
    if (str_ends_with(word, STR("s")))
        return !is_plural && !str_ends_with(word, STR("ss")) && !str_ends_with(word, STR("us"));
    return is_plural && !str_ends_with(word, STR("ly")) && !str_ends_with(word, STR("ing"));
}

static bool is_led(const struct prose *prose, size_t i)
{
    return prose_has_class(prose, i - 1, CLASS_PREPOSITION | CLASS_DETERMINER) ||
           prose_is_one_of(prose, i - 1, "of and or");
}

size_t event_main_clause(const struct prose *prose, size_t at, size_t modal)
{
    for (size_t i = at; i < modal; i++)
        if (prose_has_class(prose, i, CLASS_RELATIVE) ||
            prose_is_one_of(prose, i, "which that who whom whose where"))
            return 0;
    for (size_t i = modal - 1; i > at + 1; i--) {
        const struct token *token = prose_token(prose, i);
        bool is_name = token->is_capital && !prose_token(prose, i - 1)->is_capital;
        if ((prose_has_class(prose, i, CLASS_DETERMINER) || is_name) && !is_led(prose, i))
            return i;
        if (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER)
            return 0;
    }
    return 0;
}
