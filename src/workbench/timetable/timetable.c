// SPDX-License-Identifier: Apache-2.0
// An agreement's limits and a person's steps become one plan, and the plan a timetable.
#include "codec/yaml.h"
#include "exchange/timetable_steps/holidays_yaml.h"
#include "exchange/timetable_steps/steps_yaml.h"
#include "timetable/assumed.h"
#include "workbench/answer.h"
#include "workbench/language_note.h"
#include "workbench/timetable/clauses.h"
#include "workbench/timetable/timetable_find.h"
#include "workbench/timetable/timetable_text.h"

bool timetable_read_steps(const struct entente_timetable_options *o, struct arena *arena,
                          struct plan *plan, bool *proposes, struct error *error)
{
    enum steps_proposals proposals = PROPOSALS_USE;
    *plan = plan_make(arena);
    if (o->rules && !(plan->rules = rules_named(str_of(o->rules))))
        return error_set(error, BAD_INPUT,
                         "\"%s\" is not a set of rules: calendar, EU-1182/71, ETS-76 or trade",
                         o->rules);
    if (o->steps &&
        !steps_read(str_of(o->steps->name), answer_file(o->steps), plan, &proposals, error))
        return false;
    *proposes = proposals == PROPOSALS_USE;
    if (!o->holidays)
        return true;
    const struct json *tree;
    struct str name = str_of(o->holidays->name);
    struct str text = answer_file(o->holidays);
    return yaml_read(name, text, &input_limits_default, plan->arena, &tree, error) &&
           holidays_from_yaml(name, text, tree, str_of(o->place), plan->arena, &plan->calendar,
                              error);
}

static bool date_of_option(const char *option, const char *value, int64_t *day, struct error *error)
{
    return day_parse(str_of(value), day) ||
           error_set(error, BAD_INPUT, "--%s %s: this is not a date like 2025-12-31 that exists",
                     option, value);
}

bool timetable_signed_on(const struct entente_timetable_options *o, struct date *date,
                         bool *is_given, struct error *error)
{
    int64_t day;
    *is_given = o->signed_on != NULL;
    if (!o->signed_on)
        return true;
    if (!date_of_option("signed", o->signed_on, &day, error))
        return false;
    *date = date_of_day_number(day);
    return true;
}

static bool read_text(const struct entente_timetable_options *o, struct str party, bool proposes,
                      struct budget *budget, struct plan *plan, struct error *error)
{
    const struct input_limits *limits = answer_limits(budget, plan->arena);
    struct opened_text source;
    struct timetable_text text = {.party = party, .source = &source.text};
    struct date given;
    bool is_given;
    if (!clauses_open(o->text, limits, plan->arena, &source, error) ||
        !timetable_signed_on(o, &given, &is_given, error))
        return false;
    source.text.given = is_given ? &given : NULL;
    if (!clauses_read(&source, limits, plan->arena, &text.found, error))
        return false;
    for (uint32_t i = 0; i < source.document->note_count; i++)
        *LIST_ADD(&plan->notes, struct str) =
            arena_print(plan->arena, "%.*s: %.*s", STR_ARGS(source.text.name),
                        STR_ARGS(source.document->notes[i]));
    if (text.found.is_foreign)
        *LIST_ADD(&plan->notes, struct str) = language_note_limits(source.text.name, plan->arena);
    if (text.found.is_partly_read)
        *LIST_ADD(&plan->notes, struct str) = language_note_partly(source.text.name, plan->arena);
    timetable_text_join(&text, proposes, plan);
    return true;
}

bool timetable_read_plan(const struct entente_timetable_options *options, struct str party,
                         struct budget *budget, struct arena *arena, struct plan *plan,
                         struct error *error)
{
    bool proposes = false;
    return timetable_read_steps(options, arena, plan, &proposes, error) &&
           (!options->text || read_text(options, party, proposes, budget, plan, error));
}

struct making {
    const struct entente_timetable_options *options;
    struct budget *budget;
    struct arena *arena;
    struct timetable_answer *t;
    struct error *error;
};

// "STEP=10d": days, or a period in days and hours.
static bool read_delay(struct making *m)
{
    struct str rest = str_of(m->options->slip);
    size_t equals = str_find_byte(rest, '=');
    struct str amount = str_skip(rest, equals + 1);
    struct period period;
    struct error inner;
    m->t->delay.step = str_slice(rest, 0, equals);
    if (amount.length > 1 && (amount.bytes[amount.length - 1] | 0x20) == 'd' &&
        amount.bytes[0] != 'P')
        amount = arena_print(m->arena, "P%.*sD", (int)amount.length - 1, amount.bytes);
    if (equals == rest.length || !period_parse(amount, &period, &inner) || period.months > 0 ||
        period.working_days > 0 || period.last != PERIOD_DAY)
        return error_set(m->error, BAD_INPUT, "--slip %s: write STEP=10d, or STEP=PT12H for hours",
                         m->options->slip);
    m->t->delay.by = (period.days + period.clear_days) * DAY_MINUTES + period.minutes;
    if (period.is_back)
        m->t->delay.by = -m->t->delay.by;
    m->t->has_delay = true;
    return true;
}

// Whether an event is the step's own: STEP, STEP.start or STEP.end.
static bool is_of_step(struct str event, struct str step)
{
    if (!str_starts_with(event, step))
        return false;
    struct str rest = str_skip(event, step.length);
    return rest.length == 0 || str_equal(rest, STR(".start")) || str_equal(rest, STR(".end"));
}

static void find_moves(struct making *m)
{
    struct timetable_delay *delay = &m->t->delay;
    uint32_t events = names_count(m->t->plan.events);
    struct timetable_move *moves = ARENA_ARRAY(m->arena, struct timetable_move, events);
    for (uint32_t e = 0; e < events; e++) {
        int64_t before = m->t->answer.schedule.earliest[e];
        int64_t after = delay->answer.schedule.earliest[e];
        if (before != after && before != -TIME_UNBOUNDED)
            moves[delay->move_count++] = (struct timetable_move){e, after - before};
    }
    delay->moves = moves;
}

static bool try_delay(struct making *m)
{
    const struct plan *plan = &m->t->plan;
    struct timetable_delay *delay = &m->t->delay;
    uint32_t events = names_count(plan->events);
    struct link *extra = ARENA_ARRAY(m->arena, struct link, events);
    uint32_t count = 0;
    for (uint32_t e = 1; e < events; e++) {
        if (!is_of_step(names_at(plan->events, e), delay->step))
            continue;
        int64_t earliest = m->t->answer.schedule.earliest[e];
        int64_t least = (earliest == -TIME_UNBOUNDED ? 0 : earliest) + delay->by;
        // A clause of its own, behind those of the limits.
        extra[count++] = (struct link){e, 0, -least, (uint32_t)plan->limits.count};
    }
    if (count == 0)
        return error_set(m->error, BAD_INPUT, "--slip: there is no step \"%.*s\"",
                         STR_ARGS(delay->step));
    if (!plan_solve(plan, extra, count, 0, m->budget, m->arena, &delay->answer, m->error))
        return false;
    delay->is_possible = delay->answer.is_possible;
    if (delay->is_possible)
        find_moves(m);
    return true;
}

// Takes the uncertain durations out of the network and asks whether the rest holds whatever they
// turn out to be.
static bool find_controllability(struct making *m)
{
    const struct plan *plan = &m->t->plan;
    const struct plan_answer *answer = &m->t->answer;
    const struct network *all = &answer->network;
    struct link *links = ARENA_ARRAY(m->arena, struct link, (size_t)all->count + all->events);
    struct uncertain_duration *uncertain =
        ARENA_ARRAY(m->arena, struct uncertain_duration, all->count);
    struct network certain = {all->events, links, 0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const struct link *link = &all->links[i];
        const struct plan_limit *limit =
            LIST_AT(&plan->limits, struct plan_limit, answer->links[i].limit);
        if (limit->kind != PLAN_UNCERTAIN)
            links[certain.count++] = *link;
        else if (!answer->links[i].is_most)
            // Its least and its most stand one behind the other.
            uncertain[count++] = (struct uncertain_duration){link->to, link->from, -link->most,
                                                             all->links[i + 1].most};
    }
    for (uint32_t e = 1; answer->schedule.starts_at_origin && e < all->events; e++)
        links[certain.count++] = (struct link){e, 0, 0, LINK_STRUCTURAL};
    m->t->has_controllability = count > 0;
    return count == 0 || controllability_check(&certain, uncertain, count, m->budget, m->arena,
                                               &m->t->controllability, m->error);
}

static bool work_out(struct making *m)
{
    const struct entente_timetable_options *o = m->options;
    plan_finish(&m->t->plan);
    if (!plan_withdraw_assumed(&m->t->plan, m->budget, m->error))
        return false;
    if (o->slip && !read_delay(m))
        return false;
    if (o->from) {
        int64_t day;
        if (!date_of_option("from", o->from, &day, m->error))
            return false;
        m->t->has_from = true;
        m->t->from = day * DAY_MINUTES - m->t->plan.origin;
    }
    if (!plan_solve(&m->t->plan, NULL, 0, o->circles, m->budget, m->arena, &m->t->answer, m->error))
        return false;
    if (m->t->answer.is_possible && !find_controllability(m))
        return false;
    timeline_make(&m->t->plan, &m->t->answer, m->arena, &m->t->timeline);
    return !o->slip || try_delay(m);
}

bool timetable_work_out(const struct entente_timetable_options *options, const struct plan *plan,
                        struct budget *budget, struct arena *arena, struct timetable_answer *answer,
                        struct error *error)
{
    *answer = (struct timetable_answer){.plan = *plan};
    struct making m = {options, budget, arena, answer, error};
    return work_out(&m);
}

bool timetable_find(const struct entente_timetable_options *options, struct budget *budget,
                    struct arena *arena, struct timetable_answer *answer, struct error *error)
{
    struct plan plan;
    return timetable_read_plan(options, STR(""), budget, arena, &plan, error) &&
           timetable_work_out(options, &plan, budget, arena, answer, error);
}
