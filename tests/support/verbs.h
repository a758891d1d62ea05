// SPDX-License-Identifier: Apache-2.0
// Verbs of the public door, called as tests need them: texts in, text out.

#ifndef ENTENTE_TESTS_VERBS_H
#define ENTENTE_TESTS_VERBS_H

#include <entente/merge.h>

#include "docx_made.h"
#include "tap.h"

#include <string.h>

static inline struct entente_file verbs_file(const char *name, struct str bytes)
{
    return (struct entente_file){name, bytes.bytes, bytes.length};
}

// What an answer says, in the test's arena; the answer is freed.
static inline struct str verbs_take(struct entente_answer *answer)
{
    size_t length;
    const char *output = entente_answer_output(answer, &length);
    char *copy = ARENA_ARRAY(tap_arena(), char, length + 1);
    memcpy(copy, output, length);
    entente_answer_free(answer);
    return (struct str){copy, length};
}

// A merge in one form; the message where it is refused.
static inline bool verbs_merge(enum entente_form form, enum entente_format format,
                               const struct entente_file *base, const struct entente_draft *drafts,
                               size_t count, struct str *output)
{
    struct entente_merge_options options;
    ENTENTE_CLEAR(&options);
    options.form = form;
    options.format = format;
    options.any_base = true;
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    if (!entente_merge(&options, base, drafts, count, NULL, &answer, &error)) {
        *output = arena_print(tap_arena(), "%s", error.message);
        return false;
    }
    *output = verbs_take(answer);
    return true;
}

// One reading of a merged text, a line a paragraph; party NULL: the base.
static inline bool verbs_view(const char *name, struct str merged, const char *party,
                              enum entente_view_form form, struct str *output)
{
    struct entente_view_options options;
    ENTENTE_CLEAR(&options);
    options.kind = party ? ENTENTE_VIEW_PARTY : ENTENTE_VIEW_BASE;
    options.party = party;
    options.form = form;
    struct entente_file file = verbs_file(name, merged);
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    if (!entente_view(&options, &file, NULL, &answer, &error)) {
        *output = arena_print(tap_arena(), "%s", error.message);
        return false;
    }
    *output = verbs_take(answer);
    return true;
}

// The list of revisions, as JSON.
static inline bool verbs_revisions(const struct entente_file *before,
                                   const struct entente_file *after, struct str *output)
{
    struct entente_diff_options options;
    ENTENTE_CLEAR(&options);
    options.json = true;
    options.any_base = true;
    struct entente_answer *answer = NULL;
    struct entente_error error = {.code = ENTENTE_OK};
    if (!entente_diff(&options, before, after, NULL, &answer, &error)) {
        *output = arena_print(tap_arena(), "%s", error.message);
        return false;
    }
    *output = verbs_take(answer);
    return true;
}

#endif
