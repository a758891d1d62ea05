// SPDX-License-Identifier: Apache-2.0
// Limits that lean on their neighbours: vague terms beside a number, starts of a duration, "whichever
// is earlier".
#include "time_limits/acts.h"

#define VAGUE_DISTANCE 4 // tokens between a vague term and its number

static struct limit_draft *draft_at(const struct limits_reading *reading, size_t i)
{
    return LIST_AT(&reading->drafts, struct limit_draft, i);
}

static bool is_vague_alone(const struct limit_draft *draft)
{
    return draft->limit.is_open && (draft->form->flags & LIMIT_IS_IMPLIED) != 0 &&
           (draft->limit.relation == LIMIT_OPEN ||
            draft->limit.relation == LIMIT_IMMEDIATELY_AFTER);
}

// "... and shall report", "... and certify it forthwith": another act; "and in any event" is none.
static bool begins_act(const struct prose *prose, size_t at, const struct limit_draft *second)
{
    bool leads_on = prose_has_class(prose, at, CLASS_PREPOSITION | CLASS_DETERMINER) ||
                    str_ends_with(prose_word(prose, at), STR("ly")) ||
                    prose_is_word(prose, at, "not") || prose_is_word(prose, at, "if") ||
                    prose_is_word(prose, at, "where");
    return prose_has_class(prose, at, CLASS_MODAL) || (at < second->from && !leads_on);
}

static bool are_neighbours(const struct prose *prose, const struct limit_draft *first,
                           const struct limit_draft *second)
{
    if (first->sentence_from != second->sentence_from || second->from - first->to >= VAGUE_DISTANCE)
        return false;
    for (size_t i = first->to; i < second->from; i++)
        if (prose_is_word(prose, i, "and") && begins_act(prose, i + 1, second))
            return false;
    return true;
}

static bool makes_precise(const struct limit_draft *draft)
{
    return !draft->limit.is_open && draft->limit.relation != LIMIT_EVERY &&
           draft->limit.relation != LIMIT_CONDITION;
}

// Nothing but a comma and "beginning" between the two.
static bool is_right_behind(const struct prose *prose, size_t to, size_t from)
{
    if (from - to == 2 && prose_is_mark(prose, to, ','))
        to++;
    return from - to <= 1 &&
           (from == to || prose_is_mark(prose, to, ',') || word_side(prose, to) == LIMIT_START ||
            prose_is_word(prose, to, "and"));
}

// "for seven days starting on the date of arrival": the second limit only says where the first begins.
static void drop_starts(struct limits_reading *reading)
{
    for (size_t i = 1; i < reading->drafts.count; i++) {
        const struct limit_draft *before = draft_at(reading, i - 1);
        struct limit_draft *draft = draft_at(reading, i);
        bool is_next = is_right_behind(&reading->prose, before->to, draft->from);
        bool is_start = draft->limit.relation == LIMIT_AT || draft->limit.relation == LIMIT_AFTER ||
                        (draft->limit.relation == LIMIT_UPON && draft->from - before->to > 1);
        bool has_start =
            before->limit.relation == LIMIT_DURATION || before->limit.relation == LIMIT_EXTENSION;
        if (has_start && is_start && is_next)
            draft->is_dropped = true;
    }
}

static bool may_count_from(const struct limit_draft *draft)
{
    return draft->captures.has_quantity && !draft->captures.has_event &&
           (draft->limit.relation == LIMIT_WITHIN_AFTER ||
            draft->limit.relation == LIMIT_NO_LATER_THAN_AFTER);
}

#define ASIDE_TOKENS 10 // "in cases of urgency"

// "within 45 days, or 25 days in urgent cases, after the request": both are counted from the request, and
// "after the request" is no limit of its own.
static void count_both_from(struct limits_reading *reading, size_t i)
{
    struct limit_draft *draft = draft_at(reading, i);
    if (i < 2 || draft->limit.relation != LIMIT_AFTER || !draft->captures.has_event ||
        !prose_is_mark(&reading->prose, draft->from - 1, ','))
        return;
    struct limit_draft *second = draft_at(reading, i - 1);
    struct limit_draft *first = draft_at(reading, i - 2);
    bool is_one = first->sentence_from == draft->sentence_from &&
                  second->sentence_from == draft->sentence_from &&
                  draft->from - second->to < ASIDE_TOKENS;
    if (!is_one || !second->is_continued || !may_count_from(first) || !may_count_from(second))
        return;
    for (size_t k = i - 2; k < i; k++) {
        struct captures *captures = &draft_at(reading, k)->captures;
        captures->has_event = true;
        captures->event_from = draft->captures.event_from;
        captures->event_to = draft->captures.event_to;
    }
    draft->is_dropped = true;
}

// "90 days after the endorsement, or such earlier date as may be agreed": the parties may loosen the
// limit before, which says so.
static void loosen(struct limits_reading *reading, size_t i)
{
    struct limit_draft *draft = draft_at(reading, i);
    if ((draft->form->flags & LIMIT_LOOSENS) == 0 || i == 0)
        return;
    struct limit_draft *before = draft_at(reading, i - 1);
    if (before->sentence_from != draft->sentence_from || draft->from - before->to > 16 ||
        before->limit.is_open)
        return;
    bool is_earlier = prose_is_word(&reading->prose, draft->from + 1, "earlier") ||
                      prose_is_word(&reading->prose, draft->from + 1, "shorter");
    struct limit *limit = &before->limit;
    limit->note = is_earlier ? STR("or earlier, if they agree") : STR("or another, if they agree");
    if (is_earlier && limit->has_min && limit->min > 0)
        limit->min = 0;
    draft->is_dropped = true;
}

void limits_merge_vague(struct limits_reading *reading)
{
    drop_starts(reading);
    for (size_t i = 0; i < reading->drafts.count; i++)
        loosen(reading, i);
    for (size_t i = 0; i < reading->drafts.count; i++)
        count_both_from(reading, i);
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        if (!is_vague_alone(draft))
            continue;
        struct limit_draft *precise = NULL;
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

// Which of two sides counts: the word that says so, or NULL.
struct order_word {
    const char *word;
    bool takes_later;
};

static const struct order_word *order_at(const struct prose *prose, size_t at)
{
    static const struct order_word orders[] = {
        {"earlier", false}, {"sooner", false}, {"first", false},   {"earliest", false},
        {"later", true},    {"last", true},    {"latest", true},   {"longer", true},
        {"greater", true},  {"higher", true},  {"shorter", false}, {"lesser", false},
        {"lower", false}};
    for (size_t k = 0; k < sizeof orders / sizeof orders[0]; k++)
        if (prose_is_word(prose, at, orders[k].word))
            return &orders[k];
    return NULL;
}

// "A or B, whichever is earlier": behind the last limit of a sentence.
static const struct order_word *order_behind(const struct prose *prose,
                                             const struct limit_draft *last)
{
    size_t at = last->to;
    while (at < last->sentence_to && !prose_is_word(prose, at, "whichever"))
        at++;
    const struct order_word *order = NULL;
    for (; at < last->sentence_to && !order; at++)
        order = order_at(prose, at);
    return order;
}

// "the later of A and B": within the words of the first side.
static const struct order_word *order_within(const struct prose *prose,
                                             const struct limit_draft *first)
{
    const struct order_word *order = NULL;
    for (size_t at = first->from; at < first->to && !order; at++)
        if (prose_is_word(prose, at + 1, "of"))
            order = order_at(prose, at);
    return order;
}

// "within the later of 30 days after A and 10 days after B": the second is as much a length within
// which as the first.
static void take_relation(const struct limit *first, struct limit *other)
{
    if (other->relation != LIMIT_EXACTLY_AFTER ||
        (first->relation != LIMIT_WITHIN_AFTER && first->relation != LIMIT_NO_LATER_THAN_AFTER))
        return;
    other->relation = first->relation;
    other->has_min = first->has_min;
    other->min = first->min;
}

static void tie(struct limits_reading *reading, size_t first, size_t last, uint32_t group,
                const struct order_word *order)
{
    for (size_t member = first; member <= last; member++) {
        draft_at(reading, member)->limit.group = group;
        draft_at(reading, member)->limit.takes_later = order->takes_later;
    }
}

static bool are_in_one_sentence(const struct limits_reading *reading, size_t i, size_t k)
{
    return k < reading->drafts.count &&
           draft_at(reading, i)->sentence_from == draft_at(reading, k)->sentence_from;
}

#define SIDE_DISTANCE 5 // tokens between the two sides: "and the date that is"

// The last side of those that begin with limit `i`; `i` when no other is near.
static size_t last_side(const struct limits_reading *reading, size_t i)
{
    size_t last = i;
    while (are_in_one_sentence(reading, i, last + 1) &&
           draft_at(reading, last + 1)->from - draft_at(reading, last)->to < SIDE_DISTANCE)
        last++;
    return last;
}

// Of "the later of 1 May and the vote" only the date was read: that it binds cannot be said.
static void leave_single(struct limit *limit, const struct order_word *order)
{
    limit->takes_later = order->takes_later;
    limit->assumed = STR("names another side, of which one counts; that side was not read");
}

void limits_group(struct limits_reading *reading)
{
    const struct prose *prose = &reading->prose;
    uint32_t group = 0;
    for (size_t i = 0; i < reading->drafts.count; i++) {
        struct limit_draft *draft = draft_at(reading, i);
        const struct order_word *order = NULL;
        if (draft->form->flags & LIMIT_OF_TWO)
            order = order_within(prose, draft);
        if (order) {
            size_t last = last_side(reading, i);
            for (size_t k = i + 1; k <= last; k++)
                take_relation(&draft->limit, &draft_at(reading, k)->limit);
            if (last > i)
                tie(reading, i, last, ++group, order);
            else
                leave_single(&draft->limit, order);
            i = last;
            continue;
        }
        order = are_in_one_sentence(reading, i, i + 1) ? NULL : order_behind(prose, draft);
        if (order)
            tie(reading, i > 0 && are_in_one_sentence(reading, i, i - 1) ? i - 1 : i, i, ++group,
                order);
    }
}
