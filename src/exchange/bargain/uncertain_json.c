// SPDX-License-Identifier: Apache-2.0
//
// A party with uncertain values:
// {"name": "A", "range": [0, 100],
//  "scores": [[5, [0, 10], null], null, …],     by issue and option: exact, an interval, anything
//  "rankings": [["Seat", ["Aland", ["Borduria", "Cland"]]], …],        best first; [ ] equal
//  "prefers": [[[["Seat", 0], ["Term", 1]], [["Seat", 1], ["Term", 0]]], …],   left over right
//  "indifferent": […],                                                 left as good as right
//  "matters_more": [["Seat", "Term"], …],
//  "accepts": [[0, 1], …], "rejects": [[1, 0], …],                     whole packages
//  "reservation": 7 or [5, 9] or null,
//  "red_lines": …, "pairs": …}                                         as with exact values
//
// Everything but values is read by the reader of exact scenarios, from a tree in which such a
// party has zeros for scores.
#include "exchange/bargain/uncertain_json.h"

#include "exchange/bargain/scenario_parts.h"

#include <stdlib.h>
#include <string.h>

#define RANGE_LEAST 0
#define RANGE_MOST 100

struct stated_reader {
    struct scenario_reader *reader;
    struct str part; // "parties[1]"
    struct str party;
    struct list statements; // struct value_statement
    int64_t range_least;
    int64_t range_most;
    bool has_range;
    bool used_range;
};

static const char *const uncertain_members[] = {
    "range", "rankings", "prefers", "indifferent", "matters_more", "accepts", "rejects"};

static const struct json zero = {.kind = JSON_NUMBER, .text = STR_INIT("0")};

static bool has_uncertain_scores(const struct json *scores)
{
    for (size_t i = 0; scores && i < scores->count; i++) {
        const struct json *row = &scores->items[i];
        if (row->kind == JSON_NULL)
            return true;
        for (size_t o = 0; o < row->count; o++)
            if (row->items[o].kind == JSON_ARRAY || row->items[o].kind == JSON_NULL)
                return true;
    }
    return false;
}

static bool is_uncertain(const struct json *party)
{
    for (size_t m = 0; m < sizeof uncertain_members / sizeof uncertain_members[0]; m++)
        if (json_member(party, uncertain_members[m]))
            return true;
    const struct json *reservation = json_member(party, "reservation");
    if (reservation && (reservation->kind == JSON_ARRAY || reservation->kind == JSON_NULL))
        return true;
    return has_uncertain_scores(json_member(party, "scores"));
}

// Zeros in the shape of the issues.
static struct json zero_scores(const struct json *issues, struct arena *arena)
{
    size_t count = issues && issues->kind == JSON_ARRAY ? issues->count : 0;
    struct json *rows = ARENA_ARRAY(arena, struct json, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct json *options = json_member(&issues->items[i], "options");
        size_t options_count = options && options->kind == JSON_ARRAY ? options->count : 0;
        struct json *row = ARENA_ARRAY(arena, struct json, options_count + 1);
        for (size_t o = 0; o < options_count; o++)
            row[o] = zero;
        rows[i] = (struct json){.kind = JSON_ARRAY, .items = row, .count = options_count};
    }
    return (struct json){.kind = JSON_ARRAY, .items = rows, .count = count};
}

// The object with two members set; others stay as they are.
static struct json with_members(const struct json *object, struct json scores, struct arena *arena)
{
    struct json made = *object;
    struct json *items = ARENA_ARRAY(arena, struct json, object->count + 2);
    struct str *names = ARENA_ARRAY(arena, struct str, object->count + 2);
    made.count = 0;
    for (size_t i = 0; i < object->count; i++) {
        if (str_equal(object->names[i], STR("scores")) ||
            str_equal(object->names[i], STR("reservation")))
            continue;
        names[made.count] = object->names[i];
        items[made.count++] = object->items[i];
    }
    names[made.count] = STR("scores");
    items[made.count++] = scores;
    names[made.count] = STR("reservation");
    items[made.count++] = zero;
    made.items = items;
    made.names = names;
    return made;
}

// The tree with zeros in place of uncertain values; the tree itself when there are none.
static const struct json *exact_tree(const struct json *root, bool *found, struct arena *arena)
{
    const struct json *parties = json_member(root, "parties");
    *found = false;
    for (size_t p = 0; parties && parties->kind == JSON_ARRAY && p < parties->count; p++)
        *found = *found || is_uncertain(&parties->items[p]);
    if (!*found)
        return root;
    struct json scores = zero_scores(json_member(root, "issues"), arena);
    struct json *list = ARENA_NEW(arena, struct json);
    struct json *items = ARENA_ARRAY(arena, struct json, parties->count);
    for (size_t p = 0; p < parties->count; p++)
        items[p] = is_uncertain(&parties->items[p])
                       ? with_members(&parties->items[p], scores, arena)
                       : parties->items[p];
    *list = *parties;
    list->items = items;
    struct json *made = ARENA_NEW(arena, struct json);
    struct json *members = ARENA_ARRAY(arena, struct json, root->count);
    for (size_t i = 0; i < root->count; i++)
        members[i] = str_equal(root->names[i], STR("parties")) ? *list : root->items[i];
    *made = *root;
    made->items = members;
    return made;
}

static struct str part_of(const struct stated_reader *stated, const char *member, size_t number)
{
    return arena_print(stated->reader->arena, "%.*s.%s[%zu]", STR_ARGS(stated->part), member,
                       number);
}

static bool member_list(const struct stated_reader *stated, const struct json *party,
                        const char *member, struct json *list)
{
    struct str part = arena_print(stated->reader->arena, "%.*s.%s", STR_ARGS(stated->part), member);
    return reader_array(stated->reader, party, member, part, true, list);
}

// A whole number or [least, most].
static bool read_interval(const struct scenario_reader *reader, const struct json *value,
                          struct str part, int64_t *least, int64_t *most)
{
    if (value->kind == JSON_ARRAY && value->count == 2 && json_whole(&value->items[0], least) &&
        json_whole(&value->items[1], most)) {
        if (*least > *most)
            return reader_refuse(reader, value, BAD_INPUT, part,
                                 "is an interval whose least is above its most");
        return true;
    }
    if (!json_whole(value, least))
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "is not a whole number of 64 bits or an interval [least, most]");
    *most = *least;
    return true;
}

static bool read_range(struct stated_reader *stated, const struct json *party)
{
    const struct json *range = json_member(party, "range");
    stated->range_least = RANGE_LEAST;
    stated->range_most = RANGE_MOST;
    stated->has_range = range != NULL;
    if (!range)
        return true;
    struct str part = arena_print(stated->reader->arena, "%.*s.range", STR_ARGS(stated->part));
    return read_interval(stated->reader, range, part, &stated->range_least, &stated->range_most);
}

static bool read_row(struct stated_reader *stated, const struct json *given, uint32_t issue,
                     int64_t *least, int64_t *most)
{
    const struct scenario_reader *reader = stated->reader;
    uint32_t count = reader->scenario->issues[issue].option_count;
    struct str part = part_of(stated, "scores", issue);
    bool is_open = !given || given->kind == JSON_NULL;
    struct json row;
    if (!is_open &&
        !reader_row(reader, issue, given, part, reader_who(reader, stated->party, issue), &row))
        return false;
    for (uint32_t o = 0; o < count; o++) {
        if (is_open || row.items[o].kind == JSON_NULL) {
            least[o] = stated->range_least;
            most[o] = stated->range_most;
            stated->used_range = true;
        } else if (!read_interval(reader, &row.items[o],
                                  arena_print(reader->arena, "%.*s[%u]", STR_ARGS(part), o),
                                  &least[o], &most[o])) {
            return false;
        }
    }
    return true;
}

static bool read_scores(struct stated_reader *stated, const struct json *value,
                        struct stated_party *party)
{
    const struct scenario_reader *reader = stated->reader;
    const struct scenario *scenario = reader->scenario;
    const struct json *given = json_member(value, "scores");
    bool is_open = !given || given->kind == JSON_NULL;
    struct json rows;
    if (!is_open && !reader_rows(reader, given,
                                 arena_print(reader->arena, "%.*s.scores", STR_ARGS(stated->part)),
                                 reader_who(reader, stated->party, UINT32_MAX), &rows))
        return false;
    int64_t *least = ARENA_ARRAY(reader->arena, int64_t, scenario->option_total);
    int64_t *most = ARENA_ARRAY(reader->arena, int64_t, scenario->option_total);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        uint32_t first = scenario->issues[i].first;
        if (!read_row(stated, is_open ? NULL : &rows.items[i], i, least + first, most + first))
            return false;
    }
    party->least = least;
    party->most = most;
    return true;
}

static bool read_reservation(struct stated_reader *stated, const struct json *value,
                             struct stated_party *party)
{
    const struct json *reservation = json_member(value, "reservation");
    party->has_reserve = reservation && reservation->kind != JSON_NULL;
    if (!party->has_reserve)
        return true;
    struct str part =
        arena_print(stated->reader->arena, "%.*s.reservation", STR_ARGS(stated->part));
    return read_interval(stated->reader, reservation, part, &party->reserve_least,
                         &party->reserve_most);
}

static struct str choices_words(const struct stated_reader *stated, const struct choice *choices,
                                size_t count)
{
    struct builder out = builder_make(stated->reader->arena);
    builder_add_byte(&out, '"');
    for (size_t i = 0; i < count && i < 4; i++) {
        const struct issue *issue = &stated->reader->scenario->issues[choices[i].issue];
        builder_print(&out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(issue->options[choices[i].option]));
    }
    builder_add_c(&out, count > 4 ? ", …\"" : "\"");
    return builder_str(&out);
}

static void add_comparison(struct stated_reader *stated, struct value_statement statement,
                           const char *relation, const char *member, size_t number)
{
    struct str left = choices_words(stated, statement.left, statement.left_count);
    struct str right = choices_words(stated, statement.right, statement.right_count);
    statement.words = arena_print(stated->reader->arena, "%.*s %s %.*s (%s[%zu])", STR_ARGS(left),
                                  relation, STR_ARGS(right), member, number);
    *LIST_ADD(&stated->statements, struct value_statement) = statement;
}

// Of one ranking: the options named so far, and the first of the group before and of this one.
struct ranking {
    size_t number;
    uint32_t issue;
    bool *is_named;
    const struct choice *before;
    const struct choice *group;
};

static bool rank_option(struct stated_reader *stated, struct ranking *ranking,
                        const struct json *value)
{
    const struct scenario_reader *reader = stated->reader;
    struct str part = part_of(stated, "rankings", ranking->number);
    struct choice *choice = ARENA_NEW(reader->arena, struct choice);
    choice->issue = ranking->issue;
    if (!reader_option(reader, ranking->issue, value, part, &choice->option))
        return false;
    if (ranking->is_named[choice->option])
        return reader_refuse(reader, value, BAD_INPUT, part, "names an option twice");
    ranking->is_named[choice->option] = true;
    if (ranking->group) {
        add_comparison(stated,
                       (struct value_statement){.kind = STATEMENT_EQUALS,
                                                .left = ranking->group,
                                                .left_count = 1,
                                                .right = choice,
                                                .right_count = 1},
                       "as good as", "rankings", ranking->number);
        return true;
    }
    if (ranking->before)
        add_comparison(stated,
                       (struct value_statement){.kind = STATEMENT_PREFERS,
                                                .left = ranking->before,
                                                .left_count = 1,
                                                .right = choice,
                                                .right_count = 1},
                       "over", "rankings", ranking->number);
    ranking->group = choice;
    return true;
}

static bool read_ranking(struct stated_reader *stated, const struct json *value, size_t number)
{
    const struct scenario_reader *reader = stated->reader;
    struct str part = part_of(stated, "rankings", number);
    struct ranking ranking = {.number = number};
    if (value->kind != JSON_ARRAY || value->count != 2 || value->items[1].kind != JSON_ARRAY)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "is not [issue, [options, the best first]]");
    if (!reader_issue(reader, &value->items[0], part, &ranking.issue))
        return false;
    ranking.is_named =
        ARENA_ARRAY(reader->arena, bool, reader->scenario->issues[ranking.issue].option_count);
    const struct json *groups = &value->items[1];
    for (size_t g = 0; g < groups->count; g++) {
        const struct json *group = &groups->items[g];
        bool is_list = group->kind == JSON_ARRAY;
        ranking.group = NULL;
        for (size_t o = 0; o < (is_list ? group->count : 1); o++)
            if (!rank_option(stated, &ranking, is_list ? &group->items[o] : group))
                return false;
        if (ranking.group)
            ranking.before = ranking.group;
    }
    return true;
}

static int compare_issues(const void *a, const void *b)
{
    uint32_t left = ((const struct choice *)a)->issue;
    uint32_t right = ((const struct choice *)b)->issue;
    return left < right ? -1 : left > right;
}

// One side of a comparison: [issue, option], or a list of such. Sorted by issue.
static bool read_side(const struct stated_reader *stated, const struct json *value, struct str part,
                      const struct choice **choices, size_t *count)
{
    const struct scenario_reader *reader = stated->reader;
    if (value->kind != JSON_ARRAY || value->count == 0)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "has a side that is not a list of [issue, option]");
    struct json single = {.kind = JSON_ARRAY, .items = value, .count = 1, .byte = value->byte};
    bool is_single = value->items[0].kind != JSON_ARRAY;
    const struct choice *read;
    if (!reader_choices(reader, is_single ? &single : value, part, &read, count))
        return false;
    struct choice *sorted = ARENA_ARRAY(reader->arena, struct choice, *count);
    memcpy(sorted, read, *count * sizeof *sorted);
    qsort(sorted, *count, sizeof *sorted, compare_issues);
    for (size_t i = 1; i < *count; i++)
        if (sorted[i].issue == sorted[i - 1].issue)
            return reader_refuse(reader, value, BAD_INPUT, part,
                                 "names an issue twice on one side");
    *choices = sorted;
    return true;
}

static bool has_same_issues(const struct value_statement *statement)
{
    bool same = statement->left_count == statement->right_count;
    for (size_t i = 0; same && i < statement->left_count; i++)
        same = statement->left[i].issue == statement->right[i].issue;
    return same;
}

static bool read_comparisons(struct stated_reader *stated, const struct json *party,
                             const char *member, enum statement_kind kind, const char *relation)
{
    struct json list;
    if (!member_list(stated, party, member, &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const struct json *item = &list.items[i];
        struct str part = part_of(stated, member, i);
        struct value_statement statement = {.kind = kind};
        if (item->kind != JSON_ARRAY || item->count != 2)
            return reader_refuse(stated->reader, item, BAD_INPUT, part, "is not [left, right]");
        if (!read_side(stated, &item->items[0], part, &statement.left, &statement.left_count) ||
            !read_side(stated, &item->items[1], part, &statement.right, &statement.right_count))
            return false;
        if (!has_same_issues(&statement))
            return reader_refuse(stated->reader, item, BAD_INPUT, part,
                                 "does not name the same issues on both sides");
        add_comparison(stated, statement, relation, member, i);
    }
    return true;
}

static bool read_matters(struct stated_reader *stated, const struct json *party)
{
    struct json list;
    const struct scenario *scenario = stated->reader->scenario;
    if (!member_list(stated, party, "matters_more", &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const struct json *item = &list.items[i];
        struct str part = part_of(stated, "matters_more", i);
        struct value_statement statement = {.kind = STATEMENT_MATTERS, .or_equal = true};
        if (item->kind != JSON_ARRAY || item->count != 2)
            return reader_refuse(stated->reader, item, BAD_INPUT, part, "is not [issue, issue]");
        if (!reader_issue(stated->reader, &item->items[0], part, &statement.more) ||
            !reader_issue(stated->reader, &item->items[1], part, &statement.less))
            return false;
        if (statement.more == statement.less)
            return reader_refuse(stated->reader, item, BAD_INPUT, part,
                                 "compares an issue with itself");
        statement.words = arena_print(stated->reader->arena,
                                      "\"%.*s\" matters more than \"%.*s\" (matters_more[%zu])",
                                      STR_ARGS(scenario->issues[statement.more].name),
                                      STR_ARGS(scenario->issues[statement.less].name), i);
        *LIST_ADD(&stated->statements, struct value_statement) = statement;
    }
    return true;
}

static bool read_packages(struct stated_reader *stated, const struct json *party,
                          const char *member, enum statement_kind kind)
{
    struct json list;
    const struct scenario_reader *reader = stated->reader;
    uint32_t issues = reader->scenario->issue_count;
    if (!member_list(stated, party, member, &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const struct json *item = &list.items[i];
        struct str part = part_of(stated, member, i);
        if (item->kind != JSON_ARRAY || item->count != issues)
            return reader_refuse(reader, item, BAD_INPUT, part,
                                 "is not a package: one option for each issue");
        struct choice *choices = ARENA_ARRAY(reader->arena, struct choice, issues);
        for (uint32_t k = 0; k < issues; k++) {
            choices[k].issue = k;
            if (!reader_option(reader, k, &item->items[k], part, &choices[k].option))
                return false;
        }
        struct value_statement statement = {.kind = kind, .left = choices, .left_count = issues};
        struct str words = choices_words(stated, choices, issues);
        statement.words =
            arena_print(reader->arena, "%s %.*s (%s[%zu])", member, STR_ARGS(words), member, i);
        *LIST_ADD(&stated->statements, struct value_statement) = statement;
    }
    return true;
}

static bool read_statements(struct stated_reader *stated, const struct json *party)
{
    struct json rankings;
    if (!member_list(stated, party, "rankings", &rankings))
        return false;
    for (size_t i = 0; i < rankings.count; i++)
        if (!read_ranking(stated, &rankings.items[i], i))
            return false;
    return read_comparisons(stated, party, "prefers", STATEMENT_PREFERS, "over") &&
           read_comparisons(stated, party, "indifferent", STATEMENT_EQUALS, "as good as") &&
           read_matters(stated, party) &&
           read_packages(stated, party, "accepts", STATEMENT_ACCEPTS) &&
           read_packages(stated, party, "rejects", STATEMENT_REJECTS);
}

static void note_assumptions(const struct stated_reader *stated, const struct stated_party *party)
{
    struct list *notes = &stated->reader->notes;
    struct arena *arena = stated->reader->arena;
    if (stated->used_range && !stated->has_range)
        *LIST_ADD(notes, struct str) = arena_print(
            arena, "party %.*s: scores without a number are taken to lie between %d and %d",
            STR_ARGS(stated->party), RANGE_LEAST, RANGE_MOST);
    if (!party->has_reserve)
        *LIST_ADD(notes, struct str) = arena_print(
            arena,
            "party %.*s: its reserve is not known; anything between its worst and its best package",
            STR_ARGS(stated->party));
}

static bool read_party(struct scenario_reader *reader, const struct json *value, size_t number,
                       struct stated_party *party)
{
    struct stated_reader stated = {.reader = reader,
                                   .part = arena_print(reader->arena, "parties[%zu]", number),
                                   .party = reader->scenario->parties[number].name,
                                   .statements = LIST_MAKE(reader->arena, struct value_statement)};
    *party = (struct stated_party){.is_exact = !is_uncertain(value)};
    if (party->is_exact) {
        const struct scenario_party *exact = &reader->scenario->parties[number];
        party->least = exact->scores;
        party->most = exact->scores;
        party->has_reserve = true;
        party->reserve_least = exact->reservation;
        party->reserve_most = exact->reservation;
        return true;
    }
    if (!read_range(&stated, value) || !read_scores(&stated, value, party) ||
        !read_reservation(&stated, value, party) || !read_statements(&stated, value))
        return false;
    party->statements = LIST_ITEMS(&stated.statements, struct value_statement);
    party->statement_count = stated.statements.count;
    note_assumptions(&stated, party);
    return true;
}

bool uncertain_json_read(struct str source, struct str text, const struct input_limits *limits,
                         struct arena *arena, struct scenario *scenario,
                         struct uncertain *uncertain, struct error *error)
{
    const struct json *root;
    bool found;
    if (!json_read(source, text, limits, arena, &root, error))
        return false;
    struct scenario made;
    struct scenario_reader reader = {.source = source,
                                     .text = text,
                                     .arena = arena,
                                     .error = error,
                                     .notes = LIST_MAKE(arena, struct str)};
    const struct json *exact = exact_tree(root, &found, arena);
    reader.is_whole = found;
    if (!scenario_json_build(&reader, exact, &made))
        return false;
    struct uncertain all = {scenario, NULL};
    if (found) {
        const struct json *list = json_member(root, "parties");
        struct stated_party *parties = ARENA_ARRAY(arena, struct stated_party, list->count);
        for (size_t p = 0; p < list->count; p++)
            if (!read_party(&reader, &list->items[p], p, &parties[p]))
                return false;
        made.notes = LIST_ITEMS(&reader.notes, struct str);
        made.note_count = reader.notes.count;
        all = (struct uncertain){&made, parties};
        if (!uncertain_check(&all, source, error))
            return false;
        all.scenario = scenario;
    }
    *scenario = made;
    *uncertain = all;
    return true;
}
