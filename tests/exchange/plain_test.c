// SPDX-License-Identifier: Apache-2.0
#include "exchange/plain/plain.h"
#include "origins.h"
#include "tap.h"

static const struct document *read_text(struct str text)
{
    const struct document *document = NULL;
    struct error error;
    if (tap_done(
            plain_read(STR("a.txt"), text, &input_limits_default, tap_arena(), &document, &error),
            &error, __FILE__, __LINE__))
        tap_done(document_check(document, &error), &error, __FILE__, __LINE__);
    return document;
}

static struct str again(const struct document *document)
{
    struct builder out = builder_make(tap_arena());
    CHECK(from_origins(document, &out));
    return builder_str(&out);
}

TEST(a_line_is_a_paragraph_and_blank_lines_are_kept_by_origin)
{
    struct str text = STR("\xef\xbb\xbf"
                          "First line\r\n\r\n\r\n  (a) second\r\nthird");
    const struct document *document = read_text(text);
    CHECK_STR(document->text, STR("First line\n(a) second\nthird\n"));
    CHECK_STR(document->paragraphs[1].label.text, STR("(a)"));
    CHECK_INT(document->paragraphs[1].label.typed_bytes, 4);
    CHECK_STR(document->paragraphs[1].properties, STR("  "));
    CHECK_STR(again(document), str_skip(text, 3));
    const struct plain_source *source = document->source;
    CHECK(source->has_mark);
    CHECK_STR(source->line_end, STR("\r\n"));
}

TEST(an_empty_text_is_one_empty_paragraph)
{
    CHECK_STR(read_text(STR(""))->text, STR("\n"));
    CHECK_STR(read_text(STR("\n\n \n"))->text, STR("\n"));
}

TEST(lines_wrapped_by_hand_are_joined)
{
    const struct document *document =
        read_text(STR("The Parties to this Agreement, being Parties to the Convention on\n"
                      "Rivers and in furtherance of its objective, recalling the decision in\n"
                      "paragraph\n"
                      "\n"
                      "1. The Parties shall within thirty days of the entry into force of this\n"
                      "   Agreement and in accordance with the rules that are set out below, do\n"
                      "   what follows:\n"
                      "   (a) withdraw;\n"
                      "   (b) report to the commission each month in the form that is set out in\n"
                      "       the annex, and do so without delay.\n"));
    CHECK_INT(document->paragraph_count, 4);
    CHECK(str_contains(document->text, STR("Convention on Rivers and")));
    CHECK(str_contains(document->text, STR("below, do what follows:\n(a) withdraw;\n(b)")));
}

TEST(an_item_begins_behind_a_line_that_ends_in_a_bracket_or_quotation)
{
    struct error error;
    static const char *const ends[] = {"at its second session;]", "in the words \"as agreed.\"",
                                       "(as the annex has it.)", "[so they say;]\u201d"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct str text = arena_print(
            tap_arena(),
            "14. [Requests the secretariat to clarify in a facilitative, non-intrusive manner what "
            "the\n"
            "Parties said when they told of their plans, and to report to all of them on it %s\n"
            "15. Takes note of the report on the effect of all the plans that were told until now, "
            "and\n"
            "of what it says of the years to come, on which the Parties will speak once more in "
            "May;\n"
            "16. Invites the Parties to go on, and to tell the secretariat of it as soon as they "
            "can, so\n"
            "that it may be read before they meet again.\n",
            ends[i]);
        const struct document *document = NULL;
        REQUIRE_DONE(
            plain_read(STR("t.txt"), text, &input_limits_default, tap_arena(), &document, &error),
            &error);
        CHECK_INT(document->paragraph_count, 3);
    }
}

TEST(a_narrow_column_is_joined)
{
    const struct document *document =
        read_text(STR("1. The Parties shall act within\n30 days after they have been told\nof the "
                      "finding, unless the other\nside asks for more time.\n\n2. They shall tell "
                      "each other what\nthey have done, and when.\n"));
    REQUIRE(document != NULL && document->paragraph_count == 2);
    CHECK_STR(paragraph_body(document, &document->paragraphs[1]),
              STR("They shall tell each other what they have done, and when."));
}

TEST(short_lines_are_not_taken_for_wrapped_ones)
{
    const struct document *document = read_text(STR("Roses are red\nViolets are blue\nSugar\n\n"
                                                    "One more line of the same verse\nand two\n"));
    CHECK_INT(document->paragraph_count, 5);
}

TEST(utf_16_is_converted_and_broken_text_refused_with_its_place)
{
    static const char utf16[] = "\xff\xfe"
                                "A\0\xac\x20\x3d\xd8\x00\xde\n\0";
    CHECK_STR(read_text((struct str){utf16, sizeof utf16 - 1})->text, STR("A€😀\n"));
    const struct document *document;
    struct error error;
    CHECK(!plain_read(STR("a.txt"), STR("ab\ncd\xff"), &input_limits_default, tap_arena(),
                      &document, &error));
    CHECK_INT(error.code, BAD_INPUT);
    CHECK_INT(error.place.line, 2);
    CHECK_INT(error.place.column, 3);
}

TEST(real_agreements_come_back_from_their_origins)
{
    static const char *const names[] = {
        "data/brackets/8infnot.txt", "data/merge/prose-100p/base.txt",
        "data/timetable/agreements/minsk2_2015_package_of_measures.txt",
        "data/timetable/agreements/south_sudan_coha_2017.txt"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *path = tap_shared(names[i]);
        if (path == NULL) {
            tap_skip("the real inputs are not here");
            return;
        }
        struct str text = tap_file(path);
        const struct document *document = read_text(text);
        CHECK_STR(again(document), text);
    }
}

TESTS(TAP_ENTRY(a_line_is_a_paragraph_and_blank_lines_are_kept_by_origin),
      TAP_ENTRY(an_empty_text_is_one_empty_paragraph), TAP_ENTRY(lines_wrapped_by_hand_are_joined),
      TAP_ENTRY(an_item_begins_behind_a_line_that_ends_in_a_bracket_or_quotation),
      TAP_ENTRY(a_narrow_column_is_joined), TAP_ENTRY(short_lines_are_not_taken_for_wrapped_ones),
      TAP_ENTRY(utf_16_is_converted_and_broken_text_refused_with_its_place),
      TAP_ENTRY(real_agreements_come_back_from_their_origins))
