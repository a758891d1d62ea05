// SPDX-License-Identifier: Apache-2.0
// Numbers, names and titles for the steps, and which moments of them the limits mean.
#include "clauses/citation.h"
#include "time_limits/acts.h"
#include "time_limits/event.h"

#include "base/names.h"

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

static struct worded_act *act_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->acts, struct worded_act, i);
}

bool act_is_signing(const struct limits_reading *reading, const struct limit_draft *draft)
{
    return (draft->is_closing || draft->is_line_date) &&
           (draft->limit.date.is_impossible || draft->limit.date.year == 0 ||
            reading->document_date.year == 0 ||
            date_first_day(&draft->limit.date) == date_first_day(&reading->document_date));
}

// What the phrase itself says of the moment: "starting on day 1", "ending after".
static enum limit_side side_said(const struct limits_reading *reading,
                                 const struct limit_draft *draft)
{
    if (draft->limit.relation == LIMIT_UNTIL && !draft->limit.has_max)
        return LIMIT_WHOLE; // not before
    if (draft->limit.relation == LIMIT_UNTIL || draft->limit.relation == LIMIT_DURATION)
        return LIMIT_END;
    return word_side(&reading->prose, draft->from);
}

static bool is_only_lower(const struct limit *limit)
{
    return !limit->has_max && (limit->has_min || limit->relation == LIMIT_AFTER_DATE ||
                               limit->relation == LIMIT_FROM_DATE);
}

static void note_side(struct limit_step *step, const struct limit *limit)
{
    bool is_duration =
        limit->relation == LIMIT_DURATION || (limit->relation == LIMIT_UNTIL && limit->has_max);
    step->has_start = step->has_start || limit->side == LIMIT_START || is_duration;
    step->has_end = step->has_end || limit->side == LIMIT_END;
    step->is_done_by_its_end =
        step->is_done_by_its_end || (limit->side == LIMIT_END && !is_duration);
}

// A limit that counts from the start or end of a step makes two moments of it, unless it has only
// one: the end of what shall be done by a time is that time, and what "takes effect" is not yet over.
static void note_reference_sides(struct limits_reading *reading, struct limit_step *steps,
                                 const bool *is_moment)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        if (limit->reference_step == NO_STEP || limit->reference_side == LIMIT_WHOLE)
            continue;
        struct limit_step *step = &steps[limit->reference_step];
        bool is_whole = !step->has_start && !step->has_end;
        if (is_whole && (limit->reference_side == LIMIT_END || is_moment[limit->reference_step])) {
            limit->reference_side = LIMIT_WHOLE;
            continue;
        }
        step->is_done_by_its_end = step->is_done_by_its_end || is_whole;
        step->has_start = step->has_end = true;
    }
}

// Of a step with two moments, what shall be done by a time is its end, what may not be done before
// a time its start.
static void settle_sides(struct limits_reading *reading, const struct limit_step *steps)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        const struct limit_step *step = &steps[limit->step_number];
        if (limit->side == LIMIT_WHOLE && limit->relation == LIMIT_CONDITION && step->has_end)
            limit->side = LIMIT_END;
        else if (limit->side == LIMIT_WHOLE && (step->has_start || step->has_end))
            limit->side =
                !step->is_done_by_its_end || is_only_lower(limit) || limit->relation == LIMIT_UPON
                    ? LIMIT_START
                    : LIMIT_END;
        if (limit->reference_step == NO_STEP || limit->reference_side != LIMIT_WHOLE)
            continue;
        const struct limit_step *reference = &steps[limit->reference_step];
        bool is_before = limit->has_max && limit->max <= 0;
        bool is_ordinal = draft_at(reading, i)->form->bounds == BOUNDS_DAY_OF;
        if (reference->has_start || reference->has_end)
            limit->reference_side = is_before || is_ordinal || limit->relation == LIMIT_DURATION
                                        ? LIMIT_START
                                        : LIMIT_END;
    }
}

// A name that no other step has.
static struct str own_name(struct names *taken, struct str name, struct str clause,
                           struct arena *arena)
{
    if (name.length == 0)
        name = arena_print(arena, "clause.%.*s", STR_ARGS(clause));
    bool is_taken = names_find(taken, name) != NAMES_NONE;
    if (!is_taken || clause.length == 0)
        return names_add_numbered(taken, name, '.', 2);
    struct str tried = arena_print(arena, "%.*s.%.*s", STR_ARGS(name), STR_ARGS(clause));
    if (names_find(taken, tried) != NAMES_NONE)
        return names_add_numbered(taken, name, '.', 3);
    names_add(taken, tried);
    return tried;
}

void limits_name_steps(struct limits_reading *reading, struct limits_found *found)
{
    const struct prose *prose = &reading->prose;
    uint32_t acts = (uint32_t)reading->acts.count;
    struct limit_step *steps = ARENA_ARRAY(reading->arena, struct limit_step, acts);
    uint32_t *number = ARENA_ARRAY(reading->arena, uint32_t, acts);
    bool *is_moment = ARENA_ARRAY(reading->arena, bool, acts); // by step
    struct names *taken = names_make(reading->arena);
    for (uint32_t a = 0; a < acts; a++) {
        const struct worded_act *act = act_at(reading, a);
        number[a] = number[act->process];
        if (act->process != a)
            continue;
        number[a] = found->step_count++;
        is_moment[number[a]] = act->verb < act->words.count &&
                               event_light_tail(prose, act->words.items[act->verb]) > 0;
        steps[number[a]] = (struct limit_step){
            .name =
                own_name(taken, act_name(prose, act, reading->arena), act->clause, reading->arena),
            .title = act_title(prose, act, reading->arena),
            .who = act_who(prose, act, reading->arena),
            .clause = act->clause,
        };
    }
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        const struct worded_act *act = act_at(reading, reading->act_of[i]);
        if (act_is_signing(reading, draft)) {
            steps[number[reading->act_of[i]]].name = STR("signing");
            steps[number[reading->act_of[i]]].title = STR("Signing");
        }
        enum limit_side said = side_said(reading, draft);
        draft->limit.step_number = number[reading->act_of[i]];
        draft->limit.side = said == LIMIT_WHOLE ? act->side : said;
        note_side(&steps[draft->limit.step_number], &draft->limit);
        if (draft->limit.reference_step != NO_STEP)
            draft->limit.reference_step = number[draft->limit.reference_step];
    }
    note_reference_sides(reading, steps, is_moment);
    settle_sides(reading, steps);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit *limit = &draft_at(reading, i)->limit;
        if (limit->reference_step != NO_STEP)
            limit->event = steps[limit->reference_step].name;
        for (uint32_t s = 0; limit->reference_clause.length > 0 && s < found->step_count; s++)
            if (citation_names(limit->reference_clause, steps[s].clause)) {
                limit->event = steps[s].name;
                break;
            }
    }
    found->steps = steps;
}
