// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/bracket_slots.h"

// A group and a slot have in common the styles of their brackets, and the words in them.
struct slot_finding {
    const struct bracket_text *text;
    const struct bracket_groups *groups;
    const struct record_slot *slots;
    size_t slot_count;
    const struct str *words; // by bracket: its mark
};

static struct str words_mark(const struct bracket_text *text, const struct sign_bracket *bracket,
                             struct arena *arena)
{
    struct str words = str_slice(text->text, bracket->words, bracket->words_to);
    for (size_t i = 0; i < words.length; i++)
        if (words.bytes[i] == SIGN_OBJECT)
            return STR("");
    return record_words_mark(words, arena);
}

enum { SAME_STYLE = 4, SAME_WORDS = 6, SAME_COUNT = 1 };

// What one bracket has in common with a slot.
static unsigned bracket_similarity(const struct slot_finding *finding, size_t bracket, size_t slot)
{
    const struct record_slot *other = &finding->slots[slot];
    unsigned sum = 0;
    for (size_t r = 0; r < other->count; r++) {
        const struct record_rival *rival = &other->rivals[r];
        if (finding->groups->items[bracket].by != rival->by)
            continue;
        bool same = rival->words.length > 0 && str_equal(finding->words[bracket], rival->words);
        sum += (unsigned)(same ? SAME_STYLE + SAME_WORDS : SAME_STYLE);
    }
    return sum;
}

static unsigned similarity(const struct slot_finding *finding, const struct bracket_group *own,
                           size_t slot)
{
    unsigned sum = 0;
    size_t written = 0; // what was typed since was not counted
    for (size_t i = own->first; i < own->first + own->count; i++) {
        sum += bracket_similarity(finding, i, slot);
        written += finding->groups->items[i].by != NULL;
    }
    return sum > 0 && written == finding->slots[slot].count ? sum + SAME_COUNT : sum;
}

// How many brackets from this one on can be of one place, though some of them may be of the next.
static size_t longest_from(const struct slot_finding *finding, size_t first)
{
    const struct sign_bracket *items = finding->groups->items;
    size_t end = first + 1;
    while (end < finding->groups->count && items[end].is_joined &&
           !bracket_begins(finding->text->record, items, first, end))
        end++;
    return end - first;
}

// The best that the brackets from `first` on come to, from slot `slot` on, as a table.
struct pairing {
    const struct slot_finding *finding;
    uint32_t *best;
    size_t width;
};

static uint32_t best_at(const struct pairing *pairing, size_t bracket, size_t slot)
{
    return pairing->best[bracket * pairing->width + slot];
}

// How many brackets from `first` on are best that slot's; 0: none are. What was typed goes with those before.
static size_t best_count(const struct pairing *pairing, size_t first, size_t slot, size_t longest,
                         uint32_t *worth)
{
    const struct bracket_groups *groups = pairing->finding->groups;
    size_t best = 0;
    size_t written = 0;
    unsigned sum = 0;
    *worth = 0;
    for (size_t count = 1; count <= longest; count++) {
        size_t next = first + count;
        sum += bracket_similarity(pairing->finding, next - 1, slot);
        written += groups->items[next - 1].by != NULL;
        bool is_cut = next == groups->count || !groups->items[next].is_joined ||
                      groups->items[next].by != NULL;
        unsigned bonus = written == pairing->finding->slots[slot].count ? SAME_COUNT : 0;
        if (sum == 0 || !is_cut || sum + bonus + best_at(pairing, next, slot + 1) < *worth)
            continue;
        *worth = sum + bonus + best_at(pairing, next, slot + 1);
        best = count;
    }
    return best;
}

// The heaviest pairing in which brackets and slots go on in their order.
static struct list pair_all(const struct slot_finding *finding, struct arena *work,
                            struct arena *arena)
{
    size_t brackets = finding->groups->count;
    struct list groups = LIST_MAKE(arena, struct bracket_group);
    struct pairing pairing = {finding, NULL, finding->slot_count + 1};
    pairing.best = ARENA_ARRAY(work, uint32_t, (brackets + 1) * pairing.width);
    for (size_t b = brackets; b-- > 0;) {
        size_t longest = longest_from(finding, b);
        pairing.best[b * pairing.width + finding->slot_count] =
            best_at(&pairing, b + longest, finding->slot_count);
        for (size_t s = finding->slot_count; s-- > 0;) {
            uint32_t taken;
            best_count(&pairing, b, s, longest, &taken);
            uint32_t left = best_at(&pairing, b + longest, s);
            uint32_t passed = best_at(&pairing, b, s + 1);
            taken = left > taken ? left : taken;
            pairing.best[b * pairing.width + s] = passed > taken ? passed : taken;
        }
    }
    for (size_t b = 0, s = 0; b < brackets;) {
        size_t longest = longest_from(finding, b);
        uint32_t worth = 0;
        size_t count = s < finding->slot_count ? best_count(&pairing, b, s, longest, &worth) : 0;
        bool is_taken = count > 0 && worth == best_at(&pairing, b, s);
        if (!is_taken && s < finding->slot_count &&
            best_at(&pairing, b, s) == best_at(&pairing, b, s + 1)) {
            s++;
            continue;
        }
        count = is_taken ? count : longest;
        *LIST_ADD(&groups, struct bracket_group) =
            (struct bracket_group){b, count, is_taken ? &finding->slots[s] : NULL};
        b += count;
        s += is_taken;
    }
    return groups;
}

// In very long texts only the next slots are looked at.
static void pair_near(const struct slot_finding *finding)
{
    enum { AHEAD = 64 };
    size_t next = 0;
    for (size_t g = 0; g < finding->groups->group_count; g++) {
        struct bracket_group *group = &finding->groups->groups[g];
        size_t best = SIZE_MAX;
        unsigned most = 0;
        for (size_t s = next; s < finding->slot_count && s < next + AHEAD; s++)
            if (similarity(finding, group, s) > most) {
                most = similarity(finding, group, s);
                best = s;
            }
        if (best == SIZE_MAX)
            continue;
        group->slot = &finding->slots[best];
        next = best + 1;
    }
}

static void take_groups(struct list made, struct bracket_groups *groups)
{
    groups->groups = LIST_ITEMS(&made, struct bracket_group);
    groups->group_count = made.count;
    for (size_t g = 0; g < made.count; g++)
        for (size_t i = 0; i < groups->groups[g].count; i++)
            groups->items[groups->groups[g].first + i].group = (uint32_t)g;
}

void bracket_slots_find(const struct bracket_text *text, struct arena *arena,
                        struct bracket_groups *groups)
{
    enum { CELLS_MAX = 4000000 };
    struct arena *work = arena_open();
    struct str *words = ARENA_ARRAY(work, struct str, groups->count + 1);
    for (size_t i = 0; i < groups->count; i++)
        words[i] = words_mark(text, &groups->items[i], work);
    const struct slot_finding finding = {text, groups, text->record->slots,
                                         text->record->slot_count, words};
    if (finding.slot_count > 0 && groups->count * finding.slot_count <= CELLS_MAX)
        take_groups(pair_all(&finding, work, arena), groups);
    else
        pair_near(&finding);
    arena_close(work);
}

bool bracket_is_kept(const struct bracket_text *text, const struct sign_bracket *bracket,
                     const struct record_slot *slot, struct arena *arena)
{
    struct str words = words_mark(text, bracket, arena);
    for (size_t r = 0; slot && r < slot->count; r++)
        if (slot->rivals[r].by == bracket->by)
            return words.length == 0 || slot->rivals[r].words.length == 0 ||
                   str_equal(words, slot->rivals[r].words);
    return true;
}
