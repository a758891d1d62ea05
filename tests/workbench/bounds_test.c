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
    static const unsigned char seed[ENTENTE_SEED_BYTES] = {7};
    struct entente_act when = {.size = sizeof when, .now = "2031-03-01T10:00:00Z", .seed = seed};
    static const struct entente_field title[] = {{"title", "Talks"}};
    struct entente_answer *answer = NULL;
    struct entente_case *handle = NULL;
    struct entente_error error;
    struct entente_init_options founding = {sizeof founding, "demo", title, 1};
    REQUIRE(entente_case_init(&founding, path, &when, NULL, &answer, &error));
    entente_answer_free(answer);
    char *passphrase = calloc(1, SECRET_BYTES + 1);
    for (size_t i = 0; i < SECRET_BYTES; i++)
        passphrase[i] = (char)(masked[i] ^ MASK);
    REQUIRE(entente_case_open(NULL, path, NULL, &handle, &error));
    REQUIRE(act(handle, NULL, &when, false) && act(handle, passphrase, &when, true));
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
      TAP_ENTRY(a_passphrase_is_forgotten_once_its_keys_are_open))
