// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_table.h"

#include "exchange/bargain/scores_sheets.h"

#include "tap.h"

#include <string.h>

#define TABLE                                                                                      \
    "issue,option,Velmark,Tarsen\n"                                                                \
    "Seat,Aland,10,0\n"                                                                            \
    ",Borduria,\"2,5\",4 red line\n"                                                               \
    "Term,one year,50%,1\n"                                                                        \
    ",two years,0,-3\n"                                                                            \
    "reserve,,8,5\n"

static bool read_text(struct str text, struct scenario *scenario, struct error *error)
{
    return scores_table_read(STR("s.csv"), text, &input_limits_default, tap_arena(), scenario, NULL,
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
         "party \"A\": the cell is empty; a number was expected, or \"?\" where it is not known",
         2},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,\"1,000\"\n"),
         "party \"A\": \"1,000\" may be thousands or a number and a part: write it without the "
         "mark, or with another count of digits behind it",
         3},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,many\n"),
         "party \"A\": \"many\" is no number such as 8, 8.5, 8,5 or 50%, nor 5..7, nor \"?\", nor "
         "a "
         "rank such as #1; \"red line\" may stand behind it",
         3},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,7..5\n"),
         "party \"A\": \"7..5\" is no number such as 8, 8.5, 8,5 or 50%, nor 5..7, nor \"?\", nor "
         "a "
         "rank such as #1; \"red line\" may stand behind it",
         3},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,2\nnever,,\n"),
         "\"never\" wants one of \"issue: option\"", 4},
        {STR_INIT("issue,option,A\n\nSeat,x,1,7\n"),
         "\"7\" stands in a column that has no party above", 3},
        {STR_INIT("issues,options,A\nSeat,x,1\n"),
         "does not begin with \"issue\", \"option\" and the parties' names: no table of scores", 1},
        {STR_INIT("issue,option,A\nSeat,x,1\nTerm,y,1\nSeat,z,1\n"),
         "issue \"Seat\" stands above already; put its options together", 4},
        {STR_INIT("issue,option,A\nSeat,x,1\n,y,2\nnot together,Seat: x,seat: y\n"),
         "\"seat: y\" is no \"issue: option\" of the table; \"Seat: y\" may be meant", 4},
        {STR_INIT("issue,option\nSeat,x\n"), "names no party behind issue and option", 1},
        {STR_INIT("issue,option,A\nSeat,10 %,1\n,20 %,2\nsum exactly,much,Seat\n"),
         "\"much\" is no number; behind \"sum exactly\" comes a number, then the issues whose "
         "options add up to it",
         4},
        {STR_INIT("issue,option,A\nSeat,10 %,1\n,20 %,2\nsum at most,5,Seats\n"),
         "\"Seats\" is no issue or \"issue: option = number\" of the table; \"Seat\" may be meant",
         4},
        {STR_INIT("issue,option,A\nSeat,10 %,1\n,none,2\nsum at most,5,Seat\n"),
         "the words of option \"none\" name no number; write \"issue: option = number\" for each "
         "option that counts",
         4},
        {STR_INIT("issue,option,A\nSeat,10k,1\n,1,2\nsum at most,5,Seat\n"),
         "the words of option \"10k\" do not say for sure which number is meant; write \"issue: "
         "option = number\" for each option that counts",
         4},
        {STR_INIT("issue,option,A\nSeat,10,1\n,20 %,2\nsum at most,5,Seat\n"),
         "options with and without a per cent sign do not add up; write \"issue: option = "
         "number\" for each",
         4},
        {STR_INIT("issue,option,A\nSeat,10,1\n,20,2\nsum at most,5,Seat: 20\n"),
         "\"Seat: 20\" wants its number: \"Seat: 20 = 40\"", 4},
        {STR_INIT("issue,option,A\nSeat,10,1\n,20,2\nsum at most,5,Seat,Seat: 20 = 3\n"),
         "option \"20\" has a number in this sum already", 4},
        {STR_INIT("issue,option,A\nSeat,10,1\n,20,2\nsum at most,5,because so\n"),
         "names no issue that adds up", 4},
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

TEST(linked_numbers_are_read_and_written_again)
{
    static const struct str text =
        STR_INIT("issue,option,A\nShare A,20 %,1\n,30.5 %,2\nShare B,EUR 40,1\n,-2,2\n"
                 "Vans,none,0\n,two,4\nsum exactly,60.50,Share A\n"
                 "sum at most,95,Vans: two = 90.5,\"Share A: 20 % = 4,50\"\n"
                 "sum at least,-2,Share B,because it is so\n");
    struct scenario scenario;
    struct error error;
    struct grid scores;
    struct grid rules;
    REQUIRE_DONE(read_text(text, &scenario, &error), &error);
    REQUIRE(scenario.rule_count == 3);
    CHECK(scenario.rules[0].sum->least == 605 && scenario.rules[0].sum->most == 605);
    CHECK(scenario.rules[0].sum->scale == 10 && scenario.rules[0].sum->numbers[1] == 305);
    CHECK(scenario.rules[1].sum->least == INT64_MIN && scenario.rules[1].sum->most == 950);
    CHECK(scenario.rules[1].choices[0].option == 1 && scenario.rules[1].sum->numbers[0] == 905);
    CHECK(scenario.rules[1].sum->numbers[1] == 45);
    CHECK(scenario.rules[2].sum->most == INT64_MAX && scenario.rules[2].sum->numbers[1] == -2);
    REQUIRE_DONE(scores_sheets_make(&scenario, tap_arena(), &scores, &rules, &error), &error);
    const struct csv csv = spreadsheet_grid_rows(&rules, tap_arena());
    REQUIRE(csv.count == 3);
    CHECK_STR(csv.rows[0].cells[3], STR("Share A: 30.5 % = 30.5"));
    CHECK_STR(csv.rows[1].cells[0], STR("sum at most"));
    CHECK_STR(csv.rows[1].cells[1], STR("95"));
    CHECK_STR(csv.rows[2].cells[3], STR("Share B: -2 = -2"));
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

TEST(what_a_party_has_not_said_may_stand_in_a_cell)
{
    struct scenario scenario;
    struct uncertain uncertain;
    struct error error;
    REQUIRE_DONE(scores_table_read(STR("s.csv"),
                                   STR("issue,option,A,B\n"
                                       "Seat,x,1.5..2,#2\n"
                                       ",y,?,#1 red line\n"
                                       ",z,3 to 4,#2\n"
                                       "reserve,,?,1\n"
                                       "range,,0..8,0..8\n"
                                       "never,Seat: z\n"),
                                   &input_limits_default, tap_arena(), &scenario, &uncertain,
                                   &error),
                 &error);
    REQUIRE(uncertain.parties != NULL);
    const struct stated_party *a = &uncertain.parties[0];
    const struct stated_party *b = &uncertain.parties[1];
    // In tenths, because one worth has a place behind its point.
    CHECK_INT(a->least[0], 15);
    CHECK_INT(a->most[0], 20);
    CHECK_INT(a->least[1], 0);
    CHECK_INT(a->most[1], 80);
    CHECK(!a->has_reserve && b->has_reserve);
    CHECK_INT(b->reserve_least, 10);
    CHECK_INT(scenario.parties[1].red_line_count, 1);
    CHECK_INT(scenario.rules[0].count, 1);
    // y over x, x as good as z.
    CHECK_INT(b->statement_count, 2);
    CHECK_INT(a->statement_count, 0);
}

// A scenario as sheets, read again, is the same scenario.
TEST(a_scenario_comes_back_from_its_sheets)
{
    struct scenario scenario;
    struct scenario again;
    struct error error;
    struct grid grids[2];
    struct str bytes;
    REQUIRE_DONE(read_text(STR(TABLE "not together,Seat: Aland,Term: two years\n"
                                     "only with,Seat: Borduria,Term: one year\n"
                                     "never,Term: two years\n"),
                           &scenario, &error),
                 &error);
    REQUIRE(scores_sheets_can(&scenario));
    REQUIRE_DONE(scores_sheets_make(&scenario, tap_arena(), &grids[0], &grids[1], &error), &error);
    const struct workbook workbook = {.name = STR("s"), .grids = grids, .grid_count = 2};
    REQUIRE_DONE(spreadsheet_write_xlsx(&workbook, NULL, tap_arena(), &bytes, &error), &error);
    REQUIRE_DONE(read_text(bytes, &again, &error), &error);
    CHECK_INT(again.scale, scenario.scale);
    for (uint32_t p = 0; p < 2; p++) {
        CHECK(memcmp(again.parties[p].scores, scenario.parties[p].scores,
                     scenario.option_total * sizeof(int64_t)) == 0);
        CHECK_INT(again.parties[p].reservation, scenario.parties[p].reservation);
        CHECK_INT(again.parties[p].red_line_count, scenario.parties[p].red_line_count);
    }
    CHECK_INT(again.rule_count, scenario.rule_count);
    scenario.scale = 3; // 1 third has no end behind the point
    CHECK(!scores_sheets_can(&scenario));
}

TEST(a_workbook_says_in_which_cell_something_is_wrong)
{
    static const struct {
        uint32_t row;
        uint32_t column;
        const char *text;
        const char *part;
    } faults[] = {{1, 2, "many", "sheet \"Scores\", cell C2"},
                  {2, 4, "7", "sheet \"Scores\", cell E3"},
                  {3, 3, "x", "sheet \"Scores\", cell D4"}};
    for (size_t f = 0; f < sizeof faults / sizeof *faults; f++) {
        static const char *const rows[4][4] = {{"issue", "option", "A", "B"},
                                               {"Seat", "x", "1", "2"},
                                               {"", "y", "3", "4"},
                                               {"reserve", "", "0", "0"}};
        struct grid_maker maker =
            grid_maker_make(STR("s.xlsx"), &input_limits_default, tap_arena());
        struct scenario scenario;
        struct error error = {.code = ERROR_NONE};
        struct str bytes;
        for (uint32_t r = 0; r < 4; r++)
            for (uint32_t c = 0; c < 5; c++) {
                bool is_fault = r == faults[f].row && c == faults[f].column;
                struct grid_cell cell = {.row = r, .column = c, .row_span = 1, .column_span = 1};
                cell.text = str_of(is_fault ? faults[f].text : c < 4 ? rows[r][c] : "");
                if (cell.text.length > 0)
                    REQUIRE_DONE(grid_add(&maker, cell, &error), &error);
            }
        struct grid grid = grid_done(&maker, STR("Scores"));
        const struct workbook workbook = {.name = STR("s"), .grids = &grid, .grid_count = 1};
        REQUIRE_DONE(spreadsheet_write_xlsx(&workbook, NULL, tap_arena(), &bytes, &error), &error);
        CHECK(!read_text(bytes, &scenario, &error));
        CHECK_STR(str_of(error.place.part), str_of(faults[f].part));
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

TESTS(TAP_ENTRY(what_a_party_has_not_said_may_stand_in_a_cell),
      TAP_ENTRY(a_scenario_comes_back_from_its_sheets),
      TAP_ENTRY(a_workbook_says_in_which_cell_something_is_wrong),
      TAP_ENTRY(linked_numbers_are_read_and_written_again),
      TAP_ENTRY(open_slots_come_back_from_their_table_in_both_forms),
      TAP_ENTRY(what_other_encodings_and_sheets_hold_is_read_or_told),
      TAP_ENTRY(a_table_is_read_with_decimals_reserves_red_lines_and_rules),
      TAP_ENTRY(semicolons_and_a_byte_order_mark_are_what_excel_writes),
      TAP_ENTRY(what_is_wrong_in_a_table_is_said_with_its_line))
