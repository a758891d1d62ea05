// SPDX-License-Identifier: Apache-2.0
// A handle that lives for days: two handles in turn enter acts on one case of many parties. Memory
// must stay flat and an act must cost the same, however many went before.
//
//   bench-case-handles [ACTS [PARTIES]]      default 10,000 acts, 1,500 parties
//
// The acts change the name of one party in turn, so that the state itself does not grow; with
// "new" as third word each act enters a new note, which must stay in memory.
#include "entente/case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static struct entente_error refusal;
static unsigned char seed[32];

static void must(bool done)
{
    if (done)
        return;
    fprintf(stderr, "%s\n", refusal.message);
    exit(1);
}

static double cpu(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6 +
           (double)usage.ru_stime.tv_sec + (double)usage.ru_stime.tv_usec / 1e6;
}

static long resident_kib(void)
{
    long pages = 0;
    long resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2)
        exit(1);
    fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static struct entente_act act_number(unsigned number)
{
    memcpy(seed, &number, sizeof number);
    return (struct entente_act){
        .size = sizeof(struct entente_act), .now = "2031-03-01T10:00:00Z", .seed = seed};
}

static void enter(struct entente_case *handle, const char *kind, const char *id, const char *name,
                  const char *value, unsigned number)
{
    struct entente_field fields[] = {{name, value}};
    struct entente_entering entering = {.size = sizeof entering,
                                        .kind = kind,
                                        .verb = "enter",
                                        .id = id,
                                        .fields = fields,
                                        .count = 1};
    struct entente_act act = act_number(number);
    struct entente_answer *answer;
    must(entente_case_enter(&entering, handle, &act, NULL, &answer, &refusal));
    entente_answer_free(answer);
}

// One file of all parties, so that the case is made in one act.
static void add_parties(struct entente_case *handle, unsigned count)
{
    size_t room = (size_t)count * 80 + 16;
    char *text = malloc(room);
    size_t length = 0;
    if (!text)
        exit(1);
    for (unsigned i = 0; i < count; i++)
        length += (size_t)snprintf(text + length, room - length,
                                   "%c{\"id\":\"P%u\",\"name\":\"Party number %u\"}",
                                   i == 0 ? '[' : ',', i, i);
    length += (size_t)snprintf(text + length, room - length, "]");
    struct entente_file file = {"parties.json", text, length};
    struct entente_entering entering = {
        .size = sizeof entering, .kind = "party", .verb = "enter", .json = &file};
    struct entente_act act = act_number(1);
    struct entente_answer *answer;
    must(entente_case_enter(&entering, handle, &act, NULL, &answer, &refusal));
    entente_answer_free(answer);
    free(text);
}

int main(int count, char **words)
{
    unsigned acts = count > 1 ? (unsigned)strtoul(words[1], NULL, 10) : 10000;
    unsigned parties = count > 2 ? (unsigned)strtoul(words[2], NULL, 10) : 1500;
    bool is_new = count > 3;
    char folder[] = "/tmp/entente-bench-XXXXXX";
    char path[64];
    struct entente_case *handles[2];
    struct entente_answer *answer;
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/t.entente", folder);
    struct entente_act act = act_number(0);
    struct entente_field title = {"title", "Talks that go on for days"};
    struct entente_init_options founding = {sizeof founding, "bench", &title, 1};
    must(entente_case_init(&founding, path, &act, NULL, &answer, &refusal));
    entente_answer_free(answer);
    for (int i = 0; i < 2; i++)
        must(entente_case_open(NULL, path, NULL, &handles[i], &refusal));
    add_parties(handles[0], parties);
    unsigned part = acts / 10 > 0 ? acts / 10 : 1;
    long first = 0;
    printf("%10s %14s %14s\n", "acts", "resident MiB", "CPU ms an act");
    double start = cpu();
    for (unsigned i = 1; i <= acts; i++) {
        char value[80];
        snprintf(value, sizeof value, "what was said in act number %u, in a sentence", i);
        if (is_new)
            enter(handles[i % 2], "note", NULL, "text", value, i + 10);
        else
            enter(handles[i % 2], "party", "P7", "name", value, i + 10);
        if (i == part)
            first = resident_kib();
        if (i % part == 0) {
            printf("%10u %14.1f %14.3f\n", i, (double)resident_kib() / 1024,
                   (cpu() - start) * 1e3 / part);
            start = cpu();
        }
    }
    printf("growth from act %u to act %u: %.2f MiB\n", part, acts,
           (double)(resident_kib() - first) / 1024);
    for (int i = 0; i < 2; i++)
        entente_case_close(handles[i]);
    unlink(path);
    rmdir(folder);
    return 0;
}
