// SPDX-License-Identifier: Apache-2.0
#include "merge/pairing.h"

#include "base/sorted.h"

#include <stdlib.h>
#include <string.h>

// Below this similarity two blocks are two blocks.
#define SIMILAR_ENOUGH 250u
// A table of similarityes up to this size is worth making.
#define MOST_COMPARED 250000u
// A moved paragraph keeps most of its words and has enough of them to be sure.
#define MOVED_SIMILARITY 600u
#define MOVED_WORDS 5u
// A text of which more paragraphs stand elsewhere is another text.
#define MOST_MOVED 20000u

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Both sorted.
static uint32_t sorted_similarity(const uint32_t *a, uint32_t a_count, const uint32_t *b,
                                  uint32_t b_count)
{
    uint32_t longer = a_count > b_count ? a_count : b_count;
    if (longer == 0)
        return 1000;
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a_count && j < b_count;) {
        if (a[i] == b[j]) {
            shared++;
            i++;
            j++;
        } else if (a[i] < b[j]) {
            i++;
        } else {
            j++;
        }
    }
    return (uint32_t)((uint64_t)shared * 1000 / longer);
}

static uint32_t *sorted_copy(struct arena *arena, const uint32_t *items, uint32_t count)
{
    uint32_t *copy = ARENA_ARRAY(arena, uint32_t, count + 1);
    if (count > 0)
        memcpy(copy, items, count * sizeof *copy);
    qsort(copy, count, sizeof *copy, by_number);
    return copy;
}

uint32_t similarity_of(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    struct arena *arena = arena_open();
    uint32_t similarity = sorted_similarity(sorted_copy(arena, a, a_count), a_count,
                                            sorted_copy(arena, b, b_count), b_count);
    arena_close(arena);
    return similarity;
}

// The words of a block, sorted.
struct word_multiset {
    uint32_t *ids;
    uint32_t count;
    uint32_t at; // its token in the flow
};

void block_words(const struct tokens *tokens, uint32_t block, struct list *ids)
{
    const struct flow *flow = &tokens->flows[tokens->flow_of_block[block]];
    for (uint32_t i = 0; i < flow->count; i++) {
        const struct text_token *token = &tokens->items[flow->first + i];
        if (token->kind == TOKEN_BLOCK)
            block_words(tokens, token->owner, ids);
        else if (token->kind != TOKEN_MARK)
            *LIST_ADD(ids, uint32_t) = tokens->ids[flow->first + i];
    }
}

// Of each flow the stretch between what both begin and both end with: of equal blocks in a row those
// that stay are the outer ones.
struct middle {
    uint32_t from;
    uint32_t base_to;
    uint32_t draft_to;
};

static struct middle middle_of(const struct working_flow *base, const struct working_flow *draft)
{
    struct middle middle = {0, base->count, draft->count};
    while (middle.from < middle.base_to && middle.from < middle.draft_to &&
           base->ids[middle.from] == draft->ids[middle.from])
        middle.from++;
    while (middle.base_to > middle.from && middle.draft_to > middle.from &&
           base->ids[middle.base_to - 1] == draft->ids[middle.draft_to - 1]) {
        middle.base_to--;
        middle.draft_to--;
    }
    return middle;
}

// The ids of a stretch, sorted, each as often as it stands there. In two rows of as many cells a cell
// that is the same in its place is none of them: a figure that stands twice is changed where it differs.
static uint32_t *stretch_ids(struct arena *arena, const struct working_flow *flow, uint32_t from,
                             uint32_t to, const struct working_flow *beside, uint32_t *count)
{
    uint32_t *ids = ARENA_ARRAY(arena, uint32_t, to - from + 1);
    *count = 0;
    for (uint32_t i = from; i < to; i++)
        if (!beside || flow->ids[i] != beside->ids[i])
            ids[(*count)++] = flow->ids[i];
    qsort(ids, *count, sizeof *ids, by_number);
    return ids;
}

// Is this id among those that are left? It is taken away: taken[i] of those that begin at i are.
static bool take_id(const uint32_t *ids, uint32_t *taken, uint32_t count, uint32_t id)
{
    uint32_t low = 0;
    for (uint32_t high = count; low < high;) {
        uint32_t half = low + (high - low) / 2;
        if (ids[half] < id)
            low = half + 1;
        else
            high = half;
    }
    if (low == count || low + taken[low] >= count || ids[low + taken[low]] != id)
        return false;
    taken[low]++;
    return true;
}

// The blocks of a stretch that the other stretch does not have as often.
static struct word_multiset *changed_blocks(struct arena *arena, const struct working_flow *flow,
                                            uint32_t to, const struct working_flow *other,
                                            uint32_t other_to, uint32_t from, uint32_t *count)
{
    bool is_row = flow->container == BLOCK_ROW && flow->count == other->count;
    uint32_t known_count;
    uint32_t *known = stretch_ids(arena, other, from, other_to, is_row ? flow : NULL, &known_count);
    uint32_t *taken = ARENA_ARRAY(arena, uint32_t, known_count + 1);
    struct word_multiset *multisets = ARENA_ARRAY(arena, struct word_multiset, to - from + 1);
    *count = 0;
    for (uint32_t i = from; i < to; i++) {
        if (flow->items[i].kind != TOKEN_BLOCK || (is_row && flow->ids[i] == other->ids[i]) ||
            take_id(known, taken, known_count, flow->ids[i]))
            continue;
        struct list ids = LIST_MAKE(arena, uint32_t);
        block_words(flow->tokens, flow->items[i].owner, &ids);
        list_sort(&ids, by_number);
        multisets[(*count)++] =
            (struct word_multiset){LIST_ITEMS(&ids, uint32_t), (uint32_t)ids.count, i};
    }
    return multisets;
}

static void make_pair(struct working_flow *base, struct working_flow *draft, uint32_t base_at,
                      uint32_t draft_at, uint32_t *next_id)
{
    base->ids[base_at] = *next_id;
    draft->ids[draft_at] = *next_id;
    (*next_id)--;
}

// The pairing in order that shares the most words, by the textbook table.
static void pair_by_table(struct working_flow *base, struct working_flow *draft,
                          const struct word_multiset *b, uint32_t n, const struct word_multiset *d,
                          uint32_t m, uint32_t least, uint32_t *next_id)
{
    struct arena *arena = arena_open();
    size_t width = (size_t)m + 1;
    uint64_t *sum = ARENA_ARRAY(arena, uint64_t, ((size_t)n + 1) * width);
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            uint32_t similarity =
                sorted_similarity(b[i - 1].ids, b[i - 1].count, d[j - 1].ids, d[j - 1].count);
            similarity = similarity < least ? 0 : similarity + 1;
            uint64_t best = sum[(i - 1) * width + j];
            if (sum[i * width + j - 1] > best)
                best = sum[i * width + j - 1];
            if (similarity > 0 && sum[(i - 1) * width + j - 1] + similarity > best)
                best = sum[(i - 1) * width + j - 1] + similarity;
            sum[i * width + j] = best;
        }
    for (size_t i = n, j = m; i > 0 && j > 0;) {
        if (sum[i * width + j] == sum[(i - 1) * width + j]) {
            i--;
        } else if (sum[i * width + j] == sum[i * width + j - 1]) {
            j--;
        } else {
            make_pair(base, draft, b[i - 1].at, d[j - 1].at, next_id);
            i--;
            j--;
        }
    }
    arena_close(arena);
}

static bool has_blocks(const struct working_flow *flow)
{
    for (uint32_t i = 0; i < flow->count; i++)
        if (flow->items[i].kind == TOKEN_BLOCK)
            return true;
    return false;
}

void pair_blocks(struct working_flow *base, struct working_flow *draft, uint32_t *next_id)
{
    if (!has_blocks(base) || !has_blocks(draft))
        return;
    struct arena *arena = arena_open();
    uint32_t n;
    uint32_t m;
    struct middle middle = middle_of(base, draft);
    struct word_multiset *b =
        changed_blocks(arena, base, middle.base_to, draft, middle.draft_to, middle.from, &n);
    struct word_multiset *d =
        changed_blocks(arena, draft, middle.draft_to, base, middle.base_to, middle.from, &m);
    bool in_order =
        n == m && (base->container == BLOCK_ROW || n == 1 || (uint64_t)n * m > MOST_COMPARED);
    if (in_order && base->container == BLOCK_ROW && base->count != draft->count)
        in_order = false;
    if (in_order)
        for (uint32_t i = 0; i < n; i++)
            make_pair(base, draft, b[i].at, d[i].at, next_id);
    else if ((uint64_t)n * m <= MOST_COMPARED)
        pair_by_table(base, draft, b, n, d, m, SIMILAR_ENOUGH, next_id);
    arena_close(arena);
}

// One paragraph of a flow: tokens [from, to), its mark included.
struct flow_stretch {
    uint32_t from;
    uint32_t to;
};

// All paragraphs of a flow, in their order. What stands behind its last mark is in none.
struct flow_paragraphs {
    const struct flow_stretch *items;
    uint32_t count;
};

static struct flow_paragraphs paragraphs_of(struct arena *arena, const struct working_flow *flow)
{
    struct list stretches = LIST_MAKE(arena, struct flow_stretch);
    uint32_t from = 0;
    for (uint32_t i = 0; i < flow->count; i++) {
        uint32_t kind = flow->items[i].kind;
        if (kind != TOKEN_MARK && kind != TOKEN_BLOCK)
            continue;
        *LIST_ADD(&stretches, struct flow_stretch) = (struct flow_stretch){from, i + 1};
        from = i + 1;
    }
    return (struct flow_paragraphs){LIST_ITEMS(&stretches, struct flow_stretch),
                                    (uint32_t)stretches.count};
}

static bool stretch_ends_by(const void *row, size_t at, uint64_t place)
{
    const struct flow_stretch *stretches = row;
    return stretches[at].to <= place;
}

// The paragraph that holds a token; their count when none does.
static uint32_t paragraph_of(const struct flow_paragraphs *paragraphs, uint32_t token)
{
    return (uint32_t)sorted_before(paragraphs->count, paragraphs->items, stretch_ends_by, token);
}

// Two paragraphs that share displaced words, and how many.
struct meeting {
    uint32_t base;
    uint32_t draft;
    uint32_t shared;
};

static int by_pair(const void *a, const void *b)
{
    const struct meeting *x = a;
    const struct meeting *y = b;
    if (x->base != y->base)
        return (x->base > y->base) - (x->base < y->base);
    return (x->draft > y->draft) - (x->draft < y->draft);
}

static int by_shared(const void *a, const void *b)
{
    const struct meeting *x = a;
    const struct meeting *y = b;
    if (x->shared != y->shared)
        return (x->shared < y->shared) - (x->shared > y->shared);
    return by_pair(a, b);
}

// Sums the displaced runs by the pair of paragraphs that they lie in.
static struct list meetings_of(struct arena *arena, const struct anchors *anchors,
                               const struct flow_paragraphs *base,
                               const struct flow_paragraphs *draft)
{
    struct list single = LIST_MAKE(arena, struct meeting);
    for (size_t i = 0; i < anchors->count; i++) {
        struct match match = anchors->matches[i];
        for (uint32_t k = 0; !anchors->chained[i] && k < match.count; k++)
            *LIST_ADD(&single, struct meeting) = (struct meeting){
                paragraph_of(base, match.base + k), paragraph_of(draft, match.draft + k), 1};
    }
    list_sort(&single, by_pair);
    struct list summed = LIST_MAKE(arena, struct meeting);
    for (size_t i = 0; i < single.count; i++) {
        struct meeting meeting = *LIST_AT(&single, struct meeting, i);
        struct meeting *last =
            summed.count > 0 ? LIST_AT(&summed, struct meeting, summed.count - 1) : NULL;
        if (last && last->base == meeting.base && last->draft == meeting.draft)
            last->shared++;
        else
            *LIST_ADD(&summed, struct meeting) = meeting;
    }
    list_sort(&summed, by_shared);
    return summed;
}

static uint32_t words_in(const struct working_flow *flow, struct flow_stretch stretch)
{
    uint32_t words = 0;
    for (uint32_t i = stretch.from; i < stretch.to; i++)
        words += flow->items[i].kind <= TOKEN_DATE;
    return words;
}

// How many tokens of each base paragraph the chained anchors hold where they are.
static uint32_t *staying_in(struct arena *arena, const struct anchors *anchors,
                            const struct flow_paragraphs *base)
{
    uint32_t *staying = ARENA_ARRAY(arena, uint32_t, base->count + 1);
    for (size_t i = 0; i < anchors->count; i++) {
        if (!anchors->chained[i])
            continue;
        uint32_t at = anchors->matches[i].base;
        uint32_t end = at + anchors->matches[i].count;
        for (uint32_t k = paragraph_of(base, at); k < base->count && at < end; k++) {
            uint32_t to = base->items[k].to < end ? base->items[k].to : end;
            staying[k] += to - at;
            at = to;
        }
    }
    return staying;
}

// A paragraph has moved when most of what is known of it stands elsewhere, and what stands
// elsewhere is nearly all of it. A phrase that changed its place inside one moves no paragraph.
static bool has_moved(const struct working_flow *base, const struct working_flow *draft,
                      struct flow_stretch b, struct flow_stretch d, uint32_t displaced,
                      uint32_t staying)
{
    if (displaced <= staying || displaced * 4 < b.to - b.from)
        return false;
    if (base->items[b.to - 1].kind == TOKEN_BLOCK || draft->items[d.to - 1].kind == TOKEN_BLOCK)
        return false;
    return words_in(base, b) >= MOVED_WORDS &&
           similarity_of(base->ids + b.from, b.to - b.from, draft->ids + d.from, d.to - d.from) >=
               MOVED_SIMILARITY;
}

static uint32_t shared_by(const struct working_flow *base, const struct working_flow *draft,
                          struct flow_stretch b, struct flow_stretch d)
{
    uint32_t b_count = b.to - b.from;
    uint32_t d_count = d.to - d.from;
    uint64_t similarity = similarity_of(base->ids + b.from, b_count, draft->ids + d.from, d_count);
    return (uint32_t)(similarity * (b_count > d_count ? b_count : d_count) / 1000);
}

// Puts paragraphs that moved together into one relocation.
static void add_relocation(const struct working_flow *base, struct flow_stretch b,
                           struct flow_stretch d, uint32_t flow, uint32_t shared,
                           struct list *relocations)
{
    uint32_t words = words_in(base, b);
    if (relocations->count > 0) {
        struct relocation *last = LIST_AT(relocations, struct relocation, relocations->count - 1);
        if (last->flow == flow && last->base_to == b.from && last->draft_to == d.from) {
            last->base_to = b.to;
            last->draft_to = d.to;
            last->words += words;
            last->shared += shared;
            return;
        }
    }
    *LIST_ADD(relocations, struct relocation) =
        (struct relocation){flow, b.from, b.to, d.from, d.to, words, shared};
}

static void match_nothing(uint32_t *ids, struct flow_stretch stretch, uint32_t *next_id)
{
    for (uint32_t i = stretch.from; i < stretch.to; i++)
        ids[i] = (*next_id)--;
}

static bool all_chained(const struct anchors *anchors)
{
    for (size_t i = 0; i < anchors->count; i++)
        if (!anchors->chained[i])
            return false;
    return true;
}

void part_relocated(struct working_flow *base, struct working_flow *draft,
                    const struct anchors *anchors, uint32_t flow, uint32_t *next_id,
                    struct list *relocations)
{
    if (all_chained(anchors))
        return;
    struct arena *arena = arena_open();
    struct flow_paragraphs b = paragraphs_of(arena, base);
    struct flow_paragraphs d = paragraphs_of(arena, draft);
    struct list meetings = meetings_of(arena, anchors, &b, &d);
    uint32_t *staying = staying_in(arena, anchors, &b);
    uint32_t *moved_to = ARENA_ARRAY(arena, uint32_t, b.count + 1); // index + 1
    bool *taken = ARENA_ARRAY(arena, bool, d.count + 1);
    uint32_t moved = 0;
    for (size_t i = 0; i < meetings.count && moved < MOST_MOVED; i++) {
        struct meeting pair = *LIST_AT(&meetings, struct meeting, i);
        // A run may end in the unclosed stretch of a flow without a last mark.
        if (pair.base >= b.count || pair.draft >= d.count || moved_to[pair.base] > 0 ||
            taken[pair.draft] ||
            !has_moved(base, draft, b.items[pair.base], d.items[pair.draft], pair.shared,
                       staying[pair.base]))
            continue;
        moved_to[pair.base] = pair.draft + 1;
        taken[pair.draft] = true;
        moved++;
    }
    for (uint32_t i = 0; i < b.count; i++) {
        if (moved_to[i] == 0)
            continue;
        struct flow_stretch to = d.items[moved_to[i] - 1];
        uint32_t shared = shared_by(base, draft, b.items[i], to);
        add_relocation(base, b.items[i], to, flow, shared, relocations);
        match_nothing(base->ids, b.items[i], next_id);
        match_nothing(draft->ids, to, next_id);
    }
    arena_close(arena);
}
