// SPDX-License-Identifier: Apache-2.0
// The case file's promises about speed: durable appends, verification, rebuilding, as-of, brief.
//
//   bench-case [ENTRIES]      default 20,000; 100,000 is the promise. Works in a folder under /tmp.
#include "casefile/casefile.h"
#include "entente/case.h"
#include "record/audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define DURABLE 500 // appends with a commit each
#define GROUP 1000  // appends in one commit

static struct error error;
static const struct casefile_view all = {.viewer = {NULL, 0}};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void must(bool done)
{
    if (done)
        return;
    fprintf(stderr, "%s\n", error.message);
    exit(1);
}

static double since(double start, const char *what, size_t count)
{
    struct rusage usage;
    double spent = now() - start;
    getrusage(RUSAGE_SELF, &usage);
    printf("%-34s %9zu  %8.3f s  %10.0f /s  peak %ld MiB\n", what, count, spent,
           (double)count / spent, usage.ru_maxrss / 1024);
    return spent;
}

static void append(struct casefile *casefile, struct chance *chance, size_t number)
{
    struct arena *arena = casefile->arena;
    struct act act = act_make("statement", arena);
    struct json_object object = json_object_make(arena);
    act.now = STR("2025-12-20T10:00:00Z");
    json_object_set(&object, STR("speaker"), json_of_str(arena, STR("A. Person")));
    json_object_set(&object, STR("paraphrase"),
                    json_of_str(arena, arena_print(arena,
                                                   "statement number %zu, of the usual "
                                                   "length of a sentence or two",
                                                   number)));
    act_add(&act, "statement", arena_print(arena, "s%zu", number),
            json_object_done(&object, arena));
    must(casefile_append(casefile, &act, chance, NULL, &error));
}

static struct casefile *open_case(const char *path, const char *as_of)
{
    struct casefile *casefile;
    struct casefile_view view = all;
    view.as_of = str_of(as_of);
    must(casefile_open(path, (struct store_options){STORE_WRITE, NULL}, &view, &casefile, &error));
    return casefile;
}

static void fill(const char *path, size_t entries)
{
    static const unsigned char seed[CHANCE_SEED_BYTES] = {5};
    struct chance chance = chance_make(seed);
    struct casefile *casefile;
    must(casefile_create(path, NULL, STR("bench"), &casefile, &error));
    must(casefile_publish(casefile, &error));
    casefile_close(casefile);
    casefile = open_case(path, "");
    double start = now();
    size_t number = 0;
    for (; number < DURABLE; number++) {
        must(casefile_begin(casefile, &error));
        append(casefile, &chance, number);
        must(casefile_commit(casefile, &error));
    }
    since(start, "append, one commit each", DURABLE);
    start = now();
    while (number < entries) {
        must(casefile_begin(casefile, &error));
        for (size_t i = 0; i < GROUP && number < entries; i++)
            append(casefile, &chance, number++);
        must(casefile_commit(casefile, &error));
    }
    since(start, "append, 1,000 to a commit", entries - DURABLE);
    casefile_close(casefile);
}

static void measure(const char *path, size_t entries)
{
    struct audit audit;
    struct arena *arena = arena_open();
    bool was_right;
    double start = now();
    struct casefile *casefile = open_case(path, "");
    since(start, "open: the state tables", entries);
    start = now();
    must(audit_run(&casefile->record, NULL, arena, &audit, &error));
    since(start, "verify: every hash and tree", entries);
    start = now();
    must(casefile_begin(casefile, &error) && casefile_rebuild(casefile, &was_right, &error) &&
         casefile_commit(casefile, &error));
    since(start, "rebuild: state from the record", entries);
    casefile_close(casefile);
    start = now();
    casefile = open_case(path, "2025-12-21");
    since(start, "as of a day: from the record", entries);
    casefile_close(casefile);
    arena_close(arena);
    if (audit.findings.count > 0 || !was_right)
        exit(1);
}

// The verbs as people call them: a brief, and verifying with the state tables and the pages.
static void measure_verbs(const char *path, size_t entries)
{
    struct entente_case *handle;
    struct entente_answer *answer;
    struct entente_error refusal;
    const struct entente_brief_options options = {.size = sizeof options,
                                                  .form = ENTENTE_BRIEF_HTML};
    double start = now();
    if (!entente_case_open(NULL, path, NULL, &handle, &refusal) ||
        !entente_case_brief(&options, handle, NULL, &answer, &refusal))
        exit(1);
    since(start, "entente brief, as a page", entries);
    entente_answer_free(answer);
    entente_case_close(handle);
    start = now();
    if (!entente_case_verify(NULL, path, NULL, &answer, &refusal))
        exit(1);
    since(start, "entente verify, with the state", entries);
    entente_answer_free(answer);
}

int main(int count, char **words)
{
    size_t entries = count > 1 ? (size_t)strtoul(words[1], NULL, 10) : 20000;
    char folder[] = "/tmp/entente-bench-XXXXXX";
    char path[64];
    struct stat status;
    if (entries <= DURABLE || !mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/t.entente", folder);
    fill(path, entries);
    measure(path, entries);
    measure_verbs(path, entries);
    if (stat(path, &status) == 0)
        printf("the file has %lld bytes, %lld an entry\n", (long long)status.st_size,
               (long long)status.st_size / (long long)entries);
    unlink(path);
    rmdir(folder);
    return 0;
}
