// SPDX-License-Identifier: Apache-2.0
// Reads the parts of a steps file in the order rules, holidays, origin, steps, anchors, limits,
// guarantees, whatever their order in the file.
#include "exchange/timetable_steps/steps_yaml.h"

#include "codec/yaml.h"
#include "exchange/timetable_steps/holidays_yaml.h"

#define LIMITS_MAX 100000

struct steps_reader {
    struct str source;
    struct str text;
    struct plan *plan;
    struct error *error;
    size_t counted_to; // a byte, before which there are `lines_before` whole lines
    size_t lines_before;
};

static struct place place_at(const struct steps_reader *r, const struct json *node)
{
    return place_in(r->source, r->text, node->byte);
}

// The line of a value, from 1. What is asked for stands mostly behind what was asked for before.
static size_t line_of(struct steps_reader *r, const struct json *node)
{
    if (node->byte < r->counted_to)
        r->counted_to = r->lines_before = 0;
    for (; r->counted_to < node->byte && r->counted_to < r->text.length; r->counted_to++)
        r->lines_before += r->text.bytes[r->counted_to] == '\n';
    return r->lines_before + 1;
}

static bool refuse(const struct steps_reader *r, const struct json *node, const char *wanted)
{
    return error_at(r->error, BAD_INPUT, place_at(r, node), "\"%.*s\" is not %s",
                    STR_ARGS(node->kind == JSON_STRING ? node->text : STR("this")), wanted);
}

static bool is_text(const struct json *node)
{
    return node && node->kind == JSON_STRING && node->text.length > 0;
}

// Every key of a map must be one of `known`, words between spaces.
static bool check_keys(const struct steps_reader *r, const struct json *map, const char *known)
{
    if (map->kind != JSON_OBJECT)
        return refuse(r, map, "a map of keys and values");
    for (size_t i = 0; i < map->count; i++) {
        struct str rest = str_of(known);
        struct str word;
        bool is_known = false;
        while (!is_known && str_cut(&rest, ' ', &word))
            is_known = str_equal(word, map->names[i]);
        if (!is_known)
            return error_at(r->error, BAD_INPUT, place_at(r, &map->items[i]),
                            "the key \"%.*s\" is not known here; there are %s",
                            STR_ARGS(map->names[i]), known);
    }
    return true;
}

static bool read_event(struct steps_reader *r, const struct json *node, uint32_t *event)
{
    if (!is_text(node))
        return refuse(r, node, "the name of an event");
    *event = plan_event(r->plan, node->text);
    return true;
}

static bool read_period(const struct steps_reader *r, const struct json *node,
                        struct plan_bound *bound)
{
    struct error inner;
    if (!is_text(node))
        return refuse(r, node, "a period like P30D");
    if (!period_parse(node->text, &bound->period, &inner))
        return error_at(r->error, BAD_INPUT, place_at(r, node), "%s", inner.message);
    bound->kind = BOUND_PERIOD;
    return true;
}

static bool read_date(const struct steps_reader *r, const struct json *node,
                      struct plan_bound *bound)
{
    bool has_time;
    if (!is_text(node) || !moment_parse(node->text, &bound->date, &has_time))
        return refuse(r, node, "a date like 2025-12-31 that exists");
    bound->kind = BOUND_DATE;
    return true;
}

static bool read_rules(const struct steps_reader *r, const struct json *node,
                       const struct rules **rules)
{
    if (!node)
        return true;
    *rules = node->kind == JSON_STRING ? rules_named(node->text) : NULL;
    return *rules || refuse(r, node, "a set of rules: calendar, EU-1182/71, ETS-76 or trade");
}

// Turns a period round: "at least P2M before" is "at most P2M counted back".
static struct plan_bound counted_back(struct plan_bound bound)
{
    if (bound.kind == BOUND_PERIOD)
        bound.period.is_back = !bound.period.is_back;
    return bound;
}

static const struct plan_bound no_time = {.kind = BOUND_PERIOD};

// least, most, within and exactly; `otherwise` stands for a least that is not said.
static bool read_bounds(const struct steps_reader *r, const struct json *map,
                        struct plan_bound *least, struct plan_bound *most)
{
    const struct json *at_least = json_member(map, "least");
    const struct json *at_most = json_member(map, "most");
    const struct json *within = json_member(map, "within");
    const struct json *exactly = json_member(map, "exactly");
    if (exactly)
        return read_period(r, exactly, least) && read_period(r, exactly, most);
    if (within) {
        *least = no_time;
        return read_period(r, within, most);
    }
    if ((at_least && !read_period(r, at_least, least)) ||
        (at_most && !read_period(r, at_most, most)))
        return false;
    if (!at_least && !at_most)
        *least = no_time; // merely "after" or "before"
    return true;
}

static struct str text_of(const struct json *map, const char *key)
{
    const struct json *node = json_member(map, key);
    return node && node->kind == JSON_STRING ? node->text : (struct str){0};
}

static bool read_source(struct steps_reader *r, const struct json *map, struct plan_limit *limit)
{
    limit->clause = text_of(map, "clause");
    limit->phrase = text_of(map, "phrase");
    limit->party = text_of(map, "party");
    limit->file = r->source;
    limit->line = line_of(r, map);
    limit->is_confirmed = true;
    if (r->plan->limits.count > LIMITS_MAX)
        return error_at(r->error, TOO_LARGE, place_at(r, map), "more than %d limits", LIMITS_MAX);
    return read_rules(r, json_member(map, "rules"), &limit->rules);
}

// {event, on|by|from: DATE}
static bool read_dates(const struct steps_reader *r, const struct json *map,
                       struct plan_limit *limit)
{
    const struct json *on = json_member(map, "on");
    const struct json *by = json_member(map, "by");
    const struct json *from = json_member(map, "from");
    if (on)
        return read_date(r, on, &limit->least) && read_date(r, on, &limit->most);
    return (!by || read_date(r, by, &limit->most)) && (!from || read_date(r, from, &limit->least));
}

static bool read_limit(struct steps_reader *r, const struct json *map)
{
    if (!check_keys(r, map,
                    "event after before on by from least most within exactly rules clause "
                    "phrase party note"))
        return false;
    const struct json *event = json_member(map, "event");
    const struct json *after = json_member(map, "after");
    const struct json *before = json_member(map, "before");
    bool has_date = json_member(map, "on") || json_member(map, "by") || json_member(map, "from");
    if (!event || (after != NULL) + (before != NULL) + has_date != 1)
        return refuse(r, map,
                      "a limit: it needs an event, and one of after, before, on, by or from");
    uint32_t number = 0;
    uint32_t reference = 0;
    if (!read_event(r, event, &number) || (after && !read_event(r, after, &reference)) ||
        (before && !read_event(r, before, &reference)))
        return false;
    struct plan_limit *limit = plan_add(r->plan, PLAN_LIMIT, number, reference);
    if (has_date)
        return read_dates(r, map, limit) && read_source(r, map, limit);
    struct plan_bound least = {0};
    struct plan_bound most = {0};
    if (!read_bounds(r, map, &least, &most))
        return false;
    limit->least = before ? counted_back(most) : least;
    limit->most = before ? counted_back(least) : most;
    return read_source(r, map, limit);
}

// {if, then, within}: if the trigger happens, the response follows.
static bool read_guarantee(struct steps_reader *r, const struct json *map)
{
    if (!check_keys(r, map,
                    "if once then least most within exactly rules clause phrase party note"))
        return false;
    const struct json *trigger = json_member(map, "if");
    const struct json *once = json_member(map, "once");
    const struct json *then = json_member(map, "then");
    if ((!trigger && !once) || !then)
        return refuse(r, map, "a guarantee: it needs if (or once) and then");
    uint32_t from = 0;
    uint32_t to = 0;
    if (!read_event(r, trigger ? trigger : once, &from) || !read_event(r, then, &to))
        return false;
    struct plan_limit *limit =
        plan_add(r->plan, trigger ? PLAN_GUARANTEE : PLAN_CONDITION, to, from);
    if (!read_bounds(r, map, &limit->least, &limit->most))
        return false;
    if (limit->least.kind == BOUND_NONE)
        limit->least = no_time; // a response does not come before its trigger
    return read_source(r, map, limit);
}

static uint32_t end_of_step(struct steps_reader *r, struct str name, const char *ending)
{
    return plan_event(r->plan, arena_print(r->plan->arena, "%.*s%s", STR_ARGS(name), ending));
}

// Whether a period is longer in every part; only what can be compared without a calendar is told.
static bool is_longer(const struct period *a, const struct period *b)
{
    bool is_no_shorter = a->months >= b->months && a->days >= b->days &&
                         a->working_days >= b->working_days && a->minutes >= b->minutes;
    return is_no_shorter && !period_equal(a, b) && a->clear_days == b->clear_days &&
           a->last == b->last && a->firsts == b->firsts;
}

// takes: PERIOD, or [LEAST, MOST]; with controlled: no it is a duration that nobody controls.
static bool read_duration(struct steps_reader *r, struct str name, const struct json *map)
{
    const struct json *takes = json_member(map, "takes");
    const struct json *controlled = json_member(map, "controlled");
    if (!takes)
        return !controlled || refuse(r, controlled, "of use without takes");
    bool is_uncertain =
        controlled && controlled->kind == JSON_STRING &&
        (str_equal(controlled->text, STR("no")) || str_equal(controlled->text, STR("false")));
    uint32_t start = end_of_step(r, name, ".start");
    struct plan_limit *limit = plan_add(r->plan, is_uncertain ? PLAN_UNCERTAIN : PLAN_LIMIT,
                                        end_of_step(r, name, ".end"), start);
    if (!read_source(r, map, limit))
        return false;
    if (takes->kind == JSON_STRING)
        return read_period(r, takes, &limit->least) && read_period(r, takes, &limit->most);
    if (takes->kind != JSON_ARRAY || takes->count != 2)
        return refuse(r, takes, "a period, or a list of the least and the most");
    return read_period(r, &takes->items[0], &limit->least) &&
           read_period(r, &takes->items[1], &limit->most) &&
           (!is_longer(&limit->least.period, &limit->most.period) ||
            refuse(r, takes, "in order: the least stands first, then the most"));
}

static bool read_step(struct steps_reader *r, struct str name, const struct json *map)
{
    bool is_title = map->kind == JSON_STRING;
    if (!is_title &&
        !check_keys(r, map, "title by takes controlled clause phrase party rules note"))
        return false;
    struct str title = is_title ? map->text : text_of(map, "title");
    plan_tell(r->plan, (struct plan_step){name, title, text_of(map, "by")});
    return is_title || read_duration(r, name, map);
}

// "signing + P3D", "signing": an anchor that hangs on another event.
static bool read_anchor_on_event(struct steps_reader *r, const struct json *node,
                                 struct plan_limit *limit)
{
    struct str text = node->text;
    size_t sign = 0;
    while (sign < text.length && text.bytes[sign] != '+' &&
           !(text.bytes[sign] == '-' && sign > 0 && text.bytes[sign - 1] == ' '))
        sign++;
    struct str name = str_trim(str_slice(text, 0, sign));
    if (name.length == 0 || (name.bytes[0] >= '0' && name.bytes[0] <= '9'))
        return refuse(r, node,
                      "a date that exists, or an event and a period like \"signing + P3D\"");
    limit->reference = plan_event(r->plan, name);
    limit->least = limit->most = no_time;
    if (sign == text.length)
        return true;
    struct json period = *node;
    period.text = str_trim(str_skip(text, sign + 1));
    if (!read_period(r, &period, &limit->least))
        return false;
    if (text.bytes[sign] == '-')
        limit->least = counted_back(limit->least);
    limit->most = limit->least;
    return true;
}

static bool read_anchor(struct steps_reader *r, struct str name, const struct json *node)
{
    uint32_t event = plan_event(r->plan, name);
    struct plan_limit *limit = plan_add(r->plan, PLAN_ANCHOR, event, 0);
    limit->is_confirmed = true;
    limit->file = r->source;
    limit->line = line_of(r, node);
    limit->phrase = is_text(node) ? node->text : STR("");
    bool has_time;
    if (!is_text(node))
        return refuse(r, node, "a date like 2025-12-31");
    if (!moment_parse(node->text, &limit->least.date, &has_time))
        return read_anchor_on_event(r, node, limit);
    limit->least.kind = BOUND_DATE;
    limit->most = limit->least;
    return true;
}

// Follows each anchor to the anchor of its reference; who comes back to where it began never
// reaches a date. No event is walked over twice: what an earlier walk has passed is sound.
static bool check_anchors(const struct steps_reader *r, size_t first, const struct json *anchors)
{
    struct arena *scratch = arena_open();
    size_t events = names_count(r->plan->events);
    uint32_t *next = ARENA_ARRAY(scratch, uint32_t, events);
    size_t *walk = ARENA_ARRAY(scratch, size_t, events);
    bool is_sound = true;
    for (size_t i = first; i < r->plan->limits.count; i++) {
        const struct plan_limit *anchor = LIST_AT(&r->plan->limits, struct plan_limit, i);
        next[anchor->event] = anchor->reference;
    }
    for (size_t i = first; is_sound && i < r->plan->limits.count; i++) {
        uint32_t at = LIST_AT(&r->plan->limits, struct plan_limit, i)->event;
        for (; at != 0 && walk[at] == 0; at = next[at])
            walk[at] = i + 1;
        if (at != 0 && walk[at] == i + 1)
            is_sound = error_at(r->error, BAD_INPUT, place_at(r, &anchors->items[i - first]),
                                "the anchor of \"%.*s\" leads back to itself; give one of them a "
                                "date",
                                STR_ARGS(names_at(r->plan->events, at)));
    }
    arena_close(scratch);
    return is_sound;
}

static bool read_map(struct steps_reader *r, const struct json *map,
                     bool (*read)(struct steps_reader *r, struct str name, const struct json *node))
{
    if (!map || (map->kind == JSON_STRING && map->text.length == 0))
        return true;
    if (map->kind != JSON_OBJECT)
        return refuse(r, map, "a map from names to what is said of them");
    for (size_t i = 0; i < map->count; i++)
        if (!read(r, map->names[i], &map->items[i]))
            return false;
    return true;
}

static bool read_list(struct steps_reader *r, const struct json *list,
                      bool (*read)(struct steps_reader *r, const struct json *node))
{
    if (!list || (list->kind == JSON_STRING && list->text.length == 0))
        return true;
    if (list->kind != JSON_ARRAY)
        return refuse(r, list, "a list");
    for (size_t i = 0; i < list->count; i++)
        if (!read(r, &list->items[i]))
            return false;
    return true;
}

static bool read_head(struct steps_reader *r, const struct json *root,
                      enum steps_proposals *proposals)
{
    struct plan *plan = r->plan;
    const struct json *holidays = json_member(root, "holidays");
    const struct json *origin = json_member(root, "origin");
    const struct json *mode = json_member(root, "proposals");
    if (!read_rules(r, json_member(root, "rules"), &plan->rules))
        return false;
    if (holidays && !holidays_from_yaml(r->source, r->text, holidays, text_of(root, "place"),
                                        plan->arena, &plan->calendar, r->error))
        return false;
    if (origin) {
        struct plan_bound bound = {0};
        if (!read_date(r, origin, &bound))
            return false;
        plan->origin = bound.date;
        plan->has_origin = true;
    }
    *proposals = PROPOSALS_USE;
    if (mode && mode->kind == JSON_STRING && str_equal(mode->text, STR("ignore")))
        *proposals = PROPOSALS_IGNORE;
    else if (mode && !(mode->kind == JSON_STRING && str_equal(mode->text, STR("use"))))
        return refuse(r, mode, "one of use and ignore");
    return true;
}

bool steps_read(struct str source, struct str text, struct plan *plan,
                enum steps_proposals *proposals, struct error *error)
{
    struct steps_reader r = {.source = source, .text = text, .plan = plan, .error = error};
    const struct json *root;
    if (!yaml_read(source, text, &input_limits_default, plan->arena, &root, error))
        return false;
    *proposals = PROPOSALS_USE;
    if (root->kind == JSON_STRING && root->text.length == 0)
        return true;
    const struct json *anchors = json_member(root, "anchors");
    if (!check_keys(&r, root,
                    "title origin rules holidays place proposals steps anchors limits "
                    "guarantees") ||
        !read_head(&r, root, proposals) || !read_map(&r, json_member(root, "steps"), read_step))
        return false;
    size_t first = plan->limits.count;
    return read_map(&r, anchors, read_anchor) && check_anchors(&r, first, anchors) &&
           read_list(&r, json_member(root, "limits"), read_limit) &&
           read_list(&r, json_member(root, "guarantees"), read_guarantee);
}
