// SPDX-License-Identifier: Apache-2.0
// The pages of the workbench: nothing stands inline, nothing breaks out, files come by their version.
#include "base/builder.h"
#include "render/page/page.h"
#include "tap.h"

#include <entente/pages.h>

#include <stdio.h>
#include <string.h>

static struct entente_error refused;
static const char hostile[] = "<img src=x onerror=alert(1)>\"'></title><script>alert(1)</script>";

static struct str output_of(struct entente_answer *answer)
{
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    struct str output = arena_copy(tap_arena(), (struct str){bytes, length});
    entente_answer_free(answer);
    return output;
}

static struct entente_page_options options_of(void)
{
    struct entente_page_options options;
    ENTENTE_CLEAR(&options);
    options.root = "/c1";
    options.assets = "/assets/";
    options.token = "token-of-the-session";
    options.now = "2031-03-20T10:00:00Z";
    options.role = ENTENTE_ROLE_SECRETARIAT;
    return options;
}

// What a strict Content-Security-Policy would refuse, and what only text from outside could bring.
static void check_strict(struct str page)
{
    static const char *const never[] = {"<style",      " style=",    "<script>",
                                        "javascript:", "onclick=",   "http://",
                                        "https://",    "<img src=x", "<script>alert"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (!CHECK(!str_contains(page, str_of(never[i]))))
            printf("# it holds %s\n", never[i]);
    CHECK(str_starts_with(page, STR("<!doctype html>")));
    CHECK(str_ends_with(page, STR("</html>\n")));
}

static struct str result_of(const char *party)
{
    static const struct entente_file base = {"base.md", "# Plan\n\n1. Within 30 days.\n", 26};
    struct entente_draft draft = {party, {"a.md", "# Plan\n\n1. Within 60 days.\n", 26}};
    struct entente_page_options options = options_of();
    struct entente_dropped dropped;
    struct entente_answer *answer;
    ENTENTE_CLEAR(&dropped);
    dropped.base = &base;
    dropped.drafts = &draft;
    dropped.draft_count = 1;
    dropped.address = "/merge/7";
    dropped.keep = "7";
    if (!CHECK(entente_drop_result_page(&options, &dropped, NULL, &answer, &refused)))
        return STR("");
    return output_of(answer);
}

TEST(the_first_page_takes_a_base_and_drafts)
{
    struct entente_page_options options = options_of();
    struct entente_answer *answer;
    REQUIRE(entente_drop_page(&options, NULL, &answer, &refused));
    struct str page = output_of(answer);
    check_strict(page);
    CHECK(str_contains(page, STR("enctype=\"multipart/form-data\" action=\"/c1/merge\"")));
    CHECK(str_contains(page, STR("name=\"base\"")));
    CHECK(str_contains(page, STR("name=\"drafts\"")));
    CHECK(str_contains(page, STR("value=\"token-of-the-session\"")));
}

TEST(what_was_dropped_is_shown_with_its_word_file_first)
{
    struct str page = result_of("Nordland");
    check_strict(page);
    CHECK(str_contains(page, STR("href=\"/merge/7.docx\">Word file</a>")));
    CHECK(str_contains(page, STR("<del>30</del>")));
    CHECK(str_contains(page, STR("<ins>60</ins><span class=\"who after\">Nordland</span>")));
    CHECK(str_contains(page, STR("name=\"dropped\" value=\"7\"")));
}

TEST(names_and_messages_cannot_break_out)
{
    struct entente_page_options options = options_of();
    struct entente_answer *answer;
    struct entente_message_page message;
    options.message = hostile;
    ENTENTE_CLEAR(&message);
    message.headline = hostile;
    message.text = hostile;
    message.back = "/\"><script>alert(1)</script>";
    message.asking = ENTENTE_ASK_PASSPHRASE;
    message.party = hostile;
    REQUIRE(entente_message_page(&options, &message, NULL, &answer, &refused));
    check_strict(output_of(answer));
    check_strict(result_of(hostile));
}

TEST(assets_are_asked_for_by_a_version_that_lasts)
{
    struct str page = result_of("Nordland");
    size_t at = str_find(page, STR("href=\"/assets/"));
    REQUIRE(at < page.length);
    struct str name = str_skip(page, at + strlen("href=\"/assets/"));
    name = str_slice(name, 0, str_find_byte(name, '"'));
    struct entente_asset asset;
    REQUIRE(entente_page_asset(arena_c_string(tap_arena(), name), &asset));
    CHECK(asset.is_lasting);
    CHECK(asset.length > 0);
    CHECK(strcmp(asset.media_type, "text/css; charset=utf-8") == 0);
    REQUIRE(entente_page_asset("desk.js", &asset));
    CHECK(!asset.is_lasting);
    REQUIRE(entente_page_asset("0123456789abcdef/desk.js", &asset));
    CHECK(!asset.is_lasting);
    CHECK(!entente_page_asset("desk.js/../page.css.c", &asset));
    CHECK(!entente_page_asset("", &asset));
}

TEST(every_party_of_a_merge_has_its_colour_in_the_style)
{
    enum { PARTIES = 200 };
    struct entente_asset asset;
    REQUIRE(entente_page_asset("parties.css", &asset));
    struct str style = {asset.bytes, asset.length};
    for (uint32_t i = 0; i < PARTIES; i++)
        CHECK(str_contains(style, arena_print(tap_arena(), ".h%u{--h:%u}", i, page_hue(i))));
}

TEST(parties_are_proposed_from_the_names_of_their_files)
{
    static const char *const files[] = {"/home/x/Plan_2031 - Velmark comments v2.docx",
                                        "Plan_2031 - Tarsen (final).docx", "plan_2031.md",
                                        "C:\\drafts\\Plan_2031 - Tarsen, clean.docx"};
    enum { COUNT = sizeof files / sizeof *files };
    char names[COUNT][ENTENTE_NAME_BYTES];
    entente_propose_names("Plan_2031 base.docx", files, COUNT, names);
    CHECK_STR(str_of(names[0]), STR("Velmark"));
    CHECK_STR(str_of(names[1]), STR("Tarsen"));
    CHECK_STR(str_of(names[2]), STR("Plan"));
    CHECK_STR(str_of(names[3]), STR("Tarsen 2"));
}

TEST(a_party_that_is_proposed_has_a_name_whatever_its_file_is_called)
{
    char longest[300];
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = 0;
    const char *files[] = {
        "", "...", "final.docx", longest, "\xc3\xa9t\xc3\xa9.docx", "a,b.docx", "\xff\xfe.docx"};
    enum { COUNT = sizeof files / sizeof *files };
    char names[COUNT][ENTENTE_NAME_BYTES];
    entente_propose_names("", files, COUNT, names);
    for (size_t i = 0; i < COUNT; i++) {
        CHECK(names[i][0] != 0);
        CHECK(strchr(names[i], ',') == NULL);
        for (size_t k = 0; k < i; k++)
            CHECK(strcmp(names[i], names[k]) != 0);
    }
    CHECK_STR(str_of(names[4]), STR("\xc3\xa9t\xc3\xa9"));
}

TESTS(TAP_ENTRY(the_first_page_takes_a_base_and_drafts),
      TAP_ENTRY(what_was_dropped_is_shown_with_its_word_file_first),
      TAP_ENTRY(names_and_messages_cannot_break_out),
      TAP_ENTRY(assets_are_asked_for_by_a_version_that_lasts),
      TAP_ENTRY(every_party_of_a_merge_has_its_colour_in_the_style),
      TAP_ENTRY(parties_are_proposed_from_the_names_of_their_files),
      TAP_ENTRY(a_party_that_is_proposed_has_a_name_whatever_its_file_is_called))
