// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scenario_json.h"
#include "tap.h"

#define ISSUES                                                                                     \
    "\"issues\":[{\"name\":\"Seat\",\"options\":[\"a\",\"b\"]},{\"name\":\"Term\",\"options\":["   \
    "\"x\",\"y\"]}]"
#define PARTY "{\"name\":\"P\",\"scores\":[[1,2],[3,4]],\"reservation\":3}"

static bool read_text(struct str text, struct scenario *scenario, struct error *error)
{
    return scenario_json_read(STR("s.json"), text, &input_limits_default, tap_arena(), scenario,
                              error);
}

TEST(a_scenario_is_read_with_names_or_numbers)
{
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(
        read_text(STR("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY "],"
                      "\"forbidden\":[[[\"Seat\",\"b\"],[1,0]]],"
                      "\"stn\":{\"points\":2,\"base\":[[0,1,5]],\"options\":[[0,1,1,0,-6]]}}"),
                  &scenario, &error),
        &error);
    CHECK_INT(scenario.option_total, 4);
    CHECK_INT(scenario.parties[0].scores[3], 4);
    CHECK_INT(scenario.rules[0].choices[0].option, 1);
    CHECK_INT(scenario.timed_choices[0].link.weight, -6);
    uint32_t package[2] = {1, 0};
    CHECK_INT(scenario_value(&scenario, 0, package), 5);
}

TEST(bad_scenarios_are_refused_with_their_part)
{
    static const struct {
        struct str text;
        const char *part;
    } cases[] = {
        {STR_INIT("[]"), "format"},
        {STR_INIT("{\"format\":\"entente-bargain/1\",\"parties\":[]}"), "issues"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[]}"), "parties"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES
                  ",\"parties\":[{\"scores\":[[1,2],[3]]}]}"),
         "parties[0].scores[1]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES
                  ",\"parties\":[{\"scores\":[[1,2],[3,\"0.5\"]]}]}"),
         "parties[0].scores[1][1]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"forbidden\":[[[0,2]]]}"),
         "forbidden[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"implies\":[[[0,1]]]}"),
         "implies[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"stn\":{\"points\":2,\"base\":[[0,2,1]]}}"),
         "stn.base"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"issues\":[\"Seat\"],\"exactly\":3}]}"),
         "sums[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"numbers\":[[0,\"a\",1]]}]}"),
         "sums[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"numbers\":{\"Seat\":[1]},\"exactly\":1}]}"),
         "sums[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"numbers\":[[0,0,1],[0,0,1]],\"exactly\":1}]}"),
         "sums[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"numbers\":[[0,0,1]],\"at_least\":2,\"at_most\":1}]}"),
         "sums[0]"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"sums\":[{\"numbers\":[[0,0,1]],\"exactly\":2,\"at_most\":1}]}"),
         "sums[0]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scenario scenario;
        struct error error = {.code = ERROR_NONE};
        CHECK(!read_text(cases[i].text, &scenario, &error));
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_STR(str_of(error.place.part), str_of(cases[i].part));
    }
}

TEST(values_that_do_not_fit_are_over_a_limit)
{
    struct scenario scenario;
    struct error error;
    CHECK(!read_text(STR("{\"format\":\"entente-bargain/1\"," ISSUES
                         ",\"parties\":[{\"scores\":[[2000000000000000000,2],[2000000000000000000,"
                         "4]]}]}"),
                     &scenario, &error));
    CHECK_INT(error.code, TOO_LARGE);
}

#define SCENARIO(parties) "{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" parties "]}"

TEST(decimals_are_scaled_exactly)
{
    static const struct {
        struct str text;
        int64_t scale;
        int64_t score;
        int64_t reserve;
    } cases[] = {
        {STR_INIT(SCENARIO("{\"scores\":[[8.5,2],[3,4]],\"reservation\":3}")), 10, 85, 30},
        {STR_INIT(SCENARIO("{\"scores\":[[-8.25,2],[3,4]],\"reservation\":0.5}")), 100, -825, 50},
        {STR_INIT(SCENARIO("{\"scores\":[[8.50,2],[3,4]],\"reservation\":1e1}")), 10, 85, 100},
        {STR_INIT(SCENARIO("{\"scores\":[[1e-3,2],[3,4]],\"reservation\":0}")), 1000, 1, 0},
        {STR_INIT(SCENARIO("{\"scores\":[[7.0,2],[3,4]],\"reservation\":2}")), 1, 7, 2},
        {STR_INIT(SCENARIO("{\"scores\":[[7,2],[3,4]],\"reservation\":2,"
                           "\"pairs\":[[[0,0],[1,1],0.125]]}")),
         1000, 7000, 2000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scenario scenario;
        struct error error;
        REQUIRE_DONE(read_text(cases[i].text, &scenario, &error), &error);
        CHECK_INT(scenario.scale, cases[i].scale);
        CHECK_INT(scenario.parties[0].scores[0], cases[i].score);
        CHECK_INT(scenario.parties[0].reservation, cases[i].reserve);
    }
}

TEST(scores_may_stand_by_name_in_any_order)
{
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(read_text(STR(SCENARIO("{\"scores\":{\"Term\":{\"y\":4,\"x\":3},"
                                        "\"Seat\":[1,2]},\"reservation\":0}")),
                           &scenario, &error),
                 &error);
    for (uint32_t flat = 0; flat < 4; flat++)
        CHECK_INT(scenario.parties[0].scores[flat], flat + 1);
}

TEST(what_is_not_known_is_refused_with_the_name_it_may_mean)
{
    static const struct {
        struct str text;
        const char *message;
    } cases[] = {
        {STR_INIT(SCENARIO("{\"name\":\"P\",\"scores\":[[1,2],[3,4]],\"reserve\":3}")),
         "party \"P\": the member \"reserve\" is not known; \"reservation\" may be meant"},
        {STR_INIT(SCENARIO("{\"name\":\"P\",\"scores\":[[1,2],[3,4]],\"redlines\":[]}")),
         "party \"P\": the member \"redlines\" is not known; \"red_lines\" may be meant"},
        {STR_INIT(SCENARIO("{\"name\":\"P\",\"scores\":[[1,2],[3,4]],\"colour\":1}")),
         "party \"P\": the member \"colour\" is not known"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"forbiden\":[]}"),
         "the member \"forbiden\" is not known; \"forbidden\" may be meant"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"forbidden\":[[[\"Saet\",0],[1,0]]]}"),
         "names an issue \"Saet\" that does not exist; \"Seat\" may be meant"},
        {STR_INIT("{\"format\":\"entente-bargain/1\"," ISSUES ",\"parties\":[" PARTY
                  "],\"forbidden\":[[[\"seat\",0],[1,0]]]}"),
         "names an issue \"seat\" that does not exist; \"Seat\" may be meant"},
        {STR_INIT(SCENARIO("{\"name\":\"P\",\"scores\":[[1,2],[3]],\"reservation\":3}")),
         "party \"P\", issue \"Term\": has 1 scores for 2 options"},
        {STR_INIT(SCENARIO("{\"name\":\"P\",\"scores\":{\"Seat\":{\"a\":1}},"
                           "\"reservation\":3}")),
         "party \"P\": the issue \"Term\" is missing"},
        {STR_INIT(SCENARIO(PARTY "," PARTY)),
         "is called \"P\" as parties[0] is; every party needs a name of its own"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scenario scenario;
        struct error error = {.code = ERROR_NONE};
        CHECK(!read_text(cases[i].text, &scenario, &error));
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_STR(str_of(error.message), str_of(cases[i].message));
    }
}

TESTS(TAP_ENTRY(decimals_are_scaled_exactly), TAP_ENTRY(scores_may_stand_by_name_in_any_order),
      TAP_ENTRY(what_is_not_known_is_refused_with_the_name_it_may_mean),
      TAP_ENTRY(a_scenario_is_read_with_names_or_numbers),
      TAP_ENTRY(bad_scenarios_are_refused_with_their_part),
      TAP_ENTRY(values_that_do_not_fit_are_over_a_limit))
