// SPDX-License-Identifier: Apache-2.0
// What the gate says of pairs of files: bench-draft_kind < PAIRS, a line each: KIND BASE DRAFT
//
// Prints a line a pair: the kind it was made as, what the gate says, and all figures.
#include "merge/draft_kind.h"
#include "base/file.h"
#include "exchange/open.h"
#include "merge/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"copy", "fragment", "counter", "stranger"};

static bool open_file(const char *path, struct arena *arena, const struct document **document,
                      struct error *error)
{
    const struct reading accept = {.kind = READING_ACCEPT};
    struct str bytes;
    return file_read(path, input_limits_default.file_bytes, arena, &bytes, error) &&
           document_open(str_of(path), bytes, &accept, &input_limits_default, arena, document,
                         error);
}

static bool tell(const char *kind, const char *base_path, const char *draft_path,
                 struct arena *arena, struct error *error)
{
    const struct document *base;
    const struct document *draft;
    struct merge_options options = {input_limits_default.tokens, false};
    struct budget budget = budget_unlimited();
    struct merged merged;
    struct draft_figures f;
    if (!open_file(base_path, arena, &base, error) || !open_file(draft_path, arena, &draft, error))
        return false;
    struct party_draft one = {STR("A"), draft};
    if (!merge_drafts(base, &one, 1, &options, &budget, arena, &merged, error) ||
        !draft_figures_count(base, draft, merged.similarity[0], input_limits_default.tokens, &f,
                             error))
        return false;
    const char *said =
        draft_is_plain_copy(merged.similarity[0]) ? names[0] : names[draft_kind_of(&f)];
    printf("%s\t%s\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%s\t%s\n", kind, said,
           f.base_words, f.draft_words, f.base_found, f.draft_found, f.head_found, f.tail_found,
           f.gaps, f.absent, f.in_order, f.vocabulary, f.topic, f.kept, base_path, draft_path);
    return true;
}

int main(void)
{
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        char *base = strchr(line, '\t');
        char *draft = base ? strchr(base + 1, '\t') : NULL;
        if (!draft)
            continue;
        *base = '\0';
        *draft = '\0';
        struct error error;
        struct arena *arena = arena_open();
        if (!tell(line, base + 1, draft + 1, arena, &error)) {
            char said[1024];
            error_print(&error, said, sizeof said);
            fprintf(stderr, "bench-draft_kind: %s\n", said);
        }
        arena_close(arena);
    }
    return EXIT_SUCCESS;
}
