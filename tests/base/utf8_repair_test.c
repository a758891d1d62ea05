// SPDX-License-Identifier: Apache-2.0
#include "base/utf8_repair.h"
#include "tap.h"

#define MARK "\xef\xbf\xbd"

TEST(each_longest_broken_run_becomes_one_mark)
{
    static const struct {
        struct str broken;
        struct str repaired;
        size_t count;
    } cases[] = {
        {STR_INIT("whole \xc3\xa9"), STR_INIT("whole \xc3\xa9"), 0},
        {STR_INIT("a\xff[\xc3"), STR_INIT("a" MARK "[" MARK), 2},
        {STR_INIT("\xe2\x82]"), STR_INIT(MARK "]"), 1},          // begins a character
        {STR_INIT("\xf0\x9f\x98x"), STR_INIT(MARK "x"), 1},      // the same, three bytes
        {STR_INIT("\xed\xa0\x80"), STR_INIT(MARK MARK MARK), 3}, // a surrogate begins none
        {STR_INIT("\xc0\xaf"), STR_INIT(MARK MARK), 2},          // an overlong form
        {STR_INIT("a\0b"), STR_INIT("a" MARK "b"), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t count;
        const size_t *places;
        CHECK_STR(utf8_repair(cases[i].broken, tap_arena(), &places, &count), cases[i].repaired);
        CHECK_INT(count, cases[i].count);
    }
}

TEST(places_are_those_of_the_repaired_text)
{
    size_t count;
    const size_t *places;
    struct str text = utf8_repair(STR("a\xff[\xff"), tap_arena(), &places, &count);
    REQUIRE(count == 2);
    CHECK_INT(places[0], 1);
    CHECK_INT(places[1], 5);
    CHECK_INT(text.length, 8);
}

TESTS(TAP_ENTRY(each_longest_broken_run_becomes_one_mark),
      TAP_ENTRY(places_are_those_of_the_repaired_text))
