// SPDX-License-Identifier: Apache-2.0
// Binding: from which event a limit counts, and which step of the text that event is.
#include "base/builder.h"
#include "time_limits/acts.h"
#include "time_limits/event.h"
#include "time_limits/reference.h"

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

static struct worded_act *act_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->acts, struct worded_act, i);
}

static bool is_same_sentence(const struct limit_draft *a, const struct limit_draft *b)
{
    return a->sentence_from == b->sentence_from;
}

static bool is_of_step(enum limit_relation relation)
{
    return relation == LIMIT_DURATION || relation == LIMIT_EXTENSION;
}

// "starting on the date of ..." behind a duration tells from when it runs; it is no limit of its own.
static bool capture_start(const struct limits_reading *reading, struct limit_draft *draft)
{
    static const char *const starts[] = {"starting", "beginning", "commencing", "from",
                                         "after",    "following", "counting",   "running"};
    const struct prose *prose = &reading->prose;
    size_t at = draft->to + (prose_is_mark(prose, draft->to, ',') ? 1 : 0);
    bool is_start = false;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0] && !is_start; i++)
        is_start = prose_is_word(prose, at, starts[i]);
    bool is_as_of = prose_is_word(prose, at, "as") &&
                    (prose_is_word(prose, at + 1, "of") || prose_is_word(prose, at + 1, "from"));
    if ((!is_start && !is_as_of) || !is_of_step(draft->limit.relation))
        return false;
    at += is_as_of ? 2 : 1;
    struct date date;
    size_t day = date_read(prose, at, false, &date);
    if (day > 0 && date.month > 0) { // "for five years from 1 June 2029"
        draft->limit.reference = prose_flat(prose_range(prose, at, at + day), reading->arena);
        return false;
    }
    at += prose_is_word(prose, at, "on") || prose_is_word(prose, at, "from") ||
          prose_is_word(prose, at, "with");
    size_t count = event_read(prose, at, EVENT_HAPPENS);
    if (count == 0 && prose_has_class(prose, at, CLASS_DETERMINER)) // "after that notice"
        count = event_read(prose, at, EVENT_ANY);
    if (count == 0)
        return false;
    draft->captures.event_from = at;
    draft->captures.event_to = at + count;
    draft->captures.has_event = true;
    return true;
}

// ", counted from the ceasefire" behind a limit or a later one of its sentence: from when all of
// them run that do not say it themselves.
static bool capture_counted(const struct limits_reading *reading, size_t i)
{
    const struct prose *prose = &reading->prose;
    struct limit_draft *draft = draft_at(reading, i);
    for (size_t j = i; j < reading->drafts.count; j++) {
        const struct limit_draft *last = draft_at(reading, j);
        if (!is_same_sentence(draft, last) || (j > i && last->captures.has_event))
            break;
        size_t at = last->to + (prose_is_mark(prose, last->to, ',') ? 1 : 0);
        at += prose_is_word(prose, at, "all") || prose_is_word(prose, at, "both");
        if (!prose_is_one_of(prose, at, "counted counting calculated reckoned computed running"))
            continue;
        at += prose_is_word(prose, at + 1, "as") ? 2 : 1;
        size_t count =
            prose_is_one_of(prose, at, "from after") ? event_read(prose, at + 1, EVENT_ANY) : 0;
        if (count == 0)
            continue;
        draft->captures.event_from = at + 1;
        draft->captures.event_to = at + 1 + count;
        draft->captures.has_event = true;
        return true;
    }
    return false;
}

static bool may_be_triggered(enum limit_relation relation)
{
    return relation == LIMIT_WITHIN_AFTER || relation == LIMIT_NO_LATER_THAN_AFTER ||
           relation == LIMIT_IMMEDIATELY_AFTER || relation == LIMIT_OPEN;
}

// "If an incident occurs, ... within 24 hours", "at the request of a Party within three days": the
// sentence itself says from when.
static bool capture_trigger(const struct limits_reading *reading, struct limit_draft *draft)
{
    if (!may_be_triggered(draft->limit.relation))
        return false;
    static const char *const openers[] = {"if", "when", "where", "once", "whenever"};
    const struct prose *prose = &reading->prose;
    size_t at = draft->sentence_from;
    while (at < draft->from && prose_token(prose, at)->kind != TOKEN_WORD)
        at++; // the label of the clause
    size_t count = 0;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0] && count == 0; i++)
        if (prose_is_word(prose, at, openers[i]))
            count = event_read(prose, at + 1, EVENT_CLAUSE);
    bool is_case = prose_is_word(prose, at, "in") &&
                   (prose_is_word(prose, at + 1, "case") || prose_is_word(prose, at + 2, "event"));
    if (is_case) { // "in case of", "in the event that"
        at += prose_is_word(prose, at + 1, "case") ? 1 : 2;
        bool is_noun = prose_is_word(prose, at + 1, "of");
        at += is_noun || prose_is_word(prose, at + 1, "that");
        count = event_read(prose, at + 1, is_noun ? EVENT_ANY : EVENT_CLAUSE);
    }
    at++;
    for (size_t i = draft->from; count == 0 && i > draft->sentence_from && draft->from - i < 8; i--)
        if (prose_is_word(prose, i - 1, "request")) {
            at = i - 1;
            count = event_read(prose, at, EVENT_ANY);
        }
    if (count == 0 || at + count > draft->from)
        return false;
    draft->captures.event_from = at;
    draft->captures.event_to = at + count;
    draft->captures.has_event = true;
    return true;
}

// The limit before (else behind) that is about the act, for whoever follows limits instead of steps.
static size_t limit_of_act(const struct limits_reading *reading, uint32_t act, size_t i)
{
    uint32_t process = act_at(reading, act)->process;
    for (size_t j = i; j > 0; j--)
        if (act_at(reading, reading->act_of[j - 1])->process == process)
            return j - 1;
    for (size_t j = i + 1; j < reading->drafts.count; j++)
        if (act_at(reading, reading->act_of[j])->process == process)
            return j;
    return LIMIT_NO_INDEX;
}

static void bind_to_act(struct limits_reading *reading, size_t i, uint32_t act,
                        enum limit_binding binding)
{
    struct limit *limit = &draft_at(reading, i)->limit;
    limit->binding = binding;
    limit->reference_step = act;
    limit->joins = limit_of_act(reading, act, i);
}

static void bind_stated(struct limits_reading *reading, size_t i)
{
    struct limit_draft *draft = draft_at(reading, i);
    struct limit *limit = &draft->limit;
    const struct captures *captures = &draft->captures;
    limit->reference = prose_flat(
        prose_range(&reading->prose, captures->event_from, captures->event_to), reading->arena);
    limit->event =
        event_name(&reading->prose, captures->event_from, captures->event_to, reading->arena);
    limit->binding = str_equal(limit->event, STR("signing")) ? BINDING_SIGNING : BINDING_STATED;
    if (limit->binding == BINDING_SIGNING || str_equal(limit->event, STR("entry.into.force")))
        return;
    struct limit_reference reference = reference_of(&reading->prose, captures);
    if (reference.head == SIZE_MAX && reference.cited.length > 0) {
        limit->reference_clause = reference.cited;
        return;
    }
    uint32_t act = reference_find(reading, i, &reference);
    if (act == NO_STEP) {
        bool says_little = reference.cited.length > 0 && reference.words.count <= 1;
        limit->reference_clause = says_little ? reference.cited : STR("");
        return;
    }
    bind_to_act(reading, i, act, BINDING_STEP);
    limit->reference_side = reference.side;
}

// Takes over what another limit counts from.
static void share(struct limits_reading *reading, size_t i, size_t from)
{
    struct limit *limit = &draft_at(reading, i)->limit;
    const struct limit *other = &draft_at(reading, from)->limit;
    limit->reference = other->reference;
    limit->event = other->event;
    limit->binding = other->binding == BINDING_DATE ? BINDING_IMPLIED : other->binding;
    limit->joins = other->joins;
    limit->reference_step = other->reference_step;
    limit->reference_side = other->reference_side;
    limit->reference_clause = other->reference_clause;
}

// "The Committee shall report within 14 days": the act that sets it up, if there was one before.
static uint32_t creation_of_actor(const struct limits_reading *reading, size_t i)
{
    const struct prose *prose = &reading->prose;
    const struct worded_act *own = act_at(reading, reading->act_of[i]);
    struct act_words subject = own->words;
    subject.count = own->subject_to;
    size_t head = words_head(prose, &subject);
    static const char *const bodies[] = {"committee", "commission", "mechanism", "council", "board",
                                         "panel",     "mission",    "tribunal",  "group",   "team"};
    bool is_body = false;
    for (size_t b = 0; head != SIZE_MAX && b < sizeof bodies / sizeof bodies[0]; b++)
        is_body = is_body || prose_is_word(prose, head, bodies[b]);
    is_body = is_body && !prose_is_word(prose, subject.items[0], "a") &&
              !prose_is_word(prose, subject.items[0], "an"); // that would be another one
    for (uint32_t a = reading->act_of[i]; is_body && a > 0; a--) {
        const struct worded_act *act = act_at(reading, a - 1);
        size_t theme = words_head(prose, &act->theme);
        static const char *const sets_up[] = {"establish", "established", "set",        "form",
                                              "formed",    "create",      "created",    "convene",
                                              "appoint",   "appointed",   "constituted"};
        bool creates = false;
        for (size_t v = 0; act->verb < act->words.count && v < sizeof sets_up / sizeof sets_up[0];
             v++)
            creates = creates || prose_is_word(prose, act->words.items[act->verb], sets_up[v]);
        if (creates && theme != SIZE_MAX &&
            words_are_akin(prose_word(prose, theme), prose_word(prose, head)))
            return a - 1;
    }
    return NO_STEP;
}

// "once adopted, … within thirty days"; "within 72 hours of the signing …, and … within 14 days"
static bool shares_with_before(const struct limits_reading *reading, size_t i)
{
    const struct limit_draft *before = draft_at(reading, i - 1);
    const struct limit_draft *draft = draft_at(reading, i);
    if (!is_same_sentence(before, draft) || before->limit.reference.length == 0)
        return false;
    if (before->limit.relation == LIMIT_AFTER || before->limit.relation == LIMIT_UPON)
        return true;
    // "as soon as possible after signature, at the latest within 100 days": two bounds of one act
    if (reading->act_of[i] == reading->act_of[i - 1])
        return before->captures.has_event && !is_of_step(before->limit.relation);
    return before->captures.has_event && before->limit.relation == draft->limit.relation;
}

// "An incident shall be reported within 6 hours": of the incident itself.
static bool is_answer(const struct prose *prose, const struct worded_act *act)
{
    static const char *const verbs[] = {"reported", "notified", "investigated", "answered",
                                        "replied",  "repaired", "communicated"};
    bool is_verb = false;
    for (size_t v = 0; act->verb < act->words.count && v < sizeof verbs / sizeof verbs[0]; v++)
        is_verb = is_verb || prose_is_word(prose, act->words.items[act->verb], verbs[v]);
    return is_verb && act->is_passive && words_head(prose, &act->theme) != SIZE_MAX;
}

// Whether an act takes up what the act of the limit before did, whoever did it: "shall enter into
// consultations …" and, in the next clause, "if the consultations fail".
static bool takes_up_before(const struct limits_reading *reading, size_t i)
{
    const struct prose *prose = &reading->prose;
    const struct act_words *own = &act_at(reading, reading->act_of[i])->words;
    const struct worded_act *before = act_at(reading, reading->act_of[i - 1]);
    struct act_words done = {.count = 0};
    for (size_t k = before->subject_to; k < before->words.count; k++)
        done.items[done.count++] = before->words.items[k];
    for (size_t k = 0; k < own->count; k++)
        if (word_is_bearing(prose, own->items[k]) && words_have_kin(prose, &done, own->items[k]))
            return true;
    return false;
}

static void bind_implied(struct limits_reading *reading, size_t i)
{
    struct limit *limit = &draft_at(reading, i)->limit;
    const struct worded_act *own = act_at(reading, reading->act_of[i]);
    uint32_t creation = creation_of_actor(reading, i);
    limit->binding = BINDING_IMPLIED;
    if (is_of_step(limit->relation)) {
        if (limit->reference.length == 0)
            limit->reference = limit->step; // a duration runs from the start of its own step
        limit->reference_step = own->process;
        limit->reference_side = LIMIT_START;
        limit->binding = limit->step.length > 0 ? BINDING_IMPLIED : BINDING_NONE;
        return;
    }
    if (is_answer(&reading->prose, own)) {
        limit->reference = words_flat(&reading->prose, &own->theme, reading->arena);
        limit->event = event_name(&reading->prose, own->theme.items[0],
                                  own->theme.items[own->theme.count - 1] + 1, reading->arena);
        return;
    }
    if (i == 0 && creation == NO_STEP) {
        limit->binding = BINDING_NONE;
        return;
    }
    if (i > 0 && shares_with_before(reading, i)) {
        share(reading, i, i - 1);
        limit->binding = BINDING_IMPLIED;
        return;
    }
    const struct limit *before = i > 0 ? &draft_at(reading, i - 1)->limit : NULL;
    bool is_elsewhere = before && !str_equal(before->clause, limit->clause);
    if (creation == NO_STEP && is_elsewhere && !takes_up_before(reading, i)) {
        limit->binding = BINDING_NONE;
        return;
    }
    if (creation == NO_STEP && before && reading->act_of[i - 1] == reading->act_of[i]) {
        limit->binding = BINDING_NONE; // nothing is counted from itself
        return;
    }
    bool is_one_step = before && act_at(reading, reading->act_of[i - 1])->process == own->process;
    uint32_t from = creation != NO_STEP && !is_one_step ? creation : reading->act_of[i - 1];
    bind_to_act(reading, i, from, BINDING_IMPLIED);
    const struct limit *joined =
        limit->joins == LIMIT_NO_INDEX ? before : &draft_at(reading, limit->joins)->limit;
    limit->reference = joined && joined->step.length > 0 ? joined->step
                       : joined                          ? joined->phrase
                                                         : STR("");
    limit->reference_side = is_one_step ? LIMIT_START : LIMIT_WHOLE;
    // Only within one clause does one thing plainly follow the other.
    limit->is_guess = creation == NO_STEP && is_elsewhere;
}

// "no earlier than six months and not later than nine months after the entry into force": two lengths, one
// event. A notice is counted from itself.
static void share_reference(struct limits_reading *reading, size_t i)
{
    if (i + 1 >= reading->drafts.count)
        return;
    const struct limit_draft *next = draft_at(reading, i + 1);
    struct limit_draft *draft = draft_at(reading, i);
    size_t joint = draft->to + (prose_is_mark(&reading->prose, draft->to, ',') ? 1 : 0);
    bool is_joined =
        next->from == joint + 1 && prose_token(&reading->prose, joint)->kind == TOKEN_WORD;
    bool is_notice = str_starts_with(draft->limit.note, STR("counted from"));
    if (!is_joined || is_notice || draft->captures.has_event || !next->captures.has_event ||
        !draft->captures.has_quantity || !next->captures.has_quantity ||
        draft->limit.relation == LIMIT_EVERY)
        return;
    share(reading, i, i + 1);
    draft->limit.is_guess = false;
}

// Words between the bracket and what it defines: "(hereinafter referred to as "D-Day")".
static bool is_defining_word(const struct prose *prose, size_t i)
{
    static const char *const words[] = {"the", "hereinafter", "hereafter", "referred",
                                        "to",  "as",          "called",    "known"};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (prose_is_word(prose, i, words[k]))
            return true;
    return prose_token(prose, i)->kind == TOKEN_MARK && !prose_is_mark(prose, i, '(');
}

// Whether the code stands here as it is defined: "(EIF)", ("D-Day").
static bool is_defined_at(const struct prose *prose, size_t at, struct str code, size_t *opening)
{
    if (at < 2 || !str_equal_ignoring_case(prose_word(prose, at), code))
        return false;
    size_t end = at + 1 + (prose_is_word(prose, at + 1, "day") ? 1 : 0);
    size_t from = at;
    while (from > 0 && is_defining_word(prose, from - 1))
        from--;
    while (prose_token(prose, end)->kind == TOKEN_MARK && !prose_is_mark(prose, end, ')'))
        end++;
    *opening = from - 1;
    return from > 0 && prose_is_mark(prose, from - 1, '(') && prose_is_mark(prose, end, ')');
}

static bool begins_phrase(const struct prose *prose, size_t at)
{
    return at == 0 || prose_token(prose, at - 1)->kind != TOKEN_WORD ||
           prose_is_word(prose, at - 1, "of") || prose_has_class(prose, at - 1, CLASS_PREPOSITION);
}

#define DEFINITION_WORDS 16 // an event is defined by so many words at most

// What "D" or "EIF" stands for: the event whose words end where it is defined in brackets, or the
// clause in "D-Day is the day on which the separation begins".
static bool find_code(const struct limits_reading *reading, struct str code,
                      struct captures *captures)
{
    const struct prose *prose = &reading->prose;
    for (size_t at = 0; at < prose->count; at++) {
        size_t opening;
        if (prose_token(prose, at)->kind != TOKEN_WORD)
            continue;
        if (is_defined_at(prose, at, code, &opening)) {
            size_t from = opening > DEFINITION_WORDS ? opening - DEFINITION_WORDS : 0;
            for (; from < opening; from++)
                if (begins_phrase(prose, from) &&
                    from + event_read(prose, from, EVENT_HAPPENS) >= opening) {
                    captures->event_from = from;
                    captures->event_to = opening;
                    return true;
                }
        }
        size_t which = at + 1 + (prose_is_word(prose, at + 1, "day") ? 1 : 0);
        bool is_said = str_equal_ignoring_case(prose_word(prose, at), code) &&
                       (prose_is_word(prose, which, "is") || prose_is_word(prose, which, "means"));
        for (size_t i = which; is_said && i < which + 6; i++) {
            size_t count = prose_is_word(prose, i, "which") || prose_is_word(prose, i, "of")
                               ? event_read(prose, i + 1, EVENT_HAPPENS)
                               : 0;
            if (count == 0)
                continue;
            captures->event_from = i + 1;
            captures->event_to = i + 1 + count;
            return true;
        }
    }
    return false;
}

// "shall begin on 1 September 2025 (D-Day)": the limit whose date D is.
static size_t limit_of_code(const struct limits_reading *reading, struct str code)
{
    for (size_t j = 0; j < reading->drafts.count; j++) {
        const struct limit_draft *draft = draft_at(reading, j);
        bool is_point =
            draft->limit.relation == LIMIT_ON_DATE || draft->limit.relation == LIMIT_FROM_DATE;
        for (size_t at = draft->to + 1; is_point && at < draft->to + 8; at++) {
            size_t opening;
            if (is_defined_at(&reading->prose, at, code, &opening) && opening == draft->to)
                return j;
        }
    }
    return LIMIT_NO_INDEX;
}

// "D + 10", "D-Day": what D stands for where the text says it, else an event of its own.
static void bind_code(struct limits_reading *reading, size_t i, size_t code)
{
    struct limit_draft *draft = draft_at(reading, i);
    struct limit *limit = &draft->limit;
    struct str word = prose_word(&reading->prose, code);
    size_t dated = limit_of_code(reading, word);
    limit->binding = BINDING_STATED;
    if (dated != LIMIT_NO_INDEX && dated != i)
        bind_to_act(reading, i, reading->act_of[dated], BINDING_STEP);
    else if (find_code(reading, word, &draft->captures))
        bind_stated(reading, i);
    if (limit->event.length == 0)
        limit->event = event_name(&reading->prose, code, code + 1, reading->arena);
    limit->reference =
        draft->captures.has_code ? word : prose_range(&reading->prose, code, code + 2);
}

// "D-Day" as the reference of a limit.
static bool is_lettered_day(const struct prose *prose, const struct captures *captures)
{
    size_t at = captures->event_from;
    return captures->has_event && captures->event_to == at + 2 &&
           prose_token(prose, at)->length == 1 && prose_token(prose, at)->is_capital &&
           prose_token(prose, at + 1)->has_hyphen && prose_is_word(prose, at + 1, "day");
}

static void bind_one(struct limits_reading *reading, size_t i)
{
    struct limit_draft *draft = draft_at(reading, i);
    struct limit *limit = &draft->limit;
    if (limit->relation == LIMIT_UPON && !draft->captures.has_event) { // "on arrival"
        draft->captures.event_from = draft->from + 1;
        draft->captures.event_to = draft->to;
        draft->captures.has_event = true;
    }
    bool is_planned = (draft->form->flags & LIMIT_IS_PLANNED) && !draft->captures.has_event;
    if (is_planned && !capture_counted(reading, i)) {
        limits_bind_planned(reading, i);
    } else if (draft->form->flags & LIMIT_IS_EVENT) {
        bind_code(reading, i, draft->captures.code);
    } else if (is_lettered_day(&reading->prose, &draft->captures)) {
        bind_code(reading, i, draft->captures.event_from);
    } else if (limit->has_date && limit->relation != LIMIT_EVERY) {
        limit->binding = BINDING_DATE;
    } else if (draft->captures.has_event || capture_start(reading, draft) ||
               capture_trigger(reading, draft)) {
        bind_stated(reading, i);
    } else if (limit->relation != LIMIT_EVERY) {
        bind_implied(reading, i);
    }
}

// Whether the phrase points to what was said before: "thereafter", "that date", "the following day".
static bool points_back(const struct prose *prose, const struct limit_draft *draft)
{
    static const char *const pointers[] = {"thereafter", "thereof", "later", "afterwards",
                                           "that",       "such",    "said",  "same",
                                           "following",  "next",    "then",  "hence"};
    for (size_t i = draft->from; i < draft->to; i++)
        for (size_t k = 0; k < sizeof pointers / sizeof pointers[0]; k++)
            if (prose_is_word(prose, i, pointers[k]))
                return true;
    return false;
}

// What of a limit its words do not say, in the words of a note.
static struct str assumed_of(const struct limits_reading *reading, size_t i)
{
    const struct limit_draft *draft = draft_at(reading, i);
    const struct limit *limit = &draft->limit;
    if (limit->assumed.length > 0)
        return limit->assumed;
    if (limit->is_guess)
        return STR("does not say from when");
    if (limit->has_date && (limit->date.is_ambiguous || limit->date.is_vague))
        return arena_print(reading->arena, "is %.*s", STR_ARGS(limit->note));
    bool is_implied = limit->binding == BINDING_IMPLIED && !is_of_step(limit->relation) &&
                      !(i > 0 && shares_with_before(reading, i));
    if (!is_implied || points_back(&reading->prose, draft))
        return STR("");
    return arena_print(reading->arena, "does not say from when: it is counted from \"%.*s\"",
                       STR_ARGS(limit->reference));
}

// All words of the act, where the verb may stand apart: "Der Bericht wird übermittelt".
static struct str whole_words(const struct limits_reading *reading, const struct act_words *words)
{
    struct builder all = builder_make(reading->arena);
    for (size_t from = 0, to = 1; from < words->count; from = to++) {
        while (to < words->count && words->items[to] == words->items[to - 1] + 1)
            to++;
        struct str part =
            prose_range(&reading->prose, words->items[from], words->items[to - 1] + 1);
        builder_print(&all, "%s%.*s", from > 0 ? " " : "",
                      STR_ARGS(prose_flat(part, reading->arena)));
    }
    return builder_str(&all);
}

// The words of the act, as far as they stand together.
// What leads on to the words behind the limit: "begins [and] within ten days [is told]".
static bool leads_on(const struct prose *prose, size_t i)
{
    return prose_is_one_of(prose, i, "and or but") || prose_is_mark(prose, i, ',') ||
           prose_is_mark(prose, i, '(') || prose_is_mark(prose, i, '[');
}

static struct str step_words(const struct limits_reading *reading, size_t i)
{
    const struct act_words *words = &act_at(reading, reading->act_of[i])->words;
    if (words->count == 0)
        return STR("");
    if (!vocabulary_is_english(reading->prose.vocabulary))
        return whole_words(reading, words);
    size_t to = 1;
    while (to < words->count &&
           (words->items[to] == words->items[to - 1] + 1 ||
            prose_is_mark(&reading->prose, words->items[to] - 1, ')'))) // past a bracket
        to++;
    while (to > 1 && leads_on(&reading->prose, words->items[to - 1]))
        to--;
    return prose_flat(prose_range(&reading->prose, words->items[0], words->items[to - 1] + 1),
                      reading->arena);
}

void limits_bind(struct limits_reading *reading)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        limit->joins = LIMIT_NO_INDEX;
        limit->reference_step = NO_STEP;
        limit->step = step_words(reading, i);
    }
    for (size_t i = 0; i < reading->drafts.count; i++)
        bind_one(reading, i);
    for (size_t i = reading->drafts.count; i > 0; i--)
        share_reference(reading, i - 1);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        draft->limit.is_guess =
            draft->limit.is_guess || (draft->form->flags & LIMIT_IS_HALF_SAID) != 0;
    }
    for (size_t i = 0; i < reading->drafts.count; i++)
        draft_at(reading, i)->limit.assumed = assumed_of(reading, i);
}
