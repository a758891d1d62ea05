// SPDX-License-Identifier: Apache-2.0
// What a party said already, set beside the open places as they are now: by the names of issues and
// options, as both may have moved since.
#include "codec/json.h"
#include "render/bargain/value_text.h"
#include "workbench/workbench_pages/desk_scoring.h"

struct scoring_reader {
    const struct desk_worth *worth;
    const struct desk_packages *packages;
    struct desk_score **scores;
    uint32_t *matters;
};

// The issue and option of the document as it is now. False: it has no such option any more.
static bool find_now(const struct scoring_reader *reader, uint32_t issue, uint32_t option,
                     size_t *number, uint32_t *at)
{
    const struct scenario *scenario = &reader->worth->scenario;
    if (issue >= scenario->issue_count || option >= scenario->issues[issue].option_count)
        return false;
    for (size_t i = 0; i < reader->packages->issue_count; i++) {
        const struct slot_issue *own = &reader->packages->issues[i];
        if (!str_equal(own->name, scenario->issues[issue].name))
            continue;
        for (uint32_t o = 0; o < own->option_count; o++)
            if (str_equal(own->options[o].name, scenario->issues[issue].options[option])) {
                *number = i;
                *at = o;
                return true;
            }
    }
    return false;
}

static struct desk_score *score_at(const struct scoring_reader *reader, uint32_t issue,
                                   uint32_t option)
{
    size_t number;
    uint32_t at;
    return find_now(reader, issue, option, &number, &at) ? &reader->scores[number][at] : NULL;
}

static void read_values(const struct scoring_reader *reader)
{
    const struct desk_worth *worth = reader->worth;
    const struct stated_party *stated =
        worth->uncertain.parties ? &worth->uncertain.parties[worth->row] : NULL;
    const int64_t *least = stated ? stated->least : worth->scenario.parties[worth->row].scores;
    const int64_t *most = stated ? stated->most : least;
    for (uint32_t i = 0; i < worth->scenario.issue_count; i++)
        for (uint32_t o = 0; o < worth->scenario.issues[i].option_count; o++) {
            uint32_t flat = worth->scenario.issues[i].first + o;
            struct desk_score *score = score_at(reader, i, o);
            if (score && least[flat] == most[flat])
                *score = (struct desk_score){.is_known = true,
                                             .value = least[flat] / worth->scenario.scale};
        }
}

// Where all wordings count 0, they were left empty, or might as well have been.
static void drop_zeros(const struct scoring_reader *reader)
{
    for (size_t i = 0; i < reader->packages->issue_count; i++) {
        bool has_score = false;
        for (uint32_t o = 0; o < reader->packages->issues[i].option_count; o++)
            has_score = has_score || reader->scores[i][o].value != 0;
        for (uint32_t o = 0; o < reader->packages->issues[i].option_count; o++)
            reader->scores[i][o].is_known = reader->scores[i][o].is_known && has_score;
    }
}

static void read_red_lines(const struct scoring_reader *reader)
{
    const struct scenario_party *party = &reader->worth->scenario.parties[reader->worth->row];
    for (size_t i = 0; i < party->red_line_count; i++) {
        struct desk_score *score =
            score_at(reader, party->red_lines[i].issue, party->red_lines[i].option);
        if (score)
            score->is_red = true;
    }
}

// --- An order

static bool number_of(const struct json *value, uint32_t *number)
{
    int64_t whole;
    if (!value || !json_whole(value, &whole) || whole < 0 || whole > SCENARIO_OPTIONS_MAX)
        return false;
    *number = (uint32_t)whole;
    return true;
}

static void rank(const struct scoring_reader *reader, uint32_t issue, const struct json *option,
                 uint32_t place)
{
    uint32_t number;
    struct desk_score *score = number_of(option, &number) ? score_at(reader, issue, number) : NULL;
    if (score) {
        score->rank = place;
        score->is_known = false;
    }
}

// [[issue, [option, [option, option], …]], …], the best first, as the page writes it.
static void read_rankings(const struct scoring_reader *reader)
{
    const struct json *rankings = json_member(reader->worth->said, "rankings");
    for (size_t r = 0; rankings && r < rankings->count; r++) {
        const struct json *one = &rankings->items[r];
        uint32_t issue;
        if (one->count != 2 || !number_of(&one->items[0], &issue))
            continue;
        const struct json *groups = &one->items[1];
        for (uint32_t g = 0; g < groups->count; g++) {
            const struct json *group = &groups->items[g];
            if (group->kind != JSON_ARRAY)
                rank(reader, issue, group, g + 1);
            for (size_t o = 0; group->kind == JSON_ARRAY && o < group->count; o++)
                rank(reader, issue, &group->items[o], g + 1);
        }
    }
}

static uint32_t *matter_at(const struct scoring_reader *reader, const struct json *issue)
{
    uint32_t number;
    size_t at;
    uint32_t ignored;
    return number_of(issue, &number) && find_now(reader, number, 0, &at, &ignored)
               ? &reader->matters[at]
               : NULL;
}

// [[X, Y], …]: X matters at least as much as Y; of two that matter alike both orders stand there.
static void read_matters(const struct scoring_reader *reader)
{
    const struct json *pairs = json_member(reader->worth->said, "matters_more");
    for (size_t p = 0; pairs && p < pairs->count; p++) {
        const struct json *pair = &pairs->items[p];
        uint32_t *more = pair->count == 2 ? matter_at(reader, &pair->items[0]) : NULL;
        uint32_t *less = pair->count == 2 ? matter_at(reader, &pair->items[1]) : NULL;
        if (!more || !less)
            continue;
        if (*more == 0)
            *more = 1;
        if (*less == 0)
            *less = *more + 1;
        else if (*less < *more)
            *more = *less;
    }
}

static void read_base(const struct scoring_reader *reader, struct desk_scoring *own)
{
    const struct json *accepts = json_member(reader->worth->said, "accepts");
    const struct json *rejects = json_member(reader->worth->said, "rejects");
    own->accepts_base = accepts && accepts->count > 0;
    own->rejects_base = rejects && rejects->count > 0;
}

// --- All of it

static void read_reserve(struct desk_gathering *g, const struct desk_worth *worth,
                         struct desk_scoring *own)
{
    const struct stated_party *stated =
        worth->uncertain.parties ? &worth->uncertain.parties[worth->row] : NULL;
    int64_t reserve =
        stated ? stated->reserve_least : worth->scenario.parties[worth->row].reservation;
    if (!stated || (stated->has_reserve && stated->reserve_least == stated->reserve_most))
        own->reserve = value_text(&worth->scenario, reserve, g->arena);
}

static bool is_ranked(const struct json *said, size_t issue)
{
    const struct json *rankings = json_member(said, "rankings");
    uint32_t number;
    for (size_t r = 0; rankings && r < rankings->count; r++)
        if (rankings->items[r].count == 2 && number_of(&rankings->items[r].items[0], &number) &&
            number == issue)
            return true;
    return false;
}

static bool has_open_scores(const struct json *said)
{
    const struct json *scores = json_member(said, "scores");
    for (size_t i = 0; scores && i < scores->count; i++) {
        const struct json *row = &scores->items[i];
        if (row->kind == JSON_NULL && !is_ranked(said, i))
            return true;
        for (size_t o = 0; o < row->count; o++)
            if (row->items[o].kind == JSON_NULL)
                return true;
    }
    return false;
}

static uint32_t count_unsaid(const struct desk_packages *packages)
{
    uint32_t count = 0;
    for (size_t i = 0; i < packages->issue_count; i++) {
        bool is_said = false;
        for (uint32_t o = 0; o < packages->issues[i].option_count; o++)
            is_said = is_said || packages->own.scores[i][o].is_known ||
                      packages->own.scores[i][o].rank > 0;
        count += !is_said;
    }
    return count;
}

// An order is asked on as an order; the address may say otherwise.
static enum desk_saying saying_of(const struct desk_gathering *g, const struct desk_scoring *own)
{
    struct str asked = str_of(g->options->reading);
    if (str_equal(asked, STR("scores")))
        return DESK_BY_SCORES;
    if (str_equal(asked, STR("questions")))
        return DESK_BY_QUESTIONS;
    return own->is_ordered || str_equal(asked, STR("order")) ? DESK_BY_ORDER : DESK_BY_SCORES;
}

void desk_scoring_find(struct desk_gathering *g, const struct desk_worth *worth,
                       struct desk_packages *packages)
{
    struct desk_score **rows =
        ARENA_ARRAY(g->arena, struct desk_score *, packages->issue_count + 1);
    uint32_t *matters = ARENA_ARRAY(g->arena, uint32_t, packages->issue_count + 1);
    for (size_t i = 0; i < packages->issue_count; i++)
        rows[i] = ARENA_ARRAY(g->arena, struct desk_score, packages->issues[i].option_count);
    packages->own = (struct desk_scoring){.is_given = worth != NULL,
                                          .scores = (const struct desk_score *const *)rows,
                                          .matters = matters};
    if (worth) {
        struct scoring_reader reader = {worth, packages, rows, matters};
        read_values(&reader);
        drop_zeros(&reader);
        read_rankings(&reader);
        read_matters(&reader);
        read_red_lines(&reader);
        read_base(&reader, &packages->own);
        read_reserve(g, worth, &packages->own);
        packages->own.is_ordered = json_member(worth->said, "rankings") != NULL;
        packages->own.is_open = has_open_scores(worth->said);
    }
    packages->own.unsaid = count_unsaid(packages);
    packages->own.how = saying_of(g, &packages->own);
    packages->own.is_asked = str_of(g->options->reading).length > 0;
}
