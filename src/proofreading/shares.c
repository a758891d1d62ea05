// SPDX-License-Identifier: Apache-2.0
#include "proofreading/shares.h"

#include "proofreading/sums.h"

#include "prose/number.h"

#define SHARES_MOST 32
#define SCALE 1000000

static bool is_percent(const struct prose *prose, size_t at, size_t *tokens)
{
    *tokens = 0;
    if (prose_is_mark(prose, at, '%') || prose_is_word(prose, at, "percent"))
        *tokens = 1;
    else if (prose_is_word(prose, at, "per") && prose_is_word(prose, at + 1, "cent"))
        *tokens = 2;
    return *tokens > 0;
}

// The shares of one sentence so far.
struct shares {
    int64_t values[SHARES_MOST];
    uint32_t count;
    uint32_t named; // of them said to be of a hundred
    size_t from;
    size_t to;
    bool divides; // the sentence speaks of dividing a whole
};

// Shares that come near a hundred and miss it were meant to make it; how near says how sure.
static void close_sentence(const struct proof_text *text, struct shares *shares,
                           struct list *findings)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < shares->count; i++)
        sum += shares->values[i];
    int64_t off =
        sum > 100 * (int64_t)SCALE ? sum - 100 * (int64_t)SCALE : 100 * (int64_t)SCALE - sum;
    bool is_list = shares->count >= 3 || (shares->count == 2 && shares->divides);
    if (is_list && shares->named > 0 && off > 0 && off <= 15 * (int64_t)SCALE && shares->divides &&
        shares->count < SHARES_MOST)
        finding_add(findings, FINDING_SHARES, shares->count >= 3 ? PROOF_LIKELY : PROOF_LOOK,
                    proof_range(text, shares->from, shares->to), "the shares make %.*s, not 100",
                    STR_ARGS(sum_figure(findings->arena, sum)));
    *shares = (struct shares){0};
}

static size_t add_share(const struct prose *prose, size_t at, struct shares *shares)
{
    int64_t value;
    size_t tokens;
    size_t count = decimal_read(prose, at, &value);
    if (count == 0 || value > 100 * (int64_t)SCALE)
        return count;
    bool named = is_percent(prose, at + count, &tokens);
    // A figure alone is a share where the list goes on to a percentage: "40, 35 and 20 per cent".
    bool in_list = prose_is_mark(prose, at + count, ',') || prose_is_word(prose, at + count, "and");
    if ((!named && !in_list) || shares->count == SHARES_MOST)
        return count;
    if (shares->count == 0)
        shares->from = at;
    shares->values[shares->count++] = value;
    shares->named += named;
    shares->to = at + count + tokens;
    return count + tokens;
}

static void check_sentences(const struct proof_text *text, struct list *findings)
{
    const struct prose *prose = &text->prose;
    struct shares shares = {0};
    for (size_t at = 0; at < prose->count;) {
        if (proof_has_sign(text, at, SIGN_STOP)) {
            close_sentence(text, &shares, findings);
            at++;
            continue;
        }
        shares.divides = shares.divides || proof_has_sign(text, at, SIGN_WHOLE);
        bool may_be = proof_has_sign(text, at, SIGN_SHARE);
        size_t count = may_be ? add_share(prose, at, &shares) : 0;
        at += count > 0 ? count : 1;
    }
    close_sentence(text, &shares, findings);
}

// One cell's figure; false where it holds none, or more than that.
static bool cell_figure(const struct proof_text *text, uint32_t cell, size_t *token, int64_t *value)
{
    const struct document *document = text->document;
    struct range range = block_range(document, cell);
    uint32_t first = paragraph_at(document, range.from);
    size_t found = 0;
    for (size_t at = text->first_token[first];
         at < text->prose.count && text->prose.tokens[at].at < range.to;) {
        size_t count = decimal_read(&text->prose, at, value);
        if (count > 0) {
            *token = at;
            found++;
        } else if (prose_token(&text->prose, at)->kind == TOKEN_WORD &&
                   prose_word(&text->prose, at).length > 4) {
            return false;
        }
        at += count > 0 ? count : 1;
    }
    return found == 1;
}

static bool is_total(const struct proof_text *text, uint32_t cell)
{
    struct str words = str_trim(proof_words(text, block_range(text->document, cell)));
    return str_equal_ignoring_case(str_slice(words, 0, 5), STR("total")) ||
           str_equal_ignoring_case(words, STR("sum"));
}

#define COLUMNS_MOST 64

// Sums of one table, column by column, down to the row called total.
struct table_sums {
    int64_t sums[COLUMNS_MOST];
    uint32_t figures[COLUMNS_MOST];
};

static void check_total(const struct proof_text *text, uint32_t cell, int64_t sum, uint32_t figures,
                        struct list *findings)
{
    size_t token;
    int64_t value;
    if (figures < 2 || !cell_figure(text, cell, &token, &value) || value == sum)
        return;
    size_t count = decimal_read(&text->prose, token, &value);
    finding_add(findings, FINDING_SHARES, PROOF_LIKELY, proof_range(text, token, token + count),
                "the total is said to be %.*s, the figures above make %.*s",
                STR_ARGS(sum_figure(findings->arena, value)),
                STR_ARGS(sum_figure(findings->arena, sum)));
}

static void add_row(const struct proof_text *text, uint32_t row, struct table_sums *sums,
                    struct list *findings)
{
    const struct block *blocks = text->document->blocks;
    uint32_t column = 0;
    bool total = is_total(text, row + 1);
    for (uint32_t cell = row + 1; cell < blocks[row].end && column < COLUMNS_MOST;
         cell = blocks[cell].end, column++) {
        size_t token;
        int64_t value;
        if (total) {
            check_total(text, cell, sums->sums[column], sums->figures[column], findings);
        } else if (cell_figure(text, cell, &token, &value) && sums->sums[column] < INT64_MAX / 4 &&
                   value < INT64_MAX / 4) {
            sums->sums[column] += value;
            sums->figures[column]++;
        }
    }
    if (total)
        *sums = (struct table_sums){0};
}

static void check_table(const struct proof_text *text, uint32_t table, struct list *findings)
{
    const struct block *blocks = text->document->blocks;
    struct table_sums sums = {0};
    bool is_head = true;
    for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
        if (!is_head)
            add_row(text, row, &sums, findings);
        is_head = false;
    }
}

void shares_check(const struct proof_text *text, struct list *findings)
{
    check_sentences(text, findings);
    for (uint32_t b = 0; b < text->document->block_count; b++)
        if (text->document->blocks[b].kind == BLOCK_TABLE)
            check_table(text, b, findings);
}
