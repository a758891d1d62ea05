// SPDX-License-Identifier: Apache-2.0
//
// For every point the limits are read under each combination of its wordings. A limit leans on a
// slot when it comes or goes as that slot alone changes; slots on which one limit leans are one
// group. So a slot of mere style is in no group, and two wordings that give the same limits are one
// variant.
#include "workbench/timetable/slot_limits.h"

#include "base/builder.h"
#include "clauses/clause_names.h"
#include "timetable/assumed.h"
#include "workbench/timetable/slot_reading.h"
#include "workbench/timetable/timetable_text.h"

// A limit that was found, and where.
struct sighting {
    struct plan_limit limit;
    size_t point;   // of the sheet
    bool *has;      // by combination of the point
    uint32_t group; // NO_INDEX: it holds whatever is chosen
};

struct slot_work {
    const struct sheet *sheet;
    const struct plan *common;
    const struct date *given;
    struct budget *budget;
    struct arena *arena;
    struct arena *scratch;
    struct slot_limits *made;
    struct slot_points points;
    struct str *clauses; // by point
    struct timetable_names *names;
    struct list sightings; // struct sighting
    struct list groups;    // struct slot_group
    struct list slots;     // struct rival_slot
    struct error *error;
};

static struct sighting *sighting_at(const struct slot_work *w, size_t i)
{
    return LIST_AT(&w->sightings, struct sighting, i);
}

static void note_limit(struct slot_work *w, const struct plan_limit *limit, size_t point,
                       uint32_t round)
{
    size_t i = 0;
    while (i < w->sightings.count && !(sighting_at(w, i)->point == point &&
                                       rivals_limits_equal(&sighting_at(w, i)->limit, limit)))
        i++;
    if (i == w->sightings.count) {
        struct sighting *made = LIST_ADD(&w->sightings, struct sighting);
        *made = (struct sighting){.limit = *limit, .point = point, .group = NO_INDEX};
        made->has = ARENA_ARRAY(w->scratch, bool, w->points.items[point].combination_count);
        made->limit.file = w->sheet->title;
        made->limit.line = 0; // of a text that nobody has before him
    }
    sighting_at(w, i)->has[round] = true;
}

// What the first reading says of the whole plan.
static void take_over(struct slot_work *w, const struct plan *read)
{
    struct plan *all = &w->made->rivals.plan;
    *all = *read;
    all->limits = LIST_MAKE(w->arena, struct plan_limit);
    for (size_t i = 0; i < read->limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&read->limits, struct plan_limit, i);
        if (i < w->common->limits.count || limit->line == 0)
            *LIST_ADD(&all->limits, struct plan_limit) = *limit;
    }
}

// One reading of the whole text; what it says of points that are as in the base is known already.
static bool read_round(struct slot_work *w, uint32_t round)
{
    struct slot_reading reading;
    slot_reading_make(w->sheet, &w->points, w->clauses, round, w->arena, &reading);
    reading.text.given = w->given;
    struct timetable_text text = {.source = &reading.text, .names = w->names};
    if (!budget_spend(w->budget, reading.text.text.length))
        return budget_stopped(w->error);
    if (!limits_read(&reading.text, w->arena, &text.found, w->error))
        return false;
    struct plan plan = *w->common;
    plan.limits = LIST_MAKE(w->arena, struct plan_limit);
    plan.steps = LIST_MAKE(w->arena, struct plan_step);
    plan.step_names = names_make(w->arena);
    plan.notes = LIST_MAKE(w->arena, struct str);
    plan.unread = LIST_MAKE(w->arena, struct plan_unread);
    for (size_t i = 0; i < w->common->limits.count; i++)
        *LIST_ADD(&plan.limits, struct plan_limit) =
            *LIST_AT(&w->common->limits, struct plan_limit, i);
    for (size_t i = 0; i < w->common->steps.count; i++)
        plan_tell(&plan, *LIST_AT(&w->common->steps, struct plan_step, i));
    timetable_text_join(&text, true, &plan);
    plan_drop_assumed(&plan);
    for (size_t i = w->common->limits.count; i < plan.limits.count; i++) {
        const struct plan_limit *limit = LIST_AT(&plan.limits, struct plan_limit, i);
        if (limit->line == 0)
            continue; // the date of the text
        size_t point = reading.point_of_line[limit->line - 1];
        if (round < w->points.items[point].combination_count)
            note_limit(w, limit, point, round);
    }
    if (round == 0)
        take_over(w, &plan);
    return true;
}

static uint32_t wording_of(const struct slot_point *point, uint32_t combination, uint32_t s)
{
    return point->wordings[combination * point->slot_count + s];
}

static uint32_t differing(const struct slot_point *point, uint32_t a, uint32_t b, uint32_t *last)
{
    uint32_t count = 0;
    for (uint32_t s = 0; s < point->slot_count; s++)
        if (wording_of(point, a, s) != wording_of(point, b, s)) {
            *last = s;
            count++;
        }
    return count;
}

// The slots of one point while they are put into groups: group[s] is the group's smallest slot.
struct grouping {
    const struct slot_point *point;
    uint32_t *group;
    bool *is_leaned_on;
};

static void unite(struct grouping *g, uint32_t a, uint32_t b)
{
    uint32_t from = g->group[a] > g->group[b] ? g->group[a] : g->group[b];
    uint32_t to = g->group[a] > g->group[b] ? g->group[b] : g->group[a];
    for (uint32_t s = 0; s < g->point->slot_count; s++)
        if (g->group[s] == from)
            g->group[s] = to;
}

// Marks the slots on which a limit leans, and unites them.
static uint32_t lean(struct grouping *g, const struct sighting *sighting)
{
    const struct slot_point *point = g->point;
    bool *leans = g->is_leaned_on;
    uint32_t first = NO_INDEX;
    for (int is_second_pass = 0; is_second_pass < 2; is_second_pass++)
        for (uint32_t a = 0; a < point->combination_count; a++)
            for (uint32_t b = a + 1; b < point->combination_count; b++) {
                uint32_t last;
                uint32_t count = differing(point, a, b, &last);
                if (sighting->has[a] == sighting->has[b] || (count > 1) != is_second_pass)
                    continue;
                bool is_explained = false;
                for (uint32_t s = 0; s < point->slot_count; s++)
                    is_explained = is_explained ||
                                   (leans[s] && wording_of(point, a, s) != wording_of(point, b, s));
                for (uint32_t s = 0; !is_explained && s < point->slot_count; s++)
                    leans[s] = leans[s] || wording_of(point, a, s) != wording_of(point, b, s);
            }
    for (uint32_t s = 0; s < point->slot_count; s++)
        if (leans[s]) {
            first = first == NO_INDEX ? s : first;
            unite(g, first, s);
        }
    return first;
}

// A group of one point on its way to a slot of the rivals.
struct slot_making {
    struct slot_work *w;
    const struct slot_point *point;
    const uint32_t *members; // which of the point's slots
    uint32_t member_count;
    const size_t *sightings; // the limits that lean on it, in the order of the text
    const uint32_t *numbers; // theirs in the plan
    size_t sighting_count;
    struct list wordings;     // uint32_t, member_count a combination
    struct list combinations; // uint32_t: a combination of the point that has these wordings
    struct list variant_of;   // uint32_t, by combination
    struct rival_variant *variants;
    uint32_t variant_count;
};

static bool have_same_limits(const struct slot_making *m, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < m->sighting_count; i++) {
        const struct sighting *sighting = sighting_at(m->w, m->sightings[i]);
        if (sighting->has[a] != sighting->has[b])
            return false;
    }
    return true;
}

static struct rival_variant variant_make(const struct slot_making *m, uint32_t combination)
{
    uint32_t *limits = ARENA_ARRAY(m->w->arena, uint32_t, m->sighting_count);
    struct rival_variant variant = {.limits = limits};
    for (size_t i = 0; i < m->sighting_count; i++)
        if (sighting_at(m->w, m->sightings[i])->has[combination])
            limits[variant.limit_count++] = m->numbers[i];
    return variant;
}

// The members' wordings in one combination of the point, unless they are there already.
static void add_wordings(struct slot_making *m, uint32_t combination)
{
    for (size_t c = 0; c < m->combinations.count; c++) {
        uint32_t same = 0;
        while (same < m->member_count &&
               *LIST_AT(&m->wordings, uint32_t, c * m->member_count + same) ==
                   wording_of(m->point, combination, m->members[same]))
            same++;
        if (same == m->member_count)
            return;
    }
    for (uint32_t s = 0; s < m->member_count; s++)
        *LIST_ADD(&m->wordings, uint32_t) = wording_of(m->point, combination, m->members[s]);
    *LIST_ADD(&m->combinations, uint32_t) = combination;
    uint32_t variant = 0;
    for (size_t c = 0; c + 1 < m->combinations.count; c++)
        if (have_same_limits(m, *LIST_AT(&m->combinations, uint32_t, c), combination)) {
            *LIST_ADD(&m->variant_of, uint32_t) = *LIST_AT(&m->variant_of, uint32_t, c);
            return;
        }
    variant = m->variant_count++;
    *LIST_ADD(&m->variant_of, uint32_t) = variant;
    m->variants[variant] = variant_make(m, combination);
}

// The variant of the members' wordings that a draft holds; 0: the base.
static uint32_t held_variant(const struct slot_making *m, uint32_t draft)
{
    for (size_t c = 0; draft > 0 && c < m->combinations.count; c++) {
        uint32_t same = 0;
        for (; same < m->member_count; same++) {
            const struct sheet_slot *slot = &m->w->sheet->slots[m->point->slots[m->members[same]]];
            if (*LIST_AT(&m->wordings, uint32_t, c * m->member_count + same) !=
                slot_wording_of(slot, (struct party){draft - 1}))
                break;
        }
        if (same == m->member_count)
            return *LIST_AT(&m->variant_of, uint32_t, c);
    }
    return 0;
}

static void find_holders(struct slot_making *m)
{
    uint32_t drafts = m->w->made->rivals.draft_count;
    uint32_t **holders = ARENA_ARRAY(m->w->scratch, uint32_t *, m->variant_count);
    for (uint32_t v = 0; v < m->variant_count; v++)
        m->variants[v].holders = holders[v] = ARENA_ARRAY(m->w->arena, uint32_t, drafts);
    for (uint32_t d = 0; d < drafts; d++) {
        uint32_t v = held_variant(m, d);
        holders[v][m->variants[v].holder_count++] = d;
    }
}

// Says in each limit of the group who holds it.
static void name_parties(struct slot_making *m)
{
    struct rivals *rivals = &m->w->made->rivals;
    for (size_t i = 0; i < m->sighting_count; i++) {
        struct builder names = builder_make(m->w->arena);
        for (uint32_t d = 0; d < rivals->draft_count; d++)
            for (uint32_t v = 0; v < m->variant_count; v++) {
                const struct rival_variant *variant = &m->variants[v];
                bool is_held = false;
                bool is_in = false;
                for (uint32_t h = 0; h < variant->holder_count; h++)
                    is_held = is_held || variant->holders[h] == d;
                for (uint32_t l = 0; l < variant->limit_count; l++)
                    is_in = is_in || variant->limits[l] == m->numbers[i];
                if (is_held && is_in)
                    builder_print(&names, "%s%.*s", names.length > 0 ? ", " : "",
                                  STR_ARGS(rivals->drafts[d].party));
            }
        LIST_AT(&rivals->plan.limits, struct plan_limit, m->numbers[i])->party =
            builder_str(&names);
    }
}

static void add_group(struct slot_work *w, struct slot_making *m)
{
    m->wordings = LIST_MAKE(w->arena, uint32_t);
    m->combinations = LIST_MAKE(w->scratch, uint32_t);
    m->variant_of = LIST_MAKE(w->arena, uint32_t);
    m->variants = ARENA_ARRAY(w->arena, struct rival_variant, m->point->combination_count);
    for (uint32_t c = 0; c < m->point->combination_count; c++)
        add_wordings(m, c);
    find_holders(m);
    name_parties(m);
    uint32_t *slots = ARENA_ARRAY(w->arena, uint32_t, m->member_count);
    for (uint32_t s = 0; s < m->member_count; s++)
        slots[s] = m->point->slots[m->members[s]];
    struct str clause = w->clauses[w->sheet->slots[slots[0]].point];
    *LIST_ADD(&w->slots, struct rival_slot) =
        (struct rival_slot){clause, m->variants, m->variant_count};
    *LIST_ADD(&w->groups, struct slot_group) =
        (struct slot_group){slots, m->member_count, LIST_ITEMS(&m->wordings, uint32_t),
                            LIST_ITEMS(&m->variant_of, uint32_t), (uint32_t)m->combinations.count};
}

// The slots of one point that belong together, with the limits that lean on them.
static void make_group(struct slot_work *w, const struct grouping *g, uint32_t first,
                       const size_t *own, const uint32_t *leans_on, size_t own_count,
                       const uint32_t *numbers)
{
    uint32_t *members = ARENA_ARRAY(w->scratch, uint32_t, g->point->slot_count);
    size_t *sightings = ARENA_ARRAY(w->scratch, size_t, own_count);
    uint32_t *plan_numbers = ARENA_ARRAY(w->scratch, uint32_t, own_count);
    struct slot_making m = {.w = w,
                            .point = g->point,
                            .members = members,
                            .sightings = sightings,
                            .numbers = plan_numbers};
    for (uint32_t s = 0; s < g->point->slot_count; s++)
        if (g->group[s] == first)
            members[m.member_count++] = s;
    for (size_t i = 0; i < own_count; i++)
        if (leans_on[i] != NO_INDEX && g->group[leans_on[i]] == first) {
            sightings[m.sighting_count] = own[i];
            plan_numbers[m.sighting_count++] = numbers[own[i]];
            sighting_at(w, own[i])->group = (uint32_t)w->groups.count;
        }
    if (m.sighting_count > 0)
        add_group(w, &m);
}

// numbers: of all sightings in the plan.
static void group_point(struct slot_work *w, size_t number, const uint32_t *numbers)
{
    const struct slot_point *point = &w->points.items[number];
    struct grouping g = {point, ARENA_ARRAY(w->scratch, uint32_t, point->slot_count), NULL};
    for (uint32_t s = 0; s < point->slot_count; s++)
        g.group[s] = s;
    size_t *own = ARENA_ARRAY(w->scratch, size_t, w->sightings.count);
    uint32_t *leans_on = ARENA_ARRAY(w->scratch, uint32_t, w->sightings.count);
    size_t own_count = 0;
    for (size_t i = 0; i < w->sightings.count; i++) {
        if (sighting_at(w, i)->point != number)
            continue;
        g.is_leaned_on = ARENA_ARRAY(w->scratch, bool, point->slot_count);
        own[own_count] = i;
        leans_on[own_count++] = lean(&g, sighting_at(w, i));
    }
    for (uint32_t s = 0; s < point->slot_count; s++)
        if (g.group[s] == s)
            make_group(w, &g, s, own, leans_on, own_count, numbers);
}

static void make_rivals(struct slot_work *w)
{
    struct rivals *rivals = &w->made->rivals;
    uint32_t *numbers = ARENA_ARRAY(w->scratch, uint32_t, w->sightings.count);
    for (size_t i = 0; i < w->sightings.count; i++) {
        numbers[i] = (uint32_t)rivals->plan.limits.count; // a text has far fewer than 2^32
        *LIST_ADD(&rivals->plan.limits, struct plan_limit) = sighting_at(w, i)->limit;
    }
    for (size_t p = 0; p < w->sheet->point_count; p++) {
        if (w->points.items[p].slot_count > 0)
            group_point(w, p, numbers);
        if (w->points.items[p].is_partial)
            *LIST_ADD(&rivals->plan.notes, struct str) =
                arena_print(w->arena, "clause %.*s has more combinations of wordings than are read",
                            STR_ARGS(w->clauses[p]));
    }
    plan_finish(&rivals->plan);
    uint32_t *slot_of = ARENA_ARRAY(w->arena, uint32_t, rivals->plan.limits.count);
    for (size_t i = 0; i < rivals->plan.limits.count; i++)
        slot_of[i] = LINK_NONE;
    for (size_t i = 0; i < w->sightings.count; i++)
        slot_of[numbers[i]] =
            sighting_at(w, i)->group == NO_INDEX ? LINK_NONE : sighting_at(w, i)->group;
    rivals->slot_of = slot_of;
    rivals->slots = LIST_ITEMS(&w->slots, struct rival_slot);
    rivals->slot_count = (uint32_t)w->slots.count;
    w->made->groups = LIST_ITEMS(&w->groups, struct slot_group);
}

static void name_clauses(struct slot_work *w)
{
    uint32_t count = w->sheet->point_count;
    struct str *paths = ARENA_ARRAY(w->scratch, struct str, count);
    for (uint32_t p = 0; p < count; p++)
        paths[p] = w->sheet->points[p].path;
    w->clauses = ARENA_ARRAY(w->arena, struct str, count);
    clause_names(paths, count, w->arena, w->clauses);
}

static void name_drafts(struct slot_work *w)
{
    uint32_t count = w->sheet->party_count + 1;
    struct rival_draft *drafts = ARENA_ARRAY(w->arena, struct rival_draft, count);
    drafts[0].party = STR("base");
    for (uint32_t p = 1; p < count; p++)
        drafts[p].party = w->sheet->party_names[p - 1];
    w->made->rivals.drafts = drafts;
    w->made->rivals.draft_count = count;
}

bool slot_limits_make(const struct sheet *sheet, const struct plan *common,
                      const struct date *given, struct budget *budget, struct arena *arena,
                      struct slot_limits *made, struct error *error)
{
    *made = (struct slot_limits){0};
    struct slot_work w = {
        .sheet = sheet,
        .common = common,
        .given = given,
        .budget = budget,
        .arena = arena,
        .scratch = arena_open(),
        .made = made,
        .error = error,
    };
    w.sightings = LIST_MAKE(w.scratch, struct sighting);
    w.groups = LIST_MAKE(arena, struct slot_group);
    w.slots = LIST_MAKE(arena, struct rival_slot);
    w.names = timetable_names_make(arena);
    name_clauses(&w);
    name_drafts(&w);
    slot_points_make(sheet, w.scratch, &w.points);
    bool done = true;
    for (uint32_t round = 0; done && round < w.points.most; round++)
        done = read_round(&w, round);
    if (done)
        make_rivals(&w);
    arena_close(w.scratch);
    return done;
}
