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

TESTS(TAP_ENTRY(quotes_keep_separators_line_ends_and_quotes),
      TAP_ENTRY(the_separator_is_the_one_that_stands_most_often))
