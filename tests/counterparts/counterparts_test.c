// SPDX-License-Identifier: Apache-2.0
// Points of rival texts find each other by what they are about, whatever their order, and say by which words.
#include "counterparts/counterparts.h"
#include "counterparts/word_stem.h"
#include "exchange/plain/plain.h"

#include "tap.h"

static struct error error;

static struct counterparts match(const char *base, const char *other, struct provisions texts[2])
{
    const char *const sources[] = {base, other};
    const struct vocabulary *english = vocabulary_make(tap_arena());
    const struct vocabulary *languages[] = {english, english};
    for (int t = 0; t < 2; t++) {
        const struct document *document = NULL;
        tap_done(plain_read(STR("x.txt"), str_of(sources[t]), &input_limits_default, tap_arena(),
                            &document, &error),
                 &error, __FILE__, __LINE__);
        provisions_cut(document, tap_arena(), &texts[t]);
    }
    struct subjects subjects;
    struct counterparts found = {NULL, 0};
    struct budget budget = budget_unlimited();
    tap_done(subjects_make(texts, 2, languages, tap_arena(), &subjects, &error) &&
                 counterparts_find(&subjects, 1, &budget, tap_arena(), &found, &error),
             &error, __FILE__, __LINE__);
    return found;
}

// "1=3 2=1": what is at least so certain.
static struct str matched_as(const char *base, const char *other, enum certainty least)
{
    struct provisions texts[2];
    struct counterparts found = match(base, other, texts);
    struct builder out = builder_make(tap_arena());
    for (uint32_t k = 0; k < found.count; k++)
        if (found.items[k].certainty >= least)
            builder_print(&out, "%s%.*s=%.*s", out.length > 0 ? " " : "",
                          STR_ARGS(texts[0].items[found.items[k].base].name),
                          STR_ARGS(texts[1].items[found.items[k].other].name));
    return builder_str(&out);
}

static struct str matched(const char *base, const char *other)
{
    return matched_as(base, other, CERTAINTY_LIKELY);
}

static const char base[] = "Accord\n"
                           "1. A truce begins at dawn on all roads.\n"
                           "2. Captured soldiers are exchanged in the harbour.\n"
                           "3. The rent of the lighthouse is paid in gold.\n"
                           "4. The parliament is elected in spring.\n";

TEST(other_words_and_another_order_are_no_hindrance)
{
    CHECK_STR(matched(base, "Reply\n"
                            "1. Elections to the assembly are held early.\n"
                            "2. The lighthouse costs the tenant silver.\n"
                            "3. Prisoners go home through the port.\n"
                            "4. A ceasefire holds everywhere.\n"),
              STR("1=4 2=3 3=2 4=1"));
}

TEST(a_text_is_its_own_counterpart)
{
    CHECK_STR(matched(base, base), STR("1=1 2=2 3=3 4=4"));
}

TEST(what_has_nothing_in_common_stays_alone)
{
    CHECK_STR(matched(base, "Reply\n"
                            "1. Cheese may be sold without a stamp.\n"
                            "2. Bees are kept behind hedges.\n"),
              STR(""));
}

TEST(texts_of_one_point_are_matched_too)
{
    CHECK_STR(matched("Lamps are lit in the harbour.\n", "In the harbour lamps burn.\n"),
              STR("¶1=¶1"));
    CHECK_STR(matched("Lamps are lit.\n", "Bees fly.\n"), STR(""));
    CHECK_STR(matched("The.\n", "Of.\n"), STR(""));
}

TEST(a_split_point_has_several_counterparts)
{
    CHECK_STR(matched_as("Accord\n"
                         "1. Wells are dug, and the mine shafts are closed.\n"
                         "2. Cheese may be sold without a stamp.\n",
                         "Reply\n"
                         "1. The parties dig wells.\n"
                         "2. Every mine shaft is closed.\n"
                         "3. Stamps on cheese are not needed.\n",
                         CERTAINTY_POSSIBLE),
              STR("1=1 1=2 2=3"));
}

// Two points that one answers have each a part of it; what says nothing but what the better one says is left.
TEST(what_another_point_answers_better_is_not_asserted)
{
    static const char three[] =
        "Accord\n"
        "1. Both kingdoms renew their treaties on cannons.\n"
        "2. The island stays without cannons and admits inspectors to its forts.\n"
        "3. Fishing boats keep to the bay.\n";
    CHECK_STR(matched(three, "Reply\n"
                             "1. The island keeps no cannons, and inspectors enter its forts.\n"
                             "2. Boats that fish stay in the bay.\n"),
              STR("2=1 3=2"));
    CHECK_STR(matched(three, "Reply\n"
                             "1. Treaties on cannons are renewed by the kingdoms; the island "
                             "admits inspectors to its forts.\n"
                             "2. Boats that fish stay in the bay.\n"),
              STR("1=1 2=1 3=2"));
}

TEST(each_match_says_which_words_carried_it)
{
    struct provisions texts[2];
    struct counterparts found =
        match(base, "Reply\n1. A ceasefire is called.\n2. Bees fly.\n", texts);
    REQUIRE(found.count == 1);
    REQUIRE(found.items[0].carrier_count > 0);
    CHECK_STR(found.items[0].carriers[0].base, STR("truce"));
    CHECK_STR(found.items[0].carriers[0].other, STR("ceasefire"));
}

// Scores do not hang on which text comes first, but for the small gain of the place.
TEST(matching_is_the_same_from_either_side)
{
    static const char other[] = "Reply\n"
                                "1. The parliament is elected in spring.\n"
                                "2. Captured soldiers are exchanged in the harbour.\n";
    struct provisions texts[2];
    struct counterparts there = match(base, other, texts);
    struct counterparts back = match(other, base, texts);
    REQUIRE(there.count == back.count);
    for (uint32_t k = 0; k < there.count; k++)
        for (uint32_t l = 0; l < back.count; l++)
            if (there.items[k].base == back.items[l].other &&
                there.items[k].other == back.items[l].base)
                CHECK_INT(there.items[k].score, back.items[l].score);
}

TEST(forms_of_one_word_have_one_stem)
{
    static const char *const same[][2] = {
        {"elections", "elected"},
        {"security", "secure"},
        {"violations", "violation"},
        {"parties", "party"},
        {"easing", "ease"},
        {"restricted", "restrictions"},
        {"compensated", "compensation"},
        {"Recognised", "recognition"},
        {"laws", "law"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        CHECK_STR(word_stem(str_of(same[i][0]), tap_arena()),
                  word_stem(str_of(same[i][1]), tap_arena()));
    CHECK_STR(word_stem(STR("paid"), tap_arena()), word_stem(STR("pays"), tap_arena()));
    CHECK_STR(word_stem(STR("Coalitions"), tap_arena()), STR("coalition"));
    CHECK(!str_equal(word_stem(STR("mission"), tap_arena()), word_stem(STR("mile"), tap_arena())));
    CHECK_STR(word_stem(STR("договору"), tap_arena()), word_stem(STR("Договор"), tap_arena()));
}

TESTS(TAP_ENTRY(other_words_and_another_order_are_no_hindrance),
      TAP_ENTRY(a_text_is_its_own_counterpart), TAP_ENTRY(what_has_nothing_in_common_stays_alone),
      TAP_ENTRY(texts_of_one_point_are_matched_too),
      TAP_ENTRY(a_split_point_has_several_counterparts),
      TAP_ENTRY(what_another_point_answers_better_is_not_asserted),
      TAP_ENTRY(each_match_says_which_words_carried_it),
      TAP_ENTRY(matching_is_the_same_from_either_side), TAP_ENTRY(forms_of_one_word_have_one_stem))
