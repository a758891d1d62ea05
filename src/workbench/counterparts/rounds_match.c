// SPDX-License-Identifier: Apache-2.0
#include "workbench/counterparts/rounds_match.h"

#include "counterparts/counterparts.h"

// A point that some text brought up, and where it was spoken of last.
struct subject_line {
    uint32_t origin;
    uint32_t point;
    uint32_t last_text;
    const uint32_t *last_points;
    uint32_t last_count;
};

struct rounds {
    struct rival_reading *reading;
    struct list lines;                // struct subject_line
    const struct counterparts *found; // by earlier text: what the text at hand answers of it
    uint32_t text;                    // the text at hand
    bool *is_taken;                   // by point of it
    bool *base_matched;
};

// Two texts of the reading alone, so that they are matched as any two.
static bool find_between(struct rival_reading *reading, uint32_t early, uint32_t late,
                         struct budget *budget, struct counterparts *found, struct error *error)
{
    const struct subject *of[] = {reading->subjects.of[early], reading->subjects.of[late]};
    const struct provisions texts[] = {reading->texts[early], reading->texts[late]};
    struct subjects two = {
        .of = of, .texts = texts, .text_count = 2, .table = reading->subjects.table};
    return counterparts_find(&two, 1, budget, reading->arena, found, error);
}

static bool has_point(const struct subject_line *line, uint32_t point)
{
    for (uint32_t k = 0; k < line->last_count; k++)
        if (line->last_points[k] == point)
            return true;
    return false;
}

static bool is_listed(const struct list *points, uint32_t point)
{
    for (size_t k = 0; k < points->count; k++)
        if (*LIST_AT(points, uint32_t, k) == point)
            return true;
    return false;
}

static void compare(struct rounds *rounds, const struct subject_line *line,
                    struct matched_point *match)
{
    struct rival_reading *reading = rounds->reading;
    struct list differences = LIST_MAKE(reading->arena, struct difference);
    struct fact_row nothing = {NULL, 0, NULL, 0};
    differences_find(rival_facts_of(reading, line->last_text, line->last_points, line->last_count),
                     nothing, rival_facts_of(reading, match->text, match->points, match->count),
                     nothing, reading->known, reading->arena, &differences);
    match->differences = LIST_ITEMS(&differences, struct difference);
    match->difference_count = (uint32_t)differences.count;
}

// What the text at hand says of the line's subject, for certain or possibly. Result: it says something
static bool add_match(struct rounds *rounds, const struct subject_line *line, bool possible,
                      struct matched_point *match)
{
    const struct counterparts *found = &rounds->found[line->last_text];
    struct list points = LIST_MAKE(rounds->reading->arena, uint32_t);
    const struct counterpart *best = NULL;
    for (uint32_t k = 0; k < found->count; k++) {
        const struct counterpart *pair = &found->items[k];
        bool is_wanted = (pair->certainty == CERTAINTY_POSSIBLE) == possible;
        if (!is_wanted || !has_point(line, pair->base) || is_listed(&points, pair->other))
            continue;
        *LIST_ADD(&points, uint32_t) = pair->other;
        rounds->is_taken[pair->other] = true;
        best = best == NULL || pair->score > best->score ? pair : best;
    }
    if (best == NULL)
        return false;
    *match = (struct matched_point){.origin = line->origin,
                                    .base = line->point,
                                    .text = rounds->text,
                                    .against = line->last_text,
                                    .points = LIST_ITEMS(&points, uint32_t),
                                    .count = (uint32_t)points.count,
                                    .score = best->score,
                                    .certainty = best->certainty,
                                    .carriers = best->carriers,
                                    .carrier_count = best->carrier_count};
    compare(rounds, line, match);
    *LIST_ADD(&rounds->reading->matches, struct matched_point) = *match;
    return true;
}

static void follow(struct rounds *rounds, struct subject_line *line)
{
    struct matched_point match;
    struct subject_line before = *line;
    bool is_certain = add_match(rounds, &before, false, &match);
    if (is_certain) {
        line->last_text = rounds->text;
        line->last_points = match.points;
        line->last_count = match.count;
    }
    bool is_any = add_match(rounds, &before, true, &match) || is_certain;
    if (line->origin == 0 && is_any)
        rounds->base_matched[line->point] = true;
}

static void add_line(struct rounds *rounds, uint32_t text, uint32_t point)
{
    uint32_t *own = ARENA_ARRAY(rounds->reading->arena, uint32_t, 1);
    *own = point;
    *LIST_ADD(&rounds->lines, struct subject_line) = (struct subject_line){
        .origin = text, .point = point, .last_text = text, .last_points = own, .last_count = 1};
}

static bool match_text(struct rounds *rounds, struct budget *budget, struct error *error)
{
    struct rival_reading *reading = rounds->reading;
    struct counterparts *found = ARENA_ARRAY(reading->arena, struct counterparts, reading->count);
    for (uint32_t early = 0; early < rounds->text; early++)
        if (!find_between(reading, early, rounds->text, budget, &found[early], error))
            return false;
    rounds->found = found;
    uint32_t count = reading->texts[rounds->text].count;
    rounds->is_taken = ARENA_ARRAY(reading->arena, bool, count + 1);
    for (size_t k = 0; k < rounds->lines.count; k++)
        follow(rounds, LIST_AT(&rounds->lines, struct subject_line, k));
    for (uint32_t point = 0; point < count; point++)
        if (!rounds->is_taken[point])
            add_line(rounds, rounds->text, point);
    reading->rivals[rounds->text].is_matched = rounds->is_taken;
    return true;
}

int rounds_by_subject(const void *a, const void *b)
{
    const struct matched_point *x = a;
    const struct matched_point *y = b;
    if (x->origin != y->origin)
        return x->origin < y->origin ? -1 : 1;
    if (x->base != y->base)
        return x->base < y->base ? -1 : 1;
    if (x->text != y->text)
        return x->text < y->text ? -1 : 1;
    return (y->certainty > CERTAINTY_POSSIBLE) - (x->certainty > CERTAINTY_POSSIBLE);
}

bool rounds_match(struct rival_reading *reading, struct budget *budget, struct error *error)
{
    struct rounds rounds = {.reading = reading,
                            .lines = LIST_MAKE(reading->arena, struct subject_line)};
    rounds.base_matched = ARENA_ARRAY(reading->arena, bool, reading->texts[0].count + 1);
    reading->matches = LIST_MAKE(reading->arena, struct matched_point);
    for (uint32_t point = 0; point < reading->texts[0].count; point++)
        add_line(&rounds, 0, point);
    for (rounds.text = 1; rounds.text < reading->count; rounds.text++)
        if (!match_text(&rounds, budget, error))
            return false;
    reading->rivals[0].is_matched = rounds.base_matched;
    list_sort(&reading->matches, rounds_by_subject);
    return true;
}
