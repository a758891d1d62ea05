// SPDX-License-Identifier: Apache-2.0
#include "workbench/page_furniture.h"

#include "tap.h"

TEST(heads_and_page_numbers_that_come_back_are_blanked)
{
    struct str text = STR("HEAD\none [a]\nPage 1\n\fHEAD\ntwo\nPage 2\n\fHEAD\nthree\nPage 3\n");
    struct str blanked = page_furniture_blank(text, tap_arena());
    CHECK_INT(blanked.length, text.length);
    CHECK(!str_contains(blanked, STR("HEAD")));
    CHECK(!str_contains(blanked, STR("Page 1")));
    CHECK(str_contains(blanked, STR("one [a]")));
    CHECK(str_contains(blanked, STR("two")));
    CHECK_INT(str_find(blanked, STR("three")), str_find(text, STR("three")));
}

TEST(text_without_pages_and_lines_with_brackets_stay)
{
    struct str plain = STR("HEAD\nHEAD\nHEAD\n");
    CHECK(page_furniture_blank(plain, tap_arena()).bytes == plain.bytes);
    struct str text = STR("[x]\na\n\f[x]\nb\n\f[x]\nc\n\f[x]\n");
    CHECK_STR(page_furniture_blank(text, tap_arena()), text);
}

TESTS(TAP_ENTRY(heads_and_page_numbers_that_come_back_are_blanked),
      TAP_ENTRY(text_without_pages_and_lines_with_brackets_stay))
