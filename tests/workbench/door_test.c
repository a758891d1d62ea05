// SPDX-License-Identifier: Apache-2.0
// The public door: structs of other sizes, and bounds that say stop before anything is done.
#include "workbench/door.h"

#include "base/builder.h"
#include "tap.h"

#include <entente/bargain.h>
#include <entente/brackets.h>
#include <entente/case.h>
#include <entente/document.h>
#include <entente/merge.h>
#include <entente/reading.h>
#include <entente/spatial.h>
#include <entente/timetable.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct entente_error refused;

static const struct entente_file base = {"base.md", "1. Within 30 days.\n", 19};
static const struct entente_draft draft = {"A", {"a.md", "1. Within 60 days.\n", 19}};

// The options of a version that has a member more.
struct newer_options {
    struct entente_merge_options known;
    const char *unknown;
};

static bool merge_with(const struct entente_merge_options *options, struct str *output)
{
    struct entente_answer *answer;
    if (!entente_merge(options, &base, &draft, 1, NULL, &answer, &refused))
        return false;
    size_t length;
    const char *bytes = entente_answer_output(answer, &length);
    *output = arena_copy(tap_arena(), (struct str){bytes, length});
    entente_answer_free(answer);
    return true;
}

TEST(what_an_older_program_does_not_know_is_nothing)
{
    struct entente_merge_options options;
    struct str whole;
    struct str short_one;
    memset(&options, 0xff, sizeof options);
    options.size = offsetof(struct entente_merge_options, hide_names);
    options.form = ENTENTE_PROPOSALS;
    options.format = ENTENTE_MARKDOWN;
    REQUIRE(merge_with(&options, &short_one));
    ENTENTE_CLEAR(&options);
    options.form = ENTENTE_PROPOSALS;
    REQUIRE(merge_with(&options, &whole));
    CHECK_STR(short_one, whole);
    CHECK(str_contains(whole, STR("A propose: 60")));
}

TEST(what_a_newer_program_asks_for_is_refused_only_when_it_asks)
{
    struct newer_options newer;
    struct str output;
    memset(&newer, 0, sizeof newer);
    newer.known.size = sizeof newer;
    CHECK(merge_with(&newer.known, &output));
    newer.unknown = "something";
    CHECK(!merge_with(&newer.known, &output));
    CHECK_INT(refused.code, ENTENTE_BAD_INPUT);
    CHECK(str_contains(str_of(refused.message), STR("does not know")));
}

TEST(a_size_that_was_never_set_is_refused)
{
    static const size_t sizes[] = {0, 1, sizeof(size_t) - 1, 4097, SIZE_MAX};
    struct str output;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct entente_merge_options options = {.size = sizes[i]};
        CHECK(!merge_with(&options, &output));
        CHECK(str_contains(str_of(refused.message), STR("ENTENTE_CLEAR")));
    }
    struct entente_bounds bounds = {.size = 0};
    struct entente_answer *answer;
    CHECK(!entente_merge(NULL, &base, &draft, 1, &bounds, &answer, &refused));
}

TEST(no_options_are_the_defaults)
{
    struct str none;
    struct str defaults;
    struct entente_merge_options options = {.size = sizeof options};
    REQUIRE(merge_with(NULL, &none) && merge_with(&options, &defaults));
    CHECK_STR(none, defaults);
}

static volatile sig_atomic_t stop_asked = 1;
static const struct entente_bounds stopped = {.size = sizeof stopped, .stop = &stop_asked};

static void check_stopped(bool done, const char *verb)
{
    if (done || refused.code != ENTENTE_LIMIT)
        printf("# %s goes on\n", verb);
    CHECK(!done && refused.code == ENTENTE_LIMIT);
}

#define CHECK_STOPPED(verb, ...)                                                                   \
    check_stopped(verb(__VA_ARGS__, &stopped, &answer, &refused), #verb)

TEST(every_verb_on_files_is_bound)
{
    struct entente_answer *answer;
    struct entente_rival rival = {"A", base};
    CHECK_STOPPED(entente_merge, NULL, &base, &draft, 1);
    CHECK_STOPPED(entente_view, NULL, &base);
    CHECK_STOPPED(entente_view_package, NULL, &base);
    CHECK_STOPPED(entente_issues, NULL, &base);
    CHECK_STOPPED(entente_diff, NULL, &base, &base);
    CHECK_STOPPED(entente_text, NULL, &base);
    CHECK_STOPPED(entente_brackets, NULL, &base);
    CHECK_STOPPED(entente_limits, NULL, &base, 1);
    CHECK_STOPPED(entente_statements, NULL, &base, 1);
    CHECK_STOPPED(entente_timetable, NULL);
    CHECK_STOPPED(entente_timetable_rivals, NULL, &rival, 1);
    CHECK_STOPPED(entente_timetable_network, NULL, &base, 1);
    CHECK_STOPPED(entente_timetable_date, NULL);
    CHECK_STOPPED(entente_bargain, NULL, &base);
    CHECK_STOPPED(entente_bargain_compare, NULL, &base, &base);
    CHECK_STOPPED(entente_spatial, NULL, &base);
    CHECK_STOPPED(entente_proof_verify, NULL, &base);
}

// Enough text for more steps than one, and more memory than a page.
static struct entente_file long_text(const char *name)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 1; i <= 400; i++)
        builder_print(&text,
                      "%d. The parties shall withdraw within %d days. \"Agreed\", said Anna Berg, "
                      "[the envoy] of Norway.\n\n",
                      i, i);
    struct str all = builder_str(&text);
    return (struct entente_file){name, all.bytes, all.length};
}

// The same, merged, as JSON.
static struct entente_file long_merged(const struct entente_file *text)
{
    const struct entente_draft own = {"A", *text};
    const struct entente_merge_options options = {.size = sizeof options, .form = ENTENTE_JSON};
    struct entente_answer *answer;
    struct entente_file merged = {.name = "merged.json"};
    if (entente_merge(&options, text, &own, 1, NULL, &answer, &refused)) {
        struct str output;
        output.bytes = entente_answer_output(answer, &output.length);
        output = arena_copy(tap_arena(), output);
        merged = (struct entente_file){merged.name, output.bytes, output.length};
        entente_answer_free(answer);
    }
    return merged;
}

// Every verb that reads a text looks at its bounds while it works, not at the start alone.
static void check_bound_within(const struct entente_bounds *bounds)
{
    const struct entente_file text = long_text("text.md");
    const struct entente_file merged = long_merged(&text);
    const struct entente_draft own = {"A", text};
    const struct entente_rival rival = {"A", text};
    struct entente_timetable_options planned = {.size = sizeof planned, .text = &text};
    struct entente_answer *answer = NULL;
#define CHECK_BOUND(verb, ...) check_stopped(verb(__VA_ARGS__, bounds, &answer, &refused), #verb)
    CHECK_BOUND(entente_merge, NULL, &text, &own, 1);
    CHECK_BOUND(entente_view, NULL, &merged);
    CHECK_BOUND(entente_issues, NULL, &merged);
    CHECK_BOUND(entente_diff, NULL, &text, &text);
    CHECK_BOUND(entente_text, NULL, &text);
    CHECK_BOUND(entente_brackets, NULL, &text);
    CHECK_BOUND(entente_limits, NULL, &text, 1);
    CHECK_BOUND(entente_statements, NULL, &text, 1);
    CHECK_BOUND(entente_timetable, &planned);
    CHECK_BOUND(entente_timetable_rivals, &planned, &rival, 1);
    CHECK(answer == NULL);
}

TEST(a_verb_that_reads_is_bound_while_it_reads)
{
    check_bound_within(&(struct entente_bounds){.size = sizeof(struct entente_bounds), .steps = 1});
    check_bound_within(
        &(struct entente_bounds){.size = sizeof(struct entente_bounds), .memory_bytes = 4096});
}

TEST(every_verb_on_a_case_is_bound)
{
    static const unsigned char seed[ENTENTE_SEED_BYTES] = {1};
    static const struct entente_field title = {"title", "Talks"};
    char path[] = "/tmp/entente-door-XXXXXX";
    close(mkstemp(path));
    unlink(path);
    struct entente_act act = {.size = sizeof act, .now = "2031-03-01T10:00:00Z", .seed = seed};
    struct entente_init_options founding = {sizeof founding, "demo", &title, 1};
    struct entente_answer *answer;
    struct entente_case *handle;
    CHECK_STOPPED(entente_case_init, &founding, path, &act);
    CHECK(access(path, F_OK) != 0);
    REQUIRE(entente_case_init(&founding, path, &act, NULL, &answer, &refused));
    entente_answer_free(answer);
    check_stopped(entente_case_open(NULL, path, &stopped, &handle, &refused), "entente_case_open");
    REQUIRE(entente_case_open(NULL, path, NULL, &handle, &refused));
    CHECK_STOPPED(entente_case_enter, NULL, handle, &act);
    CHECK_STOPPED(entente_case_submit, NULL, handle, &act);
    CHECK_STOPPED(entente_case_next, NULL, handle, &act);
    CHECK_STOPPED(entente_case_key, NULL, handle, &act);
    CHECK_STOPPED(entente_case_settle, NULL, handle, &act);
    CHECK_STOPPED(entente_case_consent, NULL, handle, &act);
    CHECK_STOPPED(entente_case_unseal, NULL, handle);
    CHECK_STOPPED(entente_case_show, NULL, handle);
    CHECK_STOPPED(entente_case_log, NULL, handle);
    CHECK_STOPPED(entente_case_checkpoint, NULL, handle);
    CHECK_STOPPED(entente_case_prove, NULL, handle);
    CHECK_STOPPED(entente_case_export, NULL, handle);
    CHECK_STOPPED(entente_case_rebuild, handle);
    CHECK_STOPPED(entente_case_brief, NULL, handle);
    CHECK_STOPPED(entente_case_verify, NULL, path);
    CHECK_STOPPED(entente_case_import, NULL, path, path, &act);
    entente_case_close(handle);
    unlink(path);
}

TESTS(TAP_ENTRY(what_an_older_program_does_not_know_is_nothing),
      TAP_ENTRY(what_a_newer_program_asks_for_is_refused_only_when_it_asks),
      TAP_ENTRY(a_size_that_was_never_set_is_refused), TAP_ENTRY(no_options_are_the_defaults),
      TAP_ENTRY(every_verb_on_files_is_bound), TAP_ENTRY(a_verb_that_reads_is_bound_while_it_reads),
      TAP_ENTRY(every_verb_on_a_case_is_bound))
