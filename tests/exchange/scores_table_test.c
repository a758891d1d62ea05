// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_table.h"

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
    return scores_table_read(STR("s.csv"), text, &input_limits_default, tap_arena(), scenario,
                             error);
}

TEST(a_table_is_read_with_decimals_reserves_red_lines_and_rules)
{
    struct scenario scenario;
    struct error error;
    CHECK(scores_table_is(STR(TABLE)));
    CHECK(!scores_table_is(STR("actor,position\n")));
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
         "party \"A\": \"1,000\" may be thousands or a number and a part: write it without the "
         "mark, or with another count of digits behind it",
         3},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,many\n"),
         "party \"A\": \"many\" is no number such as 8, 8.5, 8,5 or 50%, nor one with \"red "
         "line\" behind it",
         3},
        {STR_INIT("issue,option,A\n\nSeat,x,1,7\n"),
         "\"7\" stands in a column that has no party above", 3},
        {STR_INIT("issues,options,A\nSeat,x,1\n"),
         "does not begin with \"issue\", \"option\" and the parties' names: no table of scores", 1},
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

TEST(open_slots_come_back_from_their_table_in_both_forms)
{
    static const struct str parties[] = {STR_INIT("Velmark"), STR_INIT("+Tarsen")};
    static const struct issue_option seat[] = {{.name = STR_INIT("base: Aland")},
                                               {.name = STR_INIT("=2+3")}};
    static const struct issue_option term[] = {{.name = STR_INIT("one, \"or\" two years")},
                                               {.name = STR_INIT("-1")},
                                               {.name = STR_INIT("none: at all")}};
    static const bool seat_held[] = {true, false, false, true};
    static const bool term_held[] = {false, false, true, false, false, true};
    static const struct slot_issue issues[] = {
        {.name = STR_INIT("plan/1"), .options = seat, .option_count = 2, .held = seat_held},
        {.name = STR_INIT("plan/1 (2)"), .options = term, .option_count = 3, .held = term_held}};
    static const struct issue_choice choices[] = {{0, 1}, {1, 2}};
    static const struct issue_rule rules[] = {{choices, 2, STR_INIT("clause 1: \"a\", clause 2")}};
    const struct issues_answer answer = {.parties = parties,
                                         .party_count = 2,
                                         .issues = issues,
                                         .issue_count = 2,
                                         .rules = rules,
                                         .rule_count = 1};
    struct str csv, xlsx;
    struct error error;
    REQUIRE_DONE(scores_table_csv(&answer, tap_arena(), &csv, &error), &error);
    REQUIRE_DONE(scores_table_xlsx(&answer, tap_arena(), &xlsx, &error), &error);
    const struct str forms[] = {csv, xlsx};
    for (size_t f = 0; f < 2; f++) {
        struct scenario scenario;
        REQUIRE_DONE(read_text(forms[f], &scenario, &error), &error);
        CHECK_INT(scenario.issue_count, 2);
        CHECK_STR(scenario.parties[1].name, parties[1]);
        CHECK_STR(scenario.issues[0].options[1], seat[1].name);
        CHECK_STR(scenario.issues[1].options[0], term[0].name);
        CHECK_INT(scenario.parties[0].scores[0], 1);
        CHECK_INT(scenario.parties[1].scores[0], 0);
        CHECK_INT(scenario.parties[1].scores[4], 1);
        CHECK_INT(scenario.rule_count, 1);
        CHECK_INT(scenario.rules[0].choices[1].option, 2);
        CHECK_INT(scenario.note_count, 0);
    }
}

TEST(what_other_encodings_and_sheets_hold_is_read_or_told)
{
    struct scenario scenario;
    struct error error;
    REQUIRE_DONE(
        read_text(STR("Issue;Option;K\xf6ln\r\nSeat;x;1 234,5\r\n;y;1\r\n"), &scenario, &error),
        &error);
    CHECK_STR(scenario.parties[0].name, STR("K\xc3\xb6ln"));
    CHECK_INT(scenario.parties[0].scores[0], 12345);
    CHECK_STR(scenario.notes[1], STR("the file is not UTF-8: it was read as Windows-1252"));
}

TESTS(TAP_ENTRY(open_slots_come_back_from_their_table_in_both_forms),
      TAP_ENTRY(what_other_encodings_and_sheets_hold_is_read_or_told),
      TAP_ENTRY(a_table_is_read_with_decimals_reserves_red_lines_and_rules),
      TAP_ENTRY(semicolons_and_a_byte_order_mark_are_what_excel_writes),
      TAP_ENTRY(what_is_wrong_in_a_table_is_said_with_its_line))
