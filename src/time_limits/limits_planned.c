// SPDX-License-Identifier: Apache-2.0
// Days that are only numbered, "on day 42", are counted from where their plan begins.
#include "time_limits/acts.h"
#include "time_limits/event.h"

static const char *const truces[] = {"truce", "ceasefire", "cease", "armistice", "cessation"};
#define TRUCE_COUNT (sizeof truces / sizeof truces[0])

static bool is_truce(const struct prose *prose, size_t at)
{
    for (size_t i = 0; i < TRUCE_COUNT; i++)
        if (prose_is_word(prose, at, truces[i]))
            return true;
    return false;
}

// "Day 1 is the day on which ...", "Day 1 means the date of ...", "Day 1 (the day of signature)".
static size_t first_day_said(const struct prose *prose, size_t *from)
{
    for (size_t at = 0; at + 3 < prose->count; at++) {
        bool is_day = prose_is_word(prose, at, "day");
        const struct token *number = prose_token(prose, at + 1);
        bool is_first = (number->kind == TOKEN_NUMBER && number->value == 1) ||
                        prose_is_word(prose, at + 1, "one");
        if (!is_day || !is_first)
            continue;
        size_t i = at + 2;
        while (prose_token(prose, i)->kind == TOKEN_MARK && i < at + 5 && !prose_is_stop(prose, i))
            i++;
        bool is_said = prose_is_word(prose, i, "is") || prose_is_word(prose, i, "means") ||
                       (prose_is_word(prose, i, "shall") && prose_is_word(prose, i + 1, "be")) ||
                       prose_is_mark(prose, i - 1, '(');
        for (; is_said && i < at + 12 && !prose_is_stop(prose, i); i++) {
            bool leads = prose_is_word(prose, i, "which") || prose_is_word(prose, i, "of");
            size_t count = leads ? event_read(prose, i + 1, EVENT_HAPPENS) : 0;
            *from = i + 1;
            if (count > 0)
                return count;
        }
    }
    return 0;
}

// The first act whose subject or object is a truce.
static uint32_t truce_of(const struct limits_reading *reading)
{
    for (uint32_t a = 0; a < reading->acts.count; a++) {
        const struct worded_act *act = LIST_AT(&reading->acts, struct worded_act, a);
        size_t head = words_head(&reading->prose, &act->theme);
        if (head != SIZE_MAX && is_truce(&reading->prose, head))
            return a;
    }
    return NO_STEP;
}

// The event by which another limit counts from the truce: "seven days after the ceasefire takes effect".
static struct str truce_said(const struct limits_reading *reading)
{
    for (size_t j = 0; j < reading->drafts.count; j++) {
        const struct captures *captures =
            &LIST_AT(&reading->drafts, struct limit_draft, j)->captures;
        for (size_t at = captures->event_from; captures->has_event && at < captures->event_to;
             at++) {
            if (!is_truce(&reading->prose, at))
                continue;
            struct str name = event_name(&reading->prose, captures->event_from, captures->event_to,
                                         reading->arena);
            if (str_equal_ignoring_case(name, prose_word(&reading->prose, at)))
                return name;
        }
    }
    return STR("truce");
}

static bool has_words(const struct prose *prose, const char *first, const char *second)
{
    for (size_t at = 0; at < prose->count; at++)
        if (prose_is_word(prose, at, first) && (!second || prose_is_word(prose, at + 2, second)))
            return true;
    return false;
}

static struct str bind_to_said(struct limits_reading *reading, struct limit *limit)
{
    size_t from;
    size_t count = first_day_said(&reading->prose, &from);
    if (count == 0)
        return STR("");
    limit->reference = prose_flat(prose_range(&reading->prose, from, from + count), reading->arena);
    limit->event = event_name(&reading->prose, from, from + count, reading->arena);
    limit->binding = str_equal(limit->event, STR("signing")) ? BINDING_SIGNING : BINDING_STATED;
    return limit->reference;
}

static void bind_to_event(struct limit *limit, const char *reference, const char *event,
                          enum limit_binding binding)
{
    limit->reference = str_of(reference);
    limit->event = str_of(event);
    limit->binding = binding;
}

void limits_bind_planned(struct limits_reading *reading, size_t i)
{
    const struct prose *prose = &reading->prose;
    struct limit *limit = &LIST_AT(&reading->drafts, struct limit_draft, i)->limit;
    if (bind_to_said(reading, limit).length > 0) {
        limit->note = STR("counted from the day that the text calls day 1");
        return;
    }
    uint32_t truce = truce_of(reading);
    if (truce != NO_STEP && truce != reading->act_of[i]) {
        limit->binding = BINDING_IMPLIED;
        limit->reference_step = truce;
        limit->reference_side = LIMIT_WHOLE;
        limit->reference = STR("the truce");
    } else if (has_words(prose, "truce", NULL) || has_words(prose, "ceasefire", NULL)) {
        bind_to_event(limit, "the truce", "truce", BINDING_IMPLIED);
        limit->event = truce_said(reading);
    } else if (has_words(prose, "entry", "force") || has_words(prose, "enters", "force") ||
               has_words(prose, "enter", "force")) {
        bind_to_event(limit, "the entry into force", "entry.into.force", BINDING_IMPLIED);
    } else {
        bind_to_event(limit, "the signature", "signing", BINDING_SIGNING);
    }
    limit->assumed =
        arena_print(reading->arena, "does not say from when: day 1 is taken to be the day of %.*s",
                    STR_ARGS(limit->reference));
    limit->note = limit->assumed;
}
