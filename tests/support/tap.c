// SPDX-License-Identifier: Apache-2.0
#include "tap.h"

#include "base/file.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *test_arena;
static int failures;
static const char *skip_reason;

static bool failed(const char *file, int line, const char *what)
{
    failures++;
    const char *slash = strrchr(file, '/');
    printf("# %s:%d: %s\n", slash ? slash + 1 : file, line, what);
    return false;
}

bool tap_check(bool truth, const char *file, int line, const char *what)
{
    return truth || failed(file, line, what);
}

bool tap_check_int(int64_t found, int64_t wanted, const char *file, int line, const char *what)
{
    if (found == wanted)
        return true;
    failed(file, line, what);
    printf("#   found %" PRId64 ", wanted %" PRId64 "\n", found, wanted);
    return false;
}

// Where two texts part, less a few characters to see where one is.
static size_t parting(struct str a, struct str b)
{
    size_t at = 0;
    while (at < a.length && at < b.length && a.bytes[at] == b.bytes[at])
        at++;
    return at < 60 ? 0 : at - 60;
}

// At most 200 bytes; line breaks would end the TAP comment.
static void print_quoted(const char *lead, struct str s, size_t from)
{
    printf("#   %s %s\"", lead, from > 0 ? "…" : "");
    struct str shown = str_slice(s, from, from + 200);
    for (size_t i = 0; i < shown.length; i++)
        if (shown.bytes[i] == '\n')
            printf("\\n");
        else
            putchar(shown.bytes[i]);
    printf("\"\n");
}

bool tap_check_str(struct str found, struct str wanted, const char *file, int line,
                   const char *what)
{
    if (str_equal(found, wanted))
        return true;
    failed(file, line, what);
    size_t from = parting(found, wanted);
    print_quoted("found ", found, from);
    print_quoted("wanted", wanted, from);
    return false;
}

bool tap_done(bool done, const struct error *error, const char *file, int line)
{
    if (done)
        return true;
    char message[1024];
    error_print(error, message, sizeof message);
    return failed(file, line, message);
}

void tap_skip(const char *reason)
{
    skip_reason = reason;
}

struct arena *tap_arena(void)
{
    return test_arena;
}

static const char *joined(const char *folder, const char *path)
{
    return arena_print(test_arena, "%s/%s", folder, path).bytes;
}

const char *tap_source(const char *path)
{
    return joined(ENTENTE_SOURCE, path);
}

const char *tap_shared(const char *path)
{
    const char *folder = getenv("ENTENTE_SHARED");
    const char *found = joined(folder ? folder : ENTENTE_SOURCE "/../shared", path);
    return access(found, R_OK) == 0 ? found : NULL;
}

const char *tap_folder(void)
{
    static char path[256];
    const char *temporary = getenv("TMPDIR");
    if (path[0])
        return path;
    snprintf(path, sizeof path, "%s/entente-test-XXXXXX",
             temporary && *temporary ? temporary : "/tmp");
    if (!mkdtemp(path))
        abort();
    return path;
}

struct str tap_file(const char *path)
{
    struct str content = {NULL, 0};
    struct error error;
    if (!file_read(path, (size_t)1 << 30, test_arena, &content, &error))
        tap_done(false, &error, __FILE__, __LINE__);
    return content;
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value;
}

size_t tap_size(size_t daily, size_t nightly)
{
    if (is_set("ENTENTE_NIGHTLY"))
        return nightly;
    return is_set("ENTENTE_QUICK") ? (daily + 2) / 3 : daily;
}

uint64_t tap_random_next(struct tap_random *random)
{
    uint64_t z = random->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

uint32_t tap_random_below(struct tap_random *random, uint32_t below)
{
    return (uint32_t)(tap_random_next(random) % below);
}

// A sentence for the report: the name with spaces.
static void print_sentence(const char *name)
{
    for (; *name; name++)
        putchar(*name == '_' ? ' ' : *name);
}

int tap_main(const struct tap_test *tests, size_t count, int argument_count, char **arguments)
{
    const char *wanted = argument_count > 1 ? arguments[1] : "";
    bool all_passed = true;
    size_t number = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < count; i++) {
        if (!strstr(tests[i].name, wanted))
            continue;
        failures = 0;
        skip_reason = NULL;
        test_arena = arena_open();
        tests[i].run();
        arena_close(test_arena);
        printf("%sok %zu - ", failures ? "not " : "", ++number);
        print_sentence(tests[i].name);
        if (skip_reason)
            printf(" # SKIP %s", skip_reason);
        printf("\n");
        all_passed = all_passed && failures == 0;
    }
    printf("1..%zu\n", number);
    return all_passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
