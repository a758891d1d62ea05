// SPDX-License-Identifier: Apache-2.0
// What was: "those who at the time of the conquest were natives", "the rules in force on the day of signing".
// A point in time whose clause tells what happened, or in what state something was, limits nobody.
#include "time_limits/limits_parts.h"

#define CLAUSE_TOKENS 24 // how far the verb of a clause, and what opens it, is sought

// What a word says of the clause it stands in.
enum clause_sign {
    SIGN_NONE,
    SIGN_DUTY,      // shall, to leave, is: something is to be done, or is done now
    SIGN_PAST,      // was, had, stood
    SIGN_PERFECT,   // has, have
    SIGN_MAY_PAST,  // registered: a past tense, or a participle
    SIGN_NOT,       // what was not done by then may have been due
    SIGN_OPENS,     // who, which, that, as it
    SIGN_CONDITION, // if, unless: what follows may be a deadline
    SIGN_END,
};

static bool opens_clause(const struct prose *prose, size_t at)
{
    return prose_is_one_of(prose, at, "who whom whose which that") ||
           (prose_is_word(prose, at, "as") &&
            prose_is_one_of(prose, at + 1, "it they he she this these"));
}

static bool is_infinitive(const struct prose *prose, size_t at)
{
    const struct token *next = prose_token(prose, at + 1);
    return prose_is_word(prose, at, "to") && next->kind == TOKEN_WORD && !next->is_capital &&
           !prose_has_class(prose, at + 1, CLASS_DETERMINER) &&
           !prose_is_one_of(prose, at + 1, "them him us those which whom");
}

// "and meets in Oslo": a present verb that goes on with the sentence.
static bool is_joined_present(const struct prose *prose, size_t at)
{
    struct str word = prose_word(prose, at + 1);
    return prose_is_one_of(prose, at, "and or but") &&
           prose_token(prose, at + 1)->kind == TOKEN_WORD && str_ends_with(word, STR("s")) &&
           !str_ends_with(word, STR("ss")) &&
           prose_has_class(prose, at + 2, CLASS_PREPOSITION | CLASS_DETERMINER);
}

static bool is_present(const struct prose *prose, size_t at)
{
    return prose_has_class(prose, at, CLASS_MODAL) || is_infinitive(prose, at) ||
           is_joined_present(prose, at) || prose_is_one_of(prose, at, "be is are do does") ||
           (prose_has_class(prose, at, CLASS_FINITE) && !prose_has_class(prose, at, CLASS_EVENT) &&
            str_ends_with(prose_word(prose, at), STR("s")));
}

static bool may_be_past(const struct prose *prose, size_t at)
{
    if (prose_is_one_of(prose, at,
                        "held made kept left lay met bore fought built bought brought "
                        "sold sought taught led lost paid slept spent won"))
        return true;
    bool is_before_noun =
        (at > 0 && prose_has_class(prose, at - 1, CLASS_DETERMINER) &&
         !opens_clause(prose, at - 1)) ||
        !prose_has_class(prose, at + 1, CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONNECTIVE);
    bool is_there = prose_is_one_of(prose, at + 1, "there here");
    return (!is_before_noun || is_there) && str_ends_with(prose_word(prose, at), STR("ed"));
}

static enum clause_sign verb_sign(const struct prose *prose, size_t at)
{
    if (prose_is_one_of(prose, at, "not never neither nor"))
        return SIGN_NOT;
    if (prose_is_one_of(prose, at,
                        "was were had stood came took began became fell gave went knew sat flew "
                        "arose chose drew drove grew rose ran saw spoke wrote wore broke"))
        return SIGN_PAST;
    if (prose_is_one_of(prose, at, "has have"))
        return SIGN_PERFECT;
    if (is_present(prose, at))
        return SIGN_DUTY;
    return may_be_past(prose, at) ? SIGN_MAY_PAST : SIGN_NONE;
}

static enum clause_sign sign_at(const struct prose *prose, size_t at)
{
    const struct token *token = prose_token(prose, at);
    if (token->kind == TOKEN_NUMBER)
        return SIGN_NONE;
    if (token->kind != TOKEN_WORD)
        return SIGN_END;
    if (prose_is_one_of(prose, at, "if unless when once provided until whenever because while"))
        return SIGN_CONDITION;
    return opens_clause(prose, at) ? SIGN_OPENS : verb_sign(prose, at);
}

// What the words before a point tell of its clause.
enum clause_tense { TENSE_PAST, TENSE_OTHER, TENSE_BEHIND };

// "who were named by the Union arrive before": a verb of many right before the point.
static bool is_bare_verb(const struct prose *prose, size_t at)
{
    return prose_is_one_of(prose, at,
                           "arrive come depart enter expire go leave meet pay reply "
                           "report retire return start vote withdraw");
}

// "which had been established before", "the house was sold after": the verb stands before the point.
// TENSE_BEHIND: the clause has just been opened, and its verb is still to come.
static enum clause_tense tense_before(const struct prose *prose, size_t from, size_t sentence_from,
                                      bool *is_denied)
{
    bool has[SIGN_END + 1] = {false};
    if (is_bare_verb(prose, from - 1))
        return TENSE_OTHER;
    for (size_t i = from; i > sentence_from && from - i < CLAUSE_TOKENS; i--) {
        enum clause_sign sign = sign_at(prose, i - 1);
        has[sign] = true;
        *is_denied = has[SIGN_NOT];
        bool has_verb = has[SIGN_PAST] || has[SIGN_PERFECT] || has[SIGN_MAY_PAST];
        if (sign == SIGN_CONDITION || (sign == SIGN_DUTY && !has_verb))
            return TENSE_OTHER;
        if (sign == SIGN_OPENS)
            return has_verb ? TENSE_PAST : TENSE_BEHIND;
        if (sign == SIGN_END || sign == SIGN_DUTY)
            break;
    }
    return has[SIGN_PAST] ? TENSE_PAST : TENSE_OTHER;
}

// "who at the time of conquest were natives": a clause within the point ("the day on which …") has a verb
// of its own.
static bool is_past_behind(const struct prose *prose, size_t from)
{
    size_t inner = 0;
    bool was_verb = false;
    for (size_t i = from; i < from + CLAUSE_TOKENS; i++) {
        enum clause_sign sign = prose_is_mark(prose, i, ',') ? SIGN_NONE : sign_at(prose, i);
        bool is_verb = sign == SIGN_PAST || sign == SIGN_PERFECT || sign == SIGN_MAY_PAST;
        if (sign == SIGN_END || (sign == SIGN_DUTY && inner == 0))
            return false;
        if (is_verb && !was_verb && inner == 0)
            return !is_infinitive(prose, i + 1);
        if (is_verb && !was_verb)
            inner--;
        was_verb = is_verb;
        inner += sign == SIGN_OPENS || sign == SIGN_CONDITION;
    }
    return false;
}

// "At the time of its adoption the province was under direct rule."
static bool is_past_sentence(const struct prose *prose, size_t to)
{
    for (size_t i = to; i < to + CLAUSE_TOKENS; i++) {
        enum clause_sign sign = prose_is_mark(prose, i, ',') ? SIGN_NONE : sign_at(prose, i);
        if (sign == SIGN_PAST)
            return !is_infinitive(prose, i + 1);
        if (sign != SIGN_NONE)
            return false;
    }
    return false;
}

// "the rules in force", "claims pending": the state of a thing, not what shall be.
static bool is_state_before(const struct prose *prose, size_t from, size_t sentence_from)
{
    size_t state = from - 1;
    if (state > sentence_from &&
        prose_is_one_of(prose, state, "force effect existence office service transit") &&
        prose_is_word(prose, state - 1, "in"))
        state--;
    else if (!prose_is_one_of(prose, state,
                              "existing prevailing pending outstanding resident domiciled living"))
        return false;
    return state > sentence_from && prose_token(prose, state - 1)->kind == TOKEN_WORD &&
           !prose_has_class(prose, state - 1,
                            CLASS_AUXILIARY | CLASS_FINITE | CLASS_DETERMINER | CLASS_CONNECTIVE) &&
           !prose_is_one_of(prose, state - 1, "remain stay enter come continue keep put");
}

static bool is_point(const struct limit_draft *draft)
{
    switch (draft->form->relation) {
    case LIMIT_AT:
    case LIMIT_UPON:
    case LIMIT_BEFORE:
    case LIMIT_AFTER:
    case LIMIT_BY:
    case LIMIT_UNTIL:
    case LIMIT_DURING:
        return !draft->captures.has_quantity && !draft->captures.has_date;
    default:
        return false;
    }
}

// "the depositors whose accounts were frozen, upon the reopening": what a comma parts from the clause is told
// of the sentence, where that lays down a duty.
static bool is_of_duty(const struct prose *prose, const struct limit_draft *draft)
{
    if (!prose_is_mark(prose, draft->from - 1, ','))
        return false;
    for (size_t i = draft->sentence_from; i < draft->sentence_to; i++)
        if (prose_has_class(prose, i, CLASS_MODAL))
            return true;
    return false;
}

// "certificates issued before the entry into force shall remain valid": which ones, not when.
static bool is_told_by_participle(const struct prose *prose, const struct limit_draft *draft)
{
    bool is_order = prose_is_one_of(prose, draft->from, "before after following prior at on upon");
    size_t verb = draft->from - 1;
    bool may_be_due = prose_is_one_of(prose, verb,
                                      "notified submitted lodged filed received "
                                      "reported requested raised presented");
    if (may_be_due) // "defects notified before the second anniversary": by when to tell of them
        return false;
    bool is_participle =
        prose_has_class(prose, verb, CLASS_PARTICIPLE) || sign_at(prose, verb) == SIGN_MAY_PAST;
    if (!is_order || !is_participle || verb == draft->sentence_from ||
        prose_token(prose, verb - 1)->kind != TOKEN_WORD)
        return false;
    for (size_t i = draft->sentence_from; i < verb; i++)
        if (prose_has_class(prose, i, CLASS_AUXILIARY | CLASS_FINITE | CLASS_CONNECTIVE))
            return false;
    for (size_t i = draft->from + 1; i < draft->sentence_to; i++)
        if (prose_has_class(prose, i, CLASS_MODAL) ||
            prose_is_one_of(prose, i, "is are has have do does remain remains"))
            return true;
    return false;
}

bool limits_is_history(const struct prose *prose, const struct limit_draft *draft)
{
    if (!vocabulary_is_english(prose->vocabulary) || !is_point(draft) ||
        prose_is_one_of(prose, draft->from, "once as when"))
        return false;
    if (draft->from == draft->sentence_from)
        return is_past_sentence(prose, draft->to);
    if (is_told_by_participle(prose, draft))
        return true;
    bool is_moment = prose_is_one_of(prose, draft->from, "at on upon");
    if (is_moment && is_state_before(prose, draft->from, draft->sentence_from))
        return true;
    size_t from = draft->from - (prose_is_mark(prose, draft->from - 1, ',') ? 1U : 0U);
    bool is_denied = false;
    enum clause_tense tense = tense_before(prose, from, draft->sentence_from, &is_denied);
    if (tense == TENSE_BEHIND)
        return is_past_behind(prose, draft->from);
    return tense == TENSE_PAST && !is_of_duty(prose, draft) && (!is_denied || is_moment);
}
