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

static unsigned similarity(const struct slot_finding *finding, size_t group, size_t slot)
{
    enum { SAME_STYLE = 4, SAME_WORDS = 6, SAME_COUNT = 1 };
    const struct bracket_group *own = &finding->groups->groups[group];
    const struct record_slot *other = &finding->slots[slot];
    unsigned sum = 0;
    for (size_t i = own->first; i < own->first + own->count; i++)
        for (size_t r = 0; r < other->count; r++) {
            const struct record_rival *rival = &other->rivals[r];
            if (finding->groups->items[i].by != rival->by)
                continue;
            bool same = rival->words.length > 0 && str_equal(finding->words[i], rival->words);
            sum += (unsigned)(same ? SAME_STYLE + SAME_WORDS : SAME_STYLE);
        }
    return sum > 0 && own->count == other->count ? sum + SAME_COUNT : sum;
}

// The heaviest pairing in which both go on in their order.
static void pair_all(const struct slot_finding *finding, struct bracket_group *found,
                     struct arena *arena)
{
    size_t groups = finding->groups->group_count;
    size_t width = finding->slot_count + 1;
    uint32_t *best = ARENA_ARRAY(arena, uint32_t, (groups + 1) * width);
    for (size_t g = groups; g-- > 0;)
        for (size_t s = finding->slot_count; s-- > 0;) {
            unsigned like = similarity(finding, g, s);
            uint32_t taken = like > 0 ? like + best[(g + 1) * width + s + 1] : 0;
            uint32_t left = best[(g + 1) * width + s];
            uint32_t passed = best[g * width + s + 1];
            best[g * width + s] = taken > left ? taken : left;
            if (passed > best[g * width + s])
                best[g * width + s] = passed;
        }
    for (size_t g = 0, s = 0; g < groups && s < finding->slot_count;) {
        unsigned like = similarity(finding, g, s);
        if (like > 0 && best[g * width + s] == like + best[(g + 1) * width + s + 1])
            found[g++].slot = &finding->slots[s++];
        else if (best[g * width + s] == best[g * width + s + 1])
            s++;
        else
            g++;
    }
}

// In very long texts only the next slots are looked at.
static void pair_near(const struct slot_finding *finding, struct bracket_group *found)
{
    enum { AHEAD = 64 };
    size_t next = 0;
    for (size_t g = 0; g < finding->groups->group_count; g++) {
        size_t best = SIZE_MAX;
        unsigned most = 0;
        for (size_t s = next; s < finding->slot_count && s < next + AHEAD; s++)
            if (similarity(finding, g, s) > most) {
                most = similarity(finding, g, s);
                best = s;
            }
        if (best == SIZE_MAX)
            continue;
        found[g].slot = &finding->slots[best];
        next = best + 1;
    }
}

void bracket_slots_find(const struct bracket_text *text, const struct bracket_groups *groups,
                        struct bracket_group *found)
{
    enum { CELLS_MAX = 4000000 };
    struct arena *work = arena_open();
    struct str *words = ARENA_ARRAY(work, struct str, groups->count + 1);
    for (size_t i = 0; i < groups->count; i++)
        words[i] = words_mark(text, &groups->items[i], work);
    const struct slot_finding finding = {text, groups, text->record->slots,
                                         text->record->slot_count, words};
    if (groups->group_count * finding.slot_count <= CELLS_MAX)
        pair_all(&finding, found, work);
    else
        pair_near(&finding, found);
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
