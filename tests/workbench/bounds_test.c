// SPDX-License-Identifier: Apache-2.0
// What the public door promises a host: bounds on memory, and no secret left behind.
#include <entente/case.h>
#include <entente/merge.h>

#include "base/builder.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct entente_file file(const char *name, struct str text)
{
    return (struct entente_file){name, text.bytes, text.length};
}

TEST(a_call_stays_within_the_memory_it_may_hold)
{
    struct builder text = builder_make(tap_arena());
    for (int i = 0; i < 20000; i++)
        builder_print(&text, "%d. The parties shall withdraw within %d days.\n\n", i, i);
    struct entente_file base = file("base.md", builder_str(&text));
    struct entente_draft draft = {"A", file("a.md", builder_str(&text))};
    struct entente_merge_options options = {.size = sizeof options, .form = ENTENTE_BRACKETS};
    struct entente_bounds bounds = {.size = sizeof bounds, .memory_bytes = (size_t)1 << 20};
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    CHECK(!entente_merge(&options, &base, &draft, 1, &bounds, &answer, &error));
    CHECK_INT(error.code, ENTENTE_LIMIT);
    CHECK(str_contains(str_of(error.message), STR("more than 1 MiB of memory")));
    bounds.memory_bytes = 0;
    REQUIRE(entente_merge(&options, &base, &draft, 1, &bounds, &answer, &error));
    entente_answer_free(answer);
}

// A scenario of that many issues, in which so many pairs of options exclude each other.
static struct str scenario(uint32_t issues, uint32_t exclusions)
{
    struct builder out = builder_make(tap_arena());
    builder_print(&out, "{\"format\": \"entente-bargain/1\", \"issues\": [");
    for (uint32_t i = 0; i < issues; i++)
        builder_print(&out, "%s{\"name\": \"i%u\", \"options\": [\"a\", \"b\", \"c\"]}",
                      i ? "," : "", i);
    builder_print(&out, "], \"parties\": [");
    for (uint32_t p = 0; p < 3; p++) {
        builder_print(&out, "%s{\"name\": \"P%u\", \"reservation\": %u, \"scores\": [",
                      p ? "," : "", p, issues * 4);
        for (uint32_t i = 0; i < issues; i++)
            builder_print(&out, "%s[%u, %u, %u]", i ? "," : "", (i + p * 3) % 10, (i * 7 + p) % 10,
                          (i * 3 + p * 5) % 10);
        builder_print(&out, "]}");
    }
    builder_print(&out, "], \"forbidden\": [");
    for (uint32_t e = 0; e < exclusions; e++) {
        uint32_t a = e * 7 % issues;
        uint32_t b = (a + 1 + e * 11 % (issues - 1)) % issues;
        builder_print(&out, "%s[[%u, %u], [%u, %u]]", e ? "," : "", a, e % 3, b, e / 3 % 3);
    }
    builder_print(&out, "]}");
    return builder_str(&out);
}

static const unsigned char case_seed[ENTENTE_SEED_BYTES] = {7};

static struct entente_case *empty_case(const char *path)
{
    static const struct entente_field title[] = {{"title", "Talks"}};
    struct entente_act when = {
        .size = sizeof when, .now = "2031-03-01T10:00:00Z", .seed = case_seed};
    struct entente_init_options founding = {sizeof founding, "demo", title, 1};
    struct entente_answer *answer = NULL;
    struct entente_case *handle = NULL;
    struct entente_error error;
    if (!entente_case_init(&founding, path, &when, NULL, &answer, &error))
        return NULL;
    entente_answer_free(answer);
    return entente_case_open(NULL, path, NULL, &handle, &error) ? handle : NULL;
}

// The brief of an empty case with these scenarios says the words, and whether it is whole.
static void check_brief(struct str now, struct str before, const struct entente_bounds *bounds,
                        const char *words, bool is_whole)
{
    char path[] = "/tmp/entente-brief-XXXXXX";
    int descriptor = mkstemp(path);
    REQUIRE(descriptor >= 0);
    close(descriptor);
    unlink(path);
    struct entente_case *handle = empty_case(path);
    struct entente_file files[] = {file("now.json", now), file("before.json", before)};
    struct entente_brief_options options = {
        .size = sizeof options, .scenario = &files[0], .before = &files[1]};
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    REQUIRE(handle && entente_case_brief(&options, handle, bounds, &answer, &error));
    size_t length;
    const char *output = entente_answer_output(answer, &length);
    CHECK(str_contains((struct str){output, length}, str_of(words)));
    CHECK(entente_answer_is_whole(answer) == is_whole);
    entente_answer_free(answer);
    entente_case_close(handle);
    unlink(path);
}

TEST(a_brief_says_what_its_bounds_were_not_enough_for)
{
    struct str light = scenario(6, 4);
    struct entente_bounds bounds = {.size = sizeof bounds};
    check_brief(light, light, &bounds, "Agreement is as near as before", true);
    bounds.steps = 10;
    check_brief(scenario(30, 40), light, &bounds, "Not finished: the budget came to its end first",
                false);
    bounds = (struct entente_bounds){.size = sizeof bounds, .memory_bytes = (size_t)16 << 20};
    check_brief(scenario(40, 0), scenario(40, 140), &bounds,
                "The comparison with the scenario from before was not finished", false);
}

// A text that stands nowhere in the program: its bytes, each changed by MASK, are what is kept.
#define MASK 0x15
#define SECRET_BYTES 24

static void masked_secret(char *masked)
{
    for (size_t i = 0; i < SECRET_BYTES; i++)
        masked[i] = (char)(('a' + (i * 7 + 3) % 26) ^ MASK);
}

// The sanitiser would stop at what it keeps around the pieces of the heap.
__attribute__((no_sanitize("address"))) static size_t occurrences(const char *from, const char *to,
                                                                  const char *masked)
{
    size_t found = 0;
    for (const char *at = from; at + SECRET_BYTES <= to; at++) {
        size_t same = 0;
        while (same < SECRET_BYTES && (char)(at[same] ^ MASK) == masked[same])
            same++;
        found += same == SECRET_BYTES;
    }
    return found;
}

// How often the secret stands in what this process may write to.
static size_t count_in_memory(const char *masked)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[512];
    size_t found = 0;
    while (maps && fgets(line, sizeof line, maps)) {
        unsigned long from;
        unsigned long to;
        char rights[5];
        bool is_known = sscanf(line, "%lx-%lx %4s", &from, &to, rights) == 3 &&
                        strncmp(rights, "rw", 2) == 0 && to - from < (1ul << 28);
        if (is_known)
            found += occurrences((const char *)from, (const char *)to, masked);
    }
    if (maps)
        fclose(maps);
    return found;
}

static bool act(struct entente_case *handle, const char *passphrase, const struct entente_act *act,
                bool is_key)
{
    static const struct entente_field fields[] = {{"name", "Nations"}};
    struct entente_entering entering = {
        .size = sizeof entering, .kind = "party", .id = "UN", .fields = fields, .count = 1};
    struct entente_answer *answer = NULL;
    struct entente_error error;
    struct entente_key_options keying = {sizeof keying, "UN", passphrase};
    bool done = is_key ? entente_case_key(&keying, handle, act, NULL, &answer, &error)
                       : entente_case_enter(&entering, handle, act, NULL, &answer, &error);
    if (done)
        entente_answer_free(answer);
    return done;
}

TEST(a_passphrase_is_forgotten_once_its_keys_are_open)
{
    char masked[SECRET_BYTES];
    char path[] = "/tmp/entente-bounds-XXXXXX";
    int descriptor = mkstemp(path);
    REQUIRE(descriptor >= 0);
    close(descriptor);
    unlink(path);
    masked_secret(masked);
    struct entente_act when = {
        .size = sizeof when, .now = "2031-03-01T10:00:00Z", .seed = case_seed};
    struct entente_error error;
    struct entente_case *handle = empty_case(path);
    char *passphrase = calloc(1, SECRET_BYTES + 1);
    for (size_t i = 0; i < SECRET_BYTES; i++)
        passphrase[i] = (char)(masked[i] ^ MASK);
    REQUIRE(handle && act(handle, NULL, &when, false) && act(handle, passphrase, &when, true));
    entente_case_close(handle);
    struct entente_case_view view = {.size = sizeof view, .viewer = "UN", .passphrase = passphrase};
    REQUIRE(entente_case_open(&view, path, NULL, &handle, &error));
    CHECK_INT(count_in_memory(masked), 1); // the one in `passphrase`
    memset(passphrase, 0, SECRET_BYTES);
    CHECK_INT(count_in_memory(masked), 0);
    entente_case_close(handle);
    free(passphrase);
    unlink(path);
}

TESTS(TAP_ENTRY(a_call_stays_within_the_memory_it_may_hold),
      TAP_ENTRY(a_brief_says_what_its_bounds_were_not_enough_for),
      TAP_ENTRY(a_passphrase_is_forgotten_once_its_keys_are_open))
