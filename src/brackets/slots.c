// SPDX-License-Identifier: Apache-2.0
// Joins neighbours to slots: choices, attributed rivals, option groups; and nests them.
#include "base/builder.h"
#include "base/names.h"
#include "base/utf8.h"
#include "brackets/brackets_parts.h"

#include <stdlib.h>
#include <string.h>

struct slot_maker {
    const struct bracket_input *input;
    const struct signs *signs;
    const struct pairs *pairs;
    const struct option_marks *options;
    struct arena *arena;
    struct list slots;        // struct bracket_slot
    uint32_t *next_sibling;   // by pair: the next pair with the same parent, NO_INDEX
    struct names *known_runs; // wordings of choices that are glued somewhere: "shall|should|other"
    bool *is_joined;          // by pair: taken into a slot already
    size_t copied;            // bytes of wordings so far
};

static void find_siblings(struct slot_maker *maker)
{
    uint32_t count = maker->pairs->count;
    uint32_t *last_child = ARENA_ARRAY(maker->arena, uint32_t, count + 1); // [count]: the outside
    for (uint32_t i = 0; i <= count; i++)
        last_child[i] = NO_INDEX;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t parent = maker->pairs->items[i].parent;
        uint32_t *last = &last_child[parent == NO_INDEX ? count : parent];
        if (*last != NO_INDEX)
            maker->next_sibling[*last] = i;
        *last = i;
        maker->next_sibling[i] = NO_INDEX;
    }
}

// Only wordings and blanks can be rivals.
static bool can_join(const struct bracket_pair *pair)
{
    return pair->use == PAIR_TEXT || pair->use == PAIR_STANCES || pair->use == PAIR_BLANK;
}

enum gap { GAP_NONE, GAP_SPACE, GAP_WORDS };

// What stands between two siblings.
static enum gap gap_between(const struct slot_maker *maker, const struct bracket_pair *a,
                            const struct bracket_pair *b)
{
    size_t from = a->text_to + 1;
    size_t to = b->at;
    if (from == to)
        return GAP_NONE;
    if (to - from > 200)
        return GAP_WORDS;
    for (size_t at = from; at < to; at++)
        if (!strchr(" \t\r\n\f", maker->signs->text.bytes[at]))
            return GAP_WORDS;
    return GAP_SPACE;
}

// Brackets inside brackets repeat their words in every wording around them. Nobody nests so deep
// that all wordings together are this many times the text; who does gets them cut short.
#define WORDING_TIMES_MAX 16
#define WORDING_CUT 80

static struct str copy_wording(struct slot_maker *maker, size_t from, size_t to)
{
    struct str text = maker->signs->text;
    bool is_cut = to - from > WORDING_CUT && maker->copied > WORDING_TIMES_MAX * text.length;
    if (is_cut)
        to = from + utf8_start(str_skip(text, from), WORDING_CUT).length;
    maker->copied += to - from;
    struct str wording = bracket_wording(maker->input, from, to, maker->arena);
    return is_cut ? arena_print(maker->arena, "%.*s…", STR_ARGS(wording)) : wording;
}

// Our own bracketed text says "(nothing)" where a party has no words.
static struct str wording_of(struct slot_maker *maker, const struct bracket_pair *pair)
{
    struct str wording = copy_wording(maker, pair->text_from, pair->text_to);
    return str_equal(wording, STR("(nothing)")) ? STR("") : wording;
}

// The words of a short bracket, to be compared.
static struct str short_wording(const struct slot_maker *maker, const struct bracket_pair *pair)
{
    return bracket_wording(maker->input, pair->text_from, pair->text_to, maker->arena);
}

#define RUN_MAX 64

// The wordings of pairs joined by "|", as a key for known runs.
static struct str run_key(const struct slot_maker *maker, const uint32_t *run, size_t count)
{
    struct builder key = builder_make(maker->arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            builder_add_byte(&key, '|');
        builder_add(&key, short_wording(maker, &maker->pairs->items[run[i]]));
    }
    return builder_str(&key);
}

// The pairs that follow one another from `first` on with no wider gap than `widest`.
static size_t run_from(const struct slot_maker *maker, uint32_t first, enum gap widest,
                       uint32_t run[RUN_MAX])
{
    size_t count = 0;
    for (uint32_t i = first; i != NO_INDEX && count < RUN_MAX; i = maker->next_sibling[i]) {
        const struct bracket_pair *pair = &maker->pairs->items[i];
        if (!can_join(pair))
            break;
        if (count > 0 && gap_between(maker, &maker->pairs->items[run[count - 1]], pair) > widest)
            break;
        run[count++] = i;
    }
    return count;
}

#define KEY_BYTES_MAX 200

static size_t run_bytes(const struct slot_maker *maker, const uint32_t *run, size_t count)
{
    return maker->pairs->items[run[count - 1]].text_to - maker->pairs->items[run[0]].text_from;
}

static void learn_runs(struct slot_maker *maker)
{
    uint32_t run[RUN_MAX] = {0};
    for (uint32_t i = 0; i < maker->pairs->count;) {
        size_t count = run_from(maker, i, GAP_NONE, run);
        if (count > 1 && run_bytes(maker, run, count) <= KEY_BYTES_MAX)
            names_add(maker->known_runs, run_key(maker, run, count));
        // Pairs stand in the order of their opening brackets, so that the next one is either
        // inside this one or behind it; members of a short run may be passed over.
        i = count > 1 && run_bytes(maker, run, count) <= KEY_BYTES_MAX ? run[count - 1] + 1 : i + 1;
    }
}

// Whether two attributed brackets are rivals: nobody proposes both.
static bool holders_differ(const struct bracket_pair *a, const struct bracket_pair *b)
{
    for (uint32_t i = 0; i < a->stance_count; i++)
        for (uint32_t j = 0; j < b->stance_count; j++)
            if (a->stances[i].party == b->stances[j].party &&
                (a->stances[i].stance < STANCE_RESERVE) == (b->stances[j].stance < STANCE_RESERVE))
                return false;
    return true;
}

#define KNOWN_RUN_MAX 12

static bool is_known_run(const struct slot_maker *maker, const uint32_t *run, size_t count)
{
    if (names_count(maker->known_runs) == 0 || run_bytes(maker, run, count) > KEY_BYTES_MAX)
        return false;
    struct arena_mark mark = arena_mark(maker->arena);
    bool known = names_find(maker->known_runs, run_key(maker, run, count)) != NAMES_NONE;
    arena_rewind(maker->arena, mark);
    return known;
}

static bool is_other(const struct slot_maker *maker, const struct bracket_pair *pair)
{
    struct str inside = str_slice(maker->signs->text, pair->text_from, pair->text_to);
    return str_equal_ignoring_case(str_trim(inside), STR("other"));
}

// How many of the spaced run belong together.
//
// 1. Glued brackets are a choice.
// 2. So are spaced ones that stand glued elsewhere in the text ("[a] [b]" where "[a][b]" occurs).
// 3. "[other]" closes the choice in front of it.
// 4. Brackets with parties in front are rivals while their holders differ.
static size_t joined_count(const struct slot_maker *maker, const uint32_t *run, size_t count)
{
    const struct bracket_pair *pairs = maker->pairs->items;
    for (size_t n = count < KNOWN_RUN_MAX ? count : KNOWN_RUN_MAX; n > 1; n--)
        if (is_known_run(maker, run, n))
            return n;
    size_t n = 1;
    for (; n < count; n++) {
        const struct bracket_pair *before = &pairs[run[n - 1]];
        const struct bracket_pair *next = &pairs[run[n]];
        bool both_held = before->use == PAIR_STANCES && next->use == PAIR_STANCES;
        if (both_held
                ? !holders_differ(before, next)
                : gap_between(maker, before, next) != GAP_NONE && !(n > 1 && is_other(maker, next)))
            break;
    }
    return n;
}

// "No text", "No provision on …", "Delete": an option that there be no wording.
static bool says_nothing(struct str text)
{
    static const struct str starts[] = {STR_INIT("no text"), STR_INIT("no provision"),
                                        STR_INIT("no reference"), STR_INIT("no such "),
                                        STR_INIT("delete")};
    while (text.length > 0 && strchr("*_[", text.bytes[0]))
        text = str_skip(text, 1);
    for (size_t i = 0; text.length <= 80 && i < sizeof starts / sizeof starts[0]; i++)
        if (str_equal_ignoring_case(str_slice(text, 0, starts[i].length), starts[i]))
            return true;
    return false;
}

static void split_stances(const struct bracket_pair *pair, struct arena *arena,
                          struct bracket_variant *for_it, struct bracket_variant *against)
{
    struct list yes = LIST_MAKE(arena, struct party_stance);
    struct list no = LIST_MAKE(arena, struct party_stance);
    for (uint32_t i = 0; i < pair->stance_count; i++)
        *LIST_ADD(pair->stances[i].stance < STANCE_RESERVE ? &yes : &no, struct party_stance) =
            pair->stances[i];
    for_it->stances = LIST_ITEMS(&yes, struct party_stance);
    for_it->stance_count = (uint32_t)yes.count;
    against->stances = LIST_ITEMS(&no, struct party_stance);
    against->stance_count = (uint32_t)no.count;
}

// The wordings of brackets that belong together. One alone has "nothing" as its rival; those who
// oppose or reserve stand with the nothing of it, or beside the rival they hold.
static void add_run(struct slot_maker *maker, const uint32_t *run, size_t count)
{
    const struct bracket_pair *pairs = maker->pairs->items;
    const struct bracket_pair *first = &pairs[run[0]];
    const struct bracket_pair *last = &pairs[run[count - 1]];
    struct bracket_slot *slot = LIST_ADD(&maker->slots, struct bracket_slot);
    slot->kind = count > 1 ? BRACKET_CHOICE : BRACKET_TEXT;
    slot->from.at = first->at;
    slot->to.at = last->text_to + 1;
    struct bracket_variant *variants = ARENA_ARRAY(maker->arena, struct bracket_variant, count + 1);
    struct bracket_variant nothing = {.is_nothing = true};
    for (size_t i = 0; i < count; i++) {
        const struct bracket_pair *pair = &pairs[run[i]];
        variants[i].text = wording_of(maker, pair);
        variants[i].is_nothing = variants[i].text.length == 0;
        variants[i].is_base = pair->is_base;
        struct bracket_variant against = {0};
        split_stances(pair, maker->arena, &variants[i], &against);
        if (count == 1) {
            nothing.stances = against.stances;
            nothing.stance_count = against.stance_count;
        } else {
            variants[i].stances = pair->stances;
            variants[i].stance_count = pair->stance_count;
        }
        maker->is_joined[run[i]] = true;
    }
    slot->variants = variants;
    slot->variant_count = (uint32_t)count;
    if (count == 1 && variants[0].is_nothing) { // "[A oppose]": only stances
        variants[0].stances = first->stances;
        variants[0].stance_count = first->stance_count;
    } else if (count == 1) {
        variants[slot->variant_count++] = nothing;
    }
}

static void add_single(struct slot_maker *maker, const struct bracket_pair *pair,
                       enum bracket_slot_kind kind)
{
    struct bracket_slot *slot = LIST_ADD(&maker->slots, struct bracket_slot);
    slot->kind = kind;
    slot->from.at = pair->at;
    slot->to.at = pair->text_to + 1;
    if (kind == BRACKET_SCOPE)
        return;
    struct bracket_variant *variant = ARENA_NEW(maker->arena, struct bracket_variant);
    variant->text = wording_of(maker, pair);
    slot->variants = variant;
    slot->variant_count = 1;
}

static void add_pairs(struct slot_maker *maker)
{
    uint32_t run[RUN_MAX] = {0};
    for (uint32_t i = 0; i < maker->pairs->count; i++) {
        const struct bracket_pair *pair = &maker->pairs->items[i];
        if (maker->is_joined[i])
            continue;
        switch (pair->use) {
        case PAIR_TEXT:
        case PAIR_STANCES:
        case PAIR_BLANK: {
            size_t count = joined_count(maker, run, run_from(maker, i, GAP_SPACE, run));
            if (count == 1 && pair->use == PAIR_BLANK)
                add_single(maker, pair, BRACKET_BLANK);
            else
                add_run(maker, run, count);
            break;
        }
        case PAIR_PLACEHOLDER:
            add_single(maker, pair, BRACKET_PLACEHOLDER);
            break;
        case PAIR_NOTE:
            add_single(maker, pair, BRACKET_NOTE);
            break;
        case PAIR_SCOPE:
            add_single(maker, pair, BRACKET_SCOPE);
            break;
        case PAIR_MARKUP:
        case PAIR_ASTRAY:
        case PAIR_OPTION:
            break;
        }
    }
}

// "{…}"; Markdown's attributes "{:toc}" and "{#name}" are not meant.
static void add_braces(struct slot_maker *maker)
{
    struct str text = maker->signs->text;
    for (uint32_t i = 0; i < maker->signs->count; i++) {
        const struct sign *sign = &maker->signs->items[i];
        if (sign->byte != '{' || sign->mate == NO_INDEX)
            continue;
        size_t from = sign->place.at + 1;
        size_t to = maker->signs->items[sign->mate].place.at;
        if (from < to && strchr(":#", text.bytes[from]))
            continue;
        struct bracket_pair braces = {.at = from - 1, .text_from = from, .text_to = to};
        add_single(maker, &braces, BRACKET_PLACEHOLDER);
    }
}

static void add_option_groups(struct slot_maker *maker)
{
    const struct option_marks *options = maker->options;
    uint32_t groups = options->group_count;
    struct bracket_variant **variants = ARENA_ARRAY(maker->arena, struct bracket_variant *, groups);
    uint32_t *slot_of = ARENA_ARRAY(maker->arena, uint32_t, groups);
    uint32_t *size = ARENA_ARRAY(maker->arena, uint32_t, groups);
    for (uint32_t i = 0; i < options->count; i++)
        size[options->items[i].group]++;
    for (uint32_t i = 0; i < options->count; i++) {
        const struct option_mark *mark = &options->items[i];
        uint32_t group = mark->group;
        if (!variants[group]) {
            variants[group] = ARENA_ARRAY(maker->arena, struct bracket_variant, size[group]);
            slot_of[group] = (uint32_t)maker->slots.count;
            *LIST_ADD(&maker->slots, struct bracket_slot) = (struct bracket_slot){
                .kind = BRACKET_OPTIONS, .from = {.at = mark->from}, .variants = variants[group]};
        }
        struct bracket_slot *slot = LIST_AT(&maker->slots, struct bracket_slot, slot_of[group]);
        struct str text = copy_wording(maker, mark->text_from, mark->text_to);
        variants[group][slot->variant_count++] = (struct bracket_variant){
            .text = text, .mark = mark->mark, .is_nothing = text.length == 0 || says_nothing(text)};
        slot->to.at = mark->pair == NO_INDEX ? mark->text_to : mark->text_to + 1;
    }
}

static int outer_first(const void *a, const void *b)
{
    const struct bracket_slot *first = a;
    const struct bracket_slot *second = b;
    if (first->from.at != second->from.at)
        return first->from.at < second->from.at ? -1 : 1;
    if (first->to.at != second->to.at)
        return first->to.at > second->to.at ? -1 : 1;
    return (first->kind > second->kind) - (first->kind < second->kind);
}

static void nest(struct slot_maker *maker)
{
    struct bracket_slot *slots = LIST_ITEMS(&maker->slots, struct bracket_slot);
    uint32_t count = (uint32_t)maker->slots.count;
    if (count > 0)
        qsort(slots, count, sizeof *slots, outer_first);
    uint32_t above = NO_INDEX;
    for (uint32_t i = 0; i < count; i++) {
        while (above != NO_INDEX && slots[above].to.at < slots[i].to.at)
            above = slots[above].parent;
        slots[i].parent = above;
        slots[i].depth = above == NO_INDEX ? 1 : slots[above].depth + 1;
        slots[i].point = bracket_point_at(maker->input, slots[i].from.at);
        above = i;
    }
}

void slots_make(const struct signs *signs, const struct pairs *pairs,
                const struct option_marks *options, struct arena *arena,
                const struct bracket_input *input, struct list *slots)
{
    struct slot_maker maker = {
        .input = input,
        .signs = signs,
        .pairs = pairs,
        .options = options,
        .arena = arena,
        .slots = LIST_MAKE(arena, struct bracket_slot),
        .next_sibling = ARENA_ARRAY(arena, uint32_t, pairs->count),
        .known_runs = names_make(arena),
        .is_joined = ARENA_ARRAY(arena, bool, pairs->count),
    };
    find_siblings(&maker);
    learn_runs(&maker);
    add_pairs(&maker);
    add_braces(&maker);
    add_option_groups(&maker);
    nest(&maker);
    *slots = maker.slots;
}
