// SPDX-License-Identifier: Apache-2.0
// How fast networks of links are settled: timetable [FOLDER]. With a folder, each network is also
// written there as "u v w" lines, for the peers in timetable_peers.py.
#include "timetable/negative_cycle.h"
#include "timetable/trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 7

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static uint64_t next(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

// Links that a hidden timetable meets with a slack of 0 to 99; five links an event. With
// `contradicts`, one pair of links asks the impossible.
static struct network hidden(uint32_t count, bool contradicts, struct arena *arena)
{
    uint64_t state = count;
    uint32_t events = count / 5;
    int64_t *times = ARENA_ARRAY(arena, int64_t, events);
    struct link *links = ARENA_ARRAY(arena, struct link, count);
    for (uint32_t e = 0; e < events; e++)
        times[e] = (int64_t)(next(&state) % 10000);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t from = (uint32_t)(next(&state) % events);
        uint32_t to = (uint32_t)(next(&state) % events);
        links[i] =
            (struct link){from, to, times[to] - times[from] + (int64_t)(next(&state) % 100), i};
    }
    if (contradicts) {
        uint32_t a = events / 3;
        uint32_t b = events / 2;
        links[count / 2] = (struct link){a, b, 10, count / 2};
        links[count / 2 + 1] = (struct link){b, a, -11, count / 2 + 1};
    }
    return (struct network){events, links, count};
}

// A chain whose links stand in the order that makes a queue look at them last.
static struct network chain(uint32_t count, struct arena *arena)
{
    struct link *links = ARENA_ARRAY(arena, struct link, count);
    for (uint32_t i = 0; i < count; i++)
        links[i] = (struct link){i + 1, i, -1, i};
    return (struct network){count + 1, links, count};
}

static void write_lines(const char *folder, const char *name, const struct network *network)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s.tsv", folder, name);
    FILE *file = fopen(path, "w");
    if (!file)
        return;
    for (uint32_t i = 0; i < network->count; i++)
        fprintf(file, "%u\t%u\t%lld\n", network->links[i].from, network->links[i].to,
                (long long)network->links[i].most);
    fclose(file);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void print(const char *name, uint32_t links, double *times, const char *found)
{
    qsort(times, RUNS, sizeof *times, compare);
    printf("%-34s %8u links  best %10.4f ms  median %10.4f ms  %s\n", name, links, times[0],
           times[RUNS / 2], found);
}

static void bench_settle(const char *name, const struct network *network, const char *folder)
{
    double times[RUNS];
    bool possible = true;
    for (int run = 0; run < RUNS; run++) {
        struct arena *arena = arena_open();
        struct budget budget = budget_unlimited();
        struct settled settled;
        struct error error;
        double before = now();
        if (!network_settle(network, false, &budget, arena, &settled, &error))
            abort();
        times[run] = now() - before;
        possible = settled.broken_count == 0;
        arena_close(arena);
    }
    print(name, network->count, times, possible ? "can be met" : "contradiction found");
    if (folder)
        write_lines(folder, name, network);
}

// The shortest contradiction, from all that is broken.
static void bench_fewest(const char *name, const struct network *network)
{
    double times[RUNS];
    char found[64] = "";
    for (int run = 0; run < RUNS; run++) {
        struct arena *arena = arena_open();
        struct budget budget = budget_unlimited();
        struct settled settled;
        struct negative_cycle cycle;
        struct error error;
        double before = now();
        if (!network_settle(network, true, &budget, arena, &settled, &error) ||
            !negative_cycle_fewest(network, &settled, &budget, arena, &cycle, &error))
            abort();
        times[run] = now() - before;
        snprintf(found, sizeof found, "%u links, %u broken", cycle.count, settled.broken_count);
        arena_close(arena);
    }
    print(name, network->count, times, found);
}

// One limit of an agreement of 500 changes: the old one goes, the new one comes.
static void bench_edit(void)
{
    struct arena *arena = arena_open();
    struct network network = hidden(500, false, arena);
    struct network base = network;
    base.count--;
    struct trial *trial;
    struct contradiction why;
    struct budget budget = budget_unlimited();
    struct error error;
    bool possible;
    if (!trial_make(&base, &budget, arena, &trial, &possible, &why, &error) || !possible)
        abort();
    double times[RUNS];
    for (int run = 0; run < RUNS; run++) {
        struct link link = network.links[base.count];
        double before = now();
        for (int i = 0; i < 1000; i++) {
            link.most += i % 2 ? 7 : -7;
            if (trial_add(trial, &link, 1, &why))
                trial_take_back(trial, 1);
        }
        times[run] = (now() - before) / 1000;
    }
    print("edit-500", 500, times, "one edit");
    arena_close(arena);
}

int main(int count, char **words)
{
    const char *folder = count > 1 ? words[1] : NULL;
    static const uint32_t sizes[] = {10000, 100000, 1000000};
    for (size_t i = 0; i < 3; i++) {
        struct arena *arena = arena_open();
        struct network can = hidden(sizes[i], false, arena);
        struct network cannot = hidden(sizes[i], true, arena);
        char name[64];
        snprintf(name, sizeof name, "possible-%u", sizes[i]);
        bench_settle(name, &can, folder);
        snprintf(name, sizeof name, "contradictory-%u", sizes[i]);
        bench_settle(name, &cannot, folder);
        snprintf(name, sizeof name, "fewest-%u", sizes[i]);
        bench_fewest(name, &cannot);
        arena_close(arena);
    }
    struct arena *arena = arena_open();
    struct network worst = chain(100000, arena);
    bench_settle("chain-100000", &worst, folder);
    arena_close(arena);
    bench_edit();
    return 0;
}
