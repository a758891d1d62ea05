// SPDX-License-Identifier: Apache-2.0
// A name and what is made of its first letters are one name, and no other words are.
#include "counterparts/initials.h"

#include <stdio.h>

#include "tap.h"

TEST(first_letters_stand_for_the_name_both_ways)
{
    static const struct {
        const char *name;
        const char *text;
        bool is_joined;
    } cases[] = {
        {"UP", "the ships of the United Ports sail", true},
        {"United Ports", "ships of the UP sail", true},
        {"United Ports", "ships of the U.P. sail", true},
        {"UPTS", "the United Ports for Trade by Sea", false},
        {"UPTS", "the United Ports for Trade and Sea", true},
        {"CTB", "a Cross-Town Bridge", true},
        {"UP", "united ports", false},
        {"UP", "the United and free Ports", false},
        {"UP", "the Ports United", false},
        {"UP", "UP", false},
        {"United Ports", "go up the hill, or Up", false},
        {"United Ports", "the UPS and the SUP", false},
        {"Ports", "a P stands here", false},
        {"P", "Ports", false},
        {"", "United Ports", false},
        {"UP", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!CHECK(initials_join(str_of(cases[i].name), str_of(cases[i].text)) ==
                   cases[i].is_joined))
            printf("# %s in %s\n", cases[i].name, cases[i].text);
}

// Any name of two to six words is joined with its letters, with small words anywhere between.
TEST(any_name_is_joined_with_its_letters)
{
    static const char *const small[] = {"", "of ", "the ", "and the "};
    struct tap_random random = {11};
    for (int round = 0; round < 300; round++) {
        char name[200] = "";
        char letters[8] = "";
        size_t length = 0;
        size_t words = 2 + tap_random_below(&random, 5);
        for (size_t w = 0; w < words; w++) {
            letters[w] = (char)('A' + tap_random_below(&random, 26));
            length +=
                (size_t)snprintf(name + length, sizeof name - length, "%s%s%core", w > 0 ? " " : "",
                                 w > 0 ? small[tap_random_below(&random, 4)] : "", letters[w]);
        }
        CHECK(initials_join(str_of(letters), str_of(name)));
        CHECK(initials_join(str_of(name), str_of(letters)));
        letters[0] = letters[0] == 'Z' ? 'A' : (char)(letters[0] + 1);
        CHECK(!initials_join(str_of(name), str_of(letters)));
    }
}

TESTS(TAP_ENTRY(first_letters_stand_for_the_name_both_ways),
      TAP_ENTRY(any_name_is_joined_with_its_letters))
