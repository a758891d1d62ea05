// SPDX-License-Identifier: Apache-2.0
// What a draft kept to the byte is not looked at when drafts are laid; laid with every place looked
// at, all must come out the same.
#include "base/builder.h"
#include "exchange/open.h"
#include "merge/lay.h"
#include "merge/merged.h"

#include "tap.h"

#include <string.h>

enum { PARTIES = 4, WORDS_MOST = 120 };

static const struct document *read_text(struct str text)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document = NULL;
    struct error error;
    tap_done(document_open(STR("t.txt"), text, &accepted, &input_limits_default, tap_arena(),
                           &document, &error),
             &error, __FILE__, __LINE__);
    return document;
}

// Words and gaps of a text, each a number, so that a draft may set or word single ones otherwise.
struct wording_row {
    uint32_t words[WORDS_MOST];
    uint32_t gaps[WORDS_MOST];
    uint32_t count;
};

static struct str text_of(const struct wording_row *row)
{
    static const char *const words[] = {"troops", "\"leave\"", "“leave”", "within", "30",
                                        "days",   "(a)",       "shall",   "not",    "Article 4"};
    static const char *const gaps[] = {" ", " ", " ", " ", "  ", "\t", ". ", ".\n\n", ".\n\n2. "};
    struct builder out = builder_make(tap_arena());
    builder_add_c(&out, "1. ");
    for (uint32_t i = 0; i < row->count; i++) {
        builder_add_c(&out, words[row->words[i] % (sizeof words / sizeof words[0])]);
        builder_add_c(&out, gaps[row->gaps[i] % (sizeof gaps / sizeof gaps[0])]);
    }
    builder_add_c(&out, "end.\n");
    return builder_str(&out);
}

static struct wording_row changed(struct tap_random *random, const struct wording_row *base)
{
    struct wording_row row = {.count = 0};
    for (uint32_t i = 0; i < base->count && row.count + 2 < WORDS_MOST; i++) {
        uint32_t dice = tap_random_below(random, 40);
        if (dice == 0)
            continue;
        row.words[row.count] = dice == 1 ? tap_random_below(random, 10) : base->words[i];
        row.gaps[row.count++] = dice == 2 ? tap_random_below(random, 9) : base->gaps[i];
        if (dice == 3) {
            row.words[row.count] = tap_random_below(random, 10);
            row.gaps[row.count++] = 0;
        }
    }
    return row;
}

static bool same_slots(const struct layout *a, const struct layout *b)
{
    if (a->slots.count != b->slots.count)
        return false;
    for (size_t i = 0; i < a->slots.count; i++) {
        const struct slot *x = LIST_AT(&a->slots, struct slot, i);
        const struct slot *y = LIST_AT(&b->slots, struct slot, i);
        if (x->kind != y->kind || x->whole != y->whole || x->touches_next != y->touches_next ||
            x->base.from != y->base.from || x->base.to != y->base.to ||
            x->variant_count != y->variant_count)
            return false;
        for (uint32_t v = 0; v < x->variant_count; v++) {
            const struct variant *m = &x->variants[v];
            const struct variant *n = &y->variants[v];
            if (m->document != n->document || !str_equal(m->text, n->text) ||
                m->party_count != n->party_count ||
                memcmp(m->parties, n->parties, m->party_count * sizeof *m->parties) != 0)
                return false;
        }
    }
    return true;
}

static bool same_bytes(const struct list *a, const struct list *b)
{
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->items, b->items, a->count * a->element_bytes) == 0);
}

static void compare_all(const struct wording_row *rows, struct comparison *found, size_t *stretches)
{
    struct dictionary *dictionary = dictionary_make(tap_arena());
    struct tokens *tokens = ARENA_ARRAY(tap_arena(), struct tokens, PARTIES + 1);
    struct budget budget = budget_unlimited();
    struct error error;
    for (size_t i = 0; i <= PARTIES; i++)
        REQUIRE_DONE(tokens_cut(read_text(text_of(&rows[i])), 100000, dictionary, tap_arena(),
                                &tokens[i], &error),
                     &error);
    struct compare_base base = compare_base_make(&tokens[0], tap_arena());
    for (size_t i = 0; i < PARTIES; i++) {
        REQUIRE_DONE(compare_draft(&base, &tokens[i + 1], NULL, false, &budget, tap_arena(),
                                   &found[i], &error),
                     &error);
        for (uint32_t f = 0; f < tokens[0].flow_count; f++)
            *stretches += found[i].flows[f].same_count;
    }
}

TEST(what_was_kept_to_the_byte_need_not_be_looked_at)
{
    size_t stretches = 0;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct tap_random random = {seed};
        struct wording_row rows[PARTIES + 1] = {{.count = 80}};
        for (uint32_t i = 0; i < rows[0].count; i++) {
            rows[0].words[i] = tap_random_below(&random, 10);
            rows[0].gaps[i] = tap_random_below(&random, 9);
        }
        for (size_t i = 1; i <= PARTIES; i++)
            rows[i] = changed(&random, &rows[0]);
        struct comparison found[PARTIES];
        compare_all(rows, found, &stretches);
        struct layout quick;
        struct layout thorough;
        lay_comparisons(found[0].base, found, PARTIES, tap_arena(), &quick);
        for (size_t i = 0; i < PARTIES; i++)
            for (uint32_t f = 0; f < found[0].base->flow_count; f++)
                found[i].flows[f].same_count = 0;
        lay_comparisons(found[0].base, found, PARTIES, tap_arena(), &thorough);
        CHECK(same_slots(&quick, &thorough));
        CHECK(same_bytes(&quick.spacings, &thorough.spacings));
        CHECK(same_bytes(&quick.paragraph_changes, &thorough.paragraph_changes));
        CHECK(same_bytes(&quick.settings, &thorough.settings));
    }
    CHECK(stretches > 1000);
}

TESTS(TAP_ENTRY(what_was_kept_to_the_byte_need_not_be_looked_at))
