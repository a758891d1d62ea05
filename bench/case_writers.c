// SPDX-License-Identifier: Apache-2.0
// Durable acts a second: processes that each enter notes into a case of their own or of all, each act on the
// disk before the next.
//
//     bench-case_writers SECONDS WRITERS CASE…       writer i enters into case i modulo their number
#include <entente/case.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static const char *clock_told(void *self)
{
    time_t now = time(NULL);
    struct tm parts;
    char *text = self;
    gmtime_r(&now, &parts);
    strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

static int fail(const struct entente_error *error)
{
    fprintf(stderr, "%s\n", error->message);
    return 1;
}

static bool enter(struct entente_case *handle, int writer, int number, struct entente_error *error)
{
    static char time_text[32];
    unsigned char seed[ENTENTE_SEED_BYTES] = {0};
    char id[32];
    memcpy(seed, &writer, sizeof writer);
    memcpy(seed + sizeof writer, &number, sizeof number);
    snprintf(id, sizeof id, "w%d", writer);
    struct entente_field field = {
        "text", "A hundred bytes of what somebody said in the course of the talks, which is "
                "what an act mostly is."};
    struct entente_entering entering = {
        .size = sizeof entering, .kind = "note", .id = id, .fields = &field, .count = 1};
    struct entente_act act = {
        .size = sizeof act, .seed = seed, .clock = clock_told, .clock_self = time_text};
    struct entente_answer *answer;
    if (!entente_case_enter(&entering, handle, &act, NULL, &answer, error))
        return false;
    entente_answer_free(answer);
    return true;
}

// Writes how many acts it entered.
static int write_acts(const char *path, int writer, double seconds, int out)
{
    struct entente_case *handle;
    struct entente_error error;
    int count = 0;
    if (!entente_case_open(NULL, path, NULL, &handle, &error))
        return fail(&error);
    for (double end = seconds_now() + seconds; seconds_now() < end; count++)
        if (!enter(handle, writer, count, &error))
            return fail(&error);
    entente_case_close(handle);
    return write(out, &count, sizeof count) == (ssize_t)sizeof count ? 0 : 1;
}

int main(int count, char **words)
{
    if (count < 4)
        return fprintf(stderr, "bench-case_writers SECONDS WRITERS CASE…\n"), 2;
    double seconds = strtod(words[1], NULL);
    int writers = (int)strtol(words[2], NULL, 10);
    int ends[2];
    if (pipe(ends) != 0)
        return 1;
    for (int i = 0; i < writers; i++)
        if (fork() == 0)
            _exit(write_acts(words[3 + i % (count - 3)], i, seconds, ends[1]));
    close(ends[1]);
    int all = 0;
    int one;
    int told = 0;
    for (; read(ends[0], &one, sizeof one) == (ssize_t)sizeof one; told++)
        all += one;
    while (wait(NULL) > 0)
        ;
    printf("%d writers, %d cases: %.0f acts a second%s\n", writers, count - 3, all / seconds,
           told == writers ? "" : " (some writers failed)");
    return told == writers ? 0 : 1;
}
