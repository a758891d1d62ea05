// SPDX-License-Identifier: Apache-2.0
// Plain texts and what the merge makes of them, for tests.

#ifndef ENTENTE_TESTS_PLAIN_TEXT_H
#define ENTENTE_TESTS_PLAIN_TEXT_H

#include "base/input_limits.h"
#include "exchange/plain/plain.h"
#include "merge/merge.h"
#include "tap.h"

// The document of a plain text; the running test fails when it is refused.
static inline const struct document *plain(struct str text)
{
    struct error error;
    const struct document *document = NULL;
    tap_done(plain_read(STR("x.txt"), text, &input_limits_default, tap_arena(), &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

// The same, as a party's draft.
static inline struct party_draft draft(struct str party, struct str text)
{
    return (struct party_draft){party, plain(text)};
}

// Merges; false, and the running test fails, when the merge refuses.
static inline bool merge_plain(struct str base, const struct party_draft *drafts, size_t count,
                               struct merged *merged)
{
    static const struct merge_options options = {.max_tokens = 10 * 1000 * 1000};
    struct error error;
    struct budget budget = budget_unlimited();
    return tap_done(
        merge_drafts(plain(base), drafts, count, &options, &budget, tap_arena(), merged, &error),
        &error, __FILE__, __LINE__);
}

#endif
