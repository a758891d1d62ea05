// SPDX-License-Identifier: Apache-2.0
#include "codec/json.h"
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"
#include "merge/one_reading.h"
#include "sheets.h"
#include "tap.h"
#include "text/fold.h"
#include "workbench/text/sheet_file.h"

static const struct str plan[] = {
    STR_INIT("# Plan\n\nThe Parties shall report within 30 days [as agreed].\n\n"
             "1. First, **monthly** and *in full*.\n2. Second (see below).\n\n"
             "| a | b |\n|---|---|\n| one | two |\n\nThe end & more.\n"),
    STR_INIT(
        "# Plan\n\nThe Parties shall report within 14 days [as agreed].\n\n"
        "1. First, **weekly** and *in full*.\n2. Second (see below).\n"
        "3. A new [US: item] here.\n\n| a | b |\n|---|---|\n| one | three |\n\nThe end & more.\n"),
    STR_INIT("# Plan\n\nThe Parties shall report within 14 days [as agreed].\n\n"
             "1. First, **monthly** and *in full*.\n\n"
             "| a | b |\n|---|---|\n| one | two |\n\nThe end & (nothing) more.\n"),
    STR_INIT("# Plan\n\nThe Parties report within 60 working days [as agreed].\n\n"
             "1. First, **monthly** and *in full*.\n2. Second (see below).\n\n"
             "| a | b |\n|---|---|\n| one | two |\n"),
    STR_INIT("# Plan\n\nThe Parties shall report within 30 days [as agreed].\n\n"
             "1. First, **monthly** and *in full*.\n2. Second (see below).\n\n"
             "| a | b |\n|---|---|\n| one | two |\n\nThe end & more.\n"),
};
enum { PLANS = sizeof plan / sizeof plan[0] };

static struct sheet plan_sheet(bool is_markdown)
{
    struct sheet sheet = {.point_count = 0};
    struct error error;
    tap_done(sheet_of_texts(plan, PLANS, is_markdown, tap_arena(), &sheet, &error), &error,
             __FILE__, __LINE__);
    return sheet;
}

static struct str write_as(const struct sheet *sheet, enum merged_form form,
                           enum merged_medium medium, bool hide_names)
{
    struct merged_style options = {form, medium, hide_names};
    return sheet_shown(sheet, &options, tap_arena());
}

static void check_readings(const struct sheet *written, const struct sheet *read)
{
    CHECK_INT(read->party_count, written->party_count);
    for (uint32_t i = 0; i <= written->party_count; i++) {
        struct sheet_reading reading = {READ_PARTY, {i}};
        if (i == written->party_count)
            reading.kind = READ_BASE;
        CHECK_STR(words_only(sheet_read(read, reading, tap_arena()), tap_arena()),
                  words_only(sheet_read(written, reading, tap_arena()), tap_arena()));
    }
}

TEST(json_gives_the_same_sheet_again)
{
    struct sheet sheet = plan_sheet(true);
    struct str text = merged_json_write(&sheet, tap_arena());
    struct sheet again;
    struct error error;
    REQUIRE_DONE(
        merged_json_read(STR("a.json"), text, &input_limits_default, tap_arena(), &again, &error),
        &error);
    CHECK_STR(merged_json_write(&again, tap_arena()), text);
    check_readings(&sheet, &again);
}

TEST(json_has_the_fields_that_are_promised)
{
    struct sheet sheet = plan_sheet(true);
    const struct json *root;
    struct error error;
    REQUIRE_DONE(json_read(STR("x"), merged_json_write(&sheet, tap_arena()), &input_limits_default,
                           tap_arena(), &root, &error),
                 &error);
    CHECK_STR(json_member(root, "format")->text, STR("entente-merge/1"));
    CHECK_INT(json_member(root, "parties")->count, 4);
    const struct json *point = &json_member(root, "points")->items[1];
    const struct json *segments = json_member(point, "segments");
    CHECK(json_member(point, "label") != NULL && json_member(point, "path") != NULL);
    const struct json *variants = NULL;
    for (size_t i = 0; i < segments->count && variants == NULL; i++)
        variants = json_member(&segments->items[i], "variants");
    REQUIRE(variants != NULL);
    CHECK(json_member(&variants->items[0], "base")->truth);
    CHECK(json_member(&variants->items[0], "text") != NULL);
    CHECK(json_member(&variants->items[0], "parties")->kind == JSON_ARRAY);
    CHECK(json_member(json_member(root, "summary"), "slots") != NULL);
    CHECK(json_member(root, "notes")->kind == JSON_ARRAY);
}

TEST(broken_json_is_refused_with_its_place)
{
    static const char *const texts[] = {
        "{}",
        "{\"format\":\"entente-merge/1\",\"parties\":[\"A\",\"A\"]}",
        "{\"format\":\"entente-merge/1\",\"points\":[{\"segments\":[{}]}]}",
        "{\"format\":\"entente-merge/1\",\"points\":[{\"segments\":[{\"variants\":[]}]}]}",
        ("{\"format\":\"entente-merge/1\",\"points\":[{\"segments\":[{\"variants\":"
         "[{\"text\":\"x\",\"base\":true,\"parties\":[\"Z\"]}]}]}]}"),
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct sheet sheet;
        struct error error;
        CHECK(!merged_json_read(STR("a.json"), str_of(texts[i]), &input_limits_default, tap_arena(),
                                &sheet, &error));
        CHECK_INT(error.code, BAD_INPUT);
    }
}

static void check_brackets(bool is_markdown, enum merged_medium medium)
{
    struct sheet sheet = plan_sheet(is_markdown);
    struct str text = write_as(&sheet, MERGED_BRACKETS, medium, false);
    struct sheet again;
    struct error error;
    REQUIRE_DONE(
        bracketed_read(STR("a"), text, medium, &input_limits_default, tap_arena(), &again, &error),
        &error);
    check_readings(&sheet, &again);
    struct str base;
    REQUIRE_DONE(bracketed_resolve(STR("a"), text, medium, (struct sheet_reading){READ_BASE, {0}},
                                   &input_limits_default, tap_arena(), &base, &error),
                 &error);
    CHECK_STR(base, plan[0]);
}

TEST(bracketed_markdown_is_read_again_and_resolves_to_the_base_byte_for_byte)
{
    check_brackets(true, MEDIUM_MARKDOWN);
}

TEST(bracketed_text_is_read_again_and_resolves_to_the_base_byte_for_byte)
{
    check_brackets(false, MEDIUM_TEXT);
}

TEST(a_party_that_keeps_the_base_is_known_from_the_last_line)
{
    static const char text[] = "Report [A: soon].\n\n<!-- entente-merge/1; parties: A; B -->\n";
    struct sheet sheet;
    struct error error;
    REQUIRE_DONE(bracketed_read(STR("a.md"), str_of(text), MEDIUM_MARKDOWN, &input_limits_default,
                                tap_arena(), &sheet, &error),
                 &error);
    CHECK_INT(sheet.party_count, 2);
    CHECK_STR(sheet_read(&sheet, (struct sheet_reading){READ_PARTY, {0}}, tap_arena()),
              STR("Report soon.\n"));
    CHECK_STR(sheet_read(&sheet, (struct sheet_reading){READ_PARTY, {1}}, tap_arena()),
              STR("Report .\n"));
}

TEST(text_without_wordings_is_refused)
{
    struct sheet sheet;
    struct error error;
    CHECK(!bracketed_read(STR("a.md"), STR("Nothing [here] [at all: ever"), MEDIUM_MARKDOWN,
                          &input_limits_default, tap_arena(), &sheet, &error));
    CHECK_INT(error.code, BAD_INPUT);
}

TEST(brackets_name_the_holders_base_first)
{
    static const struct str texts[] = {STR_INIT("Report within 30 days.\n"),
                                       STR_INIT("Report within 14 days.\n"),
                                       STR_INIT("Report within 14 days.\n")};
    struct sheet sheet;
    struct error error;
    REQUIRE_DONE(sheet_of_texts(texts, 3, false, tap_arena(), &sheet, &error), &error);
    CHECK(str_starts_with(write_as(&sheet, MERGED_BRACKETS, MEDIUM_TEXT, false),
                          STR("Report within [base: 30] [A, B: 14] days.\n")));
    CHECK_STR(write_as(&sheet, MERGED_BRACKETS, MEDIUM_TEXT, true),
              STR("Report within [30] [14] days.\n"));
    CHECK_STR(write_as(&sheet, MERGED_PROPOSALS, MEDIUM_TEXT, false),
              STR("Report within [base: 30] [A/B propose: 14] days.\n"));
    CHECK_STR(write_as(&sheet, MERGED_REDLINE, MEDIUM_MARKDOWN, false),
              STR("Report within ~~30~~ **14** (A, B) days.\n"));
    CHECK(str_contains(write_as(&sheet, MERGED_COLUMNS, MEDIUM_MARKDOWN, false),
                       STR("| Report within 30 days. | Report within 14 days. |")));
}

// A row or table that stands open as a whole has all its cells in one wording.
TEST(cells_of_an_open_row_or_table_are_said_once)
{
    static const struct str base = STR_INIT("Before it.\n\n| one | two |\n|---|---|\n| three | "
                                            "four |\n| five | six |\n\nBehind it.\n");
    static const struct str drafts[] = {
        STR_INIT("Before it.\n\nBehind it.\n"),
        STR_INIT("Before it.\n\n| one | two |\n|---|---|\n| three | four |\n\nBehind it.\n"),
    };
    static const struct str cells[] = {STR_INIT("two"), STR_INIT("four"), STR_INIT("six")};
    for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
        const struct str texts[] = {base, drafts[i]};
        struct sheet sheet;
        struct error error;
        REQUIRE_DONE(sheet_of_texts(texts, 2, true, tap_arena(), &sheet, &error), &error);
        struct str text = write_as(&sheet, MERGED_BRACKETS, MEDIUM_MARKDOWN, false);
        for (size_t k = 0; k < sizeof cells / sizeof cells[0]; k++) {
            size_t at = str_find(text, cells[k]);
            REQUIRE(at < text.length);
            CHECK(!str_contains(str_skip(text, at + 1), cells[k]));
        }
    }
}

static void check_one_reading(const struct sheet *sheet, struct sheet_reading reading)
{
    struct sheet one;
    struct sheet_reading base = {.kind = READ_BASE};
    struct merged_style style = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    struct error error;
    const struct document *document;
    sheet_of_reading(sheet, reading, tap_arena(), &one);
    struct str read = sheet_read(sheet, reading, tap_arena());
    CHECK_STR(sheet_read(&one, base, tap_arena()), read);
    struct str text = sheet_shown(&one, &style, tap_arena());
    REQUIRE_DONE(
        markdown_read(STR("one.md"), text, &input_limits_default, tap_arena(), &document, &error),
        &error);
    struct sheet_reading as_written = {.kind = READ_BASE};
    CHECK(!str_contains(text, STR("entente-merge")));
    CHECK_STR(
        words_only(text_fold(str_trim(document->text), tap_arena()), tap_arena()),
        words_only(text_fold(str_trim(sheet_read(&one, as_written, tap_arena())), tap_arena()),
                   tap_arena()));
}

TEST(one_reading_is_a_sheet_that_reads_the_same)
{
    struct sheet sheet = plan_sheet(true);
    for (uint32_t i = 0; i < sheet.party_count; i++)
        check_one_reading(&sheet, (struct sheet_reading){READ_PARTY, {i}});
    check_one_reading(&sheet, (struct sheet_reading){.kind = READ_BASE});
    check_one_reading(&sheet, (struct sheet_reading){.kind = READ_AGREED});
}

TEST(every_form_exists_in_every_medium_and_is_repeatable)
{
    struct sheet sheet = plan_sheet(true);
    for (int form = MERGED_BRACKETS; form <= MERGED_JSON; form++)
        for (int medium = MEDIUM_MARKDOWN; medium <= MEDIUM_HTML; medium++)
            for (int hide = 0; hide < 2; hide++) {
                struct str text =
                    write_as(&sheet, (enum merged_form)form, (enum merged_medium)medium, hide == 1);
                CHECK(text.length > 100);
                CHECK_STR(
                    write_as(&sheet, (enum merged_form)form, (enum merged_medium)medium, hide == 1),
                    text);
                if (hide && form != MERGED_JSON)
                    CHECK(!str_contains(text, STR("C, D")));
            }
}

TEST(pages_hold_hostile_text_without_running_it)
{
    static const struct str texts[] = {
        STR_INIT("Start </script><script>alert(1)</script> & \"quoted\" 'text' \x01 end.\n"),
        STR_INIT("Start </style><img src=x onerror=alert(2)> & \"quoted\" end.\n")};
    struct sheet sheet;
    struct error error;
    REQUIRE_DONE(sheet_of_texts(texts, 2, false, tap_arena(), &sheet, &error), &error);
    for (int form = MERGED_BRACKETS; form <= MERGED_COLUMNS; form++) {
        struct str page = write_as(&sheet, (enum merged_form)form, MEDIUM_HTML, false);
        CHECK(!str_contains(page, STR("<script>alert")));
        CHECK(!str_contains(page, STR("<img")));
        CHECK(!str_contains(page, STR("\x01")));
        CHECK(str_contains(page, STR("&lt;")));
        CHECK(!str_contains(page, STR("http://")) && !str_contains(page, STR("https://")));
    }
}

TEST(nothing_in_a_text_commands_the_terminal)
{
    static const struct str texts[] = {STR_INIT("Start \x1b[2J one\xc2\x9b end.\n"),
                                       STR_INIT("Start \x1b[2J two\xc2\x9b end.\n")};
    struct sheet sheet;
    struct error error;
    REQUIRE_DONE(sheet_of_texts(texts, 2, false, tap_arena(), &sheet, &error), &error);
    struct str out = write_as(&sheet, MERGED_REDLINE, MEDIUM_TERMINAL, false);
    CHECK(!str_contains(out, STR("\x1b[2J")));
    CHECK(!str_contains(out, STR("\xc2\x9b")));
}

TESTS(TAP_ENTRY(json_gives_the_same_sheet_again), TAP_ENTRY(json_has_the_fields_that_are_promised),
      TAP_ENTRY(broken_json_is_refused_with_its_place),
      TAP_ENTRY(bracketed_markdown_is_read_again_and_resolves_to_the_base_byte_for_byte),
      TAP_ENTRY(bracketed_text_is_read_again_and_resolves_to_the_base_byte_for_byte),
      TAP_ENTRY(a_party_that_keeps_the_base_is_known_from_the_last_line),
      TAP_ENTRY(text_without_wordings_is_refused), TAP_ENTRY(brackets_name_the_holders_base_first),
      TAP_ENTRY(cells_of_an_open_row_or_table_are_said_once),
      TAP_ENTRY(one_reading_is_a_sheet_that_reads_the_same),
      TAP_ENTRY(every_form_exists_in_every_medium_and_is_repeatable),
      TAP_ENTRY(pages_hold_hostile_text_without_running_it),
      TAP_ENTRY(nothing_in_a_text_commands_the_terminal))
