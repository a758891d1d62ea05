// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "base/checked.h"
#include "base/list.h"
#include "base/names.h"
#include "base/utf8.h"
#include "tap.h"

#include <stdio.h>

TEST(a_view_is_cut_at_separators)
{
    struct str rest = STR("a,bc,,d");
    struct str piece;
    REQUIRE(str_cut(&rest, ',', &piece));
    CHECK_STR(piece, STR("a"));
    REQUIRE(str_cut(&rest, ',', &piece));
    CHECK_STR(piece, STR("bc"));
    REQUIRE(str_cut(&rest, ',', &piece));
    CHECK_STR(piece, STR(""));
    REQUIRE(str_cut(&rest, ',', &piece));
    CHECK_STR(piece, STR("d"));
    CHECK(!str_cut(&rest, ',', &piece));
}

TEST(broken_utf8_is_found_at_its_first_bad_byte)
{
    static const struct {
        struct str text;
        size_t valid;
    } cases[] = {
        {STR_INIT("plain"), 5},
        {STR_INIT("na\xc3\xafve"), 6},
        {STR_INIT("a\xc0\x80"), 1},     // overlong
        {STR_INIT("a\xed\xa0\x80"), 1}, // surrogate
        {STR_INIT("\xf4\x90\x80\x80"), 0},
        {STR_INIT("ab\xe2\x82"), 2},
        {STR_INIT("\xf0\x9f\x98\x80"), 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        CHECK_INT(utf8_valid_length(cases[i].text), cases[i].valid);
}

TEST(every_code_point_comes_back_from_utf8)
{
    for (uint32_t c = 1; c <= 0x10ffff; c += 7) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        char bytes[UTF8_MAX];
        struct str s = {bytes, utf8_encode(c, bytes)};
        size_t length;
        REQUIRE(utf8_is_valid(s));
        REQUIRE(utf8_at(s, 0, &length) == c && length == s.length);
        REQUIRE(utf8_before(s, s.length, &length) == c && length == s.length);
    }
}

TEST(numbers_are_read_to_both_ends_of_their_range)
{
    int64_t number;
    REQUIRE(checked_parse(STR("-9223372036854775808"), &number));
    CHECK(number == INT64_MIN);
    REQUIRE(checked_parse(STR("9223372036854775807"), &number));
    CHECK(number == INT64_MAX);
    CHECK(!checked_parse(STR("9223372036854775808"), &number));
    CHECK(!checked_parse(STR(""), &number));
    CHECK(!checked_parse(STR("-"), &number));
    CHECK(!checked_parse(STR("1x"), &number));
}

TEST(rewinding_an_arena_gives_zeroed_memory_again)
{
    struct arena *arena = arena_open();
    arena_copy(arena, STR("kept"));
    struct arena_mark mark = arena_mark(arena);
    for (int round = 0; round < 3; round++) {
        unsigned char *bytes = ARENA_ARRAY(arena, unsigned char, 5000);
        for (size_t i = 0; i < 5000; i++) {
            REQUIRE(bytes[i] == 0);
            bytes[i] = 0xff;
        }
        arena_rewind(arena, mark);
    }
    arena_close(arena);
}

TEST(a_list_keeps_its_objects_while_it_grows)
{
    struct list list = LIST_MAKE(tap_arena(), uint32_t);
    for (uint32_t i = 0; i < 10000; i++)
        *LIST_ADD(&list, uint32_t) = i;
    for (uint32_t i = 0; i < 10000; i++)
        REQUIRE(*LIST_AT(&list, uint32_t, i) == i);
}

TEST(equal_texts_have_one_number)
{
    struct names *names = names_make(tap_arena());
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 5000; i++)
            REQUIRE(names_add(names, arena_print(tap_arena(), "name %u", i)) == i);
    CHECK_INT(names_count(names), 5000);
    CHECK(names_find(names, STR("name")) == NAMES_NONE);
}

// What names_add_numbered says it gives, found by trying all.
static struct str least_free(const struct names *names, struct str name, uint32_t first)
{
    struct str tried = name;
    for (uint32_t n = first; names_find(names, tried) != NAMES_NONE; n++)
        tried = arena_print(tap_arena(), "%.*s~%u", STR_ARGS(name), n);
    return tried;
}

TEST(a_text_that_is_there_gets_the_least_free_numeral)
{
    static const struct str stems[] = {STR_INIT("a"), STR_INIT("a~2"), STR_INIT("a~3"),
                                       STR_INIT("b")};
    struct tap_random random = {7};
    for (int round = 0; round < 50; round++) {
        struct names *names = names_make(tap_arena());
        for (int i = 0; i < 100; i++) {
            struct str stem = stems[tap_random_below(&random, 4)];
            if (tap_random_below(&random, 4) == 0) {
                names_add(names, arena_print(tap_arena(), "%.*s~%u", STR_ARGS(stem),
                                             2 + tap_random_below(&random, 20)));
                continue;
            }
            uint32_t first = 2 + tap_random_below(&random, 3);
            struct str right = least_free(names, stem, first);
            CHECK_STR(names_add_numbered(names, stem, '~', first), right);
        }
    }
}

TEST(many_texts_of_one_name_are_numbered_at_once)
{
    struct names *names = names_make(tap_arena());
    size_t before = arena_bytes(tap_arena());
    names_add(names, STR("step"));
    for (uint32_t n = 2; n < 100000; n++)
        REQUIRE(names_add_numbered(names, STR("step"), '.', 2).length > 5);
    CHECK(names_find(names, STR("step.99999")) != NAMES_NONE);
    CHECK(arena_bytes(tap_arena()) - before < (size_t)32 << 20);
}

TEST(an_error_is_one_line_that_says_where)
{
    struct error error;
    struct place place = place_in(STR("case.yaml"), STR("a: 1\n\xc3\xa9t\xc3\xa9: x\n"), 12);
    error_at(&error, BAD_INPUT, place_with_part(place, STR("parties")), "\"%s\" is\nno number",
             "x");
    char line[256];
    error_print(&error, line, sizeof line);
    CHECK_STR(str_of(line), STR("case.yaml, parties, line 2, column 6: \"x\" is no number"));
}

TEST(text_is_cut_between_characters)
{
    struct str text = STR("a\xc3\xa4\xe2\x82\xac"
                          "b"); // a, two bytes, three bytes, b
    static const size_t starts[] = {0, 1, 1, 3, 3, 3, 6, 7, 7};
    static const size_t ends[] = {0, 1, 1, 1, 4, 4, 6, 7, 7};
    for (size_t most = 0; most < 9; most++) {
        CHECK_INT(utf8_start(text, most).length, starts[most]);
        CHECK_INT(utf8_end(text, most).length, ends[most]);
    }
}

TEST(a_part_is_found_in_any_case)
{
    CHECK(str_contains_ignoring_case(STR("Lord Mayor of Karve"), STR("mayor")));
    CHECK(str_contains_ignoring_case(STR("mayor"), STR("MAYOR")));
    CHECK(str_contains_ignoring_case(STR("mayor"), STR("")));
    CHECK(!str_contains_ignoring_case(STR("may"), STR("mayor")));
    CHECK(!str_contains_ignoring_case(STR(""), STR("m")));
}

// A format as arena_print and as the C library print it.
#define CHECK_PRINTED(format, ...)                                                                 \
    do {                                                                                           \
        char wanted[600];                                                                          \
        snprintf(wanted, sizeof wanted, format, __VA_ARGS__);                                      \
        CHECK_STR(arena_print(tap_arena(), format, __VA_ARGS__), str_of(wanted));                  \
    } while (0)

TEST(arena_print_prints_as_the_library_does)
{
    char many[400];
    memset(many, 'x', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    CHECK_PRINTED("%s", "");
    CHECK_PRINTED("a%.*s|%s|", 2, "bcd", "e");
    CHECK_PRINTED("%.*s%u%c", 0, "bcd", UINT32_MAX, '#');
    CHECK_PRINTED("%.*s.", 5, "bc"); // ends before the length that is given
    CHECK_PRINTED("%.*s.", -1, "bc");
    CHECK_PRINTED("%lld %lld %lld", 0LL, (long long)INT64_MIN, (long long)INT64_MAX);
    CHECK_PRINTED("%u%% %5u %zu %-3s|", 7u, 8u, (size_t)9, "a");
    CHECK_PRINTED("%s%s", many, "behind");
    CHECK_PRINTED("%.*s", 255, many);
    CHECK_PRINTED("%.*s", 256, many);
    struct str nothing = {NULL, 0};
    CHECK_INT(arena_print(tap_arena(), "%.*s", STR_ARGS(nothing)).length, 0);
}

TESTS(TAP_ENTRY(a_view_is_cut_at_separators), TAP_ENTRY(a_part_is_found_in_any_case),
      TAP_ENTRY(text_is_cut_between_characters),
      TAP_ENTRY(broken_utf8_is_found_at_its_first_bad_byte),
      TAP_ENTRY(every_code_point_comes_back_from_utf8),
      TAP_ENTRY(numbers_are_read_to_both_ends_of_their_range),
      TAP_ENTRY(rewinding_an_arena_gives_zeroed_memory_again),
      TAP_ENTRY(a_list_keeps_its_objects_while_it_grows), TAP_ENTRY(equal_texts_have_one_number),
      TAP_ENTRY(a_text_that_is_there_gets_the_least_free_numeral),
      TAP_ENTRY(many_texts_of_one_name_are_numbered_at_once),
      TAP_ENTRY(an_error_is_one_line_that_says_where),
      TAP_ENTRY(arena_print_prints_as_the_library_does))
