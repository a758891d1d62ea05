// SPDX-License-Identifier: Apache-2.0
// Numbers, dates, names, duties and conditions are found in a point's words, and set against another's.
#include "base/builder.h"
#include "counterparts/differences.h"
#include "counterparts/facts.h"

#include <stdio.h>

#include "tap.h"

static struct error error;

static struct fact_row facts_of(const char *text)
{
    struct str words = str_of(text);
    const struct vocabulary *english = vocabulary_make(tap_arena());
    struct prose prose = {.count = 0};
    struct str source = STR("x.txt");
    tap_done(prose_read(source, words, LINES_ARE_PARAGRAPHS, english, tap_arena(), &prose, &error),
             &error, __FILE__, __LINE__);
    struct list facts = LIST_MAKE(tap_arena(), struct fact);
    facts_find(&prose, tap_arena(), &facts);
    const struct fact **items = ARENA_ARRAY(tap_arena(), const struct fact *, facts.count + 1);
    for (size_t i = 0; i < facts.count; i++)
        items[i] = LIST_AT(&facts, struct fact, i);
    struct str *texts = ARENA_ARRAY(tap_arena(), struct str, 1);
    texts[0] = words;
    return (struct fact_row){items, (uint32_t)facts.count, texts, 1};
}

// "number 60,000 > 80,000; time …": every difference, the names being those given.
static struct str differing(const char *base, const char *other)
{
    static const char *const kinds[] = {"number", "time", "name", "duty", "condition"};
    struct names *known = names_make(tap_arena());
    names_add(known, STR("norland"));
    names_add(known, STR("agency"));
    names_add(known, STR("sorrel"));
    names_add(known, STR("united"));
    names_add(known, STR("ports"));
    names_add(known, STR("up"));
    names_add(known, STR("article"));
    struct list found = LIST_MAKE(tap_arena(), struct difference);
    struct fact_row nothing = {NULL, 0, NULL, 0};
    differences_find(facts_of(base), nothing, facts_of(other), nothing, known, tap_arena(), &found);
    struct builder out = builder_make(tap_arena());
    for (size_t i = 0; i < found.count; i++) {
        const struct difference *one = LIST_AT(&found, struct difference, i);
        builder_print(&out, "%s%s %.*s > %.*s", i > 0 ? "; " : "", kinds[one->kind],
                      STR_ARGS(one->base), STR_ARGS(one->other));
    }
    return builder_str(&out);
}

TEST(what_differs_in_substance_is_told_and_nothing_else)
{
    static const struct {
        const char *base;
        const char *other;
        const char *differs;
    } cases[] = {
        {"The force counts 60,000 soldiers.", "It has 80,000 soldiers in peacetime.",
         "number 60,000 > 80,000"},
        {"The rent is EUR 1,200 a year.", "The rent is EUR 1,350 a year.",
         "number EUR 1,200 > EUR 1,350"},
        {"They pay $100bn.", "They pay $100 billion.", ""},
        {"Two thirds of the seats.", "80 per cent of the seats.",
         "number Two thirds > 80 per cent"},
        {"9.6 million thalers are paid.", "14 million thalers are paid.",
         "number 9.6 million > 14 million"},
        {"A toll of 2.5 % is due.", "A toll of 2.50 per cent is due.", ""},
        {"It ends within 30 days.", "It ends within one month.", "time 30 days > one month"},
        {"It runs for 24 months.", "It runs for two years.", ""},
        {"It begins on 1 April 2031.", "It begins on 1 July 2031.",
         "time 1 April 2031 > 1 July 2031"},
        {"Coal ends by 2032.", "Coal ends by 2038.", "time 2032 > 2038"},
        {"See Article 12 and paragraph 3.", "See Article 14.", ""},
        {"The mission of the Agency arrives.", "The mission of Norland arrives.",
         "name Agency > Norland"},
        {"It is signed by Norland.", "The Norlandish side signs it.", ""},
        {"The owner may enter.", "The owner shall enter.", "duty may > shall"},
        {"The owner shall not enter.", "The owner may enter.", "duty shall not > may"},
        {"It shall be paid.", "It is paid.", ""},
        {"Coal ends.", "Coal ends, provided that gas is ready.",
         "condition  > provided that gas is ready"},
        {"Work goes on unless the gauge falls.", "Unless the gauge falls, work goes on.", ""},
        {"Norland is one of the G8, by route A4 and after VIRUS-19.", "Norland is one.", ""},
        {"Norland gives 8 boats.", "Norland gives 9 boats.", "number 8 > 9"},
        {"The pledge is that of Article 5.", "The pledge is a strong one.", ""},
        {"Norland pays.", "Norland pays. Should the Agency fail, the pledge ends.",
         "name  > Agency; condition  > Should the Agency fail"},
        {"If the Agency fails, the pledge ends.", "The pledge ends, should the Agency fail.", ""},
        {"Norland should pay, and should the Agency fail it is free.", "Norland should pay.",
         "name Agency > ; condition should the Agency fail it is free > "},
        {"The United Ports pay.", "The UP pay.", ""},
        {"The U.P. pays.", "The United Ports pay.", ""},
        {"The UP pays.", "Norland pays.", "name UP > Norland"},
        {"The May session opens the hall.", "The session opens the hall.", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!CHECK_STR(differing(cases[i].base, cases[i].other), str_of(cases[i].differs)))
            printf("# %s\n# %s\n", cases[i].base, cases[i].other);
}

// What the one side says more often, and in whatever order, is no difference.
TEST(equal_figures_cancel_in_any_order)
{
    CHECK_STR(differing("5 boats, 7 carts and 5 boats again.", "7 carts and 5 boats."), STR(""));
    CHECK_STR(differing("12 % now, 9 % later.", "9 % now, 12 % later."), STR(""));
}

TEST(every_figure_of_either_side_is_told)
{
    struct tap_random random = {5};
    for (size_t round = 0; round < tap_size(200, 5000); round++) {
        uint32_t one = 1000 + tap_random_below(&random, 9000);
        uint32_t two = 20000 + tap_random_below(&random, 9000);
        struct str base = arena_print(tap_arena(), "They send %u tons and %u men.", one, two);
        struct str other = arena_print(tap_arena(), "They send %u tons.", one + 1 + two);
        struct str told = differing(base.bytes, other.bytes);
        CHECK(str_contains(told, arena_print(tap_arena(), "%u", one)));
        CHECK(str_contains(told, arena_print(tap_arena(), "%u", two)));
        CHECK(str_contains(told, arena_print(tap_arena(), "%u", one + 1 + two)));
    }
}

TESTS(TAP_ENTRY(what_differs_in_substance_is_told_and_nothing_else),
      TAP_ENTRY(equal_figures_cancel_in_any_order), TAP_ENTRY(every_figure_of_either_side_is_told))
