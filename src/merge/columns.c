// SPDX-License-Identifier: Apache-2.0
#include "merge/columns.h"

#include "merge/pairing.h"

// Rows and cells beyond these say nothing new of the columns.
enum { ROWS_LOOKED_AT = 60, COLUMNS_LOOKED_AT = 100, KIND_SCORE = 60 };

static uint32_t cell_count(const struct tokens *tokens, uint32_t row)
{
    return tokens->flows[tokens->flow_of_block[row]].count;
}

static uint32_t cell_of(const struct tokens *tokens, uint32_t row, uint32_t column)
{
    const struct flow *flow = &tokens->flows[tokens->flow_of_block[row]];
    return tokens->items[flow->first + column].owner;
}

// How many cells most rows have, on both sides: one pair of numbers outvotes all others or none does.
static bool find_counts(const struct tokens *base, const struct tokens *draft,
                        const struct row_pair *rows, size_t row_count, struct column_pairs *pairs)
{
    size_t votes = 0;
    for (size_t i = 0; i < row_count; i++) {
        uint32_t b = cell_count(base, rows[i].base);
        uint32_t d = cell_count(draft, rows[i].draft);
        if (votes == 0) {
            pairs->base_count = b;
            pairs->draft_count = d;
        }
        bool is_same = pairs->base_count == b && pairs->draft_count == d;
        votes = is_same ? votes + 1 : votes - 1;
    }
    return votes > 0 && pairs->base_count <= COLUMNS_LOOKED_AT &&
           pairs->draft_count <= COLUMNS_LOOKED_AT;
}

static enum token_kind first_kind(const struct tokens *tokens, uint32_t cell)
{
    const struct flow *flow = &tokens->flows[tokens->flow_of_block[cell]];
    return flow->count > 0 ? (enum token_kind)tokens->items[flow->first].kind : TOKEN_MARK;
}

static uint32_t similarity(const struct tokens *base, uint32_t b, const struct tokens *draft,
                           uint32_t d)
{
    struct arena *arena = arena_open();
    struct list base_words = LIST_MAKE(arena, uint32_t);
    struct list draft_words = LIST_MAKE(arena, uint32_t);
    block_words(base, b, &base_words);
    block_words(draft, d, &draft_words);
    // A cell has fewer words than there are bytes in the text.
    uint32_t shared =
        base_words.count + draft_words.count == 0
            ? 0
            : similarity_of(LIST_ITEMS(&base_words, uint32_t), (uint32_t)base_words.count,
                            LIST_ITEMS(&draft_words, uint32_t), (uint32_t)draft_words.count);
    arena_close(arena);
    return shared + (first_kind(base, b) == first_kind(draft, d) ? KIND_SCORE : 0);
}

// scores[b * draft_count + d]: how alike columns b and d are.
static uint64_t *score_columns(const struct tokens *base, const struct tokens *draft,
                               const struct row_pair *rows, size_t row_count,
                               const struct column_pairs *pairs, struct arena *arena)
{
    uint64_t *scores =
        ARENA_ARRAY(arena, uint64_t, (size_t)pairs->base_count * pairs->draft_count + 1);
    size_t looked_at = 0;
    for (size_t i = 0; i < row_count && looked_at < ROWS_LOOKED_AT; i++) {
        if (cell_count(base, rows[i].base) != pairs->base_count ||
            cell_count(draft, rows[i].draft) != pairs->draft_count)
            continue;
        looked_at++;
        for (uint32_t b = 0; b < pairs->base_count; b++)
            for (uint32_t d = 0; d < pairs->draft_count; d++)
                scores[b * pairs->draft_count + d] += similarity(
                    base, cell_of(base, rows[i].base, b), draft, cell_of(draft, rows[i].draft, d));
    }
    return scores;
}

// The pairing in order with the highest sum, by the textbook table; gives the sum.
static uint64_t pair_in_order(const struct column_pairs *pairs, const uint64_t *scores,
                              struct arena *arena, uint32_t *draft_of)
{
    uint32_t n = pairs->base_count;
    uint32_t m = pairs->draft_count;
    size_t width = (size_t)m + 1;
    uint64_t *sum = ARENA_ARRAY(arena, uint64_t, ((size_t)n + 1) * width);
    for (uint32_t b = 1; b <= n; b++)
        for (uint32_t d = 1; d <= m; d++) {
            uint64_t best = sum[(b - 1) * width + d];
            if (sum[b * width + d - 1] > best)
                best = sum[b * width + d - 1];
            uint64_t score = scores[(b - 1) * m + d - 1];
            if (score > 0 && sum[(b - 1) * width + d - 1] + score > best)
                best = sum[(b - 1) * width + d - 1] + score;
            sum[b * width + d] = best;
        }
    for (uint32_t b = 0; b < n; b++)
        draft_of[b] = NO_INDEX;
    for (uint32_t b = n, d = m; b > 0 && d > 0;) {
        if (sum[b * width + d] == sum[(b - 1) * width + d])
            b--;
        else if (sum[b * width + d] == sum[b * width + d - 1])
            d--;
        else
            draft_of[--b] = --d;
    }
    return sum[n * width + m];
}

bool columns_pair(const struct tokens *base, const struct tokens *draft,
                  const struct row_pair *rows, size_t row_count, struct arena *arena,
                  struct column_pairs *pairs)
{
    if (!find_counts(base, draft, rows, row_count, pairs))
        return false;
    uint32_t *draft_of = ARENA_ARRAY(arena, uint32_t, pairs->base_count + 1);
    uint64_t *scores = score_columns(base, draft, rows, row_count, pairs, arena);
    uint64_t best = pair_in_order(pairs, scores, arena, draft_of);
    pairs->draft_of = draft_of;
    if (pairs->base_count != pairs->draft_count)
        return true;
    uint64_t as_they_are = 0;
    for (uint32_t c = 0; c < pairs->base_count; c++)
        as_they_are += scores[c * pairs->draft_count + c];
    return best > as_they_are + as_they_are / 2;
}
