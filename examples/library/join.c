// SPDX-License-Identifier: Apache-2.0
// Entente inside another program: joins a base and two drafts and prints the bracketed text.
//
//     cc join.c $(pkg-config --cflags --libs entente) -o join
//     ./join base.md Velmark=velmark.md Tarsen=tarsen.md
#include <entente/merge.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DRAFTS_MAX = 200 };

static bool read_file(const char *path, struct entente_file *file)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return false;
    size_t room = 1 << 16;
    char *bytes = (char *)malloc(room);
    size_t length = 0;
    size_t got = 0;
    while (bytes && (got = fread(bytes + length, 1, room - length, stream)) > 0) {
        length += got;
        if (length == room)
            bytes = (char *)realloc(bytes, room *= 2);
    }
    fclose(stream);
    file->name = path;
    file->bytes = bytes;
    file->length = length;
    return bytes != NULL;
}

int main(int count, char **words)
{
    struct entente_file base;
    struct entente_draft drafts[DRAFTS_MAX];
    size_t draft_count = 0;
    if (count < 3 || count > DRAFTS_MAX + 2 || !read_file(words[1], &base)) {
        fprintf(stderr, "usage: join BASE PARTY=FILE...\n");
        return ENTENTE_BAD_INPUT;
    }
    for (int i = 2; i < count; i++) {
        char *path = strchr(words[i], '=');
        struct entente_draft *draft = &drafts[draft_count++];
        if (!path || !read_file(path + 1, &draft->file)) {
            fprintf(stderr, "%s: not PARTY=FILE, or the file cannot be read\n", words[i]);
            return ENTENTE_BAD_INPUT;
        }
        *path = '\0';
        draft->party = words[i];
    }

    struct entente_merge_options options;
    ENTENTE_CLEAR(&options);
    options.form = ENTENTE_BRACKETS;
    options.format = ENTENTE_MARKDOWN;
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_merge(&options, &base, drafts, draft_count, NULL, &answer, &error)) {
        fprintf(stderr, "%s\n", error.message);
        return error.code;
    }
    size_t length;
    const void *text = entente_answer_output(answer, &length);
    fwrite(text, 1, length, stdout);
    fputs(entente_answer_summary(answer), stderr);
    int code = entente_answer_is_yes(answer) ? EXIT_SUCCESS : EXIT_FAILURE;
    entente_answer_free(answer);
    free((void *)base.bytes);
    for (size_t i = 0; i < draft_count; i++)
        free((void *)drafts[i].file.bytes);
    return code;
}
