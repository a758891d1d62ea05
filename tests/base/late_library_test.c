// SPDX-License-Identifier: Apache-2.0
#include "base/late_library.h"

#include "tap.h"

static double (*cosine)(double);
static double (*unknown)(double);

TEST(a_library_is_opened_once_and_its_functions_are_filled_in)
{
    static const struct late_function functions[] = {{"cos", &cosine}};
    struct late_library library = {.file = "libm.so.6",
                                   .package = "libc6",
                                   .functions = functions,
                                   .count = 1,
                                   .lock = PTHREAD_MUTEX_INITIALIZER};
    struct error error = {0};
    CHECK(late_library_open(&library, &error));
    CHECK(cosine && cosine(0) == 1);
    cosine = NULL;
    CHECK(late_library_open(&library, &error));
    CHECK(!cosine); // what is open is left alone
}

TEST(a_library_that_is_missing_is_named_with_its_package)
{
    struct late_library library = {
        .file = "libentente-never.so.1", .package = "never1", .lock = PTHREAD_MUTEX_INITIALIZER};
    for (int i = 0; i < 2; i++) { // asked again it is looked for again
        struct error error = {0};
        CHECK(!late_library_open(&library, &error));
        CHECK(error.code == UNSUPPORTED);
        CHECK(strstr(error.message, "libentente-never.so.1"));
        CHECK(strstr(error.message, "never1"));
    }
}

TEST(a_library_without_one_of_the_functions_is_too_old)
{
    static const struct late_function functions[] = {{"cos", &cosine},
                                                     {"cosine_of_the_future", &unknown}};
    struct late_library library = {.file = "libm.so.6",
                                   .package = "libc6",
                                   .functions = functions,
                                   .count = 2,
                                   .lock = PTHREAD_MUTEX_INITIALIZER};
    struct error error = {0};
    CHECK(!late_library_open(&library, &error));
    CHECK(error.code == UNSUPPORTED);
    CHECK(strstr(error.message, "cosine_of_the_future"));
    CHECK(!unknown);
}

TESTS(TAP_ENTRY(a_library_is_opened_once_and_its_functions_are_filled_in),
      TAP_ENTRY(a_library_that_is_missing_is_named_with_its_package),
      TAP_ENTRY(a_library_without_one_of_the_functions_is_too_old))
