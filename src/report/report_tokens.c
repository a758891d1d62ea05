// SPDX-License-Identifier: Apache-2.0
// What the passes ask of a report's tokens.
#include "report/report.h"

bool report_is_word(const struct report *report, size_t token, const char *word)
{
    return prose_is_word(&report->prose, token, word);
}

bool report_is_mark(const struct report *report, size_t token, uint32_t code_point)
{
    return prose_is_mark(&report->prose, token, code_point);
}

bool report_has_kind(const struct report *report, size_t token, uint32_t kinds)
{
    return token < report->prose.count && (report->kinds[token] & kinds) != 0;
}

bool report_has_class(const struct report *report, size_t token, uint32_t classes)
{
    return prose_has_class(&report->prose, token, classes);
}

bool report_is_capital(const struct report *report, size_t token)
{
    const struct token *word = prose_token(&report->prose, token);
    return word->kind == TOKEN_WORD && word->is_capital;
}

bool report_is_abbreviation(const struct report *report, size_t token)
{
    struct str word = prose_word(&report->prose, token);
    if (prose_token(&report->prose, token)->kind != TOKEN_WORD || word.length < 2 ||
        word.length > 6)
        return false;
    for (size_t k = 0; k < word.length; k++)
        if (word.bytes[k] < 'A' || word.bytes[k] > 'Z')
            return false;
    return true;
}

bool report_is_quoted(const struct report *report, size_t token)
{
    return token < report->prose.count && report->quotation_at[token] != REPORT_NONE;
}

const struct quotation *report_quotation(const struct report *report, size_t token)
{
    return LIST_AT(&report->quotations, struct quotation, report->quotation_at[token]);
}

static bool is_quote_mark(const struct report *report, size_t token)
{
    return prose_token(&report->prose, token)->kind == TOKEN_MARK &&
           !report_is_quoted(report, token);
}

bool report_opens_quote(const struct report *report, size_t token)
{
    return is_quote_mark(report, token) && report_is_quoted(report, token + 1) &&
           report_quotation(report, token + 1)->from == token + 1;
}

bool report_closes_quote(const struct report *report, size_t token)
{
    return token > 0 && is_quote_mark(report, token) && report_is_quoted(report, token - 1);
}

bool report_is_possessive(const struct report *report, size_t token)
{
    const struct token *word = prose_token(&report->prose, token);
    size_t end = (size_t)word->at + word->length;
    struct str rest = str_skip(report->prose.text, end);
    return str_starts_with(rest, STR("'")) || str_starts_with(rest, STR("\xe2\x80\x99"));
}

bool report_is_date_word(const struct report *report, size_t token)
{
    return report_has_class(report, token, CLASS_WEEKDAY | CLASS_MONTH) &&
           report_is_capital(report, token);
}

bool report_is_nation(const struct report *report, size_t token)
{
    bool needs_united =
        report_is_word(report, token, "States") || report_is_word(report, token, "Kingdom");
    return report_is_capital(report, token) && report_has_kind(report, token, KIND_NATION) &&
           (!needs_united || (token > 0 && report_is_word(report, token - 1, "United")));
}

const struct mention *report_mention(const struct report *report, size_t token)
{
    if (token >= report->prose.count || report->mention_at[token] == REPORT_NONE)
        return NULL;
    return LIST_AT(&report->mentions, struct mention, report->mention_at[token]);
}

const struct mention *report_person_at(const struct report *report, size_t token)
{
    const struct mention *mention = report_mention(report, token);
    bool is_person = mention && mention->kind == MENTION_PERSON && mention->from == token;
    return is_person ? mention : NULL;
}

const struct person *report_person(const struct report *report, size_t index)
{
    return LIST_AT(&report->persons, struct person, index);
}

struct str report_words(const struct report *report, size_t from, size_t to)
{
    while (from < to && (report_is_word(report, from, "the") || report_is_word(report, from, "a") ||
                         report_is_word(report, from, "an")))
        from++;
    return prose_flat(prose_range(&report->prose, from, to), report->arena);
}
