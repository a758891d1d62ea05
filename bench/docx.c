// SPDX-License-Identifier: Apache-2.0
// .docx in, .docx out: bench-docx OUT.docx BASE PARTY=FILE…
//
// Reads, merges and writes once and prints the CPU seconds of each step and the peak memory.
#include "base/file.h"
#include "exchange/docx_write/docx_write.h"
#include "exchange/open.h"
#include "merge/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

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
    fprintf(stderr, "bench-docx: %s\n", line);
    exit(EXIT_FAILURE);
}

static const struct document *opened(const char *path, struct arena *arena)
{
    const struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document = NULL;
    struct error error;
    struct str bytes;
    stop_on(file_read(path, input_limits_default.file_bytes, arena, &bytes, &error), &error);
    stop_on(document_open(str_of(path), bytes, &accept, &input_limits_default, arena, &document,
                          &error),
            &error);
    return document;
}

static void print_written(const struct merged *merged, const struct docx_written *written)
{
    printf("%u slots, %u restyles, %u reformats, %u spacings, %u moves, %zu bytes\n",
           merged->slot_count, merged->run_change_count, merged->paragraph_change_count,
           merged->spacing_count, merged->move_count, written->bytes.length);
    for (uint32_t i = 0; i < merged->note_count; i++)
        printf("note: %.*s\n", STR_ARGS(merged->notes[i].words));
    for (uint32_t i = 0; i < written->note_count; i++)
        printf("note: %.*s\n", STR_ARGS(written->notes[i].words));
}

int main(int count, char **words)
{
    if (count < 4) {
        fprintf(stderr, "usage: bench-docx OUT.docx BASE PARTY=FILE…\n");
        return EXIT_FAILURE;
    }
    struct arena *arena = arena_open();
    struct error error;
    double start = cpu_seconds();
    const struct document *base = opened(words[2], arena);
    size_t parties = (size_t)count - 3;
    struct party_draft *drafts = ARENA_ARRAY(arena, struct party_draft, parties);
    for (size_t i = 0; i < parties; i++) {
        struct str word = str_of(words[i + 3]);
        size_t equals = str_find_byte(word, '=');
        drafts[i].party = str_slice(word, 0, equals);
        drafts[i].document = opened(str_skip(word, equals + 1).bytes, arena);
    }
    double read = cpu_seconds();
    const struct merge_options merging = {input_limits_default.tokens, .keep_last_mark = true};
    struct budget budget = budget_unlimited();
    struct merged merged;
    stop_on(merge_drafts(base, drafts, parties, &merging, &budget, arena, &merged, &error), &error);
    double joined = cpu_seconds();
    const struct docx_write_options options = {.limits = &input_limits_default};
    struct docx_written written;
    stop_on(docx_write_tracked(&merged, &options, arena, &written, &error), &error);
    double end = cpu_seconds();
    stop_on(file_write(words[1], written.bytes, &error), &error);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("read %.3f s, merge %.3f s, write %.3f s, all %.3f s, %ld MB\n", read - start,
           joined - read, end - joined, end - start, usage.ru_maxrss / 1024);
    print_written(&merged, &written);
    arena_close(arena);
    return EXIT_SUCCESS;
}
