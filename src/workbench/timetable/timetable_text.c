// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/timetable_text.h"

#include "base/names.h"

struct timetable_names {
    struct arena *arena;
    struct names *keys; // clause and number
    struct list names;  // struct str, by key
};

struct timetable_names *timetable_names_make(struct arena *arena)
{
    struct timetable_names *names = ARENA_NEW(arena, struct timetable_names);
    *names = (struct timetable_names){arena, names_make(arena), LIST_MAKE(arena, struct str)};
    return names;
}

// The name that the step of a clause has had since the first reading.
static struct str known_name(struct timetable_names *names, struct str clause, uint32_t number,
                             struct str name)
{
    if (!names)
        return name;
    uint32_t key =
        names_add(names->keys, arena_print(names->arena, "%.*s %u", STR_ARGS(clause), number));
    if (key == names->names.count)
        *LIST_ADD(&names->names, struct str) = name;
    return *LIST_AT(&names->names, struct str, key);
}

// Which end of a step a limit speaks of.
enum side { SIDE_WHOLE, SIDE_START, SIDE_END };

static bool has_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (str_contains(text, str_of(*words)))
            return true;
    return false;
}

static bool begins_with_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (str_starts_with(text, str_of(*words)))
            return true;
    return false;
}

// "Starting on day 1 … and ending after …": what the phrase begins with counts first.
static enum side side_of(const struct limit *limit)
{
    static const char *const starts[] = {"to start",   "starting",    "to begin", "beginning",
                                         "commencing", "to commence", NULL};
    static const char *const ends[] = {"to be completed", "completed", "to be finished", "finished",
                                       "ending",          "to end",    "concluded",      NULL};
    if (limit->relation == LIMIT_UNTIL || limit->relation == LIMIT_DURATION)
        return SIDE_END;
    if (begins_with_word(limit->phrase, starts))
        return SIDE_START;
    if (has_word(limit->phrase, ends) || has_word(limit->step, ends))
        return SIDE_END;
    return has_word(limit->phrase, starts) ? SIDE_START : SIDE_WHOLE;
}

// Names the limits' events; name_of[i] is that of the step that limit i limits.
struct naming {
    const struct timetable_text *text;
    struct plan *plan;
    struct str *step_of; // by limit: the name of its step, without side
    enum side *side;
};

static struct str event_name(const struct naming *n, struct str step, enum side side)
{
    switch (side) {
    case SIDE_WHOLE:
        return step;
    case SIDE_START:
        return arena_print(n->plan->arena, "%.*s.start", STR_ARGS(step));
    case SIDE_END:
        return arena_print(n->plan->arena, "%.*s.end", STR_ARGS(step));
    }
    return step;
}

// "(to start …) and to be completed within 14 days": the second limit is about the same step.
static bool is_same_step(const struct limit *limit)
{
    static const char *const verbs[] = {"completed", "finished", "concluded", "ended", NULL};
    if (limit->binding != BINDING_IMPLIED || limit->joins == LIMIT_NO_INDEX)
        return false;
    for (size_t i = 0; verbs[i]; i++)
        if (str_equal(limit->step_name, str_of(verbs[i])))
            return true;
    return false;
}

static void name_steps(struct naming *n)
{
    const struct limits_found *found = &n->text->found;
    uint32_t number = 0; // of the step in its clause
    for (size_t i = 0; i < found->count; i++) {
        const struct limit *limit = &found->items[i];
        n->side[i] = side_of(limit);
        number = i > 0 && str_equal(limit->clause, found->items[i - 1].clause) ? number + 1 : 0;
        if (is_same_step(limit) && limit->joins < i)
            n->step_of[i] = n->step_of[limit->joins];
        else if (limit->step_name.length > 0)
            n->step_of[i] = known_name(n->text->names, limit->clause, number, limit->step_name);
        else if (i > 0 && found->items[i - 1].line == limit->line)
            n->step_of[i] = n->step_of[i - 1]; // "…, starting on day 1": of the same act
        else
            n->step_of[i] = arena_print(n->plan->arena, "step.of.line.%zu", limit->line);
    }
}

// "the local elections and ending": the reader took a word of what follows along.
static struct str without_side(struct str event)
{
    static const char *const words[] = {".starting", ".ending", ".beginning", NULL};
    for (size_t i = 0; words[i]; i++)
        if (str_ends_with(event, str_of(words[i])))
            return str_slice(event, 0, event.length - str_of(words[i]).length);
    return event;
}

static bool reference_of(const struct naming *n, size_t i, uint32_t *event)
{
    const struct limit *limit = &n->text->found.items[i];
    switch (limit->binding) {
    case BINDING_NONE:
        if (limit->relation != LIMIT_DURATION)
            return false;
        *event = plan_event(n->plan, event_name(n, n->step_of[i], SIDE_START));
        return true;
    case BINDING_DATE:
        *event = 0;
        return true;
    case BINDING_SIGNING:
        *event = plan_event(n->plan, STR("signing"));
        return true;
    case BINDING_STATED:
    case BINDING_STEP:
    case BINDING_IMPLIED:
        break;
    }
    if (limit->relation == LIMIT_DURATION)
        *event = plan_event(n->plan, event_name(n, n->step_of[i], SIDE_START));
    else if (limit->joins != LIMIT_NO_INDEX)
        *event =
            plan_event(n->plan, event_name(n, n->step_of[limit->joins], n->side[limit->joins]));
    else if (limit->event.length > 0)
        *event = plan_event(n->plan, without_side(limit->event));
    else
        return false;
    return true;
}

static struct plan_bound bound_of(const struct limit *limit, bool has_bound, int64_t amount)
{
    struct plan_bound bound = {.kind = has_bound ? BOUND_PERIOD : BOUND_NONE};
    bound.period.is_back = amount < 0;
    if (amount < 0)
        amount = -amount;
    // Amounts come from words in a text; what no calendar can count is caught when it is counted.
    if (amount > 100000000)
        amount = 100000000;
    switch (limit->unit) {
    case UNIT_MINUTE:
        bound.period.minutes = amount;
        break;
    case UNIT_HOUR:
        bound.period.minutes = amount * 60;
        break;
    case UNIT_NONE:
    case UNIT_DAY:
        *(limit->is_working ? &bound.period.working_days : &bound.period.days) = amount;
        break;
    case UNIT_WEEK:
        bound.period.days = amount * 7;
        break;
    case UNIT_MONTH:
        bound.period.months = amount;
        break;
    case UNIT_QUARTER:
        bound.period.months = amount * 3;
        break;
    case UNIT_YEAR:
        bound.period.months = amount * 12;
        break;
    }
    return bound;
}

static struct plan_bound date_bound(int64_t day)
{
    return (struct plan_bound){.kind = BOUND_DATE, .date = day * DAY_MINUTES};
}

// Bounds by a calendar date. False when the relation has none, or the date is not known in full.
static bool date_bounds(const struct limit *limit, struct plan_limit *into)
{
    if (!limit->has_date || limit->date.year == 0 || limit->date.is_impossible)
        return false;
    int64_t first = date_first_day(&limit->date);
    int64_t last = date_last_day(&limit->date);
    if (limit->date.is_end)
        first = last;
    bool has_least = limit->relation != LIMIT_BY_DATE && limit->relation != LIMIT_BEFORE_DATE;
    bool has_most = limit->relation != LIMIT_AFTER_DATE;
    if (limit->relation == LIMIT_BEFORE_DATE)
        last = first - 1;
    if (limit->relation == LIMIT_AFTER_DATE)
        first = last + 1;
    if (has_least)
        into->least = date_bound(first);
    if (has_most)
        into->most = date_bound(last);
    return true;
}

// Whether the relation can stand in a network of two events at all.
static bool is_between_two_events(const struct limit *limit)
{
    switch (limit->relation) {
    case LIMIT_OPEN:
    case LIMIT_EVERY:
    case LIMIT_EXTENSION:
    case LIMIT_DURING:
        return false;
    default:
        return true;
    }
}

static bool is_date_relation(enum limit_relation relation)
{
    return relation >= LIMIT_FROM_DATE && relation <= LIMIT_AFTER_DATE;
}

static void add_note(struct plan *plan, const struct timetable_text *text,
                     const struct limit *limit, const char *note)
{
    *LIST_ADD(&plan->notes, struct str) =
        arena_print(plan->arena, "%.*s, line %zu: \"%.*s\" %s", STR_ARGS(text->source->name),
                    limit->line, STR_ARGS(limit->phrase), note);
}

static void propose(const struct naming *n, size_t i)
{
    const struct limit *limit = &n->text->found.items[i];
    struct plan *plan = n->plan;
    if (!is_between_two_events(limit)) {
        add_note(plan, n->text, limit,
                 limit->is_open ? "gives no number: the parties have to"
                                : "is not a limit between two events, and is not counted");
        return;
    }
    struct plan_limit made = {.kind = PLAN_LIMIT};
    uint32_t reference = 0;
    bool is_bound = is_date_relation(limit->relation) ? date_bounds(limit, &made)
                                                      : reference_of(n, i, &reference);
    if (!is_bound) {
        add_note(plan, n->text, limit, "is not bound to an event: say it in the steps file");
        return;
    }
    if (limit->group > 0 && limit->takes_later) {
        add_note(plan, n->text, limit, "counts only if it is the later one, and is not counted");
        return;
    }
    uint32_t event = plan_event(plan, event_name(n, n->step_of[i], n->side[i]));
    if (event == reference)
        return;
    if (!is_date_relation(limit->relation)) {
        // "On day 5 after it at the latest" is not before it either.
        bool is_counted_on = limit->relation == LIMIT_NTH_DAY_LATEST;
        made.least = bound_of(limit, limit->has_min || is_counted_on, limit->min);
        made.most = bound_of(limit, limit->has_max, limit->max);
    }
    if (limit->relation == LIMIT_CONDITION || limit->relation == LIMIT_UPON)
        made.kind = PLAN_CONDITION;
    struct plan_limit *added = plan_add(plan, made.kind, event, reference);
    added->least = made.least;
    added->most = made.most;
    added->clause = limit->clause;
    added->phrase = limit->phrase;
    added->party = n->text->party;
    added->file = n->text->source->name;
    added->line = limit->line;
    added->is_open = limit->is_open;
}

static bool is_confirmed(const struct plan *plan, const struct limit *limit)
{
    for (size_t i = 0; i < plan->limits.count; i++) {
        const struct plan_limit *known = LIST_AT(&plan->limits, struct plan_limit, i);
        if (known->is_confirmed && known->phrase.length > 0 &&
            (known->clause.length == 0 || str_equal(known->clause, limit->clause)) &&
            (str_contains(limit->phrase, known->phrase) ||
             str_contains(known->phrase, limit->phrase)))
            return true;
    }
    return false;
}

// Whether a phrase stands in the text, runs of white space counting as one space.
static bool text_has(struct str text, struct str phrase)
{
    for (size_t at = 0; at + phrase.length <= text.length; at++) {
        size_t i = at;
        size_t j = 0;
        while (j < phrase.length && i < text.length) {
            bool is_space = text.bytes[i] == ' ' || text.bytes[i] == '\n' || text.bytes[i] == '\t';
            if (text.bytes[i] != phrase.bytes[j] && !(is_space && phrase.bytes[j] == ' '))
                break;
            i++;
            j++;
            while (is_space && i < text.length && (text.bytes[i] == ' ' || text.bytes[i] == '\n'))
                i++;
        }
        if (j == phrase.length)
            return true;
    }
    return false;
}

// Binds a confirmed limit to where its words stand now: the limit found in the same clause, else
// the only one with these words, else the text itself.
static void rebind(const struct timetable_text *text, struct plan_limit *limit, struct plan *plan)
{
    const struct limit *found = NULL;
    for (size_t i = 0; i < text->found.count; i++) {
        const struct limit *here = &text->found.items[i];
        if (!str_contains(here->phrase, limit->phrase))
            continue;
        if (!found || str_equal(here->clause, limit->clause))
            found = here;
    }
    if (found && limit->clause.length > 0 && !str_equal(found->clause, limit->clause))
        *LIST_ADD(&plan->notes, struct str) = arena_print(
            plan->arena, "the confirmed limit \"%.*s\" has moved from clause %.*s to %.*s",
            STR_ARGS(limit->phrase), STR_ARGS(limit->clause), STR_ARGS(found->clause));
    if (found) {
        limit->clause = found->clause;
        limit->file = text->source->name;
        limit->line = found->line;
        return;
    }
    if (!text_has(text->source->text, limit->phrase))
        *LIST_ADD(&plan->notes, struct str) = arena_print(
            plan->arena,
            "the confirmed limit \"%.*s\" of clause %.*s has lost its clause: %.*s no longer says "
            "it",
            STR_ARGS(limit->phrase), STR_ARGS(limit->clause), STR_ARGS(text->source->name));
}

static void anchor_signing(const struct timetable_text *text, struct plan *plan)
{
    const struct date *date = &text->found.document_date;
    if (date->year == 0 || date->day == 0 || date->is_impossible)
        return;
    uint32_t signing = plan_event(plan, STR("signing"));
    for (size_t i = 0; i < plan->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
        if (limit->kind == PLAN_ANCHOR && limit->event == signing)
            return;
    }
    struct plan_limit *anchor = plan_add(plan, PLAN_ANCHOR, signing, 0);
    anchor->least = anchor->most = date_bound(date_first_day(date));
    anchor->phrase = STR("date of the text");
    anchor->file = text->source->name;
    if (!plan->has_origin) {
        plan->origin = anchor->least.date;
        plan->has_origin = true;
    }
}

void timetable_text_join(const struct timetable_text *text, bool proposes, struct plan *plan)
{
    const struct limits_found *found = &text->found;
    struct naming n = {
        .text = text,
        .plan = plan,
        .step_of = ARENA_ARRAY(plan->arena, struct str, found->count),
        .side = ARENA_ARRAY(plan->arena, enum side, found->count),
    };
    name_steps(&n);
    size_t confirmed = plan->limits.count;
    bool *is_listed = ARENA_ARRAY(plan->arena, bool, found->count);
    for (size_t i = 0; i < found->count; i++)
        is_listed[i] = is_confirmed(plan, &found->items[i]);
    for (size_t i = 0; i < confirmed; i++) {
        struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
        if (limit->is_confirmed && limit->kind != PLAN_ANCHOR && limit->phrase.length > 0 &&
            str_equal(limit->party, text->party))
            rebind(text, limit, plan);
    }
    anchor_signing(text, plan);
    for (size_t i = 0; proposes && i < found->count; i++)
        if (!is_listed[i])
            propose(&n, i);
}
