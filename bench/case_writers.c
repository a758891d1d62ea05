// SPDX-License-Identifier: Apache-2.0
// Durable acts a second: processes that each enter notes into a case of their own or of all, each act on the
// disk before the next.
//
//     bench-case_writers SECONDS WRITERS[/SERVERS] CASE…    writer i enters into case i modulo their number
//
// With SERVERS the writers are those of so many processes, each of which does as `entente serve` does: one
// handle for each case, held, through which all of its writers act, as parties do that came by a link; acts
// in turn for ten milliseconds; then each handle through which somebody acted is flushed (released first,
// where there are several), and only then its acts count.
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

// --- Writers of a server

enum { BATCH_MS = 10, WRITERS_MAX = 256 };

struct served {
    struct entente_case *handles[WRITERS_MAX]; // by case; NULL: none of its writers is here
    bool has_acted[WRITERS_MAX];
    int numbers[WRITERS_MAX]; // of the writers
    int count, case_count;
    int entered; // by each, and tried for one more
};

static bool open_served(struct served *served, char **cases, int writers, int servers, int server,
                        struct entente_error *error)
{
    for (int i = server; i < writers; i += servers) {
        served->numbers[served->count++] = i;
        struct entente_case **handle = &served->handles[i % served->case_count];
        if (!*handle &&
            (!entente_case_open(NULL, cases[i % served->case_count], NULL, handle, error) ||
             !entente_case_hold(*handle, error)))
            return false;
    }
    return true;
}

static bool flush_acted(struct served *served, struct entente_error *error)
{
    int acted = 0;
    for (int i = 0; i < served->case_count; i++)
        acted += served->has_acted[i];
    for (int i = 0; acted > 1 && i < served->case_count; i++)
        if (served->has_acted[i] && !entente_case_release(served->handles[i], error))
            return false;
    for (int i = 0; i < served->case_count; i++) {
        if (served->has_acted[i] && !entente_case_flush(served->handles[i], error))
            return false;
        served->has_acted[i] = false;
    }
    return true;
}

// *count grows by the acts of a batch, of which the disk has all.
static bool serve_batch(struct served *served, int *next, int *count, struct entente_error *error)
{
    int first = *next;
    int acts = 0;
    double end = seconds_now() + BATCH_MS / 1e3;
    while (acts < served->count && (acts == 0 || seconds_now() < end)) {
        int writer = served->numbers[(first + acts++) % served->count];
        int at = writer % served->case_count;
        served->has_acted[at] = true;
        if (!enter(served->handles[at], writer, served->entered++, error))
            return false;
    }
    *next = (first + acts) % served->count;
    *count += acts;
    return flush_acted(served, error);
}

static int serve_acts(struct served *served, double seconds, int out)
{
    struct entente_error error;
    int next = 0;
    int count = 0;
    for (double end = seconds_now() + seconds; seconds_now() < end;)
        if (!serve_batch(served, &next, &count, &error))
            return fail(&error);
    for (int i = 0; i < served->case_count; i++)
        entente_case_close(served->handles[i]);
    return write(out, &count, sizeof count) == (ssize_t)sizeof count ? 0 : 1;
}

// One process of a server, or of a writer alone.
static int run_one(char **words, int case_count, int writers, int servers, int number, int out)
{
    double seconds = strtod(words[1], NULL);
    static struct served served;
    served.case_count = case_count;
    struct entente_error error;
    if (servers == 0)
        return write_acts(words[3 + number % case_count], number, seconds, out);
    if (!open_served(&served, words + 3, writers, servers, number, &error))
        return fail(&error);
    return serve_acts(&served, seconds, out);
}

int main(int count, char **words)
{
    if (count < 4)
        return fprintf(stderr, "bench-case_writers SECONDS WRITERS[/SERVERS] CASE…\n"), 2;
    char *end;
    int writers = (int)strtol(words[2], &end, 10);
    int servers = *end == '/' ? (int)strtol(end + 1, NULL, 10) : 0;
    int processes = servers > 0 ? servers : writers;
    int ends[2];
    if (writers > WRITERS_MAX || count - 3 > WRITERS_MAX || servers > writers || pipe(ends) != 0)
        return 1;
    for (int i = 0; i < processes; i++)
        if (fork() == 0)
            _exit(run_one(words, count - 3, writers, servers, i, ends[1]));
    close(ends[1]);
    int all = 0;
    int one;
    int told = 0;
    for (; read(ends[0], &one, sizeof one) == (ssize_t)sizeof one; told++)
        all += one;
    while (wait(NULL) > 0)
        ;
    printf("%s writers, %d cases: %.0f acts a second%s\n", words[2], count - 3,
           all / strtod(words[1], NULL), told == processes ? "" : " (some writers failed)");
    return told == processes ? 0 : 1;
}
