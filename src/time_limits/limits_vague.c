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
    return prose_has_class(prose, at, CLASS_MODAL) ||
           (is_vague_alone(second) && at < second->from &&
            !prose_has_class(prose, at, CLASS_PREPOSITION | CLASS_DETERMINER));
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
    return !draft->limit.is_open && draft->limit.relation != LIMIT_EVERY;
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
        struct limit_draft *last = draft_at(reading, i);
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
