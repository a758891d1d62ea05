// SPDX-License-Identifier: Apache-2.0
// Binding: which act a limit is about, and from which event it counts.
#include "limits/event.h"
#include "limits/limits_parts.h"

#define STEP_TOKENS_MAX 24
#define STEPS_LOOKED_BACK ((size_t)64) // a reference is looked for among so many limits before
#define VAGUE_DISTANCE 4               // tokens between a vague term and its number

static struct draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct draft, i);
}

static bool is_vague_alone(const struct draft *draft)
{
    return draft->limit.is_open && (draft->form->flags & LIMIT_IS_IMPLIED) != 0 &&
           (draft->limit.relation == LIMIT_OPEN ||
            draft->limit.relation == LIMIT_IMMEDIATELY_AFTER);
}

static bool are_neighbours(const struct prose *prose, const struct draft *first,
                           const struct draft *second)
{
    if (first->sentence_from != second->sentence_from || second->from - first->to >= VAGUE_DISTANCE)
        return false;
    for (size_t i = first->to; i < second->from; i++)
        if (prose_is_word(prose, i, "and") && prose_has_class(prose, i + 1, CLASS_MODAL))
            return false; // another act
    return true;
}

static bool makes_precise(const struct draft *draft)
{
    return !draft->limit.is_open && draft->limit.relation != LIMIT_EVERY;
}

// "for seven days starting on the date of arrival": the second limit only says where the first begins.
static void drop_starts(struct limits_reading *reading)
{
    for (size_t i = 1; i < reading->drafts.count; i++) {
        const struct draft *before = draft_at(reading, i - 1);
        struct draft *draft = draft_at(reading, i);
        bool is_next = draft->from - before->to <= 1;
        if (before->limit.relation == LIMIT_DURATION && draft->limit.relation == LIMIT_AT &&
            is_next)
            draft->is_dropped = true;
    }
}

void limits_merge_vague(struct limits_reading *reading)
{
    drop_starts(reading);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct draft *draft = draft_at(reading, i);
        if (!is_vague_alone(draft))
            continue;
        struct draft *precise = NULL;
        if (i + 1 < reading->drafts.count &&
            are_neighbours(&reading->prose, draft, draft_at(reading, i + 1)))
            precise = draft_at(reading, i + 1);
        if ((!precise || !makes_precise(precise)) && i > 0 &&
            are_neighbours(&reading->prose, draft_at(reading, i - 1), draft))
            precise = draft_at(reading, i - 1);
        if (!precise || !makes_precise(precise))
            continue;
        precise->limit.vague = prose_range(&reading->prose, draft->from, draft->to);
        draft->is_dropped = true;
    }
}

void limits_group(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    static const struct {
        const char *word;
        bool takes_later;
    } orders[] = {{"earlier", false},  {"sooner", false}, {"first", false},
                  {"earliest", false}, {"later", true},   {"last", true},
                  {"latest", true},    {"longer", true},  {"shorter", false}};
    uint32_t group = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct draft *last = draft_at(reading, i);
        bool is_last = i + 1 == reading->drafts.count ||
                       draft_at(reading, i + 1)->sentence_from != last->sentence_from;
        if (!is_last)
            continue;
        size_t at = last->to;
        while (at < last->sentence_to && !prose_is_word(prose, at, "whichever"))
            at++;
        for (; at < last->sentence_to; at++)
            for (size_t k = 0; k < sizeof orders / sizeof orders[0]; k++) {
                if (!prose_is_word(prose, at, orders[k].word))
                    continue;
                group++;
                size_t first =
                    i > 0 && draft_at(reading, i - 1)->sentence_from == last->sentence_from ? i - 1
                                                                                            : i;
                for (size_t member = first; member <= i; member++) {
                    draft_at(reading, member)->limit.group = group;
                    draft_at(reading, member)->limit.takes_later = orders[k].takes_later;
                }
                at = last->sentence_to;
                break;
            }
    }
}

// The tokens that say what is to be done: before the limit, or after it when it opens the sentence.
struct step_range {
    size_t from;
    size_t to;
};

static struct step_range step_of(const struct limits_reading *reading, size_t i)
{
    const struct prose *prose = &reading->prose;
    const struct draft *draft = draft_at(reading, i);
    size_t from = draft->sentence_from;
    if (i > 0 && draft_at(reading, i - 1)->to > from)
        from = draft_at(reading, i - 1)->to;
    while (from < draft->from &&
           (prose_token(prose, from)->kind == TOKEN_MARK || prose_is_word(prose, from, "and")))
        from++;
    if (draft->from > from + 1) {
        size_t length = draft->from - from;
        struct step_range range = {length > STEP_TOKENS_MAX ? draft->from - STEP_TOKENS_MAX : from,
                                   draft->from};
        while (range.to > range.from && prose_token(prose, range.to - 1)->kind == TOKEN_MARK)
            range.to--;
        return range;
    }
    size_t end = draft->sentence_to;
    if (i + 1 < reading->drafts.count && draft_at(reading, i + 1)->from < end)
        end = draft_at(reading, i + 1)->from;
    from = draft->to;
    while (from < end && prose_token(prose, from)->kind == TOKEN_MARK)
        from++;
    return (struct step_range){from, end > from + STEP_TOKENS_MAX ? from + STEP_TOKENS_MAX : end};
}

// The name of a step: the last noun before the modal, then what is done.
static struct str step_name(const struct limits_reading *reading, struct step_range step)
{
    const struct prose *prose = &reading->prose;
    for (size_t i = step.from; i < step.to; i++)
        if (prose_has_class(prose, i, CLASS_MODAL))
            return event_name(prose, i > step.from ? i - 1 : i, step.to, reading->arena);
    return event_name(prose, step.from, step.to, reading->arena);
}

static size_t stem_length(struct str word)
{
    static const struct str endings[] = {STR_INIT("ations"), STR_INIT("ation"), STR_INIT("ments"),
                                         STR_INIT("ment"),   STR_INIT("ing"),   STR_INIT("ion"),
                                         STR_INIT("als"),    STR_INIT("al"),    STR_INIT("ed"),
                                         STR_INIT("es"),     STR_INIT("s"),     STR_INIT("e")};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(word, endings[i]) && word.length >= endings[i].length + 4)
            return word.length - endings[i].length;
    return word.length;
}

static bool have_one_stem(struct str a, struct str b)
{
    size_t length = stem_length(a);
    return length >= 4 && length == stem_length(b) &&
           str_equal_ignoring_case(str_slice(a, 0, length), str_slice(b, 0, length));
}

static bool step_has_stem(const struct prose *prose, struct step_range step, struct str word)
{
    for (size_t i = step.from; i < step.to; i++)
        if (prose_token(prose, i)->kind == TOKEN_WORD && have_one_stem(prose_word(prose, i), word))
            return true;
    return false;
}

static bool is_bearing(const struct prose *prose, size_t i)
{
    return prose_token(prose, i)->kind == TOKEN_WORD && prose_token(prose, i)->length >= 4 &&
           !prose_has_class(prose, i,
                            CLASS_DETERMINER | CLASS_PREPOSITION | CLASS_AUXILIARY |
                                CLASS_CONNECTIVE | CLASS_FINITE);
}

// All bearing words of the reference must occur in the step.
static bool names_step(const struct limits_reading *reading, const struct draft *draft,
                       size_t other)
{
    const struct prose *prose = &reading->prose;
    struct step_range step = step_of(reading, other);
    size_t words = 0;
    for (size_t i = draft->captures.event_from; i < draft->captures.event_to; i++) {
        if (!is_bearing(prose, i) || prose_is_word(prose, i, "date") ||
            prose_is_word(prose, i, "completion"))
            continue;
        if (!step_has_stem(prose, step, prose_word(prose, i)))
            return false;
        words++;
    }
    return words > 0;
}

static size_t step_named(const struct limits_reading *reading, size_t i)
{
    const struct draft *draft = draft_at(reading, i);
    for (size_t back = 1; back <= i && back <= STEPS_LOOKED_BACK; back++)
        if (names_step(reading, draft, i - back))
            return i - back;
    return LIMIT_NO_INDEX;
}

// "starting on the date of ..." behind a duration tells from when it runs; it is no limit of its own.
static bool capture_start(const struct limits_reading *reading, struct draft *draft)
{
    static const char *const starts[] = {"starting", "beginning", "commencing",
                                         "from",     "after",     "following"};
    const struct prose *prose = &reading->prose;
    size_t at = draft->to + (prose_is_mark(prose, draft->to, ',') ? 1 : 0);
    bool is_start = draft->limit.relation != LIMIT_DURATION;
    if (is_start)
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0] && !is_start; i++)
        is_start = prose_is_word(prose, at, starts[i]);
    if (!is_start)
        return false;
    at++;
    at += prose_is_word(prose, at, "on") || prose_is_word(prose, at, "from") ||
          prose_is_word(prose, at, "with");
    size_t count = event_read(prose, at, EVENT_HAPPENS);
    if (count == 0)
        return false;
    draft->captures.event_from = at;
    draft->captures.event_to = at + count;
    draft->captures.has_event = true;
    return true;
}

static bool may_be_triggered(enum limit_relation relation)
{
    return relation == LIMIT_WITHIN_AFTER || relation == LIMIT_NO_LATER_THAN_AFTER ||
           relation == LIMIT_IMMEDIATELY_AFTER || relation == LIMIT_OPEN;
}

// "If an incident occurs, ... within 24 hours", "at the request of a Party within three days": the
// sentence itself says from when.
static bool capture_trigger(const struct limits_reading *reading, struct draft *draft)
{
    if (!may_be_triggered(draft->limit.relation))
        return false;
    static const char *const openers[] = {"if", "when", "where", "once", "whenever"};
    const struct prose *prose = &reading->prose;
    size_t at = draft->sentence_from;
    while (at < draft->from && !prose_has_class(prose, at, ~0U) &&
           prose_token(prose, at)->kind != TOKEN_WORD)
        at++; // the label of the clause
    size_t count = 0;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0] && count == 0; i++)
        if (prose_is_word(prose, at, openers[i]))
            count = event_read(prose, at + 1, EVENT_CLAUSE);
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

static void bind_implied(struct limits_reading *reading, size_t i)
{
    struct limit *limit = &draft_at(reading, i)->limit;
    if (limit->relation == LIMIT_DURATION || limit->relation == LIMIT_EXTENSION) {
        limit->reference = limit->step; // a duration runs from the start of its own step
        limit->event = limit->step_name;
        limit->binding = limit->step.length > 0 ? BINDING_IMPLIED : BINDING_NONE;
        return;
    }
    if (i == 0)
        return;
    const struct limit *before = &draft_at(reading, i - 1)->limit;
    limit->binding = BINDING_IMPLIED;
    bool is_triggered = before->relation == LIMIT_AFTER || before->relation == LIMIT_UPON;
    if (is_triggered &&
        draft_at(reading, i - 1)->sentence_from == draft_at(reading, i)->sentence_from) {
        limit->reference = before->reference; // "once adopted, ... within thirty days"
        limit->event = before->event;
        limit->joins = before->joins;
        return;
    }
    limit->joins = i - 1;
    limit->reference = before->step.length > 0 ? before->step : before->phrase;
    limit->event = before->step_name;
}

static void bind_stated(struct limits_reading *reading, size_t i)
{
    struct draft *draft = draft_at(reading, i);
    struct limit *limit = &draft->limit;
    const struct captures *captures = &draft->captures;
    limit->reference = prose_flat(
        prose_range(&reading->prose, captures->event_from, captures->event_to), reading->arena);
    limit->event =
        event_name(&reading->prose, captures->event_from, captures->event_to, reading->arena);
    limit->binding = str_equal(limit->event, STR("signing")) ? BINDING_SIGNING : BINDING_STATED;
    if (limit->binding == BINDING_SIGNING || str_equal(limit->event, STR("entry.into.force")))
        return;
    limit->joins = step_named(reading, i);
    if (limit->joins != LIMIT_NO_INDEX)
        limit->binding = BINDING_STEP;
}

// "no earlier than six months and not later than nine months after the entry into force"
static void share_reference(struct limits_reading *reading, size_t i)
{
    if (i + 1 >= reading->drafts.count)
        return;
    const struct draft *next = draft_at(reading, i + 1);
    struct draft *draft = draft_at(reading, i);
    bool is_joined =
        next->from == draft->to + 1 && prose_token(&reading->prose, draft->to)->kind == TOKEN_WORD;
    if (!is_joined || draft->captures.has_event || !next->captures.has_event ||
        !draft->captures.has_quantity || draft->limit.relation == LIMIT_EVERY)
        return;
    draft->limit.reference = next->limit.reference;
    draft->limit.event = next->limit.event;
    draft->limit.binding = next->limit.binding;
    draft->limit.joins = next->limit.joins;
}

static void bind_one(struct limits_reading *reading, size_t i)
{
    struct draft *draft = draft_at(reading, i);
    struct limit *limit = &draft->limit;
    limit->joins = LIMIT_NO_INDEX;
    struct step_range step = step_of(reading, i);
    limit->step = prose_flat(prose_range(&reading->prose, step.from, step.to), reading->arena);
    limit->step_name = step_name(reading, step);
    if (draft->form->flags & LIMIT_IS_EVENT) {
        limit->reference = prose_word(&reading->prose, draft->captures.code);
        limit->event = event_name(&reading->prose, draft->captures.code, draft->captures.code + 1,
                                  reading->arena);
        limit->binding = BINDING_STATED;
    } else if (limit->has_date && limit->relation != LIMIT_EVERY) {
        limit->binding = BINDING_DATE;
    } else if (draft->captures.has_event || capture_start(reading, draft) ||
               capture_trigger(reading, draft)) {
        bind_stated(reading, i);
    } else if (limit->relation != LIMIT_EVERY) {
        bind_implied(reading, i);
    }
}

// A label at the start of a line: "2.", "2.1", "(e)", "Article 4", "Article Eight".
static size_t label_length(const struct prose *prose, size_t at)
{
    if (prose_is_word(prose, at, "article") || prose_is_word(prose, at, "section") ||
        prose_is_word(prose, at, "paragraph"))
        return 2;
    if (prose_is_mark(prose, at, '('))
        return prose_is_mark(prose, at + 2, ')') ? 3 : 0;
    size_t count = 0;
    while (prose_token(prose, at + count)->kind == TOKEN_NUMBER &&
           prose_is_mark(prose, at + count + 1, '.')) {
        count += 2;
        if (!prose_token(prose, at + count)->is_glued)
            return count - 1;
    }
    return count > 0 && prose_token(prose, at + count)->kind == TOKEN_NUMBER ? count + 1 : 0;
}

// The clauses that the caller names.
static void place_in_clauses(struct limits_reading *reading)
{
    const struct limits_text *text = reading->text;
    size_t clause = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        while (clause < text->clause_count && text->clauses[clause].at <= limit->at)
            clause++;
        if (clause > 0)
            limit->clause = text->clauses[clause - 1].name;
    }
}

static void label_clauses(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    struct str label = {NULL, 0};
    size_t next = 0;
    for (size_t at = 0; at < prose->count && next < reading->drafts.count; at++) {
        size_t length = prose_token(prose, at)->begins_line ? label_length(prose, at) : 0;
        if (length > 0)
            label = prose_range(prose, at, at + length);
        for (; next < reading->drafts.count && draft_at(reading, next)->from == at; next++)
            draft_at(reading, next)->limit.clause = label;
    }
}

void limits_bind(struct limits_reading *reading)
{
    if (reading->text->clause_count > 0)
        place_in_clauses(reading);
    else
        label_clauses(reading);
    for (size_t i = 0; i < reading->drafts.count; i++)
        bind_one(reading, i);
    for (size_t i = reading->drafts.count; i > 0; i--)
        share_reference(reading, i - 1);
}
