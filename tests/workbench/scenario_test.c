// SPDX-License-Identifier: Apache-2.0
// A scenario that is edited again and again: after every edit its answer is that of one opened afresh
// with the same edits, and what a listing of all packages says of a model that was edited by hand.
#include <entente/bargain.h>

#include "../bargain/random.h"
#include "bargain/verify.h"
#include "base/builder.h"
#include "tap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define EDITS 8u
#define LISTS 40u // red lines of a party and rules, at most

struct model {
    struct scenario scenario;
    struct scenario_party *parties; // those of the scenario, to be written
    struct rule *rules;
    const char *edits[EDITS + 1];
    size_t edit_count;
};

static struct model model_make(struct tap_random *random)
{
    struct model model = {.scenario = random_scenario(random, tap_arena())};
    struct scenario *scenario = &model.scenario;
    model.parties = ARENA_ARRAY(tap_arena(), struct scenario_party, scenario->party_count);
    model.rules = ARENA_ARRAY(tap_arena(), struct rule, LISTS + EDITS * 4);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        model.parties[p] = scenario->parties[p];
        struct choice *lines = ARENA_ARRAY(tap_arena(), struct choice, LISTS);
        for (size_t i = 0; i < model.parties[p].red_line_count; i++)
            lines[i] = model.parties[p].red_lines[i];
        model.parties[p].red_lines = lines;
    }
    for (size_t r = 0; r < scenario->rule_count; r++)
        model.rules[r] = scenario->rules[r];
    scenario->parties = model.parties;
    scenario->rules = model.rules;
    return model;
}

static void write_choices(struct builder *out, const struct choice *choices, size_t count)
{
    builder_add(out, STR("["));
    for (size_t i = 0; i < count; i++)
        builder_print(out, "%s[%u, %u]", i > 0 ? ", " : "", choices[i].issue, choices[i].option);
    builder_add(out, STR("]"));
}

static void write_party(struct builder *out, const struct scenario *scenario, uint32_t number)
{
    const struct scenario_party *party = &scenario->parties[number];
    builder_print(out, "%s{\"name\": \"%.*s\", \"scores\": [", number > 0 ? ", " : "",
                  STR_ARGS(party->name));
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        builder_add(out, i > 0 ? STR(", [") : STR("["));
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            builder_print(out, "%s%" PRId64, o > 0 ? ", " : "",
                          party->scores[scenario->issues[i].first + o]);
        builder_add(out, STR("]"));
    }
    builder_print(out, "], \"reservation\": %" PRId64 ", \"red_lines\": ", party->reservation);
    write_choices(out, party->red_lines, party->red_line_count);
    builder_add(out, STR(", \"pairs\": ["));
    for (size_t i = 0; i < party->pair_count; i++)
        builder_print(out, "%s[[%u, %u], [%u, %u], %" PRId64 "]", i > 0 ? ", " : "",
                      party->pairs[i].a.issue, party->pairs[i].a.option, party->pairs[i].b.issue,
                      party->pairs[i].b.option, party->pairs[i].value);
    builder_add(out, STR("]}"));
}

static void write_rules(struct builder *out, const struct scenario *scenario, enum rule_kind kind,
                        const char *name)
{
    bool is_first = true;
    builder_print(out, ", \"%s\": [", name);
    for (size_t r = 0; r < scenario->rule_count; r++) {
        if (scenario->rules[r].kind != kind)
            continue;
        builder_add(out, is_first ? STR("") : STR(", "));
        write_choices(out, scenario->rules[r].choices, scenario->rules[r].count);
        is_first = false;
    }
    builder_add(out, STR("]"));
}

static void write_sums(struct builder *out, const struct scenario *scenario)
{
    bool is_first = true;
    builder_add(out, STR(", \"sums\": ["));
    for (size_t r = 0; r < scenario->rule_count; r++) {
        const struct rule *rule = &scenario->rules[r];
        for (size_t c = 0; rule->sum && c < rule->count; c++)
            builder_print(out, "%s[%u, %u, %" PRId64 "]",
                          c > 0      ? ", "
                          : is_first ? "{\"numbers\": ["
                                     : ", {\"numbers\": [",
                          rule->choices[c].issue, rule->choices[c].option, rule->sum->numbers[c]);
        if (!rule->sum)
            continue;
        is_first = false;
        builder_add(out, STR("]"));
        if (rule->sum->least != INT64_MIN)
            builder_print(out, ", \"at_least\": %" PRId64, rule->sum->least);
        if (rule->sum->most != INT64_MAX)
            builder_print(out, ", \"at_most\": %" PRId64, rule->sum->most);
        builder_add(out, STR("}"));
    }
    builder_add(out, STR("]"));
}

static void write_times(struct builder *out, const struct scenario *scenario)
{
    builder_print(out, ", \"stn\": {\"points\": %u, \"base\": [", scenario->point_count);
    for (size_t i = 0; i < scenario->base_link_count; i++)
        builder_print(out, "%s[%u, %u, %" PRId64 "]", i > 0 ? ", " : "",
                      scenario->base_links[i].from, scenario->base_links[i].to,
                      scenario->base_links[i].weight);
    builder_add(out, STR("], \"options\": ["));
    for (size_t i = 0; i < scenario->timed_choice_count; i++) {
        const struct timed_choice *timed = &scenario->timed_choices[i];
        builder_print(out, "%s[%u, %u, %u, %u, %" PRId64 "]", i > 0 ? ", " : "",
                      timed->choice.issue, timed->choice.option, timed->link.from, timed->link.to,
                      timed->link.weight);
    }
    builder_add(out, STR("]}"));
}

static struct str model_json(const struct model *model)
{
    const struct scenario *scenario = &model->scenario;
    struct builder out = builder_make(tap_arena());
    builder_add(&out, STR("{\"format\": \"entente-bargain/1\", \"issues\": ["));
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        builder_print(&out, "%s{\"name\": \"i%u\", \"options\": [", i > 0 ? ", " : "", i);
        for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
            builder_print(&out, "%s\"o%u\"", o > 0 ? ", " : "", o);
        builder_add(&out, STR("]}"));
    }
    builder_add(&out, STR("], \"parties\": ["));
    for (uint32_t p = 0; p < scenario->party_count; p++)
        write_party(&out, scenario, p);
    builder_add(&out, STR("]"));
    write_rules(&out, scenario, RULE_EXCLUDES, "forbidden");
    write_rules(&out, scenario, RULE_REQUIRES, "implies");
    write_rules(&out, scenario, RULE_EXACTLY_ONE, "exactly_one");
    write_sums(&out, scenario);
    if (scenario->point_count > 0)
        write_times(&out, scenario);
    builder_add(&out, STR("}"));
    return builder_str(&out);
}

static struct choice random_choice(struct tap_random *random, const struct scenario *scenario)
{
    uint32_t issue = tap_random_below(random, scenario->issue_count);
    return (struct choice){issue, tap_random_below(random, scenario->issues[issue].option_count)};
}

static bool same_choice(struct choice a, struct choice b)
{
    return a.issue == b.issue && a.option == b.option;
}

static const char *edit_worth(struct tap_random *random, struct model *model, uint32_t p)
{
    struct scenario_party *party = &model->parties[p];
    int64_t delta = (int64_t)tap_random_below(random, 21) - 10;
    if (tap_random_below(random, 2) == 0) {
        party->reservation += delta;
        return arena_print(tap_arena(), "p%u.reserve=%+" PRId64, p, delta).bytes;
    }
    struct choice choice = random_choice(random, &model->scenario);
    int64_t *scores = ARENA_ARRAY(tap_arena(), int64_t, model->scenario.option_total);
    memcpy(scores, party->scores, model->scenario.option_total * sizeof *scores);
    scores[scenario_flat(&model->scenario, choice)] += delta;
    party->scores = scores;
    return arena_print(tap_arena(), "p%u.i%u.o%u=%+" PRId64, p, choice.issue, choice.option, delta)
        .bytes;
}

// NULL: the edit must be refused, as there is no such red line.
static const char *edit_red_line(struct tap_random *random, struct model *model, uint32_t p,
                                 bool *is_refused)
{
    struct scenario_party *party = &model->parties[p];
    struct choice choice = random_choice(random, &model->scenario);
    bool adds = tap_random_below(random, 3) > 0;
    struct choice *lines = ARENA_ARRAY(tap_arena(), struct choice, LISTS);
    size_t kept = 0;
    for (size_t i = 0; i < party->red_line_count; i++)
        if (!same_choice(party->red_lines[i], choice))
            lines[kept++] = party->red_lines[i];
    *is_refused = !adds && kept == party->red_line_count;
    if (adds)
        lines[kept++] = choice;
    party->red_lines = lines;
    party->red_line_count = kept;
    return arena_print(tap_arena(), "p%u.red_line=%ci%u.o%u", p, adds ? '+' : '-', choice.issue,
                       choice.option)
        .bytes;
}

static void add_rule(struct model *model, const struct choice *choices, size_t count)
{
    struct choice *copy = ARENA_ARRAY(tap_arena(), struct choice, count);
    memcpy(copy, choices, count * sizeof *copy);
    model->rules[model->scenario.rule_count++] = (struct rule){RULE_EXCLUDES, copy, count, NULL};
}

static const char *edit_settled(struct tap_random *random, struct model *model)
{
    struct scenario *scenario = &model->scenario;
    struct choice choice = random_choice(random, scenario);
    if (tap_random_below(random, 2) == 0) {
        size_t kept = 0;
        for (size_t r = 0; r < scenario->rule_count; r++)
            if (model->rules[r].kind != RULE_EXCLUDES || model->rules[r].count != 1 ||
                model->rules[r].choices[0].issue != choice.issue)
                model->rules[kept++] = model->rules[r];
        scenario->rule_count = kept;
        return arena_print(tap_arena(), "i%u=any", choice.issue).bytes;
    }
    for (uint32_t o = 0; o < scenario->issues[choice.issue].option_count; o++)
        if (o != choice.option)
            add_rule(model, &(struct choice){choice.issue, o}, 1);
    return arena_print(tap_arena(), "i%u=o%u", choice.issue, choice.option).bytes;
}

static const char *edit_rule(struct tap_random *random, struct model *model, bool *is_refused)
{
    struct choice pair[2] = {random_choice(random, &model->scenario),
                             random_choice(random, &model->scenario)};
    *is_refused = pair[0].issue == pair[1].issue; // an issue twice
    if (!*is_refused)
        add_rule(model, pair, 2);
    return arena_print(tap_arena(), "not together: i%u=o%u, i%u=o%u", pair[0].issue, pair[0].option,
                       pair[1].issue, pair[1].option)
        .bytes;
}

static const char *edit_dropped(struct model *model, bool *is_refused)
{
    struct scenario *scenario = &model->scenario;
    const struct rule *last =
        scenario->rule_count > 0 ? &model->rules[scenario->rule_count - 1] : NULL;
    *is_refused = !last || last->kind != RULE_EXCLUDES || last->count != 2 ||
                  last->choices[0].issue == last->choices[1].issue;
    if (*is_refused)
        return "drop not together: i0=o3, i0=o3";
    struct choice pair[2] = {last->choices[0], last->choices[1]};
    size_t kept = 0;
    for (size_t r = 0; r < scenario->rule_count; r++)
        if (model->rules[r].kind != RULE_EXCLUDES || model->rules[r].count != 2 ||
            !same_choice(model->rules[r].choices[0], pair[0]) ||
            !same_choice(model->rules[r].choices[1], pair[1]))
            model->rules[kept++] = model->rules[r];
    scenario->rule_count = kept;
    return arena_print(tap_arena(), "drop not together: i%u=o%u, i%u=o%u", pair[0].issue,
                       pair[0].option, pair[1].issue, pair[1].option)
        .bytes;
}

// Edits the model by hand, and says the edit in words.
static const char *edit(struct tap_random *random, struct model *model, bool *is_refused)
{
    uint32_t party = tap_random_below(random, model->scenario.party_count);
    *is_refused = false;
    switch (tap_random_below(random, 7)) {
    case 0:
    case 1:
        return edit_worth(random, model, party);
    case 2:
    case 3:
        return edit_red_line(random, model, party, is_refused);
    case 4:
        return edit_settled(random, model);
    case 5:
        return edit_rule(random, model, is_refused);
    default:
        return edit_dropped(model, is_refused);
    }
}

// What a listing of all packages says, as the answer's JSON says it.
static void list_packages(const struct model *model, struct str *acceptable, struct str *maxmin)
{
    const struct scenario *scenario = &model->scenario;
    uint32_t package[SCENARIO_ISSUES_MAX] = {0};
    uint64_t count = 0;
    int64_t best = INT64_MIN;
    uint32_t i;
    do {
        int64_t least = verify_allowed(scenario, package) ? INT64_MAX : -1;
        for (uint32_t p = 0; p < scenario->party_count && least >= 0; p++) {
            int64_t gain = scenario_value(scenario, p, package) - scenario->parties[p].reservation;
            if (verify_crosses_red_line(scenario, p, package))
                gain = -1;
            least = gain < least ? gain : least;
        }
        count += least >= 0;
        best = least > best ? least : best;
        i = scenario->issue_count;
        while (i > 0 && ++package[i - 1] == scenario->issues[i - 1].option_count)
            package[--i] = 0;
    } while (i > 0);
    *acceptable = arena_print(tap_arena(), "\"acceptable\": %" PRIu64 ",", count);
    *maxmin = best < 0 ? STR("\"acceptable\": 0")
                       : arena_print(tap_arena(), "\"maxmin\": {\n  \"value\": %" PRId64 ",", best);
}

static struct str ask(struct entente_scenario *handle, bool counts)
{
    struct entente_bargain_options options;
    struct entente_answer *answer;
    struct entente_error error;
    size_t length;
    ENTENTE_CLEAR(&options);
    options.form = ENTENTE_BARGAIN_JSON;
    options.counts = counts;
    if (!entente_scenario_answer(&options, handle, NULL, &answer, &error))
        return STR("no answer");
    const char *bytes = entente_answer_output(answer, &length);
    struct str output = arena_copy(tap_arena(), (struct str){bytes, length});
    entente_answer_free(answer);
    return output;
}

static struct entente_scenario *open_with(struct str json, const char *const *edits, size_t count)
{
    struct entente_bargain_options options;
    struct entente_scenario *handle = NULL;
    struct entente_error error;
    ENTENTE_CLEAR(&options);
    options.changes = edits;
    options.change_count = count;
    struct entente_file file = {"s.json", json.bytes, json.length};
    if (!entente_scenario_open(&options, &file, NULL, &handle, &error))
        printf("# %s\n", error.message);
    return handle;
}

static const char *answers_fault(const struct model *model, struct str json,
                                 struct entente_scenario *handle, bool counts)
{
    struct str acceptable;
    struct str maxmin;
    struct str said = ask(handle, counts);
    struct entente_scenario *fresh = open_with(json, model->edits, model->edit_count);
    struct str afresh = fresh ? ask(fresh, counts) : STR("");
    entente_scenario_close(fresh);
    list_packages(model, &acceptable, &maxmin);
    if (!str_equal(said, afresh))
        return "a fresh answer";
    if (counts && !str_contains(said, acceptable))
        return "the count of a listing";
    if (maxmin.bytes[1] == 'm' && !str_contains(said, maxmin))
        return "the best of a listing";
    return NULL;
}

static const char *sequence_fault(struct tap_random *random)
{
    struct model model = model_make(random);
    struct str json = model_json(&model);
    struct entente_scenario *handle = open_with(json, NULL, 0);
    const char *fault = handle ? answers_fault(&model, json, handle, true) : "opening";
    for (uint32_t i = 0; i < EDITS && !fault; i++) {
        bool is_refused;
        struct entente_error error;
        const char *words = edit(random, &model, &is_refused);
        if (entente_scenario_edit(handle, words, &error) == is_refused)
            fault = "whether an edit is refused";
        if (!is_refused)
            model.edits[model.edit_count++] = words;
        if (!fault && tap_random_below(random, 2) == 0)
            fault = answers_fault(&model, json, handle, tap_random_below(random, 3) > 0);
        if (fault)
            printf("# edit %s\n", words);
    }
    entente_scenario_close(handle);
    return fault;
}

TEST(after_any_edits_the_answer_is_that_of_a_fresh_scenario_and_of_a_listing)
{
    size_t sequences = tap_size(250, 10000);
    for (uint64_t seed = 0; seed < sequences; seed++) {
        struct tap_random random = {seed};
        const char *fault = sequence_fault(&random);
        if (!CHECK(fault == NULL)) {
            printf("# seed %d: differs from %s\n", (int)seed, fault);
            return;
        }
    }
}

TEST(an_edit_that_makes_no_sense_is_refused_in_its_own_words)
{
    static const struct {
        const char *edit;
        const char *says;
    } cases[] = {{"p0.red_line=i0.o0", "can only be =none, =+ISSUE.OPTION or =-ISSUE.OPTION"},
                 {"p0.red_line=-i0.o1", "names no red line of the party"},
                 {"only with: i0=o0", "wants two options"},
                 {"not together:", "wants options"},
                 {"not together: i0=o9", "the rule: issue \"i0\" has no option \"o9\""},
                 {"drop exactly one: i0=o0", "names a rule that there is not"},
                 {"i0=all", "names an option that its issue does not have"}};
    struct str json = STR("{\"format\": \"entente-bargain/1\", \"issues\": [{\"name\": \"i0\", "
                          "\"options\": [\"o0\", \"o1\"]}], \"parties\": [{\"name\": \"p0\", "
                          "\"scores\": [[1, 2]], \"reservation\": 0}]}");
    struct entente_scenario *handle = open_with(json, NULL, 0);
    REQUIRE(handle != NULL);
    struct str before = ask(handle, true);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct entente_error error;
        CHECK(!entente_scenario_edit(handle, cases[i].edit, &error));
        if (!CHECK(str_contains(str_of(error.message), str_of(cases[i].says))))
            printf("# %s: %s\n", cases[i].edit, error.message);
    }
    CHECK_STR(ask(handle, true), before);
    entente_scenario_close(handle);
}

TESTS(TAP_ENTRY(after_any_edits_the_answer_is_that_of_a_fresh_scenario_and_of_a_listing),
      TAP_ENTRY(an_edit_that_makes_no_sense_is_refused_in_its_own_words))
