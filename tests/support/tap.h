// SPDX-License-Identifier: Apache-2.0
// The test harness: TAP on standard output, one process, no forks.
//
//   TEST(a_nul_byte_is_refused)
//   {
//       REQUIRE(text_read(...));      // leaves the test when false
//       CHECK(count == 3);            // reports and goes on
//       CHECK_INT(count, 3);
//       CHECK_STR(label, STR("7(a)"));
//   }
//   TESTS(a_nul_byte_is_refused)

#ifndef ENTENTE_TESTS_TAP_H
#define ENTENTE_TESTS_TAP_H

#include "base/arena.h"
#include "base/error.h"

struct tap_test {
    const char *name;
    void (*run)(void);
};

bool tap_check(bool truth, const char *file, int line, const char *what);
bool tap_check_int(int64_t found, int64_t wanted, const char *file, int line, const char *what);
bool tap_check_str(struct str found, struct str wanted, const char *file, int line,
                   const char *what);
// Ends the running test as skipped, with the reason.
void tap_skip(const char *reason);
// Runs all and gives the exit code. A first command line word picks the tests whose names hold it.
int tap_main(const struct tap_test *tests, size_t count, int argument_count, char **arguments);

// An arena that lives as long as the running test.
struct arena *tap_arena(void);
// Fails the test and prints the error when `done` is false.
bool tap_done(bool done, const struct error *error, const char *file, int line);

// Files. The folder of the real inputs is ../shared of the source tree, or $ENTENTE_SHARED; NULL
// when absent. tap_source gives a path inside the source tree.
const char *tap_shared(const char *path);
const char *tap_source(const char *path);
// A new folder in $TMPDIR or /tmp, one for each program; who fills it empties and removes it.
const char *tap_folder(void);
// The content of a file in the test's arena; fails the test when it cannot be read.
struct str tap_file(const char *path);

// How large a test is that tries one thing many times: `daily` in ./check, a third of it where
// $ENTENTE_QUICK is set, `nightly` where $ENTENTE_NIGHTLY is. tests/nightly.md lists them.
size_t tap_size(size_t daily, size_t nightly);

// A repeatable row of random numbers (splitmix64).
struct tap_random {
    uint64_t state;
};
uint64_t tap_random_next(struct tap_random *random);
// A number in [0, below).
uint32_t tap_random_below(struct tap_random *random, uint32_t below);

#define TEST(name) static void name(void)
#define CHECK(truth) tap_check((truth), __FILE__, __LINE__, #truth)
#define CHECK_INT(found, wanted)                                                                   \
    tap_check_int((int64_t)(found), (int64_t)(wanted), __FILE__, __LINE__, #found)
#define CHECK_STR(found, wanted) tap_check_str((found), (wanted), __FILE__, __LINE__, #found)
#define REQUIRE(truth)                                                                             \
    do {                                                                                           \
        if (!tap_check((truth), __FILE__, __LINE__, #truth))                                       \
            return;                                                                                \
    } while (0)
#define REQUIRE_DONE(call, error)                                                                  \
    do {                                                                                           \
        if (!tap_done((call), (error), __FILE__, __LINE__))                                        \
            return;                                                                                \
    } while (0)
#define TAP_ENTRY(name)                                                                            \
    {                                                                                              \
#name, name                                                                                \
    }
#define TESTS(...)                                                                                 \
    static const struct tap_test tests[] = {__VA_ARGS__};                                          \
    int main(int argument_count, char **arguments)                                                 \
    {                                                                                              \
        return tap_main(tests, sizeof tests / sizeof tests[0], argument_count, arguments);         \
    }

#endif
