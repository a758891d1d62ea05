// SPDX-License-Identifier: Apache-2.0
// A limit of a length that is read by its parts: what each says of it gives relation and bounds.
#include "prose/number.h"
#include "time_limits/composed.h"
#include "time_limits/limits_parts.h"

#define NO_UNIT 0, UNIT_NONE, NULL

// What is counted after an event, by what governs the length and what bounds it.
static const struct limit_form after_forms[] = {
    [SIDE_NONE] = {NULL, LIMIT_EXACTLY_AFTER, BOUNDS_EXACT, 0, NO_UNIT},
    [SIDE_MOST] = {NULL, LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    [SIDE_LEAST] = {NULL, LIMIT_AT_LEAST_AFTER, BOUNDS_FROM, 0, NO_UNIT},
    [SIDE_LATEST] = {NULL, LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0, NO_UNIT},
    [SIDE_SOONEST] = {NULL, LIMIT_NO_EARLIER_THAN_AFTER, BOUNDS_FROM, 0, NO_UNIT},
};
static const struct limit_form before_forms[] = {
    [SIDE_NONE] = {NULL, LIMIT_EXACTLY_BEFORE, BOUNDS_BACK_EXACT, 0, NO_UNIT},
    [SIDE_MOST] = {NULL, LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
    [SIDE_LEAST] = {NULL, LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    [SIDE_LATEST] = {NULL, LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0, NO_UNIT},
    [SIDE_SOONEST] = {NULL, LIMIT_NO_EARLIER_THAN_BEFORE, BOUNDS_BACK_FROM, 0, NO_UNIT},
};
static const struct limit_form duration_forms[] = {
    [SIDE_NONE] = {NULL, LIMIT_DURATION, BOUNDS_EXACT, 0, NO_UNIT},
    [SIDE_MOST] = {NULL, LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    [SIDE_LEAST] = {NULL, LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
    [SIDE_LATEST] = {NULL, LIMIT_DURATION, BOUNDS_WITHIN, 0, NO_UNIT},
    [SIDE_SOONEST] = {NULL, LIMIT_DURATION, BOUNDS_FROM, 0, NO_UNIT},
};
static const struct limit_form within_after = {NULL, LIMIT_WITHIN_AFTER, BOUNDS_WITHIN, 0, NO_UNIT};
static const struct limit_form within_before = {NULL, LIMIT_WITHIN_BEFORE, BOUNDS_BACK_WITHIN, 0,
                                                NO_UNIT};
static const struct limit_form by_after = {NULL, LIMIT_NO_LATER_THAN_AFTER, BOUNDS_UP_TO, 0,
                                           NO_UNIT};
static const struct limit_form by_before = {NULL, LIMIT_NO_LATER_THAN_BEFORE, BOUNDS_BACK_UP_TO, 0,
                                            NO_UNIT};
static const struct limit_form extension = {NULL, LIMIT_EXTENSION, BOUNDS_WITHIN, LIMIT_IS_IMPLIED,
                                            NO_UNIT};
static const struct limit_form notice = {
    NULL,      LIMIT_AT_LEAST_AFTER,     BOUNDS_FROM, LIMIT_IS_IMPLIED, 0,
    UNIT_NONE, "counted from the notice"};
static const struct limit_form in_advance = {NULL, LIMIT_AT_LEAST_BEFORE, BOUNDS_BACK_UP_TO,
                                             LIMIT_IS_IMPLIED, NO_UNIT};

// "may be extended … by", "to renew … for": within the clause before the length.
static bool is_extended(const struct prose *prose, size_t at, size_t sentence)
{
    for (size_t i = at; i > sentence && at - i < 14; i--)
        if (prose_is_one_of(
                prose, i - 1,
                "extend extends extended extending extension prolong prolongs prolonged "
                "prolongation renew renews renewed renewal lengthened"))
            return true;
    return false;
}

static bool is_extension(const struct prose *prose, size_t at, size_t sentence,
                         const struct composed *composed)
{
    bool may_extend = composed->lead == LEAD_BY ||
                      (composed->lead == LEAD_FOR && composed->is_further) ||
                      (composed->lead == LEAD_NONE && composed->is_further);
    return may_extend && composed->direction == TOWARDS_NONE && composed->side != SIDE_LATEST &&
           is_extended(prose, at, sentence);
}

static const struct limit_form *form_after(const struct composed *composed)
{
    bool is_within = composed->lead == LEAD_WITHIN;
    if (composed->lead == LEAD_FOR && !composed->quantity.has_both_ends)
        return &duration_forms[composed->side];
    if (is_within && composed->side == SIDE_NONE && !composed->quantity.has_both_ends)
        return &within_after;
    if (is_within && (composed->side == SIDE_MOST || composed->side == SIDE_LATEST))
        return &within_after;
    if (composed->lead == LEAD_BY && composed->side == SIDE_NONE)
        return &by_after;
    if (composed->lead == LEAD_AFTER && composed->side == SIDE_NONE)
        return &after_forms[SIDE_LEAST];
    return &after_forms[composed->side];
}

static const struct limit_form *form_before(const struct composed *composed)
{
    bool is_open = composed->side == SIDE_NONE && !composed->quantity.has_both_ends;
    if (is_open && (composed->lead == LEAD_WITHIN || composed->lead == LEAD_FOR))
        return &within_before;
    if (!is_open && composed->lead == LEAD_FOR) // from when to when is not said
        return NULL;
    if (is_open && composed->lead == LEAD_BY)
        return &by_before;
    return &before_forms[composed->side];
}

// Without a direction only what says more than a length alone is a limit.
static const struct limit_form *form_alone(const struct composed *composed)
{
    bool is_said = composed->side != SIDE_NONE || composed->quantity.has_both_ends ||
                   composed->number_count > 1;
    if (!is_said)
        return NULL;
    if (composed->lead == LEAD_WITHIN &&
        (composed->side == SIDE_MOST || composed->side == SIDE_LATEST))
        return &within_after;
    return composed->lead == LEAD_FOR ? &duration_forms[composed->side] : NULL;
}

static const struct limit_form *form_of(const struct prose *prose, size_t at, size_t sentence,
                                        const struct composed *composed)
{
    if (is_extension(prose, at, sentence, composed))
        return &extension;
    switch (composed->direction) {
    case TOWARDS_AFTER:
        return form_after(composed);
    case TOWARDS_BEFORE:
        return form_before(composed);
    case TOWARDS_NOTICE:
        return composed->side == SIDE_MOST ? NULL : &notice;
    case IN_ADVANCE:
        return composed->side == SIDE_MOST ? NULL : &in_advance;
    case TOWARDS_NONE:
        break;
    }
    return form_alone(composed);
}

bool limits_compose(const struct limits_reading *reading, const struct position *position,
                    size_t at, struct limit_draft *draft, struct composed *composed)
{
    const struct prose *prose = &reading->prose;
    if (!vocabulary_is_english(prose->vocabulary))
        return false;
    size_t count = composed_read(prose, at, position->sentence_from, composed);
    const struct limit_form *form =
        count > 0 ? form_of(prose, at, position->sentence_from, composed) : NULL;
    if (!form)
        return false;
    *draft = (struct limit_draft){.from = at,
                                  .to = at + count,
                                  .form = form,
                                  .sentence_from = position->sentence_from,
                                  .sentence_to = position->sentence_to};
    draft->captures.quantity = composed->quantity;
    draft->captures.has_quantity = true;
    draft->captures.has_event = composed->event_to > composed->event_from;
    draft->captures.event_from = composed->event_from;
    draft->captures.event_to = composed->event_to;
    return limits_pass(reading, position, draft);
}

void limits_add_listed(struct limits_reading *reading, const struct composed *composed)
{
    const struct limit_draft first =
        *LIST_AT(&reading->drafts, struct limit_draft, reading->drafts.count - 1);
    int64_t unit = composed->quantity.least;
    int64_t number = 0;
    number_read(&reading->prose, composed->numbers[0], &number);
    unit = number > 0 ? unit / number : unit;
    for (size_t i = 1; i < composed->number_count; i++) {
        struct limit_draft other = first;
        other.limit = (struct limit){0};
        other.from = composed->numbers[i];
        other.to = other.from + number_read(&reading->prose, other.from, &number);
        other.captures.quantity.least = unit * number;
        other.captures.quantity.most = unit * number;
        other.is_continued = true;
        limits_value(reading, &other);
        *LIST_ADD(&reading->drafts, struct limit_draft) = other;
    }
}
