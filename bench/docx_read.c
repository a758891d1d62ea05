// SPDX-License-Identifier: Apache-2.0
// Reading one .docx: bench-docx_read FILE [TIMES]
//
// Prints the best and the median CPU time of unpacking, of the XML tree and of the whole reading,
// and what one document holds in memory.
#include "exchange/docx/docx_read.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define TIMES_MAX 101

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void stop_on(bool done, const struct error *error)
{
    if (done)
        return;
    char line[1024];
    error_print(error, line, sizeof line);
    fprintf(stderr, "bench-docx_read: %s\n", line);
    exit(EXIT_FAILURE);
}

static int by_size(const void *a, const void *b)
{
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

static void print_times(const char *what, double *seconds, size_t times, size_t bytes)
{
    qsort(seconds, times, sizeof *seconds, by_size);
    printf("%-14s best %.3f s, median %.3f s, %.0f MB/s of XML\n", what, seconds[0],
           seconds[times / 2], (double)bytes / 1e6 / seconds[0]);
}

// What the steps of one reading took.
struct steps {
    double unpack[TIMES_MAX];
    double tree[TIMES_MAX];
    double whole[TIMES_MAX];
    size_t xml_bytes;
    size_t held_bytes;
};

static void read_once(const char *path, struct str bytes, struct steps *steps, size_t i)
{
    struct error error;
    struct arena *arena = arena_open();
    struct zip zip;
    struct str content;
    struct xml xml;
    double start = cpu_seconds();
    stop_on(zip_read(str_of(path), bytes, &input_limits_default, arena, &zip, &error), &error);
    const struct zip_entry *entry = zip_find(&zip, STR("word/document.xml"));
    stop_on(entry || error_set(&error, NOT_FOUND, "no word/document.xml"), &error);
    stop_on(zip_unpack(&zip, entry, arena, &content, &error), &error);
    double unpacked = cpu_seconds();
    stop_on(xml_read(place_of(str_of(path)), content, &input_limits_default, arena, &xml, &error),
            &error);
    steps->unpack[i] = unpacked - start;
    steps->tree[i] = cpu_seconds() - unpacked;
    steps->xml_bytes = content.length;
    arena_close(arena);

    arena = arena_open();
    const struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document;
    start = cpu_seconds();
    stop_on(
        docx_read(str_of(path), bytes, &accept, &input_limits_default, arena, &document, &error),
        &error);
    steps->whole[i] = cpu_seconds() - start;
    steps->held_bytes = arena_bytes(arena);
    if (i == 0)
        printf("%u paragraphs, %u passages, %zu bytes of text, %zu bytes of XML\n",
               document->paragraph_count, document->run_count, document->text.length,
               steps->xml_bytes);
    arena_close(arena);
}

int main(int count, char **words)
{
    size_t times = count > 2 ? (size_t)strtoul(words[2], NULL, 10) : 7;
    if (count < 2 || times == 0 || times > TIMES_MAX) {
        fprintf(stderr, "usage: bench-docx_read FILE [TIMES]\n");
        return EXIT_FAILURE;
    }
    static struct steps steps;
    struct arena *arena = arena_open();
    struct error error;
    struct str bytes;
    stop_on(file_read(words[1], input_limits_default.file_bytes, arena, &bytes, &error), &error);
    for (size_t i = 0; i < times; i++)
        read_once(words[1], bytes, &steps, i);
    print_times("unpacking", steps.unpack, times, steps.xml_bytes);
    print_times("XML tree", steps.tree, times, steps.xml_bytes);
    print_times("whole reading", steps.whole, times, steps.xml_bytes);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%zu MB reserved, %ld MB peak\n", steps.held_bytes >> 20, usage.ru_maxrss / 1024);
    arena_close(arena);
    return EXIT_SUCCESS;
}
