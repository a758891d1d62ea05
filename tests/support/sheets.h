// SPDX-License-Identifier: Apache-2.0
// Merged sheets for tests: from texts, without files.

#ifndef ENTENTE_TESTS_SHEETS_H
#define ENTENTE_TESTS_SHEETS_H

#include "base/builder.h"
#include "exchange/markdown/markdown.h"
#include "exchange/merged/look_words.h"
#include "exchange/plain/plain.h"
#include "merge/merge.h"

// Merges texts[0], the base, with the others, which are parties A, B, C …
// Result: false when a reader or the merge refuses them
static inline bool sheet_of_texts(const struct str *texts, size_t count, bool is_markdown,
                                  struct arena *arena, struct sheet *sheet, struct error *error)
{
    static const struct str names[] = {STR_INIT("A"), STR_INIT("B"), STR_INIT("C, D: E"),
                                       STR_INIT("base")};
    const struct document *documents[5];
    struct party_draft drafts[4];
    for (size_t i = 0; i < count; i++) {
        bool done = is_markdown ? markdown_read(STR("plan.md"), texts[i], &input_limits_default,
                                                arena, &documents[i], error)
                                : plain_read(STR("plan.txt"), texts[i], &input_limits_default,
                                             arena, &documents[i], error);
        if (!done)
            return false;
        if (i > 0)
            drafts[i - 1] = (struct party_draft){names[i - 1], documents[i]};
    }
    struct merge_options options = {.max_tokens = 1000000};
    struct budget budget = budget_unlimited();
    struct merged *merged = ARENA_NEW(arena, struct merged);
    if (!merge_drafts(documents[0], drafts, count - 1, &options, &budget, arena, merged, error))
        return false;
    sheet_lay(merged, arena, sheet);
    look_words_fill(sheet, arena);
    return true;
}

// The words of a text with one space between two of them.
static inline struct str words_only(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    bool after_space = true;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!is_space || !after_space)
            builder_add_byte(&out, is_space ? ' ' : c);
        after_space = is_space;
    }
    return str_trim(builder_str(&out));
}

#endif
