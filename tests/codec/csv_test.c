// SPDX-License-Identifier: Apache-2.0
#include "codec/csv.h"
#include "tap.h"

TEST(quotes_keep_separators_line_ends_and_quotes)
{
    struct csv csv;
    struct error error;
    REQUIRE_DONE(csv_read(STR("t"), STR("a, \"b,\"\"c\"\"\nd\" ,\"e\"\n,,\n\"\",f\nx,\" y \",\n"),
                          tap_arena(), &csv, &error),
                 &error);
    REQUIRE(csv.count == 3);
    REQUIRE(csv.rows[0].count == 3 && csv.rows[1].count == 2 && csv.rows[2].count == 3);
    CHECK_STR(csv.rows[0].cells[1], STR("b,\"c\"\nd"));
    CHECK_STR(csv.rows[0].cells[2], STR("e"));
    CHECK_STR(csv.rows[1].cells[0], STR(""));
    CHECK_STR(csv.rows[2].cells[1], STR(" y "));
    CHECK_INT(csv.rows[1].line, 4);
    CHECK_INT(csv.rows[2].line, 5);
}

TEST(the_separator_is_the_one_that_stands_most_often)
{
    struct csv csv;
    struct error error;
    REQUIRE_DONE(csv_read(STR("t"), STR("a;b;\"1,2,3,4\"\n0,5;1\n"), tap_arena(), &csv, &error),
                 &error);
    CHECK_INT(csv.separator, ';');
    CHECK_STR(csv.rows[1].cells[0], STR("0,5"));
}

// Each first sign as words and, where it can be one, as a number.
TEST(words_that_a_spreadsheet_would_compute_are_written_as_words)
{
    static const struct {
        const char *words;
        const char *cell;
    } cases[] = {{"=1+1", "\"'=1+1\""},
                 {"+41 22", "\"'+41 22\""},
                 {"-5%", "\"'-5%\""},
                 {"@SUM(A1)", "\"'@SUM(A1)\""},
                 {"\t=1", "\"'\t=1\""},
                 {"\r=1", "\"'\r=1\""},
                 {"=\"a\"", "\"'=\"\"a\"\"\""},
                 {"", "\"\""},
                 {" =1", "\" =1\""},
                 {"1=1", "\"1=1\""},
                 {"\xc3\xa9=1", "\"\xc3\xa9=1\""},
                 {"'=1", "\"'=1\""}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct builder out = builder_make(tap_arena());
        csv_words(&out, str_of(cases[i].words));
        CHECK_STR(builder_str(&out), str_of(cases[i].cell));
    }
}

TEST(a_number_below_zero_stays_a_number)
{
    struct builder out = builder_make(tap_arena());
    csv_number(&out, -5);
    builder_add_byte(&out, ',');
    csv_number(&out, INT64_MIN);
    CHECK_STR(builder_str(&out), STR("-5,-9223372036854775808"));
}

TESTS(TAP_ENTRY(quotes_keep_separators_line_ends_and_quotes),
      TAP_ENTRY(the_separator_is_the_one_that_stands_most_often),
      TAP_ENTRY(words_that_a_spreadsheet_would_compute_are_written_as_words),
      TAP_ENTRY(a_number_below_zero_stays_a_number))
