// SPDX-License-Identifier: Apache-2.0
#include "merge/draft_kind.h"

#include "base/builder.h"
#include "base/sorted.h"
#include "text/tokens.h"

#include <stdlib.h>

#define GROUP 4u
#define LONG_GAP 20u     // words
#define END_WORDS 20u    // a title, a last line
#define END_KEPT 300u    // per mille
#define FEWEST_WORDS 60u // in fewer, a sentence is half of the text
#define LONG_WORD 5u     // bytes; shorter ones are in every text

// A group of words, as a hash, and where it begins.
struct word_row {
    uint64_t hash;
    uint32_t at;
};

// The words of a body, and its groups by hash and place.
struct words {
    uint32_t *ids;
    bool *are_found;
    struct word_row *groups;
    uint32_t count;
    uint32_t group_count;
};

static bool is_word(enum token_kind kind)
{
    return kind == TOKEN_WORD || kind == TOKEN_NUMBER || kind == TOKEN_DATE;
}

static int by_hash(const void *a, const void *b)
{
    const struct word_row *x = a;
    const struct word_row *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static uint64_t group_hash(const uint32_t *ids)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);
    for (uint32_t i = 0; i < GROUP; i++)
        hash = (hash ^ ids[i]) * UINT64_C(0xff51afd7ed558ccd) + (hash >> 29);
    return hash;
}

// Notes, headers and text boxes are left out: a draft in another form cannot have them.
static struct words words_of(const struct tokens *tokens, struct arena *arena)
{
    struct words words = {.ids = ARENA_ARRAY(arena, uint32_t, tokens->count + 1),
                          .are_found = ARENA_ARRAY(arena, bool, tokens->count + 1)};
    uint32_t body_end = tokens->document->blocks[0].end;
    for (uint32_t f = 0; f < tokens->flow_count; f++) {
        const struct flow *flow = &tokens->flows[f];
        for (uint32_t i = flow->first; flow->block < body_end && i < flow->first + flow->count; i++)
            if (is_word((enum token_kind)tokens->items[i].kind))
                words.ids[words.count++] = tokens->ids[i];
    }
    words.group_count = words.count < GROUP ? 0 : words.count - GROUP + 1;
    words.groups = ARENA_ARRAY(arena, struct word_row, words.group_count + 1);
    for (uint32_t i = 0; i < words.group_count; i++)
        words.groups[i] = (struct word_row){group_hash(words.ids + i), i};
    qsort(words.groups, words.group_count, sizeof *words.groups, by_hash);
    return words;
}

static bool group_is_before(const void *row, size_t at, uint64_t place)
{
    const struct word_row *groups = row;
    return groups[at].hash < place;
}

// The first place of a group in another text; NO_INDEX when it does not stand there.
static uint32_t group_place(const struct words *words, uint64_t hash)
{
    size_t i = sorted_before(words->group_count, words->groups, group_is_before, hash);
    return i < words->group_count && words->groups[i].hash == hash ? words->groups[i].at : NO_INDEX;
}

static uint32_t mark_found(struct words *words, const struct words *other)
{
    for (uint32_t i = 0; i < words->group_count; i++)
        if (group_place(other, words->groups[i].hash) != NO_INDEX)
            for (uint32_t k = 0; k < GROUP; k++)
                words->are_found[words->groups[i].at + k] = true;
    uint32_t found = 0;
    for (uint32_t i = 0; i < words->count; i++)
        found += words->are_found[i];
    return found;
}

static uint32_t per_mille(uint32_t part, uint32_t whole)
{
    return (uint32_t)((uint64_t)part * 1000 / (whole > 0 ? whole : 1));
}

static uint32_t found_within(const struct words *words, uint32_t from, uint32_t to)
{
    uint32_t found = 0;
    for (uint32_t i = from; i < to; i++)
        found += words->are_found[i];
    return per_mille(found, to - from);
}

// Edits leave short stretches without a found word everywhere; what is gone leaves long ones.
static void count_gaps(const struct words *base, struct draft_figures *figures)
{
    uint32_t fair = base->count / 30 > LONG_GAP ? base->count / 30 : LONG_GAP;
    uint32_t absent = 0;
    uint32_t length = 0;
    for (uint32_t i = 0; i < base->count; i++) {
        length = base->are_found[i] ? 0 : length + 1;
        figures->gaps += length == fair;
        absent += length == LONG_GAP ? LONG_GAP : length > LONG_GAP;
    }
    figures->absent = per_mille(absent, base->count);
}

static uint32_t steps_in_order(const struct words *draft, const struct words *base)
{
    uint32_t steps = 0;
    uint32_t forward = 0;
    uint32_t last = NO_INDEX;
    for (uint32_t i = 0; i < draft->group_count; i++) {
        uint32_t place = group_place(base, group_hash(draft->ids + i));
        if (place == NO_INDEX)
            continue;
        steps += last != NO_INDEX;
        forward += last != NO_INDEX && place > last;
        last = place;
    }
    return steps == 0 ? 1000 : per_mille(forward, steps);
}

static bool is_long_word(const struct text_token *token)
{
    return token->kind == TOKEN_WORD && token->to - token->from >= LONG_WORD;
}

static bool *uses_of(const struct tokens *tokens, uint32_t end, struct arena *arena)
{
    bool *is_used = ARENA_ARRAY(arena, bool, end + 1);
    for (uint32_t i = 0; i < tokens->count; i++)
        is_used[tokens->ids[i]] = is_long_word(&tokens->items[i]);
    return is_used;
}

static uint32_t ids_end(const struct tokens *tokens)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
        end = tokens->ids[i] >= end ? tokens->ids[i] + 1 : end;
    return end;
}

static void count_vocabulary(const struct tokens *base, const struct tokens *draft,
                             struct arena *arena, struct draft_figures *figures)
{
    uint32_t end = ids_end(base) > ids_end(draft) ? ids_end(base) : ids_end(draft);
    const bool *old = uses_of(base, end, arena);
    const bool *new = uses_of(draft, end, arena);
    uint32_t in_base = 0;
    uint32_t in_draft = 0;
    uint32_t in_both = 0;
    for (uint32_t id = 0; id < end; id++) {
        in_base += old[id];
        in_draft += new[id];
        in_both += old[id] && new[id];
    }
    figures->vocabulary = per_mille(in_both, in_draft);
    figures->topic = per_mille(in_both, in_base > in_draft ? in_base : in_draft);
}

static void count_all(const struct tokens *base, const struct tokens *draft, uint32_t kept,
                      struct arena *arena, struct draft_figures *figures)
{
    struct words old = words_of(base, arena);
    struct words new = words_of(draft, arena);
    uint32_t end = old.count < END_WORDS ? old.count : END_WORDS;
    *figures = (struct draft_figures){.base_words = old.count,
                                      .draft_words = new.count,
                                      .base_found = mark_found(&old, &new),
                                      .draft_found = mark_found(&new, &old),
                                      .kept = kept};
    figures->head_found = found_within(&old, 0, end);
    figures->tail_found = found_within(&old, old.count - end, old.count);
    count_gaps(&old, figures);
    // A phrase that the base has often is found everywhere, and the draft has it once.
    if (figures->base_found > figures->draft_found)
        figures->base_found = figures->draft_found;
    figures->in_order = steps_in_order(&new, &old);
    count_vocabulary(base, draft, arena, figures);
}

bool draft_figures_count(const struct document *base, const struct document *draft, uint32_t kept,
                         size_t max_tokens, struct draft_figures *figures, struct error *error)
{
    struct arena *scratch = arena_open();
    struct dictionary *dictionary = dictionary_make(scratch);
    struct tokens old;
    struct tokens new;
    bool done = tokens_cut(base, max_tokens, dictionary, scratch, &old, error) &&
                tokens_cut(draft, max_tokens, dictionary, scratch, &new, error);
    if (done)
        count_all(&old, &new, kept, scratch, figures);
    arena_close(scratch);
    return done;
}

bool draft_is_plain_copy(uint32_t kept)
{
    return kept >= 800;
}

// A party that strikes chapters leaves the title and the end in place, and few gaps. Who pastes
// clauses has neither, or many gaps.
static bool is_shortened_copy(const struct draft_figures *f, uint32_t base_found)
{
    if (f->head_found < END_KEPT)
        return false;
    if (base_found >= 650 || (base_found >= 600 && f->absent < 250))
        return true;
    if (f->tail_found < END_KEPT)
        return false;
    return base_found >= 500 || (base_found >= 350 && f->gaps <= 2) ||
           (base_found >= 450 && f->absent < 300);
}

static bool is_of_the_base(const struct draft_figures *f, uint32_t draft_found, uint32_t length)
{
    return draft_found >= 150 || (length < 300 && f->vocabulary >= 800);
}

enum draft_kind draft_kind_of(const struct draft_figures *f)
{
    uint32_t base_found = per_mille(f->base_found, f->base_words);
    uint32_t draft_found = per_mille(f->draft_found, f->draft_words);
    uint32_t length = per_mille(f->draft_words, f->base_words);
    bool is_short = length < 660 || (length < 750 && draft_found >= 900);
    if (f->base_words < FEWEST_WORDS || draft_is_plain_copy(f->kept) || base_found >= 750)
        return DRAFT_COPY;
    if (is_short ? is_shortened_copy(f, base_found) : base_found >= 150 || f->kept >= 250)
        return DRAFT_COPY;
    if (is_short && is_of_the_base(f, draft_found, length))
        return DRAFT_FRAGMENT;
    return f->topic >= 270 ? DRAFT_COUNTER : DRAFT_STRANGER;
}

static uint32_t per_cent(uint32_t part, uint32_t whole)
{
    return per_mille(part, whole) / 10;
}

struct str draft_reasons(const struct draft_figures *f, struct arena *arena)
{
    if (f->draft_words == 0)
        return STR("it has no words");
    struct builder reasons = builder_make(arena);
    builder_print(&reasons, "%u %% of the base's %u words stand in it",
                  per_cent(f->base_found, f->base_words), f->base_words);
    if (f->draft_found > 0)
        builder_print(&reasons, "; of its own %u words %u %% are the base's, %s", f->draft_words,
                      per_cent(f->draft_found, f->draft_words),
                      f->in_order >= 800 ? "in its order" : "in another order");
    else
        builder_print(&reasons, "; of its own %u words none in a row of four is the base's",
                      f->draft_words);
    return builder_str(&reasons);
}
