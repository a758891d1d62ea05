// SPDX-License-Identifier: Apache-2.0
// The pages of the workbench: nothing stands inline, nothing breaks out, files come by their version.
#include "base/builder.h"
#include "render/page/page.h"
#include "tap.h"

#include <entente/pages.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
                                        "javascript:", "onclick=",   "href=\"http",
                                        "src=\"http",  "<img src=x", "<script>alert"};
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
    struct entente_message message;
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

// --- Pages of a case

static const unsigned char first_seed[ENTENTE_SEED_BYTES] = {5};

struct talks {
    struct entente_case *handle;
    unsigned char seed[ENTENTE_SEED_BYTES];
    char path[64];
    bool is_done;
};

static struct entente_act next_act(struct talks *talks)
{
    talks->seed[1]++;
    return (struct entente_act){
        .size = sizeof(struct entente_act), .now = "2031-03-02T10:00:00Z", .seed = talks->seed};
}

static void done(struct talks *talks, bool is_done, struct entente_answer *answer)
{
    if (is_done)
        entente_answer_free(answer);
    else
        printf("# %s\n", refused.message);
    talks->is_done = talks->is_done && is_done;
}

static void enter(struct talks *talks, const char *kind, const char *id,
                  const struct entente_field *fields, size_t count)
{
    struct entente_act act = next_act(talks);
    struct entente_entering entering = {
        .size = sizeof entering, .kind = kind, .id = id, .fields = fields, .count = count};
    struct entente_answer *answer = NULL;
    done(talks, entente_case_enter(&entering, talks->handle, &act, NULL, &answer, &refused),
         answer);
}

static void submit(struct talks *talks, const char *party, struct str text)
{
    struct entente_act act = next_act(talks);
    struct entente_file file = {"plan.md", text.bytes, text.length};
    struct entente_submission submission = {
        .size = sizeof submission, .document = "plan", .party = party, .file = &file};
    struct entente_answer *answer = NULL;
    done(talks, entente_case_submit(&submission, talks->handle, &act, NULL, &answer, &refused),
         answer);
}

static struct str page_of(struct talks *talks, struct entente_page_options *options)
{
    struct entente_answer *answer;
    if (CHECK(entente_case_page(options, talks->handle, NULL, &answer, &refused)))
        return output_of(answer);
    printf("# %s\n", refused.message);
    return STR("");
}

static const char *slot_of(struct talks *talks)
{
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_TEXT;
    struct str page = page_of(talks, &options);
    size_t at = str_find(page, STR("/text/plan/slots/"));
    struct str id = str_skip(page, at + strlen("/text/plan/slots/"));
    return arena_c_string(tap_arena(), str_slice(id, 0, str_find_byte(id, '"')));
}

// Talks of two parties about one plan; every word that people give is `words`.
static bool talks_open(const char *words, struct talks *talks)
{
    struct entente_field title = {"title", words};
    struct entente_init_options founding = {sizeof founding, "demo", &title, 1};
    struct entente_field name = {"name", words};
    struct entente_answer *answer;
    *talks = (struct talks){.path = "/tmp/entente-pages-XXXXXX", .is_done = true};
    memcpy(talks->seed, first_seed, sizeof first_seed);
    int descriptor = mkstemp(talks->path);
    if (descriptor < 0)
        return false;
    close(descriptor);
    unlink(talks->path);
    struct entente_act act = next_act(talks);
    act.now = "2031-03-01T10:00:00Z";
    if (!entente_case_init(&founding, talks->path, &act, NULL, &answer, &refused))
        return false;
    entente_answer_free(answer);
    if (!entente_case_open(NULL, talks->path, NULL, &talks->handle, &refused))
        return false;
    enter(talks, "party", "NORD", &name, 1);
    enter(talks, "party", "SUED", &name, 1);
    enter(talks, "document", "plan", &title, 1);
    submit(talks, NULL,
           STR("# Plan\n\n1. Troops leave within 30 days of signing.\n\n2. Votes in spring.\n"));
    submit(talks, "NORD",
           arena_print(tap_arena(),
                       "# Plan\n\n1. Troops leave within 60 days of signing.\n\n2. Votes in %s.\n",
                       words));
    submit(talks, "SUED",
           STR("# Plan\n\n1. Troops leave within 10 days of signing.\n\n2. Votes in spring.\n"));
    return talks->is_done;
}

static void talks_close(struct talks *talks)
{
    entente_case_close(talks->handle);
    unlink(talks->path);
}

static void say_everywhere(struct talks *talks, const char *words, const char *slot)
{
    struct entente_field stance[] = {
        {"slot", slot}, {"party", "NORD"}, {"stance", "oppose"}, {"condition", words}};
    struct entente_field comment[] = {{"slot", slot}, {"party", "SUED"}, {"text", words}};
    struct entente_field note[] = {{"title", slot}, {"text", words}};
    struct entente_field person[] = {{"name", words}, {"party", "NORD"}, {"role", words}};
    struct entente_field meeting[] = {{"title", words}, {"place", words}, {"agenda", words}};
    struct entente_field said[] = {{"speaker", words}, {"paraphrase", words}, {"quote", words}};
    enter(talks, "stance", NULL, stance, 4);
    enter(talks, "comment", NULL, comment, 3);
    enter(talks, "note", NULL, note, 2);
    enter(talks, "delegate", NULL, person, 3);
    enter(talks, "meeting", NULL, meeting, 3);
    enter(talks, "statement", NULL, said, 3);
}

TEST(no_word_that_people_give_breaks_out_of_any_page)
{
    struct talks talks;
    REQUIRE(talks_open(hostile, &talks));
    const char *slot = slot_of(&talks);
    say_everywhere(&talks, hostile, slot);
    REQUIRE(talks.is_done);
    struct entente_file file = {hostile, hostile, sizeof hostile - 1};
    for (enum entente_page page = ENTENTE_PAGE_STANDING; page <= ENTENTE_PAGE_FINDINGS; page++) {
        if (page == ENTENTE_PAGE_CALENDAR)
            continue;
        struct entente_page_options options = options_of();
        options.page = page;
        options.slot = slot;
        options.message = hostile;
        options.search = hostile;
        options.upload = hostile;
        options.token = hostile;
        bool takes_file = page == ENTENTE_PAGE_DRAFTS || page == ENTENTE_PAGE_STATEMENTS;
        options.file = takes_file ? &file : NULL;
        options.party = page == ENTENTE_PAGE_DRAFTS ? "NORD" : NULL;
        struct str shown = page_of(&talks, &options);
        check_strict(shown);
        CHECK(str_contains(shown, STR("&lt;img src=x onerror=alert(1)&gt;")));
    }
    talks_close(&talks);
}

TEST(a_reader_is_given_nothing_to_act_with)
{
    struct talks talks;
    REQUIRE(talks_open("autumn", &talks));
    const char *slot = slot_of(&talks);
    for (enum entente_page page = ENTENTE_PAGE_STANDING; page <= ENTENTE_PAGE_FINDINGS; page++) {
        if (page == ENTENTE_PAGE_CALENDAR)
            continue;
        struct entente_page_options options = options_of();
        options.page = page;
        options.slot = slot;
        options.role = ENTENTE_ROLE_READER;
        CHECK(!str_contains(page_of(&talks, &options), STR("/acts\"")));
    }
    talks_close(&talks);
}

TEST(the_text_after_a_stance_is_that_of_a_cold_handle)
{
    struct talks talks;
    struct entente_case *cold;
    struct entente_answer *answer;
    REQUIRE(talks_open("autumn", &talks));
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_TEXT;
    const char *slot = slot_of(&talks);
    struct str before = page_of(&talks, &options);
    struct entente_field stance[] = {{"slot", slot}, {"party", "SUED"}, {"stance", "reserve"}};
    enter(&talks, "stance", NULL, stance, 3);
    struct str after = page_of(&talks, &options);
    CHECK(!str_equal(before, after));
    CHECK(str_contains(after, STR("SUED: reserve")));
    REQUIRE(entente_case_open(NULL, talks.path, NULL, &cold, &refused));
    REQUIRE(entente_case_page(&options, cold, NULL, &answer, &refused));
    CHECK_STR(after, output_of(answer));
    submit(&talks, "SUED", STR("# Plan\n\n1. Troops leave at once.\n\n2. Votes in spring.\n"));
    REQUIRE(entente_case_page(&options, cold, NULL, &answer, &refused));
    struct str caught_up = output_of(answer);
    CHECK(str_contains(caught_up, STR("at once")));
    CHECK_STR(caught_up, page_of(&talks, &options));
    entente_case_close(cold);
    talks_close(&talks);
}

TEST(one_reading_and_one_party_can_be_read_without_script)
{
    struct talks talks;
    REQUIRE(talks_open("autumn", &talks));
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_TEXT;
    options.reading = "base";
    struct str base = page_of(&talks, &options);
    CHECK(str_contains(base, STR("within 30 days")) && !str_contains(base, STR("<ins>")));
    options.reading = "NORD";
    CHECK(str_contains(page_of(&talks, &options), STR("within 60 days")));
    options.reading = "agreed";
    CHECK(str_contains(page_of(&talks, &options), STR("within […] days")));
    options.reading = NULL;
    options.party = "SUED";
    struct str own = page_of(&talks, &options);
    own = str_skip(own, str_find(own, STR("data-part=\"text\"")));
    CHECK(str_contains(own, STR("<ins>10</ins>")) && !str_contains(own, STR("<ins>60</ins>")));
    options.reading = "nobody";
    struct entente_answer *answer;
    CHECK(!entente_case_page(&options, talks.handle, NULL, &answer, &refused));
    talks_close(&talks);
}

TEST(an_open_place_says_what_each_wording_does_to_the_time)
{
    struct talks talks;
    REQUIRE(talks_open("autumn", &talks));
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_SLOT;
    options.slot = slot_of(&talks);
    struct str page = page_of(&talks, &options);
    CHECK(str_contains(page, STR("has the limit “within 30 days of signing”")));
    CHECK(str_contains(page, STR("sets a limit: “within 60 days of signing”")));
    CHECK(str_contains(page, STR("drops the limit “within 30 days of signing”")));
    talks_close(&talks);
}

TEST(chosen_wordings_are_laid_in_time_at_once)
{
    static const char *const choice[] = {"1=2", "999=1", "x", "1=77"};
    struct talks talks;
    REQUIRE(talks_open("autumn", &talks));
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_TIME;
    struct str base = page_of(&talks, &options);
    CHECK(str_contains(base, STR("within 30 days of signing")));
    options.choices = choice;
    options.choice_count = sizeof choice / sizeof *choice;
    struct str other = page_of(&talks, &options);
    CHECK(!str_contains(other, STR("<blockquote dir=\"auto\">within 30 days of signing")));
    CHECK(str_contains(other, STR("✓ All")) || str_contains(other, STR("✓ The one limit")));
    talks_close(&talks);
}

TEST(a_draft_is_shown_before_it_is_entered)
{
    static const struct entente_file file = {
        "next.md", "# Plan\n\n1. Troops leave within 45 days of signing.\n\n2. Votes in spring.\n",
        71};
    static const struct entente_file broken = {"other.docx", "no package", 10};
    struct talks talks;
    REQUIRE(talks_open("autumn", &talks));
    struct entente_page_options options = options_of();
    options.page = ENTENTE_PAGE_DRAFTS;
    options.party = "SUED";
    options.file = &file;
    options.upload = "u1";
    struct str page = page_of(&talks, &options);
    CHECK(str_contains(page, STR("<ins>45</ins>")));
    CHECK(str_contains(page, STR("name=\"upload\" value=\"u1\"")));
    options.file = &broken;
    page = page_of(&talks, &options);
    CHECK(str_contains(page, STR("class=\"bad\">✗ ")) && !str_contains(page, STR("value=\"u1\"")));
    talks_close(&talks);
}

TEST(a_page_is_bound_as_every_verb_is)
{
    static volatile sig_atomic_t stop = 1;
    struct entente_bounds bounds = {.size = sizeof bounds, .stop = &stop};
    struct entente_page_options options = options_of();
    struct talks talks;
    struct entente_answer *answer;
    REQUIRE(talks_open("autumn", &talks));
    options.page = ENTENTE_PAGE_TEXT;
    CHECK(!entente_case_page(&options, talks.handle, &bounds, &answer, &refused));
    CHECK(refused.code == ENTENTE_LIMIT);
    options.document = "nothing";
    CHECK(!entente_case_page(&options, talks.handle, NULL, &answer, &refused));
    CHECK(refused.code == ENTENTE_BAD_INPUT);
    talks_close(&talks);
}

TESTS(TAP_ENTRY(the_first_page_takes_a_base_and_drafts),
      TAP_ENTRY(what_was_dropped_is_shown_with_its_word_file_first),
      TAP_ENTRY(names_and_messages_cannot_break_out),
      TAP_ENTRY(assets_are_asked_for_by_a_version_that_lasts),
      TAP_ENTRY(every_party_of_a_merge_has_its_colour_in_the_style),
      TAP_ENTRY(parties_are_proposed_from_the_names_of_their_files),
      TAP_ENTRY(a_party_that_is_proposed_has_a_name_whatever_its_file_is_called),
      TAP_ENTRY(no_word_that_people_give_breaks_out_of_any_page),
      TAP_ENTRY(a_reader_is_given_nothing_to_act_with),
      TAP_ENTRY(the_text_after_a_stance_is_that_of_a_cold_handle),
      TAP_ENTRY(one_reading_and_one_party_can_be_read_without_script),
      TAP_ENTRY(an_open_place_says_what_each_wording_does_to_the_time),
      TAP_ENTRY(chosen_wordings_are_laid_in_time_at_once),
      TAP_ENTRY(a_draft_is_shown_before_it_is_entered), TAP_ENTRY(a_page_is_bound_as_every_verb_is))
