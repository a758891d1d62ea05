// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/timetable_text.h"

#include "base/names.h"
#include "clauses/citation.h"

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

// Names the events of the limits' steps.
struct naming {
    const struct timetable_text *text;
    struct plan *plan;
    struct str *names; // by step
};

static uint32_t step_event(const struct naming *n, uint32_t step, enum limit_side side)
{
    struct str name = n->names[step];
    switch (side) {
    case LIMIT_WHOLE:
        break;
    case LIMIT_START:
        name = arena_print(n->plan->arena, "%.*s.start", STR_ARGS(name));
        break;
    case LIMIT_END:
        name = arena_print(n->plan->arena, "%.*s.end", STR_ARGS(name));
        break;
    }
    return plan_event(n->plan, name);
}

// Whether the steps file names the step, or one of its moments.
static bool is_of_file(const struct plan *plan, struct str name)
{
    static const char *const sides[] = {"", ".start", ".end"};
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        struct str event = arena_print(plan->arena, "%.*s%s", STR_ARGS(name), sides[i]);
        if (names_find(plan->events, event) != NAMES_NONE)
            return true;
    }
    return plan_step_called(plan, name) != NULL;
}

// That two of a name are one is a guess that a person can undo by another name in the file.
static void note_joined(struct naming *n, const struct limit_step *step, struct str name)
{
    if (is_of_file(n->plan, name) && !str_equal(name, STR("signing")))
        *LIST_ADD(&n->plan->notes, struct str) = arena_print(
            n->plan->arena,
            "%.*s, clause %.*s: \"%.*s\" is taken to be the step %.*s of the steps file",
            STR_ARGS(n->text->source->name), STR_ARGS(step->clause), STR_ARGS(step->title),
            STR_ARGS(name));
}

static void name_steps(struct naming *n)
{
    const struct limits_found *found = &n->text->found;
    uint32_t number = 0; // of the step in its clause
    for (uint32_t s = 0; s < found->step_count; s++) {
        const struct limit_step *step = &found->steps[s];
        number = s > 0 && str_equal(step->clause, found->steps[s - 1].clause) ? number + 1 : 0;
        n->names[s] = known_name(n->text->names, step->clause, number, step->name);
        note_joined(n, step, n->names[s]);
        plan_tell(n->plan, (struct plan_step){n->names[s], step->title, step->who});
    }
}

// An event that the text only names, called by the words it has there: "local elections".
static uint32_t stated_event(const struct naming *n, const struct limit *limit)
{
    struct str title = limit->reference;
    if (str_starts_with(title, STR("the ")))
        title = str_skip(title, 4);
    if (title.length > 0)
        plan_tell(n->plan, (struct plan_step){limit->event, title, {0}});
    return plan_event(n->plan, limit->event);
}

static bool reference_of(const struct naming *n, const struct limit *limit, uint32_t *event)
{
    if (limit->binding == BINDING_NONE && limit->relation != LIMIT_DURATION)
        return false;
    if (limit->binding == BINDING_DATE)
        *event = 0;
    else if (limit->binding == BINDING_SIGNING)
        *event = plan_event(n->plan, STR("signing"));
    else if (limit->relation == LIMIT_DURATION)
        *event = step_event(n, limit->step_number, LIMIT_START);
    else if (limit->reference_step != NO_STEP)
        *event = step_event(n, limit->reference_step, limit->reference_side);
    else if (limit->event.length > 0)
        *event = stated_event(n, limit);
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
    if (limit->relation == LIMIT_AFTER_DATE && limit->is_strict)
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
    // The lines of merged wordings are in no file: their clause tells where they stand.
    struct str place = text->names
                           ? arena_print(plan->arena, "clause %.*s", STR_ARGS(limit->clause))
                           : arena_print(plan->arena, "line %zu", limit->line);
    *LIST_ADD(&plan->notes, struct str) =
        arena_print(plan->arena, "%.*s, %.*s: \"%.*s\" %s", STR_ARGS(text->source->name),
                    STR_ARGS(place), STR_ARGS(limit->phrase), note);
}

// Adds one limit of the text between two events of the plan.
static void add_limit(const struct naming *n, const struct limit *limit, uint32_t event,
                      uint32_t reference, const struct plan_limit *made)
{
    struct plan_limit *added = plan_add(n->plan, made->kind, event, reference);
    added->least = made->least;
    added->most = made->most;
    added->clause = limit->clause;
    added->phrase = limit->phrase;
    added->party = n->text->party;
    added->file = n->text->source->name;
    added->line = limit->line;
    added->is_open = limit->is_open;
    added->assumed = limit->assumed;
}

// "Provided that paragraph 11 has been implemented": after the end of every step of that clause.
static bool propose_after_clause(const struct naming *n, const struct limit *limit, uint32_t event,
                                 const struct plan_limit *made)
{
    const struct limits_found *found = &n->text->found;
    bool is_found = false;
    for (uint32_t s = 0; limit->reference_clause.length > 0 && s < found->step_count; s++) {
        const struct limit_step *step = &found->steps[s];
        if (s == limit->step_number || !citation_names(limit->reference_clause, step->clause))
            continue;
        enum limit_side side = step->has_end ? LIMIT_END : LIMIT_WHOLE;
        add_limit(n, limit, event, step_event(n, s, side), made);
        is_found = true;
    }
    return is_found;
}

// Why a limit that was found is not counted; NULL: it is.
static const char *reason_not_counted(const struct limit *limit)
{
    if (limit->relation == LIMIT_EVERY)
        return "comes again and again: it is not counted, enter the times that matter in the steps "
               "file";
    if (!is_between_two_events(limit))
        return limit->is_open ? "gives no number: the parties have to"
                              : "is not a limit between two events, and is not counted";
    if (limit->has_date && limit->date.is_impossible)
        return "is no day of the calendar, and is not counted";
    if (limit->is_guess)
        return "does not say from when: say it in the steps file; it is not counted";
    return NULL;
}

static bool is_point(enum limit_relation relation)
{
    return relation == LIMIT_EXACTLY_AFTER || relation == LIMIT_EXACTLY_BEFORE ||
           relation == LIMIT_AT || relation == LIMIT_UPON || relation == LIMIT_NTH_DAY ||
           relation == LIMIT_NTH_MONTH || relation == LIMIT_NTH_YEAR || relation == LIMIT_ON_DATE;
}

// "A or B, whichever is earlier" is no later than either; "whichever is later" is not before either.
// That it is no other than one of them cannot be said of differences of times; it is told.
static bool take_side_of_group(const struct naming *n, const struct limit *limit,
                               struct plan_limit *made)
{
    struct plan_bound nothing = {.kind = BOUND_NONE};
    bool has_least = made->least.kind != BOUND_NONE;
    bool has_most = made->most.kind != BOUND_NONE;
    if (limit->takes_later) {
        bool is_counted = has_least && (is_point(limit->relation) || !has_most);
        if (has_most)
            add_note(n->plan, n->text, limit,
                     is_counted
                         ? "or what comes later: counted as not before either; that it comes "
                           "no later than the later one is not counted"
                         : "or what comes later: a limit by one or the other is not counted");
        made->most = nothing;
        return is_counted;
    }
    if (has_least && is_point(limit->relation))
        add_note(n->plan, n->text, limit,
                 "or what comes earlier: counted as no later than either; that it does not come "
                 "before the earlier one is not counted");
    made->least = nothing;
    return has_most;
}

static void propose(const struct naming *n, size_t i)
{
    const struct limit *limit = &n->text->found.items[i];
    struct plan *plan = n->plan;
    const char *reason = reason_not_counted(limit);
    if (reason) {
        add_note(plan, n->text, limit, reason);
        return;
    }
    struct plan_limit made = {.kind = PLAN_LIMIT};
    uint32_t reference = 0;
    bool is_bound = is_date_relation(limit->relation) ? date_bounds(limit, &made)
                                                      : reference_of(n, limit, &reference);
    if (!is_bound) {
        add_note(plan, n->text, limit, "is not bound to an event: say it in the steps file");
        return;
    }
    if (!is_date_relation(limit->relation)) {
        // "On day 5 after it at the latest" is not before it either.
        bool is_counted_on = limit->relation == LIMIT_NTH_DAY_LATEST;
        made.least = bound_of(limit, limit->has_min || is_counted_on, limit->min);
        made.most = bound_of(limit, limit->has_max, limit->max);
    }
    if (limit->group > 0 && !take_side_of_group(n, limit, &made))
        return;
    if (limit->relation == LIMIT_CONDITION || limit->relation == LIMIT_UPON)
        made.kind = PLAN_CONDITION;
    uint32_t event = step_event(n, limit->step_number, limit->side);
    if (!propose_after_clause(n, limit, event, &made) && event != reference)
        add_limit(n, limit, event, reference, &made);
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
    if (date->year == 0 || date->day == 0 || date->is_impossible || !text->found.is_signing_date)
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

// Confirmed phrases are read by the person who confirmed them.
static void list_unread(const struct timetable_text *text, struct plan *plan)
{
    plan->has_text = true;
    for (size_t i = 0; i < text->found.unread_count; i++) {
        const struct limit_unread *unread = &text->found.unread[i];
        bool is_known = false;
        for (size_t k = 0; k < plan->limits.count && !is_known; k++) {
            const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, k);
            is_known = limit->is_confirmed && str_contains(limit->phrase, unread->phrase);
        }
        if (!is_known)
            *LIST_ADD(&plan->unread, struct plan_unread) = (struct plan_unread){
                text->source->name, unread->line, unread->clause, unread->phrase};
    }
}

void timetable_text_join(const struct timetable_text *text, bool proposes, struct plan *plan)
{
    const struct limits_found *found = &text->found;
    struct naming n = {
        .text = text,
        .plan = plan,
        .names = ARENA_ARRAY(plan->arena, struct str, found->step_count),
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
    list_unread(text, plan);
    for (size_t i = 0; proposes && i < found->count; i++)
        if (!is_listed[i])
            propose(&n, i);
}
