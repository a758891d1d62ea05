// SPDX-License-Identifier: Apache-2.0
// Finding: at each word the first form of the grammar that matches and passes its guards makes a limit.
#include "time_limits/limits_one.h"

#include "time_limits/clauses.h"
#include "time_limits/event.h"
#include "time_limits/limits_parts.h"

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

// "Whereas:" opens a list of recitals, "(1) ...", "(2) ...": what it tells obliges nobody.
static bool is_listed_recital(const struct prose *prose, size_t at, struct position *position)
{
    if (prose_is_word(prose, at, "whereas") && prose_is_mark(prose, at + 1, ':')) {
        position->is_in_whereas = true;
        return true;
    }
    bool is_label = prose_is_mark(prose, at, '(') && prose_is_mark(prose, at + 2, ')');
    position->is_in_whereas = position->is_in_whereas && (is_label || position->is_label_alone);
    position->is_label_alone = is_label && prose_is_stop(prose, at + 3);
    return position->is_in_whereas;
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
    if (begins_paragraph)
        position->is_recital =
            is_listed_recital(prose, at, position) || (goes_on || is_recital(prose, at));
}

// "after the council takes office": the words behind a noun make a clause of the event when the
// sentence has its own verb elsewhere.
static void extend_event(const struct prose *prose, const struct position *position,
                         struct limit_draft *draft)
{
    struct captures *captures = &draft->captures;
    if (!captures->has_event || captures->event_to != draft->to)
        return;
    static const char *const helpers[] = {"is",     "are",  "has",  "have",     "was", "were",
                                          "became", "came", "took", "withdrew", "fell"};
    bool is_verb = event_is_verb(prose, draft->to) &&
                   (str_ends_with(prose_word(prose, draft->to), STR("s")) ||
                    prose_is_one_of(prose, draft->to, "knew learnt heard") ||
                    !prose_has_class(prose, draft->to, CLASS_FINITE | CLASS_AUXILIARY));
    for (size_t i = 0; !is_verb && i < sizeof helpers / sizeof helpers[0]; i++)
        is_verb = prose_is_word(prose, draft->to, helpers[i]);
    bool has_verb = draft->from == position->sentence_from;
    for (size_t i = position->sentence_from; !has_verb && i < draft->from; i++)
        has_verb = prose_has_class(prose, i, CLASS_MODAL | CLASS_AUXILIARY | CLASS_FINITE);
    size_t count = is_verb && has_verb ? event_read(prose, captures->event_from, EVENT_CLAUSE) : 0;
    if (count == 0 && has_verb && captures->has_quantity)
        count = event_past_asides(prose, captures->event_from, captures->event_to);
    if (captures->event_from + count <= captures->event_to)
        return;
    captures->event_to = captures->event_from + count;
    draft->to = captures->event_to;
}

#define FRONT_MAX 14 // words between the event's verb and the comma of its clause

// "Once all parties agree to this text, the truce begins": what stands between the event and the
// comma belongs to it where the clause begins the sentence, no other time is said there and another
// clause follows.
static void extend_to_clause_end(const struct prose *prose, const struct position *position,
                                 struct limit_draft *draft)
{
    const uint32_t other = CLASS_CARDINAL | CLASS_ORDINAL | CLASS_UNIT | CLASS_MONTH |
                           CLASS_WEEKDAY | CLASS_AUXILIARY | CLASS_MODAL | CLASS_PERIOD |
                           CLASS_CONNECTIVE | CLASS_TIME | CLASS_SPAN | CLASS_LEAD;
    struct captures *captures = &draft->captures;
    if (draft->from != position->sentence_from || !captures->has_event ||
        captures->event_to != draft->to || !prose_has_class(prose, draft->to, CLASS_PREPOSITION))
        return;
    size_t end = draft->to;
    while (prose_token(prose, end)->kind == TOKEN_WORD && end < draft->to + FRONT_MAX &&
           (!prose_has_class(prose, end, other) || prose_is_word(prose, end, "by")))
        end++;
    bool has_then = prose_is_word(prose, end, "then");
    if ((!has_then && !prose_is_mark(prose, end, ',')) || end < draft->to + 2)
        return;
    size_t behind = end + 1;
    while (prose_token(prose, behind)->kind == TOKEN_WORD &&
           !prose_has_class(prose, behind, CLASS_AUXILIARY | CLASS_MODAL | CLASS_FINITE))
        behind++;
    if (prose_token(prose, behind)->kind != TOKEN_WORD)
        return;
    captures->event_to = end;
    draft->to = end + has_then;
}

// "not later than six months, from the date of signature": a comma does not part a number of days
// from what it is counted from.
static void extend_over_comma(const struct prose *prose, struct limit_draft *draft)
{
    static const char *const starts[] = {
        "from",    "after", "following", "counting",   "counted",  "starting",  "beginning",
        "running", "as",    "reckoned",  "calculated", "computed", "commencing"};
    struct captures *captures = &draft->captures;
    enum limit_relation relation = draft->limit.relation;
    bool may_count = relation == LIMIT_WITHIN_AFTER || relation == LIMIT_NO_LATER_THAN_AFTER ||
                     relation == LIMIT_EXACTLY_AFTER || relation == LIMIT_BETWEEN_AFTER ||
                     relation == LIMIT_AT_LEAST_AFTER || relation == LIMIT_NO_EARLIER_THAN_AFTER;
    if (!may_count || !captures->has_quantity || captures->has_event ||
        !prose_is_mark(prose, draft->to, ','))
        return;
    size_t at = draft->to + 1;
    bool is_start = false;
    for (size_t i = 0; !is_start && i < sizeof starts / sizeof starts[0]; i++)
        is_start = prose_is_word(prose, at, starts[i]);
    if (!is_start)
        return;
    at++;
    at += prose_is_word(prose, at, "from") || prose_is_word(prose, at, "of") ||
          prose_is_word(prose, at, "on") || prose_is_word(prose, at, "with");
    bool is_next_day = prose_is_word(prose, at, "the") && prose_is_word(prose, at + 1, "day") &&
                       prose_is_one_of(prose, at + 2, "after following");
    at += is_next_day ? 3 : 0; // how to count, not from what
    size_t count = event_read(prose, at, is_next_day ? EVENT_ANY : EVENT_HAPPENS);
    if (count == 0)
        return;
    captures->event_from = at;
    captures->event_to = at + count;
    captures->has_event = true;
    draft->to = captures->event_to;
}

// "on the commencement of the lease": the event is the commencement, not the lease.
static void take_whole_event(const struct prose *prose, struct limit_draft *draft)
{
    struct captures *captures = &draft->captures;
    if (draft->form->relation != LIMIT_UPON || !captures->has_event ||
        captures->event_from < draft->from + 3 ||
        !prose_is_word(prose, captures->event_from - 1, "of"))
        return;
    size_t from = captures->event_from - 1;
    while (from > draft->from + 1 &&
           !prose_has_class(prose, from - 1, CLASS_PREPOSITION | CLASS_DETERMINER))
        from--;
    bool is_into = prose_is_word(prose, from - 1, "into") || prose_is_word(prose, from - 1, "in");
    captures->event_from = is_into && from > draft->from + 2 ? from - 2 : from;
}

static bool may_be_continued(const struct limit_draft *before)
{
    enum limit_relation relation = before->limit.relation;
    if ((before->form->flags & LIMIT_OF_TWO) != 0)
        return true;
    return before->captures.has_quantity && !before->limit.is_open &&
           (relation == LIMIT_DURATION || relation == LIMIT_WITHIN_AFTER ||
            relation == LIMIT_NO_LATER_THAN_AFTER || relation == LIMIT_EXTENSION ||
            relation == LIMIT_AT_LEAST_BEFORE);
}

// The date or the length that stands where the form said one before.
static size_t read_other_side(const struct prose *prose, size_t at, struct limit_draft *draft)
{
    struct captures *captures = &draft->captures;
    if (draft->form->relation >= LIMIT_FROM_DATE) {
        size_t count = date_read(prose, at, false, &captures->date);
        captures->has_date = count > 0;
        return count;
    }
    size_t count = quantity_read(prose, at, &captures->quantity);
    captures->has_quantity = count > 0;
    return count;
}

// "ten weeks for parents, eight weeks for children and four weeks for others", "the later of 30 days
// after A and 10 days after B": the same form once more, of which only the number is said.
static size_t find_continued(struct limits_reading *reading, const struct position *position,
                             size_t at)
{
    const struct prose *prose = &reading->prose;
    size_t known = reading->drafts.count;
    if (known == 0 || at == 0)
        return at;
    const struct limit_draft *before = LIST_AT(&reading->drafts, struct limit_draft, known - 1);
    bool is_joined = prose_is_mark(prose, at - 1, ',') || prose_is_word(prose, at - 1, "and") ||
                     prose_is_word(prose, at - 1, "or") ||
                     (!vocabulary_is_english(prose->vocabulary) &&
                      prose_has_class(prose, at - 1, CLASS_CONNECTIVE));
    if (before->sentence_from != position->sentence_from || !is_joined || !may_be_continued(before))
        return at;
    struct limit_draft draft = {.from = at,
                                .form = before->form,
                                .sentence_from = position->sentence_from,
                                .sentence_to = position->sentence_to,
                                .is_continued = true};
    size_t count = read_other_side(prose, at, &draft);
    if (count == 0)
        return at;
    draft.to = at + count;
    if (!limits_pass(reading, position, &draft))
        return at;
    limits_value(reading, &draft);
    *LIST_ADD(&reading->drafts, struct limit_draft) = draft;
    return draft.to;
}

// The end of words that are passed over; what shall be is not part of what was.
static size_t end_before_duty(const struct prose *prose, const struct limit_draft *draft)
{
    size_t end = draft->from + 1;
    while (end < draft->to && !prose_has_class(prose, end, CLASS_MODAL))
        end++;
    return end;
}

// The first form that matches at token `at` and passes. Result: false where none does
static bool match_form(const struct limits_reading *reading, const struct position *position,
                       size_t at, struct limit_draft *draft)
{
    size_t from = 0;
    for (;;) {
        *draft = (struct limit_draft){.from = at,
                                      .sentence_from = position->sentence_from,
                                      .sentence_to = position->sentence_to};
        size_t which;
        size_t count =
            patterns_match(reading->patterns, &reading->prose, at, from, &which, &draft->captures);
        if (count == 0)
            return false;
        draft->to = at + count;
        draft->form = reading->forms[which];
        if (limits_pass(reading, position, draft))
            return true;
        from = which + 1;
    }
}

// Whether the parts of a length say more than the form of words: both its ends, or what it is counted from.
static bool says_more(const struct limit_draft *composed, const struct composed *parts,
                      const struct limit_draft *matched)
{
    if (!matched->form)
        return true;
    if (matched->captures.has_date || (matched->form->flags & LIMIT_OF_TWO) != 0)
        return false;
    bool is_extension = composed->form->relation == LIMIT_EXTENSION;
    if (matched->form->relation == LIMIT_DURATION && composed->to >= matched->to && is_extension)
        return true;
    if (composed->to <= matched->to)
        return false;
    bool is_notice = parts->direction == TOWARDS_NOTICE || parts->direction == IN_ADVANCE;
    if (matched->form->relation == LIMIT_DURATION && is_notice)
        return true;
    if (!matched->captures.has_quantity)
        return parts->quantity.has_both_ends || matched->captures.has_number;
    return composed->captures.has_event && !matched->captures.has_event;
}

static void add_draft(struct limits_reading *reading, const struct position *position,
                      struct limit_draft *draft)
{
    extend_event(&reading->prose, position, draft);
    extend_to_clause_end(&reading->prose, position, draft);
    take_whole_event(&reading->prose, draft);
    limits_value(reading, draft);
    extend_over_comma(&reading->prose, draft);
    draft->is_closing = (position->is_closing && draft->limit.has_date) ||
                        (draft->form->flags & LIMIT_DATES_TEXT) != 0;
    draft->is_line_date = !draft->is_closing && (draft->form->flags & LIMIT_WANTS_CLOSING) != 0 &&
                          limits_is_own_date(&reading->prose, draft->from);
    *LIST_ADD(&reading->drafts, struct limit_draft) = *draft;
}

// The limit that begins at token `at`; gives the token after it, or `at`.
static size_t find_at(struct limits_reading *reading, const struct position *position, size_t at)
{
    struct limit_draft draft;
    if (!match_form(reading, position, at, &draft))
        draft.form = NULL;
    struct limit_draft composed;
    struct composed parts;
    bool is_composed = limits_compose(reading, position, at, &composed, &parts) &&
                       says_more(&composed, &parts, &draft);
    if (is_composed)
        draft = composed;
    if (!draft.form)
        return find_continued(reading, position, at);
    if (limits_is_history(&reading->prose, &draft))
        return end_before_duty(&reading->prose, &draft);
    add_draft(reading, position, &draft);
    if (is_composed) {
        struct list *drafts = &reading->drafts;
        LIST_AT(drafts, struct limit_draft, drafts->count - 1)->limit.is_strict = parts.is_strict;
        if (parts.number_count > 1)
            limits_add_listed(reading, &parts);
    }
    return draft.to;
}

static void find_all(struct limits_reading *reading)
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
        size_t next = position.is_recital ? at : find_at(reading, &position, at);
        if (next == at && !position.is_recital)
            limits_note_unread(reading, &position, at);
        at = next > at ? next : at + 1;
    }
}

// From a point on, or up to one.
static void make_side(struct limit *limit, bool is_least)
{
    bool is_back = limit->relation == LIMIT_EXACTLY_BEFORE;
    if (is_least) {
        limit->has_max = false;
        limit->max = 0;
        limit->relation = limit->has_date ? LIMIT_AFTER_DATE
                          : is_back       ? LIMIT_NO_EARLIER_THAN_BEFORE
                                          : LIMIT_NO_EARLIER_THAN_AFTER;
    } else {
        limit->has_min = false;
        limit->min = 0;
        limit->relation = limit->has_date ? LIMIT_BY_DATE
                          : is_back       ? LIMIT_NO_LATER_THAN_BEFORE
                                          : LIMIT_NO_LATER_THAN_AFTER;
    }
}

static bool is_point(const struct limit *limit)
{
    return limit->relation == LIMIT_EXACTLY_AFTER || limit->relation == LIMIT_EXACTLY_BEFORE ||
           limit->relation == LIMIT_NTH_DAY || limit->relation == LIMIT_NTH_MONTH ||
           limit->relation == LIMIT_NTH_YEAR || limit->relation == LIMIT_ON_DATE ||
           limit->relation == LIMIT_AT || limit->relation == LIMIT_UPON;
}

// "between day 20 and day 25 of the truce": two points that a "between" joins are no two points in time
// but the ends of a range.
static void join_between(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    for (size_t i = 0; i + 1 < reading->drafts.count; i++) {
        struct limit_draft *least = LIST_AT(&reading->drafts, struct limit_draft, i);
        struct limit_draft *most = LIST_AT(&reading->drafts, struct limit_draft, i + 1);
        bool is_between =
            quantity_is_between(prose, least->from) ||
            (least->from > least->sentence_from && quantity_is_between(prose, least->from - 1));
        if (!is_between || most->from != least->to + 1 || !prose_is_word(prose, least->to, "and") ||
            !is_point(&least->limit) || !is_point(&most->limit))
            continue;
        make_side(&least->limit, true);
        make_side(&most->limit, false);
    }
}

// "The first day being the day following the act": says how to count, and is no limit.
static void drop_between(struct limits_reading *reading, size_t from, size_t to)
{
    size_t kept = 0;
    for (size_t i = 0; i < reading->unread.count; i++) {
        struct unread_span span = *LIST_AT(&reading->unread, struct unread_span, i);
        if (span.to <= from || span.from >= to)
            *LIST_AT(&reading->unread, struct unread_span, kept++) = span;
    }
    list_cut(&reading->unread, kept);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = LIST_AT(&reading->drafts, struct limit_draft, i);
        draft->is_dropped = draft->is_dropped || (draft->from < to && draft->to > from);
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
        drop_between(reading, at, at + count);
        at += count - 1;
    }
    found->rules = LIST_ITEMS(&rules, struct limit_rule);
    found->rule_count = rules.count;
}

static void place(struct limits_reading *reading)
{
    struct prose_cursor cursor = prose_cursor_make(reading->prose.text);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = LIST_AT(&reading->drafts, struct limit_draft, i);
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
        const struct limit_draft *draft = LIST_AT(&reading->drafts, struct limit_draft, i);
        if (!draft->is_dropped)
            *LIST_AT(&reading->drafts, struct limit_draft, kept++) = *draft;
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

#define TABLES 3

// The forms of one language, ready to be looked for.
struct limits_grammar {
    const struct limit_language *language; // NULL: English
    struct vocabulary *vocabulary;
    const struct patterns *rules; // NULL: the language has none
    const struct patterns *patterns;
    const struct limit_form **forms; // by number of the pattern
    const struct limit_form_table *unread_forms;
    const struct patterns *unread_patterns; // NULL: the language has none
    struct limits_grammar *next;
};

struct limits_grammars {
    struct arena *arena;
    struct limits_grammar *first;
};

struct limits_grammars *limits_grammars_make(struct arena *arena)
{
    struct limits_grammars *grammars = ARENA_NEW(arena, struct limits_grammars);
    grammars->arena = arena;
    return grammars;
}

// All forms of the grammar, in the order in which they are tried.
static void forms_make(struct limits_grammar *grammar, struct arena *arena)
{
    const struct limit_language *language = grammar->language;
    const struct limit_form_table *tables[TABLES] = {&limit_particular_forms, &limit_forms,
                                                     &limit_general_forms};
    for (size_t t = 0; language && t < TABLES; t++)
        tables[t] = &language->tables[t];
    size_t count = 0;
    for (size_t t = 0; t < TABLES; t++)
        count += tables[t]->count;
    grammar->forms = ARENA_ARRAY(arena, const struct limit_form *, count);
    const char **texts = ARENA_ARRAY(arena, const char *, count);
    size_t i = 0;
    for (size_t t = 0; t < TABLES; t++)
        for (size_t k = 0; k < tables[t]->count; k++, i++) {
            grammar->forms[i] = &tables[t]->forms[k];
            texts[i] = tables[t]->forms[k].pattern;
        }
    grammar->patterns = patterns_make(texts, count, language ? language->pieces : limit_pieces,
                                      grammar->vocabulary, arena);
}

static void unread_forms_make(struct limits_grammar *grammar, struct arena *arena)
{
    const struct limit_language *language = grammar->language;
    const struct limit_form_table *table = language ? language->unread : &limit_unread_forms;
    if (!table)
        return;
    const char **texts = ARENA_ARRAY(arena, const char *, table->count);
    for (size_t i = 0; i < table->count; i++)
        texts[i] = table->forms[i].pattern;
    grammar->unread_forms = table;
    grammar->unread_patterns =
        patterns_make(texts, table->count, language ? language->pieces : limit_pieces,
                      grammar->vocabulary, arena);
}

static const struct limits_grammar *grammar_of(struct limits_grammars *grammars,
                                               const struct limit_language *language)
{
    struct arena *arena = grammars->arena;
    for (const struct limits_grammar *each = grammars->first; each; each = each->next)
        if (each->language == language)
            return each;
    struct limits_grammar *made = ARENA_NEW(arena, struct limits_grammar);
    *made = (struct limits_grammar){.language = language, .next = grammars->first};
    made->vocabulary =
        language ? vocabulary_make_of(language->lexicon, arena) : vocabulary_make(arena);
    made->rules = language ? NULL : rules_make(made->vocabulary, arena);
    forms_make(made, arena);
    unread_forms_make(made, arena);
    grammars->first = made;
    return made;
}

bool limits_read_one(const struct limits_text *text, const struct limit_language *language,
                     struct arena *arena, struct limits_found *found, struct error *error)
{
    struct limits_grammars *grammars =
        text->grammars ? text->grammars : limits_grammars_make(arena);
    const struct limits_grammar *grammar = grammar_of(grammars, language);
    struct limits_reading reading = {.text = text,
                                     .arena = arena,
                                     .forms = grammar->forms,
                                     .patterns = grammar->patterns,
                                     .unread_forms = grammar->unread_forms,
                                     .unread_patterns = grammar->unread_patterns,
                                     .drafts = LIST_MAKE(arena, struct limit_draft),
                                     .unread = LIST_MAKE(arena, struct unread_span)};
    enum prose_lines lines = text->has_paragraph_lines ? LINES_ARE_PARAGRAPHS : LINES_WRAP;
    if (!prose_read(text->name, text->text, lines, grammar->vocabulary, arena, &reading.prose,
                    error))
        return false;
    *found = (struct limits_found){0};
    find_all(&reading);
    join_between(&reading);
    if (grammar->rules)
        find_rules(&reading, grammar->rules, found);
    limits_merge_vague(&reading);
    limits_settle_dates(&reading, text->given);
    limits_keep_unread(&reading);
    sweep(&reading);
    limits_group(&reading);
    place(&reading);
    clauses_place(&reading);
    limits_find_acts(&reading);
    limits_bind(&reading);
    found->document_date = reading.document_date;
    found->is_signing_date = reading.is_signing_date;
    limits_name_steps(&reading, found);
    limits_list_unread(&reading, found);
    struct limit *items = ARENA_ARRAY(arena, struct limit, reading.drafts.count);
    for (size_t i = 0; i < reading.drafts.count; i++)
        items[i] = LIST_AT(&reading.drafts, struct limit_draft, i)->limit;
    found->items = items;
    found->count = reading.drafts.count;
    return true;
}
