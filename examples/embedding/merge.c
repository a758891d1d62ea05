// SPDX-License-Identifier: Apache-2.0
// Joins a base and two drafts in memory, says what is open and writes the Word file: merge FOLDER.
#include <entente/merge.h>

#include <stdio.h>

static struct entente_file file_of(const char *name, const char *text)
{
    struct entente_file file = {name, text, strlen(text)};
    return file;
}

static int refuse(const struct entente_error *error)
{
    fprintf(stderr, "%s\n", error->message);
    return error->code;
}

static int write_word_file(const char *folder, const struct entente_answer *answer)
{
    char path[4096];
    size_t length;
    const void *bytes = entente_answer_output(answer, &length);
    snprintf(path, sizeof path, "%s/out.docx", folder);
    FILE *stream = fopen(path, "wb");
    int done = stream && fwrite(bytes, 1, length, stream) == length;
    if (stream && fclose(stream) != 0)
        done = 0;
    return done ? 0 : 2;
}

int main(int count, char **words)
{
    const struct entente_file base = file_of("base.md", "The Parties report within 30 days.\n");
    const struct entente_draft drafts[] = {
        {"A", file_of("a.md", "The Parties report within 14 days.\n")},
        {"B", file_of("b.md", "The Parties report in public within 30 days.\n")},
    };
    struct entente_merge_options options = {.size = sizeof options};
    struct entente_answer *answer;
    struct entente_error error;
    if (count != 2)
        return ENTENTE_BAD_INPUT;
    if (!entente_merge(&options, &base, drafts, 2, NULL, &answer, &error))
        return refuse(&error);
    size_t length;
    const char *text = (const char *)entente_answer_output(answer, &length);
    printf("%.*s", (int)length, text);
    entente_answer_free(answer);

    options.form = ENTENTE_REDLINE;
    options.format = ENTENTE_DOCX;
    if (!entente_merge(&options, &base, drafts, 2, NULL, &answer, &error))
        return refuse(&error);
    int code = write_word_file(words[1], answer);
    entente_answer_free(answer);
    return code;
}
