// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_csv.h"

#include "tap.h"

#define TABLE                                                                                      \
    "issue,option,Velmark,Tarsen\n"                                                                \
    "Seat,Aland,10,0\n"                                                                            \
    ",Borduria,\"2,5\",4 red line\n"                                                               \
    "Term,one year,50%,1\n"                                                                        \
    ",two years,0,-3\n"                                                                            \
    "reserve,,8,5\n"

static bool read_text(struct str text, struct scenario *scenario, struct error *error)
{
    return scores_csv_read(STR("s.csv"), text, &input_limits_default, tap_arena(), scenario, error);
}

TEST(a_table_is_read_with_decimals_reserves_red_lines_and_rules)
{
    struct scenario scenario;
    struct error error;
    CHECK(scores_csv_is(STR(TABLE)));
    CHECK(!scores_csv_is(STR("actor,position\n")));
    REQUIRE_DONE(read_text(STR(TABLE "not together,Seat: Aland,Term: two years\n"
                                     "only with,Seat: Borduria,Term: one year\n"),
                           &scenario, &error),
                 &error);
    CHECK_INT(scenario.scale, 10);
    CHECK_INT(scenario.issue_count, 2);
    CHECK_INT(scenario.parties[0].scores[1], 25);
    CHECK_INT(scenario.parties[0].scores[2], 5);
    CHECK_INT(scenario.parties[1].scores[3], -30);
    CHECK_INT(scenario.parties[1].reservation, 50);
    CHECK_INT(scenario.parties[1].red_line_count, 1);
    CHECK_INT(scenario.parties[1].red_lines[0].option, 1);
    CHECK_INT(scenario.rule_count, 2);
    CHECK_INT(scenario.rules[0].choices[1].option, 1);
}

TEST(semicolons_and_a_byte_order_mark_are_what_excel_writes)
{
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(
        read_text(STR("\xef\xbb\xbfIssue;Option;A\r\nSeat;x;8,5\r\n;y;1\r\n"), &scenario, &error),
        &error);
    CHECK_INT(scenario.parties[0].scores[0], 85);
}

TEST(what_is_wrong_in_a_table_is_said_with_its_line)
{
    static const struct {
        struct str text;
        const char *message;
        size_t line;
    } cases[] = {
        {STR_INIT("issue,option,A\nSeat,x,\n"),
         "party \"A\": the cell is empty; a number was expected", 2},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,\"1,000\"\n"),
         "party \"A\": \"1,000\" is no number such as 8, 8.5, 8,5 or 50%, nor one with \"red "
         "line\" "
         "behind it",
         3},
        {STR_INIT("issue,option,A\nSeat,x,1\nTerm,y,1\nSeat,z,1\n"),
         "issue \"Seat\" stands above already; put its options together", 4},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,2\nnot together,Seat: x,seat: y\n"),
         "\"seat: y\" is no \"issue: option\" of the table; \"Seat: y\" may be meant", 4},
        {STR_INIT("issue,option\nSeat,x\n"), "names no party behind issue and option", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct scenario scenario;
        struct error error = {.code = ERROR_NONE};
        CHECK(!read_text(cases[i].text, &scenario, &error));
        CHECK_INT(error.code, BAD_INPUT);
        CHECK_INT(error.place.line, cases[i].line);
        CHECK_STR(str_of(error.message), str_of(cases[i].message));
    }
}

TESTS(TAP_ENTRY(a_table_is_read_with_decimals_reserves_red_lines_and_rules),
      TAP_ENTRY(semicolons_and_a_byte_order_mark_are_what_excel_writes),
      TAP_ENTRY(what_is_wrong_in_a_table_is_said_with_its_line))
