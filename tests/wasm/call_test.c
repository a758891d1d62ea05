// SPDX-License-Identifier: Apache-2.0
// Calls as JavaScript makes them, by the native compiler: words and files in, answers out.
#include "wasm/call.h"

#include "tap.h"
#include "wasm/host_parts.h"

#include <string.h>

int host_progress(double done, double all)
{
    (void)done;
    (void)all;
    return 0;
}

static void add_word(struct wasm_call *call, const char *word)
{
    memcpy(call_word(call, strlen(word)), word, strlen(word));
}

static void add_file(struct wasm_call *call, const char *name, const char *bytes)
{
    memcpy(call_file(call, strlen(name), strlen(bytes)), bytes, strlen(bytes));
    memcpy(call_file_name(call), name, strlen(name));
}

static struct wasm_call *make_call(const char *const *words)
{
    struct wasm_call *call = call_new();
    for (; *words; words++)
        add_word(call, *words);
    add_file(call, "base.md", "# Plan\n\n1. Within 30 days after signature.\n");
    add_file(call, "desk/a.md", "# Plan\n\n1. Within 60 days after signature.\n");
    memcpy(call_moment(call), "2031-03-01T10:00:00Z", 20);
    return call;
}

TEST(what_a_verb_finds_is_handed_over)
{
    struct wasm_call *call =
        make_call((const char *const[]){"merge", "base.md", "A=desk/a.md", "-o", "out.md", NULL});
    CHECK_INT(call_run(call), 0);
    REQUIRE(call_answer_count(call) == 1);
    struct str output = {call_output(call, 0), call_output_length(call, 0)};
    CHECK(str_contains(output, STR("60")));
    CHECK(!call_is_yes(call, 0));
    CHECK(call_is_whole(call, 0));
    CHECK(strlen(call_summary(call, 0)) > 0);
    CHECK_STR(str_of(call_output_name(call)), str_of("out.md"));
    CHECK_STR(str_of(call_message(call)), str_of(""));
    call_free(call);
}

TEST(codes_and_messages_are_those_of_the_command_line)
{
    static const struct {
        const char *words[6];
        int code;
        const char *message;
    } cases[] = {
        {{"merge", "base.md", "A=desk/a.md", "--check"}, 1, ""},
        {{"merge", "base.md", "A=gone.md"},
         2,
         "gone.md: was not given; give the file with the words that name it"},
        {{"merge", "base.md", "A=desk/a.md", "-o", "base.md"},
         2,
         "base.md would be replaced by base.md, which is read; name another file"},
        {{"mrge", "base.md"}, 2, "there is no verb \"mrge\" here"},
        {{"help"}, 2, "there is no verb \"help\" here"},
        {{NULL}, 2, "there is no verb \"\" here"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wasm_call *call = make_call(cases[i].words);
        CHECK_INT(call_run(call), cases[i].code);
        CHECK_STR(str_of(call_message(call)), str_of(cases[i].message));
        call_free(call);
    }
}

TEST(only_verbs_on_a_case_need_a_file_system)
{
    static const struct {
        const char *verb;
        int needs;
    } cases[] = {{"merge", 0}, {"limits", 0}, {"bargain", 0}, {"show", 1},
                 {"init", 1},  {"import", 1}, {"brief", 1},   {"nothing", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wasm_call *call = make_call((const char *const[]){cases[i].verb, NULL});
        CHECK_INT(call_needs_files(call), cases[i].needs);
        call_free(call);
    }
}

TEST(a_call_that_never_ran_is_freed_too)
{
    call_free(make_call((const char *const[]){"merge", NULL}));
    call_free(NULL);
    CHECK(true);
}

TESTS(TAP_ENTRY(what_a_verb_finds_is_handed_over),
      TAP_ENTRY(codes_and_messages_are_those_of_the_command_line),
      TAP_ENTRY(only_verbs_on_a_case_need_a_file_system),
      TAP_ENTRY(a_call_that_never_ran_is_freed_too))
