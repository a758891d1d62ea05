// SPDX-License-Identifier: Apache-2.0
// Bodies: a run of capitalised words of which one makes bodies ("Council", "Ministry"), or an abbreviation.
#include "report/names.h"

#define BODY_WORDS_MAX 12

static bool is_body_word(const struct report *report, size_t i)
{
    return report_is_capital(report, i) &&
           (report_has_kind(report, i, KIND_BODY) || report_is_abbreviation(report, i)) &&
           !report_is_word(report, i, "us") && !report_is_word(report, i, "who") &&
           !report_has_kind(report, i, KIND_NATION);
}

static size_t add_body(struct report *report, struct str name)
{
    size_t index = names_add(report->body_names, name);
    if (index == report->bodies.count)
        *LIST_ADD(&report->bodies, struct str) = name;
    return index;
}

// Behind a word of the name: "and", "of the" when another word of the name follows. Result: that word
static size_t skip_joint(const struct report *report, size_t at, bool has_body)
{
    bool is_and = report_is_word(report, at, "and");
    if (!is_and && !report_is_word(report, at, "of") && !report_is_word(report, at, "for"))
        return at;
    size_t next = at + 1 + (report_is_word(report, at + 1, "the") ? 1 : 0);
    return report_is_capital(report, next) && (!is_and || !has_body) ? next : at;
}

// The end of a body's name that begins at i: "National Security and Defense Council of Ukraine".
static size_t body_end(const struct report *report, size_t i)
{
    size_t to = i;
    bool has_body = false;
    size_t at = i;
    while (report_is_capital(report, at) && at < i + BODY_WORDS_MAX &&
           !(has_body && report_has_kind(report, at, KIND_ROLE)) &&
           report->mention_at[at] == REPORT_NONE && !report_is_date_word(report, at) &&
           (at == i || !prose_token(&report->prose, at)->begins_line)) {
        has_body = has_body || is_body_word(report, at);
        at++;
        to = at;
        if (report_is_possessive(report, at - 1) && !report_is_nation(report, at - 1))
            break;
        at = skip_joint(report, at, has_body);
    }
    return has_body ? to : i;
}

// "the Trump administration": a body named after a person.
static void find_administrations(struct report *report)
{
    for (size_t i = 0; i < report->mentions.count; i++) {
        const struct mention *mention = LIST_AT(&report->mentions, struct mention, i);
        if (mention->kind == MENTION_PERSON &&
            (report_is_word(report, mention->to, "administration") ||
             report_is_word(report, mention->to, "government")))
            add_body(report,
                     prose_flat(prose_range(&report->prose, mention->to - 1, mention->to + 1),
                                report->arena));
    }
}

void names_find_bodies(struct report *report)
{
    find_administrations(report);
    for (size_t i = 0; i < report->prose.count; i++) {
        if (!report_is_capital(report, i) || report->mention_at[i] != REPORT_NONE ||
            report_has_class(report, i, CLASS_DETERMINER | CLASS_PREPOSITION))
            continue;
        bool is_title = report_has_kind(report, i, KIND_ROLE) && !is_body_word(report, i + 1);
        size_t to = is_title ? i : body_end(report, i);
        if (to == i)
            continue;
        size_t body =
            add_body(report, prose_flat(prose_range(&report->prose, i, to), report->arena));
        names_add_mention(report, MENTION_BODY, i, to, body);
        i = to - 1;
    }
}
