// SPDX-License-Identifier: Apache-2.0
// How long a scenario with uncertain values takes, step by step: bench-uncertain FILE.json…
#include "base/file.h"
#include "exchange/bargain/uncertain_json.h"
#include "uncertain_values/questions.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_tally(const char *name, const struct tally *tally)
{
    printf("%s %.*s%s%.*s, ", name, STR_ARGS(tally->at_least), tally->is_exact ? "" : " to ",
           tally->is_exact ? 0 : (int)tally->at_most.length, tally->at_most.bytes);
}

static bool run(const char *path, struct arena *arena, struct error *error)
{
    struct str text;
    struct scenario scenario;
    struct uncertain uncertain;
    struct views views;
    struct assessment assessment;
    struct questions questions;
    struct budget budget = budget_unlimited();
    double start = seconds();
    if (!file_read(path, input_limits_default.file_bytes, arena, &text, error) ||
        !uncertain_json_read(str_of(path), text, &input_limits_default, arena, &scenario,
                             &uncertain, error) ||
        !views_make(&uncertain, str_of(path), &budget, arena, &views, error))
        return false;
    double read = seconds();
    if (!assess(&views, &budget, arena, &assessment, error))
        return false;
    double assessed = seconds();
    if (!questions_find(&assessment, &budget, arena, &questions, error))
        return false;
    double asked = seconds();
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    struct str best = questions.count > 0 ? questions.items[0].worst : STR("all");
    printf("%s: %.*s packages, ", path, STR_ARGS(assessment.packages));
    print_tally("sure", &assessment.for_all.surely);
    print_tally("possible", &assessment.for_all.possibly);
    printf(
        "%zu listed (%llu open); %zu of %zu questions, best leaves %.*s of %.*s; reading %.3f s, "
        "assessing %.3f s, asking %.3f s, %ld MB\n",
        assessment.listed_count, (unsigned long long)assessment.undominated.open, questions.weighed,
        questions.possible, STR_ARGS(best), STR_ARGS(questions.undecided), read - start,
        assessed - read, asked - assessed, usage.ru_maxrss / 1024);
    return true;
}

int main(int argument_count, char **arguments)
{
    for (int i = 1; i < argument_count; i++) {
        struct arena *arena = arena_open();
        struct error error;
        if (!run(arguments[i], arena, &error)) {
            char line[1024];
            error_print(&error, line, sizeof line);
            printf("%s\n", line);
        }
        arena_close(arena);
    }
    return 0;
}
