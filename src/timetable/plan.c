// SPDX-License-Identifier: Apache-2.0
#include "timetable/plan.h"

struct plan plan_make(struct arena *arena)
{
    struct plan plan = {
        .arena = arena,
        .events = names_make(arena),
        .limits = LIST_MAKE(arena, struct plan_limit),
        .steps = LIST_MAKE(arena, struct plan_step),
        .step_names = names_make(arena),
        .notes = LIST_MAKE(arena, struct str),
        .unread = LIST_MAKE(arena, struct plan_unread),
        .calendar = calendar_plain,
        .rules = &rule_sets[0],
    };
    names_add(plan.events, STR("origin"));
    return plan;
}

uint32_t plan_event(struct plan *plan, struct str name)
{
    return names_add(plan->events, name);
}

struct plan_limit *plan_add(struct plan *plan, enum plan_kind kind, uint32_t event,
                            uint32_t reference)
{
    struct plan_limit *limit = LIST_ADD(&plan->limits, struct plan_limit);
    *limit = (struct plan_limit){.kind = kind, .event = event, .reference = reference};
    return limit;
}

static uint32_t event_called(const struct plan *plan, struct str step, const char *ending)
{
    uint32_t event =
        names_find(plan->events, arena_print(plan->arena, "%.*s%s", STR_ARGS(step), ending));
    return event == NAMES_NONE ? EVENT_NONE : event;
}

uint32_t plan_start_of(const struct plan *plan, uint32_t event)
{
    struct str name = names_at(plan->events, event);
    if (!str_ends_with(name, STR(".end")))
        return event;
    struct str step = str_slice(name, 0, name.length - 4);
    uint32_t start = event_called(plan, step, ".start");
    if (start == EVENT_NONE)
        start = event_called(plan, step, "");
    return start == EVENT_NONE ? event : start;
}

uint32_t plan_end_of(const struct plan *plan, uint32_t event)
{
    struct str name = names_at(plan->events, event);
    if (str_ends_with(name, STR(".end")))
        return event;
    bool is_start = str_ends_with(name, STR(".start"));
    struct str step = is_start ? str_slice(name, 0, name.length - 6) : name;
    uint32_t end = event_called(plan, step, ".end");
    // Beside X.start, a bare X is an event of its own.
    bool is_own = !is_start && event_called(plan, step, ".start") != EVENT_NONE;
    return end == EVENT_NONE || is_own ? event : end;
}

static void join_starts_and_ends(struct plan *plan)
{
    uint32_t count = names_count(plan->events);
    for (uint32_t e = 1; e < count; e++) {
        uint32_t end = plan_end_of(plan, e);
        if (end != e)
            plan_add(plan, PLAN_STRUCTURAL, end, e)->least.kind = BOUND_PERIOD;
    }
}

static void find_origin(struct plan *plan)
{
    for (size_t i = 0; i < plan->limits.count && !plan->has_origin; i++) {
        const struct plan_limit *limit = LIST_AT(&plan->limits, struct plan_limit, i);
        const struct plan_bound *bounds[] = {&limit->least, &limit->most};
        for (size_t b = 0; b < 2; b++)
            if (bounds[b]->kind == BOUND_DATE &&
                (plan->origin == 0 || bounds[b]->date < plan->origin))
                plan->origin = bounds[b]->date;
    }
    plan->has_origin = plan->has_origin || plan->origin != 0;
}

void plan_finish(struct plan *plan)
{
    join_starts_and_ends(plan);
    find_origin(plan);
}

void plan_tell(struct plan *plan, struct plan_step step)
{
    if (names_add(plan->step_names, step.name) == plan->steps.count)
        *LIST_ADD(&plan->steps, struct plan_step) = step;
}

const struct plan_step *plan_step_called(const struct plan *plan, struct str name)
{
    uint32_t number = names_find(plan->step_names, name);
    return number == NAMES_NONE ? NULL : LIST_AT(&plan->steps, struct plan_step, number);
}

const struct plan_step *plan_step_of(const struct plan *plan, uint32_t event)
{
    struct str name = names_at(plan->events, event);
    const struct plan_step *own = plan_step_called(plan, name);
    if (own)
        return own;
    if (str_ends_with(name, STR(".start")))
        return plan_step_called(plan, str_slice(name, 0, name.length - 6));
    if (str_ends_with(name, STR(".end")))
        return plan_step_called(plan, str_slice(name, 0, name.length - 4));
    return NULL;
}

const struct rules *plan_rules(const struct plan *plan, const struct plan_limit *limit)
{
    return limit->rules ? limit->rules : plan->rules;
}

bool plan_due(const struct plan *plan, const struct plan_limit *limit,
              const struct plan_bound *bound, int64_t reference, struct due *due,
              struct error *error)
{
    if (bound->kind == BOUND_DATE) {
        *due = (struct due){.minutes = bound->date};
        return true;
    }
    // A waiting time is not moved to a working day: that could only shorten it in effect.
    struct rules rules = *plan_rules(plan, limit);
    if (bound == &limit->least)
        rules.rolls = rules.has_two_working_days = false;
    struct error why;
    if (rules_end(&rules, &plan->calendar, plan->origin + reference, bound->period.minutes > 0,
                  &bound->period, due, &why))
        return true;
    struct place place = place_of(limit->file);
    place.line = limit->line;
    return error_at(error, why.code, place, "%s%.*s%s%s", limit->phrase.length > 0 ? "\"" : "",
                    STR_ARGS(limit->phrase), limit->phrase.length > 0 ? "\": " : "", why.message);
}
