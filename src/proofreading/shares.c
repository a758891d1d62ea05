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
    uint32_t named;  // of them said to be of a hundred
    uint32_t number; // of the sentence
    size_t from;
    size_t to;
    bool divides; // the sentence speaks of dividing a whole
};

static void close_sentence(struct shares *shares, struct list *sums)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < shares->count; i++)
        sum += shares->values[i];
    bool is_list = shares->count >= 2 && shares->divides;
    if (is_list && shares->named > 0 && shares->count < SHARES_MOST)
        *LIST_ADD(sums, struct share_sum) = (struct share_sum){.number = shares->number,
                                                               .from = shares->from,
                                                               .to = shares->to,
                                                               .count = shares->count,
                                                               .parts = sum,
                                                               .whole = 100 * (int64_t)SCALE};
    *shares = (struct shares){.number = shares->number + 1};
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

static void find_sentences(const struct proof_text *text, struct list *sums)
{
    const struct prose *prose = &text->prose;
    struct shares shares = {0};
    for (size_t at = 0; at < prose->count;) {
        if (proof_has_sign(text, at, SIGN_STOP)) {
            close_sentence(&shares, sums);
            at++;
            continue;
        }
        shares.divides = shares.divides || proof_has_sign(text, at, SIGN_WHOLE);
        bool may_be = proof_has_sign(text, at, SIGN_SHARE);
        size_t count = may_be ? add_share(prose, at, &shares) : 0;
        at += count > 0 ? count : 1;
    }
    close_sentence(&shares, sums);
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
    uint32_t totals; // rows called total that came before
};

static void close_column(const struct proof_text *text, uint32_t cell, uint32_t number,
                         const struct table_sums *made, uint32_t column, struct list *sums)
{
    size_t token;
    int64_t value;
    if (made->figures[column] < 2 || !cell_figure(text, cell, &token, &value))
        return;
    size_t count = decimal_read(&text->prose, token, &value);
    *LIST_ADD(sums, struct share_sum) = (struct share_sum){.is_total = true,
                                                           .number = number,
                                                           .from = token,
                                                           .to = token + count,
                                                           .count = made->figures[column],
                                                           .parts = made->sums[column],
                                                           .whole = value};
}

static void add_row(const struct proof_text *text, uint32_t row, struct table_sums *made,
                    struct list *sums)
{
    const struct block *blocks = text->document->blocks;
    uint32_t column = 0;
    bool total = is_total(text, row + 1);
    for (uint32_t cell = row + 1; cell < blocks[row].end && column < COLUMNS_MOST;
         cell = blocks[cell].end, column++) {
        size_t token;
        int64_t value;
        if (total) {
            close_column(text, cell, made->totals * COLUMNS_MOST + column, made, column, sums);
        } else if (cell_figure(text, cell, &token, &value) && made->sums[column] < INT64_MAX / 4 &&
                   value < INT64_MAX / 4) {
            made->sums[column] += value;
            made->figures[column]++;
        }
    }
    if (total)
        *made = (struct table_sums){.totals = made->totals + 1};
}

static void find_totals(const struct proof_text *text, uint32_t table, uint32_t *totals,
                        struct list *sums)
{
    const struct block *blocks = text->document->blocks;
    struct table_sums made = {.totals = *totals};
    bool is_head = true;
    for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
        if (!is_head)
            add_row(text, row, &made, sums);
        is_head = false;
    }
    *totals = made.totals;
}

void shares_find(const struct proof_text *text, struct list *sums)
{
    uint32_t totals = 0;
    find_sentences(text, sums);
    for (uint32_t b = 0; b < text->document->block_count; b++)
        if (text->document->blocks[b].kind == BLOCK_TABLE)
            find_totals(text, b, &totals, sums);
}

bool share_sum_is_wrong(const struct share_sum *sum)
{
    int64_t off = sum->parts > sum->whole ? sum->parts - sum->whole : sum->whole - sum->parts;
    return off > 0 && (sum->is_total || off <= 15 * (int64_t)SCALE);
}

static void check_sum(const struct proof_text *text, const struct share_sum *sum,
                      struct list *findings)
{
    struct range place = proof_range(text, sum->from, sum->to);
    struct str parts = sum_figure(findings->arena, sum->parts);
    if (sum->is_total)
        finding_add(findings, FINDING_SHARES, PROOF_LIKELY, place,
                    "the total is said to be %.*s, the figures above make %.*s",
                    STR_ARGS(sum_figure(findings->arena, sum->whole)), STR_ARGS(parts));
    else
        finding_add(findings, FINDING_SHARES, sum->count >= 3 ? PROOF_LIKELY : PROOF_LOOK, place,
                    "the shares make %.*s, not 100", STR_ARGS(parts));
}

void shares_check(const struct proof_text *text, struct list *findings)
{
    struct list sums = LIST_MAKE(findings->arena, struct share_sum);
    shares_find(text, &sums);
    for (size_t i = 0; i < sums.count; i++)
        if (share_sum_is_wrong(LIST_AT(&sums, struct share_sum, i)))
            check_sum(text, LIST_AT(&sums, struct share_sum, i), findings);
}
