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
                  ",\"parties\":[{\"scores\":[[1,2],[3,0.5]]}]}"),
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

TESTS(TAP_ENTRY(a_scenario_is_read_with_names_or_numbers),
      TAP_ENTRY(bad_scenarios_are_refused_with_their_part),
      TAP_ENTRY(values_that_do_not_fit_are_over_a_limit))
