// SPDX-License-Identifier: Apache-2.0
#include "merge/similarity.h"

#include <stdlib.h>

#define LIKE 600u      // per mille of the words of two lines together
#define CONTAINED 800u // per mille of a line's words that a longer one has
#define FEWEST_CONTAINED 6u
#define NEIGHBOURS 50u // what it is worth when the lines beside are like too
#define MOST_CELLS 8000000u
#define MOST_ALIGNED 4000000u

struct token_lines token_lines_of(const struct tokens *tokens, struct arena *arena)
{
    const struct document *document = tokens->document;
    struct token_line *by_paragraph =
        ARENA_ARRAY(arena, struct token_line, document->paragraph_count + 1);
    uint32_t body_end = document->blocks[0].end;
    for (uint32_t f = 0; f < tokens->flow_count; f++) {
        const struct flow *flow = &tokens->flows[f];
        for (uint32_t i = flow->first; flow->block < body_end && i < flow->first + flow->count;
             i++) {
            const struct text_token *token = &tokens->items[i];
            if (token->kind == TOKEN_BLOCK || token->kind == TOKEN_MARK)
                continue;
            struct token_line *line = &by_paragraph[token->owner];
            if (line->count == 0)
                line->first = i;
            line->paragraph = token->owner;
            line->count++;
            line->words += token->kind <= TOKEN_DATE;
        }
    }
    uint32_t kept = 0;
    for (uint32_t p = 0; p < document->paragraph_count; p++)
        if (by_paragraph[p].words > 0)
            by_paragraph[kept++] = by_paragraph[p];
    return (struct token_lines){by_paragraph, kept};
}

// How like each pair of lines is, per mille; 0: not at all.
struct similarity {
    const struct tokens *base_tokens;
    const struct tokens *fragment_tokens;
    struct token_lines base;
    struct token_lines fragment;
    uint16_t *cells;   // fragment.count rows of base.count
    uint32_t *wanted;  // by id: how often the fragment's line has it
    uint32_t *used;    // by id: how often the base's line has taken it
    uint32_t *used_by; // by id: for which base line, from 1
};

static uint16_t *cell(const struct similarity *similarity, uint32_t f, uint32_t b)
{
    return &similarity->cells[(size_t)f * similarity->base.count + b];
}

static uint32_t words_in_common(struct similarity *similarity, uint32_t b, uint32_t stamp)
{
    const struct token_line *line = &similarity->base.items[b];
    uint32_t common = 0;
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        uint32_t id = similarity->base_tokens->ids[i];
        if (similarity->base_tokens->items[i].kind > TOKEN_DATE)
            continue;
        if (similarity->used_by[id] != stamp) {
            similarity->used_by[id] = stamp;
            similarity->used[id] = 0;
        }
        if (similarity->used[id] < similarity->wanted[id]) {
            similarity->used[id]++;
            common++;
        }
    }
    return common;
}

static uint16_t how_like(uint32_t common, uint32_t words, uint32_t base_words)
{
    uint32_t like = common * 2000 / (words + base_words);
    uint32_t least = words < 3 ? words : 3;
    if (like >= LIKE && common >= least)
        return (uint16_t)like;
    bool is_contained =
        words >= FEWEST_CONTAINED && words < base_words && common * 1000 >= words * CONTAINED;
    return is_contained ? (uint16_t)(LIKE / 2) : 0;
}

static void want(struct similarity *similarity, const struct token_line *line, bool is_wanted)
{
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        uint32_t *wanted = &similarity->wanted[similarity->fragment_tokens->ids[i]];
        if (similarity->fragment_tokens->items[i].kind <= TOKEN_DATE)
            *wanted = is_wanted ? *wanted + 1 : 0;
    }
}

static uint32_t ids_end(const struct tokens *tokens)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
        end = tokens->ids[i] >= end ? tokens->ids[i] + 1 : end;
    return end;
}

static void compare_lines(struct similarity *similarity, struct arena *arena)
{
    uint32_t base_end = ids_end(similarity->base_tokens);
    uint32_t fragment_end = ids_end(similarity->fragment_tokens);
    uint32_t end = base_end > fragment_end ? base_end : fragment_end;
    similarity->wanted = ARENA_ARRAY(arena, uint32_t, end + 1);
    similarity->used = ARENA_ARRAY(arena, uint32_t, end + 1);
    similarity->used_by = ARENA_ARRAY(arena, uint32_t, end + 1);
    uint32_t stamp = 0;
    for (uint32_t f = 0; f < similarity->fragment.count; f++) {
        const struct token_line *line = &similarity->fragment.items[f];
        want(similarity, line, true);
        for (uint32_t b = 0; b < similarity->base.count; b++)
            *cell(similarity, f, b) = how_like(words_in_common(similarity, b, ++stamp), line->words,
                                               similarity->base.items[b].words);
        want(similarity, line, false);
    }
}

// Equal headings and set phrases stand in many places: the one beside like lines is meant.
static uint32_t worth(const struct similarity *similarity, uint32_t f, uint32_t b)
{
    uint32_t like = *cell(similarity, f, b);
    if (like == 0)
        return 0;
    bool before = f > 0 && b > 0 && *cell(similarity, f - 1, b - 1) > 0;
    bool behind = f + 1 < similarity->fragment.count && b + 1 < similarity->base.count &&
                  *cell(similarity, f + 1, b + 1) > 0;
    return like + NEIGHBOURS * ((uint32_t)before + (uint32_t)behind);
}

// The pairs of most worth that rise in both, as for the longest common row.
static void pair_in_order(const struct similarity *similarity, struct arena *arena,
                          uint32_t *partners)
{
    uint32_t columns = similarity->base.count + 1;
    uint32_t rows = similarity->fragment.count;
    uint32_t *best = ARENA_ARRAY(arena, uint32_t, (size_t)columns * (rows + 1));
    for (uint32_t f = rows; f-- > 0;)
        for (uint32_t b = similarity->base.count; b-- > 0;) {
            size_t at = (size_t)f * columns + b;
            uint32_t like = worth(similarity, f, b);
            uint32_t skipped =
                best[at + 1] > best[at + columns] ? best[at + 1] : best[at + columns];
            uint32_t paired = like > 0 ? like + best[at + columns + 1] : 0;
            best[at] = paired > skipped ? paired : skipped;
        }
    uint32_t f = 0;
    uint32_t b = 0;
    while (f < rows && b < similarity->base.count) {
        size_t at = (size_t)f * columns + b;
        if (best[at] == best[at + columns])
            f++;
        else if (best[at] == best[at + 1])
            b++;
        else
            partners[f++] = b++;
    }
}

// Clauses that stand in another order than in the base.
static void pair_the_rest(const struct similarity *similarity, struct arena *arena,
                          uint32_t *partners)
{
    bool *is_taken = ARENA_ARRAY(arena, bool, similarity->base.count + 1);
    for (uint32_t f = 0; f < similarity->fragment.count; f++)
        if (partners[f] != NO_INDEX)
            is_taken[partners[f]] = true;
    for (uint32_t f = 0; f < similarity->fragment.count; f++) {
        uint32_t most = 0;
        if (partners[f] != NO_INDEX)
            continue;
        for (uint32_t b = 0; b < similarity->base.count; b++)
            if (!is_taken[b] && worth(similarity, f, b) > most) {
                most = worth(similarity, f, b);
                partners[f] = b;
            }
        if (partners[f] != NO_INDEX)
            is_taken[partners[f]] = true;
    }
}

bool lines_pair(const struct tokens *base_tokens, struct token_lines base,
                const struct tokens *fragment_tokens, struct token_lines fragment,
                struct arena *arena, uint32_t **partners, struct error *error)
{
    if ((uint64_t)base.count * fragment.count > MOST_CELLS)
        return error_at(
            error, TOO_LARGE, place_of(fragment_tokens->document->name),
            "has %u paragraphs and the base %u: too much for a fragment; give a copy of "
            "the whole text",
            fragment.count, base.count);
    struct arena *scratch = arena_open();
    struct similarity similarity = {
        base_tokens,
        fragment_tokens,
        base,
        fragment,
        ARENA_ARRAY(scratch, uint16_t, (size_t)base.count * fragment.count + 1),
        NULL,
        NULL,
        NULL};
    *partners = ARENA_ARRAY(arena, uint32_t, fragment.count + 1);
    for (uint32_t f = 0; f < fragment.count; f++)
        (*partners)[f] = NO_INDEX;
    compare_lines(&similarity, scratch);
    pair_in_order(&similarity, scratch, *partners);
    pair_the_rest(&similarity, scratch, *partners);
    arena_close(scratch);
    return true;
}

void rows_align(const uint32_t *row, uint32_t count, const uint32_t *other, uint32_t other_count,
                uint32_t *partners)
{
    for (uint32_t i = 0; i < count; i++)
        partners[i] = NO_INDEX;
    if ((uint64_t)count * other_count > MOST_ALIGNED)
        return;
    struct arena *arena = arena_open();
    uint32_t columns = other_count + 1;
    uint32_t *longest = ARENA_ARRAY(arena, uint32_t, (size_t)columns * (count + 1));
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t j = other_count; j-- > 0;) {
            size_t at = (size_t)i * columns + j;
            uint32_t skipped =
                longest[at + 1] > longest[at + columns] ? longest[at + 1] : longest[at + columns];
            longest[at] = row[i] == other[j] ? longest[at + columns + 1] + 1 : skipped;
        }
    for (uint32_t i = 0, j = 0; i < count && j < other_count;) {
        size_t at = (size_t)i * columns + j;
        if (row[i] == other[j])
            partners[i++] = j++;
        else if (longest[at + columns] >= longest[at + 1])
            i++;
        else
            j++;
    }
    arena_close(arena);
}
