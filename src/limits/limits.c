// SPDX-License-Identifier: Apache-2.0
// Finding: at each word the first form of the grammar that matches and passes its guards makes a limit.
#include "limits/limits.h"

#include "limits/clauses.h"
#include "limits/event.h"
#include "limits/limits_parts.h"

const char *limit_relation_name(enum limit_relation relation)
{
    static const char *const names[LIMIT_RELATION_COUNT] = {
        [LIMIT_WITHIN_AFTER] = "within_after",
        [LIMIT_WITHIN_BEFORE] = "within_before",
        [LIMIT_NO_LATER_THAN_AFTER] = "no_later_than_after",
        [LIMIT_NO_LATER_THAN_BEFORE] = "no_later_than_before",
        [LIMIT_EXACTLY_AFTER] = "exactly_after",
        [LIMIT_EXACTLY_BEFORE] = "exactly_before",
        [LIMIT_AT_LEAST_AFTER] = "at_least_after",
        [LIMIT_AT_LEAST_BEFORE] = "at_least_before",
        [LIMIT_NO_EARLIER_THAN_AFTER] = "no_earlier_than_after",
        [LIMIT_NO_EARLIER_THAN_BEFORE] = "no_earlier_than_before",
        [LIMIT_NTH_DAY] = "nth_day",
        [LIMIT_NTH_DAY_LATEST] = "nth_day_latest",
        [LIMIT_NTH_MONTH] = "nth_month",
        [LIMIT_NTH_YEAR] = "nth_year",
        [LIMIT_IMMEDIATELY_AFTER] = "immediately_after",
        [LIMIT_UPON] = "upon",
        [LIMIT_AT] = "at",
        [LIMIT_AFTER] = "after",
        [LIMIT_BEFORE] = "before",
        [LIMIT_BY] = "by",
        [LIMIT_UNTIL] = "until",
        [LIMIT_DURING] = "during",
        [LIMIT_DURATION] = "duration",
        [LIMIT_EXTENSION] = "extension",
        [LIMIT_EVERY] = "every",
        [LIMIT_CONDITION] = "condition",
        [LIMIT_OPEN] = "open",
        [LIMIT_FROM_DATE] = "from_date",
        [LIMIT_ON_DATE] = "on_date",
        [LIMIT_BY_DATE] = "by_date",
        [LIMIT_IN_DATE] = "in_date",
        [LIMIT_BEFORE_DATE] = "before_date",
        [LIMIT_AFTER_DATE] = "after_date",
    };
    return names[relation];
}

const char *limit_binding_name(enum limit_binding binding)
{
    static const char *const names[] = {
        [BINDING_NONE] = "none",     [BINDING_DATE] = "date", [BINDING_SIGNING] = "signing",
        [BINDING_STATED] = "stated", [BINDING_STEP] = "step", [BINDING_IMPLIED] = "implied",
    };
    return names[binding];
}

// Where the walk through the text stands.
struct position {
    size_t sentence_from;
    size_t sentence_to;
    bool is_recital;
    bool is_closing;
};

static size_t sentence_end(const struct prose *prose, size_t at)
{
    while (!prose_is_stop(prose, at))
        at++;
    return at;
}

// "Recalling ...": a paragraph that begins so and obliges nobody.
static bool is_recital(const struct prose *prose, size_t from)
{
    size_t at =
        from + (prose_is_word(prose, from, "also") || prose_is_word(prose, from, "further") ||
                        prose_is_word(prose, from, "and")
                    ? 1
                    : 0);
    if (!prose_has_class(prose, at, CLASS_RECITAL) || !prose_token(prose, from)->is_capital)
        return false;
    for (; prose_token(prose, at)->kind != TOKEN_BREAK; at++)
        if (prose_is_word(prose, at, "shall"))
            return false;
    return true;
}

// "Done at ...", "In witness whereof ...": the words stand among the first three.
static bool is_closing(const struct prose *prose, size_t from)
{
    if (prose_is_word(prose, from, "in") &&
        (prose_is_word(prose, from + 1, "witness") || prose_is_word(prose, from + 1, "faith")))
        return true;
    return prose_has_class(prose, from, CLASS_CLOSING) && prose_token(prose, from)->is_capital;
}

static void enter_sentence(const struct prose *prose, size_t at, struct position *position)
{
    bool begins_paragraph = at == 0 || prose_token(prose, at - 1)->kind == TOKEN_BREAK;
    position->sentence_from = at;
    position->sentence_to = sentence_end(prose, at);
    position->is_closing = is_closing(prose, at);
    // A recital may be followed by what it quotes.
    const struct token *token = prose_token(prose, at);
    bool is_quote = prose_is_mark(prose, at, '"') || prose_is_mark(prose, at, 0x201C);
    bool goes_on =
        position->is_recital && (is_quote || (token->kind == TOKEN_WORD && !token->is_capital));
    if (begins_paragraph && !goes_on)
        position->is_recital = is_recital(prose, at);
}

// A line of nothing but a place and the date: "Minsk, 12 February 2015".
static bool is_line_date(const struct prose *prose, size_t from, size_t to)
{
    size_t start = from;
    while (start > 0 && !prose_token(prose, start)->begins_line && start + 8 > from) {
        start--;
        if (!prose_token(prose, start)->is_capital && !prose_is_mark(prose, start, ','))
            return false;
    }
    bool ends = prose_token(prose, to)->kind == TOKEN_BREAK || prose_token(prose, to)->begins_line;
    return prose_token(prose, start)->begins_line && ends;
}

// "the Protocol signed in Minsk on 5 September": a participle before the date with no auxiliary.
static bool names_a_document(const struct prose *prose, size_t at, size_t sentence_from)
{
    if (at > 0 && prose_has_class(prose, at - 1, CLASS_DOCUMENT) &&
        prose_token(prose, at - 1)->is_capital)
        return true;
    for (size_t i = at; i > sentence_from && at - i < 6; i--) {
        if (prose_has_class(prose, i - 1, CLASS_MODAL) || prose_is_mark(prose, i - 1, ','))
            return false;
        if (!prose_has_class(prose, i - 1, CLASS_PARTICIPLE))
            continue;
        return i < 2 || !prose_has_class(prose, i - 2, CLASS_AUXILIARY);
    }
    return false;
}

// "the 2001 plebiscite", "12 February 2015 Package": a noun follows, so the date is part of a name.
static bool is_part_of_name(const struct prose *prose, size_t to, const struct date *date)
{
    const struct token *next = prose_token(prose, to);
    if (next->kind != TOKEN_WORD || next->begins_line)
        return false;
    bool is_function_word = prose_has_class(prose, to,
                                            CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_AUXILIARY |
                                                CLASS_CONNECTIVE | CLASS_FINITE) ||
                            prose_is_word(prose, to, "and") || prose_is_word(prose, to, "or");
    return !is_function_word && ((date->month == 0 && !date->is_end) || next->is_capital);
}

static bool is_adverb_here(const struct prose *prose, const struct limit_form *form, size_t from,
                           size_t to)
{
    static const char *const nouns[] = {"adjacent",  "preceding",   "following",    "below",
                                        "above",     "prior",       "neighbouring", "before",
                                        "available", "surrounding", "after"};
    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
        if (prose_is_word(prose, to, nouns[i]))
            return false;
    if (form->relation != LIMIT_EVERY)
        return true;
    if (from > 0 && prose_has_class(prose, from - 1, CLASS_DETERMINER | CLASS_PREPOSITION))
        return false;
    return prose_token(prose, to)->kind != TOKEN_WORD || prose_is_word(prose, to, "and") ||
           prose_has_class(prose, to, CLASS_PREPOSITION);
}

static bool begins_with_gerund(const struct prose *prose, size_t at)
{
    return prose_token(prose, at)->kind == TOKEN_WORD &&
           str_ends_with(prose_word(prose, at), STR("ing")) &&
           !prose_has_class(prose, at, CLASS_EVENT);
}

// "at least 18 years of age" limits nothing in time.
static bool is_age(const struct prose *prose, const struct draft *draft)
{
    static const char *const words[] = {"age", "experience", "imprisonment", "old"};
    size_t at = draft->captures.has_event ? draft->captures.event_from : draft->to;
    at += prose_is_word(prose, at, "of") ? 1 : 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (prose_is_word(prose, at, words[i]))
            return true;
    return false;
}

// "at the time of conquest were considered": what the words before it tell has happened already.
static bool is_past(const struct prose *prose, size_t to)
{
    return prose_is_word(prose, to, "was") || prose_is_word(prose, to, "were") ||
           prose_is_word(prose, to, "had");
}

// "as it stood on 1 May 2027", "who lived there on": a date by which something was, not shall be.
static bool is_told_of_past(const struct prose *prose, size_t from, size_t sentence_from)
{
    static const char *const verbs[] = {"was",   "were",    "had",  "stood", "existed",
                                        "lived", "applied", "held", "since"};
    for (size_t i = from; i > sentence_from && from - i < 8; i--) {
        if (prose_has_class(prose, i - 1, CLASS_MODAL) ||
            prose_token(prose, i - 1)->kind == TOKEN_MARK)
            return false;
        for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
            if (prose_is_word(prose, i - 1, verbs[k]))
                return i < 2 || !prose_has_class(prose, i - 2, CLASS_AUXILIARY);
    }
    return false;
}

static bool has_not_before(const struct prose *prose, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (prose_is_word(prose, i, "not") || prose_is_word(prose, i, "no") ||
            prose_is_word(prose, i, "neither") || prose_is_word(prose, i, "never"))
            return true;
    return false;
}

static bool is_right_after_from(const struct limits_reading *reading, size_t at)
{
    size_t count = reading->drafts.count;
    if (count == 0)
        return false;
    const struct draft *last = LIST_AT(&reading->drafts, struct draft, count - 1);
    return last->to == at && last->limit.relation == LIMIT_FROM_DATE;
}

// What the form asks for beyond its words.
static bool passes_guards(const struct limits_reading *reading, const struct position *position,
                          const struct draft *draft)
{
    const struct prose *prose = &reading->prose;
    uint32_t flags = draft->form->flags;
    if ((flags & LIMIT_WANTS_CLOSING) && !position->is_closing &&
        !is_line_date(prose, draft->from, draft->to))
        return false;
    if ((flags & LIMIT_MAY_NAME) && !position->is_closing &&
        names_a_document(prose, draft->from, position->sentence_from))
        return false;
    if (draft->captures.has_date && !position->is_closing &&
        is_part_of_name(prose, draft->to, &draft->captures.date))
        return false;
    if (draft->captures.has_date && draft->captures.date.month == 0 &&
        draft->captures.date.year == 0 && !draft->captures.date.is_end)
        return false; // only a weekday
    if ((flags & LIMIT_IS_ADVERB) && !is_adverb_here(prose, draft->form, draft->from, draft->to))
        return false;
    if ((flags & LIMIT_NO_GERUND) && begins_with_gerund(prose, draft->captures.event_from))
        return false;
    if ((flags & LIMIT_NO_DETERMINER) && draft->from > 0 &&
        prose_has_class(prose, draft->from - 1, CLASS_DETERMINER))
        return false;
    if ((flags & LIMIT_YEAR_OF_TEXT) && prose_token(prose, draft->to)->kind == TOKEN_NUMBER)
        return false; // "the end of the year 2019" says which
    if ((flags & LIMIT_WANTS_NOT) && !has_not_before(prose, position->sentence_from, draft->from))
        return false;
    if ((flags & LIMIT_AFTER_FROM) && !is_right_after_from(reading, draft->from))
        return false;
    if (draft->captures.has_event && is_past(prose, draft->to))
        return false;
    if (draft->captures.has_date && !position->is_closing &&
        is_told_of_past(prose, draft->from, position->sentence_from))
        return false;
    return !is_age(prose, draft);
}

// "after the council takes office": the words behind a noun make a clause of the event when the
// sentence has its own verb elsewhere.
static void extend_event(const struct prose *prose, const struct position *position,
                         struct draft *draft)
{
    struct captures *captures = &draft->captures;
    if (!captures->has_event || captures->event_to != draft->to)
        return;
    bool is_verb =
        prose_is_word(prose, draft->to, "is") || prose_is_word(prose, draft->to, "are") ||
        prose_is_word(prose, draft->to, "has") || prose_is_word(prose, draft->to, "have") ||
        (prose_has_class(prose, draft->to, CLASS_FINITE) &&
         str_ends_with(prose_word(prose, draft->to), STR("s")));
    bool has_verb = draft->from == position->sentence_from;
    for (size_t i = position->sentence_from; !has_verb && i < draft->from; i++)
        has_verb = prose_has_class(prose, i, CLASS_MODAL | CLASS_AUXILIARY | CLASS_FINITE);
    size_t count = is_verb && has_verb ? event_read(prose, captures->event_from, EVENT_CLAUSE) : 0;
    if (captures->event_from + count <= captures->event_to)
        return;
    captures->event_to = captures->event_from + count;
    draft->to = captures->event_to;
}

// The first form that matches at token `at` and passes; gives the token after it, or `at`.
static size_t find_at(struct limits_reading *reading, const struct patterns *patterns,
                      const struct position *position, size_t at)
{
    size_t from = 0;
    for (;;) {
        struct draft draft = {.from = at,
                              .sentence_from = position->sentence_from,
                              .sentence_to = position->sentence_to};
        size_t which;
        size_t count = patterns_match(patterns, &reading->prose, at, from, &which, &draft.captures);
        if (count == 0)
            return at;
        draft.to = at + count;
        draft.form = &limit_forms[which];
        if (passes_guards(reading, position, &draft)) {
            extend_event(&reading->prose, position, &draft);
            limits_value(reading, &draft);
            draft.is_closing = position->is_closing && draft.limit.has_date;
            draft.is_line_date =
                !draft.is_closing && (draft.form->flags & LIMIT_WANTS_CLOSING) != 0;
            *LIST_ADD(&reading->drafts, struct draft) = draft;
            return draft.to;
        }
        from = which + 1;
    }
}

static void find_all(struct limits_reading *reading, const struct patterns *patterns)
{
    const struct prose *prose = &reading->prose;
    struct position position = {0};
    bool begins = true;
    for (size_t at = 0; at < prose->count;) {
        if (prose_is_stop(prose, at)) {
            begins = true;
            at++;
            continue;
        }
        if (begins)
            enter_sentence(prose, at, &position);
        begins = false;
        size_t next = position.is_recital ? at : find_at(reading, patterns, &position, at);
        at = next > at ? next : at + 1;
    }
}

static void find_rules(struct limits_reading *reading, const struct patterns *patterns,
                       struct limits_found *found)
{
    struct list rules = LIST_MAKE(reading->arena, struct limit_rule);
    struct prose_cursor cursor = prose_cursor_make(reading->prose.text);
    for (size_t at = 0; at < reading->prose.count; at++) {
        size_t which;
        struct captures captures;
        size_t count = patterns_match(patterns, &reading->prose, at, 0, &which, &captures);
        if (count == 0)
            continue;
        prose_cursor_walk(&cursor, prose_token(&reading->prose, at)->at);
        struct limit_rule *rule = LIST_ADD(&rules, struct limit_rule);
        rule->line = cursor.line;
        rule->column = cursor.column;
        rule->phrase = prose_flat(prose_range(&reading->prose, at, at + count), reading->arena);
        rule->rule = limit_rule_forms[which].rule;
        at += count - 1;
    }
    found->rules = LIST_ITEMS(&rules, struct limit_rule);
    found->rule_count = rules.count;
}

static void place(struct limits_reading *reading)
{
    struct prose_cursor cursor = prose_cursor_make(reading->prose.text);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct draft *draft = LIST_AT(&reading->drafts, struct draft, i);
        struct str text = prose_range(&reading->prose, draft->from, draft->to);
        draft->limit.at = prose_token(&reading->prose, draft->from)->at;
        draft->limit.length = text.length;
        draft->limit.phrase = prose_flat(text, reading->arena);
        prose_cursor_walk(&cursor, draft->limit.at);
        draft->limit.line = cursor.line;
        draft->limit.column = cursor.column;
    }
}

// Keeps what was not dropped.
static void sweep(struct limits_reading *reading)
{
    size_t kept = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        const struct draft *draft = LIST_AT(&reading->drafts, struct draft, i);
        if (!draft->is_dropped)
            *LIST_AT(&reading->drafts, struct draft, kept++) = *draft;
    }
    list_cut(&reading->drafts, kept);
}

static struct patterns *rules_make(struct vocabulary *vocabulary, struct arena *arena)
{
    const char **texts = ARENA_ARRAY(arena, const char *, limit_rule_form_count);
    for (size_t i = 0; i < limit_rule_form_count; i++)
        texts[i] = limit_rule_forms[i].pattern;
    return patterns_make(texts, limit_rule_form_count, limit_pieces, vocabulary, arena);
}

static struct patterns *forms_make(struct vocabulary *vocabulary, struct arena *arena)
{
    const char **texts = ARENA_ARRAY(arena, const char *, limit_form_count);
    for (size_t i = 0; i < limit_form_count; i++)
        texts[i] = limit_forms[i].pattern;
    return patterns_make(texts, limit_form_count, limit_pieces, vocabulary, arena);
}

bool limits_read(const struct limits_text *text, struct arena *arena, struct limits_found *found,
                 struct error *error)
{
    struct vocabulary *vocabulary = vocabulary_make(arena);
    const struct patterns *rules = rules_make(vocabulary, arena);
    const struct patterns *forms = forms_make(vocabulary, arena);
    struct limits_reading reading = {
        .text = text, .arena = arena, .drafts = LIST_MAKE(arena, struct draft)};
    enum prose_lines lines = text->has_paragraph_lines ? LINES_ARE_PARAGRAPHS : LINES_WRAP;
    if (!prose_read(text->name, text->text, lines, vocabulary, arena, &reading.prose, error))
        return false;
    find_all(&reading, forms);
    limits_merge_vague(&reading);
    limits_settle_dates(&reading, text->given);
    sweep(&reading);
    limits_group(&reading);
    place(&reading);
    clauses_place(&reading);
    limits_find_acts(&reading);
    limits_bind(&reading);
    *found = (struct limits_found){.document_date = reading.document_date};
    limits_name_steps(&reading, found);
    struct limit *items = ARENA_ARRAY(arena, struct limit, reading.drafts.count);
    for (size_t i = 0; i < reading.drafts.count; i++)
        items[i] = LIST_AT(&reading.drafts, struct draft, i)->limit;
    found->items = items;
    found->count = reading.drafts.count;
    find_rules(&reading, rules, found);
    return true;
}
