// SPDX-License-Identifier: Apache-2.0
//
// {"format": "entente-bargain/1", "name": "…",
//  "issues":  [{"name": "Seat", "options": ["Aland", "Borduria"]}, …],
//  "parties": [{"name": "A", "scores": [[5, 0], …], "reservation": 7, "red_lines": [[0, 1], …],
//               "pairs": [[[0, 1], [2, 0], -3], …]}, …],
//  "forbidden":   [[[0, 1], [2, 0]], …],   not together
//  "implies":     [[[0, 1], [2, 0]], …],   the first only with the second
//  "exactly_one": [[[0, 1], [2, 0], …], …],
//  "sums": [{"issues": ["Seat", …], "exactly": 100}, …],   numbers that are linked (scenario_sums.c)
//  "stn": {"points": 4, "base": [[u, v, w], …], "options": [[issue, option, u, v, w], …]}}
#include "exchange/bargain/scenario_json.h"

#include "base/names.h"
#include "base/plain_name.h"
#include "exchange/bargain/scenario_parts.h"

static bool read_name(const struct scenario_reader *reader, const struct json *object,
                      struct str part, const char *prefix, size_t number, struct str *name)
{
    const struct json *value = json_member(object, "name");
    if (!value) {
        *name = arena_print(reader->arena, "%s%zu", prefix, number + 1);
        return true;
    }
    if (value->kind != JSON_STRING)
        return reader_refuse(reader, value, BAD_INPUT, part, "has a name that is not a text");
    *name = value->text;
    return true;
}

static bool read_issue(struct scenario_reader *reader, const struct json *value, size_t number,
                       struct issue *issue)
{
    struct str part = arena_print(reader->arena, "issues[%zu]", number);
    if (value->kind != JSON_OBJECT)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "is not an object with name and options");
    static const struct str members[] = {STR_INIT("name"), STR_INIT("options"), STR_INIT("slots"),
                                         STR_INIT("points"), STR_INIT("wordings")};
    struct json options;
    if (!read_name(reader, value, part, "Issue ", number, &issue->name) ||
        !reader_members(reader, value, part,
                        arena_print(reader->arena, "issue \"%.*s\": ", STR_ARGS(issue->name)),
                        members, sizeof members / sizeof members[0]) ||
        !reader_array(reader, value, "options", part, false, &options))
        return false;
    if (options.count == 0)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "has no option; at least one is needed");
    if (options.count > SCENARIO_OPTIONS_MAX)
        return reader_refuse(reader, value, TOO_LARGE, part, "has more than 100000 options");
    struct str *names = ARENA_ARRAY(reader->arena, struct str, options.count);
    struct names *keys = names_make(reader->arena);
    for (size_t o = 0; o < options.count; o++) {
        if (options.items[o].kind != JSON_STRING && options.items[o].kind != JSON_NUMBER)
            return reader_refuse(reader, &options.items[o], BAD_INPUT, part,
                                 "has an option that is not a text");
        names[o] = options.items[o].text;
        uint32_t other = names_add(keys, plain_name_key(names[o], reader->arena));
        if (other != o)
            return reader_refuse(
                reader, &options.items[o], BAD_INPUT, part,
                "issue \"%.*s\" has the option \"%.*s\" twice%s; every option "
                "needs a name of its own",
                STR_ARGS(issue->name), STR_ARGS(names[o]),
                str_equal(names[o], names[other])
                    ? ""
                    : " (capitals, blanks and what does not show tell no two apart)");
    }
    issue->options = names;
    issue->option_count = (uint32_t)options.count;
    return true;
}

static bool read_issues(struct scenario_reader *reader, const struct json *root)
{
    struct json list;
    if (!reader_array(reader, root, "issues", STR("issues"), false, &list))
        return false;
    if (list.count > SCENARIO_ISSUES_MAX)
        return reader_refuse(reader, root, TOO_LARGE, STR("issues"), "has more than 4096 issues");
    struct issue *issues = ARENA_ARRAY(reader->arena, struct issue, list.count);
    uint32_t total = 0;
    for (size_t i = 0; i < list.count; i++) {
        if (!read_issue(reader, &list.items[i], i, &issues[i]))
            return false;
        issues[i].first = total;
        total += issues[i].option_count;
        if (total > SCENARIO_OPTIONS_MAX)
            return reader_refuse(reader, &list.items[i], TOO_LARGE, STR("issues"),
                                 "has more than 100000 options in all");
    }
    struct str *names = ARENA_ARRAY(reader->arena, struct str, list.count);
    for (size_t i = 0; i < list.count; i++)
        names[i] = issues[i].name;
    reader->issue_names = names;
    reader->scenario->issues = issues;
    reader->scenario->issue_count = (uint32_t)list.count;
    reader->scenario->option_total = total;
    return true;
}

static bool read_row(const struct scenario_reader *reader, const struct json *value, uint32_t issue,
                     struct str party, struct str part, int64_t *scores)
{
    struct json row;
    struct str who = reader_who(reader, party, issue);
    struct str where = arena_print(reader->arena, "%.*s[%u]", STR_ARGS(part), issue);
    if (!reader_row(reader, issue, value, where, who, &row))
        return false;
    for (size_t o = 0; o < row.count; o++)
        if (!reader_value(reader, &row.items[o],
                          arena_print(reader->arena, "%.*s[%zu]", STR_ARGS(where), o), who,
                          &scores[o]))
            return false;
    return true;
}

static bool read_scores(const struct scenario_reader *reader, const struct json *value,
                        struct str part, struct scenario_party *party)
{
    const struct scenario *scenario = reader->scenario;
    struct json rows;
    struct str where = arena_print(reader->arena, "%.*s.scores", STR_ARGS(part));
    struct str who = reader_who(reader, party->name, UINT32_MAX);
    const struct json *given = json_member(value, "scores");
    if (!given)
        return reader_refuse(reader, value, BAD_INPUT, where,
                             "%.*shas no scores; a list was expected", STR_ARGS(who));
    if (!reader_rows(reader, given, where, who, &rows))
        return false;
    int64_t *scores = ARENA_ARRAY(reader->arena, int64_t, scenario->option_total);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        if (!read_row(reader, &rows.items[i], i, party->name, where,
                      scores + scenario->issues[i].first))
            return false;
    party->scores = scores;
    return true;
}

static bool read_pairs(const struct scenario_reader *reader, const struct json *value,
                       struct str part, struct scenario_party *party)
{
    struct json list;
    struct str where = arena_print(reader->arena, "%.*s.pairs", STR_ARGS(part));
    if (!reader_array(reader, value, "pairs", where, true, &list))
        return false;
    struct pair_value *pairs = ARENA_ARRAY(reader->arena, struct pair_value, list.count);
    for (size_t i = 0; i < list.count; i++) {
        const struct json *item = &list.items[i];
        if (item->kind != JSON_ARRAY || item->count != 3)
            return reader_refuse(
                reader, item, BAD_INPUT, where,
                "has an entry that is not [[issue, option], [issue, option], worth]");
        if (!reader_pair(reader, &item->items[0], where, &pairs[i].a) ||
            !reader_pair(reader, &item->items[1], where, &pairs[i].b))
            return false;
        if (!reader_value(reader, &item->items[2], where,
                          reader_who(reader, party->name, UINT32_MAX), &pairs[i].value))
            return false;
        if (pairs[i].a.issue == pairs[i].b.issue)
            return reader_refuse(reader, item, BAD_INPUT, where,
                                 "has a pair within one issue; put its worth into the scores");
    }
    party->pairs = pairs;
    party->pair_count = list.count;
    return true;
}

static const struct str party_members[] = {
    STR_INIT("name"),         STR_INIT("scores"),  STR_INIT("reservation"),
    STR_INIT("red_lines"),    STR_INIT("pairs"),   STR_INIT("range"),
    STR_INIT("rankings"),     STR_INIT("prefers"), STR_INIT("indifferent"),
    STR_INIT("matters_more"), STR_INIT("accepts"), STR_INIT("rejects")};

static bool read_party(struct scenario_reader *reader, const struct json *value, size_t number,
                       struct scenario_party *party)
{
    struct str part = arena_print(reader->arena, "parties[%zu]", number);
    if (value->kind != JSON_OBJECT)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "is not an object with name and scores");
    if (!read_name(reader, value, part, "Party ", number, &party->name) ||
        !reader_members(reader, value, part, reader_who(reader, party->name, UINT32_MAX),
                        party_members, sizeof party_members / sizeof party_members[0]) ||
        !read_scores(reader, value, part, party) || !read_pairs(reader, value, part, party))
        return false;
    const struct json *reservation = json_member(value, "reservation");
    if (reservation &&
        !reader_value(reader, reservation,
                      arena_print(reader->arena, "%.*s.reservation", STR_ARGS(part)),
                      reader_who(reader, party->name, UINT32_MAX), &party->reservation))
        return false;
    if (!reservation)
        *LIST_ADD(&reader->notes, struct str) = arena_print(
            reader->arena, "party %.*s names no reservation; 0 is taken", STR_ARGS(party->name));
    struct json red_lines;
    struct str where = arena_print(reader->arena, "%.*s.red_lines", STR_ARGS(part));
    return reader_array(reader, value, "red_lines", where, true, &red_lines) &&
           reader_choices(reader, &red_lines, where, &party->red_lines, &party->red_line_count);
}

// How the other name is written where it is not the same letter by letter: " (\"Orvane\")".
static struct str written_otherwise(const struct scenario_reader *reader, struct str other,
                                    struct str name)
{
    return str_equal(other, name) ? STR("")
                                  : arena_print(reader->arena, " (\"%.*s\")", STR_ARGS(other));
}

// Whatever is said of a party is said by its name.
static bool has_own_name(const struct scenario_reader *reader, const struct json *value,
                         const struct scenario_party *parties, size_t number)
{
    struct str key = plain_name_key(parties[number].name, reader->arena);
    for (size_t p = 0; p < number; p++)
        if (str_equal(plain_name_key(parties[p].name, reader->arena), key))
            return reader_refuse(
                reader, value, BAD_INPUT, arena_print(reader->arena, "parties[%zu]", number),
                "is called \"%.*s\" as parties[%zu] is%.*s; every party needs a "
                "name of its own",
                STR_ARGS(parties[number].name), p,
                STR_ARGS(written_otherwise(reader, parties[p].name, parties[number].name)));
    return true;
}

static bool read_parties(struct scenario_reader *reader, const struct json *root)
{
    struct json list;
    if (!reader_array(reader, root, "parties", STR("parties"), false, &list))
        return false;
    if (list.count > SCENARIO_PARTIES_MAX)
        return reader_refuse(reader, root, TOO_LARGE, STR("parties"), "has more than 64 parties");
    struct scenario_party *parties = ARENA_ARRAY(reader->arena, struct scenario_party, list.count);
    for (size_t p = 0; p < list.count; p++)
        if (!read_party(reader, &list.items[p], p, &parties[p]) ||
            !has_own_name(reader, &list.items[p], parties, p))
            return false;
    reader->scenario->parties = parties;
    reader->scenario->party_count = (uint32_t)list.count;
    return true;
}

static bool read_rules_of(const struct scenario_reader *reader, const struct json *root,
                          const char *name, enum rule_kind kind, struct list *rules)
{
    struct json list;
    if (!reader_array(reader, root, name, str_of(name), true, &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        struct rule *rule = LIST_ADD(rules, struct rule);
        struct str part = arena_print(reader->arena, "%s[%zu]", name, i);
        rule->kind = kind;
        if (!reader_choices(reader, &list.items[i], part, &rule->choices, &rule->count))
            return false;
        if (rule->count == 0 || (kind == RULE_REQUIRES && rule->count != 2))
            return reader_refuse(reader, &list.items[i], BAD_INPUT, part,
                                 "does not name as many options as its kind of rule needs");
        if (rules->count > SCENARIO_RULES_MAX)
            return reader_refuse(reader, &list.items[i], TOO_LARGE, part, "is above 1000000 rules");
    }
    return true;
}

static bool read_rules(struct scenario_reader *reader, const struct json *root)
{
    struct list rules = LIST_MAKE(reader->arena, struct rule);
    if (!read_rules_of(reader, root, "forbidden", RULE_EXCLUDES, &rules) ||
        !read_rules_of(reader, root, "implies", RULE_REQUIRES, &rules) ||
        !read_rules_of(reader, root, "exactly_one", RULE_EXACTLY_ONE, &rules) ||
        !reader_sums(reader, root, &rules))
        return false;
    reader->scenario->rules = LIST_ITEMS(&rules, struct rule);
    reader->scenario->rule_count = rules.count;
    return true;
}

static bool read_link(const struct scenario_reader *reader, const struct json *items,
                      struct str part, struct time_link *link)
{
    int64_t numbers[3];
    int64_t points = reader->scenario->point_count;
    for (size_t i = 0; i < 3; i++)
        if (!json_whole(&items[i], &numbers[i]))
            return reader_refuse(reader, &items[i], BAD_INPUT, part,
                                 "has a link with no whole number");
    if (numbers[0] < 0 || numbers[0] >= points || numbers[1] < 0 || numbers[1] >= points)
        return reader_refuse(reader, items, BAD_INPUT, part,
                             "has a link to a point that does not exist");
    *link = (struct time_link){(uint32_t)numbers[0], (uint32_t)numbers[1], numbers[2]};
    return true;
}

static bool read_base_links(const struct scenario_reader *reader, const struct json *stn)
{
    struct json list;
    if (!reader_array(reader, stn, "base", STR("stn.base"), true, &list))
        return false;
    struct time_link *links = ARENA_ARRAY(reader->arena, struct time_link, list.count);
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i].kind != JSON_ARRAY || list.items[i].count != 3)
            return reader_refuse(reader, &list.items[i], BAD_INPUT, STR("stn.base"),
                                 "has an entry that is not [from, to, weight]");
        if (!read_link(reader, list.items[i].items, STR("stn.base"), &links[i]))
            return false;
    }
    reader->scenario->base_links = links;
    reader->scenario->base_link_count = list.count;
    return true;
}

static bool read_times(struct scenario_reader *reader, const struct json *root)
{
    const struct json *stn = json_member(root, "stn");
    if (!stn || stn->kind == JSON_NULL)
        return true;
    int64_t points;
    if (!json_whole(json_member(stn, "points"), &points) || points < 0)
        return reader_refuse(reader, stn, BAD_INPUT, STR("stn.points"),
                             "is not a number of time points");
    if (points > SCENARIO_POINTS_MAX)
        return reader_refuse(reader, stn, TOO_LARGE, STR("stn.points"),
                             "has more than 10000 time points");
    reader->scenario->point_count = (uint32_t)points;
    struct json list;
    if (!read_base_links(reader, stn) ||
        !reader_array(reader, stn, "options", STR("stn.options"), true, &list))
        return false;
    struct timed_choice *timed = ARENA_ARRAY(reader->arena, struct timed_choice, list.count);
    for (size_t i = 0; i < list.count; i++) {
        const struct json *item = &list.items[i];
        if (item->kind != JSON_ARRAY || item->count != 5)
            return reader_refuse(reader, item, BAD_INPUT, STR("stn.options"),
                                 "has an entry that is not [issue, option, from, to, weight]");
        if (!reader_choice(reader, &item->items[0], &item->items[1], STR("stn.options"),
                           &timed[i].choice) ||
            !read_link(reader, item->items + 2, STR("stn.options"), &timed[i].link))
            return false;
    }
    reader->scenario->timed_choices = timed;
    reader->scenario->timed_choice_count = list.count;
    return true;
}

static const struct str root_members[] = {
    STR_INIT("format"),    STR_INIT("name"),    STR_INIT("issues"),      STR_INIT("parties"),
    STR_INIT("forbidden"), STR_INIT("implies"), STR_INIT("exactly_one"), STR_INIT("sums"),
    STR_INIT("stn"),       STR_INIT("reasons")};

bool scenario_json_build(struct scenario_reader *reader, const struct json *root,
                         struct scenario *made)
{
    *made = (struct scenario){.scale = 1};
    reader->scenario = made;
    const struct json *format = json_member(root, "format");
    if (!format || format->kind != JSON_STRING ||
        !str_equal(format->text, STR("entente-bargain/1")))
        return reader_refuse(reader, format, BAD_INPUT, STR("format"),
                             "is not \"entente-bargain/1\"");
    if (!reader_members(reader, root, STR("scenario"), STR(""), root_members,
                        sizeof root_members / sizeof root_members[0]))
        return false;
    reader->places = reader->is_whole ? 0 : reader_places(json_member(root, "parties"));
    for (unsigned i = 0; i < reader->places; i++)
        made->scale *= 10; // at most 10^18
    const struct json *name = json_member(root, "name");
    if (name && name->kind == JSON_STRING)
        made->name = name->text;
    if (!read_issues(reader, root) || !read_parties(reader, root) || !read_rules(reader, root) ||
        !read_times(reader, root))
        return false;
    made->notes = LIST_ITEMS(&reader->notes, struct str);
    made->note_count = reader->notes.count;
    return scenario_check(made, reader->source, reader->error);
}

bool scenario_json_read(struct str source, struct str text, const struct input_limits *limits,
                        struct arena *arena, struct scenario *scenario, struct error *error)
{
    const struct json *root;
    if (!json_read(source, text, limits, arena, &root, error))
        return false;
    struct scenario made;
    struct scenario_reader reader = {.source = source,
                                     .text = text,
                                     .arena = arena,
                                     .error = error,
                                     .notes = LIST_MAKE(arena, struct str)};
    if (!scenario_json_build(&reader, root, &made))
        return false;
    *scenario = made;
    return true;
}
