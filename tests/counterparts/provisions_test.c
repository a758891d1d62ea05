// SPDX-License-Identifier: Apache-2.0
// A text is cut into the points that one would answer one by one, and no word is lost.
#include "counterparts/provisions.h"
#include "exchange/markdown/markdown.h"
#include "exchange/plain/plain.h"

#include "tap.h"

static struct error error;

static struct provisions cut(const char *text)
{
    const struct document *document = NULL;
    tap_done(plain_read(STR("x.txt"), str_of(text), &input_limits_default, tap_arena(), &document,
                        &error),
             &error, __FILE__, __LINE__);
    struct provisions provisions;
    provisions_cut(document, tap_arena(), &provisions);
    return provisions;
}

// "1 2 5/1": the names in their order.
static struct str names(const struct provisions *provisions)
{
    struct builder out = builder_make(tap_arena());
    for (uint32_t i = 0; i < provisions->count; i++)
        builder_print(&out, "%s%.*s", i > 0 ? " " : "", STR_ARGS(provisions->items[i].name));
    return builder_str(&out);
}

TEST(sub_points_stay_with_their_point)
{
    struct provisions found = cut("Plan\n"
                                  "1. The guns fall silent.\n"
                                  "2. A fund is made:\n"
                                  "(a) for roads;\n"
                                  "(b) for schools.\n"
                                  "3. The council meets.\n");
    CHECK_STR(names(&found), STR("1 2 3"));
    CHECK_STR(found.items[1].text, STR("A fund is made:\n(a) for roads;\n(b) for schools."));
    CHECK_STR(found.items[1].words, STR("A fund is made:\nfor roads;\nfor schools."));
}

TEST(numbered_paragraphs_of_an_article_are_points_under_its_title)
{
    struct provisions found = cut("Article 4 Transfer of data\n"
                                  "1. Each Party allows transfers.\n"
                                  "2. A Party may except public data.\n"
                                  "Article 5 Review\n"
                                  "The Parties review this Chapter.\n");
    CHECK(found.count == 3);
    CHECK(str_contains(found.items[0].heading, STR("Transfer of data")));
    CHECK_STR(found.items[0].text, STR("Each Party allows transfers."));
    CHECK_STR(found.items[2].text, STR("Review\nThe Parties review this Chapter."));
}

TEST(a_heading_between_points_belongs_to_those_behind_it)
{
    struct provisions found = cut("Position\n"
                                  "Status\n"
                                  "1. The island is free.\n"
                                  "Money\n"
                                  "2. Its taxes are its own.\n");
    CHECK_STR(names(&found), STR("1 2"));
    CHECK_STR(found.items[0].text, STR("The island is free."));
    CHECK_STR(found.items[1].heading, STR("Money"));
}

TEST(a_text_without_numbers_is_cut_into_paragraphs)
{
    const struct document *document = NULL;
    tap_done(markdown_read(STR("x.md"), STR("# Wishes\n\n## Energy\n\nCoal ends.\n\nWind grows.\n"),
                           &input_limits_default, tap_arena(), &document, &error),
             &error, __FILE__, __LINE__);
    struct provisions found;
    provisions_cut(document, tap_arena(), &found);
    CHECK_STR(names(&found), STR("¶1 ¶2"));
    CHECK_STR(found.items[1].heading, STR("Energy"));
}

TEST(a_point_that_begins_with_a_figure_is_a_point)
{
    struct provisions found = cut("Demands\n"
                                  "1. 7.5 % more pay.\n"
                                  "2. 30 days of leave.\n"
                                  "3. A shorter week.\n");
    CHECK_STR(names(&found), STR("1 2 3"));
}

TEST(what_stands_before_the_first_number_is_a_point_when_it_is_more_than_a_title)
{
    struct provisions found =
        cut("Accord\n"
            "The two governments, wishing to end a quarrel of many years, have agreed as follows.\n"
            "\n"
            "1. The border is open.\n"
            "2. The tolls are gone.\n");
    CHECK_STR(names(&found), STR("¶1 1 2"));
}

TEST(no_word_is_lost_whatever_the_numbers)
{
    static const char *const labels[] = {"1. ", "2. ", "(a) ", "(b) ", "(1) ", "A. ", "2.1 ", ""};
    uint32_t draw = 11;
    for (int round = 0; round < 200; round++) {
        struct builder text = builder_make(tap_arena());
        builder_add_c(&text, "1. First of all.\n2. Then this.\n");
        for (int i = 0; i < 12; i++) {
            draw = draw * 1103515245u + 12345u;
            builder_print(&text, "%sw%d stands in a line that ends here.\n",
                          labels[(draw >> 16) % 8], i);
        }
        struct provisions found = cut(arena_c_string(tap_arena(), builder_str(&text)));
        for (int i = 0; i < 12; i++) {
            struct str word = arena_print(tap_arena(), "w%d stands", i);
            uint32_t times = 0;
            for (uint32_t p = 0; p < found.count; p++)
                times += str_contains(found.items[p].text, word);
            CHECK(times == 1);
        }
    }
}

TESTS(TAP_ENTRY(sub_points_stay_with_their_point),
      TAP_ENTRY(numbered_paragraphs_of_an_article_are_points_under_its_title),
      TAP_ENTRY(a_heading_between_points_belongs_to_those_behind_it),
      TAP_ENTRY(a_text_without_numbers_is_cut_into_paragraphs),
      TAP_ENTRY(a_point_that_begins_with_a_figure_is_a_point),
      TAP_ENTRY(what_stands_before_the_first_number_is_a_point_when_it_is_more_than_a_title),
      TAP_ENTRY(no_word_is_lost_whatever_the_numbers))
