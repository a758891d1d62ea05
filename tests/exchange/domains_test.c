// SPDX-License-Identifier: Apache-2.0
#include "exchange/foreign_scenarios/scenario_files.h"

#include "base/builder.h"
#include "exchange/bargain/fraction.h"
#include "tap.h"

TEST(decimals_are_read_exactly_or_said_to_be_near)
{
    static const struct {
        struct str text;
        bool is_number, is_near;
        int64_t over, under;
    } cases[] = {
        {STR_INIT("0.25"), true, false, 1, 4},
        {STR_INIT("-1.5e2"), true, false, -150, 1},
        {STR_INIT("0.30000000000000004"), true, false, 7500000000000001, 25000000000000000},
        {STR_INIT("0.1000000000000000055511151231257827"), true, true, 50000000000000003,
         500000000000000000},
        {STR_INIT("5e-30"), true, true, 0, 1},
        {STR_INIT("-1e-999999999999999999999"), true, true, 0, 1},
        {STR_INIT("0e999999999999999999999"), true, false, 0, 1},
        {STR_INIT("0.9999999999999999999"), true, true, 1, 1},
        {STR_INIT("1e400"), false, false, 0, 1},
        {STR_INIT("123456789012345678901234567890"), false, false, 0, 1},
        {STR_INIT("NaN"), false, false, 0, 1},
        {STR_INIT("Infinity"), false, false, 0, 1},
        {STR_INIT("1e"), false, false, 0, 1},
        {STR_INIT(""), false, false, 0, 1},
        {STR_INIT("."), false, false, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fraction value = {0, 1};
        bool is_near = false;
        CHECK(fraction_near(cases[i].text, &value, &is_near) == cases[i].is_number);
        CHECK(is_near == cases[i].is_near || !cases[i].is_number);
        CHECK_INT(value.over, cases[i].over);
        CHECK_INT(value.under, cases[i].under);
    }
}

TEST(fractions_are_shown_as_decimals)
{
    CHECK_STR(fraction_decimal((struct fraction){-1, 4}, tap_arena()), STR("-0.25"));
    CHECK_STR(fraction_decimal((struct fraction){12, 1}, tap_arena()), STR("12"));
    CHECK_STR(fraction_decimal((struct fraction){1, 1000}, tap_arena()), STR("0.001"));
}

static bool read(const char *const *texts, size_t count, struct scenario *scenario,
                 struct error *error)
{
    struct scenario_file files[4];
    for (size_t i = 0; i < count; i++)
        files[i] = (struct scenario_file){arena_print(tap_arena(), "file%zu", i), str_of(texts[i])};
    return scenario_files_read(files, count, &input_limits_default, tap_arena(), scenario, NULL,
                               error);
}

static const char space[] = "type: DiscreteCartesianOutcomeSpace\n"
                            "issues: [{name: a, type: CategoricalIssue, values: [x, y]},\n"
                            "         {name: b, type: ContiguousIssue, values: [1, 3]}]\n";

TEST(the_scale_is_the_least_that_makes_all_values_and_reserves_whole)
{
    const char *texts[] = {space, "type: LinearAdditiveUtilityFunction\nreserved_value: 0.125\n"
                                  "weights: [0.5, 0.5]\n"
                                  "values: [{mapping: {x: 1, y: 0}}, {type: IdentityFun}]\n"};
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(read(texts, 2, &scenario, &error), &error);
    CHECK_INT(scenario.scale, 8);
    CHECK_INT(scenario.parties[0].reservation, 1);
    CHECK_INT(scenario.parties[0].scores[0], 4);
    CHECK_INT(scenario.parties[0].scores[4], 12);
    CHECK_STR(scenario.parties[0].name, STR("file1"));
}

TEST(values_that_need_more_than_64_bits_are_rounded_with_a_note)
{
    const char *texts[] = {space, "type: AffineUtilityFunction\nbias: 1000\n"
                                  "weights: [0, 0.1234567890123456789]\n"
                                  "reserved_value: -1000.000000000000001\n"};
    struct scenario scenario;
    struct error error;
    // "x" and "y" are no numbers for an affine function to multiply.
    CHECK(!read(texts, 2, &scenario, &error));
    CHECK_INT(error.code, BAD_INPUT);
    texts[0] = "type: DiscreteCartesianOutcomeSpace\n"
               "issues: [{name: b, type: ContiguousIssue, values: [1, 3]}]\n";
    texts[1] = "type: AffineUtilityFunction\nbias: 1000\nweights: [0.1234567890123456789]\n"
               "reserved_value: -1000.000000000000001\n";
    REQUIRE_DONE(read(texts, 2, &scenario, &error), &error);
    CHECK(scenario.scale < 1000000000000000000);
    bool is_told = false;
    for (size_t i = 0; i < scenario.note_count; i++)
        is_told = is_told || str_contains(scenario.notes[i], STR("rounded to"));
    CHECK(is_told);
}

TEST(a_table_of_a_hundred_thousand_options_is_read_at_once)
{
    struct builder domain = builder_make(tap_arena());
    struct builder profile = builder_make(tap_arena());
    builder_add_c(&domain, "{\"issuesValues\": {\"a\": {\"values\": [\"o0\"");
    builder_add_c(&profile, "{\"LinearAdditiveUtilitySpace\": {\"domain\": {}, \"issueWeights\": "
                            "{\"a\": 1}, \"issueUtilities\": {\"a\": {\"discreteutils\": "
                            "{\"valueUtilities\": {\"o0\": 0");
    for (int i = 1; i < SCENARIO_OPTIONS_MAX; i++) {
        builder_print(&domain, ",\"o%d\"", i);
        builder_print(&profile, ",\"o%d\":0.5", SCENARIO_OPTIONS_MAX - i);
    }
    builder_add_c(&domain, "]}}}");
    builder_add_byte(&domain, 0);
    builder_add_c(&profile, "}}}}}}");
    builder_add_byte(&profile, 0);
    const char *texts[] = {domain.bytes, profile.bytes};
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(read(texts, 2, &scenario, &error), &error);
    CHECK_INT(scenario.option_total, SCENARIO_OPTIONS_MAX);
    CHECK_INT(scenario.parties[0].scores[7], 1);
}

TESTS(TAP_ENTRY(decimals_are_read_exactly_or_said_to_be_near),
      TAP_ENTRY(fractions_are_shown_as_decimals),
      TAP_ENTRY(the_scale_is_the_least_that_makes_all_values_and_reserves_whole),
      TAP_ENTRY(values_that_need_more_than_64_bits_are_rounded_with_a_note),
      TAP_ENTRY(a_table_of_a_hundred_thousand_options_is_read_at_once))
