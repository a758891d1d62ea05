// SPDX-License-Identifier: Apache-2.0
#include "report/roles.h"

#define ROLE_WORDS_MAX 16

static bool is_role_noun(const struct report *report, size_t i)
{
    return prose_token(&report->prose, i)->kind == TOKEN_WORD &&
           report_has_kind(report, i, KIND_ROLE);
}

// "of", "for": a role goes on behind them.
static bool is_link(const struct report *report, size_t i)
{
    static const char *const links[] = {"of", "for", "to", "on", "at"};
    for (size_t k = 0; k < sizeof links / sizeof links[0]; k++)
        if (report_is_word(report, i, links[k]))
            return true;
    return prose_token(&report->prose, i)->has_hyphen;
}

// Words that a role may be made of beside its noun.
static bool goes_with_role(const struct report *report, size_t i)
{
    const struct token *token = prose_token(&report->prose, i);
    if (token->kind != TOKEN_WORD || report_opens_quote(report, i))
        return token->kind == TOKEN_NUMBER;
    bool in_place = report_is_word(report, i, "in") && report_is_capital(report, i + 1) &&
                    !report_is_date_word(report, i + 1);
    if (is_link(report, i) || in_place)
        return true;
    bool is_stop = report_has_class(report, i, CLASS_AUXILIARY | CLASS_CONNECTIVE) ||
                   report_has_kind(report, i, KIND_PRONOUN) || report_is_date_word(report, i) ||
                   (report_has_kind(report, i, KIND_SAYING | KIND_STRESSING | KIND_GERUND) &&
                    !token->is_capital);
    if (is_stop && !is_role_noun(report, i))
        return false;
    if (report_has_class(report, i, CLASS_PREPOSITION))
        return false;
    struct str word = prose_word(&report->prose, i);
    bool is_verb =
        !token->is_capital && (str_ends_with(word, STR("ed")) || str_ends_with(word, STR("ing")));
    return !is_verb || report_is_word(report, i, "retired") ||
           report_is_word(report, i, "outgoing") || report_is_word(report, i, "acting");
}

size_t role_before(const struct report *report, size_t end, size_t least)
{
    size_t role = REPORT_NONE;
    size_t i = end;
    bool goes_on = end > least && (is_link(report, end - 1) ||
                                   report_has_class(report, end - 1, CLASS_DETERMINER));
    if (goes_on && !prose_token(&report->prose, end - 1)->has_hyphen)
        return end; // "the Secretary-General of the": the name is no person's
    while (i > least && end - i < ROLE_WORDS_MAX) {
        bool is_and = report_is_word(report, i - 1, "and") && report_is_capital(report, i) &&
                      i > least + 1 && report_is_capital(report, i - 2) && role == REPORT_NONE;
        if (!goes_with_role(report, i - 1) || (report_is_word(report, i - 1, "and") && !is_and))
            break;
        i--;
        if (is_role_noun(report, i))
            role = i;
        bool is_determiner = report_has_class(report, i, CLASS_DETERMINER) ||
                             report_is_word(report, i, "his") || report_is_word(report, i, "her");
        bool is_inside = i > least && is_link(report, i - 1);
        if (is_determiner && !is_inside && role != REPORT_NONE)
            break;
    }
    // A link leads the phrase only when more of it stands before.
    while (i < end && (report_has_class(report, i, CLASS_PREPOSITION) ||
                       report_is_word(report, i, "of") || report_is_word(report, i, "to")))
        i++;
    return role == REPORT_NONE || role < i ? end : i;
}

size_t role_after(const struct report *report, size_t from)
{
    bool has_role = false;
    size_t i = from;
    if (report_is_word(report, from, "and"))
        return from;
    while (i < from + ROLE_WORDS_MAX) {
        bool is_and = report_is_word(report, i, "and") && report_is_capital(report, i + 1);
        if (!goes_with_role(report, i) && !is_and)
            break;
        if (report_is_word(report, i, "who") || report_is_word(report, i, "whose") ||
            (i > from && report_is_word(report, i, "as")))
            break;
        if (!has_role && i > from + 8)
            break;
        has_role = has_role || is_role_noun(report, i);
        i++;
    }
    while (i > from && (report_has_class(report, i - 1, CLASS_PREPOSITION) ||
                        report_is_word(report, i - 1, "of")))
        i--;
    return has_role ? i : from;
}

struct str role_words(const struct report *report, size_t from, size_t to)
{
    static const char *const possessors[] = {"his", "her", "its", "their"};
    for (size_t k = 0; k < sizeof possessors / sizeof possessors[0]; k++)
        if (report_is_word(report, from, possessors[k]) && from + 1 < to)
            return report_words(report, from + 1, to);
    return report_words(report, from, to);
}
